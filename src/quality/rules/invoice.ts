import { groupBy } from '../../metrics/group-by.js'
import { subtract } from '../../metrics/money.js'
import { dayOf } from '../../metrics/plain-json.js'
import { isRecord } from '../../metrics/records.js'
import { amountOf } from '../../metrics/worklogs.js'
import { addDecimals } from '../../values/decimal.js'
import { amountOrZero, areAmounts, differByAtMostCents, isNotNegative, sumAmounts } from '../amounts.js'
import { isBlank, listOf } from '../blank.js'
import { all, areDays, isAtLeast } from '../dates.js'
import type { InvoiceItemRecordFacts, RecordFacts } from '../record-facts.js'
import { areSafeRecordIds, leadsSomewhere } from '../references.js'
import { ruleTable } from '../rule.js'
import type { QualityScope } from '../scope.js'
import { isOneOf } from '../text-form.js'
import { idOccursOnce, occursOnce, textKey } from '../unique.js'

type InvoiceFacts = RecordFacts<'invoice'>
type Item = InvoiceItemRecordFacts['record']

const STATUSES = ['DRAFT', 'APPROVED', 'PAID', 'OVERDUE', 'VOID']
const DAYS_AHEAD = 31
const DRAFT_DAYS = 60

const itemsByInvoice = (scope: QualityScope) =>
  groupBy(scope.facts('invoiceItem') ?? [], ({ invoiceId }) => invoiceId)

/** Undefined when items are not known. */
function itemsOf({ record, id }: InvoiceFacts, scope: QualityScope): readonly Item[] | undefined {
  if (Array.isArray(record.items)) return record.items.filter(isRecord) as readonly Item[]
  if (scope.data.invoiceItems === undefined || id === null) return undefined
  return (scope.once(itemsByInvoice).get(id) ?? []).map((facts) => facts.record)
}

/** Without taxes of its own the invoice has those of its items. */
function addsUp(facts: InvoiceFacts, scope: QualityScope): boolean | null {
  const items = itemsOf(facts, scope)
  if (items === undefined) return null
  const { taxes, additionalDiscount, totalAmount } = facts.record
  const amounts = sumAmounts(items.map(({ amount }) => amountOf(amount)))
  const tax = Array.isArray(taxes)
    ? sumAmounts(listOf(taxes).map(({ taxAmount }) => amountOf(taxAmount)))
    : sumAmounts(items.map(({ taxAmount }) => amountOrZero(taxAmount)))
  const [discount, total] = [amountOrZero(additionalDiscount), amountOf(totalAmount)]
  if (amounts === null || tax === null || discount === null || total === null) return null
  return differByAtMostCents(addDecimals(subtract(amounts, discount), tax), total, items.length + 1)
}

function hasItems(facts: InvoiceFacts, scope: QualityScope): boolean | null {
  const items = itemsOf(facts, scope)
  return items === undefined || facts.record.statusEnum !== 'APPROVED' ? null : items.length > 0
}

function overdueIsSaid({ record }: InvoiceFacts, { today }: QualityScope): boolean | null {
  const status = record.statusEnum
  const isUnpaid = status === 'APPROVED' || status === 'OVERDUE'
  return isUnpaid && dayOf(record.dueDate) < today ? status === 'OVERDUE' : null
}

function overdueIsTrue({ record }: InvoiceFacts, { today }: QualityScope): boolean | null {
  const due = dayOf(record.dueDate)
  return record.statusEnum !== 'OVERDUE' || Number.isNaN(due) ? null : due < today
}

