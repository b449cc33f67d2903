/**
 * Figures of whole desks, and of a state that follows its records; rows with a bound are judged.
 *
 * npm run bench -- metrics
 */
import * as metrics from '@superhack/superops/metrics'
import { below, desk, mulberry32, now, ticketOf, worklogOf } from './desk.js'
import { median } from './measure.js'

const { allTicketMetrics, createMetricsState } = metrics
const ctx: metrics.MetricsContext = {
  now,
  reportTimeZone: 'Europe/Berlin',
  period: { from: '2025-01-06', to: '2026-01-05' },
}

const print = (name: string, figure: string, verdict = '') =>
  console.log(`  ${name.padEnd(52)} ${figure.padStart(14)}  ${verdict}`.trimEnd())
const judged = (value: number, most: number, unit: string) =>
  `at most ${most} ${unit}: ${value <= most ? 'ok' : 'MISSED'}`

/** Median time of a run in ms, after one to warm up. */
function timeOf(run: () => unknown, rounds: number): number {
  const times: number[] = []
  for (let round = -1; round < rounds; round++) {
    const started = performance.now()
    run()
    if (round >= 0) times.push(performance.now() - started)
  }
  return median(times)
}

console.log('\nall ticket metrics of plain records, with worklogs and business calendars; index included')
let before = Number.NaN
for (const [tickets, rounds] of [
  [100_000, 7],
  [200_000, 5],
  [500_000, 3],
  [1_000_000, 3],
] as const) {
  const data = desk({ tickets })
  const ms = timeOf(() => allTicketMetrics(data, ctx), rounds)
  const verdict =
    tickets === 100_000 ? judged(ms / 1000, 0.7, 's') : `${(ms / before).toFixed(2)} x the row above`
  const used = Math.round(process.memoryUsage.rss() / 2 ** 20)
  print(`${tickets} tickets`, `${(ms / 1000).toFixed(3)} s`, `${verdict}; ${used} MB RSS`)
  before = ms
}

const year = desk({ tickets: 100_000 })
const index = metrics.indexMetricsData(year, ctx)
const rows = allTicketMetrics(index, ctx)
/** Named as they are exported; those with more arguments get them here. */
const areas: Readonly<Record<string, () => unknown>> = {
  indexMetricsData: () => metrics.indexMetricsData(year, ctx),
  allTicketMetrics: () => allTicketMetrics(index, ctx),
  slaCounts: () => metrics.slaCounts(rows),
  allClientMetrics: () => metrics.allClientMetrics(fresh(), ctx),
  technicianMetrics: () => metrics.technicianMetrics(fresh(), ctx),
  portfolio: () => metrics.portfolio(fresh(), ctx),
  slaMetrics: () => metrics.slaMetrics(fresh(), ctx),
  'slaMetrics by client': () => metrics.slaMetrics(fresh(), ctx, 'client'),
  'serviceDelivery by day': () => metrics.serviceDelivery(fresh(), ctx, 'day'),
  'serviceDelivery by month': () => metrics.serviceDelivery(fresh(), ctx, 'month'),
  boardMetrics: () => metrics.boardMetrics(fresh(), ctx),
}
function fresh(): metrics.MetricsIndex {
  return metrics.indexMetricsData(year, ctx)
}

console.log(
  '\nwhole catalogue: 100000 tickets of a year, 200 clients, 30 technicians; each reads all records anew',
)
for (const [name, run] of Object.entries(areas)) print(name, `${timeOf(run, 3).toFixed(0)} ms`)
const all = timeOf(() => {
  const shared = fresh()
  metrics.allClientMetrics(shared, ctx)
  metrics.technicianMetrics(shared, ctx)
  metrics.portfolio(shared, ctx)
  metrics.slaMetrics(shared, ctx)
  metrics.serviceDelivery(shared, ctx, 'month')
  metrics.boardMetrics(shared, ctx)
}, 3)
print('all of them after each other on one index', `${all.toFixed(0)} ms`)

console.log('\na state of 100000 tickets that follows its records')
const random = mulberry32(7)
const technicians = 30
let added = 100_000
const anyId = () => `${3_000_000_000_000 + below(random, 100_000)}`
const anyTicket = (at: number) =>
  ticketOf(random, at, below(random, 200), 1000 + below(random, technicians), 300)
/** A list of changes made beforehand, so that making records is not measured. */
function changes(count: number): ((state: metrics.MetricsState) => void)[] {
  return Array.from({ length: count }, (_, at) => {
    if (at % 4 === 0) {
      const ticket = anyTicket(added++)
      return (state) => void state.insert('tickets', ticket)
    }
    if (at % 4 === 1) {
      const ticket = anyTicket(below(random, 100_000))
      return (state) => void state.update('tickets', ticket)
    }
    const id = anyId()
    if (at % 4 === 2) return (state) => void state.remove('tickets', id)
    const worklog = worklogOf(random, added++, id, 1000 + below(random, technicians))
    return (state) => void state.insert('worklogs', worklog)
  })
}

const state = createMetricsState(ctx, year)
const perRound = 2000
const perChange: number[] = []
for (let round = -5; round < 20; round++) {
  const steps = changes(perRound)
  const started = performance.now()
  for (const step of steps) step(state)
  if (round >= 0) perChange.push(((performance.now() - started) * 1000) / perRound)
}
const microseconds = median(perChange)
print(
  'a change: insert, update, remove, worklog',
  `${microseconds.toFixed(1)} us`,
  judged(microseconds, 20, 'us'),
)

const advances: number[] = []
for (let minute = 1; minute <= 60; minute++) {
  const later = new Date(Date.parse(now) + minute * 60_000).toISOString()
  const started = performance.now()
  state.advance(later)
  advances.push(performance.now() - started)
}
print(
  'advance by a minute',
  `${median(advances).toFixed(2)} ms`,
  `longest ${Math.max(...advances).toFixed(1)} ms`,
)
print('portfolio of the state', `${timeOf(() => state.portfolio(), 5).toFixed(0)} ms`)
