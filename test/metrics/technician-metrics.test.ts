import {
  type MetricsContext,
  type MetricsData,
  type MetricsTicket,
  type MetricsWorklog,
  type Schedule,
  type TechnicianMetrics,
  technicianMetrics,
  technicianMetricsCatalogue,
} from '@superhack/superops/metrics'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.js'

const WORKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY']
const nineToFive: Schedule = {
  timeZone: 'UTC',
  windows: WORKDAYS.map((day) => ({ day, start: '09:00', end: '17:00' })),
}
/** Monday 1 to Monday 8 January 2024: five days of eight hours. */
const week = { from: '2024-01-01T00:00:00Z', to: '2024-01-08T00:00:00Z' }
const ctx: MetricsContext = { now: '2024-01-08T00:00:00Z', period: week, defaultSchedule: nineToFive }
const ann = { userId: '1' }

function rowOf(data: MetricsData, changes: Partial<MetricsContext> = {}, id = '1'): TechnicianMetrics {
  const row = technicianMetrics(data, { ...ctx, ...changes }).find(({ technicianId }) => technicianId === id)
  if (row === undefined) throw new Error(`no row of technician ${id}`)
  return row
}

let number = 0
const resolved = (fields: MetricsTicket = {}): MetricsTicket => {
  number += 1
  return {
    ticketId: String(number),
    technician: ann,
    status: 'Resolved',
    createdTime: '2024-01-02T10:00:00',
    resolutionTime: '2024-01-02T12:00:00',
    ...fields,
  } as MetricsTicket
}
const many = (count: number, fields?: MetricsTicket) => Array.from({ length: count }, () => resolved(fields))
const open = (fields: MetricsTicket = {}) => resolved({ status: 'Open', resolutionTime: null, ...fields })
const worklog = (qty: string, fields: MetricsWorklog = {}): MetricsWorklog =>
  ({ technician: ann, qty, billDateTime: '2024-01-03T10:00:00', billable: true, ...fields }) as MetricsWorklog
const met = { resolutionDueTime: '2024-01-02T13:00:00' } as MetricsTicket
const breached = { resolutionDueTime: '2024-01-02T11:00:00' } as MetricsTicket

test('counts: open and assigned, resolved in the period, and weighted by complexity', () => {
  const row = rowOf({
    tickets: [
      resolved({ priority: 'High', requestType: 'Incident' }),
      resolved({ priority: 'Low', requestType: 'Service Request' }),
      resolved({
        resolutionTime: '2023-12-31T23:59:59' as never,
        createdTime: '2023-12-31T00:00:00' as never,
      }),
      resolved({ technician: { userId: '2' } as never }),
      resolved({ status: 'Cancelled' }),
      open(),
    ],
  })
  expect(row).toMatchObject({
    openTicketCount: 1,
    ticketsResolvedCount: 2,
    weightedTicketsResolved: 2.0625,
    meanComplexityWeight: 1.03125,
    highPriorityShare: 0.5,
  })
})

test('the period holds its start and not its end', () => {
  const at = (resolutionTime: string) => resolved({ resolutionTime: resolutionTime as never })
  const created = { createdTime: '2023-12-01T00:00:00' as never }
  const tickets = [at('2024-01-01T00:00:00'), at('2024-01-07T23:59:59.999'), at('2024-01-08T00:00:00')]
  expect(rowOf({ tickets: tickets.map((ticket) => ({ ...ticket, ...created })) }).ticketsResolvedCount).toBe(
    2,
  )
})

