import type { Plan } from '@superhack/superops/extract'
import type { ManifestTable } from '@superhack/superops/tables'
import { blockLines } from './block.js'
import { count, countOrDash, dash, left, number, right } from './cells.js'
import { paint, type Style } from './style.js'

const text = (lines: readonly string[]) => `${lines.map((line) => line.trimEnd()).join('\n')}\n`

/** What a run wrote. */
export function extractTable(tables: readonly ManifestTable[], folder: string, style: Style): string {
  const names = tables.map(({ file }) => file ?? dash(style))
  const fileWidth = Math.max(4, ...names.map((name) => name.length))
  const line = (cells: readonly [string, string, string, string]) =>
    `  ${left(cells[0], 19)}${right(cells[1], 9)}  ${left(cells[2], fileWidth)}  ${cells[3]}`
  const lines = tables.map(({ table, rows, complete, reason }, at) => {
    const verdict = complete ? 'yes' : paint(style, 'warning', `no: ${reason ?? 'stopped'}`)
    return line([table, count(rows, style), names[at] ?? '', verdict])
  })
  const head = paint(style, 'quiet', line(['', 'rows', 'file', 'complete']))
  return text(blockLines({ title: 'Extracted', notes: [folder], lines: [head, ...lines] }, style))
}

const minutesOf = (minutes: number) => (minutes < 0.1 ? '< 0.1' : minutes.toFixed(1))

/** What a run would take. */
export function planTable(plan: Plan, style: Style): string {
  const line = (cells: readonly [string, string, string, string]) =>
    `  ${left(cells[0], 16)}${right(cells[1], 9)}${right(cells[2], 10)}${right(cells[3], 9)}`
  // The mock tenant sets no limit; SuperOps does.
  const perMinute = plan.minutes > 0 ? plan.requests / plan.minutes : 100
  const priced = (requests: number) => [number(requests), minutesOf(requests / perMinute)] as const
  const lines = plan.entities.map(({ entity, rows, requests }) =>
    line([entity, countOrDash(rows, style), ...priced(requests)]),
  )
  const total = line(['together', '', ...priced(plan.requests)])
  const head = paint(style, 'quiet', line(['', 'rows', 'requests', 'minutes']))
  const notes = [
    `at ${number(perMinute)} requests a minute`,
    `${number(plan.requestsUsed)} taken to find out`,
  ]
  return text(
    blockLines({ title: 'Plan', notes, lines: [head, ...lines, paint(style, 'strong', total)] }, style),
  )
}
