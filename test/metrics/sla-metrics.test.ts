import {
  type MetricsContext,
  type MetricsData,
  type MetricsTicket,
  type SlaMetrics,
  slaMetrics,
} from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const ctx: MetricsContext = {
  now: '2024-01-31T00:00:00Z',
  period: { from: '2024-01-11T00:00:00Z', to: '2024-01-31T00:00:00Z' },
}
const of = (tickets: readonly object[], changes: Partial<MetricsContext> = {}): SlaMetrics =>
  slaMetrics({ tickets: tickets as MetricsTicket[] }, { ...ctx, ...changes })

const minute = (minutes: number) => new Date(Date.UTC(2024, 0, 20) + minutes * 60_000).toISOString()
/** Resolved on 20 January, due at its midnight, so many minutes late. */
const late = (minutes: number, fields: object = {}) => ({
  status: 'Closed',
  createdTime: '2024-01-15T00:00:00',
  resolutionTime: minute(minutes),
  resolutionDueTime: minute(0),
  ...fields,
})
const met = (fields: object = {}) => late(-60, fields)
const many = (count: number, ticket: object) => Array.from({ length: count }, () => ticket)
const open = (fields: object = {}) => ({ status: 'Open', createdTime: '2024-01-30T00:00:00', ...fields })

test('outcomes of a clock: 47 of 50', () => {
  expect(of([...many(47, met()), ...many(3, late(30))]).resolution).toMatchObject({
    evaluatedCount: 50,
    metCount: 47,
    breachedCount: 3,
    complianceRatio: 0.94,
    complianceLowerBound: expect.closeTo(0.837829, 6),
    breachRatio: 0.06,
    meanConsumedRatio: expect.closeTo(119 / 120, 12),
  })
  expect(of(many(5, met())).resolution.complianceLowerBound).toBeCloseTo(0.565518, 6)
})

test('outcomes of no period, and what is undecided', () => {
  const row = of([
    late(30, { resolutionTime: '2024-01-08T00:00:00', resolutionDueTime: '2024-01-09T00:00:00' }),
    open({ resolutionDueTime: '2024-02-09T00:00:00' }),
    open({ resolutionDueTime: '2024-02-09T00:00:00', status: 'On Hold' }),
    open(),
    open({ status: 'Closed', resolutionDueTime: '2024-02-09T00:00:00' }),
    open({ status: 'Spam', resolutionDueTime: '2024-01-20T00:00:00' }),
  ])
  expect(row.resolution).toEqual({
    evaluatedCount: 0,
    metCount: 0,
    breachedCount: 0,
    pendingCount: 1,
    pausedCount: 1,
    notApplicableCount: 1,
    unknownCount: 1,
    complianceRatio: null,
    complianceLowerBound: null,
    breachRatio: null,
    meanOverrunMinutes: null,
    p50OverrunMinutes: null,
    p90OverrunMinutes: null,
    p95OverrunMinutes: null,
    overrunSeverity: { minor: 0, moderate: 0, major: 0, severe: 0 },
    errorBudgetRemainingRatio: null,
    meanConsumedRatio: null,
  })
})

test('overruns of 30 and 90 minutes', () => {
  expect(of([late(90), met(), late(30)]).resolution).toMatchObject({
    meanOverrunMinutes: 60,
    p50OverrunMinutes: 60,
    p90OverrunMinutes: 84,
    p95OverrunMinutes: 87,
  })
})

test('a breach that is open runs over until now; one without due time has no overrun', () => {
  const running = open({ resolutionDueTime: '2024-01-30T22:00:00' })
  const flagged = late(0, { resolutionDueTime: null, resolutionViolated: true })
  const early = late(-60, { resolutionViolated: true })
  const { resolution } = of([running, flagged, early])
  expect(resolution).toMatchObject({ breachedCount: 3, meanOverrunMinutes: 60, p95OverrunMinutes: 114 })
})

