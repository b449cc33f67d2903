import { DAY_MS, dayNumber, END_MS, FIRST_MS } from './day.js'

/** A time zone as its list of offset changes. Offsets are milliseconds east of UTC; NaN outside the years 0001 to 9999. */
export interface Zone {
  readonly name: string
  /** Instant of a wall clock (its fields read as if UTC): in a gap moved forward, in an overlap the earlier one. */
  toUtc(wallMs: number): number
  offsetAt(utcMs: number): number
  wallAt(utcMs: number): number
}

/** Offset changes near one stretch of time; `offsets[i]` holds before `changes[i]`, and one more after the last. */
interface Span {
  readonly changes: Float64Array
  /** Wall clock from which the next offset holds. */
  readonly walls: Float64Array
  readonly offsets: Float64Array
}

type OffsetReader = (utcMs: number) => number

const SECOND_MS = 1000
const QUARTER_MS = 900_000
const SPAN_MS = 800 * DAY_MS
/** More than any offset, so that a span answers for wall clocks as well. */
const PADDING_MS = 2 * DAY_MS
/** The closest two changes of any zone since 1990 are 6.96 days apart. */
const PROBE_MS = 6 * DAY_MS

const utc: Zone = Object.freeze({
  name: 'UTC',
  toUtc: (wallMs: number) => wallMs,
  offsetAt: () => 0,
  wallAt: (utcMs: number) => utcMs,
})

const MAX_KEPT = 1000
const kept = new Map<string, Zone>([['UTC', utc]])

/**
 * Zone of an IANA name; throws a TypeError that names it when Intl does not know it.
 *
 * Offsets are found through Intl once per zone and 800 days that are asked for, then looked up: Intl per value takes
 * two hundred times as long.
 */
export function createZone(name: string): Zone {
  const known = kept.get(name)
  if (known !== undefined) return known
  const zone = readZone(name)
  // Names come from records too; there are not so many zones, but many ways to write one.
  if (kept.size < MAX_KEPT) kept.set(name, zone)
  return zone
}

function readZone(name: string): Zone {
  const offsetOf = offsetReader(name)
  const spans = new Map<number, Span>()
  let latestNumber = Number.NaN
  let latest: Span | undefined

  function spanAt(ms: number): Span {
    const number = Math.floor(ms / SPAN_MS)
    if (latest !== undefined && number === latestNumber) return latest
    const span = spans.get(number) ?? findChanges(offsetOf, number)
    spans.set(number, span)
    latestNumber = number
    latest = span
    return span
  }

  function toUtc(wallMs: number): number {
    if (!isInRange(wallMs)) return Number.NaN
    const span = spanAt(wallMs)
    return wallMs - offsetIn(span, span.walls, wallMs)
  }

  function offsetAt(utcMs: number): number {
    if (!isInRange(utcMs)) return Number.NaN
    const span = spanAt(utcMs)
    return offsetIn(span, span.changes, utcMs)
  }

  return Object.freeze({ name, toUtc, offsetAt, wallAt: (utcMs: number) => utcMs + offsetAt(utcMs) })
}

const isInRange = (ms: number): boolean => ms >= FIRST_MS - DAY_MS && ms < END_MS + DAY_MS

function offsetIn(span: Span, edges: Float64Array, ms: number): number {
  let at = 0
  while (at < edges.length && (edges[at] as number) <= ms) at += 1
  return span.offsets[at] as number
}

function findChanges(offsetOf: OffsetReader, number: number): Span {
  // From the second day of year 1: before it a zone west of UTC still shows a year BC.
  const from = Math.max(number * SPAN_MS - PADDING_MS, FIRST_MS + DAY_MS)
  const to = Math.min((number + 1) * SPAN_MS + PADDING_MS, END_MS)
  const changes: number[] = []
  const walls: number[] = []
  let current = offsetOf(from)
  const offsets = [current]
  for (let time = from; time < to; ) {
    const next = Math.min(time + PROBE_MS, to)
    if (offsetOf(next) === current) {
      time = next
      continue
    }
    const change = firstChange(offsetOf, current, time, next)
    const after = offsetOf(change)
    changes.push(change)
    // The larger offset gives the "compatible" rule: the gap is skipped, of an overlap the earlier pass is taken.
    walls.push(change + Math.max(current, after))
    offsets.push(after)
    current = after
    time = Math.ceil(change / QUARTER_MS) * QUARTER_MS
  }
  return {
    changes: Float64Array.from(changes),
    walls: Float64Array.from(walls),
    offsets: Float64Array.from(offsets),
  }
}

/** First second after `from` with another offset; changes off the quarter hour belong to times long past. */
function firstChange(offsetOf: OffsetReader, before: number, from: number, to: number): number {
  const quarter = bisect(offsetOf, before, from, to, QUARTER_MS)
  if (offsetOf(quarter - SECOND_MS) === before) return quarter
  return bisect(offsetOf, before, quarter - QUARTER_MS, quarter, SECOND_MS)
}

function bisect(offsetOf: OffsetReader, before: number, from: number, to: number, step: number): number {
  let low = from
  let high = to
  while (high - low > step) {
    const middle = Math.floor((low + high) / 2 / step) * step
    if (offsetOf(middle) === before) low = middle
    else high = middle
  }
  return high
}

function offsetReader(name: string): OffsetReader {
  const format = wallClockFormat(name)
  return (utcMs) => {
    const fields = format.format(utcMs).match(/\d+/g)?.map(Number) ?? []
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = fields
    const wall = dayNumber(year, month, day) * DAY_MS + hour * 3_600_000 + minute * 60_000 + second * 1000
    return wall - utcMs
  }
}

function wallClockFormat(name: unknown): Intl.DateTimeFormat {
  // Intl reads undefined as the zone of the host, which must never decide.
  if (typeof name !== 'string')
    throw new TypeError(`Expected the name of a time zone, received ${typeof name}.`)
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch (cause) {
    throw new TypeError(`Unknown time zone "${name}": expected an IANA name such as "Europe/Berlin".`, {
      cause,
    })
  }
}
