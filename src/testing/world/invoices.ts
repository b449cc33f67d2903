import type {
  ClientContract,
  ClientSite,
  Invoice,
  InvoiceItem,
  ServiceItem,
  Tax,
} from '../../entities/generated/types.js'
import { DAY_MS } from '../../values/day.js'
import type { Build } from './build.js'
import { closest } from './closest.js'
import { displayIdOf } from './display-id.js'
import { fromCents, lineCents } from './money.js'
import { firstOfMonth } from './months.js'
import { wireDay } from './wire-time.js'

const months = 4

/** Invoices of the last four months, made on the first of the next, one per client with something to bill. */
export function addInvoices(build: Build): void {
  const { tables, now } = build
  for (let back = months - 1; back >= 0; back--) {
    const day = firstOfMonth(now, -back)
    let counter = 0
    for (const site of tables.ClientSite.rows) {
      if (site.hq !== true) continue
      const lines = linesOf(build, site, day)
      if (lines.length === 0) continue
      counter += 1
      tables.Invoice.add(makeInvoice(build, site, day, lines, counter))
    }
  }
}

export interface Line {
  readonly item: ServiceItem
  readonly details: string
  readonly quantity: string
  readonly unitPrice: string
  readonly discountRate: string | null
}

function linesOf({ tables, random }: Build, site: ClientSite, day: number): Line[] {
  const lines: Line[] = []
  const date = wireDay(day)
  for (const contract of tables.ClientContract.rows) {
    if (contract.client.accountId !== site.client.accountId || !bills(contract, date)) continue
    const billable = contract.contract.billableContract
    if (billable === null) continue
    lines.push({
      item: closest(tables.ServiceItem.rows, 'Support block 10 h'),
      details: contract.contract.name ?? 'Contract',
      quantity: billable.changes?.[0]?.quantity ?? '1',
      unitPrice: billable.sellingPrice?.details[0]?.value ?? '0.00',
      discountRate: billable.discountRate,
    })
  }
  if (random.chance(0.85)) {
    const item = closest(tables.ServiceItem.rows, random.pick(['Remote support', 'On-site support']))
    const quantity = (random.int(2, 60) / 4).toFixed(2)
    lines.push({
      item,
      details: 'Support as agreed',
      quantity,
      unitPrice: item.businessHoursUnitPrice ?? '0.00',
      discountRate: null,
    })
  }
  if (random.chance(0.25)) {
    const item = closest(tables.ServiceItem.rows, 'Hard Disk')
    lines.push({
      item,
      details: '1 TB disk',
      quantity: String(random.int(1, 4)),
      unitPrice: item.unitPrice ?? '0.00',
      discountRate: random.maybe(0.3, '12.75'),
    })
  }
  return lines
}

const bills = (contract: ClientContract, date: string): boolean =>
  contract.contractStatus !== 'DRAFT' &&
  contract.startDate <= date &&
  (contract.endDate === null || contract.endDate >= date)

function makeInvoice(
  build: Build,
  site: ClientSite,
  day: number,
  lines: readonly Line[],
  counter: number,
): Invoice {
  const { tables, random, references, now } = build
  const { displayIds } = build.options
  const term = random.pick(tables.PaymentTerm.rows)
  const due = day + (term.paymentTermValue ?? 30) * DAY_MS
  const age = now - day
  const paid = age > 10 * DAY_MS && random.chance(due < now ? 0.86 : 0.4)
  const fresh = age < 10 * DAY_MS
  const invoice: Invoice = {
    invoiceId: random.id(),
    displayId: displayIdOf(
      displayIds,
      day,
      displayIds === 'integer' ? tables.Invoice.rows.length : counter,
      4000,
    ),
    client: site.client,
    site: references.to('SiteRef', site),
    invoiceDate: wireDay(day),
    dueDate: wireDay(due),
    statusEnum: paid ? 'PAID' : due < now ? 'OVERDUE' : fresh && random.chance(0.5) ? 'DRAFT' : 'APPROVED',
    sentToClient: !fresh || random.chance(0.5),
    items: [],
    taxes: [],
    discountAmount: '0.00',
    additionalDiscount: '0.00',
    additionalDiscountRate: '0.00',
    totalAmount: '0.00',
    notes: random.maybe(0.1, 'Discount granted by Adam'),
    paymentDate: paid ? wireDay(Math.min(now, due - random.int(0, 6) * DAY_MS)) : null,
    paymentMethod: paid ? references.to('PaymentMethodRef', random.pick(tables.PaymentMethod.rows)) : null,
    paymentReference: paid ? random.maybe(0.6, `REF ${random.int(1000, 9999)}`) : null,
    invoicePaymentTerm: references.to('PaymentTermRef', term),
  }
  const tax = closest(tables.Tax.rows, site.countryCode === 'GB' ? 'VAT' : 'Austin Tax')
  return fillInvoice(build, invoice, lines, tax)
}

/** Writes lines, taxes and totals that add up to the cent. */
export function fillInvoice(
  { random, references }: Pick<Build, 'random' | 'references'>,
  invoice: Invoice,
  lines: readonly Line[],
  tax: Tax | undefined,
): Invoice {
  let taxable = 0
  let taxed = 0
  let discounts = 0
  const rate = Number(tax?.totalRate ?? 0)
  const items: InvoiceItem[] = lines.map((line) => {
    const amount = lineCents(line.unitPrice, line.quantity, line.discountRate)
    const taxAmount = Math.round((amount * rate) / 100)
    taxable += amount
    taxed += taxAmount
    discounts += lineCents(line.unitPrice, line.quantity, null) - amount
    return {
      itemId: random.id(),
      billedDate: invoice.invoiceDate,
      details: line.details,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      discountRate: line.discountRate,
      amount: fromCents(amount),
      taxable: tax !== undefined,
      tax: references.toOptional('TaxRef', tax),
      serviceItem: references.to('ServiceItemRef', line.item),
      taxAmount: fromCents(taxAmount),
      totalAmount: fromCents(amount + taxAmount),
      invoice: { invoiceId: invoice.invoiceId, displayId: invoice.displayId },
    }
  })
  invoice.items = items
  invoice.discountAmount = fromCents(discounts)
  invoice.totalAmount = fromCents(taxable + taxed)
  if (tax === undefined) return invoice
  const rates = (tax.rates ?? []).flatMap((entry) => entry ?? [])
  let rest = taxed
  invoice.taxes = rates.map((entry, at) => {
    // Rates are rounded one by one; the last one takes what is left, so that they sum to the taxes of the lines.
    const taxAmount = at === rates.length - 1 ? rest : Math.round((taxable * Number(entry.rateValue)) / 100)
    rest -= taxAmount
    return {
      tax: references.to('TaxRef', tax),
      taxRate: entry.rateValue,
      taxableAmount: fromCents(taxable),
      taxAmount: fromCents(taxAmount),
      id: random.id(),
      rate: references.to('TaxRateRef', entry),
    }
  })
  return invoice
}
