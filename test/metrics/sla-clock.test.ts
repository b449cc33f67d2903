import {
  type MetricsContext,
  type MetricsTicket,
  type Schedule,
  type TicketMetrics,
  ticketMetrics,
} from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const DUE = '2024-01-01T10:00:00'
const BEFORE = '2024-01-01T09:59:00'
const AFTER = '2024-01-01T10:01:00'
const created = { createdTime: '2024-01-01T09:00:00' }
const figures = (ticket: MetricsTicket, at: string, ctx: Partial<MetricsContext> = {}): TicketMetrics =>
  ticketMetrics({ ...created, ...ticket }, {}, { now: `${at}Z`, ...ctx })

test.each<[string, MetricsTicket, string, TicketMetrics['resolutionSlaStatus']]>([
  [
    'a cancelled ticket, even when flagged',
    { status: 'Spam', resolutionDueTime: DUE, resolutionViolated: true },
    AFTER,
    'notApplicable',
  ],
  [
    'a flag that is true, though done in time',
    { status: 'Closed', resolutionDueTime: DUE, resolutionTime: BEFORE, resolutionViolated: true },
    AFTER,
    'breached',
  ],
  ['a flag that is true, without due time', { status: 'Open', resolutionViolated: true }, BEFORE, 'breached'],
  [
    'a flag that is true, while paused',
    { status: 'On Hold', resolutionDueTime: DUE, resolutionViolated: true },
    BEFORE,
    'breached',
  ],
  [
    'no due time, done, flag false',
    { status: 'Closed', resolutionTime: BEFORE, resolutionViolated: false },
    AFTER,
    'met',
  ],
  ['no due time, done, no flag', { status: 'Closed', resolutionTime: BEFORE }, AFTER, 'notApplicable'],
  ['no due time, open', { status: 'Open', resolutionViolated: false }, AFTER, 'notApplicable'],
  ['a due time that is none', { status: 'Open', resolutionDueTime: 'tomorrow' }, AFTER, 'notApplicable'],
  ['done in time', { status: 'Closed', resolutionDueTime: DUE, resolutionTime: BEFORE }, AFTER, 'met'],
  [
    'done at the due instant',
    { status: 'Closed', resolutionDueTime: DUE, resolutionTime: DUE },
    AFTER,
    'met',
  ],
  ['done late', { status: 'Closed', resolutionDueTime: DUE, resolutionTime: AFTER }, AFTER, 'breached'],
  [
    'done late, flag false',
    { status: 'Closed', resolutionDueTime: DUE, resolutionTime: AFTER, resolutionViolated: false },
    AFTER,
    'met',
  ],
  [
    'terminal without done',
    { status: 'Closed', resolutionDueTime: DUE, resolutionViolated: false },
    AFTER,
    'unknown',
  ],
  ['paused, due passed', { status: 'On Hold', resolutionDueTime: DUE }, AFTER, 'paused'],
  ['open before due', { status: 'Open', resolutionDueTime: DUE }, BEFORE, 'pending'],
  ['open at due', { status: 'Open', resolutionDueTime: DUE }, DUE, 'pending'],
  [
    'open, due passed, flag false',
    { status: 'Open', resolutionDueTime: DUE, resolutionViolated: false },
    AFTER,
    'breached',
  ],
  ['an unknown status after due', { status: 'Escalated', resolutionDueTime: DUE }, AFTER, 'breached'],
  [
    'a suspected reopen after due',
    { status: 'Open', resolutionDueTime: DUE, resolutionTime: BEFORE },
    AFTER,
    'breached',
  ],
])('resolution clock: %s', (_, ticket, at, status) => {
  expect(figures(ticket, at).resolutionSlaStatus).toBe(status)
})

test('timestamps alone decide when the source of truth is timestamps', () => {
  const ctx = { slaSource: 'timestamps' } as const
  const status = (ticket: MetricsTicket) =>
    figures({ status: 'Closed', ...ticket }, AFTER, ctx).resolutionSlaStatus
  expect(status({ resolutionDueTime: DUE, resolutionTime: BEFORE, resolutionViolated: true })).toBe('met')
  expect(status({ resolutionDueTime: DUE, resolutionTime: AFTER, resolutionViolated: false })).toBe(
    'breached',
  )
  expect(status({ resolutionTime: BEFORE, resolutionViolated: false })).toBe('notApplicable')
})

test('a first response at the due instant is in time', () => {
  const ticket = { status: 'Open', firstResponseDueTime: DUE, firstResponseTime: DUE }
  expect(figures(ticket, AFTER).firstResponseSlaStatus).toBe('met')
})

