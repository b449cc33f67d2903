import { bucketsOf, GRANULARITIES, type Granularity } from './buckets.js'
import { expected, requireOneOf } from './check.js'
import type { ScoreParts } from './composite-score.js'
import type { MetricsContext } from './context.js'
import { deliveryFigures } from './delivery-figures.js'
import { deliverySources, tallyDelivery } from './delivery-sources.js'
import type { PerformanceCategory, PerformancePart } from './performance-score.js'
import { recordId } from './record-id.js'
import type { MetricsData } from './records.js'
import { indexedScopeOf, type MetricsIndex } from './scope.js'

/** Figures of service delivery in one bucket of time; every key is always there. */
export interface ServiceDelivery {
  /** `2024-03-04T09`, `2024-03-04`, `2020-W53` or `2024-03`; the second of two equal hours has its offset behind. */
  bucket: string
  from: string
  to: string
  durationHours: number
  ticketsCreatedCount: number | null
  ticketsResolvedCount: number | null
  netFlow: number | null
  killRate: number | null
  backlogAtEndCount: number | null
  undatedResolvedCount: number | null
  backlogClearanceDays: number | null
  meanTimeToFirstResponseMinutes: number | null
  p50TimeToFirstResponseMinutes: number | null
  p90TimeToFirstResponseMinutes: number | null
  p95TimeToFirstResponseMinutes: number | null
  meanTimeToResolutionMinutes: number | null
  p50TimeToResolutionMinutes: number | null
  p90TimeToResolutionMinutes: number | null
  p95TimeToResolutionMinutes: number | null
  firstResponseSlaComplianceRatio: number | null
  resolutionSlaComplianceRatio: number | null
  firstContactResolutionRatio: number | null
  sameDayResolutionRatio: number | null
  reopenRatio: number | null
  reactiveRatio: number | null
  worklogHours: number | null
  billableRatio: number | null
  afterHoursRatio: number | null
  hoursPerResolvedTicket: number | null
  ticketsPerEndpointPerMonth: number | null
  alertCount: number | null
  criticalAlertRatio: number | null
  onTimeTaskRatio: number | null
  invoicedAmount: number | null
  arrivalsPerBusinessHour: number | null
  performanceScore: number | null
  performanceScoreParts: ScoreParts<PerformancePart>
  performanceCategory: PerformanceCategory | null
}

export interface ServiceDeliveryOptions {
  /** Only the records of this client: its tickets, worklogs and tasks on them, assets, their alerts, and invoices. */
  readonly clientId?: string | undefined
}

/**
 * Figures of every hour, day, ISO week or month of `ctx.reportTimeZone` that the period touches, in ascending order.
 *
 * Buckets are whole: the first holds the start of the period, the last its end.
 *
 * @throws TypeError naming the field of `ctx` that is wrong, `granularity` or `clientId`, and for more than 100 000
 * buckets; a wrong record never throws.
 * @example
 * const tickets = [{ status: 'Open', createdTime: '2024-03-04T10:00:00' }]
 * const period = { from: '2024-03-04', to: '2024-03-06' }
 * serviceDelivery({ tickets }, { now: '2024-03-05T12:00:00Z', period }, 'day').map((row) => row.ticketsCreatedCount) // [1, 0]
 */
export function serviceDelivery(
  data: MetricsData | MetricsIndex,
  ctx: MetricsContext,
  granularity: Granularity,
  options: ServiceDeliveryOptions = {},
): ServiceDelivery[] {
  const scope = indexedScopeOf(data, ctx)
  const { settings } = scope
  requireOneOf('granularity', granularity, GRANULARITIES)
  const clientId = options.clientId === undefined ? undefined : recordId(options.clientId)
  if (clientId === null) throw expected('clientId', 'the id of a client', options.clientId)
  const sources = deliverySources(scope, clientId)
  const buckets = bucketsOf(settings.period, granularity, settings.reportZone)
  const tally = tallyDelivery(sources, buckets, granularity)
  return buckets.map((_, at) => deliveryFigures(tally, at, sources.known, settings))
}
