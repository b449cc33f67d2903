import { type ExactDecimal, multiplyDecimals } from '../values/decimal.js'
import { type QuantityChange, quantityChange } from './contract-quantity.js'
import { subtract } from './money.js'
import { normaliseName } from './names.js'
import { dayOf, type Fields, fieldsOf, listOf } from './plain-json.js'
import type { MetricsContract } from './records.js'
import { amountOf, zero } from './worklogs.js'

/** What figures read of a contract; days are numbers since 1970, NaN for none. */
export interface ContractFacts {
  readonly isInForce: boolean
  readonly startDay: number
  readonly endDay: number
  readonly type: string | null
  /** Normalised. */
  readonly name: string
  readonly isRecurring: boolean
  /** Price of one unit per interval, less the discount; null when there is none. */
  readonly price: ExactDecimal | null
  /** Null when the contract does not tell how often it is billed. */
  readonly interval: BillingInterval | null
  readonly changes: readonly QuantityChange[]
  /** Blocks of prepaid work that are overdrawn. */
  readonly overdrawnBlocks: number
}

/** How often a contract is billed: every `count` units. */
export interface BillingInterval {
  readonly unit: 'MONTH' | 'YEAR' | 'WEEK' | 'DAY'
  readonly count: number
}

const UNITS: readonly unknown[] = ['MONTH', 'YEAR', 'WEEK', 'DAY']

export function contractFacts(record: MetricsContract): ContractFacts {
  const contract = fieldsOf(record.contract)
  const billing = fieldsOf(contract.billableContract)
  return {
    isInForce: record.contractStatus === 'ACTIVE',
    startDay: dayOf(record.startDate),
    endDay: dayOf(record.endDate),
    type: typeof contract.contractType === 'string' ? contract.contractType : null,
    name: typeof contract.name === 'string' ? normaliseName(contract.name) : '',
    // The vendor tells it in the frequency; its contract types are about what is billed.
    isRecurring: billing.frequencyType === 'RECURRING' || contract.contractType === 'RECURRING',
    price: priceOf(billing),
    interval: intervalOf(fieldsOf(billing.recurringContract)),
    changes: listOf(billing.changes).flatMap((change) => quantityChange(fieldsOf(change)) ?? []),
    overdrawnBlocks: listOf(billing.blockItemsInfo).filter(isOverdrawn).length,
  }
}

/** C17: status ACTIVE, started, and not ended: the end date is the last day. */
export const isActive = ({ isInForce, startDay, endDay }: ContractFacts, today: number): boolean =>
  isInForce && startDay <= today && !(endDay < today)

const hundred: ExactDecimal = Object.freeze({ units: 100, scale: 0 })
const percent: ExactDecimal = Object.freeze({ units: 1, scale: 2 })

function priceOf(billing: Fields): ExactDecimal | null {
  const price = amountOf(fieldsOf(listOf(fieldsOf(billing.sellingPrice).details)[0]).value)
  if (price === null) return null
  const kept = subtract(hundred, amountOf(billing.discountRate) ?? zero)
  return multiplyDecimals(price, multiplyDecimals(kept, percent))
}

function intervalOf({
  frequencyDurationUnit: unit,
  frequencyInterval: count,
}: Fields): BillingInterval | null {
  return isUnit(unit) && isCount(count) ? { unit, count } : null
}

const isUnit = (unit: unknown): unit is BillingInterval['unit'] => UNITS.includes(unit)
const isCount = (count: unknown): count is number => Number.isSafeInteger(count) && (count as number) >= 1

function isOverdrawn(block: unknown): boolean {
  const balance = amountOf(fieldsOf(block).balance)
  return balance !== null && balance.units < 0
}
