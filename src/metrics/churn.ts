import { decimalOf, decimalRatioOrNull, subtract, sumOfDecimals } from './money.js'
import { fieldsOf, listOf } from './plain-json.js'
import type { RevenueByClient } from './revenue-share.js'
import { ratio } from './share.js'

/**
 * P17: clients with an active contract at the earlier portfolio that have none now ÷ those clients. Null without an
 * earlier portfolio, without such clients, and when contracts are not known now or then.
 */
export function logoChurnRatio(before: unknown, activeIds: readonly string[] | null): number | null {
  const ids = listOf(fieldsOf(before).activeClientIds)
  if (activeIds === null) return null
  const stillActive = new Set<unknown>(activeIds)
  return ratio(ids.filter((id) => !stillActive.has(id)).length, ids.length)
}

/**
 * P17: recurring revenue lost by clients of the earlier portfolio, with what was reduced, ÷ their revenue then. What
 * others gained does not make up for it. Null as logo churn.
 */
export function revenueChurnRatio(before: unknown, revenue: RevenueByClient): number | null {
  const atStart = Object.entries(fieldsOf(fieldsOf(before).monthlyRecurringRevenueByClientId)).flatMap(
    ([id, amount]) =>
      typeof amount === 'number' && amount > 0 && Number.isFinite(amount) ? [{ id, amount }] : [],
  )
  if (atStart.length === 0 || ![...revenue.values()].some((amount) => amount !== null)) return null
  const lost = atStart.map(({ id, amount }) => {
    const kept = Math.min(amount, Math.max(0, revenue.get(id) ?? 0))
    return subtract(decimalOf(amount), decimalOf(kept))
  })
  return decimalRatioOrNull(
    sumOfDecimals(lost),
    sumOfDecimals(atStart.map(({ amount }) => decimalOf(amount))),
  )
}
