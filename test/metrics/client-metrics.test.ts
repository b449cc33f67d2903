import {
  allClientMetrics,
  type ClientMetrics,
  clientMetrics,
  clientMetricsCatalogue,
  indexMetricsData,
  type MetricsContext,
  type MetricsData,
} from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

/** A month by the mean Gregorian month would be 30.436875 days; `kind: 'month'` makes it exactly one. */
const january = { from: '2024-01-01T00:00:00Z', to: '2024-02-01T00:00:00Z', kind: 'month' } as const
const ctx: MetricsContext = { now: '2024-02-01T00:00:00Z', period: january }
const client = { accountId: '7' }

type Loose = Readonly<Record<string, unknown>>
type LooseData = { readonly [Name in keyof MetricsData]?: unknown }

const figures = (data: LooseData, changes: Partial<MetricsContext> = {}, id = '7'): ClientMetrics =>
  clientMetrics(id, data as MetricsData, { ...ctx, ...changes })

const open = (fields: Loose = {}): Loose => ({
  client,
  status: 'Open',
  createdTime: '2024-01-10T10:00:00',
  ...fields,
})
const resolved = (fields: Loose = {}): Loose =>
  open({ status: 'Resolved', resolutionTime: '2024-01-10T12:00:00', ...fields })
const many = (count: number, record: Loose): Loose[] => Array.from({ length: count }, () => record)
const assets = (count: number): Loose[] => many(count, { assetId: 'a', client })

const incident = { ticketId: '1', requestType: 'Incident' }
const entry = (qty: string, fields: Loose = {}): Loose => ({
  qty,
  billDateTime: '2024-01-15T10:00:00',
  workItem: { workId: '1', module: 'TICKET' },
  technician: { userId: 't' },
  ...fields,
})

test('C01 to C05: open now, created and resolved in the period, and what flows', () => {
  const before = '2023-12-31T23:59:59'
  expect(
    figures({
      tickets: [
        ...many(11, open()),
        ...many(14, resolved({ createdTime: before })),
        resolved(),
        resolved({ createdTime: before, resolutionTime: before }),
        open({ status: 'Spam' }),
        open({ client: { accountId: '8' } }),
        open({ client: null }),
      ],
    }),
  ).toMatchObject({
    openTicketCount: 11,
    ticketsCreatedCount: 12,
    ticketsResolvedCount: 15,
    netFlow: -3,
    killRate: 1.25,
    killRateCategory: 'backlogShrinking',
  })
})

test('without a ticket created there is no kill rate', () => {
  const row = figures({ tickets: many(3, resolved({ createdTime: '2023-12-01T00:00:00' })) })
  expect([row.killRate, row.killRateCategory, row.netFlow]).toEqual([null, null, -3])
})

test.each([
  [17, 20, 'backlogGrowing'],
  [18, 20, 'balanced'],
  [22, 20, 'balanced'],
  [23, 20, 'backlogShrinking'],
])('%i resolved of %i created is %s', (done, created, category) => {
  const tickets = [...many(done, resolved({ createdTime: '2023-12-01T00:00:00' })), ...many(created, open())]
  expect(figures({ tickets }).killRateCategory).toBe(category)
})

test('C06 and C07: 30 tickets and 60 endpoints in a month are half a ticket per endpoint', () => {
  const data = { tickets: many(30, open()), assets: [...assets(60), { client: { accountId: '8' } }] }
  expect(figures(data)).toMatchObject({ endpointCount: 60, ticketsPerEndpointPerMonth: 0.5 })
  const halved = figures(
    { ...data, assets: [...assets(30), ...many(30, { assetId: 'router', client })] },
    {
      isEndpoint: ({ assetId }) => assetId === 'a',
    },
  )
  expect([halved.endpointCount, halved.ticketsPerEndpointPerMonth]).toEqual([30, 1])
})

test('figures per month divide by the months of the period, not by the count of endpoints alone', () => {
  const quarter = { from: '2023-11-01T00:00:00Z', to: '2024-02-01T00:00:00Z', kind: 'month' } as const
  const data = { tickets: many(30, open()), assets: assets(10) }
  expect(figures(data, { period: quarter }).ticketsPerEndpointPerMonth).toBe(1)
})

test('without endpoints nothing is counted per endpoint', () => {
  const perEndpoint = (row: ClientMetrics) => [
    row.ticketsPerEndpointPerMonth,
    row.reactiveHoursPerEndpointPerMonth,
    row.alertsPerEndpointPerMonth,
  ]
  const data = { tickets: [open()], worklogs: [], alerts: [] }
  expect(perEndpoint(figures({ ...data, assets: [] }))).toEqual([null, null, null])
  expect(perEndpoint(figures(data))).toEqual([null, null, null])
  expect(perEndpoint(figures({ ...data, assets: assets(1) }))).toEqual([1, 0, 0])
})

