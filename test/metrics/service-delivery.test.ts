import {
  type Granularity,
  type MetricsContext,
  type MetricsData,
  type ServiceDelivery,
  serviceDelivery,
} from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const ctx: MetricsContext = {
  now: '2024-02-01T00:00:00Z',
  period: { from: '2024-01-01', to: '2024-01-08' },
}
const asData = (data: object): MetricsData => data as MetricsData
const rowsOf = (data: object, changes: Partial<MetricsContext> = {}, granularity: Granularity = 'day') =>
  serviceDelivery(asData(data), { ...ctx, ...changes }, granularity)

function weekOf(data: object, changes: Partial<MetricsContext> = {}): ServiceDelivery {
  const [row, ...others] = rowsOf(data, changes, 'week')
  if (row === undefined || others.length > 0) throw new Error('not one week')
  return row
}

const created = (createdTime: string, fields: object = {}) => ({ status: 'Open', createdTime, ...fields })
const resolved = (createdTime: string, resolutionTime: string, fields: object = {}) =>
  created(createdTime, { status: 'Closed', resolutionTime, ...fields })
const many = (count: number, ticket: object) => Array.from({ length: count }, () => ticket)

function labelsOf(from: string, to: string, granularity: Granularity, reportTimeZone = 'UTC') {
  const rows = rowsOf({ tickets: [] }, { period: { from, to }, reportTimeZone }, granularity)
  return rows.map(({ bucket, durationHours }) => `${bucket} ${durationHours}`)
}

test.each<[Granularity, string, string, string, string[]]>([
  ['day', 'UTC', '2024-02-28T12:00', '2024-03-01', ['2024-02-28 24', '2024-02-29 24']],
  ['day', 'UTC', '2024-02-28', '2024-02-29T00:00:00.001', ['2024-02-28 24', '2024-02-29 24']],
  ['day', 'Europe/Berlin', '2024-03-30', '2024-04-01', ['2024-03-30 24', '2024-03-31 23']],
  ['day', 'Europe/Berlin', '2024-10-27', '2024-10-28', ['2024-10-27 25']],
  ['day', 'Australia/Lord_Howe', '2024-04-07', '2024-04-08', ['2024-04-07 24.5']],
  ['day', 'Australia/Lord_Howe', '2024-10-06', '2024-10-07', ['2024-10-06 23.5']],
  // Midnight is skipped, the day begins at 1:00.
  ['day', 'America/Sao_Paulo', '2018-11-04', '2018-11-05', ['2018-11-04 23']],
  // 30 December 2011 did not take place.
  ['day', 'Pacific/Apia', '2011-12-29', '2012-01-01', ['2011-12-29 24', '2011-12-31 24']],
  ['week', 'UTC', '2021-01-03', '2021-01-05', ['2020-W53 168', '2021-W01 168']],
  ['week', 'UTC', '2019-12-30', '2020-01-06', ['2020-W01 168']],
  ['week', 'Europe/Berlin', '2024-03-31', '2024-04-01', ['2024-W13 167']],
  ['month', 'UTC', '2023-12-31T23:59', '2024-02-01', ['2023-12 744', '2024-01 744']],
  ['month', 'Europe/Berlin', '2024-10-15', '2024-10-16', ['2024-10 745']],
  ['hour', 'UTC', '2024-03-04T09:30', '2024-03-04T11:00', ['2024-03-04T09 1', '2024-03-04T10 1']],
  [
    'hour',
    'Europe/Berlin',
    '2024-03-31T01:00+01:00',
    '2024-03-31T04:00+02:00',
    ['2024-03-31T01 1', '2024-03-31T03 1'],
  ],
  [
    'hour',
    'Europe/Berlin',
    '2024-10-27T02:00+02:00',
    '2024-10-27T04:00+01:00',
    ['2024-10-27T02 1', '2024-10-27T02+01:00 1', '2024-10-27T03 1'],
  ],
  ['hour', 'Europe/Berlin', '2024-10-27T02:30+01:00', '2024-10-27T02:31+01:00', ['2024-10-27T02+01:00 1']],
  ['hour', 'America/St_Johns', '2024-01-01T00:00', '2024-01-01T01:00', ['2024-01-01T00 1']],
  [
    'hour',
    'America/New_York',
    '2024-11-03T01:59-04:00',
    '2024-11-03T01:01-05:00',
    ['2024-11-03T01 1', '2024-11-03T01-05:00 1'],
  ],
  [
    'hour',
    'Australia/Lord_Howe',
    '2024-04-07T01:00+11:00',
    '2024-04-07T03:00+10:30',
    ['2024-04-07T01 1', '2024-04-07T01+10:30 0.5', '2024-04-07T02 1'],
  ],
  [
    'hour',
    'Australia/Lord_Howe',
    '2024-10-06T02:45+11:00',
    '2024-10-06T03:30+11:00',
    ['2024-10-06T02 0.5', '2024-10-06T03 1'],
  ],
  // From 2:30 to 3:00: the hour before is cut.
  [
    'hour',
    'America/Caracas',
    '2016-05-01T02:00-04:30',
    '2016-05-01T04:00-04:00',
    ['2016-05-01T02 0.5', '2016-05-01T03 1'],
  ],
])('%s buckets of %s from %s to %s', (granularity, zone, from, to, labels) => {
  expect(labelsOf(from, to, granularity, zone)).toEqual(labels)
})

