import { DAY_MS } from '../../values/day.js'
import type { Zone } from '../../values/zone.js'

/** Opening hours of a site, as minutes of its local day; Monday is 0. */
export interface OpeningHours {
  readonly zone: Zone
  readonly always: boolean
  /** `[start, end)` per weekday, undefined when closed. */
  readonly days: readonly (readonly [number, number] | undefined)[]
  isHoliday(day: number): boolean
}

/** Minutes that a day, counted from 1970-01-01, is open; undefined when it is not. */
export const openRange = (hours: OpeningHours, day: number): readonly [number, number] | undefined =>
  hours.isHoliday(day) ? undefined : hours.days[weekdayOf(day)]

/** Open minutes of an average day. */
export const openMinutesPerDay = (hours: OpeningHours): number =>
  hours.always
    ? 24 * 60
    : hours.days.reduce((sum, range) => sum + (range === undefined ? 0 : range[1] - range[0]), 0) / 7

const MINUTE_MS = 60_000

/** Weekday of days since 1970-01-01, Monday is 0: that day was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7

export function isOpenAt(hours: OpeningHours, ms: number): boolean {
  if (hours.always) return true
  const wall = hours.zone.wallAt(ms)
  const day = Math.floor(wall / DAY_MS)
  const range = openRange(hours, day)
  const minute = (wall - day * DAY_MS) / MINUTE_MS
  return range !== undefined && minute >= range[0] && minute < range[1]
}

/** The instant after so many open minutes; beyond a year of them the clock simply runs on. */
export function addOpenMinutes(hours: OpeningHours, from: number, minutes: number): number {
  if (hours.always) return from + minutes * MINUTE_MS
  let rest = minutes * MINUTE_MS
  const first = Math.floor(hours.zone.wallAt(from) / DAY_MS)
  for (let day = first; day < first + 400; day++) {
    const range = openRange(hours, day)
    if (range === undefined) continue
    const start = Math.max(from, hours.zone.toUtc(day * DAY_MS + range[0] * MINUTE_MS))
    const end = hours.zone.toUtc(day * DAY_MS + range[1] * MINUTE_MS)
    if (end <= start) continue
    if (start + rest <= end) return start + rest
    rest -= end - start
  }
  return from + minutes * MINUTE_MS
}
