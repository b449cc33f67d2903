export { addBusinessMinutes, businessMinutesBetween } from './business-minutes.js'
export {
  type MetricBasis,
  type MetricDefinition,
  metricSources,
  ticketMetricsCatalogue,
} from './catalogue.js'
export type {
  MetricsContext,
  MetricsData,
  MetricsSite,
  MetricsTicket,
  PriorityRank,
  StatusChange,
  StatusClass,
} from './context.js'
export { quantile } from './quantile.js'
export type { Schedule, ScheduleWindow } from './schedule.js'
export { indexMetricsData, type MetricsIndex } from './scope.js'
export type { SlaStatus } from './sla-clock.js'
export {
  type SlaClockCounts,
  type SlaCounts,
  type SlaCountsRow,
  type SlaCountsWindow,
  slaCounts,
} from './sla-counts.js'
export type { SlaRiskLevel } from './sla-risk.js'
export { defaultThresholds, type ThresholdOptions, type Thresholds } from './thresholds.js'
export { allTicketMetrics, type TicketMetrics, ticketMetrics } from './ticket-metrics.js'
export { parseTimestamp } from './timestamp.js'
export { wilsonLowerBound } from './wilson-lower-bound.js'
