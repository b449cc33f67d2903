import {
  boardMetrics,
  boardMetricsCatalogue,
  type MetricsContext,
  type MetricsData,
  serviceDelivery,
  serviceDeliveryCatalogue,
  slaMetrics,
  slaMetricsCatalogue,
} from '@superhack/superops/metrics'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bucketsOf } from '../../src/metrics/buckets.js'
import { deliveryFigures } from '../../src/metrics/delivery-figures.js'
import { deliverySources, tallyDelivery } from '../../src/metrics/delivery-sources.js'
import {
  countDeliveryAlert,
  countDeliveryInvoice,
  countDeliveryTask,
  countDeliveryTicket,
  countDeliveryWorklog,
} from '../../src/metrics/delivery-tally.js'
import { indexedScopeOf } from '../../src/metrics/scope.js'
import { slaFigures } from '../../src/metrics/sla-metrics.js'
import { countSla, createSlaTally } from '../../src/metrics/sla-tally.js'
import { createZone } from '../../src/values/zone.js'
import { runs } from '../runs.js'

const ctx: MetricsContext = {
  now: '2024-04-02T12:00:00Z',
  reportTimeZone: 'Europe/Berlin',
  period: { from: '2024-03-28T05:00', to: '2024-04-04T01:00' },
}

const time = fc
  .integer({ min: 0, max: 500 })
  .map((hours) => new Date(Date.UTC(2024, 2, 20, hours, 7)).toISOString())
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 3 })
const client = maybe(fc.constantFrom({ accountId: '1' }, { accountId: '2' }))

const ticket = fc.record({
  ticketId: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8', '9', null),
  client,
  technician: maybe(fc.constant({ userId: '3' })),
  status: fc.constantFrom('Open', 'On Hold', 'Resolved', 'Closed', 'Spam'),
  priority: fc.constantFrom('High', 'Low', null),
  requestType: fc.constantFrom('Incident', 'Service Request', null),
  createdTime: maybe(time),
  firstResponseTime: maybe(time),
  firstResponseDueTime: maybe(time),
  firstResponseViolated: maybe(fc.boolean()),
  resolutionTime: maybe(time),
  resolutionDueTime: maybe(time),
  resolutionViolated: maybe(fc.boolean()),
})
const data = fc.record({
  tickets: fc.array(ticket, { maxLength: 12 }),
  worklogs: fc.array(
    fc.record({
      workItem: fc.constantFrom({ workId: '1' }, { workId: '2' }, null),
      qty: fc.constantFrom('0.1', '0.7', '3', 'x'),
      billable: fc.boolean(),
      afterHours: fc.boolean(),
      billDateTime: maybe(time),
    }),
    { maxLength: 6 },
  ),
  alerts: fc.array(
    fc.record({ createdTime: maybe(time), severity: fc.constantFrom('Critical', 'Low', null) }),
    {
      maxLength: 5,
    },
  ),
  tasks: fc.array(fc.record({ actualEndDate: maybe(time), dueDate: maybe(time) }), { maxLength: 5 }),
  invoices: fc.array(
    fc.record({
      statusEnum: fc.constantFrom('PAID', 'DRAFT'),
      invoiceDate: fc.constantFrom('2024-03-30', '2024-04-02', null),
      totalAmount: fc.constantFrom('0.10', '0.20', 'x'),
    }),
    { maxLength: 5 },
  ),
})
const asData = (value: unknown): MetricsData => value as MetricsData

const figuresOf = (records: MetricsData) => [
  slaMetrics(records, ctx),
  slaMetrics(records, ctx, 'client'),
  serviceDelivery(records, ctx, 'day'),
  serviceDelivery(records, ctx, 'week', { clientId: '1' }),
  boardMetrics(records, ctx),
]