test('hours: entries of time in the period, billable and after hours; five days of eight less leave are available', () => {
  const data = {
    tickets: [],
    worklogs: [
      worklog('16'),
      worklog('8', { billable: false, afterHours: true }),
      worklog('100', { billDateTime: '2024-01-08T00:00:00' as never }),
      worklog('-5'),
      worklog('1,5'),
    ],
  }
  expect(rowOf(data)).toMatchObject({ worklogHours: 24, billableHours: 16, availableHours: 40 })
  expect(rowOf(data, { timeOffHoursByTechnicianId: { 1: 8 } })).toMatchObject({
    availableHours: 32,
    utilizationRatio: 0.75,
    utilizationCategory: 'healthy',
    billableUtilizationRatio: 0.5,
    billableRatio: 16 / 24,
    afterHoursRatio: 8 / 24,
  })
  expect(rowOf(data, { timeOffHoursByTechnicianId: { 1: 99 } })).toMatchObject({
    availableHours: 0,
    utilizationRatio: null,
  })
})

test('hours are available until now, not until the end of the period', () => {
  const tickets = [open()]
  expect(rowOf({ tickets }, { now: '2024-01-02T13:00:00Z' }).availableHours).toBe(12)
  expect(rowOf({ tickets }, { now: '2023-12-01T00:00:00Z' }).availableHours).toBe(0)
  const own = { scheduleByTechnicianId: { 1: { timeZone: 'UTC', working24x7: true, windows: [] } } }
  expect(rowOf({ tickets }, own).availableHours).toBe(168)
})

test('without a schedule nothing is known of available hours', () => {
  const row = rowOf({ tickets: many(3), worklogs: [worklog('1')] }, { defaultSchedule: undefined })
  expect([
    row.availableHours,
    row.utilizationRatio,
    row.utilizationCategory,
    row.billableUtilizationRatio,
    row.throughputPerAvailableHour,
    row.relativeThroughput,
    row.backlogDays,
  ]).toEqual(Array(7).fill(null))
})

test.each([
  [19.99, 'under'],
  [20, 'low'],
  [25.99, 'low'],
  [26, 'healthy'],
  [34, 'healthy'],
  [34.01, 'high'],
  [40, 'high'],
  [40.01, 'overloaded'],
])('%d of 40 hours is %s', (hours, category) => {
  expect(rowOf({ worklogs: [worklog(String(hours))] }).utilizationCategory).toBe(category)
})

test('only items of hours are time, and only with a price they are revenue', () => {
  const serviceItems = [
    { itemId: 'h', quantityType: 'HOURS' },
    { itemId: 'u', quantityType: 'UNITS' },
  ] as never
  const of = (itemId: string, qty: string, unitPrice: string | null) =>
    worklog(qty, { serviceItem: { itemId } as never, unitPrice })
  const row = rowOf({
    serviceItems,
    worklogs: [of('h', '1.5', '90'), of('h', '0.5', null), of('u', '7', '9')],
  })
  expect(row).toMatchObject({ worklogHours: 2, effectiveRevenuePerHour: 67.5 })
})

test('durations: medians and the 90th percentile', () => {
  const took = (minutes: number) =>
    resolved({
      createdTime: '2024-01-02T10:00:00' as never,
      firstResponseTime: new Date(Date.UTC(2024, 0, 2, 10, minutes / 10)).toISOString() as never,
      resolutionTime: new Date(Date.UTC(2024, 0, 2, 10, minutes)).toISOString() as never,
    })
  expect(rowOf({ tickets: [took(60), took(120), took(600)] })).toMatchObject({
    medianTimeToFirstResponseMinutes: 12,
    medianTimeToResolutionMinutes: 120,
    p90TimeToResolutionMinutes: 504,
  })
})

