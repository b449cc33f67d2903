export { addBusinessMinutes, businessMinutesBetween } from './business-minutes.js'
export type { MetricBasis, MetricDefinition } from './catalogue/definition.js'
export { metricSources } from './catalogue/sources.js'
export { ticketMetricsCatalogue } from './catalogue/ticket.js'
export type { MetricsContext, MetricsPeriod, PriorityRank, StatusClass } from './context.js'
export { psi } from './psi.js'
export { quantile } from './quantile.js'
export type {
  MetricsAlert,
  MetricsAsset,
  MetricsClient,
  MetricsContract,
  MetricsConversation,
  MetricsData,
  MetricsInvoice,
  MetricsServiceItem,
  MetricsSite,
  MetricsSla,
  MetricsTask,
  MetricsTechnician,
  MetricsTicket,
  MetricsWorklog,
  Reading,
  StatusChange,
} from './records.js'
export type { ResolutionCategory } from './resolution.js'
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
export {
  type BandPart,
  defaultThresholds,
  type ScorePart,
  type ThresholdOptions,
  type Thresholds,
} from './thresholds.js'
export { allTicketMetrics, type TicketMetrics, ticketMetrics } from './ticket-metrics.js'
export { parseTimestamp } from './timestamp.js'
export { wilsonLowerBound } from './wilson-lower-bound.js'
