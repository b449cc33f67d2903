import {
  allClientMetrics,
  type MetricsContext,
  type MetricsData,
  portfolio,
} from '@superhack/superops/metrics'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.js'

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}

const ctx: MetricsContext = deepFreeze({
  now: '2024-02-01T00:00:00Z',
  reportTimeZone: 'America/New_York',
  defaultHourlyCost: 33.3,
  standardHourlyRate: 90,
  hardCostByClientId: { a: 12.5 },
  defaultSchedule: { timeZone: 'UTC', windows: [{ day: 'MONDAY', start: '09:00', end: '17:00' }] },
})

const oneOf = fc.constantFrom
const instant = oneOf(
  '2023-12-15T10:00:00',
  '2024-01-10T10:00:00',
  '2024-01-31T23:30:00',
  '2024-02-30T00:00',
  null,
)
const day = oneOf('2023-06-01', '2024-01-10', '2024-01-31', '2025-01-01', '2024-02-30', null)
const amount = oneOf('1.005', '0', '250', '-3', '1,5', null)
const client = oneOf({ accountId: 'a' }, { accountId: 'b' }, { accountId: '__proto__' }, null)

const likely: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  tickets: fc.record({
    ticketId: oneOf('1', '2', '3'),
    client,
    status: oneOf('Open', 'Resolved', 'Spam', null),
    requestType: oneOf('Incident', null),
    source: oneOf('EMAIL', 'INTEGRATION'),
    createdTime: instant,
    resolutionTime: instant,
    resolutionDueTime: instant,
  }),
  worklogs: fc.record({
    qty: amount,
    unitPrice: amount,
    billable: fc.boolean(),
    status: oneOf('PENDING', 'UNDER_CONTRACT', 'INVOICED'),
    billDateTime: instant,
    technician: oneOf(null, { userId: 't' }),
    workItem: oneOf({ workId: '1' }, { workId: '3', module: 'TICKET' }, null),
  }),
  invoices: fc.record({
    client,
    statusEnum: oneOf('APPROVED', 'PAID', 'OVERDUE', 'DRAFT'),
    invoiceDate: day,
    dueDate: day,
    paymentDate: day,
    totalAmount: amount,
    taxes: oneOf(null, [{ taxAmount: '0.25' }, null]),
  }),
  contracts: fc.record({
    client,
    contractStatus: oneOf('ACTIVE', 'DRAFT'),
    startDate: day,
    endDate: day,
    contract: fc.record({
      name: oneOf('Gold', 'x', null),
      billableContract: fc.record({
        frequencyType: oneOf('RECURRING', 'ONCE'),
        discountRate: amount,
        sellingPrice: fc.record({ details: fc.array(fc.record({ value: amount }), { maxLength: 2 }) }),
        recurringContract: fc.record({
          frequencyDurationUnit: oneOf('MONTH', 'YEAR', 'WEEK', 'DAY', 'X'),
          frequencyInterval: oneOf(1, 3, 7, 0, null),
        }),
        changes: fc.array(
          fc.record({
            effectiveDate: day,
            endDate: day,
            quantity: amount,
            quantityChangeOperation: oneOf('BASELINE', 'INCREASE', 'DECREASE'),
          }),
          { maxLength: 3 },
        ),
        blockItemsInfo: fc.array(fc.record({ balance: amount }), { maxLength: 2 }),
      }),
    }),
  }),
  assets: fc.record({ client, assetId: oneOf('1', '2') }),
  alerts: fc.record({ asset: oneOf({ assetId: '1' }, null), createdTime: instant }),
}

const dataOf = (records: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.record(
    Object.fromEntries(
      Object.entries(records).map(([name, record]) => [name, fc.array(record, { maxLength: 6 })]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, unknown[]>>

const all = (data: Readonly<Record<string, unknown>>) => ({
  clients: allClientMetrics(data as MetricsData, ctx),
  portfolio: portfolio(data as MetricsData, ctx),
})

test('the order of records does not matter, of changes within a contract neither, and nothing is written to', () => {
  const turned = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value) && value.some((item) => item !== null && 'value' in item)) return value
    if (Array.isArray(value)) return value.map(turned).reverse()
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, turned(inner)]))
  }
  // Tickets and assets of one id stay in order: the first of them counts.
  const unique = (records: unknown[] | undefined, id: string) =>
    records?.map((record, at) => ({ ...(record as object), [id]: String(at + 1) }))
  fc.assert(
    fc.property(dataOf(likely), (raw) => {
      const { tickets, assets, ...rest } = raw
      const data = {
        ...rest,
        ...(tickets && { tickets: unique(tickets, 'ticketId') }),
        ...(assets && { assets: unique(assets, 'assetId') }),
      }
      expect(JSON.stringify(all(deepFreeze(turned(data)) as Record<string, unknown>))).toBe(
        JSON.stringify(all(deepFreeze(data))),
      )
    }),
    { numRuns: runs(3000) },
  )
})