test('buckets follow each other without a gap, and tell their edges', () => {
  const rows = rowsOf(
    { tickets: [] },
    { period: { from: '2024-01-01', to: '2025-01-01' }, reportTimeZone: 'Europe/Berlin' },
    'hour',
  )
  expect(rows).toHaveLength(366 * 24)
  expect(rows[0]).toMatchObject({ from: '2023-12-31T23:00:00.000Z', to: '2024-01-01T00:00:00.000Z' })
  expect(rows.slice(1).filter(({ from }, at) => from !== rows[at]?.to)).toEqual([])
  expect(new Set(rows.map(({ bucket }) => bucket)).size).toBe(rows.length)
})

test('more than 100 000 buckets are refused', () => {
  const period = { from: '2000-01-01', to: '2024-01-01' }
  expect(() => rowsOf({}, { period }, 'hour')).toThrow(
    new TypeError("ctx.period: expected at most 100000 buckets of granularity 'hour'."),
  )
})

test('flow: created and resolved in the bucket, its start included and its end not', () => {
  const tickets = [
    created('2024-01-01T00:00:00'),
    created('2024-01-01T23:59:59.999'),
    created('2024-01-02T00:00:00'),
    created('2024-01-01T10:00:00', { status: 'Spam' }),
    resolved('2023-12-01T00:00:00', '2024-01-01T08:00:00'),
    ...many(2, resolved('2023-12-01T00:00:00', '2024-01-02T08:00:00')),
  ]
  const [first, second, third] = rowsOf({ tickets })
  expect(first).toMatchObject({ ticketsCreatedCount: 2, ticketsResolvedCount: 1, netFlow: 1, killRate: 0.5 })
  expect(second).toMatchObject({ ticketsCreatedCount: 1, ticketsResolvedCount: 2, netFlow: -1, killRate: 2 })
  expect(third).toMatchObject({ ticketsCreatedCount: 0, ticketsResolvedCount: 0, netFlow: 0, killRate: null })
})

test('backlog at the end of each bucket, and tickets of which nobody knows when they left', () => {
  const tickets = [
    created('2023-06-01T00:00:00'),
    created('2024-01-02T00:00:00'),
    resolved('2023-12-01T00:00:00', '2024-01-02T00:00:00'),
    resolved('2023-12-01T00:00:00', '2024-01-02T23:59:59'),
    // Resolved before it was created: never in the backlog.
    resolved('2024-01-02T12:00:00', '2023-12-20T00:00:00'),
    created('2024-01-02T12:00:00', { status: 'Closed' }),
    created('2024-01-01T12:00:00', { status: 'Spam' }),
    { status: 'Open' },
  ]
  const rows = rowsOf({ tickets }, { period: { from: '2024-01-01', to: '2024-01-04' } })
  expect(rows.map(({ backlogAtEndCount }) => backlogAtEndCount)).toEqual([3, 2, 2])
  expect(rows.map(({ undatedResolvedCount }) => undatedResolvedCount)).toEqual([0, 1, 1])
})

test('the running bucket counts its backlog as of now, one to come has none', () => {
  const tickets = [
    created('2024-01-01T00:00:00'),
    created('2024-01-02T10:00:00'),
    created('2024-01-01T00:00:00', { status: 'Closed' }),
  ]
  const rows = rowsOf({ tickets }, { now: '2024-01-02T09:00:00Z' })
  expect(rows.slice(0, 3)).toMatchObject([
    { backlogAtEndCount: 1, undatedResolvedCount: 1 },
    { backlogAtEndCount: 1, undatedResolvedCount: 1 },
    { backlogAtEndCount: null, undatedResolvedCount: 0, backlogClearanceDays: null, ticketsCreatedCount: 0 },
  ])
  const atNow = rowsOf({ tickets }, { now: '2024-01-03T00:00:00Z' })
  expect(atNow.map(({ backlogAtEndCount }) => backlogAtEndCount).slice(1, 4)).toEqual([2, 2, null])
})