test('a resolution answers a ticket that had no response, unless it must not', () => {
  const ticket = { status: 'Closed', firstResponseDueTime: DUE, resolutionTime: BEFORE }
  expect(figures(ticket, AFTER).firstResponseSlaStatus).toBe('met')
  expect(figures(ticket, AFTER, { resolutionCountsAsResponse: false }).firstResponseSlaStatus).toBe('unknown')
})

test('the consumed ratio is elapsed time over target and may exceed 1', () => {
  const open = { status: 'Open', firstResponseDueTime: DUE, resolutionDueTime: '2024-01-01T13:00:00' }
  expect(figures(open, '2024-01-01T09:20:00').firstResponseSlaConsumedRatio).toBeCloseTo(20 / 60, 12)
  expect(figures(open, '2024-01-01T14:00:00').resolutionSlaConsumedRatio).toBe(1.25)
  const done = { ...open, status: 'Closed', resolutionTime: '2024-01-01T11:00:00' }
  expect(figures(done, '2024-01-01T14:00:00').resolutionSlaConsumedRatio).toBe(0.5)
})

test.each<[string, MetricsTicket]>([
  ['paused', { status: 'On Hold', resolutionDueTime: DUE }],
  ['paused and flagged', { status: 'On Hold', resolutionDueTime: DUE, resolutionViolated: true }],
  ['terminal without done', { status: 'Closed', resolutionDueTime: DUE }],
  ['cancelled', { status: 'Spam', resolutionDueTime: DUE, resolutionTime: BEFORE }],
  ['due at creation', { status: 'Open', resolutionDueTime: created.createdTime }],
  ['due before creation', { status: 'Open', resolutionDueTime: '2024-01-01T08:00:00' }],
  ['without due time', { status: 'Open' }],
  ['without creation', { status: 'Open', createdTime: null, resolutionDueTime: DUE }],
  [
    'done long before creation',
    { status: 'Closed', resolutionDueTime: DUE, resolutionTime: '2024-01-01T08:00:00' },
  ],
])('there is no consumed ratio: %s', (_, ticket) => {
  expect(figures(ticket, AFTER).resolutionSlaConsumedRatio).toBeNull()
})

test('a paused ticket that was answered keeps the ratio of its answer', () => {
  const ticket = { status: 'On Hold', firstResponseDueTime: DUE, firstResponseTime: '2024-01-01T09:30:00' }
  expect(figures(ticket, AFTER).firstResponseSlaConsumedRatio).toBe(0.5)
})

test('the ratio runs on business hours where a schedule resolves, or on the clock that is chosen', () => {
  const mornings: Schedule = { timeZone: 'UTC', windows: [{ day: 'MONDAY', start: '09:00', end: '10:00' }] }
  // 30 of 60 open minutes, 3 of 12 hours.
  const ticket = {
    status: 'Open',
    createdTime: '2024-01-01T09:30:00',
    resolutionDueTime: '2024-01-08T09:30:00',
  }
  const ratio = (ctx: Partial<MetricsContext>) =>
    figures(ticket, '2024-01-02T09:30:00', ctx).resolutionSlaConsumedRatio
  expect(ratio({ defaultSchedule: mornings })).toBe(0.5)
  expect(ratio({ defaultSchedule: mornings, slaClock: 'calendar' })).toBeCloseTo(1 / 7, 12)
  expect(ratio({})).toBeCloseTo(1 / 7, 12)
  expect(ratio({ slaClock: 'business' })).toBeNull()
})

test('a target without open time has no ratio', () => {
  const fridays: Schedule = { timeZone: 'UTC', windows: [{ day: 'FRIDAY', start: '09:00', end: '10:00' }] }
  const ticket = { status: 'Open', resolutionDueTime: DUE }
  expect(figures(ticket, AFTER, { defaultSchedule: fridays }).resolutionSlaConsumedRatio).toBeNull()
})

test('minutes to a breach count down while the clock runs, and below zero', () => {
  const ticket = { status: 'Open', firstResponseDueTime: DUE, resolutionDueTime: DUE }
  expect(figures(ticket, '2024-01-01T09:45:00').minutesToFirstResponseBreach).toBe(15)
  expect(figures(ticket, '2024-01-01T11:00:00').minutesToResolutionBreach).toBe(-60)
})