test('proportions count what is known: first contact, reopening, time entry, compliance', () => {
  const tickets = many(4)
  const ids = tickets.map(({ ticketId }) => String(ticketId))
  const reply = (type: string) => ({ type, time: '2024-01-02T11:00:00' })
  const row = rowOf({
    tickets: [...tickets, ...many(3, met), resolved(breached)],
    worklogs: [worklog('1', { workItem: { workId: ids[0] } as never }), worklog('0')],
    conversationsByTicketId: {
      [ids[0] as string]: [reply('TECH_REPLY')] as never,
      [ids[1] as string]: [reply('TECH_REPLY'), reply('REQ_REPLY')] as never,
      [ids[2] as string]: [],
    },
    statusHistoryByTicketId: {
      [ids[0] as string]: ['Open', 'Resolved', 'Open', 'Closed'].map((status, hour) => ({
        at: `2024-01-02T0${hour}:00:00`,
        status,
      })),
      [ids[1] as string]: [],
    },
  })
  expect(row).toMatchObject({
    firstContactResolutionRatio: 1 / 3,
    reopenRatio: 0.5,
    timeEntryCoverageRatio: 1 / 8,
    resolutionSlaComplianceRatio: 0.75,
    firstResponseSlaComplianceRatio: null,
    hoursPerResolvedTicket: 1 / 8,
  })
})

test('breadth is the effective number of categories; spellings of one are one', () => {
  const of = (category: string | null) => resolved({ category })
  const breadth = (...names: (string | null)[]) => rowOf({ tickets: names.map(of) }).categoryBreadth
  expect(breadth('Network', ' network ', 'Mail', 'MAIL')).toBeCloseTo(2, 12)
  expect(breadth('Mail', 'Mail')).toBe(1)
  expect(breadth(null, ' ')).toBeNull()
})

test('distinct clients, and days that the backlog would take', () => {
  const at = (accountId: string) => ({ client: { accountId } }) as MetricsTicket
  const tickets = [
    ...many(2, at('7')),
    resolved(at('8')),
    resolved(),
    ...Array.from({ length: 3 }, () => open()),
  ]
  // 3 open, 4 resolved in 5 working days.
  expect(rowOf({ tickets })).toMatchObject({ distinctClientCount: 2, backlogDays: 3.75 })
  expect(rowOf({ tickets: [open()] }).backlogDays).toBeNull()
})

const team = (throughputs: readonly number[]): MetricsData => ({
  tickets: throughputs.flatMap((count, at) =>
    many(count, { technician: { userId: String(at + 1) } as never }),
  ),
})

test('throughput is compared with the median of a team of three or more', () => {
  expect(rowOf(team([24, 20, 4]))).toMatchObject({ throughputPerAvailableHour: 0.6, relativeThroughput: 1.2 })
  expect(rowOf(team([24, 20])).relativeThroughput).toBeNull()
})

test('the productivity score of the documented case: shrunk compliance and utilization beyond its best band', () => {
  const tickets = [
    ...many(6, met),
    ...many(4, breached),
    ...many(30, { ...met, technician: { userId: '2' } as never }),
  ]
  const row = rowOf({ tickets, worklogs: [worklog('38')] })
  const { resolutionSlaCompliance, utilization } = row.productivityScoreParts
  expect(resolutionSlaCompliance.value).toBeCloseTo(0.75, 12)
  expect(resolutionSlaCompliance.scaled).toBeCloseTo(0.05 / 0.28, 9)
  expect(utilization.value).toBe(0.95)
  expect(utilization.scaled).toBeCloseTo(0.6, 9)
})

test('a score needs ten resolved tickets, and 0.6 of the weight', () => {
  const data = (count: number) => ({ tickets: many(count, met), worklogs: [worklog('30')] })
  expect(rowOf(data(9))).toMatchObject({ productivityScore: null, productivityBand: 'insufficientData' })
  // Compliance 0.2, utilization 0.15 and time entry 0.1 are known: too little.
  expect(rowOf(data(10)).productivityScore).toBeNull()
  const answered = { firstResponseTime: '2024-01-02T10:30:00', firstResponseDueTime: '2024-01-02T11:00:00' }
  const tickets = [...many(10, { ...met, ...answered } as MetricsTicket)]
  const conversationsByTicketId = Object.fromEntries(tickets.map(({ ticketId }) => [ticketId, []]))
  const row = rowOf({ tickets, worklogs: [worklog('30')], conversationsByTicketId })
  // 0.2 + 0.15 + 0.1 + 0.1 are worth 1, time entry 0.1 is worth 0.
  expect(row).toMatchObject({ productivityScore: 84.62, productivityBand: 'high' })
  expect(
    rowOf({ tickets, worklogs: [worklog('30')], conversationsByTicketId }, { minResolvedForScore: 11 }),
  ).toMatchObject({
    productivityScore: null,
    productivityBand: 'insufficientData',
  })
})