test('a backlog of 30 is cleared in 3 days by 70 a week', () => {
  const tickets = [
    ...many(30, created('2024-01-03T00:00:00')),
    ...many(70, resolved('2024-01-03T00:00:00', '2024-01-04T00:00:00')),
  ]
  expect(weekOf({ tickets })).toMatchObject({ backlogAtEndCount: 30, backlogClearanceDays: 3 })
  expect(weekOf({ tickets: tickets.slice(0, 30) }).backlogClearanceDays).toBeNull()
})

test('durations: responses by the instant of the answer, resolutions of 30, 60, 90 and 120 minutes', () => {
  const took = (minutes: number) =>
    resolved('2024-01-02T10:00:00', new Date(Date.UTC(2024, 0, 2, 10, minutes)).toISOString())
  const answered = (firstResponseTime: string) => created('2023-12-31T23:00:00', { firstResponseTime })
  const responses = ['2023-12-31T23:59:59', '2024-01-01T00:00:00', '2024-01-01T01:00:00'].map(answered)
  expect(weekOf({ tickets: [...[120, 30, 90, 60].map(took), ...responses] })).toMatchObject({
    meanTimeToFirstResponseMinutes: 90,
    p50TimeToFirstResponseMinutes: 90,
    p90TimeToFirstResponseMinutes: 114,
    p95TimeToFirstResponseMinutes: 117,
    meanTimeToResolutionMinutes: 75,
    p50TimeToResolutionMinutes: 75,
    p90TimeToResolutionMinutes: 111,
    p95TimeToResolutionMinutes: expect.closeTo(115.5, 9),
  })
})

test('outcomes count in the bucket in which they were decided', () => {
  const due = { resolutionDueTime: '2024-01-02T12:00:00' }
  const breached = resolved('2024-01-01T00:00:00', '2024-01-05T00:00:00', due)
  const met = resolved('2024-01-01T00:00:00', '2024-01-02T11:00:00', due)
  const reply = { firstResponseDueTime: '2024-01-03T00:00:00', firstResponseTime: '2024-01-01T08:00:00' }
  const rows = rowsOf({ tickets: [breached, met, created('2024-01-01T00:00:00', reply)] })
  expect(rows.map((row) => row.resolutionSlaComplianceRatio).slice(0, 5)).toEqual([
    null,
    0.5,
    null,
    null,
    null,
  ])
  expect(rows.map((row) => row.firstResponseSlaComplianceRatio).slice(0, 2)).toEqual([1, null])
})

test('shares of the tickets resolved and created in the bucket', () => {
  const at = (ticketId: string, resolutionTime: string) =>
    resolved('2024-01-02T10:00:00', resolutionTime, { ticketId })
  const reply = { type: 'REQ_REPLY', time: '2024-01-02T11:00:00' }
  const statuses = ['Open', 'Resolved', 'Open', 'Closed'].map((status, hour) => ({
    at: `2024-01-02T0${hour}:00:00`,
    status,
  }))
  const row = weekOf({
    tickets: [
      at('1', '2024-01-02T12:00:00'),
      at('2', '2024-01-03T12:00:00'),
      at('3', '2024-01-02T13:00:00'),
      created('2024-01-02T10:00:00', { requestType: 'Incident' }),
      created('2024-01-02T10:00:00', { requestType: 'incident', priority: 'High' }),
      created('2024-01-02T10:00:00', { requestType: 'Service Request' }),
    ],
    conversationsByTicketId: { 1: [], 2: [reply] },
    statusHistoryByTicketId: { 1: statuses, 2: [], 3: [], 4: [] },
  })
  expect(row).toMatchObject({
    firstContactResolutionRatio: 0,
    sameDayResolutionRatio: 2 / 3,
    reopenRatio: 1 / 3,
    reactiveRatio: 2 / 3,
  })
})

