import { normaliseName } from '../metrics/names.js'
import { psi } from '../metrics/psi.js'
import { quantileOfSorted } from '../metrics/quantile.js'
import { timeToResolutionMinutes } from '../metrics/resolution.js'
import { DAY_MS } from '../values/day.js'
import { isBlank } from './blank.js'
import { expectedFields } from './completeness.js'
import type { QualityData } from './data.js'
import type { QualityContext } from './options.js'
import type { TicketRecordFacts } from './record-facts.js'
import { createQualityScope, type QualityScope } from './scope.js'

/** Convention, not a test of significance. */
export type DriftBand = 'stable' | 'moderate' | 'significant'

export interface DriftRow {
  readonly field: string
  /** `values`: what the field holds; `blankShare`: how often it holds nothing. */
  readonly kind: 'values' | 'blankShare'
  /** Null with fewer than 100 cases on either side. */
  readonly psi: number | null
  readonly band: DriftBand | null
  /** Current − reference share of blanks, of rows of that kind. */
  readonly shareChange: number | null
}

const CATEGORIES = ['status', 'priority', 'category', 'source', 'requestType'] as const
const NOTEWORTHY_SHARE = 0.05
const DECILES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]

/**
 * How the tickets of a dataset differ from those of an earlier one: the population stability index of status, priority,
 * category, source, request type, resolution minutes (log scale) and tickets per day, and the fields whose share of
 * blanks changed by more than 5 percentage points.
 *
 * @throws TypeError naming the field of `ctx` that is wrong.
 */
export const drift = (
  reference: QualityData,
  current: QualityData,
  ctx: QualityContext,
): readonly DriftRow[] => driftOf(createQualityScope(reference, ctx), createQualityScope(current, ctx))

export function driftOf(reference: QualityScope, current: QualityScope): readonly DriftRow[] {
  const [before, after] = [reference.facts('ticket') ?? [], current.facts('ticket') ?? []]
  const rows = CATEGORIES.map((field) =>
    valuesRow(field, categoryPsi(categoriesOf(before, field), categoriesOf(after, field))),
  )
  return [
    ...rows,
    valuesRow('resolutionMinutes', numericPsi(logMinutes(before), logMinutes(after))),
    valuesRow('ticketsPerDay', numericPsi(perDay(before, reference), perDay(after, current))),
    ...blankShareRows(before, after),
  ]
}

const valuesRow = (field: string, index: number | null): DriftRow => ({
  field,
  kind: 'values',
  psi: index,
  band: bandOf(index),
  shareChange: null,
})

export function bandOf(index: number | null): DriftBand | null {
  if (index === null) return null
  if (index < 0.1) return 'stable'
  return index < 0.25 ? 'moderate' : 'significant'
}

function categoriesOf(
  tickets: readonly TicketRecordFacts[],
  field: (typeof CATEGORIES)[number],
): readonly string[] {
  return tickets
    .map(({ record }) => record[field])
    .filter((value): value is string => typeof value === 'string' && !isBlank(value))
    .map(normaliseName)
}

/** One bin per category of the reference; what it has never seen shares one more. */
function categoryPsi(reference: readonly string[], current: readonly string[]): number | null {
  const bins = [...new Set(reference)].sort()
  const binOf = new Map(bins.map((name, at) => [name, at]))
  const count = (values: readonly string[]) =>
    countBins(
      values.map((value) => binOf.get(value) ?? bins.length),
      bins.length + 1,
    )
  return psi(count(reference), count(current))
}

/** Edges are the deciles of the reference, ties merged; the outer bins are open. */
function numericPsi(reference: readonly number[], current: readonly number[]): number | null {
  const sorted = [...reference].sort((a, b) => a - b)
  const edges = [...new Set(DECILES.map((share) => quantileOfSorted(sorted, share) ?? 0))]
  const count = (values: readonly number[]) =>
    countBins(
      values.map((value) => edges.filter((edge) => value > edge).length),
      edges.length + 1,
    )
  return psi(count(reference), count(current))
}

function countBins(bins: readonly number[], length: number): number[] {
  const counts = Array.from({ length }, () => 0)
  for (const bin of bins) counts[bin] = (counts[bin] ?? 0) + 1
  return counts
}

const logMinutes = (tickets: readonly TicketRecordFacts[]): number[] =>
  tickets
    .map(({ metrics }) => timeToResolutionMinutes(metrics))
    .filter((minutes) => minutes !== null)
    .map((minutes) => Math.log1p(minutes))

/** Days without tickets between the first and the last count as well, up to a century of them. */
function perDay(tickets: readonly TicketRecordFacts[], { settings }: QualityScope): number[] {
  const byDay = new Map<number, number>()
  for (const { metrics } of tickets) {
    const day = Math.floor(settings.reportZone.wallAt(metrics.createdAt) / DAY_MS)
    if (!Number.isNaN(day)) byDay.set(day, (byDay.get(day) ?? 0) + 1)
  }
  const days = [...byDay.keys()].sort((a, b) => a - b)
  const [first = 0, last = -1] = [days[0], days.at(-1)]
  const idle = Math.min(last - first + 1, LONGEST_SPAN_DAYS) - days.length
  return [...byDay.values(), ...Array.from({ length: Math.max(idle, 0) }, () => 0)]
}

const LONGEST_SPAN_DAYS = 36_525

function blankShareRows(
  before: readonly TicketRecordFacts[],
  after: readonly TicketRecordFacts[],
): readonly DriftRow[] {
  if (before.length === 0 || after.length === 0) return []
  return expectedFields.ticket
    .map(({ name, isFilled }): DriftRow => {
      const [were, are] = [before, after].map((tickets) => tickets.filter((facts) => !isFilled(facts)).length)
      const [blankBefore = 0, blankAfter = 0] = [were, are]
      const index = psi([blankBefore, before.length - blankBefore], [blankAfter, after.length - blankAfter])
      const shareChange = blankAfter / after.length - blankBefore / before.length
      return { field: name, kind: 'blankShare', psi: index, band: bandOf(index), shareChange }
    })
    .filter(({ shareChange }) => Math.abs(shareChange ?? 0) > NOTEWORTHY_SHARE)
}
