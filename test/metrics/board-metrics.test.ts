import {
  type BoardOptions,
  boardMetrics,
  type MetricsContext,
  type MetricsData,
} from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const ctx: MetricsContext = { now: '2024-03-05T12:00:00Z' }
const of = (tickets: readonly object[], options?: BoardOptions, changes: Partial<MetricsContext> = {}) =>
  boardMetrics({ tickets } as MetricsData, { ...ctx, ...changes }, options)

const at = (hour: number, minute = 0) => new Date(Date.UTC(2024, 2, 5, hour, minute)).toISOString()
/** Created at 2:00, ten hours ago, of somebody. */
const ticket = (fields: object = {}) => ({
  status: 'Open',
  createdTime: at(2),
  technician: { userId: '1' },
  ...fields,
})
const fix = (due: string, fields: object = {}) => ticket({ resolutionDueTime: due, ...fields })
const reply = (due: string, fields: object = {}) => ticket({ firstResponseDueTime: due, ...fields })
const answered = { firstResponseTime: at(3) }

test('a calm board is made of zeros', () => {
  expect(of([ticket({ status: 'Closed' }), ticket({ status: 'Spam' })])).toEqual({
    openTicketCount: 0,
    pausedTicketCount: 0,
    overdueTicketCount: 0,
    largestOverrunMinutes: null,
    atRiskTicketCount: 0,
    nextDue: null,
    unassignedTicketCount: 0,
    largestUnassignedAgeMinutes: null,
    unansweredTicketCount: 0,
    lateUnansweredTicketCount: 0,
    minutesToNextResponseBreach: null,
    dueNext: [],
    furtherLateCount: 0,
    furtherDueCount: 0,
  })
})

test('overdue: resolution breached, or first response breached and not given; each ticket once', () => {
  const row = of([
    fix(at(11)),
    reply(at(10)),
    reply(at(10), { firstResponseTime: at(11) }),
    fix(at(11, 30), { firstResponseDueTime: at(9) }),
    fix(at(11), { status: 'Closed' }),
    fix(at(11), { status: 'On Hold' }),
    fix(at(12)),
  ])
  expect(row).toMatchObject({
    openTicketCount: 6,
    pausedTicketCount: 1,
    overdueTicketCount: 3,
    largestOverrunMinutes: 180,
  })
})

test('a flagged breach without due time is overdue, by nobody knows how much', () => {
  const row = of([ticket({ ticketId: '1', resolutionViolated: true })])
  expect(row).toMatchObject({ overdueTicketCount: 1, largestOverrunMinutes: null })
  expect(row.dueNext).toEqual([
    { level: 'late', clock: 'fix', ticketId: '1', due: null, minutes: null, priorityRank: null },
  ])
  const both = of([fix(at(11), { firstResponseViolated: true })])
  expect(both.dueNext).toMatchObject([{ clock: 'fix', minutes: 60 }])
  const early = of([fix(at(13), { resolutionViolated: true })])
  expect(early.dueNext).toMatchObject([{ level: 'late', minutes: 0 }])
})

// Created ten hours ago: due in the hours that make a share of 0.75 and 0.9, and a minute more.
const tenHours = Date.UTC(2024, 2, 5, 2)
const dueAtShare = (share: number, more = 0) =>
  new Date(Math.ceil(tenHours + 36_000_000 / share) + more).toISOString()

test.each([
  ['plain', dueAtShare(0.75, 60_000), 0],
  ['atRisk', dueAtShare(0.75), 1],
  ['atRisk', dueAtShare(0.9, 60_000), 1],
  ['critical', at(12), 1],
])('a running clock is %s when due at %s', (level, due, atRiskTicketCount) => {
  expect(of([fix(due)])).toMatchObject({ atRiskTicketCount, dueNext: [{ level, clock: 'fix' }] })
  expect(of([reply(due)])).toMatchObject({ atRiskTicketCount, dueNext: [{ level, clock: 'reply' }] })
})

test('critical begins at its limit', () => {
  const thresholds = { slaRiskLevel: { watch: 0.1, atRisk: 0.5, critical: 10 / 12 } }
  const level = (due: string) => of([fix(due)], {}, { thresholds }).dueNext?.[0]?.level
  expect([level(at(14)), level(at(14, 1)), level(at(22)), level(at(22, 1))]).toEqual([
    'critical',
    'atRisk',
    'atRisk',
    'plain',
  ])
})

test('an answer takes the reply clock off the board, a pause both', () => {
  const pressed = { firstResponseDueTime: at(12, 5), resolutionDueTime: at(23) }
  expect(of([ticket(pressed)])).toMatchObject({
    atRiskTicketCount: 1,
    nextDue: { clock: 'reply', minutes: 5 },
  })
  expect(of([ticket({ ...pressed, ...answered })])).toMatchObject({
    atRiskTicketCount: 0,
    nextDue: { level: 'plain', clock: 'fix', minutes: 660 },
  })
  expect(of([ticket({ ...pressed, status: 'On Hold' })])).toMatchObject({
    atRiskTicketCount: 0,
    nextDue: null,
  })
})

