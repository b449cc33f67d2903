import { anomalyKinds, assessQuality, qualityRules } from '@superhack/superops/quality'
import { expect, test } from 'vitest'
import { anomalyKindsOf } from './anomaly-kind.js'
import { asData, ctx, world } from './world.js'

test('a kind of anomaly holds the rules of its subject, each once', () => {
  const ofRecords = qualityRules.filter(({ id }) => !/^(REF|XEN)/.test(id))
  const expected = ofRecords.flatMap((rule) => anomalyKindsOf(rule).map((kind) => `${kind} ${rule.id}`))
  const held = Object.entries(anomalyKinds).flatMap(([kind, ids]) => ids.map((id) => `${kind} ${id}`))
  expect(held.sort()).toEqual(expected.sort())
})

const minute = (minutes: number) =>
  new Date(Date.parse('2024-03-04T09:00:00Z') + minutes * 60_000).toISOString().slice(0, 19)
/** Closed tickets of one kind, by the minutes that each took. */
const closed = (minutes: readonly number[], change: object = {}) =>
  minutes.map((spent, at) => ({
    ...world.tickets[0],
    ticketId: JSON.stringify([at, change]),
    resolutionTime: minute(spent),
    ...change,
  }))
const outliersOf = (...groups: object[][]) => {
  const { byEntity } = assessQuality(asData({ tickets: groups.flat() }), ctx)
  return byEntity.ticket?.anomalies.find(({ kind }) => kind === 'statisticalOutlier')?.count ?? 0
}
const repeated = (count: number, minutes: number): number[] => Array(count).fill(minutes)

/** Quartiles 10 and 20: the fence is at 20 + 3 × 10. */
const fenced = (last: number) => [...repeated(8, 10), ...repeated(11, 20), last]

test('an outlier took longer than the third quartile and three times the range between quartiles', () => {
  expect(outliersOf(closed(fenced(50)))).toBe(0)
  expect(outliersOf(closed(fenced(51)))).toBe(1)
  expect(outliersOf(closed([...repeated(12, 10), ...repeated(12, 20), 51, 52]))).toBe(2)
})

test('a group is of one type and one priority, of twenty cases and more', () => {
  const long = closed([500], { priority: 'Low' })
  expect(outliersOf(closed(repeated(19, 10)), long)).toBe(0)
  expect(outliersOf(closed(repeated(19, 10), { priority: 'Low' }), long)).toBe(1)
  expect(outliersOf(closed(repeated(18, 10), { priority: 'Low' }), long)).toBe(0)
  const request = { requestType: 'Service Request', ticketType: 'SERVICE_REQUEST' }
  expect(outliersOf(closed(repeated(20, 10)), closed([500], request))).toBe(0)
  expect(outliersOf(closed(repeated(20, 10), request), closed([500], request))).toBe(1)
})

test('tickets that are not resolved are no cases', () => {
  const open = closed(repeated(30, 10), { status: 'Open', resolutionTime: null })
  expect(outliersOf(closed(repeated(18, 10)), closed([500]), open)).toBe(0)
  expect(outliersOf(closed(repeated(19, 10)), closed([500]), open)).toBe(1)
})
