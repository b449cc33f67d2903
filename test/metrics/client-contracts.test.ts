import {
  type ClientMetrics,
  clientMetrics,
  type MetricsContext,
  type MetricsData,
} from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const january = { from: '2024-01-01T00:00:00Z', to: '2024-02-01T00:00:00Z', kind: 'month' } as const
const ctx: MetricsContext = { now: '2024-01-15T12:00:00Z', period: january }
const client = { accountId: '7' }

type Loose = Readonly<Record<string, unknown>>
type LooseData = { readonly [Name in keyof MetricsData]?: unknown }

const figures = (data: LooseData, changes: Partial<MetricsContext> = {}): ClientMetrics =>
  clientMetrics('7', data as MetricsData, { ...ctx, ...changes })

const monthly = { frequencyDurationUnit: 'MONTH', frequencyInterval: 1 }
const baseline = (quantity: string, fields: Loose = {}): Loose => ({
  quantity,
  quantityChangeOperation: 'BASELINE',
  ...fields,
})
const increase = (quantity: string, fields: Loose = {}) =>
  baseline(quantity, { quantityChangeOperation: 'INCREASE', ...fields })
const decrease = (quantity: string, fields: Loose = {}) =>
  baseline(quantity, { quantityChangeOperation: 'DECREASE', ...fields })

/** A contract of 12 seats at 40 a month, less 5 %. */
const contract = (billing: Loose = {}, fields: Loose = {}, inner: Loose = {}): Loose => ({
  client,
  contractStatus: 'ACTIVE',
  startDate: '2023-01-01',
  contract: {
    contractType: 'SERVICE',
    billableContract: {
      frequencyType: 'RECURRING',
      sellingPrice: { details: [{ value: '40' }, { value: '99' }] },
      discountRate: '5',
      recurringContract: monthly,
      changes: [baseline('12')],
      ...billing,
    },
    ...inner,
  },
  ...fields,
})
const priced = (value: string, billing: Loose = {}) =>
  contract({
    sellingPrice: { details: [{ value }] },
    discountRate: null,
    changes: [baseline('1')],
    ...billing,
  })
const every = (frequencyDurationUnit: unknown, frequencyInterval: unknown = 1) => ({
  recurringContract: { frequencyDurationUnit, frequencyInterval },
})
const revenue = (...contracts: Loose[]) => figures({ contracts }).monthlyRecurringRevenue

test('C17: active from the start day to the end day, in the days of the report zone', () => {
  const active = (fields: Loose, changes = {}) =>
    figures({ contracts: [contract({}, fields)] }, changes).activeContractCount
  expect(active({})).toBe(1)
  expect(active({ endDate: '2024-01-15' })).toBe(1)
  expect(active({ endDate: '2024-01-14' })).toBe(0)
  expect(
    active(
      { endDate: '2024-01-14' },
      { now: '2024-01-15T04:00:00Z', reportTimeZone: 'America/New_York', period: undefined },
    ),
  ).toBe(1)
  expect(active({ endDate: '' })).toBe(1)
  expect(active({ startDate: '2024-01-15' })).toBe(1)
  expect(active({ startDate: '2024-01-16' })).toBe(0)
  expect(active({ startDate: '2023-01-01T00:00' })).toBe(0)
  expect(active({ contractStatus: 'INACTIVE' })).toBe(0)
  expect(active({ client: { accountId: '8' } })).toBe(0)
})

test('C18: price × quantity less discount, per month', () => {
  expect(revenue(contract())).toBe(456)
  expect(revenue(priced('1200', every('YEAR')))).toBe(100)
  expect(revenue(priced('1', every('WEEK')))).toBe(4.35)
  expect(revenue(priced('1', every('DAY')))).toBe(30.44)
  expect(revenue(priced('300', every('MONTH', 3)))).toBe(100)
  expect(revenue(priced('2400', every('YEAR', 2)))).toBe(100)
  expect(revenue(contract(), priced('0.5'), contract({}, { endDate: '2024-01-14' }))).toBe(456.5)
  expect(revenue()).toBe(0)
})

