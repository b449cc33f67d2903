import { subtract } from '../metrics/money.js'
import { amountOf, zero } from '../metrics/worklogs.js'
import { addDecimals, type ExactDecimal } from '../values/decimal.js'
import { isBlank } from './blank.js'

/** Whether every value that is given is a decimal that passes `test`; null when none is given. */
export function areAmounts(
  values: readonly unknown[],
  test: (amount: ExactDecimal) => boolean = () => true,
): boolean | null {
  let isAnyGiven = false
  for (const value of values) {
    if (isBlank(value)) continue
    isAnyGiven = true
    const amount = amountOf(value)
    if (amount === null || !test(amount)) return false
  }
  return isAnyGiven ? true : null
}

export const isPositive = ({ units }: ExactDecimal): boolean => units > 0
export const isNotNegative = ({ units }: ExactDecimal): boolean => units >= 0

export const HUNDRED: ExactDecimal = Object.freeze({ units: 100, scale: 0 })

export const wholeAmount = (units: number): ExactDecimal => ({ units, scale: 0 })

export const isAtMost = (a: ExactDecimal, b: ExactDecimal): boolean => subtract(a, b).units <= 0

/** Whether two amounts differ by no more than `cents` hundredths. */
export function differByAtMostCents(a: ExactDecimal, b: ExactDecimal, cents: number): boolean {
  const difference = subtract(a, b)
  const size = difference.units < 0 ? subtract(zero, difference) : difference
  return isAtMost(size, { units: cents, scale: 2 })
}

/** The amount that a field gives, zero for a blank one, null for what is no decimal. */
export const amountOrZero = (value: unknown): ExactDecimal | null => (isBlank(value) ? zero : amountOf(value))

/** Exact sum; null when one is null. */
export function sumAmounts(amounts: readonly (ExactDecimal | null)[]): ExactDecimal | null {
  let sum = zero
  for (const amount of amounts) {
    if (amount === null) return null
    sum = addDecimals(sum, amount)
  }
  return sum
}
