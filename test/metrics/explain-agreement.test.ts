import {
  clientMetricsCatalogue,
  type ExplainSubject,
  explain,
  indexMetricsData,
  type MetricDefinition,
  type MetricsContext,
  type MetricsData,
  portfolioCatalogue,
  serviceDelivery,
  serviceDeliveryCatalogue,
  slaClockMetricsCatalogue,
  slaMetrics,
  slaMetricsCatalogue,
  technicianMetricsCatalogue,
  ticketMetricsCatalogue,
} from '@superhack/superops/metrics'
import { expect, test } from 'vitest'
import { ctx as mockCtx, mockData } from './mock-figures.js'

const ctx: MetricsContext = {
  now: '2024-03-01T00:00:00Z',
  scheduleBySiteId: { s: { timeZone: 'UTC', working24x7: true, windows: [] } },
}
const client = { accountId: '7' }
const technician = { userId: 't' }
const statuses = ['Open', 'On Hold', 'Resolved', 'Spam', null]
const created = ['2024-02-10T10:00:00', null, '2024-01-10T10:00:00', '2023-06-01T10:00:00']
const answered = [null, '2024-02-11T10:00:00', '2024-01-05T10:00:00']
const done = [null, '2024-02-12T10:00:00', '2024-01-12T10:00:00']
const dues = [null, '2024-02-11T12:00:00', '2024-01-05T12:00:00', '2024-03-02T00:00:00']
const histories = [undefined, [], [{ at: '2024-02-11T00:00:00', status: 'On Hold' }]]
const conversations = [
  undefined,
  [],
  [{ conversationId: 'm1', type: 'REQ_REPLY', time: '2024-02-20T10:00:00' }],
  [{ conversationId: 'm2', type: 'TECH_REPLY', time: '2024-02-11T10:00:00' }],
]

/** Every pair of answers to two questions, the others in turn. */
const tickets = statuses.flatMap((status, a) =>
  created.flatMap((createdTime, b) =>
    done.flatMap((resolutionTime, c) =>
      [0, 1, 2, 3].map((d) => ({
        ticketId: `${a}${b}${c}${d}`,
        client: d === 3 && c === 2 ? null : client,
        technician,
        site: (a + b + d) % 3 === 0 ? null : { id: 's' },
        status,
        createdTime,
        resolutionTime,
        firstResponseTime: answered[(b + c + d) % 3],
        firstResponseDueTime: dues[(a + d) % 4],
        resolutionDueTime: dues[d],
        category: (b + d) % 2 === 0 ? 'Mail' : ' ',
        source: (c + d) % 2 === 0 ? 'EMAIL' : 'INTEGRATION',
        worklogTimespent: (a + c) % 2 === 0 ? '30' : null,
      })),
    ),
  ),
)
const pick = <Value>(values: readonly (Value | undefined)[], at: number) =>
  Object.fromEntries(
    tickets.flatMap(({ ticketId }, place) => {
      const value = values[(place + at) % values.length]
      return value === undefined ? [] : [[ticketId, value]]
    }),
  )
const varied = JSON.parse(
  JSON.stringify({
    tickets,
    clients: [client],
    technicians: [technician],
    statusHistoryByTicketId: pick(histories, 0),
    conversationsByTicketId: pick(conversations, 1),
  }),
) as MetricsData
const worked: MetricsData = {
  ...varied,
  worklogs: tickets.flatMap(({ ticketId }, at) =>
    at % 3 === 0
      ? []
      : [{ itemId: `w${at}`, workItem: { workId: ticketId }, qty: at % 3 === 1 ? '1' : '-1' }],
  ),
}

/** There, or not, whatever there is to count; made of two populations. */
const apart = new Set(['priorityRank', 'flowEfficiencyRatio'])
/** Counts are of what their population holds: none is 0, not known is null. */
const counts = new Set([
  'techReplyCount',
  'requesterReplyCount',
  'openTicketCount',
  'ticketsCreatedCount',
  'ticketsResolvedCount',
  'endpointCount',
  'activeContractCount',
  'clientCount',
  'ticketsCreatedCount',
  'ticketsResolvedCount',
  'backlogAtEndCount',
  'undatedResolvedCount',
  'alertCount',
  'evaluatedCount',
  'metCount',
  'breachedCount',
  'pendingCount',
  'pausedCount',
  'notApplicableCount',
  'unknownCount',
  'openBreachedCount',
  'atRiskCount',
  'flagMismatchCount',
])
/** Null exactly when nothing counts for them. */
const ofAny = new Set([
  'complianceRatio',
  'complianceLowerBound',
  'breachRatio',
  'meanOverrunMinutes',
  'p90OverrunMinutes',
  'errorBudgetRemainingRatio',
  'meanConsumedRatio',
  'combinedComplianceRatio',
  'slaCoverageRatio',
  'nextBreach',
  'breachConcentration',
  'meanTimeToAcknowledgeMinutes',
  'meanTimeToResolveMinutes',
  'meanTimeToFirstResponseMinutes',
  'p95TimeToResolutionMinutes',
  'firstResponseSlaComplianceRatio',
  'resolutionSlaComplianceRatio',
  'firstContactResolutionRatio',
  'sameDayResolutionRatio',
  'reopenRatio',
  'reactiveRatio',
  'criticalAlertRatio',
  'onTimeTaskRatio',
])

