import type { Invoice, Tax } from '../../entities/generated/types.js'
import { DAY_MS } from '../../values/day.js'
import type { Input, Resolver, Scene } from '../scene.js'
import { displayIdOf } from '../world/display-id.js'
import { fillInvoice, type Line } from '../world/invoices.js'
import { fromCents, lineCents, toCents } from '../world/money.js'
import { readTime, wireDay } from '../world/wire-time.js'
import { inputsOf } from './generic-mutations.js'
import { createRecord, existing, isRow, type Row, updateRecord } from './write-record.js'

/** A discount in money as the percentage that comes to it. */
function discountRateOf(entry: Input): string | null {
  if (typeof entry.discountRate === 'string') return entry.discountRate
  const full = lineCents(String(entry.unitPrice), String(entry.quantity), null)
  if (typeof entry.discountAmount !== 'string' || full === 0) return null
  return String((100 * toCents(entry.discountAmount)) / full)
}

const lineOf = (entry: Input, scene: Scene): Line => ({
  item: existing('ServiceItem', (entry.serviceItem as Input).itemId, scene) as never,
  details: String(entry.details ?? ''),
  quantity: String(entry.quantity),
  unitPrice: String(entry.unitPrice),
  discountRate: discountRateOf(entry),
})

function taxOf(entry: Input, { world }: Scene): Tax | undefined {
  if (entry.taxable === false || !isRow(entry.tax)) return undefined
  return world.tables.Tax.get(String(entry.tax.taxId))
}

/** Writes lines and totals; lines are totalled tax by tax and stay in their order. */
function fill(invoice: Invoice, entries: readonly Input[], scene: Scene): void {
  const taxes = new Set(entries.map((entry) => taxOf(entry, scene)))
  const items: NonNullable<Invoice['items']> = []
  const taxLines: NonNullable<Invoice['taxes']> = []
  let [discount, total] = [0, 0]
  for (const tax of taxes) {
    const places = entries.flatMap((entry, at) => (taxOf(entry, scene) === tax ? [at] : []))
    const lines = places.map((at) => lineOf(entries[at] ?? {}, scene))
    const part = fillInvoice(scene.world, { ...invoice, taxes: [] }, lines, tax)
    for (const [at, place] of places.entries()) {
      const item = part.items?.[at] ?? null
      const billedDate = entries[place]?.billedDate
      items[place] = item === null ? null : { ...item, billedDate: wireDay(readTime(String(billedDate))) }
    }
    taxLines.push(...(part.taxes ?? []))
    discount += toCents(part.discountAmount ?? '0')
    total += toCents(part.totalAmount ?? '0')
  }
  const more =
    invoice.additionalDiscount === null
      ? Math.round((total * Number(invoice.additionalDiscountRate ?? 0)) / 100)
      : toCents(invoice.additionalDiscount)
  Object.assign(invoice, {
    items,
    taxes: taxLines,
    discountAmount: fromCents(discount),
    totalAmount: fromCents(total - more),
  })
}

/** A paid invoice has a day of payment, any other has none, unless one is given. */
function followStatus(invoice: Invoice, input: Input, { world }: Scene): void {
  if (input.statusEnum === undefined || input.paymentDate !== undefined) return
  invoice.paymentDate = invoice.statusEnum === 'PAID' ? (invoice.paymentDate ?? wireDay(world.now())) : null
}

function dueDay(term: Row | undefined, invoiceDate: string): string | null {
  const days = term?.paymentTermValue
  return typeof days === 'number' ? wireDay(readTime(invoiceDate) + days * DAY_MS) : null
}

const createInvoice: Resolver = (argument, scene) => {
  const { addItems, paymentTerm, memo, title: _title, footer: _footer, ...input } = argument as Input
  const { world } = scene
  const { displayIds } = world.options
  const invoiceDate = wireDay(readTime(String(input.invoiceDate)))
  const sameDay = world.tables.Invoice.rows.filter((row) => row.invoiceDate === invoiceDate).length
  const number = displayIds === 'integer' ? world.tables.Invoice.rows.length : sameDay + 1
  const term = isRow(paymentTerm) ? existing('PaymentTerm', paymentTerm.paymentTermId, scene) : undefined
  const invoice = createRecord('Invoice', { ...input, invoicePaymentTerm: paymentTerm }, scene, {
    displayId: displayIdOf(displayIds, readTime(invoiceDate), number, 4000),
    dueDate: dueDay(term, invoiceDate),
    notes: memo ?? null,
    sentToClient: false,
  }) as unknown as Invoice
  fill(invoice, inputsOf(addItems), scene)
  followStatus(invoice, input, scene)
  return invoice
}

const updateInvoice: Resolver = (argument, scene) => {
  const input = argument as Input
  const invoice = updateRecord('Invoice', existing('Invoice', input.invoiceId, scene), input, scene)
  followStatus(invoice as unknown as Invoice, input, scene)
  return invoice
}

const createTax: Resolver = (argument, scene) => {
  const tax = createRecord('Tax', argument as Input, scene) as unknown as Tax
  tax.totalRate = (tax.rates ?? []).reduce((sum, rate) => sum + Number(rate?.rateValue ?? 0), 0).toFixed(2)
  return tax
}

export const invoiceMutations: Readonly<Record<string, Resolver>> = {
  createInvoice,
  createTax,
  updateInvoice,
}
