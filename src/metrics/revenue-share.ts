import { addDecimals, decimalToNumber, type ExactDecimal } from '../values/decimal.js'
import { decimalOf, decimalRatioOrNull, sumOfDecimals } from './money.js'
import type { Thresholds } from './thresholds.js'
import { zero } from './worklogs.js'

/** Recurring revenue per client; null for unknown. */
export type RevenueByClient = ReadonlyMap<string, number | null>

export type RevenueClass = 'A' | 'B' | 'C'

/** P02: Σ C18, exact; null when that of no client is known. */
export function totalRevenue(revenue: RevenueByClient): ExactDecimal | null {
  const known = knownOf(revenue)
  return known.length === 0 ? null : sumOfDecimals(known.map(decimalOf))
}

/** P03: largest C18 ÷ P02; null when P02 is 0 or null. */
export function topClientRevenueShare(revenue: RevenueByClient): number | null {
  const total = totalRevenue(revenue)
  return total && decimalRatioOrNull(decimalOf(knownOf(revenue).reduce((a, b) => Math.max(a, b))), total)
}

/** P04: Herfindahl–Hirschman index, Σ (C18 ÷ P02)²; null when P02 is 0 or null. */
export function revenueHhi(revenue: RevenueByClient): number | null {
  const total = totalRevenue(revenue)
  if (total === null || decimalToNumber(total) === 0) return null
  const whole = decimalToNumber(total)
  return knownOf(revenue)
    .sort((a, b) => a - b)
    .reduce((sum, part) => sum + (part / whole) ** 2, 0)
}

/**
 * P05: ABC analysis: clients by descending C18, then id; by the share accumulated before a client, below 0.8 A, below
 * 0.95 B, else C (`ctx.thresholds.revenueClass`); null without revenue.
 */
export function revenueClasses(
  revenue: RevenueByClient,
  { revenueClass: { a, b } }: Thresholds,
): Record<string, RevenueClass | null> {
  const classes = new Map<string, RevenueClass | null>([...revenue.keys()].map((id) => [id, null]))
  const ranked = [...revenue].flatMap(([id, amount]) =>
    amount !== null && amount > 0 ? [{ id, amount }] : [],
  )
  ranked.sort((one, other) => other.amount - one.amount || (one.id < other.id ? -1 : 1))
  const total = sumOfDecimals(ranked.map(({ amount }) => decimalOf(amount)))
  let before = zero
  for (const { id, amount } of ranked) {
    const share = decimalRatioOrNull(before, total) ?? 0
    classes.set(id, share < a ? 'A' : share < b ? 'B' : 'C')
    before = addDecimals(before, decimalOf(amount))
  }
  return Object.fromEntries(classes)
}

const knownOf = (revenue: RevenueByClient): number[] =>
  [...revenue.values()].filter((amount) => amount !== null)
