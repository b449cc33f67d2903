import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { canonicalInstant } from '../../src/values/instant.js'
import { createZone, type Zone } from '../../src/values/zone.js'
import { runs } from '../runs.js'

const NAMES = [
  'Europe/Berlin',
  'Europe/London',
  'Europe/Dublin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Havana',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Asia/Gaza',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Antarctica/Troll',
  'Etc/GMT+12',
]

const wallText = (wallMs: number): string => new Date(wallMs).toISOString().slice(0, 23)
const oracle = (name: string, wallMs: number): number =>
  Temporal.PlainDateTime.from(wallText(wallMs)).toZonedDateTime(name, { disambiguation: 'compatible' })
    .epochMilliseconds

/** Instants of the offset changes near the present, found by asking the oracle. */
function changesOf(name: string): number[] {
  const changes: number[] = []
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.from('1995-01-01T00:00Z').toZonedDateTimeISO(name)
  while (changes.length < 60 && at !== null) {
    at = at.getTimeZoneTransition('next')
    if (at !== null && at.epochMilliseconds < Date.UTC(2045, 0)) changes.push(at.epochMilliseconds)
    else break
  }
  return changes
}

test.each(NAMES)('%s: wall clocks around every offset change are the instants of Temporal', (name) => {
  const zone = createZone(name)
  const differences: string[] = []
  for (const change of changesOf(name)) {
    for (let wall = change - 16 * 36e5; wall <= change + 16 * 36e5; wall += 36e5 / 2) {
      if (zone.toUtc(wall) !== oracle(name, wall)) differences.push(wallText(wall))
    }
    for (const instant of [change - 1, change, change + 1]) {
      const local = new Temporal.ZonedDateTime(BigInt(instant) * 1_000_000n, name)
      if (zone.offsetAt(instant) !== local.offsetNanoseconds / 1e6) differences.push(wallText(instant))
    }
  }
  expect(differences).toEqual([])
})

test('the zones above have offset changes to be wrong about', () => {
  expect(changesOf('Europe/Berlin')).toHaveLength(60)
  expect(changesOf('Pacific/Apia').length).toBeGreaterThan(10)
})

test('any wall clock of the years 1900 to 2200 is the instant of Temporal, in any order of questions', () => {
  const zones = new Map<string, Zone>(NAMES.map((name) => [name, createZone(name)]))
  fc.assert(
    fc.property(
      fc.constantFrom(...NAMES),
      fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2200, 0) }),
      (name, wall) => {
        expect(zones.get(name)?.toUtc(wall)).toBe(oracle(name, wall))
      },
    ),
    { numRuns: runs(2000) },
  )
})

test('the wall clock of an instant is the one that Temporal shows', () => {
  const zones = new Map<string, Zone>(NAMES.map((name) => [name, createZone(name)]))
  fc.assert(
    fc.property(
      fc.constantFrom(...NAMES),
      fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2200, 0) }),
      (name, utc) => {
        const local = Temporal.Instant.fromEpochMilliseconds(utc).toZonedDateTimeISO(name)
        const shown = local.toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds
        expect(zones.get(name)?.wallAt(utc)).toBe(shown)
      },
    ),
    { numRuns: runs(2000) },
  )
})

test.each([
  ['Europe/Berlin', '2024-03-31T02:30:00', '2024-03-31T01:30:00.000Z', 'a gap moves forward'],
  ['Europe/Berlin', '2024-10-27T02:30:00', '2024-10-27T00:30:00.000Z', 'an overlap is the earlier instant'],
  ['Australia/Lord_Howe', '2024-10-06T02:15:00', '2024-10-05T15:45:00.000Z', 'a gap of half an hour'],
  ['Pacific/Apia', '2011-12-30T12:00:00', '2011-12-30T22:00:00.000Z', 'a day that never was'],
  ['Asia/Kathmandu', '2024-01-01T00:00:00', '2023-12-31T18:15:00.000Z', 'an offset of 5:45'],
])('%s %s is %s: %s', (name, wall, instant) => {
  expect(canonicalInstant(wall, createZone(name))).toBe(instant)
})

test('the first and the last day of the calendar have offsets, and beyond it there is none', () => {
  const zone = createZone('America/New_York')
  expect(zone.offsetAt(new Date('0001-01-03T00:00:00Z').getTime())).toBeLessThan(-4 * 36e5)
  expect(zone.offsetAt(new Date('9999-12-31T00:00:00Z').getTime())).toBe(-5 * 36e5)
  expect(zone.toUtc(Number.NaN)).toBeNaN()
  expect(zone.offsetAt(8.64e15)).toBeNaN()
})

test('UTC shifts nothing', () => {
  const zone = createZone('UTC')
  expect([zone.toUtc(5), zone.wallAt(5), zone.offsetAt(5)]).toEqual([5, 5, 0])
})

test('an unknown zone is refused by name, and no name is never the zone of the host', () => {
  expect(() => createZone('Mars/Base')).toThrow(
    new TypeError('Unknown time zone "Mars/Base": expected an IANA name such as "Europe/Berlin".'),
  )
  expect(() => createZone(undefined as unknown as string)).toThrow(TypeError)
})
