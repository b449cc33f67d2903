import {
  type MetricsContext,
  type MetricsTicket,
  type Schedule,
  type TicketMetrics,
  ticketMetrics,
} from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const WORKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY']
const nineToFive: Schedule = {
  timeZone: 'UTC',
  windows: WORKDAYS.map((day) => ({ day, start: '09:00', end: '17:00' })),
}
/** 1 January 2024 is a Monday. */
const figures = (ticket: MetricsTicket, now: string, ctx: Partial<MetricsContext> = {}): TicketMetrics =>
  ticketMetrics(ticket, {}, { now, ...ctx })

test('an open ticket ages until now, a resolved one until it was resolved', () => {
  const created = { createdTime: '2024-01-01T08:00:00' }
  const now = '2024-01-01T10:30:00Z'
  expect(figures({ ...created, status: 'Open' }, now).ticketAgeMinutes).toBe(150)
  expect(
    figures({ ...created, status: 'Resolved', resolutionTime: '2024-01-01T09:00:00' }, now).ticketAgeMinutes,
  ).toBe(60)
})

test('age is null without creation, for a terminal ticket without resolution, and for a cancelled one', () => {
  const now = '2024-01-01T10:30:00Z'
  const createdTime = '2024-01-01T08:00:00'
  const ages = [
    { status: 'Open' },
    { status: 'Closed', createdTime },
    { status: 'Spam', createdTime, resolutionTime: '2024-01-01T09:00:00' },
  ].map((ticket) => figures(ticket, now, { defaultSchedule: nineToFive }))
  expect(ages.map((row) => [row.ticketAgeMinutes, row.ticketAgeBusinessMinutes])).toEqual([
    [null, null],
    [null, null],
    [null, null],
  ])
})

test('business age leaves the weekend out, and is null without a schedule', () => {
  const ticket = { status: 'Open', createdTime: '2024-01-05T16:30:00' }
  const now = '2024-01-08T09:15:00Z'
  expect(figures(ticket, now, { defaultSchedule: nineToFive }).ticketAgeBusinessMinutes).toBe(45)
  expect(figures(ticket, now).ticketAgeBusinessMinutes).toBeNull()
})

test.each([
  [1439, 'lt1d'],
  [1440, 'd1to3'],
  [3 * 1440, 'd3to7'],
  [7 * 1440, 'd7to14'],
  [14 * 1440, 'd14to30'],
  [43_199, 'd14to30'],
  [43_200, 'gte30d'],
])('an open ticket of %d minutes is in the bucket %s', (minutes, bucket) => {
  const now = '2024-03-01T00:00:00.000Z'
  const createdTime = new Date(new Date(now).getTime() - minutes * 60_000).toISOString()
  expect(figures({ status: 'Open', createdTime }, now).ageBucket).toBe(bucket)
})

test('edges of the age buckets can be set and name the buckets', () => {
  const ticket = { status: 'Open', createdTime: '2024-01-01T00:00:00' }
  const thresholds = { ageBucketDays: [10, 30] }
  expect(figures(ticket, '2024-01-09T00:00:00Z', { thresholds }).ageBucket).toBe('lt10d')
  expect(figures(ticket, '2024-01-11T00:00:00Z', { thresholds }).ageBucket).toBe('d10to30')
  expect(figures(ticket, '2024-03-11T00:00:00Z', { thresholds }).ageBucket).toBe('gte30d')
})

test('only an open ticket with an age has a bucket', () => {
  const done = { status: 'Closed', createdTime: '2024-01-01T00:00:00', resolutionTime: '2024-01-02T00:00:00' }
  expect([
    figures(done, '2024-01-09T00:00:00Z').ageBucket,
    figures({ status: 'Open' }, '2024-01-09T00:00:00Z').ageBucket,
  ]).toEqual([null, null])
})

test('first response counts from creation', () => {
  const ticket = { status: 'Open', createdTime: '2024-01-01T09:00:00' }
  const now = '2024-01-02T00:00:00Z'
  const answered = (firstResponseTime: string | null) =>
    figures({ ...ticket, firstResponseTime }, now).timeToFirstResponseMinutes
  expect([answered('2024-01-01T09:12:00'), answered('2024-01-01T08:00:00'), answered(null)]).toEqual([
    12,
    null,
    null,
  ])
  expect(
    figures({ ...ticket, status: 'Merged', firstResponseTime: '2024-01-01T09:12:00' }, now)
      .timeToFirstResponseMinutes,
  ).toBeNull()
})

test('first response in business minutes starts with the next opening', () => {
  const ticket = {
    status: 'Open',
    createdTime: '2024-01-06T12:00:00',
    firstResponseTime: '2024-01-08T09:10:00',
  }
  const now = '2024-01-09T00:00:00Z'
  expect(figures(ticket, now, { defaultSchedule: nineToFive }).timeToFirstResponseBusinessMinutes).toBe(10)
  expect(figures(ticket, now).timeToFirstResponseBusinessMinutes).toBeNull()
})

test('resolution counts from creation, in minutes and in business minutes', () => {
  const ticket = {
    status: 'Resolved',
    createdTime: '2024-01-01T10:00:00',
    resolutionTime: '2024-01-03T10:00:00',
  }
  const row = figures(ticket, '2024-01-09T00:00:00Z', { defaultSchedule: nineToFive })
  expect([row.timeToResolutionMinutes, row.timeToResolutionBusinessMinutes]).toEqual([2880, 960])
})

