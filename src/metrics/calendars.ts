import { createZone, type Zone } from '../values/zone.js'
import { alwaysOpen, type Calendar, createCalendar, neverOpen } from './business-calendar.js'
import { expected, requireZone } from './check.js'
import type { MetricsContext } from './context.js'
import { recordId } from './record-id.js'
import type { MetricsSite } from './records.js'
import { holidayNumbers, openWeek, type Schedule } from './schedule.js'

/** Opening hours and the zone that they are kept in. */
export interface ZonedCalendar {
  /** Null when no schedule is known. */
  readonly calendar: Calendar | null
  /** Null when no zone is known. */
  readonly zone: Zone | null
}

/** Calendars of sites and technicians, one per distinct schedule. */
export interface Calendars {
  ofSite(siteId: string | null): ZonedCalendar
  ofTechnician(technicianId: string | null): ZonedCalendar
}

const noSchedule: ZonedCalendar = Object.freeze({ calendar: null, zone: null })

type FindSite = (siteId: string) => MetricsSite | undefined

/** Calendar of a schedule that a caller wrote; an unknown zone is a TypeError that names `field`. */
export function scheduleCalendar(field: string, schedule: Schedule): Calendar {
  return createFactory().fromSchedule(field, schedule).calendar ?? neverOpen
}

/**
 * Resolves `scheduleBySiteId`, then the site's own record, then `defaultSchedule`; for technicians
 * `scheduleByTechnicianId`, then `defaultSchedule`. Each once, when asked for.
 */
export function createCalendars(ctx: MetricsContext, findSite: FindSite): Calendars {
  const factory = createFactory()
  const fallback =
    ctx.defaultSchedule === undefined
      ? noSchedule
      : factory.fromSchedule('ctx.defaultSchedule', ctx.defaultSchedule)

  function chosen(field: string, id: string, schedules: Schedules | undefined): ZonedCalendar | undefined {
    if (schedules === undefined || !Object.hasOwn(schedules, id)) return undefined
    const schedule = schedules[id]
    return schedule && factory.fromSchedule(`${field}[${JSON.stringify(id)}]`, schedule)
  }

  return {
    ofSite: remember(fallback, (id) => {
      const own = chosen('ctx.scheduleBySiteId', id, ctx.scheduleBySiteId)
      if (own !== undefined) return own
      const site = findSite(id)
      return (site && factory.fromSite(site, ctx.holidaysByListId ?? {})) ?? fallback
    }),
    ofTechnician: remember(
      fallback,
      (id) => chosen('ctx.scheduleByTechnicianId', id, ctx.scheduleByTechnicianId) ?? fallback,
    ),
  }
}

type Schedules = Readonly<Record<string, Schedule>>

function remember(
  fallback: ZonedCalendar,
  find: (id: string) => ZonedCalendar,
): (id: string | null) => ZonedCalendar {
  const known = new Map<string, ZonedCalendar>()
  return (id) => {
    if (id === null) return fallback
    const found = known.get(id) ?? find(id)
    known.set(id, found)
    return found
  }
}

interface CalendarFactory {
  fromSchedule(field: string, schedule: Schedule): ZonedCalendar
  /** Undefined when the record does not tell. */
  fromSite(
    site: MetricsSite,
    holidaysByListId: Readonly<Record<string, readonly string[]>>,
  ): ZonedCalendar | undefined
}

function createFactory(): CalendarFactory {
  const calendars = new Map<string, Calendar>()

  function share(
    zone: Zone,
    windows: readonly unknown[],
    holidays: readonly unknown[],
    midnight: boolean,
  ): ZonedCalendar {
    const week = openWeek(windows, midnight)
    const closed = holidayNumbers(holidays)
    const key = JSON.stringify([zone.name, week, closed])
    const calendar = calendars.get(key) ?? createCalendar(week, closed, zone)
    calendars.set(key, calendar)
    return { calendar, zone }
  }

  return {
    fromSchedule(field, schedule) {
      if (typeof schedule !== 'object' || schedule === null) {
        throw expected(field, 'a schedule with `timeZone` and `windows`', schedule)
      }
      const zone = requireZone(`${field}.timeZone`, schedule.timeZone)
      if (schedule.working24x7 === true) return { calendar: alwaysOpen, zone }
      const { windows, holidays, treat2359AsMidnight = true } = schedule
      return share(zone, listOf(windows), listOf(holidays), treat2359AsMidnight)
    },
    fromSite(site, holidaysByListId) {
      const zone = knownZone(site.timezoneCode)
      if (site.working24x7 === true) return { calendar: alwaysOpen, zone: zone ?? null }
      // Not selected is not known, so that the default schedule applies; no hours and an unknown zone are known.
      if (site.businessHour === undefined || site.timezoneCode === undefined) return undefined
      if (zone === undefined) return { calendar: neverOpen, zone: null }
      const listId = recordId(site.holidayList?.id)
      const holidays =
        listId !== null && Object.hasOwn(holidaysByListId, listId) ? holidaysByListId[listId] : []
      return share(zone, listOf(site.businessHour), listOf(holidays), true)
    },
  }

  /** A zone that a record names: wrong data is no reason to throw. */
  function knownZone(name: unknown): Zone | undefined {
    if (typeof name !== 'string') return undefined
    try {
      return createZone(name)
    } catch {
      return undefined
    }
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