test('severity: each limit belongs to the smaller one', () => {
  const overruns = [60, 60.001, 480, 480.001, 1440, 1440.001, 9999].map((minutes) => late(minutes))
  expect(of(overruns).resolution.overrunSeverity).toEqual({ minor: 1, moderate: 2, major: 2, severe: 2 })
  const thresholds = { overrunSeverityMinutes: { minor: 10, moderate: 20, major: 30 } }
  expect(of([late(10), late(20), late(30), late(31)], { thresholds }).resolution.overrunSeverity).toEqual({
    minor: 1,
    moderate: 1,
    major: 1,
    severe: 1,
  })
})

test('error budget: 3 of 100 leave 0.4, 6 overspend it, a target of 1 has none', () => {
  const budget = (breached: number, slaTarget = 0.95) =>
    of([...many(breached, late(5)), ...many(100 - breached, met())], { slaTarget }).resolution
      .errorBudgetRemainingRatio
  expect(budget(3)).toBeCloseTo(0.4, 12)
  expect(budget(6)).toBeCloseTo(-0.2, 12)
  expect(budget(3, 1)).toBeNull()
})

test('combined compliance counts tickets of which both outcomes are known', () => {
  const answered = (at: string, fields: object = {}) =>
    met({ firstResponseTime: at, firstResponseDueTime: '2024-01-16T00:00:00', ...fields })
  const tickets = [
    answered('2024-01-15T12:00:00'),
    answered('2024-01-17T00:00:00'),
    answered('2024-01-15T12:00:00', { resolutionTime: minute(5) }),
    met(),
    open({ firstResponseDueTime: '2024-02-01T00:00:00', resolutionDueTime: '2024-01-30T12:00:00' }),
  ]
  expect(of(tickets).combinedComplianceRatio).toBe(0.5)
  expect(of([open()]).combinedComplianceRatio).toBeNull()
})

test('coverage: 45 of 50 tickets have a target', () => {
  expect(of([...many(45, met()), ...many(5, open()), open({ status: 'Spam' })]).slaCoverageRatio).toBe(0.9)
  expect(of([]).slaCoverageRatio).toBeNull()
})

test('the present: breached and open, at risk, and the first to breach', () => {
  const due = (ticketId: string | undefined, hour: string, fields: object = {}) =>
    open({ ticketId, resolutionDueTime: `2024-01-31T${hour}:00:00`, ...fields })
  const row = of([
    due('9', '08'),
    due('10', '08'),
    due(undefined, '08'),
    due('7', '12'),
    due('6', '01', { status: 'On Hold' }),
    open({ ticketId: '5', resolutionDueTime: '2024-01-30T12:00:00' }),
  ])
  expect(row).toMatchObject({
    openBreachedCount: 1,
    atRiskCount: 3,
    nextBreach: { nextBreachTicketId: '10', due: '2024-01-31T08:00:00.000Z', minutes: 480 },
  })
  const listed = { due: '2024-01-31T08:00:00.000Z', minutes: 480, ratio: 0.75, level: 'atRisk' }
  expect(row.timeToBreachList).toEqual([
    { ticketId: '10', ...listed },
    { ticketId: '9', ...listed },
    { ticketId: null, ...listed },
    { ticketId: '7', due: '2024-01-31T12:00:00.000Z', minutes: 720, ratio: 24 / 36, level: 'watch' },
  ])
  expect(of([open()])).toMatchObject({ nextBreach: null, timeToBreachList: [] })
})

