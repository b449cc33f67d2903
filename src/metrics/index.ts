export { type BoardMetrics, type BoardOptions, boardMetrics } from './board-metrics.js'
export type { Granularity } from './buckets.js'
export { addBusinessMinutes, businessMinutesBetween } from './business-minutes.js'
export { boardMetricsCatalogue } from './catalogue/board.js'
export { clientMetricsCatalogue } from './catalogue/client.js'
export type { MetricBasis, MetricDefinition } from './catalogue/definition.js'
export { portfolioCatalogue } from './catalogue/portfolio.js'
export { serviceDeliveryCatalogue } from './catalogue/service-delivery.js'
export { slaClockMetricsCatalogue, slaMetricsCatalogue } from './catalogue/sla.js'
export { metricSources } from './catalogue/sources.js'
export { technicianMetricsCatalogue } from './catalogue/technician.js'
export { ticketMetricsCatalogue } from './catalogue/ticket.js'
export type {
  AgreementEfficiencyCategory,
  ComplianceCategory,
  GrossMarginCategory,
  KillRateCategory,
} from './categories.js'
export { allClientMetrics, type ClientMetrics, clientMetrics } from './client-metrics.js'
export type { ScoredPart, ScoreParts } from './composite-score.js'
export type { MetricsContext, MetricsPeriod, PriorityRank, StatusClass } from './context.js'
export { type DepartmentRecords, departmentsAsClients } from './department-records.js'
export type { DueTicket } from './due-next.js'
export type { ActivityLevel } from './engagement.js'
export {
  type ExplainedPopulation,
  type ExplainOptions,
  type Explanation,
  explain,
} from './explain/explain.js'
export type { ExplainSubject, SlaClockName } from './explain/explain-subject.js'
export type { Examined } from './explain/population.js'
export {
  allClientGenomes,
  type ClientGenome,
  clientGenome,
  clientGenomeSchema,
  genomeVersion,
} from './genome/client-genome.js'
export { clientGenomeOmissions, type GenomeColumn } from './genome/genome-features.js'
export { genomesToCsv, genomesToNdjson } from './genome/genome-lines.js'
export type { HealthBand, HealthPart, HealthScoreParts } from './health-score.js'
export type { PerformanceCategory, PerformancePart } from './performance-score.js'
export { type Portfolio, portfolio } from './portfolio.js'
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
export type { RevenueClass } from './revenue-share.js'
export type { Schedule, ScheduleWindow } from './schedule.js'
export { indexMetricsData, type MetricsIndex } from './scope.js'
export {
  type ServiceDelivery,
  type ServiceDeliveryOptions,
  serviceDelivery,
} from './service-delivery.js'
export type { SlaStatus } from './sla-clock.js'
export type { OverrunSeverity, SlaClockMetrics } from './sla-clock-metrics.js'
export {
  type SlaClockCounts,
  type SlaCounts,
  type SlaCountsRow,
  type SlaCountsWindow,
  slaCounts,
} from './sla-counts.js'
export type { NextBreach, TimeToBreach } from './sla-deadline-list.js'
export type { SlaGroupBy } from './sla-groups.js'
export {
  type BreachConcentration,
  type BreachesByGroup,
  type SlaGroupMetrics,
  type SlaMetrics,
  slaMetrics,
} from './sla-metrics.js'
export type { SlaRiskLevel } from './sla-risk.js'
export type { GroupOutcomes } from './sla-tally.js'
export {
  createMetricsState,
  type MetricsState,
  type MetricsStateJson,
} from './state/metrics-state.js'
export type { MetricsCollection, MetricsRecord } from './state/record-store.js'
export {
  type TechnicianMetrics,
  technicianMetrics,
  type UtilizationCategory,
} from './technician-metrics.js'
export type { ProductivityBand, ProductivityPart, SkillPart } from './technician-scores.js'
export {
  type BandPart,
  defaultThresholds,
  type ScorePart,
  type ThresholdOptions,
  type Thresholds,
} from './thresholds.js'
export { allTicketMetrics, type TicketMetrics, ticketMetrics } from './ticket-metrics.js'
export type { UrgencyClock, UrgencyLevel } from './ticket-urgency.js'
export { parseTimestamp } from './timestamp.js'
export { metricsVersion } from './version.js'
export { wilsonLowerBound } from './wilson-lower-bound.js'