test.each<[string, MetricsData]>([
  ['without worklogs', varied],
  ['with worklogs', worked],
])('a figure of a ticket is null exactly when nothing counts for it: %s', (_, data) => {
  const index = indexMetricsData(data, ctx)
  for (const { ticketId } of tickets) {
    for (const { field } of ticketMetricsCatalogue) {
      if (apart.has(field)) continue
      const { value, n } = explain(field, { ticketId }, index, ctx)
      if (counts.has(field)) expect([ticketId, field, value]).toEqual([ticketId, field, n])
      else expect([ticketId, field, value === null]).toEqual([ticketId, field, !n])
    }
  }
})

test.each<[string, () => MetricsData, MetricsContext]>([
  ['varied', () => worked, ctx],
  ['mock', () => mockData(60), mockCtx],
])('every count is the number of records that are told for it: %s', (_, read, context) => {
  const data = read()
  const index = indexMetricsData(data, context)
  const subjects: [readonly MetricDefinition[], ExplainSubject][] = [
    ...(data.clients ?? []).map(
      ({ accountId }) => [clientMetricsCatalogue, { clientId: `${accountId}` }] as const,
    ),
    ...(data.technicians ?? []).map(
      ({ userId }) => [technicianMetricsCatalogue, { technicianId: `${userId}` }] as const,
    ),
    [portfolioCatalogue, {}] as const,
  ].map(([catalogue, subject]) => [catalogue, subject])
  for (const [catalogue, subject] of subjects) {
    for (const { field } of catalogue) {
      const { value, populations } = explain(field, subject, index, context)
      if (counts.has(field)) expect([subject, field, value]).toEqual([subject, field, populations[0]?.n])
      for (const { name, n, total, excluded } of populations)
        expect([name, Object.values(excluded).reduce((sum, count) => sum + count, n ?? 0)]).toEqual([
          name,
          total ?? 0,
        ])
    }
  }
})

test.each<[string, () => MetricsData, MetricsContext]>([
  ['varied', () => worked, ctx],
  ['mock', () => mockData(60), mockCtx],
])('so is every count of SLAs and of service delivery: %s', (_, read, context) => {
  const data = read()
  const index = indexMetricsData(data, context)
  const groups = slaMetrics(index, context, 'client').map(({ group }) => ({
    groupBy: 'client' as const,
    group,
  }))
  const populations: ExplainSubject[] = [{}, ...groups.slice(-2)]
  const buckets = (['week', 'month'] as const).flatMap((granularity) =>
    serviceDelivery(index, context, granularity)
      .slice(-4)
      .map(({ bucket }) => ({ bucket })),
  )
  const clientId = `${data.clients?.[0]?.accountId}`
  const subjects: [readonly MetricDefinition[], ExplainSubject][] = [
    ...populations.flatMap((subject): [readonly MetricDefinition[], ExplainSubject][] => [
      [slaMetricsCatalogue, subject],
      [slaClockMetricsCatalogue, subject],
      [slaClockMetricsCatalogue, { ...subject, clock: 'firstResponse' }],
    ]),
    ...buckets.flatMap((subject): [readonly MetricDefinition[], ExplainSubject][] => [
      [serviceDeliveryCatalogue, subject],
      [serviceDeliveryCatalogue, { ...subject, clientId }],
    ]),
  ]
  for (const [catalogue, subject] of subjects)
    for (const { field } of catalogue) {
      const { value, n, populations } = explain(field, subject, index, context)
      const told = [subject, field, value]
      if (counts.has(field)) expect(told).toEqual([subject, field, n])
      if (ofAny.has(field)) expect([...told, value === null]).toEqual([...told, !n])
      for (const { name, n, total, excluded } of populations)
        expect([name, Object.values(excluded).reduce((sum, count) => sum + count, n ?? 0)]).toEqual([
          name,
          total ?? 0,
        ])
    }
})