export const invoiceRules = ruleTable('invoice', [
  ['INV-01', 'C', 'critical', 'invoiceId not blank', ({ record }) => !isBlank(record.invoiceId)],
  ['INV-02', 'C', 'error', 'displayId not blank', ({ record }) => !isBlank(record.displayId)],
  ['INV-03', 'C', 'error', 'client present', ({ record }) => !isBlank(record.client?.accountId)],
  ['INV-04', 'C', 'error', 'invoiceDate not blank', ({ record }) => !isBlank(record.invoiceDate)],
  ['INV-05', 'C', 'error', 'statusEnum not blank', ({ record }) => !isBlank(record.statusEnum)],
  ['INV-06', 'C', 'error', 'totalAmount not blank', ({ record }) => !isBlank(record.totalAmount)],
  [
    'INV-07',
    'C',
    'warning',
    'not DRAFT or VOID ⇒ dueDate not blank',
    ({ record: { statusEnum, dueDate } }) =>
      isBlank(statusEnum) || statusEnum === 'DRAFT' || statusEnum === 'VOID' ? null : !isBlank(dueDate),
  ],
  [
    'INV-08',
    'C',
    'error',
    'PAID ⇒ paymentDate not blank',
    ({ record }) => (record.statusEnum === 'PAID' ? !isBlank(record.paymentDate) : null),
  ],
  [
    'INV-09',
    'V',
    'error',
    'dates are real dates',
    ({ record }) => areDays(record.invoiceDate, record.dueDate, record.paymentDate),
  ],
  [
    'INV-10',
    'V',
    'error',
    'statusEnum is DRAFT, APPROVED, PAID, OVERDUE or VOID',
    ({ record }) => isOneOf(record.statusEnum, STATUSES),
  ],
  [
    'INV-11',
    'V',
    'error',
    'amounts are decimals; total ≥ 0',
    ({ record }) =>
      all(
        areAmounts([record.discountAmount, record.additionalDiscount, record.additionalDiscountRate]),
        areAmounts([record.totalAmount], isNotNegative),
      ),
  ],
  ['INV-12', 'V', 'critical', 'ids safe', (facts) => areSafeRecordIds(facts, facts.record.invoiceId)],
  [
    'INV-13',
    'K',
    'error',
    'dueDate ≥ invoiceDate',
    ({ record }) => isAtLeast(dayOf(record.dueDate), dayOf(record.invoiceDate)),
  ],
  [
    'INV-14',
    'K',
    'warning',
    'paymentDate ≥ invoiceDate',
    ({ record }) => isAtLeast(dayOf(record.paymentDate), dayOf(record.invoiceDate)),
  ],
  [
    'INV-15',
    'K',
    'error',
    'paymentDate ⇒ PAID',
    ({ record }) =>
      isBlank(record.paymentDate) || isBlank(record.statusEnum) ? null : record.statusEnum === 'PAID',
  ],
  ['INV-16', 'K', 'warning', 'unpaid, approved, dueDate before today ⇒ OVERDUE', overdueIsSaid],
  ['INV-17', 'K', 'error', 'OVERDUE ⇒ dueDate before today', overdueIsTrue],
  [
    'INV-18',
    'K',
    'error',
    'items loaded: Σ item amount − additionalDiscount + Σ tax = totalAmount within 0.01 × (items + 1)',
    addsUp,
  ],
  ['INV-19', 'K', 'warning', 'APPROVED ⇒ at least one item (items loaded)', hasItems],
  ['INV-20', 'U', 'critical', 'invoiceId occurs once', idOccursOnce],
  [
    'INV-21',
    'U',
    'error',
    'displayId occurs once',
    occursOnce('invoice', ({ record }) => textKey(record.displayId)),
  ],
  ['INV-22', 'I', 'error', 'client exists', leadsSomewhere('invoice', 'client')],
  ['INV-23', 'I', 'warning', 'site exists and belongs to the client', leadsSomewhere('invoice', 'site')],
  [
    'INV-24',
    'T',
    'warning',
    'invoiceDate not more than 31 days ahead',
    ({ record }, { today }) => isAtLeast(today + DAYS_AHEAD, dayOf(record.invoiceDate)),
  ],
  [
    'INV-25',
    'T',
    'warning',
    'DRAFT not older than 60 days',
    ({ record }, { today }) =>
      record.statusEnum === 'DRAFT' ? isAtLeast(dayOf(record.invoiceDate), today - DRAFT_DAYS) : null,
  ],
])