test('C18 is rounded once, half away from zero', () => {
  expect(revenue(priced('0.005'))).toBe(0.01)
  expect(revenue(priced('-0.005'))).toBe(-0.01)
  expect(revenue(priced('0.004'), priced('0.004'))).toBe(0.01)
  expect(revenue(priced('1', every('MONTH', 3)), priced('2', every('MONTH', 3)))).toBe(1)
  expect(
    revenue(priced('1', every('YEAR')), priced('1', every('MONTH', 3)), priced('7', every('MONTH', 12))),
  ).toBe(1)
  expect(revenue(priced('0.1'), priced('0.2'))).toBe(0.3)
})

test('only recurring contracts are recurring revenue, by frequency or by type', () => {
  const row = figures({
    contracts: [
      contract({ frequencyType: 'ONCE' }),
      contract({ frequencyType: 'PERPETUAL' }),
      contract({}, {}, { billableContract: null }),
      contract({ frequencyType: null }, {}, {}),
    ],
  })
  expect(row).toMatchObject({ monthlyRecurringRevenue: 0, unpricedContractCount: 0, activeContractCount: 4 })
  const byType = contract({ frequencyType: null })
  expect(revenue({ ...byType, contract: { ...(byType.contract as Loose), contractType: 'RECURRING' } })).toBe(
    456,
  )
})

test.each<[string, Loose]>([
  ['no price', { sellingPrice: null }],
  ['an empty price list', { sellingPrice: { details: [] } }],
  ['a price with a comma', { sellingPrice: { details: [{ value: '40,00' }] } }],
  ['no interval', { recurringContract: null }],
  ['an unknown unit', every('QUARTER')],
  ['an interval of 0', every('MONTH', 0)],
  ['an interval of 1.5', every('MONTH', 1.5)],
  ['an interval as text', every('MONTH', '1')],
  ['no quantity', { changes: [] }],
  ['a quantity that is none', { changes: [baseline('x')] }],
  ['a quantity of no known change', { changes: [baseline('5', { quantityChangeOperation: 'SET' })] }],
])('a contract with %s adds nothing and is counted', (_, billing) => {
  expect(figures({ contracts: [contract(billing), priced('10')] })).toMatchObject({
    monthlyRecurringRevenue: 10,
    unpricedContractCount: 1,
    activeContractCount: 2,
  })
})

test.each<[string, Loose[], number | null]>([
  [
    'a baseline sets, an increase adds, a decrease subtracts',
    [
      increase('5', { effectiveDate: '2023-03-01' }),
      baseline('10', { effectiveDate: '2023-01-01' }),
      decrease('2', { effectiveDate: '2023-06-01' }),
    ],
    13,
  ],
  [
    'a later baseline replaces all',
    [
      increase('5', { effectiveDate: '2023-03-01' }),
      baseline('10', { effectiveDate: '2023-04-01' }),
      increase('1', { effectiveDate: '2023-05-01' }),
    ],
    11,
  ],
  [
    'of one day the baseline comes first',
    [
      decrease('1', { effectiveDate: '2023-03-01' }),
      increase('5', { effectiveDate: '2023-03-01' }),
      baseline('10', { effectiveDate: '2023-03-01' }),
    ],
    14,
  ],
  ['no effective date is the earliest', [baseline('10', { effectiveDate: '2023-01-01' }), increase('5')], 10],
  ['an increase alone counts from nothing', [increase('5')], 5],
  ['of two baselines of a day the larger stands', [baseline('7'), baseline('3')], 7],
  ['of two baselines of a day the larger stands, in any order', [baseline('3'), baseline('7')], 7],
  ['what takes effect today applies', [baseline('10'), increase('5', { effectiveDate: '2024-01-15' })], 15],
  [
    'what takes effect tomorrow does not',
    [baseline('10'), increase('5', { effectiveDate: '2024-01-16' })],
    10,
  ],
  ['what ends today applies', [baseline('10'), increase('5', { endDate: '2024-01-15' })], 15],
  ['what has ended does not', [baseline('10'), increase('5', { endDate: '2024-01-14' })], 10],
  ['what is yet to come is unknown', [baseline('5', { effectiveDate: '2024-01-16' })], null],
])('the quantity is replayed: %s', (_, changes, quantity) => {
  const row = figures({ contracts: [priced('1', { changes })] })
  expect([row.monthlyRecurringRevenue, row.unpricedContractCount]).toEqual(
    quantity === null ? [0, 1] : [quantity, 0],
  )
})

