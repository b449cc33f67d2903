import type { Comparison, Difference } from './compare.js'

const factsText = (facts: Difference['tenant']) =>
  Object.entries(facts)
    .map(([fact, count]) => `${fact} ×${count}`)
    .join(', ')

const namesOf = (list: readonly Comparison[]) => list.map(({ operation }) => operation).join(', ')

/** The differences as a table, and a line that sums up. */
export function printComparison(comparisons: readonly Comparison[]): string {
  const rows = comparisons.flatMap(({ operation, differences }) =>
    differences.map(({ path, tenant, mock }) => [operation, path, factsText(tenant), factsText(mock)]),
  )
  const table = rows.length === 0 ? [] : [['query', 'path', 'tenant', 'mock'], ...rows]
  const widths = [0, 1, 2].map((at) => Math.max(0, ...table.map((row) => row[at]?.length ?? 0)))
  const lines = table.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const different = new Set(rows.map(([operation]) => operation)).size
  const asked = comparisons.filter(({ answers }) => answers > 0)
  lines.push(`Queries asked: ${asked.length}. Differences: ${rows.length}, in ${different} of them.`)
  const unasked = namesOf(comparisons.filter(({ answers }) => answers === 0))
  if (unasked !== '') lines.push(`Not asked, for want of a record: ${unasked}.`)
  const empty = namesOf(asked.filter(({ isEmpty }) => isEmpty))
  if (empty !== '') lines.push(`Nothing in the answer: ${empty}.`)
  return `${lines.join('\n')}\n`
}
