import { addBusinessMinutes, businessMinutesBetween, type Schedule } from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const WORKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY']
const week = (timeZone: string, start: string, end: string, days = WORKDAYS): Schedule => ({
  timeZone,
  windows: days.map((day) => ({ day, start, end })),
})
const MONDAY_UTC = { from: '2024-01-01T00:00Z', to: '2024-01-02T00:00Z' }
const onMonday = (
  windows: readonly (readonly [start: string, end: string])[],
  more: Partial<Schedule> = {},
) =>
  businessMinutesBetween(MONDAY_UTC.from, MONDAY_UTC.to, {
    timeZone: 'UTC',
    windows: windows.map(([start, end]) => ({ day: 'MONDAY', start, end })),
    ...more,
  })

test('a night window across the spring change is an hour shorter, across the autumn change an hour longer', () => {
  const nights = week('Europe/Berlin', '00:00', '06:00', ['SUNDAY'])
  expect(businessMinutesBetween('2024-03-30T12:00Z', '2024-03-31T12:00Z', nights)).toBe(300)
  expect(businessMinutesBetween('2024-10-26T12:00Z', '2024-10-27T12:00Z', nights)).toBe(420)
})

test('a weekend between two working days does not count', () => {
  const london = week('Europe/London', '09:00', '17:30')
  expect(businessMinutesBetween('2024-01-05T16:45Z', '2024-01-08T09:20Z', london)).toBe(65)
  expect(businessMinutesBetween('2024-07-05T15:45Z', '2024-07-08T08:20Z', london)).toBe(65)
})

test('minutes that do not fit into today go on at the next opening, and a holiday is skipped', () => {
  const sydney = week('Australia/Sydney', '08:00', '16:00')
  const thursday = '2024-07-04T15:00:00+10:00'
  expect(addBusinessMinutes(thursday, 120, sydney)).toBe('2024-07-04T23:00:00.000Z')
  expect(addBusinessMinutes(thursday, 120, { ...sydney, holidays: ['2024-07-05'] })).toBe(
    '2024-07-07T23:00:00.000Z',
  )
})

test('minutes that end at closing time stay at closing time, and none give the start', () => {
  const sydney = week('Australia/Sydney', '08:00', '16:00')
  expect(addBusinessMinutes('2024-07-04T15:00:00+10:00', 60, sydney)).toBe('2024-07-04T06:00:00.000Z')
  expect(addBusinessMinutes('2024-07-06T15:00:00+10:00', 0, sydney)).toBe('2024-07-06T05:00:00.000Z')
})

test('23:59 is midnight unless that is switched off, and 24:00 is always', () => {
  expect(onMonday([['18:00', '23:59']])).toBe(360)
  expect(onMonday([['18:00', '23:59']], { treat2359AsMidnight: false })).toBe(359)
  expect(onMonday([['18:00', '24:00']])).toBe(360)
})

test('an end before the start runs into the next day', () => {
  const nights: Schedule = { timeZone: 'UTC', windows: [{ day: 'monday', start: '22:00', end: '02:00' }] }
  expect(businessMinutesBetween('2024-01-01T00:00Z', '2024-01-02T00:00Z', nights)).toBe(120)
  expect(businessMinutesBetween('2024-01-01T00:00Z', '2024-01-03T00:00Z', nights)).toBe(240)
})

test('windows of one day are united, not added', () => {
  expect(
    onMonday([
      ['09:00', '12:00'],
      ['11:00', '13:00'],
      ['13:00', '14:00'],
    ]),
  ).toBe(300)
})

test('a holiday takes its own local day, with the part of an overnight window that falls on it', () => {
  const nights = (holiday: string): Schedule => ({
    timeZone: 'UTC',
    windows: [{ day: 'MONDAY', start: '22:00', end: '02:00' }],
    holidays: [{ date: holiday }],
  })
  const minutes = (holiday: string) =>
    businessMinutesBetween('2024-01-01T00:00Z', '2024-01-03T00:00Z', nights(holiday))
  expect([minutes('2024-01-01'), minutes('2024-01-02'), minutes('2024-01-03')]).toEqual([120, 120, 240])
})

test('24x7 knows neither windows nor holidays', () => {
  const always = onMonday([['09:00', '10:00']], { working24x7: true, holidays: ['2024-01-01'] })
  expect(always).toBe(1440)
  expect(
    addBusinessMinutes('2024-01-01T00:00Z', 90.5, { timeZone: 'UTC', working24x7: true, windows: [] }),
  ).toBe('2024-01-01T01:30:30.000Z')
})

test('a schedule without usable window has no answer', () => {
  expect([onMonday([]), onMonday([['09:00', '09:00']]), onMonday([['9:00', '25:00']])]).toEqual([
    null,
    null,
    null,
  ])
  expect(addBusinessMinutes('2024-01-01T00:00Z', 5, { timeZone: 'UTC', windows: [] })).toBeNull()
})

test('a schedule whose days are all holidays is closed, not unknown', () => {
  expect(onMonday([['09:00', '10:00']], { holidays: ['2024-01-01'] })).toBe(0)
})

test('an end before the beginning, and what is no time, has no answer', () => {
  const london = week('Europe/London', '09:00', '17:30')
  expect(businessMinutesBetween('2024-01-02T00:00Z', '2024-01-01T00:00Z', london)).toBeNull()
  expect(businessMinutesBetween('yesterday', '2024-01-01T00:00Z', london)).toBeNull()
  expect(addBusinessMinutes('2024-02-30T00:00Z', 5, london)).toBeNull()
  expect(addBusinessMinutes('2024-01-01T00:00Z', -5, london)).toBeNull()
  expect(addBusinessMinutes('2024-01-01T00:00Z', Number.NaN, london)).toBeNull()
})

test('the search for an end stops after ten years', () => {
  const mondays = week('UTC', '09:00', '10:00', ['MONDAY'])
  expect(addBusinessMinutes('2024-01-01T00:00Z', 60 * 500, mondays)).toBe('2033-07-25T10:00:00.000Z')
  expect(addBusinessMinutes('2024-01-01T00:00Z', 60 * 600, mondays)).toBeNull()
})

test('an edge inside a gap moves forward and swallows no part of the window behind it', () => {
  const sunday = (...times: [string, string][]): Schedule => ({
    timeZone: 'Europe/Berlin',
    windows: times.map(([start, end]) => ({ day: 'SUNDAY', start, end })),
  })
  // 02:15 to 02:30 of a night without these minutes is 03:15 to 03:30.
  const schedule = sunday(['02:15', '02:30'], ['03:00', '04:00'])
  expect(businessMinutesBetween('2024-03-31T00:00Z', '2024-03-31T12:00Z', schedule)).toBe(60)
})

test('a span of centuries is counted as well', () => {
  const mondays = week('Europe/Berlin', '09:00', '10:00', ['MONDAY'])
  const mondaysSince = Math.floor(
    (Date.UTC(2024, 0, 2) - new Date('0001-01-02T00:00Z').getTime()) / 864e5 / 7,
  )
  expect(businessMinutesBetween('0001-01-02T00:00Z', '2024-01-02T00:00Z', mondays)).toBe(mondaysSince * 60)
})

test('a zone that does not exist is refused with the field that names it', () => {
  expect(() =>
    businessMinutesBetween('2024-01-01T00:00Z', '2024-01-01T00:00Z', week('Mars/Base', '09:00', '10:00')),
  ).toThrow(/^schedule\.timeZone: Unknown time zone "Mars\/Base"/)
})
