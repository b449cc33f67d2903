import {
  allClientMetrics,
  type BoardMetrics,
  boardMetrics,
  indexMetricsData,
  type MetricsContext,
  type MetricsData,
  type MetricsIndex,
  portfolio,
  serviceDelivery,
  slaMetrics,
  technicianMetrics,
  ticketMetrics,
} from '@superhack/superops/metrics'
import { afterAll, expect, test } from 'vitest'
import { isFull, runs } from '../../runs.js'
import { casesOf } from './cases.js'
import { compareRows, constantFieldsOf, differencesOf, newComparison } from './compare.js'
import { corruptions } from './corruptions.js'
import { createDataset } from './dataset.js'
import { openEngine } from './load.js'

const tickets = Math.max(600, runs(5000))
const dataset = createDataset(tickets)
const files = [
  'facts',
  'buckets',
  'minutes',
  'ticket',
  'scores',
  'technician',
  'client',
  'client-rows',
  'portfolio',
  'sla',
  'service-delivery',
  'board',
]

/** A table of the database, what identifies its rows, and the rows that the functions give. */
interface Figures {
  readonly table: string
  readonly key: string
  readonly ours: (index: MetricsIndex, ctx: MetricsContext, data: MetricsData) => Iterable<object>
}
const withoutList = ({ dueNext, ...row }: BoardMetrics) => row
const everyRow = { maxLateRows: Number.MAX_SAFE_INTEGER, maxRows: Number.MAX_SAFE_INTEGER }

const deliveryOf = (index: MetricsIndex, ctx: MetricsContext, clientId?: string) =>
  (['hour', 'day', 'week', 'month'] as const).flatMap((granularity) =>
    serviceDelivery(index, ctx, granularity, { clientId }).map((row) => ({
      key: `${granularity}|${row.from}`,
      ...row,
    })),
  )

const figures: readonly Figures[] = [
  {
    table: 'ticket_metrics',
    key: 'seq',
    ours: (index, ctx, { tickets = [] }) =>
      tickets.map((ticket, seq) => ({ seq, ...ticketMetrics(ticket, index, ctx) })),
  },
  { table: 'technician_metrics', key: 'technicianId', ours: technicianMetrics },
  { table: 'client_metrics', key: 'clientId', ours: allClientMetrics },
  { table: 'portfolio', key: 'clientCount', ours: (index, ctx) => [portfolio(index, ctx)] },
  {
    table: 'sla_metrics',
    key: 'key',
    ours: (index, ctx) => [
      { key: 'all|', ...slaMetrics(index, ctx) },
      ...(['priority', 'client', 'technician', 'techGroup', 'sla'] as const).flatMap((by) =>
        slaMetrics(index, ctx, by).map(({ group, ...row }) => ({ key: `${by}|${group}`, ...row })),
      ),
    ],
  },
  {
    table: 'service_delivery',
    key: 'key',
    ours: (index, ctx) => deliveryOf(index, ctx),
  },
  {
    table: 'board_metrics',
    key: 'key',
    ours: (index, ctx) => [{ key: 'board', ...withoutList(boardMetrics(index, ctx)) }],
  },
  {
    table: 'board_due',
    key: 'key',
    ours: (index, ctx) =>
      (boardMetrics(index, ctx, everyRow).dueNext ?? []).map((row, at) => ({ key: `due ${at}`, ...row })),
  },
]

function busiestClient({ tickets = [] }: MetricsData): string {
  const ids = tickets.flatMap(({ client }) => (typeof client?.accountId === 'string' ? client.accountId : []))
  const count = (id: string) => ids.filter((other) => other === id).length
  return [...new Set(ids)].sort((a, b) => count(b) - count(a))[0] ?? ''
}

let values = 0
const seen = newComparison()
afterAll(() =>
  process.stdout.write(`${values} values of ${tickets} tickets and what belongs to them compared\n`),
)

test('every kind of corruption is in the data, twenty times and more at full count', () => {
  const least = Math.ceil(tickets / 250)
  const rare = corruptions.filter(({ name }) => (dataset.applied.get(name) ?? 0) < least)
  expect(rare.map(({ name }) => name)).toEqual([])
})

test.each(casesOf(dataset))(
  'figures written in SQL are those of the functions: %s',
  { timeout: 300_000 },
  async (_, data, ctx) => {
    const engine = await openEngine(data, ctx)
    for (const file of files) await engine.run(`${file}.sql`)
    const index = indexMetricsData(data, ctx)
    const comparison = { ...newComparison(), seen: seen.seen }
    for (const { table, key, ours } of figures) {
      compareRows(comparison, table, key, ours(index, ctx, data), await engine.rows(table))
    }
    engine.close()
    values += comparison.values
    expect(differencesOf(comparison)).toEqual([])
  },
)

test.each(isFull ? casesOf(dataset) : casesOf(dataset).slice(1, 2))(
  'service delivery of one client is that of a database with nothing else in it: %s',
  { timeout: 300_000 },
  async (_, data, ctx) => {
    const clientId = busiestClient(data)
    const engine = await openEngine(data, ctx)
    await engine.set('client', clientId)
    await engine.run('only-client.sql')
    for (const file of [
      'facts',
      'buckets',
      'minutes',
      'ticket',
      'scores',
      'client',
      'sla',
      'service-delivery',
    ])
      await engine.run(`${file}.sql`)
    const comparison = newComparison()
    const ours = deliveryOf(indexMetricsData(data, ctx), ctx, clientId)
    compareRows(comparison, 'service_delivery', 'key', ours, await engine.rows('service_delivery'))
    engine.close()
    values += comparison.values
    expect(differencesOf(comparison)).toEqual([])
    expect(ours.some(({ ticketsResolvedCount }) => ticketsResolvedCount)).toBe(true)
  },
)

test('no compared field is the same in every row', () => {
  expect(seen.seen.size).toBeGreaterThan(100)
  const [singleRow, weight, namedGroup] = [/^(portfolio|board_metrics) /, /\.weight$/, / breachesBy\w+\./]
  expect(constantFieldsOf(seen, singleRow, weight, namedGroup)).toEqual([])
})
