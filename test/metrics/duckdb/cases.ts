import { type MetricsContext, type MetricsData, portfolio } from '@superhack/superops/metrics'
import { berlinOffice, type Dataset, holidaysByListId, nightShift } from './dataset.js'

/** None is the usual one. */
const otherThresholds: NonNullable<MetricsContext['thresholds']> = {
  ageBucketDays: [2, 5, 10, 20, 45],
  slaRiskLevel: { watch: 0.3, atRisk: 0.6, critical: 0.8 },
  resolutionCategory: { excellent: 0.3, good: 0.6, acceptable: 0.9, late: 2 },
  overrunSeverityMinutes: { minor: 30, moderate: 600, major: 3000 },
  complianceCategory: { excellent: 0.9, good: 0.7, fair: 0.5 },
  utilizationCategory: { under: 0.05, low: 0.1, healthy: 0.2, high: 0.4 },
  killRateCategory: { growing: 0.5, shrinking: 0.8 },
  agreementEfficiencyCategory: { underpriced: 0.5, overpriced: 3 },
  grossMarginCategory: { good: 0.7, fair: 0.2 },
  activityLevel: { dormantDays: 5, normal: 0.5, high: 2, veryHigh: 5 },
  agedBacklogDays: 12,
  contractTier: { platinum: 4000, gold: 900, silver: 300 },
  revenueClass: { a: 0.5, b: 0.75 },
  productivityBand: { high: 60, solid: 45, developing: 30 },
  healthBand: { healthy: 55, watch: 35 },
  performanceCategory: { excellent: 70, good: 55, fair: 35 },
  skillLevel: { l2: 30, l3: 50, l4: 60 },
  complexityWeight: {
    priority: { 1: 3, 2: 2.25, 3: 1.25, 4: 0.5, none: 0.875 },
    requestType: { INCIDENT: 1.5, SERVICE_REQUEST: 0.5, other: 0.9 },
  },
  productivityScore: {
    minimumWeight: 0.4,
    parts: {
      reopenRatio: { weight: 0.25, worst: 0.3, best: 0 },
      utilization: { weight: 0.1, below: 0.01, low: 0.1, high: 0.3, above: 0.6 },
      timeEntryCoverage: { weight: 0.05 },
    },
  },
  skillScore: { minimumWeight: 0.5, parts: { breadth: { weight: 0.1, worst: 0, best: 4 } } },
  healthScore: {
    minimumWeight: 0.3,
    parts: { csat: { weight: 0.4, best: 0.8 }, agedBacklog: { worst: 0.9 } },
  },
  performanceScore: { minimumWeight: 0.3, parts: { killRate: { weight: 0.3, worst: 0.1, best: 2 } } },
}

export type Case = readonly [name: string, data: MetricsData, ctx: MetricsContext]

/** Settings that differ in everything that figures depend on; of some data only a part. */
export function casesOf({ data, now }: Dataset): readonly Case[] {
  const without = (...names: (keyof MetricsData)[]): MetricsData =>
    Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name as keyof MetricsData)))
  const each = <Value>(ids: readonly string[], value: (at: number) => Value) =>
    Object.fromEntries(ids.map((id, at) => [id, value(at)]))
  const technicians = (data.technicians ?? []).map(({ userId }) => String(userId)).slice(0, 6)
  const clients = (data.clients ?? []).map(({ accountId }) => String(accountId)).slice(1, 9)
  return [
    [
      'everything known, settings as they are',
      data,
      { now, defaultSchedule: berlinOffice, holidaysByListId, defaultHourlyCost: 38 },
    ],
    [
      'times and settings of elsewhere',
      without('serviceItems'),
      {
        now,
        sourceTimeZone: 'Europe/Berlin',
        reportTimeZone: 'America/New_York',
        period: { from: '2025-03-01T00:00', to: '2025-04-01T00:00', kind: 'month' },
        clockSkewMinutes: 150,
        statusMap: { 'PARKED  somewhere': 'paused', 'Waiting on Customer': 'open' },
        priorityMap: { whenever: 4, high: 1 },
        slaSource: 'timestamps',
        slaTarget: 0.8,
        resolutionCountsAsResponse: false,
        fcrRule: 'oneBusinessHour',
        holidaysByListId,
        scheduleBySiteId: { 404: nightShift },
        scheduleByTechnicianId: each(technicians, (at) => (at % 2 === 0 ? nightShift : berlinOffice)),
        timeOffHoursByTechnicianId: each(technicians, (at) => at * 7.5),
        declaredSkillLevelByUserId: each(technicians.slice(0, 2), () => 'L7'),
        minResolvedForScore: 3,
        minResolvedForSkill: 2,
        shrinkageK: 4,
        hourlyCostByTechnicianId: each(technicians, (at) => 30 + at * 7.35),
        defaultHourlyCost: 41.5,
        standardHourlyRate: 95,
        hardCostByClientId: each(clients, (at) => at * 120.55),
        tierByClientId: each(clients.slice(0, 3), (at) => `tier ${at}`),
        csatByClientId: each(clients, (at) => [5, 4, 3, 1 + (at % 5), 5]),
        npsByClientId: each(clients, (at) => [10, 9, 8, 7, at, 6, 0]),
        leakageGraceDays: 12,
        previousPortfolio: portfolio(data, { now: '2024-12-01T00:00:00Z' }),
        engagementExcludedSources: ['email', 'AI'],
        staleMinutesByRank: { 1: 90, 2: 3000, 3: 5000.5, 4: 20_000, none: 100, paused: 2000 },
        thresholds: otherThresholds,
      },
    ],
    [
      'little known, on the calendar clock',
      without(
        'worklogs',
        'conversationsByTicketId',
        'statusHistoryByTicketId',
        'sites',
        'technicians',
        'clients',
      ),
      {
        now,
        sourceTimeZone: 'Australia/Lord_Howe',
        reportTimeZone: 'Asia/Kolkata',
        period: { from: '2025-02-10T00:00:00Z', to: '2025-04-07T12:34:56.789Z' },
        clockSkewMinutes: 0,
        slaClock: 'calendar',
        defaultSchedule: nightShift,
      },
    ],
  ]
}