const records = {
  tickets: [
    resolved('2024-01-02T10:00:00', '2024-01-02T12:00:00', { ticketId: '1', client: { accountId: '7' } }),
    resolved('2024-01-02T10:00:00', '2024-01-02T12:00:00', { ticketId: '2', client: { accountId: '8' } }),
  ],
  worklogs: [
    { workItem: { workId: '1' }, qty: '1.5', billable: true, billDateTime: '2024-01-02T11:00:00' },
    { workItem: { workId: '2' }, qty: '0.5', afterHours: true, billDateTime: '2024-01-03T11:00:00' },
    { qty: '2', billDateTime: '2024-01-07T23:59:59' },
    { workItem: { workId: '1' }, qty: '9', billDateTime: '2024-01-08T00:00:00' },
  ],
  assets: [
    { assetId: 'a', client: { accountId: '7' } },
    { assetId: 'b', client: { accountId: '7' }, status: 'OFFLINE' },
    { assetId: 'c' },
  ],
  alerts: [
    { asset: { assetId: 'a' }, severity: ' CRITICAL', createdTime: '2024-01-02T11:00' },
    { asset: { assetId: 'c' }, severity: 'High', createdTime: '2024-01-02T11:00' },
    { createdTime: '2024-01-03T11:00', severity: null },
    { createdTime: '2023-12-31T11:00', severity: 'Critical' },
  ],
  tasks: [
    { ticket: { ticketId: '1' }, actualEndDate: '2024-01-02T12:00:00', dueDate: '2024-01-02T12:00:00' },
    { workItem: { workId: '2' }, actualEndDate: '2024-01-02T12:00:01', dueDate: '2024-01-02T12:00:00' },
    { actualEndDate: '2024-01-04T12:00:01', dueDate: '2024-01-05T12:00:00' },
    { actualEndDate: '2024-01-04T12:00:01' },
    { dueDate: '2024-01-05T12:00:00' },
  ],
  invoices: [
    {
      client: { accountId: '7' },
      statusEnum: 'PAID',
      invoiceDate: '2024-01-01',
      totalAmount: '120.00',
      taxes: [{ taxAmount: '20.00' }],
    },
    { statusEnum: 'APPROVED', invoiceDate: '2024-01-07', totalAmount: '0.10' },
    { statusEnum: 'DRAFT', invoiceDate: '2024-01-02', totalAmount: '5.00' },
    { statusEnum: 'OVERDUE', invoiceDate: '2024-01-08', totalAmount: '5.00' },
  ],
}

test('work, alerts, tasks and invoices of a week', () => {
  expect(weekOf(records)).toMatchObject({
    worklogHours: 4,
    billableRatio: 1.5 / 4,
    afterHoursRatio: 0.5 / 4,
    hoursPerResolvedTicket: 2,
    ticketsPerEndpointPerMonth: (2 / 3 / 7) * 30.436875,
    alertCount: 3,
    criticalAlertRatio: 1 / 3,
    onTimeTaskRatio: 2 / 3,
    invoicedAmount: 100.1,
  })
})

test('of one client count its tickets, the work on them, its assets, their alerts, and its invoices', () => {
  const [row] = serviceDelivery(asData(records), ctx, 'week', { clientId: '7' })
  expect(row).toMatchObject({
    ticketsCreatedCount: 1,
    backlogAtEndCount: 0,
    worklogHours: 1.5,
    alertCount: 1,
    criticalAlertRatio: 1,
    onTimeTaskRatio: 1,
    invoicedAmount: 100,
    ticketsPerEndpointPerMonth: (1 / 2 / 7) * 30.436875,
  })
  const [nobody] = serviceDelivery(asData(records), ctx, 'week', { clientId: '99' })
  expect(nobody).toMatchObject({
    ticketsCreatedCount: 0,
    worklogHours: 0,
    alertCount: 0,
    onTimeTaskRatio: null,
    invoicedAmount: 0,
    ticketsPerEndpointPerMonth: null,
  })
})

test('a calendar month is one month, other buckets as many as they have days', () => {
  const data = { tickets: [created('2024-01-02T10:00:00')], assets: [{}, {}] }
  expect(rowsOf(data, {}, 'month')[0]?.ticketsPerEndpointPerMonth).toBe(0.5)
  expect(rowsOf(data)[1]?.ticketsPerEndpointPerMonth).toBeCloseTo(30.436875 / 2, 10)
  const isEndpoint = ({ status }: { status?: unknown }) => status === 'ONLINE'
  expect(rowsOf(data, { isEndpoint }, 'month')[0]?.ticketsPerEndpointPerMonth).toBeNull()
})

