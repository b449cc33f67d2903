import { decimalToNumber, type ExactDecimal, multiplyDecimals } from '../values/decimal.js'
import { contractQuantity } from './contract-quantity.js'
import type { BillingInterval, ContractFacts } from './contracts.js'
import {
  addFractions,
  type Fraction,
  finiteOrNull,
  fractionInCents,
  fractionToNumber,
  noFraction,
} from './money.js'

/** Recurring revenue of some contracts. */
export interface RecurringRevenue {
  /** C18 before it is rounded. */
  readonly exact: Fraction
  /** Active recurring contracts without price, interval or quantity; they add nothing. */
  readonly unpricedCount: number
}

interface Factor {
  /** Months' worth of one unit. */
  readonly perMonth: ExactDecimal
  readonly parts: bigint
}

/** Weeks and days of the mean Gregorian month. */
const FACTORS: Readonly<Record<BillingInterval['unit'], Factor>> = {
  MONTH: { perMonth: { units: 1, scale: 0 }, parts: 1n },
  YEAR: { perMonth: { units: 1, scale: 0 }, parts: 12n },
  WEEK: { perMonth: { units: 4_348_125, scale: 6 }, parts: 1n },
  DAY: { perMonth: { units: 30_436_875, scale: 6 }, parts: 1n },
}

/**
 * C18: Σ price × quantity × (1 − discount) × factor ÷ interval of the recurring ones among active contracts; factor:
 * month 1, year 1/12, week 4.348125, day 30.436875.
 */
export function recurringRevenue(active: readonly ContractFacts[], today: number): RecurringRevenue {
  let exact = noFraction
  let unpricedCount = 0
  for (const contract of active) {
    if (!contract.isRecurring) continue
    const monthly = monthlyPrice(contract, today)
    if (monthly === null) unpricedCount += 1
    else exact = addFractions(exact, monthly)
  }
  return { exact, unpricedCount }
}

/** Revenue of a month, exact; null without price, interval or quantity. */
export function monthlyPrice({ price, interval, changes }: ContractFacts, today: number): Fraction | null {
  const quantity = contractQuantity(changes, today)
  if (price === null || interval === null || quantity === null) return null
  const { perMonth, parts } = FACTORS[interval.unit]
  return {
    numerator: multiplyDecimals(multiplyDecimals(price, quantity), perMonth),
    denominator: parts * BigInt(interval.count),
  }
}

/** C18, rounded to cents once. */
export const inCents = ({ exact }: RecurringRevenue): number | null =>
  finiteOrNull(decimalToNumber(fractionInCents(exact)))

/** C18 as ratios take it: not rounded. */
export const unrounded = ({ exact }: RecurringRevenue): number => fractionToNumber(exact)