test('the skill score of the documented case is 50, level L2', () => {
  // Mean weight 1.125; compliance 0.84, first contact 0.55 and breadth 3.5 by chosen limits of the parts.
  const tickets = many(20, { ...met, priority: 'High', requestType: 'Service Request', category: 'Mail' })
  const row = rowOf(
    { tickets },
    {
      thresholds: {
        skillScore: { parts: { outcome: { worst: 0, best: 2 }, breadth: { worst: 0, best: 2 } } },
      },
    },
  )
  expect(row.skillScoreParts.difficulty).toEqual({ value: 1.125, scaled: 0.5, weight: 0.3 })
  expect(row).toMatchObject({ skillScore: 50, skillLevel: 'L2' })
  expect(rowOf({ tickets: tickets.slice(1) })).toMatchObject({
    skillScore: null,
    skillLevel: 'insufficientData',
  })
})

test('bands and levels begin at their limits', () => {
  const answered = { firstResponseTime: '2024-01-02T10:30:00', firstResponseDueTime: '2024-01-02T11:00:00' }
  const tickets = many(20, { ...met, ...answered, category: 'Mail' } as MetricsTicket)
  const conversationsByTicketId = Object.fromEntries(tickets.map(({ ticketId }) => [ticketId, []]))
  const data = { tickets, worklogs: [worklog('30')], conversationsByTicketId }
  const { productivityScore: score, skillScore: skill } = rowOf(data)
  if (score === null || skill === null) throw new Error('both scores are known')
  const bandOf = (high: number, solid: number, developing: number) =>
    rowOf(data, { thresholds: { productivityBand: { high, solid, developing } } }).productivityBand
  expect(bandOf(score, 2, 1)).toBe('high')
  expect(bandOf(score + 0.01, score, 1)).toBe('solid')
  expect(bandOf(100, score + 0.01, score)).toBe('developing')
  expect(bandOf(100, 99, score + 0.01)).toBe('needsSupport')
  const levelOf = (l2: number, l3: number, l4: number) =>
    rowOf(data, { thresholds: { skillLevel: { l2, l3, l4 } } }).skillLevel
  expect(levelOf(skill + 0.01, 200, 300)).toBe('L1')
  expect(levelOf(skill, skill + 0.01, 300)).toBe('L2')
  expect(levelOf(-1, skill, skill + 0.01)).toBe('L3')
  expect(levelOf(-2, -1, skill)).toBe('L4')
})

test('a declared level beats the suggested one, not the score', () => {
  const tickets = many(20, { ...met, category: 'Mail' })
  const row = rowOf({ tickets }, { declaredSkillLevelByUserId: { 1: 'Architect' } })
  expect(row.skillLevel).toBe('Architect')
  expect(row.skillScore).toBe(rowOf({ tickets }).skillScore)
})

test('unknown collections give nulls, empty ones counts of 0', () => {
  const technicians = [{ userId: '1' }] as never
  expect(rowOf({ technicians })).toMatchObject({
    openTicketCount: null,
    ticketsResolvedCount: null,
    weightedTicketsResolved: null,
    worklogHours: null,
    billableRatio: null,
    distinctClientCount: null,
    highPriorityShare: null,
    skillLevel: 'insufficientData',
  })
  expect(rowOf({ technicians, tickets: [], worklogs: [] })).toMatchObject({
    openTicketCount: 0,
    ticketsResolvedCount: 0,
    weightedTicketsResolved: 0,
    worklogHours: 0,
    billableHours: 0,
    billableRatio: null,
    distinctClientCount: 0,
    highPriorityShare: null,
  })
})

