import { type MetricsContext, ticketMetrics } from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const now = '2024-01-02T00:00:00Z'
const classOf = (
  status: string | null | undefined,
  ctx: Partial<MetricsContext> = {},
  resolutionTime: string | null = null,
) => ticketMetrics({ status, resolutionTime } as { status: string }, {}, { now, ...ctx }).statusClass
const rankOf = (priority: string | null, ctx: Partial<MetricsContext> = {}) =>
  ticketMetrics({ priority }, {}, { now, ...ctx }).priorityRank

test.each([
  ['Open', 'open'],
  ['  IN   Progress ', 'open'],
  ['On-Site', 'open'],
  ['Ｏｐｅｎ', 'open'],
  ['Waiting on third party', 'paused'],
  ['On\u00a0Hold', 'paused'],
  ['Resolved', 'resolved'],
  ['closed', 'closed'],
  ['Abandoned', 'cancelled'],
  ['Canceled', 'cancelled'],
  ['Escalated to vendor', 'unknown'],
  ['constructor', 'unknown'],
] as const)('the status "%s" is of class %s', (status, expected) => {
  expect(classOf(status)).toBe(expected)
})

test('a class that is unknown counts as open', () => {
  const row = ticketMetrics({ status: 'Escalated' }, {}, { now })
  expect([row.statusClass, row.isOpen]).toEqual(['unknown', true])
})

test('a blank status is open unless there is a valid resolution time', () => {
  expect([classOf(null), classOf('  '), classOf(undefined)]).toEqual(['open', 'open', 'open'])
  expect(classOf(null, {}, '2024-01-01T00:00:00')).toBe('resolved')
  expect(classOf('', {}, '2024-01-05T00:00:00')).toBe('open')
})

test('a tenant adds names and overrides known ones, however they are written', () => {
  const statusMap = { 'Escalated  to Vendor': 'paused', ON_HOLD: 'open', pending: 'open' } as const
  expect([
    classOf('escalated to vendor', { statusMap }),
    classOf('Pending', { statusMap }),
    classOf('Open', { statusMap }),
  ]).toEqual(['paused', 'open', 'open'])
  expect(rankOf('VIP', { priorityMap: { vip: 1 } })).toBe(1)
})

test.each([
  ['Critical', 1],
  ['urgent', 1],
  ['P1', 1],
  ['High', 2],
  ['Normal', 3],
  ['Very  Low', 4],
  ['5', 4],
  ['whatever', null],
  [null, null],
] as const)('the priority %s has rank %s', (priority, rank) => {
  expect(rankOf(priority)).toBe(rank)
})
