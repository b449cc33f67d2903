import { formatInstant } from '../values/instant.js'
import { scheduleCalendar } from './calendars.js'
import { orNull } from './duration.js'
import type { Schedule } from './schedule.js'
import { instantOf } from './timestamp.js'

/**
 * Business minutes in `[fromIso, toIso)`: real elapsed time inside the windows of the schedule.
 *
 * Null when `toIso` is earlier, when a text is no time, and when the schedule has no usable window (not 0). Texts
 * without offset are UTC.
 *
 * @example
 * const london = { timeZone: 'Europe/London', windows: [{ day: 'FRIDAY', start: '09:00', end: '17:30' }] }
 * businessMinutesBetween('2024-01-05T16:45Z', '2024-01-08T09:20Z', london) // 45
 */
export function businessMinutesBetween(fromIso: string, toIso: string, schedule: Schedule): number | null {
  const calendar = scheduleCalendar('schedule', schedule)
  return orNull(calendar.between(instantOf(fromIso, undefined), instantOf(toIso, undefined)))
}

/**
 * Earliest instant with exactly `minutes` business minutes since `fromIso`, as UTC text with milliseconds.
 *
 * Minutes that end at closing time stay at closing time; 0 gives `fromIso`. Null for less than 0, without a usable
 * window, and when ten years do not hold so many.
 *
 * @example
 * const sydney = { timeZone: 'Australia/Sydney', windows: [{ day: 'THURSDAY', start: '08:00', end: '16:00' }] }
 * addBusinessMinutes('2024-07-04T05:00:00Z', 60, sydney) // '2024-07-04T06:00:00.000Z'
 */
export function addBusinessMinutes(fromIso: string, minutes: number, schedule: Schedule): string | null {
  const calendar = scheduleCalendar('schedule', schedule)
  const instant = calendar.add(instantOf(fromIso, undefined), minutes)
  return formatInstant(instant) || null
}
