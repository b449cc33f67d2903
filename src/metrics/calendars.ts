import { createZone, type Zone } from '../values/zone.js'
import { alwaysOpen, type Calendar, createCalendar, neverOpen } from './business-calendar.js'
import type { MetricsContext, MetricsSite } from './context.js'
import { recordId } from './record-id.js'
import { holidayNumbers, openWeek, type Schedule } from './schedule.js'
import { expected, requireZone } from './settings.js'

/** Calendars of sites, one per distinct schedule. */
export interface Calendars {
  /** Null when no schedule is known for the site. */
  ofSite(siteId: string | null): Calendar | null
}

type FindSite = (siteId: string) => MetricsSite | undefined

/** Calendar of a schedule that a caller wrote; an unknown zone is a TypeError that names `field`. */
export function scheduleCalendar(field: string, schedule: Schedule): Calendar {
  return createFactory().fromSchedule(field, schedule)
}

/** Resolves `scheduleBySiteId`, then the site's own record, then `defaultSchedule`; each site once, when asked for. */
export function createCalendars(ctx: MetricsContext, findSite: FindSite): Calendars {
  const factory = createFactory()
  const bySite = new Map<string, Calendar | null>()
  const schedules = ctx.scheduleBySiteId ?? {}
  const fallback =
    ctx.defaultSchedule === undefined
      ? null
      : factory.fromSchedule('ctx.defaultSchedule', ctx.defaultSchedule)

  function resolve(siteId: string): Calendar | null {
    const own = Object.hasOwn(schedules, siteId) ? schedules[siteId] : undefined
    if (own !== undefined) return factory.fromSchedule(`ctx.scheduleBySiteId[${JSON.stringify(siteId)}]`, own)
    const site = findSite(siteId)
    const calendar = site === undefined ? null : factory.fromSite(site, ctx.holidaysByListId ?? {})
    return calendar ?? fallback
  }

  return {
    ofSite(siteId) {
      if (siteId === null) return fallback
      const known = bySite.get(siteId)
      if (known !== undefined) return known
      const calendar = resolve(siteId)
      bySite.set(siteId, calendar)
      return calendar
    },
  }
}

interface CalendarFactory {
  fromSchedule(field: string, schedule: Schedule): Calendar
  fromSite(site: MetricsSite, holidaysByListId: Readonly<Record<string, readonly string[]>>): Calendar | null
}

function createFactory(): CalendarFactory {
  const zones = new Map<string, Zone>()
  const calendars = new Map<string, Calendar>()

  function zoneOf(name: string, make: () => Zone): Zone {
    const zone = zones.get(name) ?? make()
    zones.set(name, zone)
    return zone
  }

  function share(
    zone: Zone,
    windows: readonly unknown[],
    holidays: readonly unknown[],
    midnight: boolean,
  ): Calendar {
    const week = openWeek(windows, midnight)
    const closed = holidayNumbers(holidays)
    const key = JSON.stringify([zone.name, week, closed])
    const calendar = calendars.get(key) ?? createCalendar(week, closed, zone)
    calendars.set(key, calendar)
    return calendar
  }

  return {
    fromSchedule(field, schedule) {
      if (typeof schedule !== 'object' || schedule === null) {
        throw expected(field, 'a schedule with `timeZone` and `windows`', schedule)
      }
      const zone = zoneOf(schedule.timeZone, () => requireZone(`${field}.timeZone`, schedule.timeZone))
      if (schedule.working24x7 === true) return alwaysOpen
      const { windows, holidays, treat2359AsMidnight = true } = schedule
      return share(zone, listOf(windows), listOf(holidays), treat2359AsMidnight)
    },
    fromSite(site, holidaysByListId) {
      if (site.working24x7 === true) return alwaysOpen
      // Not selected is not known, so that the default schedule applies; no hours and an unknown zone are known.
      if (site.businessHour === undefined || site.timezoneCode === undefined) return null
      const zone = knownZone(site.timezoneCode)
      if (zone === undefined) return neverOpen
      const listId = recordId(site.holidayList?.id)
      const holidays =
        listId !== null && Object.hasOwn(holidaysByListId, listId) ? holidaysByListId[listId] : []
      return share(zone, listOf(site.businessHour), listOf(holidays), true)
    },
  }

  /** A zone that a record names: wrong data is no reason to throw. */
  function knownZone(name: string): Zone | undefined {
    try {
      return zoneOf(name, () => createZone(name))
    } catch {
      return undefined
    }
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
