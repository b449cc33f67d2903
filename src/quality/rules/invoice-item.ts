import { subtract } from '../../metrics/money.js'
import { dayOf } from '../../metrics/plain-json.js'
import { amountOf } from '../../metrics/worklogs.js'
import { addDecimals, multiplyDecimals } from '../../values/decimal.js'
import {
  amountOrZero,
  areAmounts,
  differByAtMostCents,
  HUNDRED,
  isAtMost,
  isNotNegative,
} from '../amounts.js'
import { isBlank } from '../blank.js'
import { isAtLeast } from '../dates.js'
import type { InvoiceItemRecordFacts } from '../record-facts.js'
import { areSafeRecordIds, leadsSomewhere } from '../references.js'
import { ruleTable } from '../rule.js'
import type { QualityScope } from '../scope.js'
import { idOccursOnce } from '../unique.js'

export const isPercentage = (value: unknown): boolean | null =>
  areAmounts([value], (rate) => isNotNegative(rate) && isAtMost(rate, HUNDRED))

/** Compared without division: a hundredth of the hundredfold has two more places. */
function amountIsProduct({ record }: InvoiceItemRecordFacts): boolean | null {
  const [quantity, price] = [amountOf(record.quantity), amountOf(record.unitPrice)]
  const [discount, amount] = [amountOrZero(record.discountRate), amountOf(record.amount)]
  if (quantity === null || price === null || discount === null || amount === null) return null
  const hundredfold = multiplyDecimals(multiplyDecimals(quantity, price), subtract(HUNDRED, discount))
  return differByAtMostCents({ units: hundredfold.units, scale: hundredfold.scale + 2 }, amount, 1)
}

function totalIsSum({ record }: InvoiceItemRecordFacts): boolean | null {
  const [amount, tax, total] = [
    amountOf(record.amount),
    amountOf(record.taxAmount),
    amountOf(record.totalAmount),
  ]
  if (amount === null || tax === null || total === null) return null
  return differByAtMostCents(addDecimals(amount, tax), total, 1)
}

function untaxedHasNoTax({ record }: InvoiceItemRecordFacts): boolean | null {
  if (record.taxable !== false) return null
  const tax = amountOrZero(record.taxAmount)
  return tax === null ? null : Number(tax.units) === 0
}

function isBilledBeforeInvoice({ record, invoiceId }: InvoiceItemRecordFacts, scope: QualityScope) {
  const invoice = invoiceId === null ? undefined : scope.byId('invoice')?.get(invoiceId)
  return isAtLeast(dayOf(invoice?.invoiceDate), dayOf(record.billedDate))
}

export const invoiceItemRules = ruleTable('invoiceItem', [
  ['ITM-01', 'C', 'critical', 'itemId not blank', ({ record }) => !isBlank(record.itemId)],
  ['ITM-02', 'C', 'error', 'quantity not blank', ({ record }) => !isBlank(record.quantity)],
  ['ITM-03', 'C', 'error', 'unitPrice not blank', ({ record }) => !isBlank(record.unitPrice)],
  ['ITM-04', 'C', 'error', 'amount not blank', ({ record }) => !isBlank(record.amount)],
  [
    'ITM-05',
    'C',
    'warning',
    'serviceItem or details present',
    ({ record }) => !isBlank(record.serviceItem?.itemId) || !isBlank(record.details),
  ],
  [
    'ITM-06',
    'C',
    'warning',
    'taxable ⇒ tax present',
    ({ record }) => (record.taxable === true ? !isBlank(record.tax?.taxId) : null),
  ],
  [
    'ITM-07',
    'V',
    'error',
    'quantity, unitPrice, amount, taxAmount, totalAmount are decimals',
    ({ record }) =>
      areAmounts([record.quantity, record.unitPrice, record.amount, record.taxAmount, record.totalAmount]),
  ],
  ['ITM-08', 'V', 'error', 'discountRate within 0–100', ({ record }) => isPercentage(record.discountRate)],
  [
    'ITM-09',
    'V',
    'critical',
    'ids safe',
    (facts) =>
      areSafeRecordIds(facts, facts.record.itemId, facts.record.tax?.taxId, facts.record.invoice?.invoiceId),
  ],
  [
    'ITM-10',
    'K',
    'error',
    'quantity × unitPrice × (1 − discountRate ÷ 100) = amount within 0.01',
    amountIsProduct,
  ],
  ['ITM-11', 'K', 'error', 'amount + taxAmount = totalAmount within 0.01', totalIsSum],
  ['ITM-12', 'K', 'warning', 'not taxable ⇒ taxAmount blank or 0', untaxedHasNoTax],
  ['ITM-13', 'U', 'critical', 'itemId occurs once', idOccursOnce],
  ['ITM-14', 'I', 'warning', 'service item exists', leadsSomewhere('invoiceItem', 'serviceItem')],
  ['ITM-15', 'I', 'error', 'invoice exists', leadsSomewhere('invoiceItem', 'invoice')],
  ['ITM-16', 'T', 'info', 'billedDate ≤ invoiceDate of its invoice', isBilledBeforeInvoice],
])