test('breaches by group: groups with an evaluated ticket, those without one under (none)', () => {
  const ids = { priority: ' High', client: { accountId: '7' }, technician: { userId: '3' } }
  const more = { techGroup: { groupId: '5' }, sla: { id: '4' } }
  const row = of([late(5, { ...ids, ...more }), met(ids), late(9), open({ client: { accountId: '8' } })])
  const two = { evaluatedCount: 2, breachedCount: 1 }
  const one = { evaluatedCount: 1, breachedCount: 1 }
  expect(row.breachesByPriority).toEqual({ High: two, '(none)': one })
  expect(row.breachesByClient).toEqual({ 7: two, '(none)': one })
  expect(row.breachesByTechnician).toEqual({ 3: two, '(none)': one })
  expect(row.breachesByTechGroup).toEqual({ 5: one, '(none)': { evaluatedCount: 2, breachedCount: 1 } })
  expect(row.breachesBySla).toEqual({ 4: one, '(none)': { evaluatedCount: 2, breachedCount: 1 } })
})

test('breaches by hour of the week in which the ticket was created, in the zone of the report', () => {
  const hours = (createdTime: string | null, reportTimeZone = 'UTC') =>
    of([late(5, { createdTime }), met({ createdTime })], { reportTimeZone }).breachesByHourOfWeek
  const only = (hour: number) => Array.from({ length: 168 }, (_, at) => Number(at === hour))
  expect(hours('2024-01-15T00:59:59')).toEqual(only(0))
  expect(hours('2024-01-14T23:59:59')).toEqual(only(167))
  expect(hours('2024-01-14T23:59:59', 'Europe/Berlin')).toEqual(only(0))
  expect(hours('1969-12-29T00:30:00')).toEqual(only(0))
  expect(hours('1969-12-28T23:30:00')).toEqual(only(167))
  expect(hours(null)).toEqual(only(-1))
})

test('breaches of 6, 3 and 1 are concentrated by 0.6 and 0.46', () => {
  const at = (accountId: string, count: number) => many(count, late(5, { client: { accountId } }))
  const concentration = (...tickets: object[]) => of(tickets).breachConcentration
  expect(concentration(...at('1', 3), ...at('2', 6), ...at('3', 1))).toEqual({
    largestShare: 0.6,
    herfindahlIndex: 0.46,
  })
  expect(concentration(...at('1', 1), late(5), late(6), late(7))).toEqual({
    largestShare: 0.25,
    herfindahlIndex: 1 / 16,
  })
  expect(concentration(met({ client: { accountId: '1' } }))).toBeNull()
})

test('means to acknowledge and to resolve', () => {
  const answered = (minutes: number) =>
    late(0, {
      createdTime: minute(-100),
      firstResponseTime: minute(minutes - 100),
      resolutionTime: minute(minutes),
    })
  const row = of([answered(10), answered(30)])
  expect([row.meanTimeToAcknowledgeMinutes, row.meanTimeToResolveMinutes]).toEqual([20, 120])
  expect([of([open()]).meanTimeToAcknowledgeMinutes, of([open()]).meanTimeToResolveMinutes]).toEqual([
    null,
    null,
  ])
})

test('compliance of 0.94 after 0.9 has a trend of 0.04', () => {
  const before = (ticket: object) => ({
    ...ticket,
    createdTime: '2023-12-01T00:00:00',
    resolutionDueTime: '2024-01-05T00:00:00',
  })
  const earlier = [
    ...many(9, before({ ...met(), resolutionTime: '2024-01-04T00:00:00' })),
    before({ ...met(), resolutionTime: '2024-01-06T00:00:00' }),
  ]
  const now = [...many(47, met()), ...many(3, late(5))]
  expect(of([...now, ...earlier]).complianceTrend).toBeCloseTo(0.04, 12)
  expect([of(now).complianceTrend, of(earlier).complianceTrend]).toEqual([null, null])
})