test('figures do not depend on the order of records', () => {
  // One record per id: of several the first one counts.
  const distinct = data.map(({ tickets, ...others }) => ({
    ...others,
    tickets: tickets.map((record, at) => ({ ...record, ticketId: record.ticketId && String(at) })),
  }))
  fc.assert(
    fc.property(distinct, (records) => {
      const turned = Object.fromEntries(
        Object.entries(records).map(([name, list]) => [name, [...list].reverse()]),
      )
      expect(figuresOf(asData(turned))).toEqual(figuresOf(asData(records)))
    }),
    { numRuns: runs(500) },
  )
})

test('a bucket has the figures that it has as a period of its own', () => {
  fc.assert(
    fc.property(data, (records) => {
      const { tickets } = records
      for (const row of serviceDelivery(asData(records), ctx, 'day')) {
        const period = { from: row.from, to: row.to }
        const alone = slaMetrics(asData({ tickets }), { ...ctx, period })
        expect([
          row.firstResponseSlaComplianceRatio,
          row.resolutionSlaComplianceRatio,
          row.meanTimeToFirstResponseMinutes,
          row.meanTimeToResolutionMinutes,
        ]).toEqual([
          alone.firstResponse.complianceRatio,
          alone.resolution.complianceRatio,
          alone.meanTimeToAcknowledgeMinutes,
          alone.meanTimeToResolveMinutes,
        ])
      }
    }),
    { numRuns: runs(300) },
  )
})

test('backlog moves by what was created and resolved', () => {
  // Resolved after creation, until now, at known times.
  const orderly = fc
    .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 100 }), fc.boolean())
    .map(([start, length, isOpen]) => {
      const at = (hours: number) => new Date(Date.UTC(2024, 2, 20, hours, 7)).toISOString()
      return {
        status: isOpen ? 'Open' : 'Closed',
        createdTime: at(start),
        resolutionTime: isOpen ? null : at(start + length),
      }
    })
  fc.assert(
    fc.property(fc.array(orderly, { maxLength: 20 }), (tickets) => {
      const past = { ...ctx, now: '2024-05-01T00:00:00Z' }
      const rows = serviceDelivery(asData({ tickets }), past, 'hour')
      for (const [at, row] of rows.slice(1).entries())
        expect(row.backlogAtEndCount).toBe((rows[at]?.backlogAtEndCount ?? 0) + (row.netFlow ?? 0))
    }),
    { numRuns: runs(200) },
  )
})

test('what was counted and taken away leaves the figures as they were', () => {
  fc.assert(
    fc.property(data, data, (kept, gone) => {
      const scope = indexedScopeOf(asData(kept), ctx)
      const { settings } = scope
      const sources = deliverySources(scope, undefined)
      const buckets = bucketsOf(settings.period, 'day', settings.reportZone)
      const tally = tallyDelivery(sources, buckets, 'day')
      const sla = createSlaTally(settings.period)
      for (const facts of scope.tickets()) countSla(sla, facts, 1)
      const other = indexedScopeOf(asData(gone), ctx)
      const passing = deliverySources(other, undefined)
      for (const sign of [1, -1] as const) {
        for (const facts of passing.tickets ?? []) {
          countDeliveryTicket(tally, facts, sign)
          countSla(sla, facts, sign)
        }
        for (const entry of passing.worklogs ?? []) countDeliveryWorklog(tally, entry, sign)
        for (const alert of passing.alerts ?? []) countDeliveryAlert(tally, alert, sign)
        for (const task of passing.tasks ?? []) countDeliveryTask(tally, task, sign)
        for (const invoice of passing.invoices ?? []) countDeliveryInvoice(tally, invoice, sign)
      }
      const rows = buckets.map((_, at) => deliveryFigures(tally, at, sources.known, settings))
      expect(rows).toEqual(serviceDelivery(asData(kept), ctx, 'day'))
      expect(slaFigures(sla, scope.tickets(), settings)).toEqual(slaMetrics(asData(kept), ctx))
    }),
    { numRuns: runs(300) },
  )
})

