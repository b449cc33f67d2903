import { parseDay } from '../values/day.js'

/** Opening hours of one day of the week; an end before the start belongs to the next day. */
export interface ScheduleWindow {
  /** `MONDAY` to `SUNDAY`, in any case. */
  readonly day: string
  /** `HH:mm` on the wall clock. */
  readonly start: string
  /** `HH:mm`, also `24:00`. */
  readonly end: string
}

/** When a site works. */
export interface Schedule {
  readonly timeZone: string
  /** Always open: windows and holidays do not matter. */
  readonly working24x7?: boolean | undefined
  readonly windows: readonly ScheduleWindow[]
  /** Local dates, closed as a whole. */
  readonly holidays?: readonly (string | { readonly date: string })[] | undefined
  /**
   * Reads an `end` of 23:59 as midnight, which the vendor's forms cannot express.
   * @defaultValue true
   */
  readonly treat2359AsMidnight?: boolean | undefined
}

/** Open stretches of a local day, in minutes since its midnight. */
export type OpenMinutes = readonly (readonly [from: number, to: number])[]

/** Seven days, Monday first; stretches united, ascending, and cut at midnight. */
export type OpenWeek = readonly OpenMinutes[]

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
const MIDNIGHT = 1440
const TIME = /^(\d\d):([0-5]\d)$/

/**
 * Stretches per weekday. What runs past midnight is given to the next day, so that a holiday closes exactly its own
 * date. A window that cannot be read is no window.
 */
export function openWeek(windows: readonly unknown[], treat2359AsMidnight: boolean): OpenWeek {
  const week: [number, number][][] = DAYS.map(() => [])
  for (const window of windows) {
    const { day, start, end } = (window ?? {}) as Partial<Record<keyof ScheduleWindow, unknown>>
    const weekday = typeof day === 'string' ? DAYS.indexOf(day.trim().toUpperCase()) : -1
    const from = minuteOfDay(start)
    const written = minuteOfDay(end)
    const to = written === MIDNIGHT - 1 && treat2359AsMidnight ? MIDNIGHT : written
    if (weekday < 0 || !(from < MIDNIGHT) || Number.isNaN(to) || from === written) continue
    week[weekday]?.push([from, to > from ? to : MIDNIGHT])
    if (to < from) week[(weekday + 1) % 7]?.push([0, to])
  }
  return week.map(unite)
}

/** Days since 1970 of the dates that can be read, ascending. */
export function holidayNumbers(holidays: readonly unknown[]): number[] {
  const days = new Set<number>()
  for (const holiday of holidays) {
    const date = typeof holiday === 'string' ? holiday : (holiday as { date?: unknown } | null)?.date
    const day = typeof date === 'string' ? parseDay(date) : Number.NaN
    if (!Number.isNaN(day)) days.add(day)
  }
  return [...days].sort((a, b) => a - b)
}

/** Overlapping and touching stretches become one; empty ones vanish. */
export function unite(stretches: readonly (readonly [number, number])[]): [number, number][] {
  const united: [number, number][] = []
  let latest: [number, number] | undefined
  const ascending = stretches.filter(([from, to]) => to > from).sort((a, b) => a[0] - b[0])
  for (const [from, to] of ascending) {
    if (latest !== undefined && from <= latest[1]) {
      latest[1] = Math.max(latest[1], to)
      continue
    }
    latest = [from, to]
    united.push(latest)
  }
  return united
}

function minuteOfDay(text: unknown): number {
  const match = typeof text === 'string' ? TIME.exec(text.trim()) : null
  if (match === null) return Number.NaN
  const minute = Number(match[1]) * 60 + Number(match[2])
  return minute <= MIDNIGHT ? minute : Number.NaN
}
