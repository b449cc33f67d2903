import { DAY_MS, dayNumber } from '../../values/day.js'
import { weekdayOf } from './calendar.js'
import { wireDay } from './wire-time.js'

/** Whether a day, counted from 1970-01-01, is a holiday. */
export type Holidays = (day: number) => boolean

/** The n-th such weekday of a month, Monday is 0. */
function nth(year: number, month: number, weekday: number, count: number): number {
  const first = dayNumber(year, month, 1)
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7
}

function lastMonday(year: number, month: number): number {
  const last = dayNumber(year, month, 31)
  return last - weekdayOf(last)
}

/** Easter Sunday of the Gregorian calendar, by Gauss' rule as Lichtenberg wrote it. */
function easter(year: number): number {
  const century = Math.floor(year / 100)
  const lunar = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25)
  const solar = 2 - Math.floor((3 * century + 3) / 4)
  const golden = year % 19
  const moon = (19 * golden + lunar) % 30
  const correction = Math.floor((moon + Math.floor(golden / 11)) / 29)
  const limit = 21 + moon - correction
  const sunday = 7 - ((year + Math.floor(year / 4) + solar) % 7)
  return dayNumber(year, 3, 1) - 1 + limit + (7 - ((limit - sunday) % 7))
}

const calendars: Readonly<Record<string, (year: number) => readonly number[]>> = {
  'USA Holidays': (year) => [
    dayNumber(year, 1, 1),
    nth(year, 1, 0, 3),
    lastMonday(year, 5),
    dayNumber(year, 6, 19),
    dayNumber(year, 7, 4),
    nth(year, 9, 0, 1),
    nth(year, 11, 3, 4),
    dayNumber(year, 12, 25),
  ],
  'UK Bank Holidays': (year) => [
    dayNumber(year, 1, 1),
    easter(year) - 2,
    easter(year) + 1,
    nth(year, 5, 0, 1),
    lastMonday(year, 5),
    lastMonday(year, 8),
    dayNumber(year, 12, 25),
    dayNumber(year, 12, 26),
  ],
  'No holidays': () => [],
}

export const holidayLists: readonly string[] = Object.keys(calendars)

/** Days of a holiday list. The API tells only its name: the days are the mock's own, without days in lieu. */
export function holidaysOf(name: string | null | undefined): Holidays {
  const calendar = calendars[name ?? '']
  if (calendar === undefined) return () => false
  let from = 0
  let to = 0
  let days = new Set<number>()
  return (day) => {
    if (day < from || day >= to) {
      const year = Number(wireDay(day * DAY_MS).slice(0, 4))
      from = dayNumber(year, 1, 1)
      to = dayNumber(year, 12, 31) + 1
      days = new Set(calendar(year))
    }
    return days.has(day)
  }
}
