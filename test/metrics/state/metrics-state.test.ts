import {
  allClientMetrics,
  allTicketMetrics,
  clientMetrics,
  createMetricsState,
  type MetricsCollection,
  type MetricsContext,
  type MetricsData,
  type MetricsState,
  portfolio,
  technicianMetrics,
  ticketMetrics,
} from '@superhack/superops/metrics'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../runs.js'

const start = Date.UTC(2024, 0, 31, 12)
const hour = 3_600_000
const textOf = (ms: number) => new Date(ms).toISOString()
const week = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map((day) => ({
  day,
  start: '09:00',
  end: '17:00',
}))

/** Around the edges that matter: both trailing periods, the present, the skew, thirty days of age. */
const instant = fc
  .tuple(
    fc.constantFrom(-61 * 24, -60 * 24, -31 * 24, -30 * 24, -29 * 24, -48, -5, -1, 0, 1, 30, 700),
    fc.constantFrom(0, 1, 30_000, 60_000, 299_000, 300_000, 301_000, -1, 1_234_567),
  )
  .map(([hours, ms]) => textOf(start + hours * hour + ms))
const time = fc.oneof(
  { weight: 8, arbitrary: instant },
  { weight: 1, arbitrary: fc.constantFrom(null, '', 'x') },
)
const idOf = (most: number) => fc.integer({ min: 1, max: most }).map(String)
const reference = (key: string, most: number) =>
  fc.oneof(
    idOf(most).map((id) => ({ [key]: id })),
    fc.constant(null),
  )

const records: { readonly [Name in MetricsCollection]?: fc.Arbitrary<object> } = {
  tickets: fc.record({
    ticketId: idOf(12),
    client: reference('accountId', 3),
    technician: reference('userId', 4),
    site: reference('id', 2),
    status: fc.constantFrom('Open', 'On Hold', 'Resolved', 'Closed', 'Spam', null),
    priority: fc.constantFrom('High', 'Low', null),
    requestType: fc.constantFrom('Incident', 'Service Request', null),
    category: fc.constantFrom('Mail', 'Network', null),
    source: fc.constantFrom('EMAIL', 'INTEGRATION'),
    createdTime: time,
    updatedTime: time,
    firstResponseTime: time,
    firstResponseDueTime: time,
    firstResponseViolated: fc.constantFrom(null, null, true, false),
    resolutionTime: time,
    resolutionDueTime: time,
    resolutionViolated: fc.constantFrom(null, null, true, false),
    worklogTimespent: fc.constantFrom(null, '0', '12.5'),
  }),
  worklogs: fc.record({
    itemId: idOf(8),
    workItem: reference('workId', 12),
    technician: reference('userId', 4),
    serviceItem: reference('itemId', 2),
    qty: fc.constantFrom('0', '0.1', '1.5', '-1', 'x'),
    unitPrice: fc.constantFrom('99.95', '0.1', null),
    billable: fc.boolean(),
    afterHours: fc.boolean(),
    status: fc.constantFrom('PENDING', 'APPROVED', 'INVOICED', 'UNDER_CONTRACT'),
    billDateTime: time,
  }),
  serviceItems: fc.record({ itemId: idOf(2), quantityType: fc.constantFrom('HOURS', 'UNITS') }),
  sites: fc.record({
    id: idOf(2),
    timezoneCode: fc.constantFrom('Europe/Berlin', 'Asia/Tokyo'),
    working24x7: fc.boolean(),
    businessHour: fc.constantFrom(week, []),
    holidayList: fc.constant(null),
  }),
  clients: fc.record({ accountId: idOf(4), name: fc.constant('x') }),
  technicians: fc.record({ userId: idOf(5) }),
  invoices: fc.record({
    invoiceId: idOf(4),
    client: reference('accountId', 3),
    invoiceDate: fc.constantFrom('2024-01-02', '2024-01-01', '2024-01-31', 'x'),
    dueDate: fc.constantFrom('2024-01-30', '2024-02-01', null),
    paymentDate: fc.constantFrom(null, '2024-01-31'),
    statusEnum: fc.constantFrom('APPROVED', 'PAID', 'OVERDUE', 'DRAFT'),
    totalAmount: fc.constantFrom('120.00', '0.05'),
    taxes: fc.constantFrom(null, [{ taxAmount: '20' }]),
  }),
  assets: fc.record({ assetId: idOf(3), client: reference('accountId', 3) }),
  alerts: fc.record({ id: idOf(3), asset: reference('assetId', 3), createdTime: time }),
}

type Step = (state: MetricsState) => void
const changes = (Object.keys(records) as MetricsCollection[]).map((name) =>
  (records[name] as fc.Arbitrary<object>).map(
    (record): Step =>
      (state) => {
        expect(state.insert(name, record as never)).toBe(true)
      },
  ),
)
const removal = fc.tuple(fc.constantFrom(...(Object.keys(records) as MetricsCollection[])), idOf(12)).map(
  ([name, id]): Step =>
    (state) =>
      void state.remove(name, id),
)
const message = fc.record({ type: fc.constantFrom('TECH_REPLY', 'REQ_REPLY', 'DESCRIPTION'), time })
const conversation = fc
  .tuple(idOf(12), fc.option(fc.array(message, { maxLength: 3 }), { nil: undefined }))
  .map(
    ([id, messages]): Step =>
      (state) =>
        state.setConversation(id, messages as never),
  )