test('C20: days to the nearest end of an active contract', () => {
  const days = (...ends: (string | null)[]) =>
    figures({ contracts: ends.map((endDate) => contract({}, { endDate })) }).daysToContractEnd
  expect(days('2024-01-16')).toBe(1)
  expect(days('2024-12-31', null, '2024-01-25', '2024-01-14')).toBe(10)
  expect(days('2024-01-15')).toBe(0)
  expect(days(null)).toBeNull()
})

const named = (name: unknown, type = 'SERVICE') =>
  contract({ changes: [] }, {}, { name, contractType: type, billableContract: null })

test('C19: declared, none, by name, by revenue, by type', () => {
  const tier = (contracts: Loose[], changes = {}) => figures({ contracts }, changes).contractTier
  expect(tier([named('Gold')], { tierByClientId: { 7: 'vip' } })).toBe('vip')
  expect(tier([named('Gold')], { tierByClientId: { 8: 'vip', 7: undefined as never } })).toBe('gold')
  expect(tier([])).toBe('none')
  expect(tier([contract({}, { endDate: '2024-01-14' }, { name: 'Gold' })])).toBe('none')
  expect(tier([named('Silver'), named('managed-GOLD: 24x7')])).toBe('gold')
  expect(tier([named('ＰＬＡＴＩＮＵＭ care'), named('gold')])).toBe('platinum')
  expect(tier([named('bronze')])).toBe('bronze')
  expect(tier([named('Golden years'), named(null)])).toBe('none')
  expect(tier([named('Goldcare'), priced('1')])).toBe('bronze')
  expect(tier([priced('9999.995')])).toBe('platinum')
  expect(tier([priced('9999.99')])).toBe('gold')
  expect(tier([priced('5000')])).toBe('gold')
  expect(tier([priced('4999.99')])).toBe('silver')
  expect(tier([priced('1500')])).toBe('silver')
  expect(tier([priced('1499.99')])).toBe('bronze')
  expect(tier([priced('600')], { thresholds: { contractTier: { silver: 500 } } })).toBe('silver')
  expect(tier([named('x', 'ONE_TIME'), named('x', 'USAGE')])).toBe('usage')
  expect(tier([named('x', 'ONE_TIME'), named('x', 'TIME_AND_MATERIAL')])).toBe('timeAndMaterial')
  expect(tier([named('x', 'ONE_TIME')])).toBe('oneTime')
  expect(tier([named('x')])).toBe('none')
  expect(figures({}, { tierByClientId: { 7: 'vip' } }).contractTier).toBeNull()
})

const invoice = (totalAmount: string, fields: Loose = {}): Loose => ({
  client,
  statusEnum: 'APPROVED',
  invoiceDate: '2024-01-10',
  totalAmount,
  ...fields,
})

test('C21: invoices of the period without their tax', () => {
  const taxes = [{ taxAmount: '12.50' }, { taxAmount: '7.50' }, { taxAmount: 'x' }, null]
  const amount = (...invoices: Loose[]) => figures({ invoices }).invoicedAmount
  expect(amount(invoice('120.00', { taxes }))).toBe(100)
  expect(amount(invoice('120,00', { taxes }))).toBe(0)
  expect(amount(invoice('1', { statusEnum: 'PAID' }), invoice('2', { statusEnum: 'OVERDUE' }))).toBe(3)
  expect(amount(invoice('1', { statusEnum: 'DRAFT' }), invoice('2', { statusEnum: 'VOID' }))).toBe(0)
  expect(
    amount(invoice('1', { invoiceDate: '2024-01-01' }), invoice('2', { invoiceDate: '2024-01-31' })),
  ).toBe(3)
  expect(
    amount(invoice('1', { invoiceDate: '2023-12-31' }), invoice('2', { invoiceDate: '2024-02-01' })),
  ).toBe(0)
  expect(amount(invoice('1', { invoiceDate: '2024-01-10T00:00' }))).toBe(0)
  expect(amount(invoice('0.005'), invoice('0.005'))).toBe(0.01)
})

