import {
  allClientMetrics,
  type MetricsContext,
  type MetricsData,
  type Portfolio,
  portfolio,
  portfolioCatalogue,
} from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const period = { from: '2024-01-01T00:00:00Z', to: '2024-02-01T00:00:00Z', kind: 'month' } as const
const ctx: MetricsContext = { now: '2024-02-01T00:00:00Z', period }

type Loose = Readonly<Record<string, unknown>>
type LooseData = { readonly [Name in keyof MetricsData]?: unknown }

const rollUp = (data: LooseData, changes: Partial<MetricsContext> = {}): Portfolio =>
  portfolio(data as MetricsData, { ...ctx, ...changes })
const many = (count: number, record: Loose): Loose[] => Array.from({ length: count }, () => record)
const of = (accountId: string) => ({ client: { accountId } })
const open = (id: string, fields: Loose = {}): Loose => ({
  ...of(id),
  status: 'Open',
  createdTime: '2024-01-10T10:00:00',
  ...fields,
})
const resolved = (id: string, fields: Loose = {}): Loose =>
  open(id, { status: 'Resolved', resolutionTime: '2024-01-10T12:00:00', ...fields })
const met = (id: string) => resolved(id, { resolutionDueTime: '2024-01-10T12:00:00' })
const late = (id: string) => resolved(id, { resolutionDueTime: '2024-01-10T11:00:00' })
const contract = (id: string, value: string): Loose => ({
  ...of(id),
  contractStatus: 'ACTIVE',
  startDate: '2023-01-01',
  contract: {
    billableContract: {
      frequencyType: 'RECURRING',
      sellingPrice: { details: [{ value }] },
      recurringContract: { frequencyDurationUnit: 'MONTH', frequencyInterval: 1 },
      changes: [{ quantity: '1', quantityChangeOperation: 'BASELINE' }],
    },
  },
})
const contracts = (amounts: Readonly<Record<string, string>>) =>
  Object.entries(amounts).map(([id, value]) => contract(id, value))
const clients = (...ids: string[]) => ids.map((accountId) => ({ accountId }))

test('P08: 2 of 2 met and 4 of 8 met are 6 of 10, not the mean of two ratios', () => {
  const tickets = [...many(2, met('x')), ...many(4, met('y')), ...many(4, late('y'))]
  expect(rollUp({ tickets })).toMatchObject({
    resolutionSlaComplianceRatio: 0.6,
    firstResponseSlaComplianceRatio: null,
  })
  const answered = { firstResponseViolated: false, firstResponseTime: '2024-01-10T11:00:00' }
  const violated = { ...answered, firstResponseViolated: true }
  expect(
    rollUp({
      tickets: [
        resolved('x', answered),
        resolved('y', violated),
        resolved('y', answered),
        resolved('y', answered),
      ],
    }).firstResponseSlaComplianceRatio,
  ).toBe(0.75)
})

test('P01: clients, and those with an active contract', () => {
  const draft = { ...contract('c', '1'), contractStatus: 'DRAFT' }
  expect(
    rollUp({ clients: clients('b', 'a', 'c'), contracts: [...contracts({ b: '1', a: '2' }), draft] }),
  ).toMatchObject({
    clientCount: 3,
    activeClientCount: 2,
    activeClientIds: ['a', 'b'],
  })
  expect(rollUp({ clients: clients('a') })).toMatchObject({
    clientCount: 1,
    activeClientCount: null,
    activeClientIds: null,
  })
  expect(rollUp({ contracts: [] })).toMatchObject({ clientCount: 0, activeClientCount: 0 })
})

test('P02 to P05: revenue, its concentration, and ABC classes', () => {
  const row = rollUp({
    clients: clients('a', 'b', 'c', 'd', 'e', 'f'),
    contracts: contracts({ a: '60', b: '20', c: '10', d: '5', e: '5' }),
  })
  expect(row).toMatchObject({
    totalMonthlyRecurringRevenue: 100,
    monthlyRecurringRevenueByClientId: { a: 60, b: 20, c: 10, d: 5, e: 5, f: 0 },
    topClientRevenueShare: 0.6,
    // Accumulated before: 0, 0.6, 0.8, 0.9, 0.95; what reaches the limit is past it.
    revenueClassByClientId: { a: 'A', b: 'A', c: 'B', d: 'B', e: 'C', f: null },
  })
  expect(row.revenueHhi).toBeCloseTo(0.415, 12)
})

test('of clients of equal revenue the smaller id comes first', () => {
  const row = rollUp(
    { contracts: contracts({ z: '50', b: '50' }) },
    { thresholds: { revenueClass: { a: 0.5, b: 0.9 } } },
  )
  expect(row.revenueClassByClientId).toEqual({ b: 'A', z: 'B' })
})

