import {
  allTicketMetrics,
  indexMetricsData,
  type MetricsContext,
  type MetricsData,
  type MetricsTicket,
  slaCounts,
  ticketMetrics,
} from '@superhack/superops/metrics'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.js'

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}

const time = fc.oneof(
  fc
    .date({ min: new Date('2023-12-01'), max: new Date('2024-03-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 19)),
  fc.constantFrom(null, '', '2024-02-30T00:00:00', '2024-01-05'),
)
const flag = fc.constantFrom(true, false, null)
const ticket: fc.Arbitrary<MetricsTicket> = fc.record(
  {
    ticketId: fc.constantFrom('1', '10', '2', '9', 'a', 'B'),
    site: fc.constantFrom(null, { id: '7' }, { id: '8' }, { id: '9' }),
    status: fc.constantFrom('Open', 'On Hold', 'Resolved', 'Closed', 'Spam', 'Else', null),
    priority: fc.constantFrom('High', 'p4', null),
    createdTime: time,
    firstResponseDueTime: time,
    firstResponseTime: time,
    firstResponseViolated: flag,
    resolutionDueTime: time,
    resolutionTime: time,
    resolutionViolated: flag,
  },
  { requiredKeys: [] },
)
const week = ['MONDAY', 'TUESDAY', 'FRIDAY'].map((day) => ({ day, start: '09:00', end: '17:00' }))
const sites = [
  {
    id: '7',
    timezoneCode: 'Europe/Berlin',
    working24x7: false,
    businessHour: week,
    holidayList: { id: '1', name: 'x' },
  },
  { id: '8', timezoneCode: 'Asia/Tokyo', working24x7: false, businessHour: week, holidayList: null },
]
const statusHistoryByTicketId = { 1: [{ at: '2024-01-01T00:00:00', status: 'On Hold' }] }
const ctx: MetricsContext = deepFreeze({
  now: '2024-02-01T00:00:00Z',
  sourceTimeZone: 'America/New_York',
  defaultSchedule: { timeZone: 'Europe/London', windows: week },
  scheduleBySiteId: { 9: { timeZone: 'UTC', working24x7: true, windows: [] } },
  holidaysByListId: { 1: ['2024-01-01'] },
  statusMap: { else: 'paused' },
})
const dataOf = (tickets: readonly MetricsTicket[]): MetricsData =>
  deepFreeze({ tickets, sites, statusHistoryByTicketId })

test('rows do not depend on the order of records, and frozen records are not written to', () => {
  fc.assert(
    fc.property(fc.array(ticket, { maxLength: 12 }), fc.nat(), (tickets, turn) => {
      const at = tickets.length === 0 ? 0 : turn % tickets.length
      const turned = [...tickets.slice(at), ...tickets.slice(0, at)].reverse()
      const rows = allTicketMetrics(dataOf(tickets), ctx)
      const other = allTicketMetrics({ ...dataOf(turned), sites: [...sites].reverse() }, ctx)
      expect(JSON.stringify(other)).toBe(JSON.stringify(rows))
      expect(slaCounts(other)).toEqual(slaCounts(rows))
    }),
    { numRuns: runs(2000) },
  )
})

test('one ticket gives the same row on plain data, over an index, and among all', () => {
  fc.assert(
    fc.property(ticket, (record) => {
      const data = dataOf([record])
      const plain = ticketMetrics(record, data, ctx)
      expect(ticketMetrics(record, indexMetricsData(data, ctx), ctx)).toEqual(plain)
      expect(allTicketMetrics(data, ctx)).toEqual([plain])
    }),
    { numRuns: runs(1000) },
  )
})

test('no figure is NaN, Infinity or undefined, whatever the record', () => {
  fc.assert(
    fc.property(ticket, (record) => {
      const row = ticketMetrics(record, dataOf([]), ctx)
      const wrong = Object.values(row).filter(
        (value) => value === undefined || (typeof value === 'number' && !Number.isFinite(value)),
      )
      expect(wrong).toEqual([])
      expect(JSON.parse(JSON.stringify(row))).toEqual(row)
    }),
    { numRuns: runs(2000) },
  )
})

test('rows come by ascending id in code units, records without trusted id last', () => {
  const tickets = ['b', '10', 2 ** 60, 'B', '9', 7].map((ticketId) => ({ ticketId: ticketId as string }))
  const ids = allTicketMetrics({ tickets }, ctx).map((row) => row.ticketId)
  expect(ids).toEqual(['10', '7', '9', 'B', 'b', null])
})

test('an index is frozen and follows a context other than its own', () => {
  const record = { status: 'Open', createdTime: '2024-01-01T00:00:00' }
  const index = indexMetricsData({ tickets: [record] }, ctx)
  expect(Object.isFrozen(index)).toBe(true)
  const later = { ...ctx, now: '2024-02-01T01:00:00Z' }
  expect(allTicketMetrics(index, later)).toEqual(allTicketMetrics({ tickets: [record] }, later))
  expect(allTicketMetrics(index, ctx)).toEqual(allTicketMetrics({ tickets: [record] }, ctx))
})

test('without tickets there are no rows', () => {
  expect([allTicketMetrics({}, ctx), allTicketMetrics({ tickets: [] }, ctx)]).toEqual([[], []])
})