test('C08 and C09: hours in the period on tickets of the client, per endpoint those on incidents', () => {
  const row = figures({
    tickets: [open(incident), open({ ticketId: '2' }), open({ ticketId: '3', client: { accountId: '8' } })],
    assets: assets(80),
    serviceItems: [
      { itemId: 'labour', quantityType: 'HOURS' },
      { itemId: 'licence', quantityType: 'UNITS' },
    ],
    worklogs: [
      entry('12.5', { serviceItem: { itemId: 'labour' } }),
      entry('7.5', { serviceItem: { itemId: 'labour' }, workItem: { workId: '1' } }),
      entry('3', { serviceItem: { itemId: 'labour' }, workItem: { workId: '2', module: 'TICKET' } }),
      entry('100', { serviceItem: { itemId: 'licence' } }),
      entry('100', { serviceItem: { itemId: 'labour' }, workItem: { workId: '3', module: 'TICKET' } }),
      entry('100', { serviceItem: { itemId: 'labour' }, workItem: { workId: '1', module: 'PROJECT' } }),
      entry('100', { serviceItem: { itemId: 'labour' }, billDateTime: '2023-12-31T23:59:59' }),
      entry('100', { serviceItem: { itemId: 'labour' }, workItem: null }),
    ],
  })
  expect([row.supportHours, row.reactiveHoursPerEndpointPerMonth]).toEqual([23, 0.25])
})

test('an entry belongs to the first ticket of its id', () => {
  const tickets = [open({ ticketId: '1', client: { accountId: '8' } }), open(incident)]
  const data = { tickets, worklogs: [entry('2')] }
  expect([figures(data).supportHours, figures(data, {}, '8').supportHours]).toEqual([0, 2])
})

test('work on a cancelled ticket was work', () => {
  const data = { tickets: [open({ ...incident, status: 'Cancelled' })], worklogs: [entry('2')] }
  expect(figures(data)).toMatchObject({ supportHours: 2, openTicketCount: 0, ticketsCreatedCount: 0 })
})

test('C10: median and 90th percentile of the time to resolution', () => {
  const at = (time: string) => resolved({ resolutionTime: `2024-01-10T${time}:00` })
  const row = figures({ tickets: [at('20:00'), at('11:00'), at('12:00')] })
  expect([row.medianTimeToResolutionMinutes, row.p90TimeToResolutionMinutes]).toEqual([120, 504])
})

test('C11 and C12: outcomes decided in the period', () => {
  const met = { firstResponseViolated: false, firstResponseDueTime: '2024-01-11T00:00:00' }
  const late = { firstResponseDueTime: '2024-01-10T11:00:00', resolutionDueTime: '2024-01-10T11:00:00' }
  const row = figures({
    tickets: [...many(18, resolved(met)), ...many(2, resolved(late))],
  })
  expect([row.firstResponseSlaComplianceRatio, row.resolutionSlaComplianceRatio]).toEqual([0.9, 0])
  expect(row.complianceCategory).toBe('poor')
})

test.each([
  [95, 'excellent'],
  [94, 'good'],
  [90, 'good'],
  [89, 'fair'],
  [80, 'fair'],
  [79, 'poor'],
])('%i of 100 met is %s', (met, category) => {
  const tickets = [
    ...many(met, resolved({ resolutionDueTime: '2024-01-10T12:00:00' })),
    ...many(100 - met, resolved({ resolutionDueTime: '2024-01-10T11:59:59' })),
  ]
  expect(figures({ tickets })).toMatchObject({
    resolutionSlaComplianceRatio: met / 100,
    complianceCategory: category,
    firstResponseSlaComplianceRatio: null,
  })
})

test('C13: of eight open tickets two are 30 days old', () => {
  const tickets = [
    open({ createdTime: '2024-01-02T00:00:00' }),
    open({ createdTime: '2023-06-01T00:00:00' }),
    ...many(6, open({ createdTime: '2024-01-02T00:00:01' })),
  ]
  expect(figures({ tickets }).agedBacklogRatio).toBe(0.25)
  expect(figures({ tickets: [resolved()] }).agedBacklogRatio).toBeNull()
})

