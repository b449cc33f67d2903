import {
  addDecimals,
  decimalToNumber,
  type ExactDecimal,
  multiplyDecimals,
  parseDecimal,
  roundToCents,
} from '../values/decimal.js'
import { decimalRatio, zero } from './worklogs.js'

/** An exact amount that no decimal may hold, such as a twelfth. */
export interface Fraction {
  readonly numerator: ExactDecimal
  /** At least 1. */
  readonly denominator: bigint
}

export const noFraction: Fraction = Object.freeze({ numerator: zero, denominator: 1n })

export function addFractions(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator)
    return { numerator: addDecimals(a.numerator, b.numerator), denominator: a.denominator }
  return {
    numerator: addDecimals(times(a.numerator, b.denominator), times(b.numerator, a.denominator)),
    denominator: a.denominator * b.denominator,
  }
}

/** Rounded half away from zero to cents, still exact. */
export function fractionInCents({ numerator, denominator }: Fraction): ExactDecimal {
  const divisor = denominator * 10n ** BigInt(numerator.scale)
  const hundredfold = BigInt(numerator.units) * 100n
  const size = hundredfold < 0n ? -hundredfold : hundredfold
  const cents = (2n * size + divisor) / (2n * divisor)
  return { units: hundredfold < 0n ? -cents : cents, scale: 2 }
}

export const fractionToNumber = ({ numerator, denominator }: Fraction): number =>
  decimalToNumber(numerator) / Number(denominator)

/** The decimal that a number prints as: 0.1 is a tenth. */
export function decimalOf(value: number): ExactDecimal {
  const [digits = '', power = '0'] = String(value).split('e')
  const exact = parseDecimal(digits) ?? zero
  const exponent = Number(power)
  return exponent > 0
    ? times(exact, 10n ** BigInt(exponent))
    : { units: exact.units, scale: exact.scale - exponent }
}

export const subtract = (a: ExactDecimal, b: ExactDecimal): ExactDecimal =>
  addDecimals(a, multiplyDecimals(b, { units: -1, scale: 0 }))

export const sumOfDecimals = (values: Iterable<ExactDecimal>): ExactDecimal => {
  let sum = zero
  for (const value of values) sum = addDecimals(sum, value)
  return sum
}

/** Money as results show it: in cents, null for what no number can hold. */
export const moneyOrNull = (amount: ExactDecimal): number | null => finiteOrNull(roundToCents(amount))

/** `part ÷ whole` of exact values; null when the whole is 0, or for what is no finite number. */
export function decimalRatioOrNull(part: ExactDecimal, whole: ExactDecimal): number | null {
  const quotient = decimalRatio(part, whole)
  return quotient === null ? null : finiteOrNull(quotient)
}

/** Adding 0 makes −0, which JSON would change, 0. */
export const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value + 0 : null)

const times = (value: ExactDecimal, factor: bigint): ExactDecimal =>
  multiplyDecimals(value, { units: factor, scale: 0 })
