import { applyQuantity, isQuantityOperation, quantityOperations } from '../metrics/contract-quantity.js'
import { dayOf } from '../metrics/plain-json.js'
import { isRecord } from '../metrics/records.js'
import { amountOf, zero } from '../metrics/worklogs.js'
import type { ExactDecimal } from '../values/decimal.js'
import { listOf } from './blank.js'
import type { QualityRecords } from './data.js'
import { billableOf } from './references.js'

export interface QuantityChange {
  /** NaN when there is no date. */
  readonly day: number
  readonly operation: string
  readonly quantity: ExactDecimal | null
}

/** Changes of the quantity of a contract by date; undefined when they are not known. */
export function quantityChanges(
  record: QualityRecords['clientContract'],
): readonly QuantityChange[] | undefined {
  const changes = billableOf(record)?.changes
  if (!Array.isArray(changes)) return undefined
  return listOf(changes)
    .filter(isRecord)
    .map((change) => ({
      day: dayOf(change.effectiveDate),
      operation: String(change.quantityChangeOperation),
      quantity: amountOf(change.quantity),
    }))
    .sort(
      (a, b) =>
        a.day - b.day || quantityOperations.indexOf(a.operation) - quantityOperations.indexOf(b.operation),
    )
}

/**
 * Quantities after each change: a baseline sets, the others add and take away. Null when a change has no date, no
 * decimal quantity or an unknown operation.
 */
export function replayedQuantities(changes: readonly QuantityChange[]): readonly ExactDecimal[] | null {
  let quantity = zero
  const quantities: ExactDecimal[] = []
  for (const change of changes) {
    const { operation } = change
    if (Number.isNaN(change.day) || change.quantity === null || !isQuantityOperation(operation)) return null
    quantity = applyQuantity(quantity, { operation, quantity: change.quantity })
    quantities.push(quantity)
  }
  return quantities
}
