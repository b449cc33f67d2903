import { DAY_MS } from '../values/day.js'
import { addDecimals, type ExactDecimal } from '../values/decimal.js'
import { change } from './clock-tally.js'
import { subtract, sumOfDecimals } from './money.js'
import { isWithin, type Span } from './period.js'
import { dayOf, fieldsOf, listOf } from './plain-json.js'
import type { MetricsInvoice } from './records.js'
import type { Settings } from './settings.js'
import { SortedValues } from './sorted-values.js'
import { signed } from './worklog-tally.js'
import { amountOf, zero } from './worklogs.js'

/** What figures read of an invoice; days are numbers since 1970, NaN for none. */
export interface InvoiceFacts {
  /** Approved, paid or overdue: neither draft nor void. */
  readonly isBilled: boolean
  /** Billed and without payment. */
  readonly isOutstanding: boolean
  readonly isOverdue: boolean
  readonly day: number
  readonly dueDay: number
  /** Local midnight of the invoice date, epoch ms. */
  readonly at: number
  /** Tax kept. */
  readonly total: ExactDecimal
  /** Without tax. */
  readonly net: ExactDecimal
}

export function invoiceFacts(record: MetricsInvoice, { reportZone }: Settings): InvoiceFacts {
  const { statusEnum: status } = record
  const isReceivable = status === 'APPROVED' || status === 'OVERDUE'
  const day = dayOf(record.invoiceDate)
  const total = amountOf(record.totalAmount)
  return {
    isBilled: isReceivable || status === 'PAID',
    isOutstanding: isReceivable && Number.isNaN(dayOf(record.paymentDate)),
    isOverdue: status === 'OVERDUE',
    day,
    dueDay: dayOf(record.dueDate),
    at: reportZone.toUtc(day * DAY_MS),
    total: total ?? zero,
    net: total === null ? zero : subtract(total, taxOf(record)),
  }
}

const taxOf = ({ taxes }: MetricsInvoice): ExactDecimal =>
  sumOfDecimals(listOf(taxes).map((tax) => amountOf(fieldsOf(tax).taxAmount) ?? zero))

/** What the invoices of a client add up to; all of it exact. */
export interface InvoiceTally {
  /** May move: what no longer lies in it must be taken away before. */
  period: Span
  /** C21. */
  invoiced: ExactDecimal
  /** C22. */
  outstanding: ExactDecimal
  /** Part of the outstanding that the vendor calls overdue. */
  overdue: ExactDecimal
  /** The rest of it by due day: it falls overdue as days pass. */
  readonly notYetOverdue: Map<number, ExactDecimal>
  /** Days of billed invoices. */
  readonly billedDays: SortedValues
}

export const createInvoiceTally = (period: Span): InvoiceTally => ({
  period,
  invoiced: zero,
  outstanding: zero,
  overdue: zero,
  notYetOverdue: new Map(),
  billedDays: new SortedValues(),
})

/** @param sign 1 counts an invoice, −1 takes away one that was counted. */
export function countInvoice(tally: InvoiceTally, invoice: InvoiceFacts, sign: 1 | -1): void {
  if (!invoice.isBilled) return
  change(tally.billedDays, invoice.day, sign)
  if (isWithin(invoice.at, tally.period))
    tally.invoiced = addDecimals(tally.invoiced, signed(invoice.net, sign))
  if (!invoice.isOutstanding) return
  const amount = signed(invoice.total, sign)
  tally.outstanding = addDecimals(tally.outstanding, amount)
  if (invoice.isOverdue) tally.overdue = addDecimals(tally.overdue, amount)
  else if (!Number.isNaN(invoice.dueDay)) addAmount(tally.notYetOverdue, invoice.dueDay, amount)
}

/** Adds to the amount of a key; a key whose amount falls to 0 is gone. */
export function addAmount(amounts: Map<number, ExactDecimal>, key: number, amount: ExactDecimal): void {
  const sum = addDecimals(amounts.get(key) ?? zero, amount)
  if (Number(sum.units) === 0) amounts.delete(key)
  else amounts.set(key, sum)
}

/** Σ of the amounts whose key is less than a limit. */
export const amountBefore = (amounts: ReadonlyMap<number, ExactDecimal>, limit: number): ExactDecimal =>
  sumOfDecimals([...amounts].filter(([key]) => key < limit).map(([, amount]) => amount))

/** Outstanding and overdue as of a day: marked so by the vendor, or past the due date. */
export const overdueAmount = ({ overdue, notYetOverdue }: InvoiceTally, today: number): ExactDecimal =>
  addDecimals(overdue, amountBefore(notYetOverdue, today))
