import type { Scope } from '../../metrics/scope.js'
import { ageBucket } from '../../metrics/ticket-age.js'
import { shortened } from './due-rows.js'

/** Priorities of a tenant are a few; what a tenant with more has beyond is summed up in the last row. */
const mostRows = 8
const longestName = 40

/** Open tickets by priority and age. */
export interface AgeTable {
  /** Names of the columns. */
  readonly ages: readonly string[]
  readonly rows: readonly {
    /** As the tenant names it; null for tickets without one, and for those beyond eight. */
    readonly priority: string | null
    readonly counts: readonly number[]
    /** Also of those without an age. */
    readonly openCount: number
  }[]
}

/** Rows by rank of the priority, then by name. */
export function ageTable({ tickets, settings }: Scope): AgeTable {
  const { names: ages } = settings.ageBuckets
  const rows = new Map<string | null, { rank: number; openCount: number; counts: number[] }>()
  for (const facts of tickets()) {
    if (!facts.isOpen) continue
    const { priority } = facts.record
    const name = typeof priority === 'string' && priority.trim() !== '' ? priority.trim() : null
    const row = rows.get(name) ?? { rank: facts.priorityRank ?? 5, openCount: 0, counts: ages.map(() => 0) }
    rows.set(name, row)
    row.openCount += 1
    const at = ages.indexOf(ageBucket(facts) ?? '')
    if (at >= 0) row.counts[at] = (row.counts[at] ?? 0) + 1
  }
  const sorted = [...rows].sort(
    ([a, { rank: first }], [b, { rank: second }]) =>
      Number(a === null) - Number(b === null) || first - second || ((a ?? '') < (b ?? '') ? -1 : 1),
  )
  const shown = sorted.slice(0, sorted.length > mostRows ? mostRows - 1 : mostRows)
  const beyond = sorted.slice(shown.length)
  const rest = ages.map((_, at) => beyond.reduce((sum, [, { counts }]) => sum + (counts[at] ?? 0), 0))
  return {
    ages,
    rows: [
      ...shown.map(([priority, { counts, openCount }]) => ({
        priority: shortened(priority, longestName),
        counts,
        openCount,
      })),
      ...(beyond.length > 0
        ? [
            {
              priority: null,
              counts: rest,
              openCount: beyond.reduce((sum, [, { openCount }]) => sum + openCount, 0),
            },
          ]
        : []),
    ],
  }
}