test('counts and amounts of a portfolio are the sums of its clients, its ratios lie among theirs', () => {
  fc.assert(
    fc.property(dataOf(likely), (data) => {
      const { clients, portfolio: whole } = all(data)
      const open = clients.reduce((sum, row) => sum + (row.openTicketCount ?? 0), 0)
      expect(whole.openTicketCount ?? 0).toBe(open)
      const revenue = clients.reduce((sum, row) => sum + (row.monthlyRecurringRevenue ?? 0), 0)
      expect(whole.totalMonthlyRecurringRevenue ?? 0).toBeCloseTo(revenue, 6)
      for (const name of ['killRate', 'resolutionSlaComplianceRatio', 'agedBacklogRatio'] as const) {
        if (
          name === 'killRate' &&
          clients.some((row) => row.killRate === null && row.ticketsResolvedCount !== 0)
        )
          continue
        const ratios = clients.flatMap((row) => row[name] ?? [])
        const pooled = whole[name]
        expect(pooled === null).toBe(ratios.length === 0)
        if (pooled === null) continue
        expect(pooled).toBeGreaterThanOrEqual(Math.min(...ratios) - 1e-12)
        expect(pooled).toBeLessThanOrEqual(Math.max(...ratios) + 1e-12)
      }
    }),
    { numRuns: runs(3000) },
  )
})

/** Every number finite, nothing undefined, and the same after JSON. */
function expectPlain(value: unknown): void {
  const numbers: number[] = []
  const text = JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === 'number') numbers.push(inner)
    if (inner === undefined) throw new Error('undefined in a result')
    return inner
  })
  expect(numbers.filter((number) => !Number.isFinite(number))).toEqual([])
  expect(JSON.parse(text)).toEqual(value)
}

const wild = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    1e308,
    -0,
    '9'.repeat(40),
    '9'.repeat(32),
    '0000-00-00',
    '2024-13-01T00:00',
    '__proto__',
    [],
    {},
  ),
)
/** Likely records of which some field, at any depth, was replaced by anything. */
const broken = (record: fc.Arbitrary<unknown>) =>
  fc.tuple(record, fc.nat(), wild).map(([value, at, replacement]) => {
    let count = 0
    const replace = (inner: unknown): unknown => {
      count += 1
      if (count === (at % 16) + 1) return replacement
      if (typeof inner !== 'object' || inner === null) return inner
      if (Array.isArray(inner)) return inner.map(replace)
      return Object.fromEntries(Object.entries(inner).map(([name, field]) => [name, replace(field)]))
    }
    return replace(value)
  })

test('whatever the records hold, nothing throws and every figure is finite or null', () => {
  const records = Object.fromEntries(Object.entries(likely).map(([name, record]) => [name, broken(record)]))
  fc.assert(
    fc.property(dataOf(records), (data) => expectPlain(all(data))),
    { numRuns: runs(5000) },
  )
})

test('huge amounts are no numbers of a result', () => {
  const huge = '9'.repeat(32)
  const contract = {
    client: { accountId: 'a' },
    contractStatus: 'ACTIVE',
    startDate: '2023-01-01',
    contract: {
      billableContract: {
        frequencyType: 'RECURRING',
        sellingPrice: { details: [{ value: huge }] },
        recurringContract: { frequencyDurationUnit: 'DAY', frequencyInterval: Number.MAX_SAFE_INTEGER },
        changes: [{ quantity: huge, quantityChangeOperation: 'BASELINE' }],
      },
    },
  }
  const contracts = Array.from({ length: 40 }, (_, at) => ({
    ...contract,
    contract: {
      billableContract: {
        ...contract.contract.billableContract,
        recurringContract: { frequencyDurationUnit: 'DAY', frequencyInterval: Number.MAX_SAFE_INTEGER - at },
      },
    },
  }))
  expectPlain(all({ contracts }))
})
