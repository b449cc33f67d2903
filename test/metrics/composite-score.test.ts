import { expect, test } from 'vitest'
import { compositeScore, roundScore } from '../../src/metrics/composite-score.js'

const rising = { weight: 0.6, worst: 0.7, best: 0.98 }
const falling = { weight: 0.4, worst: 90, best: 14 }
const band = { weight: 1, below: 0.3, low: 0.65, high: 0.85, above: 1.1 }

const scaled = (part: typeof rising | typeof band, value: number | null) =>
  compositeScore({ it: part }, { it: value }, 0).parts.it.scaled

test('a part is worth 0 at its worst and 1 at its best, linear between, and nothing beyond', () => {
  const values = [0, 0.7, 0.84, 0.98, 2].map((value) => scaled(rising, value))
  expect(values).toEqual([0, 0, expect.closeTo(0.5, 12), 1, 1])
  expect([100, 90, 52, 14, 0].map((value) => scaled(falling, value))).toEqual([0, 0, 0.5, 1, 1])
  expect(scaled(rising, null)).toBeNull()
})

test('equal anchors are a step', () => {
  const step = { weight: 1, worst: 1, best: 1 }
  expect([0, 1, 2].map((value) => scaled(step, value))).toEqual([0, 0, 1])
})

test('a band is best inside, and falls to both sides', () => {
  const values = [0, 0.3, 0.475, 0.65, 0.75, 0.85, 0.95, 1.1, 2].map((value) => scaled(band, value))
  const half = expect.closeTo(0.5, 12)
  expect(values).toEqual([0, 0, half, 1, 1, 1, expect.closeTo(0.6, 12), 0, 0])
})

test('a score is the weighted mean of its parts, which it shows', () => {
  expect(compositeScore({ a: rising, b: falling }, { a: 0.98, b: 52 }, 0.5)).toEqual({
    score: 80,
    parts: { a: { value: 0.98, scaled: 1, weight: 0.6 }, b: { value: 52, scaled: 0.5, weight: 0.4 } },
  })
})

test('weights of unknown parts are dropped; below the minimum of known weight there is no score', () => {
  const of = (minimum: number) => compositeScore({ a: rising, b: falling }, { a: null, b: 52 }, minimum).score
  expect([of(0.4), of(0.41)]).toEqual([50, null])
  const parts = {
    a: { ...rising, weight: 0.1 },
    b: { ...rising, weight: 0.2 },
    c: { ...rising, weight: 0.3 },
  }
  expect(compositeScore(parts, { a: 0.98, b: 0.98, c: null }, 0.5).score).toBe(100)
  expect(compositeScore({ a: rising }, { a: null }, 0).score).toBeNull()
})

test('scores are rounded to two decimals, half away from zero', () => {
  expect([1.005, 50.125, 33.333, 2.675, -1.005, 0].map(roundScore)).toEqual([
    1.01, 50.13, 33.33, 2.68, -1.01, 0,
  ])
  expect(roundScore(100 * 0.3 * 0.015)).toBe(0.45)
})