test('no clock runs when done, paused, terminal or without due time', () => {
  const due = { firstResponseDueTime: DUE, resolutionDueTime: DUE }
  const rows = [
    { ...due, status: 'Closed', resolutionTime: BEFORE },
    { ...due, status: 'On Hold' },
    { ...due, status: 'Closed' },
    { status: 'Open' },
  ].map((ticket) => figures(ticket, AFTER))
  expect(rows.map((row) => [row.minutesToFirstResponseBreach, row.minutesToResolutionBreach])).toEqual(
    rows.map(() => [null, null]),
  )
  const answered = figures({ ...due, status: 'Open', firstResponseTime: BEFORE }, AFTER)
  expect([answered.minutesToFirstResponseBreach, answered.minutesToResolutionBreach]).toEqual([null, -1])
})

test('an overrun reaches from due to done, or to now', () => {
  const ticket = {
    createdTime: '2024-01-01T09:00:00',
    firstResponseDueTime: '2024-01-01T12:00:00',
    resolutionDueTime: '2024-01-01T12:00:00',
  }
  const late = figures(
    { ...ticket, status: 'Open', firstResponseTime: '2024-01-01T13:30:00' },
    '2024-01-01T15:00:00',
  )
  expect([late.firstResponseOverrunMinutes, late.resolutionOverrunMinutes]).toEqual([90, 180])
})

test('what is flagged but was done in time overran by nothing', () => {
  const ticket = {
    status: 'Closed',
    resolutionDueTime: DUE,
    resolutionTime: BEFORE,
    resolutionViolated: true,
  }
  expect(figures(ticket, AFTER).resolutionOverrunMinutes).toBe(0)
})

test('there is no overrun without breach, without due time, and of a terminal ticket without done', () => {
  const overruns = [
    { status: 'Open', resolutionDueTime: AFTER },
    { status: 'Open', resolutionViolated: true },
    { status: 'Closed', resolutionDueTime: DUE, resolutionViolated: true },
  ].map((ticket) => figures(ticket, DUE).resolutionOverrunMinutes)
  expect(overruns).toEqual([null, null, null])
})

test.each([
  [49, 'onTrack'],
  [50, 'watch'],
  [74, 'watch'],
  [75, 'atRisk'],
  [89, 'atRisk'],
  [90, 'critical'],
  [100, 'critical'],
  [101, 'breached'],
])('an open ticket that used %d %% of its target is %s', (percent, level) => {
  const at = new Date(Date.UTC(2024, 0, 1, 9) + percent * 60_000).toISOString().slice(0, 19)
  expect(figures({ status: 'Open', resolutionDueTime: '2024-01-01T10:40:00' }, at).slaRiskLevel).toBe(level)
})

test('risk is paused with the clock, and nothing without target or when not open', () => {
  const levels = [
    { status: 'On Hold', resolutionDueTime: DUE },
    { status: 'Open' },
    { status: 'Closed', resolutionDueTime: DUE, resolutionTime: AFTER },
  ].map((ticket) => figures(ticket, AFTER).slaRiskLevel)
  expect(levels).toEqual(['paused', null, null])
})

test('limits of the risk levels can be set one by one', () => {
  const ticket = { status: 'Open', resolutionDueTime: DUE }
  const thresholds = { slaRiskLevel: { watch: 0.1 } }
  expect(figures(ticket, '2024-01-01T09:10:00', { thresholds }).slaRiskLevel).toBe('watch')
  expect(figures(ticket, '2024-01-01T09:45:00', { thresholds }).slaRiskLevel).toBe('atRisk')
})

test.each<[string, MetricsTicket, string | null]>([
  ['met when done', { status: 'Closed', resolutionDueTime: DUE, resolutionTime: BEFORE }, BEFORE],
  [
    'breached when due, though resolved later',
    { status: 'Closed', resolutionDueTime: DUE, resolutionTime: AFTER },
    DUE,
  ],
  ['breached when due, while open', { status: 'Open', resolutionDueTime: DUE }, DUE],
  [
    'flagged, done in time: breached when done',
    { status: 'Closed', resolutionDueTime: DUE, resolutionTime: BEFORE, resolutionViolated: true },
    BEFORE,
  ],
  [
    'flagged, no due time: breached when done',
    { status: 'Closed', resolutionTime: BEFORE, resolutionViolated: true },
    BEFORE,
  ],
  ['flagged, neither due nor done', { status: 'Open', resolutionViolated: true }, null],
  ['pending', { status: 'Open', resolutionDueTime: '2024-01-02T00:00:00' }, null],
  ['paused', { status: 'On Hold', resolutionDueTime: DUE }, null],
])('decision instant: %s', (_, ticket, decided) => {
  expect(figures(ticket, AFTER).resolutionSlaDecidedAt).toBe(decided && `${decided}.000Z`)
})
