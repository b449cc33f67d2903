import { DAY_MS } from '../../values/day.js'
import { InternalFailure } from '../errors/operation-failure.js'
import { weekdayOf } from '../world/calendar.js'
import { firstOfMonth } from '../world/months.js'
import { readTime } from '../world/wire-time.js'

/** Instants `from` up to, not including, `to`. */
export type DateRange = readonly [from: number, to: number]

type Unit = 'day' | 'week' | 'month' | 'quarter'

const placeholders: ReadonlyMap<unknown, readonly [unit: Unit, shift: number]> = new Map([
  ['placeholder.yesterday', ['day', -1]],
  ['placeholder.today', ['day', 0]],
  ['placeholder.tomorrow', ['day', 1]],
  ['placeholder.last.week', ['week', -1]],
  ['placeholder.this.week', ['week', 0]],
  ['placeholder.next.week', ['week', 1]],
  ['placeholder.last.month', ['month', -1]],
  ['placeholder.this.month', ['month', 0]],
  ['placeholder.next.month', ['month', 1]],
  ['placeholder.last.quarter', ['quarter', -1]],
  ['placeholder.this.quarter', ['quarter', 0]],
  ['placeholder.next.quarter', ['quarter', 1]],
])

/** Range of `placeholder.today`, `placeholder.last.week` and so on, in UTC; weeks begin on Monday. */
export function placeholderRange(value: unknown, now: number): DateRange {
  const [unit, shift] = placeholders.get(value) ?? []
  if (unit === undefined || shift === undefined) throw new InternalFailure('unknown date placeholder')
  const today = Math.floor(now / DAY_MS)
  if (unit === 'day') return [(today + shift) * DAY_MS, (today + shift + 1) * DAY_MS]
  if (unit === 'week') {
    const monday = today - weekdayOf(today) + shift * 7
    return [monday * DAY_MS, (monday + 7) * DAY_MS]
  }
  const length = unit === 'month' ? 1 : 3
  const first = length * shift - (new Date(now).getUTCMonth() % length)
  return [firstOfMonth(now, first), firstOfMonth(now, first + length)]
}

const units: Readonly<Record<string, number>> = {
  MINUTE: 60_000,
  HOUR: 3_600_000,
  DAY: DAY_MS,
  WEEK: 7 * DAY_MS,
  MONTH: 30 * DAY_MS,
  YEAR: 365 * DAY_MS,
}

/** NaN for what is neither a number nor the text of one. */
export const numberOf = (value: unknown): number =>
  typeof value === 'string' && value.trim() !== ''
    ? Number(value)
    : typeof value === 'number'
      ? value
      : Number.NaN

/** Length of `{ unit: 'DAY', quantity: 7 }`; only DAY is proven, the other units are a guess. */
export function spanOf(value: unknown): number {
  const { unit, quantity } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >
  const length = units[String(unit).toUpperCase()]
  const count = numberOf(quantity)
  if (length === undefined || !(count >= 0 && count < Number.POSITIVE_INFINITY))
    throw new InternalFailure('expected { unit, quantity }')
  return length * count
}

export function timeOf(value: unknown): number {
  const time = typeof value === 'string' ? readTime(value) : Number.NaN
  if (Number.isNaN(time)) throw new InternalFailure('expected an ISO time')
  return time
}