test('without revenue there is no share of it', () => {
  const none = { topClientRevenueShare: null, revenueHhi: null }
  expect(rollUp({ clients: clients('a') })).toMatchObject({
    ...none,
    totalMonthlyRecurringRevenue: null,
    revenueClassByClientId: { a: null },
  })
  expect(rollUp({ clients: clients('a'), contracts: [] })).toMatchObject({
    ...none,
    totalMonthlyRecurringRevenue: 0,
  })
  expect(rollUp({})).toMatchObject({
    ...none,
    totalMonthlyRecurringRevenue: null,
    revenueClassByClientId: {},
  })
})

test('P02 adds up the rounded figures of the clients', () => {
  expect(rollUp({ contracts: contracts({ a: '0.005', b: '0.005' }) }).totalMonthlyRecurringRevenue).toBe(0.02)
})

test('P06, P07, P09 and P15 are pooled', () => {
  const at = (id: string, minutes: number) =>
    resolved(id, { resolutionTime: new Date(Date.UTC(2024, 0, 10, 10, minutes)).toISOString() })
  const row = rollUp({
    tickets: [
      ...[30, 60].map((minutes) => at('a', minutes)),
      ...[120, 90].map((minutes) => at('b', minutes)),
      ...many(3, open('a', { ticketId: '1', requestType: 'Incident' })),
      open('b', { createdTime: '2023-12-01T00:00:00' }),
      open('', {}),
    ],
    assets: [...many(6, of('a')), ...many(8, of('b'))],
    worklogs: [{ qty: '7', billDateTime: '2024-01-15T10:00:00', workItem: { workId: '1' } }],
  })
  expect(row).toMatchObject({
    killRate: 4 / 7,
    netFlow: 3,
    ticketsPerEndpointPerMonth: 0.5,
    reactiveHoursPerEndpointPerMonth: 0.5,
    p50TimeToResolutionMinutes: 75,
    p90TimeToResolutionMinutes: expect.closeTo(111, 9),
    p95TimeToResolutionMinutes: expect.closeTo(115.5, 9),
    openTicketCount: 4,
    agedBacklogRatio: 0.25,
  })
})

test('what is not known is null', () => {
  const nulls = (row: Portfolio) =>
    Object.entries(row).flatMap(([name, value]) => (value === null ? [name] : []))
  const unknown = nulls(rollUp({ clients: clients('a') }))
  expect(Object.keys(rollUp({})).filter((name) => !unknown.includes(name))).toEqual([
    'clientCount',
    'monthlyRecurringRevenueByClientId',
    'revenueClassByClientId',
    'coveredClientCount',
    'healthDistribution',
  ])
  const empty = { clients: clients('a'), tickets: [], worklogs: [], invoices: [], contracts: [], assets: [] }
  expect(nulls(rollUp(empty))).toEqual([
    'topClientRevenueShare',
    'revenueHhi',
    'killRate',
    'ticketsPerEndpointPerMonth',
    'reactiveHoursPerEndpointPerMonth',
    'firstResponseSlaComplianceRatio',
    'resolutionSlaComplianceRatio',
    'p50TimeToResolutionMinutes',
    'p90TimeToResolutionMinutes',
    'p95TimeToResolutionMinutes',
    'grossMarginRatio',
    'effectiveHourlyRate',
    'overdueAmountRatio',
    'agedBacklogRatio',
    'utilizationRatio',
    'logoChurnRatio',
    'revenueChurnRatio',
  ])
})

const invoice = (id: string, totalAmount: string, fields: Loose = {}): Loose => ({
  ...of(id),
  statusEnum: 'APPROVED',
  invoiceDate: '2024-01-10',
  totalAmount,
  ...fields,
})
const worklog = (ticket: string, qty: string, technician: string, fields: Loose = {}): Loose => ({
  qty,
  billDateTime: '2024-01-15T10:00:00',
  workItem: { workId: ticket },
  technician: { userId: technician },
  ...fields,
})
const worked = [open('a', { ticketId: '1' }), open('b', { ticketId: '2' })]

test('P10: margin where revenue and labour cost are known, and how many clients that covers', () => {
  const data = {
    tickets: worked,
    invoices: [invoice('a', '1000'), invoice('b', '500')],
    worklogs: [worklog('1', '4', 't'), worklog('2', '6', 'u')],
  }
  const costs = { hourlyCostByTechnicianId: { t: 100 }, hardCostByClientId: { a: 100, b: 50 } }
  expect(rollUp(data, costs)).toMatchObject({
    grossMarginRatio: 0.5,
    coveredClientCount: 1,
    effectiveHourlyRate: 135,
  })
  expect(rollUp(data, { ...costs, defaultHourlyCost: 10 })).toMatchObject({
    // (1000 − 400 − 100 + 500 − 60 − 50) ÷ 1500
    grossMarginRatio: 890 / 1500,
    coveredClientCount: 2,
  })
  expect(rollUp({ ...data, invoices: undefined }, costs)).toMatchObject({
    grossMarginRatio: null,
    coveredClientCount: 0,
    effectiveHourlyRate: null,
  })
  expect(rollUp({ ...data, worklogs: undefined }, costs)).toMatchObject({
    grossMarginRatio: null,
    coveredClientCount: 0,
    effectiveHourlyRate: null,
  })
})

