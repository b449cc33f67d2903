import { parseTimestamp, quantile, wilsonLowerBound } from '@superhack/superops/metrics'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.js'

test.each([
  [[60, 120, 600], 0.5, 120],
  [[60, 120, 600], 0.9, 504],
  [[30, 60, 90, 120], 0.5, 75],
  [[30, 60, 90, 120], 0.9, 111],
  [[30, 60, 90, 120], 0.95, 115.5],
  [[30, 90], 0.5, 60],
  [[30, 90], 0.9, 84],
  [[30, 90], 0.95, 87],
  [[7], 0.99, 7],
  [[10, 9, 100], 0.5, 10],
  [[1, null, 3, undefined, Number.NaN], 0.5, 2],
  [[1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY], 0.75, Number.POSITIVE_INFINITY],
])('of %j the quantile %d is %d', (values, p, expected) => {
  expect(quantile(values, p)).toBeCloseTo(expected, 9)
})

test('there is no quantile of nothing, nor outside 0 to 1', () => {
  expect([
    quantile([], 0.5),
    quantile([null], 0.5),
    quantile([1], -0.1),
    quantile([1], 1.1),
    quantile([1], Number.NaN),
  ]).toEqual([null, null, null, null, null])
})

test('quantiles lie between smallest and largest, grow with p, and ignore the order of frozen values', () => {
  const values = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 50 })
  fc.assert(
    fc.property(
      values,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (list, p, q) => {
        const frozen = Object.freeze([...list])
        const [low, high] = [
          quantile(frozen, Math.min(p, q)) ?? Number.NaN,
          quantile(frozen, Math.max(p, q)) ?? Number.NaN,
        ]
        expect(low).toBeLessThanOrEqual(high + 1e-6)
        expect(low).toBeGreaterThanOrEqual(Math.min(...list))
        expect(high).toBeLessThanOrEqual(Math.max(...list))
        expect(quantile([...list].reverse(), p)).toBe(quantile(frozen, p))
      },
    ),
    { numRuns: runs(5000) },
  )
})

test('a small sample vouches for less than its share', () => {
  expect(wilsonLowerBound(47, 50)).toBeCloseTo(0.837829, 6)
  expect(wilsonLowerBound(5, 5)).toBeCloseTo(0.565518, 6)
  expect(wilsonLowerBound(0, 5)).toBe(0)
})

test('there is no bound without tries, nor for counts that are none', () => {
  expect([
    wilsonLowerBound(0, 0),
    wilsonLowerBound(6, 5),
    wilsonLowerBound(-1, 5),
    wilsonLowerBound(Number.NaN, 5),
  ]).toEqual([null, null, null, null])
})

test('a timestamp without offset is a wall clock of the source zone', () => {
  expect(parseTimestamp('2022-06-28T05:25:10')).toBe(Date.UTC(2022, 5, 28, 5, 25, 10))
  expect(parseTimestamp('2021-12-18T15:35', 'Asia/Kolkata')).toBe(Date.UTC(2021, 11, 18, 10, 5))
  expect(parseTimestamp('2024-03-31T02:30', 'Europe/Berlin')).toBe(Date.UTC(2024, 2, 31, 1, 30))
  expect(parseTimestamp('2024-10-27T02:30', 'Europe/Berlin')).toBe(Date.UTC(2024, 9, 27, 0, 30))
})

test('what is no time is null, whatever its type', () => {
  expect([
    parseTimestamp('2024-02-30T00:00'),
    parseTimestamp('soon'),
    parseTimestamp(null),
    parseTimestamp(5),
  ]).toEqual([null, null, null, null])
})

test('a source zone that does not exist is refused by name', () => {
  expect(() => parseTimestamp('2024-01-01T00:00', 'Mars/Base')).toThrow(
    /^sourceTimeZone: Unknown time zone "Mars\/Base"/,
  )
})
