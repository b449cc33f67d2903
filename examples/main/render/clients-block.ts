import type { ClientLine, ClientLines } from '../report/client-lines.js'
import type { Block } from './block.js'
import { countOrDash, number, percent, plain } from './cells.js'
import { paint, type Style } from './style.js'
import { tableLines } from './table.js'

/** What tickets are grouped by: one and many. */
export type GroupNames = readonly [one: string, many: string]

export const clientNames: GroupNames = ['client', 'clients']

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export function clientsBlock(clients: ClientLines, style: Style, [one, many]: GroupNames): Block {
  const { clientCount, totalMonthlyRecurringRevenue: revenue, healthDistribution, lines, more } = clients
  const figure = (of: (line: ClientLine) => number | null) => (line: ClientLine) =>
    countOrDash(of(line), style)
  const table = tableLines(
    lines,
    ({ name }) => plain(name, style),
    [
      { heading: 'open', width: 6, cell: figure(({ open }) => open) },
      { heading: 'in', width: 6, cell: figure(({ created }) => created) },
      { heading: 'done', width: 6, cell: figure(({ resolved }) => resolved) },
      {
        heading: 'in time',
        width: 9,
        cell: ({ resolutionSlaComplianceRatio }) => percent(resolutionSlaComplianceRatio, style),
      },
      {
        heading: 'per month',
        width: 11,
        from: 58,
        cell: figure(({ monthlyRecurringRevenue }) => monthlyRecurringRevenue),
      },
      { heading: 'health', width: 8, from: 58, cell: figure(({ healthScore }) => healthScore) },
    ],
    style,
  )
  const rest = more === 0 ? [] : [paint(style, 'quiet', `  and ${number(more)} more`)]
  return {
    title: capital(many),
    notes: [
      `${number(clientCount)} ${clientCount === 1 ? one : many}`,
      ...(healthDistribution.atRisk > 0 ? [`${number(healthDistribution.atRisk)} at risk`] : []),
      ...(revenue === null ? [] : [`${number(revenue)} a month`]),
    ],
    lines: lines.length === 0 ? [`  no ${one}`] : [...table, ...rest],
  }
}
