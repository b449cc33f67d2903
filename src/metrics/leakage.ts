import { decimalToNumber } from '../values/decimal.js'
import { contractQuantity } from './contract-quantity.js'
import type { BillingInterval, ContractFacts } from './contracts.js'
import type { InvoiceTally } from './invoices.js'
import { sumOfDecimals } from './money.js'

/** Days of the mean Gregorian calendar. */
const DAYS: Readonly<Record<BillingInterval['unit'], number>> = {
  DAY: 1,
  WEEK: 7,
  MONTH: 30.436875,
  YEAR: 365.2425,
}

/**
 * Active recurring contracts of which more than two intervals have passed since the later of their start and the
 * client's latest billed invoice: invoices do not name contracts. Null when contracts or invoices are not known.
 */
export function uninvoicedContractCount(
  active: readonly ContractFacts[] | null,
  invoices: InvoiceTally | null,
  today: number,
): number | null {
  if (active === null || invoices === null) return null
  const latest = invoices.billedDays.values().at(-1) ?? Number.NEGATIVE_INFINITY
  return active.filter(({ isRecurring, interval, startDay }) => {
    if (!isRecurring || interval === null) return false
    return today - Math.max(startDay, latest) > 2 * interval.count * DAYS[interval.unit]
  }).length
}

/**
 * Endpoints beyond the quantity that active recurring contracts add up to, at least 0. Null when endpoints or
 * contracts are not known, or no quantity is.
 */
export function uncontractedEndpointCount(
  active: readonly ContractFacts[] | null,
  endpointCount: number | null,
  today: number,
): number | null {
  if (active === null || endpointCount === null) return null
  const quantities = active.flatMap(({ isRecurring, changes }) =>
    isRecurring ? (contractQuantity(changes, today) ?? []) : [],
  )
  if (quantities.length === 0) return null
  return Math.max(0, endpointCount - decimalToNumber(sumOfDecimals(quantities)))
}

/** Blocks of active contracts whose balance is below zero; null when contracts are not known. */
export const overdrawnBlockCount = (active: readonly ContractFacts[] | null): number | null =>
  active === null ? null : active.reduce((count, { overdrawnBlocks }) => count + overdrawnBlocks, 0)

/** Whether a signal shows anything; null when its count is. */
export const isAny = (count: number | null): boolean | null => (count === null ? null : count > 0)