test('40 arrivals in 40 business hours are one an hour', () => {
  const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY']
  const windows = days.map((day) => ({ day, start: '09:00', end: '17:00' }))
  const defaultSchedule = { timeZone: 'UTC', windows }
  const data = { tickets: many(40, created('2024-01-06T10:00:00')) }
  expect(weekOf(data, { defaultSchedule }).arrivalsPerBusinessHour).toBe(1)
  expect(weekOf(data).arrivalsPerBusinessHour).toBeNull()
  expect(rowsOf(data, { defaultSchedule })[5]?.arrivalsPerBusinessHour).toBeNull()
  expect(
    weekOf(data, { defaultSchedule: { timeZone: 'UTC', windows: [] } }).arrivalsPerBusinessHour,
  ).toBeNull()
})

test('performance: parts at their middle give 50, known parts under half of the weight nothing', () => {
  const due = { resolutionDueTime: '2024-01-03T00:00:00', firstResponseDueTime: '2024-01-03T00:00:00' }
  const tickets = [
    ...many(21, resolved('2024-01-02T00:00:00', '2024-01-02T12:00:00', due)),
    ...many(4, resolved('2024-01-02T00:00:00', '2024-01-03T12:00:00', due)),
  ]
  const parts = {
    resolutionSlaCompliance: { value: 0.84, scaled: expect.closeTo(0.5, 9), weight: 0.35 },
    firstResponseSlaCompliance: { value: 0.84, scaled: expect.closeTo(0.5, 9), weight: 0.25 },
    killRate: { value: 1, scaled: expect.closeTo(0.8, 9), weight: 0.15 },
    firstContactResolution: { value: null, scaled: null, weight: 0.15 },
    reopenRatio: { value: null, scaled: null, weight: 0.1 },
  }
  // (0.35 × 0.5 + 0.25 × 0.5 + 0.15 × 0.8) ÷ 0.75
  expect(weekOf({ tickets })).toMatchObject({
    performanceScore: 56,
    performanceScoreParts: parts,
    performanceCategory: 'fair',
  })
  const alone = tickets.map((ticket) => ({ ...ticket, firstResponseDueTime: null }))
  expect(weekOf({ tickets: alone })).toMatchObject({ performanceScore: 59, performanceCategory: 'fair' })
  const undecided = tickets.map((ticket) => ({
    ...ticket,
    resolutionDueTime: null,
    firstResponseDueTime: null,
  }))
  expect(weekOf({ tickets: undecided })).toMatchObject({ performanceScore: null, performanceCategory: null })
})

test.each([
  [0.85, 'excellent'],
  [0.8499, 'good'],
  [0.7, 'good'],
  [0.6999, 'fair'],
  [0.5, 'fair'],
  [0.4999, 'poor'],
])('a score of %d hundred is %s', (share, category) => {
  const part = (weight: number) => ({ weight, worst: 0, best: 1 })
  const none = { weight: 0 }
  const thresholds = {
    performanceScore: {
      parts: {
        killRate: part(1),
        resolutionSlaCompliance: none,
        firstResponseSlaCompliance: none,
        firstContactResolution: none,
        reopenRatio: none,
      },
    },
  }
  const tickets = [
    ...many(10_000, created('2024-01-02T10:00:00')),
    ...many(Math.round(share * 10_000), resolved('2023-01-02T10:00:00', '2024-01-02T10:00:00')),
  ]
  expect(weekOf({ tickets }, { thresholds }).performanceCategory).toBe(category)
})

test('what is not known is null, what is empty is 0', () => {
  const unknown = weekOf({})
  const { bucket, from, to, durationHours, performanceScoreParts, ...figures } = unknown
  expect([bucket, from, to, durationHours]).toEqual([
    '2024-W01',
    '2024-01-01T00:00:00.000Z',
    '2024-01-08T00:00:00.000Z',
    168,
  ])
  expect(new Set(Object.values(figures))).toEqual(new Set([null]))
  const empty = { tickets: [], worklogs: [], assets: [], alerts: [], tasks: [], invoices: [] }
  expect(weekOf(empty)).toMatchObject({
    ticketsCreatedCount: 0,
    ticketsResolvedCount: 0,
    netFlow: 0,
    backlogAtEndCount: 0,
    undatedResolvedCount: 0,
    worklogHours: 0,
    billableRatio: null,
    hoursPerResolvedTicket: null,
    alertCount: 0,
    criticalAlertRatio: null,
    onTimeTaskRatio: null,
    invoicedAmount: 0,
  })
})

test('a wrong granularity and a wrong client id are refused by name', () => {
  expect(() => rowsOf({}, {}, 'year' as never)).toThrow(
    new TypeError("granularity: expected 'hour' or 'day' or 'week' or 'month', received string."),
  )
  expect(() => serviceDelivery({}, ctx, 'day', { clientId: '' })).toThrow(
    new TypeError('clientId: expected the id of a client, received string.'),
  )
})
