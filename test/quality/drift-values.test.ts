import { drift, psi } from '@superhack/superops/quality'
import { expect, test } from 'vitest'
import { asData, ctx, world } from './world.js'

const ticketsOf = (changes: readonly object[]) =>
  asData({
    tickets: changes.map((change, at) => ({ ...world.tickets[0], ticketId: String(at), ...change })),
  })
const times = <Item>(count: number, item: Item): Item[] => Array(count).fill(item)
const rowOf = (
  field: string,
  before: readonly object[],
  after: readonly object[],
  context: object = {},
  kind = 'values',
) =>
  drift(ticketsOf(before), ticketsOf(after), { ...ctx, ...context }).find(
    (row) => row.field === field && row.kind === kind,
  )

test.each(['status', 'priority', 'category', 'source', 'requestType'])(
  'values of %s are compared as names, blanks and what is no text left out',
  (field) => {
    const valued = (value: unknown) => ({ [field]: value })
    const before = [...times(50, valued('Beta')), ...times(60, valued('alpha')), ...times(9, valued(' '))]
    const after = [
      ...times(30, valued('ALPHA')),
      ...times(20, valued(' alpha ')),
      ...times(40, valued('beta')),
      ...times(15, valued('Gamma')),
      ...times(5, valued('Delta')),
      ...times(30, valued(null)),
      ...times(30, valued(5)),
    ]
    const row = rowOf(field, before, after)
    expect(row?.psi).toBeCloseTo(psi([60, 50, 0], [50, 40, 20]) ?? Number.NaN, 12)
    expect(row?.band).toBe('significant')
  },
)

const took = (minutes: number | null) => ({
  resolutionTime:
    minutes === null
      ? null
      : new Date(Date.parse('2024-03-04T09:00:00Z') + minutes * 60_000).toISOString().slice(0, 19),
})
/** 60 of 10 minutes and 50 of 100, mixed. */
const mixed = Array.from({ length: 110 }, (_, at) => took(at % 11 < 6 ? 10 : 100))

test('resolutions fall into the deciles of the reference, ties merged, the outer ones open', () => {
  const after = [
    ...times(10, took(1)),
    ...times(20, took(10)),
    ...times(15, took(11)),
    ...times(50, took(100)),
    ...times(20, took(200)),
    ...times(40, took(null)),
  ]
  expect(rowOf('resolutionMinutes', mixed, after)?.psi).toBeCloseTo(
    psi([60, 50, 0], [30, 65, 20]) ?? Number.NaN,
    12,
  )
})

test('an edge between two cases lies between them on a logarithmic scale', () => {
  // Of two values in equal numbers the middle decile is their mean: of 10 and 1000 on that scale near 104.
  const before = Array.from({ length: 100 }, (_, at) => took(at % 2 === 0 ? 10 : 1000))
  const after = [...times(50, took(10)), ...times(30, took(100)), ...times(40, took(110))]
  expect(rowOf('resolutionMinutes', before, after)?.psi).toBeCloseTo(
    psi([50, 0, 50, 0], [50, 30, 40, 0]) ?? Number.NaN,
    12,
  )
})

const dayMs = 86_400_000
const created = (day: number, hour = 12) => ({
  createdTime: new Date(Date.UTC(2020, 0, 1, hour) + day * dayMs).toISOString().slice(0, 19),
})
/** So many tickets on each of the days; days are met in no order. */
const desk = (perDay: readonly number[], hour?: number) =>
  perDay
    .map((count, day) => [((day + 3) * 37) % perDay.length, times(count, created(day, hour))] as const)
    .sort(([a], [b]) => a - b)
    .flatMap(([, tickets]) => tickets)

test('tickets per day count the idle days between the first and the last', () => {
  const before = desk([...times(60, 1), ...times(50, 3)])
  const after = desk([1, ...times(30, 0), ...times(39, 1), ...times(30, 3), ...times(20, 4)])
  const expected = psi([60, 50, 0], [70, 30, 20]) ?? Number.NaN
  expect(rowOf('ticketsPerDay', before, after)?.psi).toBeCloseTo(expected, 12)
  const withUndated = [...after, ...times(40, { createdTime: null }), ...times(40, { createdTime: 'x' })]
  expect(rowOf('ticketsPerDay', before, withUndated)?.psi).toBeCloseTo(expected, 12)
})

test('a day is one of the report zone', () => {
  const [first, second] = [created(0, 20), created(1, 4)]
  const pairs = (count: number) =>
    Array.from({ length: count }, (_, at) => [created(2 * at, 20), created(2 * at + 1, 4)]).flat()
  expect([first, second]).toEqual(pairs(1))
  const row = (reportTimeZone: string) =>
    rowOf('ticketsPerDay', desk(times(200, 1)), pairs(110), { reportTimeZone })
  expect(row('UTC')?.psi).toBe(0)
  // Both of a pair fall on the evening of one day, and every second day is idle.
  expect(row('America/Los_Angeles')?.band).toBe('significant')
})

test('one impossible year does not make millions of idle days', () => {
  const row = rowOf('ticketsPerDay', desk(times(200, 1)), [
    ...desk(times(200, 1)),
    { createdTime: '0001-01-01T00:00:00' },
  ])
  expect(row?.psi).toBeCloseTo(psi([200, 0], [36_525, 0]) ?? Number.NaN, 3)
})

test('shares of blanks are told when they change by more than five points', () => {
  const blank = (count: number) => [...times(count, { cause: null }), ...times(100 - count, {})]
  const share = (before: number, after: number) =>
    rowOf('cause', blank(before), blank(after), {}, 'blankShare')
  expect(share(0, 5)).toBeUndefined()
  expect(share(5, 0)).toBeUndefined()
  expect(share(10, 16)?.shareChange).toBeCloseTo(0.06, 12)
  expect(share(10, 16)?.psi).toBeCloseTo(psi([10, 90], [16, 84]) ?? Number.NaN, 12)
  expect(share(40, 10)?.shareChange).toBeCloseTo(-0.3, 12)
  expect(share(40, 10)?.psi).toBeCloseTo(psi([40, 60], [10, 90]) ?? Number.NaN, 12)
  expect(share(20, 40)?.band).toBe('moderate')
  const few = rowOf('cause', times(50, {}), times(40, { cause: null }), {}, 'blankShare')
  expect(few).toEqual({ field: 'cause', kind: 'blankShare', psi: null, band: null, shareChange: 1 })
})

test.each([
  [[], times(3, {})],
  [times(3, { cause: null }), []],
  [[], []],
])('of no tickets there are no shares', (before, after) => {
  const rows = drift(ticketsOf(before), ticketsOf(after), ctx)
  expect(rows.map(({ kind, psi }) => [kind, psi])).toEqual(times(7, ['values', null]))
  expect(drift({}, ticketsOf(after), ctx)).toHaveLength(7)
})
