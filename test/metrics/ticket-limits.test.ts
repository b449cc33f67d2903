import { allTicketMetrics, type MetricsContext, ticketMetrics } from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const ctx: MetricsContext = { now: '2024-03-10T00:00:00Z' }
const createdTime = '2024-03-01T00:00:00'
const after = (minutes: number) => new Date(Date.UTC(2024, 2, 1, 0, minutes)).toISOString().slice(0, 19)
const resolved = (minutes: number, fields: object = {}) => ({
  ticketId: '1',
  status: 'Resolved',
  createdTime,
  resolutionTime: after(minutes),
  ...fields,
})

test.each([
  [300, 'excellent'],
  [301, 'good'],
  [480, 'good'],
  [481, 'acceptable'],
  [600, 'acceptable'],
  [601, 'late'],
  [900, 'late'],
  [901, 'severelyLate'],
])('a resolution %i minutes into a target of 600 is %s', (minutes, category) => {
  const ticket = resolved(minutes, { resolutionDueTime: after(600) })
  expect(ticketMetrics(ticket, {}, ctx).resolutionCategory).toBe(category)
})

test('what is not resolved, or has no target, has no resolution category', () => {
  expect(ticketMetrics(resolved(10), {}, ctx).resolutionCategory).toBeNull()
  const open = { ticketId: '1', status: 'Open', createdTime, resolutionDueTime: after(600) }
  expect(ticketMetrics(open, {}, ctx).resolutionCategory).toBeNull()
})

test.each([
  [120, '30', 0.25],
  [120, '0', 0],
  [120, null, null],
  [120, '-1', null],
  [0, '30', null],
])(
  'resolved after %i minutes with %j reported, work flowed for %j of the time',
  (minutes, reported, ratio) => {
    const ticket = resolved(minutes, { worklogTimespent: reported })
    expect(ticketMetrics(ticket, {}, ctx).flowEfficiencyRatio).toBe(ratio)
  },
)

test.each([
  ['Resolved', 'Open', 1],
  ['Closed', 'On Hold', 1],
  ['Closed', 'Something else', 1],
  ['Resolved', 'Closed', 0],
  ['Resolved', 'Spam', 0],
  ['Open', 'On Hold', 0],
  ['Spam', 'Open', 0],
])('from %s to %s is reopened %i times', (from, to, count) => {
  const statusHistoryByTicketId = {
    1: [
      { at: after(4), status: from },
      { at: after(5), status: to },
    ],
  }
  expect(ticketMetrics(resolved(10), { statusHistoryByTicketId }, ctx).reopenCount).toBe(count)
})

test('a breach that was done in time, by what the vendor says, was decided when it was done', () => {
  const decided = (minutes: number) =>
    ticketMetrics(resolved(minutes, { resolutionDueTime: after(600), resolutionViolated: true }), {}, ctx)
      .resolutionSlaDecidedAt
  expect([599, 600, 601].map(decided)).toEqual([599, 600, 600].map((minutes) => `${after(minutes)}.000Z`))
})

test('a later creation within the skew of clocks is no time, beyond it no duration', () => {
  const taken = (minutes: number) => ticketMetrics(resolved(minutes), {}, ctx).timeToResolutionMinutes
  expect([1, 0, -1, -5, -6].map(taken)).toEqual([1, 0, 0, 0, null])
})

test.each<[unknown, string]>([
  [null, 'ctx.period: expected an object with `from` and `to`, received null.'],
  ['2024', 'ctx.period: expected an object with `from` and `to`, received string.'],
  [
    { kind: 'year', from: '2024-01-01', to: '2024-02-01' },
    "ctx.period.kind: expected 'day' or 'week' or 'month' or 'custom', received string.",
  ],
  [{ from: 'x', to: '2024-02-01' }, 'ctx.period.from: expected an ISO instant or day, received string.'],
  [{ from: '2024-01-01', to: 5 }, 'ctx.period.to: expected an ISO instant or day, received number.'],
  [{ from: '2024-01-01', to: '2024-01-01' }, 'ctx.period.to: expected a time after ctx.period.from.'],
  [
    { kind: 'month', from: '2024-01-02', to: '2024-02-01' },
    "ctx.period: kind 'month' expects the first midnights of months of ctx.reportTimeZone.",
  ],
])('a period %j is refused by name', (period, message) => {
  const wrong = { ...ctx, period } as MetricsContext
  expect(() => allTicketMetrics({}, wrong)).toThrow(new TypeError(message))
})
