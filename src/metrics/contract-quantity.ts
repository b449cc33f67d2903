import { addDecimals, decimalToNumber, type ExactDecimal } from '../values/decimal.js'
import { subtract } from './money.js'
import { dayOf, type Fields } from './plain-json.js'
import { amountOf, zero } from './worklogs.js'

/** A change of the contracted quantity. */
export interface QuantityChange {
  /** −Infinity when it holds from the start. */
  readonly fromDay: number
  /** Last day; NaN for none. */
  readonly endDay: number
  readonly quantity: ExactDecimal
  readonly operation: QuantityOperation
}

export type QuantityOperation = 'BASELINE' | 'INCREASE' | 'DECREASE'

/** In the order in which changes of one day apply. */
export const quantityOperations: readonly unknown[] = ['BASELINE', 'INCREASE', 'DECREASE']

/** Null for a change without usable quantity or operation. */
export function quantityChange(change: Fields): QuantityChange | null {
  const quantity = amountOf(change.quantity)
  const operation = change.quantityChangeOperation
  if (quantity === null || !isQuantityOperation(operation)) return null
  const day = dayOf(change.effectiveDate)
  return {
    fromDay: Number.isNaN(day) ? Number.NEGATIVE_INFINITY : day,
    endDay: dayOf(change.endDate),
    quantity,
    operation,
  }
}

export const isQuantityOperation = (operation: unknown): operation is QuantityOperation =>
  quantityOperations.includes(operation)

/**
 * The contracted quantity as of a day: changes that apply, by effective date (none is the earliest), of one day
 * BASELINE before INCREASE before DECREASE. BASELINE sets, INCREASE adds, DECREASE subtracts.
 *
 * Null when no change applies: dynamic quantities are not returned, and are not guessed.
 */
export function contractQuantity(changes: readonly QuantityChange[], today: number): ExactDecimal | null {
  const applicable = changes.filter(({ fromDay, endDay }) => fromDay <= today && !(endDay < today))
  if (applicable.length === 0) return null
  return applicable.sort(inOrder).reduce(applyQuantity, zero)
}

/** BASELINE sets, INCREASE adds, DECREASE subtracts. */
export function applyQuantity(
  sum: ExactDecimal,
  { operation, quantity }: Pick<QuantityChange, 'operation' | 'quantity'>,
): ExactDecimal {
  if (operation === 'BASELINE') return quantity
  return operation === 'INCREASE' ? addDecimals(sum, quantity) : subtract(sum, quantity)
}

/** Of two baselines of one day the larger one stands, in whatever order they came. */
function inOrder(a: QuantityChange, b: QuantityChange): number {
  if (a.fromDay !== b.fromDay) return a.fromDay < b.fromDay ? -1 : 1
  const order = quantityOperations.indexOf(a.operation) - quantityOperations.indexOf(b.operation)
  return order === 0 ? decimalToNumber(a.quantity) - decimalToNumber(b.quantity) : order
}
