import { type MetricsContext, type MetricsData, portfolio } from '@superhack/superops/metrics'
import { berlinOffice, type Dataset, holidaysByListId, nightShift } from './dataset.js'

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
