import {
  allClientMetrics,
  indexMetricsData,
  type MetricsContext,
  type MetricsData,
  technicianMetrics,
  ticketMetrics,
} from '@superhack/superops/metrics'
import { expect, test } from 'vitest'
import { runs } from '../../runs.js'
import { type Comparison, compareRows, differencesOf, newComparison } from './compare.js'
import { corruptions } from './corruptions.js'
import { berlinOffice, createDataset, holidaysByListId, nightShift } from './dataset.js'
import { type Engine, openEngine } from './load.js'

const tickets = Math.max(600, runs(5000))
const { data, applied, now } = createDataset(tickets)
const pick = (...left: (keyof MetricsData)[]): MetricsData =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !left.includes(name as keyof MetricsData)))

const technicianIds = (data.technicians ?? []).map(({ userId }) => String(userId)).slice(0, 6)

const cases: readonly (readonly [name: string, data: MetricsData, ctx: MetricsContext])[] = [
  ['everything known, settings as they are', data, { now, defaultSchedule: berlinOffice, holidaysByListId }],
  [
    'times and settings of elsewhere',
    pick('serviceItems'),
    {
      now,
      sourceTimeZone: 'Europe/Berlin',
      reportTimeZone: 'America/New_York',
      period: { from: '2025-03-01T00:00', to: '2025-04-01T00:00', kind: 'month' },
      clockSkewMinutes: 150,
      statusMap: { 'PARKED  somewhere': 'paused', 'Waiting on Customer': 'open' },
      priorityMap: { whenever: 4, high: 1 },
      slaSource: 'timestamps',
      resolutionCountsAsResponse: false,
      fcrRule: 'oneBusinessHour',
      holidaysByListId,
      scheduleBySiteId: { 404: nightShift },
      scheduleByTechnicianId: Object.fromEntries(
        technicianIds.map((id, at) => [id, at % 2 === 0 ? nightShift : berlinOffice]),
      ),
      timeOffHoursByTechnicianId: Object.fromEntries(technicianIds.map((id, at) => [id, at * 7.5])),
      declaredSkillLevelByUserId: Object.fromEntries(technicianIds.slice(0, 2).map((id) => [id, 'L7'])),
      minResolvedForScore: 3,
      minResolvedForSkill: 2,
      shrinkageK: 4,
    },
  ],
  [
    'little known, on the calendar clock',
    pick('worklogs', 'conversationsByTicketId', 'statusHistoryByTicketId', 'sites', 'technicians', 'clients'),
    {
      now,
      sourceTimeZone: 'Australia/Lord_Howe',
      reportTimeZone: 'Asia/Kolkata',
      period: { from: '2025-02-10T00:00:00Z', to: '2025-04-07T12:34:56.789Z' },
      clockSkewMinutes: 0,
      slaClock: 'calendar',
      defaultSchedule: nightShift,
    },
  ],
]

const files = [
  'facts.sql',
  'minutes.sql',
  'ticket.sql',
  'scores.sql',
  'technician.sql',
  'client.sql',
  'client-rows.sql',
]

const byKey = <Item>(items: Iterable<Item>, key: (item: Item, at: number) => string) =>
  new Map([...items].map((item, at) => [key(item, at), item]))

async function compareTickets(
  comparison: Comparison,
  engine: Engine,
  data: MetricsData,
  ctx: MetricsContext,
) {
  const index = indexMetricsData(data, ctx)
  const ours = (data.tickets ?? []).map((ticket) => ticketMetrics(ticket, index, ctx))
  const theirs = byKey(await engine.rows('ticket_metrics'), ({ seq }) => String(seq))
  for (const row of theirs.values()) delete row.seq
  compareRows(
    comparison,
    'ticket',
    byKey(ours, (_, at) => String(at)),
    theirs,
  )
}

async function compareTechnicians(
  comparison: Comparison,
  engine: Engine,
  data: MetricsData,
  ctx: MetricsContext,
) {
  const id = ({ technicianId }: { technicianId?: unknown }) => String(technicianId)
  const theirs = byKey(await engine.rows('technician_metrics'), id)
  compareRows(comparison, 'technician', byKey(technicianMetrics(data, ctx), id), theirs)
}

async function compareClients(
  comparison: Comparison,
  engine: Engine,
  data: MetricsData,
  ctx: MetricsContext,
) {
  const id = ({ clientId }: { clientId?: unknown }) => String(clientId)
  const theirs = byKey(await engine.rows('client_metrics'), id)
  compareRows(comparison, 'client', byKey(allClientMetrics(data, ctx), id), theirs)
}

test('every kind of corruption is in the data, twenty times and more at full count', () => {
  const least = Math.ceil(tickets / 250)
  expect(corruptions.filter(({ name }) => (applied.get(name) ?? 0) < least).map(({ name }) => name)).toEqual(
    [],
  )
})

test.each(cases)(
  'figures written in SQL are those of the functions: %s',
  { timeout: 120_000 },
  async (name, data, ctx) => {
    const comparison = newComparison()
    const engine = await openEngine(data, ctx)
    for (const file of files) await engine.run(file)
    await compareTickets(comparison, engine, data, ctx)
    await compareTechnicians(comparison, engine, data, ctx)
    await compareClients(comparison, engine, data, ctx)
    engine.close()
    process.stdout.write(`${name}: ${comparison.values} values compared\n`)
    expect(differencesOf(comparison)).toEqual([])
    expect(comparison.values).toBeGreaterThan(tickets * 39)
  },
)