const history = fc
  .tuple(
    idOf(12),
    fc.option(
      fc.array(fc.record({ at: instant, status: fc.constantFrom('Open', 'On Hold', 'Resolved') }), {
        maxLength: 4,
      }),
      { nil: undefined },
    ),
  )
  .map(
    ([id, entries]): Step =>
      (state) =>
        state.setStatusHistory(id, entries),
  )
const passing = fc
  .constantFrom(
    0,
    1,
    1000,
    60_000,
    299_000,
    300_000,
    hour,
    5 * hour,
    24 * hour,
    29 * 24 * hour,
    30 * 24 * hour,
  )
  .map(
    (ms): Step =>
      (state) =>
        state.advance(textOf(Date.parse(state.now) + ms)),
  )
const step = fc.oneof(
  { weight: 6, arbitrary: changes[0] as fc.Arbitrary<Step> },
  { weight: 6, arbitrary: fc.oneof(...changes) },
  { weight: 2, arbitrary: removal },
  { weight: 2, arbitrary: conversation },
  { weight: 1, arbitrary: history },
  { weight: 5, arbitrary: passing },
)

const contexts: readonly MetricsContext[] = [
  { now: textOf(start), defaultSchedule: { timeZone: 'Europe/London', windows: week } },
  {
    now: textOf(start),
    period: { from: '2024-01-15T00:00', to: '2024-02-10T00:00' },
    reportTimeZone: 'Australia/Lord_Howe',
    slaSource: 'timestamps',
    resolutionCountsAsResponse: false,
    defaultHourlyCost: 40,
  },
]

function expectSameAsAnew(state: MetricsState): void {
  const data = state.data()
  const ctx = state.context()
  const ids = (data.tickets ?? []).map(({ ticketId }) => String(ticketId))
  expect(allTicketMetrics(state.index(), ctx)).toEqual(allTicketMetrics(data, ctx))
  for (const id of ids) {
    const record = data.tickets?.find(({ ticketId }) => ticketId === id)
    expect(state.ticketMetrics(id)).toEqual(ticketMetrics(record ?? {}, data, ctx))
  }
  expect(state.allClientMetrics()).toEqual(allClientMetrics(data, ctx))
  expect(state.clientMetrics('2')).toEqual(clientMetrics('2', data, ctx))
  expect(state.technicianMetrics()).toEqual(technicianMetrics(data, ctx))
  expect(state.portfolio()).toEqual(portfolio(data, ctx))
}

test.each(contexts)(
  'after any changes and any time, figures are those of a full calculation: context %#',
  (ctx) => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const state = createMetricsState(ctx)
        for (const change of steps) change(state)
        expectSameAsAnew(state)
      }),
      { numRuns: runs(5000) },
    )
  },
  600_000,
)

test('figures are right after every single step, too', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 15 }), (steps) => {
      const state = createMetricsState(contexts[0] as MetricsContext)
      for (const change of steps) {
        change(state)
        expectSameAsAnew(state)
      }
    }),
    { numRuns: runs(1000) },
  )
}, 600_000)

test('a state goes through JSON', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const ctx = contexts[0] as MetricsContext
      const state = createMetricsState(ctx)
      for (const change of steps) change(state)
      const { version, now, data } = JSON.parse(JSON.stringify(state))
      const restored = createMetricsState({ ...ctx, now }, data as MetricsData)
      expect(version).toBe(1)
      expect(restored.portfolio()).toEqual(state.portfolio())
      expect(restored.technicianMetrics()).toEqual(state.technicianMetrics())
    }),
    { numRuns: runs(500) },
  )
})

test('a client and a category whose last ticket went count no more', () => {
  const resolved = (ticketId: string, accountId: string, category: string) => ({
    ticketId,
    client: { accountId },
    technician: { userId: '4' },
    category,
    status: 'Closed',
    createdTime: '2024-01-20T10:00:00',
    resolutionTime: '2024-01-20T11:00:00',
  })
  const kept = resolved('1', '1', 'Mail')
  const ctx = { now: textOf(start) }
  const state = createMetricsState(ctx, { tickets: [kept, resolved('2', '2', 'Network')] })
  expect(state.technicianMetrics()[0]?.distinctClientCount).toBe(2)
  state.remove('tickets', '2')
  expect(state.technicianMetrics()).toEqual(technicianMetrics({ tickets: [kept] }, ctx))
  expect(state.technicianMetrics()[0]?.distinctClientCount).toBe(1)
})

test('a record without usable id is not kept, and an unknown one not removed', () => {
  const state = createMetricsState({ now: textOf(start) })
  expect(state.insert('tickets', { ticketId: '' })).toBe(false)
  expect(state.insert('tickets', null as never)).toBe(false)
  expect(state.insert('tickets', { ticketId: (2 ** 60) as never })).toBe(false)
  expect(state.remove('tickets', '1')).toBe(false)
  expect(state.ticketMetrics('1')).toBeUndefined()
  expect(state.insert('tickets', { ticketId: '1' })).toBe(true)
  expect(state.update('tickets', { ticketId: 1 as never, subject: 'new' })).toBe(true)
  expect(state.data()).toEqual({ tickets: [{ ticketId: 1, subject: 'new' }] })
  expect(state.remove('tickets', '1')).toBe(true)
  expect(state.data()).toEqual({ tickets: [] })
})

test('time goes forward only', () => {
  const state = createMetricsState({ now: textOf(start) })
  expect(() => state.advance(textOf(start - 1))).toThrow(/^now: expected an instant at or after/)
  expect(() => state.advance('2024-02-01T00:00:00')).toThrow(/^ctx\.now: expected an ISO instant with offset/)
  expect(state.now).toBe(textOf(start))
})
