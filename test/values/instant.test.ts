import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { canonicalInstant, formatInstant, parseInstant } from '../../src/values/instant.js'
import { createZone } from '../../src/values/zone.js'
import { runs } from '../runs.js'

const FIRST = new Date('0001-01-01T00:00:00Z').getTime()
const LAST = new Date('9999-12-31T23:59:59.999Z').getTime()

test.each([
  ['2022-06-28T05:25:10', '2022-06-28T05:25:10.000Z'],
  ['2021-12-18T15:35', '2021-12-18T15:35:00.000Z'],
  ['2022-11-29T15:54:16.270', '2022-11-29T15:54:16.270Z'],
  ['2022-11-29T15:54:16.2', '2022-11-29T15:54:16.200Z'],
  ['2022-11-29T15:54:16.123999999', '2022-11-29T15:54:16.123Z'],
  ['2022-11-29T15:54Z', '2022-11-29T15:54:00.000Z'],
  ['2022-11-29T15:54+05:30', '2022-11-29T10:24:00.000Z'],
  ['2022-11-29T15:54:16-08:00', '2022-11-29T23:54:16.000Z'],
  ['2022-11-29T15:54:16.5-08:00', '2022-11-29T23:54:16.500Z'],
  ['2024-02-29T00:00', '2024-02-29T00:00:00.000Z'],
  ['2000-02-29T23:59:59', '2000-02-29T23:59:59.000Z'],
  ['0001-01-01T00:00', '0001-01-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59.999999999', '9999-12-31T23:59:59.999Z'],
])('%s is the instant %s', (text, canonical) => {
  expect(canonicalInstant(text)).toBe(canonical)
  expect(parseInstant(text)).toBe(new Date(canonical).getTime())
})

test.each([
  '',
  '2024-01-01',
  '2024-01-01T10',
  '2024-01-01 10:00',
  '2024-01-01t10:00',
  '2024-01-01T10:00z',
  '2024-01-01T10:00:',
  '2024-01-01T10:00:00.',
  '2024-01-01T10:00:00.Z',
  '2024-01-01T10:00:00.1234567890',
  '2024-01-01T10:00:00.1x',
  '2024-01-01T10:00:00,5',
  '2024-01-01T10:00.5',
  '2024-02-30T10:00',
  '2023-02-29T10:00',
  '1900-02-29T10:00',
  '2024-04-31T10:00',
  '2024-00-10T10:00',
  '2024-13-10T10:00',
  '2024-01-00T10:00',
  '2024-01-01T24:00',
  '2024-01-01T10:60',
  '2024-01-01T10:00:60',
  '2024-01-01T10:00+24:00',
  '2024-01-01T10:00+05:60',
  '2024-01-01T10:00+0530',
  '2024-01-01T10:00+05:30x',
  '2024-01-01T10:00ZZ',
  ' 2024-01-01T10:00',
  '２０２４-01-01T10:00',
  '2024/01/01T10:00',
  '+02024-01-01T10:00',
  '0000-12-31T23:59',
  '0001-01-01T00:00+00:01',
  '9999-12-31T23:59:59-00:01',
])('"%s" is no time', (text) => {
  expect(parseInstant(text)).toBeNaN()
  expect(canonicalInstant(text)).toBe('')
})

test('a canonical text comes back as it is, also through a zone', () => {
  const text = '2022-06-28T05:25:10.007Z'
  expect(canonicalInstant(text)).toBe(text)
  expect(canonicalInstant(text, createZone('Asia/Tokyo'))).toBe(text)
})

test('an offset in the text is stronger than the zone', () => {
  expect(canonicalInstant('2024-07-01T12:00:00+02:00', createZone('Asia/Tokyo'))).toBe(
    '2024-07-01T10:00:00.000Z',
  )
  expect(canonicalInstant('2024-07-01T12:00:00', createZone('Asia/Tokyo'))).toBe('2024-07-01T03:00:00.000Z')
})

test('what is no instant of the years 1 to 9999 has no canonical text', () => {
  expect([Number.NaN, Infinity, FIRST - 1, LAST + 1].map(formatInstant)).toEqual(['', '', '', ''])
})

test('every millisecond of the years 1 to 9999 is written as Date writes it and read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: FIRST, max: LAST }), (ms) => {
      const text = formatInstant(ms)
      expect(text).toBe(new Date(ms).toISOString())
      expect(parseInstant(text)).toBe(ms)
    }),
    { numRuns: runs(20_000) },
  )
})

test('texts with an offset give the instant that Temporal gives', () => {
  const pad = (value: number, length = 2): string => String(value).padStart(length, '0')
  const offset = fc
    .tuple(fc.constantFrom('+', '-'), fc.nat(23), fc.nat(59))
    .map(([sign, hours, minutes]) => `${sign}${pad(hours)}:${pad(minutes)}`)
  const text = fc
    .tuple(
      fc.date({ min: new Date(FIRST + 864e5 * 2), max: new Date(LAST - 864e5 * 2), noInvalidDate: true }),
      fc.constantFrom('', ':07', ':59.4', ':00.123456', ':31.999999999'),
      fc.oneof(fc.constant('Z'), offset),
    )
    .map(([date, seconds, suffix]) => `${date.toISOString().slice(0, 16)}${seconds}${suffix}`)
  fc.assert(
    fc.property(text, (written) => {
      expect(parseInstant(written)).toBe(Temporal.Instant.from(written).epochMilliseconds)
    }),
    { numRuns: runs(10_000) },
  )
})

test('a digit that is none, anywhere, makes the text no time', () => {
  const text = '2022-06-28T05:25:10.270Z'
  const digits = [...text].flatMap((char, at) => (/\d/.test(char) ? [at] : []))
  fc.assert(
    fc.property(fc.constantFrom(...digits), fc.string({ minLength: 1, maxLength: 1 }), (at, char) => {
      fc.pre(!/\d/.test(char))
      expect(parseInstant(text.slice(0, at) + char + text.slice(at + 1))).toBeNaN()
    }),
    { numRuns: runs(5000) },
  )
})

test('a text that is made canonical by a copy comes out as parsed and formatted, or is refused alike', () => {
  const plain = fc
    .tuple(
      fc.date({ min: new Date(FIRST), max: new Date(LAST), noInvalidDate: true }),
      fc.constantFrom(19, 23),
      fc.option(fc.tuple(fc.nat(22), fc.constantFrom('0', '2', '3', '6', '9', ':', '-', 'T', 'x', 'İ'))),
    )
    .map(([date, length, change]) => {
      const text = date.toISOString().slice(0, length)
      return change === null ? text : text.slice(0, change[0]) + change[1] + text.slice(change[0] + 1)
    })
  fc.assert(
    fc.property(plain, (text) => {
      expect(canonicalInstant(text)).toBe(formatInstant(parseInstant(text)))
    }),
    { numRuns: runs(300_000) },
  )
})
