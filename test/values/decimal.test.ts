import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDecimals,
  decimalToNumber,
  type ExactDecimal,
  multiplyDecimals,
  parseDecimal,
  roundToCents,
} from '../../src/values/decimal.js'
import { runs } from '../runs.js'

const exact = (text: string): ExactDecimal => {
  const value = parseDecimal(text)
  if (value === null) throw new Error(`${text} is no decimal`)
  return value
}

/** Scaled by 10^-60 as a bigint: the reference for every operation. */
function reference(text: string): bigint {
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  const size = BigInt(whole + fraction.padEnd(60, '0'))
  return sign === '-' ? -size : size
}

const scaled = ({ units, scale }: ExactDecimal): bigint => BigInt(units) * 10n ** BigInt(60 - scale)

const decimalText = fc
  .tuple(fc.constantFrom('', '-', '+'), fc.stringMatching(/^\d{1,20}$/), fc.stringMatching(/^\d{0,10}$/))
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`)

test.each(['', '.5', '5.', '1,5', '1e5', ' 1', '0x10', '--1', '1.2.3', 'NaN', '１'])(
  '"%s" is no decimal',
  (text) => {
    expect(parseDecimal(text)).toBeNull()
  },
)

test('tenths add up', () => {
  expect(decimalToNumber(addDecimals(exact('0.1'), exact('0.2')))).toBe(0.3)
  expect(decimalToNumber(multiplyDecimals(exact('1.1'), exact('1.1')))).toBe(1.21)
})

test('sums and products are exact, whatever the size', () => {
  fc.assert(
    fc.property(decimalText, decimalText, (a, b) => {
      expect(scaled(exact(a))).toBe(reference(a))
      expect(scaled(addDecimals(exact(a), exact(b)))).toBe(reference(a) + reference(b))
      expect(scaled(multiplyDecimals(exact(a), exact(b))) * 10n ** 60n).toBe(reference(a) * reference(b))
    }),
    { numRuns: runs(10_000) },
  )
})

test('a decimal becomes the double nearest to it', () => {
  fc.assert(
    fc.property(decimalText, (text) => {
      expect(decimalToNumber(exact(text))).toBe(Number(text) + 0)
    }),
    { numRuns: runs(10_000) },
  )
})

test.each([
  ['1.005', 1.01],
  ['-1.005', -1.01],
  ['2.675', 2.68],
  ['0.004', 0],
  ['1.2', 1.2],
  ['12', 12],
  ['9007199254740.995', 9007199254741],
])('%s is rounded to %d, half away from zero', (text, rounded) => {
  expect(roundToCents(exact(text))).toBe(rounded)
})