test('P11 and P12: outstanding, overdue and unbilled of all clients', () => {
  const leak = { billable: true, status: 'PENDING', unitPrice: '0.002', billDateTime: '2023-12-01T00:00:00' }
  const row = rollUp({
    tickets: worked,
    invoices: [invoice('a', '900'), invoice('b', '300', { statusEnum: 'OVERDUE' })],
    worklogs: [worklog('1', '2', 't', leak), worklog('2', '2', 't', leak)],
  })
  expect([row.outstandingAmount, row.overdueAmountRatio]).toEqual([1200, 0.25])
  // 0.004 twice: rounded once.
  expect(row.unbilledBillableAmount).toBe(0.01)
})

test('P13 and P14: clients per health band, and the revenue at risk', () => {
  const data = {
    clients: clients('a', 'b', 'c', 'd'),
    tickets: [met('a'), late('b'), late('c'), ...many(7, met('c')), ...many(2, late('c'))],
    contracts: contracts({ a: '100', b: '70.5', c: '30' }),
    assets: [],
  }
  const bands = Object.fromEntries(
    allClientMetrics(data as unknown as MetricsData, ctx).map(({ clientId, healthBand }) => [
      clientId,
      healthBand,
    ]),
  )
  const row = rollUp(data)
  expect(bands).toEqual({ a: 'healthy', b: 'watch', c: 'watch', d: null })
  expect(row.healthDistribution).toEqual({ healthy: 1, watch: 2, atRisk: 0, unknown: 1 })
  expect(row.atRiskMonthlyRecurringRevenue).toBe(0)
  const strict = { thresholds: { healthBand: { healthy: 90, watch: 89 } } }
  expect(rollUp(data, strict)).toMatchObject({
    atRiskMonthlyRecurringRevenue: 100.5,
    healthDistribution: { healthy: 1, watch: 0, atRisk: 2 },
  })
})

test('P16: hours worked ÷ hours available of the technicians with a schedule', () => {
  const nineToFive = { timeZone: 'UTC', windows: [{ day: 'MONDAY', start: '09:00', end: '17:00' }] }
  const data = {
    technicians: [{ userId: 't' }, { userId: 'u' }],
    tickets: worked,
    worklogs: [worklog('1', '20', 't'), worklog('2', '10', 'u')],
  }
  // Five Mondays of eight hours.
  expect(rollUp(data, { scheduleByTechnicianId: { t: nineToFive } }).utilizationRatio).toBe(0.5)
  expect(rollUp(data, { defaultSchedule: nineToFive }).utilizationRatio).toBe(0.375)
  expect(rollUp(data).utilizationRatio).toBeNull()
  expect(
    rollUp({ ...data, worklogs: undefined }, { defaultSchedule: nineToFive }).utilizationRatio,
  ).toBeNull()
})

test('P17: clients and revenue of an earlier portfolio that are gone', () => {
  const previousPortfolio = rollUp({ contracts: contracts({ a: '100', b: '50', c: '50', d: '0' }) })
  const churn = (data: LooseData, previous: unknown = previousPortfolio) => {
    const { logoChurnRatio, revenueChurnRatio } = rollUp(data, { previousPortfolio: previous as Portfolio })
    return [logoChurnRatio, revenueChurnRatio]
  }
  // b is gone, c pays 20 less; what a pays more and e brings does not make up for it.
  expect(churn({ contracts: contracts({ a: '150', c: '30', d: '0', e: '500' }) })).toEqual([0.25, 0.35])
  expect(churn({ contracts: contracts({ a: '100', b: '50', c: '50', d: '0' }) })).toEqual([0, 0])
  expect(churn({ clients: clients('a') })).toEqual([null, null])
  expect(churn({ contracts: contracts({ a: '1' }) }, {})).toEqual([null, null])
  expect(
    churn(
      { contracts: contracts({ a: '1' }) },
      { activeClientIds: 'x', monthlyRecurringRevenueByClientId: { a: 'x', b: -1, c: null } },
    ),
  ).toEqual([null, null])
  expect(
    churn({ contracts: contracts({ a: '-40' }) }, { monthlyRecurringRevenueByClientId: { a: 10 } }),
  ).toEqual([null, 1])
  expect(JSON.parse(JSON.stringify(previousPortfolio))).toEqual(previousPortfolio)
})

test('the catalogue has one row per field of a portfolio, in its order, and says rightly what is never null', () => {
  const row: Record<string, unknown> = { ...rollUp({}) }
  expect(portfolioCatalogue.map(({ field }) => field)).toEqual(Object.keys(row))
  const never = portfolioCatalogue.filter(({ nullWhen }) => nullWhen === 'never').map(({ field }) => field)
  expect(never.filter((field) => row[field] === null)).toEqual([])
  expect(never).toContain('clientCount')
})
