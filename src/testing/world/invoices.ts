import type {
  ClientContract,
  ClientSite,
  Invoice,
  InvoiceItem,
  ServiceItem,
  Tax,
} from '../../entities/generated/types.js'
import { DAY_MS } from '../../values/day.js'
import { type Build, HOUR_MS } from './build.js'
import { closest } from './closest.js'
import { displayIdOf } from './display-id.js'
import { fromCents, lineCents } from './money.js'
import { firstOfMonth } from './months.js'
import { wireDay } from './wire-time.js'

const months = 4

/** Invoices of the last four months, made on the first of the next, one per client with something to bill; so it goes on. */
export function addInvoices(build: Build): void {
  const { agenda, now } = build
  for (let back = months - 1; back >= 0; back--) bill(build, firstOfMonth(now, -back))
  function planNext(after: number): void {
    const day = firstOfMonth(after, 1)
    agenda.add(day, () => {
      bill(build, day)
      planNext(day)
    })
  }
  planNext(now)
}

function bill(build: Build, day: number): void {
  const { tables } = build
  let counter = 0
  for (const site of tables.ClientSite.rows) {
    if (site.hq !== true) continue
    const lines = linesOf(build, site, day)
    if (lines.length === 0) continue
    counter += 1
    const invoice = makeInvoice(build, site, day, lines, counter)
    build.tables.Invoice.add(invoice)
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
  const { tables, random, references } = build
  const { displayIds } = build.options
  const term = random.pick(tables.PaymentTerm.rows)
  const due = day + (term.paymentTermValue ?? 30) * DAY_MS
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
    statusEnum: 'DRAFT',
    sentToClient: false,
    items: [],
    taxes: [],
    discountAmount: '0.00',
    additionalDiscount: '0.00',
    additionalDiscountRate: '0.00',
    totalAmount: '0.00',
    notes: random.maybe(0.1, 'Discount granted by Adam'),
    paymentDate: null,
    paymentMethod: null,
    paymentReference: null,
    invoicePaymentTerm: references.to('PaymentTermRef', term),
  }
  const tax = closest(tables.Tax.rows, site.countryCode === 'GB' ? 'VAT' : 'Austin Tax')
  fillInvoice(build, invoice, lines, tax)
  play(build, invoice, courseOf(build, day, due))
  return invoice
}

interface InvoiceStep {
  readonly at: number
  readonly change: (invoice: Invoice) => void
}

/** Approved and sent within days; six of seven are paid, most of them in time. */
function courseOf({ tables, random, references }: Build, day: number, due: number): InvoiceStep[] {
  const approved = day + random.int(8, 200) * HOUR_MS
  const steps: InvoiceStep[] = [
    {
      at: approved,
      change: (invoice) => Object.assign(invoice, { statusEnum: 'APPROVED', sentToClient: true }),
    },
  ]
  const inTime = random.chance(0.68)
  const paid = inTime
    ? approved + Math.floor((due - approved) * (0.2 + 0.8 * random.share()))
    : due + random.int(1, 45) * DAY_MS
  const isPaid = inTime || random.chance(0.6)
  if (!inTime)
    steps.push({ at: due + DAY_MS, change: (invoice) => Object.assign(invoice, { statusEnum: 'OVERDUE' }) })
  const payment = {
    paymentMethod: references.to('PaymentMethodRef', random.pick(tables.PaymentMethod.rows)),
    paymentReference: random.maybe(0.6, `REF ${random.int(1000, 9999)}`),
  }
  if (isPaid)
    steps.push({
      at: paid,
      change: (invoice) =>
        Object.assign(invoice, { statusEnum: 'PAID', paymentDate: wireDay(paid), ...payment }),
    })
  return steps.sort((left, right) => left.at - right.at)
}

/** Takes the steps until the present and plans the next one; whoever changes the status takes the invoice over. */
function play(build: Build, invoice: Invoice, steps: readonly InvoiceStep[]): void {
  const { agenda, tables, ledger } = build
  for (const [place, step] of steps.entries()) {
    if (step.at <= build.now) {
      step.change(invoice)
      continue
    }
    const expected = invoice.statusEnum
    agenda.add(step.at, () => {
      if (tables.Invoice.get(invoice.invoiceId) !== invoice || invoice.statusEnum !== expected) return
      step.change(invoice)
      ledger.updated('Invoice', invoice)
      play(build, invoice, steps.slice(place + 1))
    })
    return
  }
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