test('records may be frozen', () => {
  const frozen = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) frozen(inner)
    return Object.freeze(value)
  }
  fc.assert(
    fc.property(data, (records) => {
      const before = figuresOf(asData(structuredClone(records)))
      expect(figuresOf(asData(frozen(records)))).toEqual(before)
    }),
    { numRuns: runs(100) },
  )
})

const junk = fc.oneof(
  fc.constantFrom(null, '', 'x', '1e999', '9'.repeat(400), Number.MAX_VALUE, -1, true, '2024-02-30T00:00:00'),
  fc.constantFrom('0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '__proto__', {}, []),
  time,
  fc.jsonValue(),
)
const junkRecords = (keys: readonly string[]) =>
  fc.array(fc.dictionary(fc.constantFrom(...keys, '__proto__'), junk, { maxKeys: keys.length }), {
    maxLength: 8,
  })
const junkData = fc.record({
  tickets: junkRecords([
    ...['ticketId', 'client', 'technician', 'techGroup', 'sla', 'status', 'priority', 'requestType', 'site'],
    ...['createdTime', 'firstResponseTime', 'firstResponseDueTime', 'firstResponseViolated'],
    ...['resolutionTime', 'resolutionDueTime', 'resolutionViolated'],
  ]),
  worklogs: junkRecords(['qty', 'billDateTime', 'workItem', 'serviceItem', 'billable']),
  alerts: junkRecords(['createdTime', 'severity', 'asset']),
  tasks: junkRecords(['actualEndDate', 'dueDate', 'ticket', 'workItem']),
  invoices: junkRecords(['invoiceDate', 'statusEnum', 'totalAmount', 'taxes']),
  assets: junkRecords(['assetId', 'client']),
})

test('whatever the records, every key is there and no number is NaN or infinite', () => {
  fc.assert(
    fc.property(junkData, (records) => {
      const all = figuresOf(asData(records))
      expect(JSON.parse(JSON.stringify(all))).toEqual(all)
      const fieldsOf = (catalogue: readonly { readonly field: string }[]) =>
        catalogue.map(({ field }) => field)
      expect(Object.keys(slaMetrics(asData(records), ctx))).toEqual(fieldsOf(slaMetricsCatalogue))
      expect(Object.keys(boardMetrics(asData(records), ctx))).toEqual(fieldsOf(boardMetricsCatalogue))
      for (const row of serviceDelivery(asData(records), ctx, 'day'))
        expect(Object.keys(row)).toEqual(fieldsOf(serviceDeliveryCatalogue))
    }),
    { numRuns: runs(500) },
  )
})

test('buckets of any zone and period follow each other, hold its start and its last instant, and have names of their own', () => {
  const zones = ['Europe/Berlin', 'Australia/Lord_Howe', 'America/Caracas', 'Pacific/Apia', 'Asia/Pyongyang']
  const from = fc.integer({ min: Date.UTC(2011, 0, 1), max: Date.UTC(2019, 0, 1) })
  const length = fc.integer({ min: 1, max: 500 * 3_600_000 })
  const granularity = fc.constantFrom('hour', 'day', 'week', 'month' as const)
  fc.assert(
    fc.property(fc.constantFrom(...zones), from, length, granularity, (name, start, ms, size) => {
      const period = { from: start, to: start + ms }
      const buckets = bucketsOf(period, size, createZone(name))
      const [first, last] = [buckets[0], buckets.at(-1)]
      if (first === undefined || last === undefined) throw new Error('no bucket')
      expect(first.from <= period.from && period.from < first.to).toBe(true)
      expect(last.from < period.to && period.to <= last.to).toBe(true)
      expect(buckets.filter(({ from: begin, to }) => to <= begin)).toEqual([])
      expect(buckets.slice(1).filter(({ from: begin }, at) => begin !== buckets[at]?.to)).toEqual([])
      expect(new Set(buckets.map(({ label }) => label)).size).toBe(buckets.length)
    }),
    { numRuns: runs(500) },
  )
})
