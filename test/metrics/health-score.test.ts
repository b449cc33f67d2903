import {
  type ClientMetrics,
  clientMetrics,
  type MetricsContext,
  type MetricsData,
} from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const period = { from: '2024-01-01T00:00:00Z', to: '2024-02-01T00:00:00Z', kind: 'month' } as const
const ctx: MetricsContext = { now: '2024-02-01T00:00:00Z', period }
const client = { accountId: '7' }

type Loose = Readonly<Record<string, unknown>>
type LooseData = { readonly [Name in keyof MetricsData]?: unknown }

const figures = (data: LooseData, changes: Partial<MetricsContext> = {}): ClientMetrics =>
  clientMetrics('7', data as MetricsData, { ...ctx, ...changes })
const many = (count: number, record: Loose): Loose[] => Array.from({ length: count }, () => record)
const machine = { client, source: 'INTEGRATION' }
const resolved = { ...machine, status: 'Resolved', resolutionTime: '2024-01-10T12:00:00' }
const met = { ...resolved, createdTime: '2024-01-10T10:00:00', resolutionDueTime: '2024-01-10T12:00:00' }
const late = { ...met, resolutionDueTime: '2024-01-10T11:00:00' }
const invoice = (statusEnum: string, totalAmount: string) => ({
  client,
  statusEnum,
  totalAmount,
  invoiceDate: '2024-01-10',
})
const contract = (endDate: string | null) => ({
  client,
  contractStatus: 'ACTIVE',
  startDate: '2023-01-01',
  endDate,
  contract: {},
})

const open = (createdTime: string, fields: Loose = {}) => ({
  ...machine,
  status: 'Open',
  createdTime,
  ...fields,
})

test('parts half way between worst and best are a score of 50, watch', () => {
  const { healthScore, healthBand, healthScoreParts } = figures(
    {
      tickets: [
        ...many(84, met),
        ...many(16, late),
        ...many(3, open('2023-06-01T00:00:00')),
        ...many(15, open('2024-01-20T00:00:00')),
        ...many(2, open('2024-01-03T00:00:00')),
        { client, source: 'EMAIL', status: 'Cancelled', createdTime: '2023-12-11T00:00:00' },
      ],
      // 117 of the tickets are of January; the limit below moves 1.17 to the middle.
      assets: many(100, { client }),
      invoices: [invoice('APPROVED', '900'), invoice('OVERDUE', '300')],
      contracts: [contract('2024-05-16')],
    },
    { thresholds: { healthScore: { parts: { ticketsPerEndpoint: { worst: 2.04 } } } } },
  )
  expect(healthScoreParts).toEqual({
    resolutionSlaCompliance: { value: 0.84, scaled: expect.closeTo(0.5, 12), weight: 0.3 },
    ticketsPerEndpoint: { value: 1.17, scaled: expect.closeTo(0.5, 12), weight: 0.2 },
    engagementDays: { value: 52, scaled: 0.5, weight: 0.15 },
    overdueAmount: { value: 0.25, scaled: 0.5, weight: 0.15 },
    agedBacklog: { value: 0.15, scaled: 0.5, weight: 0.1 },
    contractDays: { value: 105, scaled: 0.5, weight: 0.1 },
  })
  expect([healthScore, healthBand]).toEqual([50, 'watch'])
})

test('1.15 tickets per endpoint are half way between 2.0 and 0.3', () => {
  const { healthScoreParts } = figures({ tickets: many(115, met), assets: many(100, { client }) })
  expect(healthScoreParts.ticketsPerEndpoint).toEqual({
    value: 1.15,
    scaled: expect.closeTo(0.5, 12),
    weight: 0.2,
  })
})

const value = (data: LooseData, changes: Partial<MetricsContext> = {}) => {
  const { healthScoreParts: parts, healthScore } = figures(data, changes)
  return {
    score: healthScore,
    known: Object.entries(parts).flatMap(([name, { value, scaled }]) =>
      value === null ? [] : [[name, value, scaled]],
    ),
  }
}

test('nothing outstanding and nothing open are as good as can be', () => {
  expect(value({ tickets: [], invoices: [] })).toEqual({
    score: null,
    known: [
      ['overdueAmount', 0, 1],
      ['agedBacklog', 0, 1],
    ],
  })
})

test('no active contract is worth nothing, one without end everything', () => {
  expect(value({ contracts: [] }).known).toEqual([['contractDays', 0, 0]])
  expect(value({ contracts: [contract(null)] }).known).toEqual([['contractDays', 180, 1]])
  expect(value({ contracts: [contract(null), contract('2024-03-02')] }).known).toEqual([
    ['contractDays', 30, 0],
  ])
  expect(value({ contracts: [contract('2025-03-02')] }).known).toEqual([['contractDays', 395, 1]])
})

test('under half the weight known there is no score, from half on weights of unknown parts are dropped', () => {
  const compliance = { tickets: many(1, met) }
  // 0.30 + 0.10: compliance and backlog
  expect(value(compliance).score).toBeNull()
  // 0.30 + 0.10 + 0.10
  expect(value({ ...compliance, contracts: [] })).toMatchObject({ score: 80 })
  expect(
    value({ ...compliance, contracts: [] }, { thresholds: { healthScore: { minimumWeight: 0.51 } } }).score,
  ).toBeNull()
})

test('CSAT is a part only when there are answers, and then counts into the weight', () => {
  const data = { tickets: many(1, met), contracts: [] }
  const csatByClientId = { 7: [5, 5, 5, 1] }
  const row = figures(data, { csatByClientId })
  expect(row.healthScoreParts.csat).toEqual({ value: 0.75, scaled: expect.closeTo(0.2, 12), weight: 0.2 })
  // (0.3 × 1 + 0.1 × 1 + 0.1 × 0 + 0.2 × 0.2) ÷ 0.7
  expect(row.healthScore).toBe(62.86)
  expect(Object.keys(figures(data).healthScoreParts)).not.toContain('csat')
  // 0.4 of 1.2 without contracts: 0.3 + 0.1 + 0.2 is half of it, 0.15 + 0.1 + 0.2 is less.
  expect(figures({ tickets: many(1, met) }, { csatByClientId }).healthScore).toBe(73.33)
  expect(figures({ tickets: [], invoices: [] }, { csatByClientId }).healthScore).toBeNull()
})

test.each([
  [70, 'healthy'],
  [69.99, 'watch'],
  [40, 'watch'],
  [39.99, 'atRisk'],
])('a score of %d is %s', (score, band) => {
  const anchors = { worst: 0, best: 1 }
  const parts = { resolutionSlaCompliance: { weight: 1, ...anchors }, agedBacklog: { weight: 0 } }
  const zero = {
    ticketsPerEndpoint: { weight: 0 },
    engagementDays: { weight: 0 },
    overdueAmount: { weight: 0 },
  }
  const scored = { ...parts, ...zero, contractDays: { weight: 0 } }
  const metCount = Math.round(score * 100)
  const row = figures(
    { tickets: [...many(metCount, met), ...many(10_000 - metCount, late)] },
    { thresholds: { healthScore: { parts: scored } } },
  )
  expect([row.healthScore, row.healthBand]).toEqual([score, band])
})