test('C14: 15 tickets against 12 in the equally long span before', () => {
  const earlier = open({ createdTime: '2023-12-01T00:00:00' })
  const outside = open({ createdTime: '2023-11-30T23:59:59' })
  expect(
    figures({ tickets: [...many(15, open()), ...many(12, earlier), outside] }).ticketVolumeTrendRatio,
  ).toBe(0.25)
  expect(figures({ tickets: [open(), outside] }).ticketVolumeTrendRatio).toBeNull()
})

test('C15: 36 hours since the latest ticket that the client opened itself', () => {
  const own = open({ createdTime: '2024-01-30T12:00:00', status: 'Cancelled', source: 'EMAIL' })
  const machine = open({ createdTime: '2024-01-31T23:00:00', source: 'integration' })
  expect(figures({ tickets: [machine, own, open()] })).toMatchObject({
    daysSinceLastActivity: 1.5,
    openTicketCount: 2,
  })
  expect(
    figures({ tickets: [machine, own] }, { engagementExcludedSources: ['email'] }).daysSinceLastActivity,
  ).toBe(1 / 24)
  expect(figures({ tickets: [machine] }).daysSinceLastActivity).toBeNull()
})

test('a reply of the requester is a sign of life, a reply of a technician is none', () => {
  const tickets = [open({ ticketId: '1', source: 'INTEGRATION' })]
  const conversationsByTicketId = {
    1: [
      { type: 'REQ_REPLY', time: '2024-01-31T00:00:00' },
      { type: 'REQ_REPLY', time: '2024-01-20T00:00:00' },
      { type: 'TECH_REPLY', time: '2024-01-31T12:00:00' },
    ],
  }
  expect(figures({ tickets, conversationsByTicketId }).daysSinceLastActivity).toBe(1)
})

test.each([
  [1, 5, 'normal'],
  [1, 6, 'low'],
  [5, 6, 'normal'],
  [6, 6, 'high'],
  [11, 6, 'high'],
  [12, 6, 'veryHigh'],
])('C16: %i tickets on %i endpoints are activity %s', (count, endpoints, level) => {
  expect(figures({ tickets: many(count, open()), assets: assets(endpoints) }).activityLevel).toBe(level)
})

test('C16: a client is dormant after 90 days, and without any sign of life', () => {
  const level = (createdTime: string) => figures({ tickets: [open({ createdTime })], assets: assets(1) })
  expect(level('2023-11-02T23:59:59')).toMatchObject({ activityLevel: 'dormant' })
  expect(level('2023-11-03T00:00:00')).toMatchObject({ daysSinceLastActivity: 90, activityLevel: 'low' })
  expect(figures({ tickets: [], assets: assets(1) }).activityLevel).toBe('dormant')
  expect(figures({ tickets: [open()] }).activityLevel).toBeNull()
  expect(figures({ assets: assets(1) }).activityLevel).toBeNull()
})

test('C29: alerts in the period on assets of the client, whose endpoints count', () => {
  const alert = (assetId: string, createdTime = '2024-01-01T00:00') => ({ asset: { assetId }, createdTime })
  const row = figures({
    assets: [
      { assetId: '1', client },
      { assetId: '2', client: { accountId: '8' } },
      { assetId: '2', client },
      { client },
    ],
    alerts: [
      alert('1'),
      alert('1', '2024-01-31T23:59'),
      alert('1', '2024-02-01T00:00'),
      alert('1', '2023-12-31T23:59'),
      alert('2'),
      alert('3'),
      { asset: null, createdTime: '2024-01-01T00:00' },
      alert('1', '2024-01-02T00:00'),
    ],
  })
  expect([row.endpointCount, row.alertsPerEndpointPerMonth]).toEqual([3, 1])
})

test('CSAT is the share of 4 and 5, NPS promoters less detractors in percent; both null without answers', () => {
  const supplied = { csatByClientId: { 7: [5, 4, 3, 1] }, npsByClientId: { 7: [10, 9, 8, 7, 6, 0, 9, 10] } }
  expect(figures({}, supplied)).toMatchObject({ csatRatio: 0.5, npsScore: 25 })
  const none = { csatByClientId: { 7: [] }, npsByClientId: { 8: [1] } }
  expect(figures({}, none)).toMatchObject({ csatRatio: null, npsScore: null })
  expect(figures({})).toMatchObject({ csatRatio: null, npsScore: null })
})