test('the clock that is due first stands for its ticket, the reply of two at once', () => {
  const clockOf = (firstResponseDueTime: string, resolutionDueTime: string) =>
    of([ticket({ firstResponseDueTime, resolutionDueTime })]).dueNext
  expect(clockOf(at(13), at(13))).toMatchObject([{ clock: 'reply', minutes: 60 }])
  expect(clockOf(at(14), at(13))).toMatchObject([{ clock: 'fix', minutes: 60 }])
  expect(clockOf(at(11), at(10))).toMatchObject([{ clock: 'fix', minutes: 120, level: 'late' }])
  expect(clockOf(at(10), at(11))).toMatchObject([{ clock: 'reply', minutes: 120, level: 'late' }])
})

test('nobody owns it, the oldest for ten hours', () => {
  const tickets = [
    ticket({ technician: null, createdTime: at(9) }),
    ticket({ technician: null }),
    ticket({ technician: {}, createdTime: null }),
    ticket(),
    ticket({ technician: null, createdTime: at(0), status: 'Resolved' }),
  ]
  expect(of(tickets)).toMatchObject({ unassignedTicketCount: 3, largestUnassignedAgeMinutes: 600 })
})

test('without reply: late ones, and the least time left', () => {
  const tickets = [reply(at(11)), reply(at(12)), reply(at(15)), reply(at(10), answered), ticket()]
  expect(of(tickets)).toMatchObject({
    unansweredTicketCount: 3,
    lateUnansweredTicketCount: 1,
    minutesToNextResponseBreach: -60,
  })
  expect(of(tickets.slice(1))).toMatchObject({ lateUnansweredTicketCount: 0, minutesToNextResponseBreach: 0 })
  expect(of([reply(at(10), { status: 'On Hold' })])).toMatchObject({ unansweredTicketCount: 0 })
})

const backlog = [
  fix(at(8), { ticketId: '1', priority: 'Low' }),
  fix(at(11), { ticketId: '2', priority: 'Critical' }),
  fix(at(9), { ticketId: '3', priority: 'High' }),
  fix(at(9), { ticketId: '10', priority: 'High' }),
  fix(at(3), { ticketId: '4' }),
  fix(at(14), { ticketId: '6', priority: 'Critical' }),
  fix(at(13), { ticketId: '8', ...answered }),
  fix(at(13), { ticketId: '7' }),
  fix(at(13)),
]
const idsOf = ({ dueNext }: ReturnType<typeof of>) => dueNext?.map(({ ticketId }) => ticketId)

test('due next: late ones by priority and due, at most three; then the others by due and id', () => {
  const row = of(backlog)
  expect(idsOf(row)).toEqual(['2', '10', '3', '7', '8', null, '6'])
  expect(row).toMatchObject({ furtherLateCount: 2, furtherDueCount: 0 })
  expect(row.dueNext?.[0]).toEqual({
    level: 'late',
    clock: 'fix',
    ticketId: '2',
    due: '2024-03-05T11:00:00.000Z',
    minutes: 60,
    priorityRank: 1,
  })
  expect(of([...backlog].reverse())).toEqual(row)
})

test('limits of the list are options, and what is beyond them is counted', () => {
  const all = of(backlog, { maxLateRows: 9 })
  expect(idsOf(all)?.slice(0, 5)).toEqual(['2', '10', '3', '1', '4'])
  const few = of(backlog, { maxRows: 4 })
  expect(idsOf(few)).toEqual(['2', '10', '3', '7'])
  expect(few).toMatchObject({ furtherLateCount: 2, furtherDueCount: 3 })
  expect(of(backlog, { maxRows: 2 })).toMatchObject({ furtherLateCount: 3, furtherDueCount: 4 })
  expect(of(backlog, { maxLateRows: 0, maxRows: 0 })).toMatchObject({
    dueNext: [],
    furtherLateCount: 5,
    furtherDueCount: 4,
    nextDue: { ticketId: '7' },
  })
  expect(of(Array.from({ length: 50 }, () => fix(at(13))))).toMatchObject({ furtherDueCount: 10 })
})

test('records that share an id stand in the same order, however they came', () => {
  const twins = [
    fix(at(13), { ticketId: '1', priority: 'Low' }),
    fix(at(13), { ticketId: '1', priority: 'High' }),
    reply(at(13), { ticketId: '1' }),
  ]
  expect(of([...twins].reverse())).toEqual(of(twins))
})

test.each(['maxLateRows', 'maxRows'])('an option %s that is no whole number is refused by name', (name) => {
  for (const value of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => of([], { [name]: value })).toThrow(
      new TypeError(`options.${name}: expected a whole number, 0 or more, received number.`),
    )
})

test('tickets that are not known have no figures', () => {
  expect(new Set(Object.values(boardMetrics({}, ctx)))).toEqual(new Set([null]))
})
