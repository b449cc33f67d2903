import { DAY_MS, MINUTE_MS } from '../values/day.js'
import { formatInstant } from '../values/instant.js'
import type { Zone } from '../values/zone.js'
import type { Span } from './period.js'

export type Granularity = 'hour' | 'day' | 'week' | 'month'

/** A whole local hour, day, ISO week or month. */
export interface Bucket extends Span {
  /** `2024-03-04T09`, `2024-03-04`, `2020-W53` or `2024-03`; the second of two equal hours has its offset behind. */
  readonly label: string
}

export const GRANULARITIES: readonly Granularity[] = Object.freeze(['hour', 'day', 'week', 'month'])

/** Eleven years of hours; more is a slip of the period rather than a wish. */
const MOST_BUCKETS = 100_000
const HOUR_MS = 3_600_000

/**
 * The buckets that a period touches, in ascending order, the first and the last of them whole.
 *
 * @throws TypeError when there are more than 100 000.
 */
export function bucketsOf(period: Span, granularity: Granularity, zone: Zone): Bucket[] {
  const buckets: Bucket[] = []
  const all =
    granularity === 'hour' ? hoursFrom(period.from, zone) : datesFrom(period.from, granularity, zone)
  for (const bucket of all) {
    if (!(bucket.from < period.to)) break
    if (buckets.length === MOST_BUCKETS)
      throw new TypeError(
        `ctx.period: expected at most ${MOST_BUCKETS} buckets of granularity '${granularity}'.`,
      )
    if (bucket.to > Math.max(bucket.from, period.from)) buckets.push(bucket)
  }
  return buckets
}

/** Position of the bucket that holds an instant; −1 for none. Buckets follow each other without a gap. */
export function bucketAt(buckets: readonly Bucket[], ms: number): number {
  let low = 0
  let high = buckets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((buckets[middle] as Bucket).to <= ms) low = middle + 1
    else high = middle
  }
  const bucket = buckets[low]
  return bucket !== undefined && ms >= bucket.from && ms < bucket.to ? low : -1
}

type DateGranularity = Exclude<Granularity, 'hour'>

/** Wall clock of the start of the `step`th bucket from the one that holds a local day; days count from 1970. */
const starts: Readonly<Record<DateGranularity, (day: number, step: number) => number>> = {
  day: (day, step) => (day + step) * DAY_MS,
  week: (day, step) => (day - isoWeekday(day) + 7 * step) * DAY_MS,
  month: (day, step) => {
    const date = new Date(day * DAY_MS)
    return new Date(0).setUTCFullYear(date.getUTCFullYear(), date.getUTCMonth() + step, 1)
  },
}

const labels: Readonly<Record<DateGranularity, (wall: number) => string>> = {
  day: (wall) => formatInstant(wall).slice(0, 10),
  week: weekLabel,
  month: (wall) => formatInstant(wall).slice(0, 7),
}

/** A midnight is looked up in the zone each time: local days are not all equally long, and one may be missing. */
function* datesFrom(from: number, granularity: DateGranularity, zone: Zone): Generator<Bucket, void> {
  const day = Math.floor(zone.wallAt(from) / DAY_MS)
  const wallOf = (step: number) => starts[granularity](day, step)
  for (let step = 0; ; step += 1) {
    const wall = wallOf(step)
    yield { label: labels[granularity](wall), from: zone.toUtc(wall), to: zone.toUtc(wallOf(step + 1)) }
  }
}

/** An hour that a clock shows twice is two buckets; one of which it skips a part is shorter. */
function* hoursFrom(from: number, zone: Zone): Generator<Bucket, void> {
  let start = startOfHour(from, zone)
  while (!Number.isNaN(zone.offsetAt(start))) {
    const offset = zone.offsetAt(start)
    const wall = start + offset
    const hour = wall - modulo(wall, HOUR_MS)
    const full = start + hour + HOUR_MS - wall
    const to = zone.offsetAt(full - 1) === offset ? full : firstChange(start, full - 1, zone)
    const isSecond = zone.toUtc(hour) < start
    yield {
      label: `${formatInstant(wall).slice(0, 13)}${isSecond ? offsetText(offset) : ''}`,
      from: start,
      to,
    }
    start = to
  }
}

/** The last instant up to `ms` at which the clock began to show its hour. */
function startOfHour(ms: number, zone: Zone): number {
  const offset = zone.offsetAt(ms)
  const full = ms - modulo(ms + offset, HOUR_MS)
  return zone.offsetAt(full) === offset ? full : firstChange(full, ms, zone)
}

/** First instant after `from` with the offset that holds at `to`. */
function firstChange(from: number, to: number, zone: Zone): number {
  const after = zone.offsetAt(to)
  let low = from
  let high = to
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (zone.offsetAt(middle) === after) high = middle
    else low = middle
  }
  return high
}

/** 0 is Monday; day 0 was a Thursday. */
const isoWeekday = (day: number): number => modulo(day + 3, 7)

/** Week 1 is the one that holds the first Thursday of the year. */
function weekLabel(mondayWall: number): string {
  const thursday = mondayWall + 3 * DAY_MS
  const year = formatInstant(thursday).slice(0, 4)
  const newYear = new Date(0).setUTCFullYear(Number(year), 0, 1)
  const week = Math.floor((thursday - newYear) / DAY_MS / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE_MS
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}

const modulo = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor
