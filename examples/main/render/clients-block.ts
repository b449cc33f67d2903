import type { ClientLine, ClientLines } from '../report/client-lines.js'
import type { Block } from './block.js'
import { countOrDash, cut, left, number, percent, plain, right } from './cells.js'
import { paint, type Style } from './style.js'

/** Columns behind the name. */
const columnsWidth = 6 + 6 + 6 + 9 + 10 + 8

/** What tickets are grouped by: one and many. */
export type GroupNames = readonly [one: string, many: string]

export const clientNames: GroupNames = ['client', 'clients']

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export function clientsBlock(clients: ClientLines, style: Style, [one, many]: GroupNames): Block {
  const { clientCount, totalMonthlyRecurringRevenue: revenue, healthDistribution, lines, more } = clients
  const nameWidth = Math.min(30, style.width - 2 - columnsWidth)
  const row = (name: string, cells: readonly string[]) => {
    const [open = '', created = '', resolved = '', met = '', mrr = '', health = ''] = cells
    return `  ${left(name, nameWidth)}${right(open, 6)}${right(created, 6)}${right(resolved, 6)}${right(met, 9)}${right(mrr, 10)}${right(health, 8)}`
  }
  const cellsOf = (line: ClientLine) => [
    countOrDash(line.open, style),
    countOrDash(line.created, style),
    countOrDash(line.resolved, style),
    percent(line.resolutionSlaComplianceRatio, style),
    countOrDash(line.monthlyRecurringRevenue, style),
    countOrDash(line.healthScore, style),
  ]
  const note = [
    `${number(clientCount)} ${clientCount === 1 ? one : many}`,
    ...(healthDistribution.atRisk > 0 ? [`${number(healthDistribution.atRisk)} at risk`] : []),
    ...(revenue === null ? [] : [`${number(revenue)} a month`]),
  ]
  const rest = more === 0 ? [] : [paint(style, 'quiet', `  and ${number(more)} more`)]
  return {
    title: capital(many),
    note: note.join(style.utf8 ? ' · ' : ' - '),
    lines:
      lines.length === 0
        ? [`  no ${one}`]
        : [
            paint(style, 'quiet', row('', ['open', 'in', 'done', 'in time', 'per month', 'health'])),
            ...lines.map((line) => row(cut(plain(line.name), nameWidth, style), cellsOf(line))),
            ...rest,
          ],
  }
}