test('an open ticket with a resolution time is not resolved', () => {
  const ticket = {
    status: 'Reopened',
    createdTime: '2024-01-01T10:00:00',
    resolutionTime: '2024-01-01T11:00:00',
  }
  const row = figures(ticket, '2024-01-01T12:00:00Z')
  expect([row.isOpen, row.timeToResolutionMinutes, row.ticketAgeMinutes]).toEqual([true, null, 120])
})

test('pauses need a history, and are cut to the life of the ticket', () => {
  const ticket = {
    ticketId: '1',
    status: 'Resolved',
    createdTime: '2024-01-01T10:00:00',
    resolutionTime: '2024-01-03T10:00:00',
  }
  const ctx = { now: '2024-01-09T00:00:00Z', defaultSchedule: nineToFive }
  const pauses = (history?: { at: string; status: string }[]) => {
    const row = ticketMetrics(
      ticket,
      history === undefined ? {} : { statusHistoryByTicketId: { 1: history } },
      ctx,
    )
    return [row.pausedMinutes, row.pausedBusinessMinutes, row.netTimeToResolutionMinutes]
  }
  expect(pauses()).toEqual([null, null, null])
  expect(pauses([])).toEqual([0, 0, 2880])
  expect(
    pauses([
      { at: '2024-01-01T12:30:00', status: 'Open' },
      { at: '2024-01-01T10:00:00', status: 'On Hold' },
    ]),
  ).toEqual([150, 150, 2730])
  expect(pauses([{ at: '2024-01-03T08:00:00', status: 'Pending' }])).toEqual([120, 60, 2760])
  expect(pauses([{ at: '2023-12-31T00:00:00', status: 'On Hold' }])).toEqual([2880, 960, 0])
  expect(pauses([{ at: 'never', status: 'On Hold' }])).toEqual([0, 0, 2880])
})

test('a long pause of an open ticket lasts until now', () => {
  const data = { statusHistoryByTicketId: { 1: [{ at: '2024-01-01T11:00:00', status: 'On Hold' }] } }
  const ticket = { ticketId: '1', status: 'On Hold', createdTime: '2024-01-01T10:00:00' }
  expect(ticketMetrics(ticket, data, { now: '2024-01-01T12:30:00Z' }).pausedMinutes).toBe(90)
})

test('an event slightly ahead of now is now, one further ahead is none', () => {
  const now = '2024-01-01T12:00:00Z'
  const response = (firstResponseTime: string, clockSkewMinutes?: number) =>
    figures({ status: 'Open', createdTime: '2024-01-01T11:00:00', firstResponseTime }, now, {
      clockSkewMinutes,
    }).timeToFirstResponseMinutes
  expect([
    response('2024-01-01T12:05:00'),
    response('2024-01-01T12:05:00.001'),
    response('2024-01-01T12:05:00.001', 6),
  ]).toEqual([60, null, 60])
})

test('a slightly negative duration is zero, a larger one is none, in business minutes as well', () => {
  const row = (firstResponseTime: string) => {
    const ticket = { status: 'Open', createdTime: '2024-01-01T11:00:00', firstResponseTime }
    const { timeToFirstResponseMinutes, timeToFirstResponseBusinessMinutes } = figures(
      ticket,
      '2024-01-01T12:00:00Z',
      { defaultSchedule: nineToFive },
    )
    return [timeToFirstResponseMinutes, timeToFirstResponseBusinessMinutes]
  }
  expect([row('2024-01-01T10:55:00'), row('2024-01-01T10:54:59.999')]).toEqual([
    [0, 0],
    [null, null],
  ])
})

test('times without offset are wall clocks of the source zone', () => {
  const ticket = { status: 'Open', createdTime: '2024-01-01T10:00:00' }
  expect(figures(ticket, '2024-01-01T12:00:00Z', { sourceTimeZone: 'Asia/Kolkata' }).ticketAgeMinutes).toBe(
    450,
  )
})

test('records of the wrong shape give nulls and never throw', () => {
  const broken = [
    null,
    5,
    'ticket',
    [],
    { status: 7, priority: {}, createdTime: 5, site: 'x', resolutionDueTime: [] },
  ]
  const rows = broken.map((ticket) => figures(ticket as unknown as MetricsTicket, '2024-01-01T12:00:00Z'))
  for (const row of rows) {
    expect(row).toEqual({
      ticketId: null,
      statusClass: 'open',
      isOpen: true,
      priorityRank: null,
      ticketAgeMinutes: null,
      ticketAgeBusinessMinutes: null,
      ageBucket: null,
      timeToFirstResponseMinutes: null,
      timeToFirstResponseBusinessMinutes: null,
      timeToResolutionMinutes: null,
      timeToResolutionBusinessMinutes: null,
      pausedMinutes: null,
      pausedBusinessMinutes: null,
      netTimeToResolutionMinutes: null,
      minutesSinceLastActivity: null,
      isStale: null,
      firstResponseSlaStatus: 'notApplicable',
      resolutionSlaStatus: 'notApplicable',
      firstResponseSlaDecidedAt: null,
      resolutionSlaDecidedAt: null,
      firstResponseSlaConsumedRatio: null,
      resolutionSlaConsumedRatio: null,
      minutesToFirstResponseBreach: null,
      minutesToResolutionBreach: null,
      firstResponseOverrunMinutes: null,
      resolutionOverrunMinutes: null,
      slaRiskLevel: null,
      worklogMinutes: null,
      worklogMinutesReported: null,
      billableRatio: null,
      techReplyCount: null,
      requesterReplyCount: null,
      isFirstContactResolution: null,
      isSameDayResolution: null,
      reopenCount: null,
      isReopenSuspected: false,
      flowEfficiencyRatio: null,
      complexityWeight: 1,
      resolutionCategory: null,
    })
  }
})
