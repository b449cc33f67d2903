import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  countClientWork,
  createClientWorkTally,
  laborCost,
  unbilledAmount,
} from '../../src/metrics/client-work.js'
import { countSignsOfLife } from '../../src/metrics/engagement.js'
import { ticketFacts } from '../../src/metrics/facts.js'
import { countInvoice, createInvoiceTally, invoiceFacts, overdueAmount } from '../../src/metrics/invoices.js'
import { indexedScopeOf } from '../../src/metrics/scope.js'
import { SortedValues } from '../../src/metrics/sorted-values.js'
import { worklogFacts } from '../../src/metrics/worklogs.js'
import { decimalToNumber } from '../../src/values/decimal.js'
import { runs } from '../runs.js'

const scope = indexedScopeOf({}, { now: '2024-02-01T00:00:00Z', defaultHourlyCost: 33.3 })
const { settings } = scope
const day = fc.constantFrom('2023-11-01', '2024-01-10', '2024-02-03', 'x', null)
const instant = fc.constantFrom('2023-11-01T00:00:00', '2024-01-10T10:00:00', '2024-01-31T23:00:00', null)
const amount = fc.constantFrom('1.005', '-0.1', '99999999999999999.99', '2', '', null)

const invoice = fc.record({
  statusEnum: fc.constantFrom('DRAFT', 'APPROVED', 'PAID', 'OVERDUE'),
  invoiceDate: day,
  dueDate: day,
  paymentDate: day,
  totalAmount: amount,
})
const worklog = fc.record({
  qty: amount,
  unitPrice: amount,
  billable: fc.boolean(),
  status: fc.constantFrom('PENDING', 'UNDER_CONTRACT', 'INVOICED'),
  billDateTime: instant,
  technician: fc.constantFrom(null, { userId: 't' }, { userId: 'u' }),
})
const ticket = fc.record({ createdTime: instant, source: fc.constantFrom('EMAIL', 'INTEGRATION', null) })

/** Some records, and others that come and go again. */
const twoLists = <Item>(item: fc.Arbitrary<Item>) => fc.tuple(fc.array(item), fc.array(item))

test('invoices that are counted and taken away leave no trace', () => {
  const figures = (tally: ReturnType<typeof createInvoiceTally>) => [
    decimalToNumber(tally.invoiced),
    decimalToNumber(tally.outstanding),
    decimalToNumber(overdueAmount(tally, settings.today)),
    [...tally.notYetOverdue.keys()].sort(),
    tally.billedDays.values(),
  ]
  fc.assert(
    fc.property(twoLists(invoice), ([kept, gone]) => {
      const factsOf = (record: unknown) => invoiceFacts(record as never, settings)
      const plain = createInvoiceTally(settings.period)
      const changed = createInvoiceTally(settings.period)
      for (const record of gone) countInvoice(changed, factsOf(record), 1)
      for (const record of kept) countInvoice(plain, factsOf(record), 1)
      for (const record of kept) countInvoice(changed, factsOf(record), 1)
      for (const record of gone) countInvoice(changed, factsOf(record), -1)
      expect(figures(changed)).toEqual(figures(plain))
    }),
    { numRuns: runs(2000) },
  )
})

test('work that is counted and taken away leaves no trace', () => {
  const figures = (tally: ReturnType<typeof createClientWorkTally>) => [
    decimalToNumber(tally.time.hours),
    decimalToNumber(tally.incidentHours),
    decimalToNumber(tally.contractHours),
    decimalToNumber(laborCost(tally, settings) ?? { units: -1, scale: 0 }),
    decimalToNumber(unbilledAmount(tally, settings)),
    [...tally.byTechnician.keys()].sort(),
    [...tally.unbilled.keys()].sort(),
    tally.unpricedCount,
  ]
  fc.assert(
    fc.property(twoLists(worklog), ([kept, gone]) => {
      const factsOf = (record: unknown) => worklogFacts(record as never, settings, () => true)
      const plain = createClientWorkTally(settings.period)
      const changed = createClientWorkTally(settings.period)
      for (const record of gone) countClientWork(changed, factsOf(record), 'INCIDENT', 1)
      for (const record of kept) countClientWork(plain, factsOf(record), 'INCIDENT', 1)
      for (const record of kept) countClientWork(changed, factsOf(record), 'INCIDENT', 1)
      for (const record of gone) countClientWork(changed, factsOf(record), 'INCIDENT', -1)
      expect(figures(changed)).toEqual(figures(plain))
    }),
    { numRuns: runs(2000) },
  )
})

test('signs of life that are counted and taken away leave no trace', () => {
  fc.assert(
    fc.property(twoLists(ticket), ([kept, gone]) => {
      const factsOf = (record: unknown) => ticketFacts(record as never, scope)
      const plain = new SortedValues()
      const changed = new SortedValues()
      for (const record of [...gone, ...kept]) countSignsOfLife(changed, factsOf(record), 1)
      for (const record of kept) countSignsOfLife(plain, factsOf(record), 1)
      for (const record of gone) countSignsOfLife(changed, factsOf(record), -1)
      expect(changed.values()).toEqual(plain.values())
    }),
    { numRuns: runs(500) },
  )
})
