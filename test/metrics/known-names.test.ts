import { ticketMetrics } from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const now = '2024-01-02T00:00:00Z'

/** After the tables of names in the catalogue of metrics. */
const statuses = {
  open: 'new|open|assigned|in progress|on-site|on site|scheduled|customer responded|under investigation|reopened',
  paused:
    'on hold|pending|waiting on customer|waiting for customer|awaiting customer|waiting on third party|waiting on vendor',
  resolved: 'resolved',
  closed: 'closed',
  cancelled: 'cancelled|canceled|abandoned|spam|duplicate|merged',
}
const priorities = {
  1: 'critical|urgent|emergency|p1|1',
  2: 'high|p2|2',
  3: 'medium|normal|p3|3',
  4: 'low|very low|p4|p5|4|5',
}
const pairs = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).flatMap(([value, names]) => names.split('|').map((name) => [name, value] as const))

test.each(pairs(statuses))('status %s is %s', (status, expected) => {
  expect(ticketMetrics({ status: status.toUpperCase() }, {}, { now }).statusClass).toBe(expected)
})

test.each(pairs(priorities))('priority %s has rank %s', (priority, expected) => {
  expect(ticketMetrics({ priority: ` ${priority}` }, {}, { now }).priorityRank).toBe(Number(expected))
})

test('an own spelling that comes first by code unit counts, whatever the order of keys', () => {
  const classOf = (statusMap: Record<string, 'paused' | 'closed'>) =>
    ticketMetrics({ status: 'vendor' }, {}, { now, statusMap }).statusClass
  expect(classOf({ VENDOR: 'paused', vendor: 'closed' })).toBe('paused')
  expect(classOf({ vendor: 'closed', VENDOR: 'paused' })).toBe('paused')
})

const requestType = { INCIDENT: 2, SERVICE_REQUEST: 3, other: 5 }
/** Weights that tell the class of a ticket's request. */
const weightOf = (ticket: object) =>
  ticketMetrics(
    { priority: 'Medium', ...ticket },
    {},
    { now, thresholds: { complexityWeight: { requestType } } },
  ).complexityWeight

test.each([
  ['Incident', 2],
  ['INCIDENT', 2],
  [' incident ', 2],
  ['Service Request', 3],
  ['SERVICE_REQUEST', 3],
  ['service  request', 3],
  ['Problem', 5],
  ['', 5],
  [null, 5],
  [7, 5],
])('the request type %s weighs %i', (name, weight) => {
  expect(weightOf({ requestType: name })).toBe(weight)
  expect(weightOf({ ticketType: name })).toBe(weight)
})

test('the request type supersedes the older type of the ticket, unless it is blank', () => {
  expect(weightOf({ requestType: 'Problem', ticketType: 'INCIDENT' })).toBe(5)
  expect(weightOf({ requestType: 'Incident', ticketType: 'SERVICE_REQUEST' })).toBe(2)
  expect(weightOf({ requestType: ' ', ticketType: 'SERVICE_REQUEST' })).toBe(3)
})