const due = '2024-01-20T00:00:00'
test.each<[string, object, number]>([
  ['late and not flagged', late(5, { resolutionViolated: false }), 1],
  ['late and flagged', late(5, { resolutionViolated: true }), 0],
  ['on the minute and not flagged', late(0, { resolutionViolated: false }), 0],
  ['in time and flagged', met({ resolutionViolated: true }), 1],
  ['no flag', late(5), 0],
  ['no due time', late(5, { resolutionDueTime: null, resolutionViolated: true }), 0],
  ['open, overdue, not flagged', open({ resolutionDueTime: due, resolutionViolated: false }), 1],
  ['open, overdue, flagged', open({ resolutionDueTime: due, resolutionViolated: true }), 0],
  ['open, due now, flagged', open({ resolutionDueTime: ctx.now, resolutionViolated: true }), 1],
  [
    'open with a resolution time',
    open({ resolutionDueTime: due, resolutionTime: due, resolutionViolated: true }),
    0,
  ],
  ['paused', open({ status: 'On Hold', resolutionDueTime: due, resolutionViolated: false }), 0],
  [
    'closed without resolution',
    open({ status: 'Closed', resolutionDueTime: due, resolutionViolated: false }),
    0,
  ],
  ['cancelled', late(5, { status: 'Spam', resolutionViolated: false }), 0],
  [
    'resolved in the future',
    late(5, { resolutionTime: '2025-01-01T00:00:00', resolutionViolated: false }),
    1,
  ],
  [
    'both flags wrong is one ticket',
    late(5, { resolutionViolated: false, firstResponseDueTime: due, firstResponseViolated: false }),
    1,
  ],
  [
    'answered late',
    met({ firstResponseTime: minute(9), firstResponseDueTime: due, firstResponseViolated: false }),
    1,
  ],
  [
    'answered in time',
    open({ firstResponseTime: minute(-9), firstResponseDueTime: due, firstResponseViolated: false }),
    0,
  ],
  ['not answered', open({ firstResponseDueTime: due, firstResponseViolated: false }), 1],
])('a flag against the instants: %s', (_, ticket, count) => {
  expect(of([ticket]).flagMismatchCount).toBe(count)
})

test('a resolution answers a ticket, unless it shall not', () => {
  const ticket = late(5, { firstResponseDueTime: due, firstResponseViolated: false })
  const only = { ...ticket, resolutionViolated: true }
  expect(of([only]).flagMismatchCount).toBe(1)
  expect(of([only], { resolutionCountsAsResponse: false }).flagMismatchCount).toBe(0)
})

test('groups come by ascending key, tickets without one last, cancelled ones not at all', () => {
  const tickets = [
    met({ client: { accountId: 'b' } }),
    met(),
    late(5, { client: { accountId: '10' } }),
    late(5, { client: { accountId: '9' } }),
    met({ client: { accountId: '9' } }),
    late(5, { client: { accountId: '1' }, status: 'Spam' }),
  ] as unknown as MetricsTicket[]
  const rows = slaMetrics({ tickets }, ctx, 'client')
  expect(rows.map(({ group, resolution }) => [group, resolution.complianceRatio])).toEqual([
    ['10', 0],
    ['9', 0.5],
    ['b', 1],
    ['(none)', 1],
  ])
  const keysOf = (by: 'priority' | 'technician' | 'techGroup' | 'sla') =>
    slaMetrics({ tickets }, ctx, by).map(({ group }) => group)
  expect([keysOf('priority'), keysOf('technician'), keysOf('techGroup'), keysOf('sla')]).toEqual(
    Array(4).fill(['(none)']),
  )
})

test('tickets that are not known have no figures, and no groups', () => {
  const data: MetricsData = {}
  const { firstResponse, resolution, ...rest } = slaMetrics(data, ctx)
  const values = [firstResponse, resolution, rest].flatMap((part) => Object.values(part))
  expect(new Set(values)).toEqual(new Set([null]))
  expect(slaMetrics(data, ctx, 'client')).toEqual([])
})

test('an unknown grouping is refused', () => {
  expect(() => slaMetrics({}, ctx, 'colour' as never)).toThrow(
    new TypeError(
      "groupBy: expected 'priority' or 'client' or 'technician' or 'techGroup' or 'sla', received string.",
    ),
  )
})