test('what is not known is null, what is empty is counted', () => {
  const nulls = (row: ClientMetrics) =>
    Object.entries(row).flatMap(([name, value]) => (value === null ? [name] : []))
  const fields = Object.keys(figures({}))
  expect(nulls(figures({}))).toEqual(
    fields.filter((name) => !['clientId', 'healthScoreParts'].includes(name)),
  )
  const empty = { tickets: [], worklogs: [], invoices: [], contracts: [], assets: [], alerts: [] }
  const row = figures(empty)
  expect(fields.filter((name) => !nulls(row).includes(name))).toEqual([
    'clientId',
    'openTicketCount',
    'ticketsCreatedCount',
    'ticketsResolvedCount',
    'netFlow',
    'endpointCount',
    'supportHours',
    'activityLevel',
    'activeContractCount',
    'monthlyRecurringRevenue',
    'unpricedContractCount',
    'contractTier',
    'invoicedAmount',
    'outstandingAmount',
    'laborCost',
    'unbilledBillableAmount',
    'hasUninvoicedContract',
    'uninvoicedContractCount',
    'hasUnpricedWorklog',
    'unpricedWorklogCount',
    'hasOverdrawnBlock',
    'overdrawnBlockCount',
    'healthScoreParts',
  ])
  expect(row).toMatchObject({ supportHours: 0, laborCost: 0, contractTier: 'none', activityLevel: 'dormant' })
})

test('worklogs without tickets belong to no known client', () => {
  expect(figures({ worklogs: [entry('2')] })).toMatchObject({
    supportHours: null,
    laborCost: null,
    unbilledBillableAmount: null,
    unpricedWorklogCount: null,
  })
})

test('clients come by ascending id: the listed ones, else those met on records', () => {
  const data = {
    tickets: [open({ client: { accountId: '9' } }), open({ client: null })],
    contracts: [{ client: { accountId: '10' } }],
    invoices: [{ client: { accountId: 'B' } }, { client: null }],
    assets: [{ client: { accountId: 'b' } }, { client: { accountId: 9 } }],
  }
  const ids = (records: LooseData) =>
    allClientMetrics(records as MetricsData, ctx).map(({ clientId }) => clientId)
  expect(ids(data)).toEqual(['10', '9', 'B', 'b'])
  expect(ids({ ...data, clients: [{ accountId: '9' }, { accountId: 8 }, {}, { accountId: '9' }] })).toEqual([
    '8',
    '9',
  ])
  expect(ids({})).toEqual([])
})

test('one client gives the same row on plain data, over an index, and among all', () => {
  const data = {
    tickets: [open(incident)],
    worklogs: [entry('2')],
    assets: assets(2),
  } as unknown as MetricsData
  const index = indexMetricsData(data, ctx)
  expect(clientMetrics('7', index, ctx)).toEqual(clientMetrics('7', data, ctx))
  expect(allClientMetrics(index, ctx)).toEqual([clientMetrics('7', data, ctx)])
})

test('an id that is none is refused', () => {
  expect(() => clientMetrics('', {}, ctx)).toThrow(
    new TypeError('accountId: expected the id of a client, received string.'),
  )
})

test.each<[string, Loose, string]>([
  [
    'csat',
    { csatByClientId: { 7: [6] } },
    'ctx.csatByClientId["7"][0]: expected a number from 1 to 5, received number.',
  ],
  [
    'csat list',
    { csatByClientId: { 7: 5 } },
    'ctx.csatByClientId["7"]: expected a list of numbers, received number.',
  ],
  [
    'nps',
    { npsByClientId: { 7: [0, -1] } },
    'ctx.npsByClientId["7"][1]: expected a number from 0 to 10, received number.',
  ],
  ['tier', { tierByClientId: { 7: 1 } }, 'ctx.tierByClientId["7"]: expected a string, received number.'],
  ['endpoints', { isEndpoint: true }, 'ctx.isEndpoint: expected a function, received boolean.'],
  ['portfolio', { previousPortfolio: null }, 'ctx.previousPortfolio: expected an object, received null.'],
  [
    'cost',
    { defaultHourlyCost: '1' },
    'ctx.defaultHourlyCost: expected a number from 0 to any, received string.',
  ],
  [
    'rate',
    { standardHourlyRate: -1 },
    'ctx.standardHourlyRate: expected a number from 0 to any, received number.',
  ],
])('a wrong setting is named: %s', (_, changes, message) => {
  expect(() => clientMetrics('7', {}, { ...ctx, ...changes } as MetricsContext)).toThrow(
    new TypeError(message),
  )
})

test('the catalogue has one row per field of a client row, in its order, and says rightly what is never null', () => {
  const row: Record<string, unknown> = { ...figures({}) }
  expect(clientMetricsCatalogue.map(({ field }) => field)).toEqual(Object.keys(row))
  const never = clientMetricsCatalogue.filter(({ nullWhen }) => nullWhen === 'never')
  expect(never.map(({ field }) => field)).toEqual(['clientId', 'healthScoreParts'])
})
