import { addBusinessMinutes, businessMinutesBetween, type Schedule } from '@superhack/superops/metrics'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { runs } from '../runs.js'

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Apia',
]
/** Days around offset changes of those zones, so that spans meet them. */
const STARTS = [
  '2024-03-09',
  '2024-03-30',
  '2024-10-05',
  '2024-10-26',
  '2024-11-02',
  '2011-12-28',
  '2024-07-01',
  '2025-05-23',
]

const text = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const clock = fc.nat(95).map((quarter) => text(quarter * 15))
const schedule: fc.Arbitrary<Schedule> = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  windows: fc.array(
    fc.record({
      day: fc.constantFrom(...DAYS),
      start: clock,
      end: fc.oneof(clock, fc.constant('24:00'), fc.constant('23:59')),
    }),
    {
      minLength: 1,
      maxLength: 9,
    },
  ),
  holidays: fc.array(
    fc
      .tuple(fc.constantFrom(...STARTS), fc.nat(3))
      .map(([day, add]) => Temporal.PlainDate.from(day).add({ days: add }).toString()),
    { maxLength: 3 },
  ),
})
const start = fc
  .tuple(fc.constantFrom(...STARTS), fc.nat(4 * 1440))
  .map(([day, minutes]) => new Date(`${day}T00:00:00Z`).getTime() + minutes * 60_000)
const iso = (ms: number): string => new Date(ms).toISOString()

/** Local wall clock per instant decides: the rules of the calendar read minute by minute. */
function countMinutes(from: number, to: number, { timeZone, windows, holidays = [] }: Schedule): number {
  let open = 0
  for (let at = from; at < to; at += 60_000) {
    const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
    if (holidays.includes(local.toPlainDate().toString())) continue
    const minute = text(local.hour * 60 + local.minute)
    const today = DAYS[local.dayOfWeek - 1]
    const yesterday = DAYS[(local.dayOfWeek + 5) % 7]
    const isOpen = windows.some((window) => {
      const end = window.end === '23:59' ? '24:00' : window.end
      if (window.start === window.end) return false
      if (window.start < end) return window.day === today && window.start <= minute && minute < end
      return (window.day === today && window.start <= minute) || (window.day === yesterday && minute < end)
    })
    if (isOpen) open += 1
  }
  return open
}

/** Edges in a gap or an overlap are instants of their own rule, which reading the wall clock cannot tell. */
function hasOrdinaryEdges({ timeZone, windows }: Schedule, from: number, to: number): boolean {
  const zone = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone)
  for (let day = zone(from).toPlainDate().subtract({ days: 1 }); ; day = day.add({ days: 1 })) {
    for (const edge of windows.flatMap((window) => [window.start, window.end])) {
      const wall = day.toPlainDateTime(edge === '24:00' || edge === '23:59' ? '00:00' : edge)
      const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' }).epochMilliseconds
      const later = wall.toZonedDateTime(timeZone, { disambiguation: 'later' }).epochMilliseconds
      if (earlier !== later) return false
    }
    if (Temporal.PlainDate.compare(day, zone(to).toPlainDate().add({ days: 1 })) > 0) return true
  }
}

const isUsable = ({ windows }: Schedule): boolean => windows.some((window) => window.start !== window.end)

test('business minutes are those that a reader of the wall clock counts', () => {
  fc.assert(
    fc.property(schedule, start, fc.nat(3 * 1440), (hours, from, minutes) => {
      const to = from + minutes * 60_000
      fc.pre(isUsable(hours) && hasOrdinaryEdges(hours, from, to))
      expect(businessMinutesBetween(iso(from), iso(to), hours)).toBe(countMinutes(from, to, hours))
    }),
    { numRuns: runs(250) },
  )
})

test('minutes added are the minutes between, and no earlier instant has as many', () => {
  fc.assert(
    fc.property(schedule, start, fc.integer({ min: 1, max: 7000 }), (hours, from, minutes) => {
      fc.pre(isUsable(hours))
      const end = addBusinessMinutes(iso(from), minutes, hours)
      if (end === null) throw new Error('a usable schedule has so many minutes within ten years')
      expect(businessMinutesBetween(iso(from), end, hours)).toBe(minutes)
      const earlier = iso(new Date(end).getTime() - 1)
      expect(businessMinutesBetween(iso(from), earlier, hours)).toBeLessThan(minutes)
    }),
    { numRuns: runs(3000) },
  )
})

test('minutes of two spans that meet are the minutes of the whole', () => {
  fc.assert(
    fc.property(schedule, start, fc.nat(2000 * 1440), fc.nat(2000 * 1440), (hours, from, first, second) => {
      fc.pre(isUsable(hours))
      const [a, b, c] = [iso(from), iso(from + first * 60_000), iso(from + (first + second) * 60_000)]
      const parts = (businessMinutesBetween(a, b, hours) ?? 0) + (businessMinutesBetween(b, c, hours) ?? 0)
      expect(businessMinutesBetween(a, c, hours)).toBe(parts)
    }),
    { numRuns: runs(1000) },
  )
})