test('an invoice is of the local midnight of its date', () => {
  const period = { from: '2024-01-01', to: '2024-02-01', kind: 'month' } as const
  const first = invoice('5', { invoiceDate: '2024-01-01' })
  expect(figures({ invoices: [first] }, { period, reportTimeZone: 'America/New_York' }).invoicedAmount).toBe(
    5,
  )
  expect(
    figures(
      { invoices: [first] },
      { reportTimeZone: 'Asia/Tokyo', period: { from: january.from, to: january.to } },
    ).invoicedAmount,
  ).toBe(0)
})

test('C22 and C23: what is outstanding, and the part of it that is overdue', () => {
  const row = figures({
    invoices: [
      invoice('700', { dueDate: '2024-01-15' }),
      invoice('200', { dueDate: null, invoiceDate: '2020-01-01', taxes: [{ taxAmount: '20' }] }),
      invoice('100', { dueDate: '2024-01-14' }),
      invoice('200', { statusEnum: 'OVERDUE', dueDate: '2024-02-01' }),
      invoice('1000', { paymentDate: '2024-01-11' }),
      invoice('1000', { statusEnum: 'PAID' }),
      invoice('1000', { statusEnum: 'DRAFT' }),
    ],
  })
  expect([row.outstandingAmount, row.overdueAmountRatio]).toEqual([1200, 0.25])
  const paid = figures({ invoices: [invoice('1', { statusEnum: 'PAID' })] })
  expect([paid.outstandingAmount, paid.overdueAmountRatio]).toEqual([0, null])
})

const tickets = [{ client, ticketId: '1', status: 'Open', createdTime: '2024-01-02T00:00:00' }]
const entry = (qty: string, fields: Loose = {}): Loose => ({
  qty,
  billDateTime: '2024-01-10T10:00:00',
  workItem: { workId: '1' },
  technician: { userId: 't' },
  ...fields,
})
const other = { technician: { userId: 'u' } }

test('C24: hours times the cost of whoever worked', () => {
  const cost = (changes: Partial<MetricsContext>, ...worklogs: Loose[]) =>
    figures({ tickets, worklogs }, changes).laborCost
  const costs = { hourlyCostByTechnicianId: { t: 45, u: 0.1 } }
  expect(cost(costs, entry('4'))).toBe(180)
  expect(
    cost(costs, entry('4'), entry('0.5', other), entry('1', { billDateTime: '2023-12-31T00:00:00' })),
  ).toBe(180.05)
  expect(cost({ ...costs, defaultHourlyCost: 10 }, entry('4'), entry('2', { technician: null }))).toBe(200)
  expect(cost(costs, entry('4'), entry('2', { technician: null }))).toBeNull()
  expect(cost({}, entry('4'))).toBeNull()
  expect(cost({})).toBe(0)
  expect(cost({ defaultHourlyCost: 1e-7 }, entry('50000'), entry('50000', other))).toBe(0.01)
  expect(cost({ defaultHourlyCost: 1e21 }, entry('2'))).toBe(2e21)
  expect(cost({ defaultHourlyCost: 1e308 }, entry('10'))).toBeNull()
})

