import { DAY_MS } from '../../values/day.js'
import { InternalFailure } from '../errors/operation-failure.js'
import { weekdayOf } from '../world/calendar.js'
import { firstOfMonth } from '../world/months.js'
import { readTime } from '../world/wire-time.js'

/** Instants `from` up to, not including, `to`. */
export type DateRange = readonly [from: number, to: number]

const shifts: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 }
const days: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 }

/** Range of `placeholder.today`, `placeholder.last.week` and so on, in UTC; weeks begin on Monday. */
export function placeholderRange(value: unknown, now: number): DateRange {
  const [head, first = '', unit] = typeof value === 'string' ? value.split('.') : []
  const today = Math.floor(now / DAY_MS)
  if (head === 'placeholder' && unit === undefined && first in days) {
    const start = today + (days[first] ?? 0)
    return [start * DAY_MS, (start + 1) * DAY_MS]
  }
  const shift = shifts[first]
  if (head === 'placeholder' && shift !== undefined) {
    if (unit === 'week') {
      const monday = today - weekdayOf(today) + shift * 7
      return [monday * DAY_MS, (monday + 7) * DAY_MS]
    }
    if (unit === 'month') return [firstOfMonth(now, shift), firstOfMonth(now, shift + 1)]
    if (unit === 'quarter') {
      const back = new Date(now).getUTCMonth() % 3
      return [firstOfMonth(now, shift * 3 - back), firstOfMonth(now, shift * 3 - back + 3)]
    }
  }
  throw new InternalFailure('unknown date placeholder')
}

const units: Readonly<Record<string, number>> = {
  MINUTE: 60_000,
  HOUR: 3_600_000,
  DAY: DAY_MS,
  WEEK: 7 * DAY_MS,
  MONTH: 30 * DAY_MS,
  YEAR: 365 * DAY_MS,
}

/** Length of `{ unit: 'DAY', quantity: 7 }`; only DAY is proven, the other units are a guess. */
export function spanOf(value: unknown): number {
  const { unit, quantity } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >
  const length = units[String(unit).toUpperCase()]
  const count = Number(quantity)
  if (length === undefined || !(count >= 0)) throw new InternalFailure('expected { unit, quantity }')
  return length * count
}

export function timeOf(value: unknown): number {
  const time = typeof value === 'string' ? readTime(value) : Number.NaN
  if (Number.isNaN(time)) throw new InternalFailure('expected an ISO time')
  return time
}
