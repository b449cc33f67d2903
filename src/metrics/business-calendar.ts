import { DAY_MS, MINUTE_MS } from '../values/day.js'
import type { Zone } from '../values/zone.js'
import { type OpenWeek, unite } from './schedule.js'

/** Counts open time. NaN is "no answer". */
export interface Calendar {
  /** Open minutes in `[from, to)`; NaN when `to` is earlier or there is no opening hour at all. */
  between(from: number, to: number): number
  /** Earliest instant with exactly so many open minutes since `from`; NaN beyond ten years. */
  add(from: number, minutes: number): number
}

/** Open stretches of one block of days as instants, with the open time before each. */
interface Block {
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** Open ms from the beginning of the block to the start of each stretch, and to its end. */
  readonly before: Float64Array
  /** Per UTC day the first stretch that is not over when it begins: three times as fast as a binary search. */
  readonly firstOfDay: Int32Array
}

const BLOCK_DAYS = 512
const BLOCK_MS = BLOCK_DAYS * DAY_MS
const TEN_YEARS_MS = 3653 * DAY_MS

export const alwaysOpen: Calendar = Object.freeze({
  between: (from: number, to: number) => (to >= from ? (to - from) / MINUTE_MS : Number.NaN),
  add: (from: number, minutes: number) =>
    minutes >= 0 ? from + Math.round(minutes * MINUTE_MS) : Number.NaN,
})

export const neverOpen: Calendar = Object.freeze({
  between: () => Number.NaN,
  add: (from: number, minutes: number) => (minutes === 0 ? from : Number.NaN),
})

/**
 * Calendar of a week of opening hours in a zone, without its holidays (days since 1970).
 *
 * Stretches are laid out once per block of days that is asked for, so a stray date costs its own block and the sums
 * on the way, and nothing is ever rebuilt.
 */
export function createCalendar(week: OpenWeek, holidays: readonly number[], zone: Zone): Calendar {
  if (week.every((day) => day.length === 0)) return neverOpen
  const closed = new Set(holidays)
  const blocks = new Map<number, Block>()
  const totals = new Map<number, number>()

  function blockAt(number: number): Block {
    const known = blocks.get(number)
    if (known !== undefined) return known
    const block = layOut(week, closed, zone, number)
    blocks.set(number, block)
    return block
  }

  /** Keeps the sum but not the block: a span of centuries would otherwise stay in memory. */
  function totalOf(number: number): number {
    const known = totals.get(number)
    if (known !== undefined) return known
    const total = totalOpen(blocks.get(number) ?? layOut(week, closed, zone, number))
    totals.set(number, total)
    return total
  }

  // All spans of a ticket begin at its creation.
  let latestFrom = Number.NaN
  let openBefore = 0

  function between(from: number, to: number): number {
    if (!(to >= from)) return Number.NaN
    const first = Math.floor(from / BLOCK_MS)
    const last = Math.floor(to / BLOCK_MS)
    if (from !== latestFrom) {
      openBefore = openUntil(blockAt(first), first, from)
      latestFrom = from
    }
    let open = openUntil(blockAt(last), last, to) - openBefore
    for (let number = first; number < last; number += 1) open += totalOf(number)
    return open / MINUTE_MS
  }

  function add(from: number, minutes: number): number {
    if (minutes === 0) return from
    if (!(minutes > 0) || Number.isNaN(from)) return Number.NaN
    const limit = from + TEN_YEARS_MS
    let number = Math.floor(from / BLOCK_MS)
    let target = openUntil(blockAt(number), number, from) + Math.round(minutes * MINUTE_MS)
    for (let total = totalOf(number); target > total; total = totalOf(number)) {
      target -= total
      number += 1
      if (number * BLOCK_MS > limit) return Number.NaN
    }
    const found = instantOf(blockAt(number), target)
    return found > limit ? Number.NaN : found
  }

  return Object.freeze({ between, add })
}

function layOut(week: OpenWeek, closed: ReadonlySet<number>, zone: Zone, number: number): Block {
  const firstDay = number * BLOCK_DAYS
  const begin = number * BLOCK_MS
  const stretches: [number, number][] = []
  // Local dates reach up to 16 hours beyond the UTC days of the same number.
  for (let day = firstDay - 1; day <= firstDay + BLOCK_DAYS; day += 1) {
    if (closed.has(day)) continue
    for (const [from, to] of week[weekdayOf(day)] ?? []) {
      const start = zone.toUtc(day * DAY_MS + from * MINUTE_MS)
      const end = zone.toUtc(day * DAY_MS + to * MINUTE_MS)
      stretches.push([Math.max(start, begin), Math.min(end, begin + BLOCK_MS)])
    }
  }
  // United again: an edge inside a spring gap moves forward and can overtake the window after it.
  return indexStretches(unite(stretches), begin)
}

function indexStretches(stretches: readonly (readonly [number, number])[], begin: number): Block {
  const starts = Float64Array.from(stretches, ([start]) => start)
  const ends = Float64Array.from(stretches, ([, end]) => end)
  const before = new Float64Array(stretches.length + 1)
  stretches.forEach(([start, end], at) => {
    before[at + 1] = (before[at] as number) + end - start
  })
  const firstOfDay = new Int32Array(BLOCK_DAYS)
  let first = 0
  for (let day = 0; day < BLOCK_DAYS; day += 1) {
    while (first < ends.length && (ends[first] as number) <= begin + day * DAY_MS) first += 1
    firstOfDay[day] = first
  }
  return { starts, ends, before, firstOfDay }
}

const totalOpen = (block: Block): number => block.before[block.ends.length] as number

/** Open ms from the beginning of the block to `ms`. */
function openUntil(block: Block, number: number, ms: number): number {
  const { starts, ends, before } = block
  let at = block.firstOfDay[Math.floor((ms - number * BLOCK_MS) / DAY_MS)] as number
  while (at < ends.length && (ends[at] as number) <= ms) at += 1
  const opened = before[at] as number
  const start = starts[at]
  return start === undefined || ms <= start ? opened : opened + ms - start
}

/** Instant at which the block has been open for `target` ms, more than 0; a closing time rather than the next opening. */
function instantOf(block: Block, target: number): number {
  const { starts, before } = block
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((before[middle] as number) < target) low = middle + 1
    else high = middle
  }
  return (starts[low - 1] as number) + target - (before[low - 1] as number)
}

/** Monday is 0; 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7