test('C25 and C26: margin, and what an hour brought in', () => {
  const data = {
    tickets,
    invoices: [invoice('1000')],
    worklogs: [entry('8'), entry('2', other)],
  }
  const costs = { hourlyCostByTechnicianId: { t: 45, u: 20 }, hardCostByClientId: { 7: 100 } }
  expect(figures(data, costs)).toMatchObject({
    laborCost: 400,
    grossMarginRatio: 0.5,
    grossMarginCategory: 'good',
    effectiveHourlyRate: 90,
  })
  expect(figures(data, { defaultHourlyCost: 60 })).toMatchObject({
    grossMarginRatio: 0.4,
    effectiveHourlyRate: 100,
  })
  expect(figures({ ...data, invoices: [] }, costs)).toMatchObject({
    grossMarginRatio: null,
    effectiveHourlyRate: -10,
  })
  expect(figures(data)).toMatchObject({
    grossMarginRatio: null,
    grossMarginCategory: null,
    effectiveHourlyRate: 100,
  })
  expect(figures({ ...data, worklogs: [] })).toMatchObject({ grossMarginRatio: 1, effectiveHourlyRate: null })
  expect(figures({ tickets, worklogs: data.worklogs }, costs).effectiveHourlyRate).toBeNull()
  expect(figures({ invoices: data.invoices }, costs)).toMatchObject({
    grossMarginRatio: null,
    effectiveHourlyRate: null,
  })
})

test.each([
  [50, 'good'],
  [51, 'fair'],
  [60, 'fair'],
  [61, 'poor'],
])('a cost of %i of 100 is a margin that is %s', (defaultHourlyCost, category) => {
  const data = { tickets, invoices: [invoice('100')], worklogs: [entry('1')] }
  expect(figures(data, { defaultHourlyCost }).grossMarginCategory).toBe(category)
})

test.each([
  ['800', 0.8, 'sound'],
  ['799', 0.799, 'underpriced'],
  ['1200', 1.2, 'sound'],
  ['1500', 1.5, 'sound'],
  ['1501', 1.501, 'overpriced'],
])('C27: a contract of %s against 10 hours at 100 is %d, %s', (price, efficiency, category) => {
  const covered = { status: 'UNDER_CONTRACT' }
  const data = {
    tickets,
    contracts: [priced(price)],
    worklogs: [
      entry('6', covered),
      entry('4', covered),
      entry('9'),
      entry('9', { ...covered, billDateTime: '2024-01-16T00:00:00' }),
    ],
  }
  expect(figures(data, { standardHourlyRate: 100 })).toMatchObject({
    agreementEfficiencyRatio: efficiency,
    agreementEfficiencyCategory: category,
  })
})

test('C27 is null without hours, rate, contracts or worklogs, and takes revenue unrounded, per month', () => {
  const worklogs = [entry('10', { status: 'UNDER_CONTRACT' })]
  const ratio = (data: LooseData, changes: Partial<MetricsContext> = { standardHourlyRate: 100 }) =>
    figures({ tickets, contracts: [priced('0.004')], worklogs, ...data }, changes).agreementEfficiencyRatio
  expect(ratio({})).toBe(0.004 / 1000)
  const quarter = { from: '2023-11-01T00:00:00Z', to: '2024-02-01T00:00:00Z', kind: 'month' } as const
  expect(ratio({}, { standardHourlyRate: 100, period: quarter })).toBe(0.012 / 1000)
  expect(ratio({ worklogs: [entry('10')] })).toBeNull()
  expect(ratio({}, {})).toBeNull()
  expect(ratio({}, { standardHourlyRate: 0 })).toBeNull()
  expect(ratio({ contracts: undefined })).toBeNull()
  expect(ratio({ worklogs: undefined })).toBeNull()
})

test('C28: billable work on no invoice once the grace is over, product lines included', () => {
  const old = { billDateTime: '2023-12-16T11:59:59', billable: true, unitPrice: '90', status: 'PENDING' }
  const amount = (...worklogs: Loose[]) =>
    figures({ tickets, worklogs, serviceItems: [] }).unbilledBillableAmount
  expect(amount(entry('1.5', old))).toBe(135)
  expect(
    amount(entry('1.5', { ...old, status: 'APPROVED' }), entry('1', { ...old, unitPrice: '0.005' })),
  ).toBe(135.01)
  expect(amount(entry('1.5', { ...old, billDateTime: '2023-12-16T12:00:00' }))).toBe(0)
  expect(amount(entry('1.5', { ...old, billable: false }))).toBe(0)
  expect(amount(entry('1.5', { ...old, status: 'INVOICED' }))).toBe(0)
  expect(
    amount(
      entry('-1.5', old),
      entry('1', { ...old, unitPrice: null }),
      entry('1', { ...old, billDateTime: null }),
    ),
  ).toBe(0)
  expect(
    figures(
      { tickets, worklogs: [entry('1', { ...old, billDateTime: '2024-01-15T11:59:59' })] },
      { leakageGraceDays: 0 },
    ).unbilledBillableAmount,
  ).toBe(90)
})

