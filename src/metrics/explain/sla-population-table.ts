import type { SlaClockMetrics } from '../sla-clock-metrics.js'
import type { SlaMetrics } from '../sla-metrics.js'
import type { SlaClockName } from './explain-subject.js'
import type { PopulationsOf } from './population-table.js'

export const ofSla: PopulationsOf<Omit<SlaMetrics, SlaClockName>> = {
  combinedComplianceRatio: ['bothDecidedTickets'],
  slaCoverageRatio: ['countedTickets', 'slaCoveredTickets'],
  openBreachedCount: ['openBreachedTickets'],
  atRiskCount: ['atRiskTickets'],
  nextBreach: ['resolutionPending'],
  breachesByPriority: ['resolutionDecided', 'resolutionBreached'],
  breachesByClient: ['resolutionDecided', 'resolutionBreached'],
  breachesByTechnician: ['resolutionDecided', 'resolutionBreached'],
  breachesByTechGroup: ['resolutionDecided', 'resolutionBreached'],
  breachesBySla: ['resolutionDecided', 'resolutionBreached'],
  breachesByHourOfWeek: ['datedBreaches'],
  breachConcentration: ['resolutionBreached'],
  meanTimeToAcknowledgeMinutes: ['responseTimes'],
  meanTimeToResolveMinutes: ['resolutionTimes'],
  timeToBreachList: ['resolutionPending'],
  flagMismatchCount: ['mismatchedTickets'],
  complianceTrend: ['resolutionDecided', 'resolutionDecidedBefore'],
}

export const ofSlaClock = (clock: SlaClockName): PopulationsOf<SlaClockMetrics> => ({
  evaluatedCount: [`${clock}Decided`],
  metCount: [`${clock}Met`],
  breachedCount: [`${clock}Breached`],
  pendingCount: [`${clock}Pending`],
  pausedCount: [`${clock}Paused`],
  notApplicableCount: [`${clock}NotApplicable`],
  unknownCount: [`${clock}Unknown`],
  complianceRatio: [`${clock}Decided`],
  complianceLowerBound: [`${clock}Decided`],
  breachRatio: [`${clock}Decided`, `${clock}Breached`],
  meanOverrunMinutes: [`${clock}Overrun`],
  p50OverrunMinutes: [`${clock}Overrun`],
  p90OverrunMinutes: [`${clock}Overrun`],
  p95OverrunMinutes: [`${clock}Overrun`],
  overrunSeverity: [`${clock}Overrun`],
  errorBudgetRemainingRatio: [`${clock}Decided`, `${clock}Breached`],
  meanConsumedRatio: [`${clock}MetConsumed`],
})
