import { DAY_MS } from '../values/day.js'
import type { ZonedCalendar } from './calendars.js'
import type { Settings } from './settings.js'

/** Time that a schedule offers within the part of the period that has passed. */
export interface Availability {
  readonly hours: number
  /** Local days with any open minute. */
  readonly workingDays: number
}

/** Null when no schedule is known, or it has no opening hour at all. */
export function availabilityOf(
  { calendar, zone }: ZonedCalendar,
  { period, now, reportZone }: Settings,
): Availability | null {
  if (calendar === null) return null
  const { from } = period
  const to = Math.max(from, Math.min(period.to, now))
  const minutes = calendar.between(from, to)
  if (Number.isNaN(minutes)) return null
  const local = zone ?? reportZone
  let workingDays = 0
  const lastDay = Math.floor(local.wallAt(to) / DAY_MS)
  for (let day = Math.floor(local.wallAt(from) / DAY_MS); day <= lastDay; day += 1) {
    const opens = Math.max(from, local.toUtc(day * DAY_MS))
    const closes = Math.min(to, local.toUtc((day + 1) * DAY_MS))
    if (closes > opens && calendar.between(opens, closes) > 0) workingDays += 1
  }
  return { hours: minutes / 60, workingDays }
}

/** One answer per calendar: most technicians share a schedule. */
export function createAvailabilities(settings: Settings): (schedule: ZonedCalendar) => Availability | null {
  const known = new Map<unknown, Availability | null>()
  return (schedule) => {
    const found = known.get(schedule)
    if (found !== undefined) return found
    const answer = availabilityOf(schedule, settings)
    known.set(schedule, answer)
    return answer
  }
}