test('a worklog on no invoice without price is a leak', () => {
  const leak = { billable: true, status: 'PENDING', unitPrice: null }
  const worklogs = [
    entry('1', leak),
    entry('1', { ...leak, status: 'INVOICED' }),
    entry('1', { ...leak, billable: false }),
    entry('1', { ...leak, unitPrice: '1' }),
  ]
  expect(figures({ tickets, worklogs })).toMatchObject({ hasUnpricedWorklog: true, unpricedWorklogCount: 1 })
  expect(figures({ tickets, worklogs: [] })).toMatchObject({
    hasUnpricedWorklog: false,
    unpricedWorklogCount: 0,
  })
})

test('a recurring contract without invoice for more than two intervals is a leak', () => {
  const leaks = (billing: Loose, startDate: string, ...invoices: Loose[]) => {
    const row = figures({ contracts: [contract(billing, { startDate })], invoices })
    expect(row.hasUninvoicedContract).toBe(row.uninvoicedContractCount !== 0)
    return row.uninvoicedContractCount
  }
  expect(leaks({}, '2023-11-15')).toBe(1)
  expect(leaks({}, '2023-11-16')).toBe(0)
  expect(leaks(every('WEEK', 2), '2023-12-18')).toBe(0)
  expect(leaks(every('WEEK', 2), '2023-12-17')).toBe(1)
  expect(leaks(every('DAY'), '2024-01-13')).toBe(0)
  expect(leaks(every('DAY'), '2024-01-12')).toBe(1)
  expect(leaks(every('YEAR'), '2022-01-15')).toBe(0)
  expect(leaks(every('YEAR'), '2022-01-14')).toBe(1)
  expect(
    leaks(
      {},
      '2020-01-01',
      invoice('1', { invoiceDate: '2023-12-01' }),
      invoice('1', { invoiceDate: '2023-01-01' }),
    ),
  ).toBe(0)
  expect(leaks({}, '2020-01-01', invoice('1', { invoiceDate: '2023-12-01', statusEnum: 'DRAFT' }))).toBe(1)
  expect(leaks({ recurringContract: null }, '2020-01-01')).toBe(0)
  expect(leaks({ frequencyType: 'ONCE' }, '2020-01-01')).toBe(0)
})

test('endpoints beyond the contracted quantity are a leak', () => {
  const assets = Array.from({ length: 15 }, () => ({ client }))
  const excess = (...contracts: Loose[]) => {
    const { hasUncontractedEndpoint, uncontractedEndpointCount } = figures({ assets, contracts })
    return [hasUncontractedEndpoint, uncontractedEndpointCount]
  }
  expect(excess(contract())).toEqual([true, 3])
  expect(excess(contract(), priced('1'), contract({ frequencyType: 'ONCE' }))).toEqual([true, 2])
  expect(excess(contract(), contract())).toEqual([false, 0])
  expect(excess(contract({ changes: [] }))).toEqual([null, null])
  expect(figures({ assets }).uncontractedEndpointCount).toBeNull()
  expect(figures({ contracts: [contract()] }).uncontractedEndpointCount).toBeNull()
})

test('a block of prepaid work below zero is a leak', () => {
  const blocks = (...balances: (string | null)[]) =>
    contract({ blockItemsInfo: balances.map((balance) => ({ balance })) })
  const count = (...contracts: Loose[]) => {
    const { hasOverdrawnBlock, overdrawnBlockCount } = figures({ contracts })
    return [hasOverdrawnBlock, overdrawnBlockCount]
  }
  expect(count(blocks('-0.5', '0', '3', null), blocks('-1'))).toEqual([true, 2])
  expect(count(blocks('0'))).toEqual([false, 0])
})
