import { quantile } from '@superhack/superops/metrics'
import type { ReportTicket } from './report-ticket.js'

const HOUR = 60
const DAY = 24 * HOUR

const limits: readonly (readonly [label: string, below: number])[] = [
  ['under 1 h', HOUR],
  ['1 to 4 h', 4 * HOUR],
  ['4 to 8 h', 8 * HOUR],
  ['8 to 24 h', DAY],
  ['1 to 3 d', 3 * DAY],
  ['3 to 7 d', 7 * DAY],
  ['over 7 d', Number.POSITIVE_INFINITY],
]

/** Time from creation to resolution of what was resolved in the period. */
export interface TimeToResolution {
  readonly count: number
  readonly medianMinutes: number | null
  readonly p90Minutes: number | null
  readonly buckets: readonly {
    readonly label: string
    readonly count: number
    readonly mark: 'median' | 'p90' | 'median p90' | null
  }[]
}

export function timeToResolution(
  rows: readonly ReportTicket[],
  period: { from: string; to: string },
): TimeToResolution {
  const minutes = rows.flatMap(({ ticket, metrics }) => {
    const at = ticket.resolutionTime
    const value = metrics.timeToResolutionMinutes
    return value !== null && at !== null && at >= period.from && at < period.to ? [value] : []
  })
  const medianMinutes = quantile(minutes, 0.5)
  const p90Minutes = quantile(minutes, 0.9)
  const bucketOf = (value: number | null) =>
    value === null ? -1 : limits.findIndex(([, below]) => value < below)
  const median = bucketOf(medianMinutes)
  const p90 = bucketOf(p90Minutes)
  const buckets = limits.map(([label], at) => ({
    label,
    count: minutes.filter((value) => bucketOf(value) === at).length,
    mark:
      at === median && at === p90
        ? ('median p90' as const)
        : at === median
          ? ('median' as const)
          : at === p90
            ? ('p90' as const)
            : null,
  }))
  return { count: minutes.length, medianMinutes, p90Minutes, buckets }
}