test('technicians are those of the list, else those met on tickets and worklogs, by ascending id', () => {
  const of = (userId: string) => ({ technician: { userId } }) as never
  const data = { tickets: [open(of('9')), open(of('10'))], worklogs: [worklog('1', of('b'))] }
  const ids = (given: MetricsData) => technicianMetrics(given, ctx).map(({ technicianId }) => technicianId)
  expect(ids(data)).toEqual(['10', '9', 'b'])
  expect(ids({ ...data, technicians: [{ userId: '9' }, { userId: 9 }, {}, null] as never })).toEqual(['9'])
})

test('tickets that do not count for technicians are left out of all figures', () => {
  const tickets = [...many(2, { source: 'INTEGRATION' }), resolved({ source: 'EMAIL' })]
  const countsForTechnician = ({ source }: MetricsTicket) => source !== 'INTEGRATION'
  expect(rowOf({ tickets }, { countsForTechnician }).ticketsResolvedCount).toBe(1)
})

const junk = fc.oneof(
  fc.constantFrom(null, '', 'x', '1e999', '9'.repeat(400), Number.MAX_VALUE, -1, true),
  fc.jsonValue(),
)
const junkRecord = (keys: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...keys, '__proto__'), junk, { maxKeys: keys.length })
const junkData = fc.record({
  tickets: fc.array(
    junkRecord(['ticketId', 'technician', 'status', 'createdTime', 'resolutionTime', 'priority', 'category']),
  ),
  worklogs: fc.array(
    junkRecord(['technician', 'qty', 'unitPrice', 'billDateTime', 'workItem', 'serviceItem']),
  ),
  technicians: fc.constant([{ userId: '1' }, { userId: '2' }]),
})

test('whatever the records, every key is there and no number is NaN or infinite', () => {
  fc.assert(
    fc.property(junkData, (data) => {
      const rows = technicianMetrics(data as unknown as MetricsData, ctx)
      for (const row of rows) {
        expect(Object.keys(row)).toEqual(technicianMetricsCatalogue.map(({ field }) => field))
        expect(JSON.parse(JSON.stringify(row))).toEqual(row)
      }
    }),
    { numRuns: runs(2000) },
  )
})

test('rows do not depend on the order of records', () => {
  const status = fc.constantFrom('Open', 'Resolved', 'Closed', 'Spam')
  const hour = fc
    .integer({ min: 0, max: 400 })
    .map((hours) => new Date(Date.UTC(2023, 11, 28, hours, 7)).toISOString())
  const ticket = fc.record({
    ticketId: fc.uuid(),
    technician: fc.constantFrom({ userId: '1' }, { userId: '2' }, { userId: '3' }, null),
    status,
    priority: fc.constantFrom('High', 'Low', null),
    category: fc.constantFrom('Mail', 'Net', null),
    createdTime: hour,
    firstResponseTime: hour,
    resolutionTime: hour,
    resolutionDueTime: hour,
  })
  const entry = fc.record({
    technician: fc.constantFrom({ userId: '1' }, { userId: '2' }),
    qty: fc.constantFrom('0.1', '0.2', '0.7', '3'),
    unitPrice: fc.constantFrom('99.99', '0.1', null),
    billable: fc.boolean(),
    billDateTime: hour,
  })
  fc.assert(
    fc.property(fc.array(ticket), fc.array(entry), (tickets, worklogs) => {
      const rows = technicianMetrics({ tickets, worklogs } as unknown as MetricsData, ctx)
      const turned = { tickets: [...tickets].reverse(), worklogs: [...worklogs].reverse() }
      expect(technicianMetrics(turned as unknown as MetricsData, ctx)).toEqual(rows)
    }),
    { numRuns: runs(1000) },
  )
})
