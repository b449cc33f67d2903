import { decimalToNumber } from '../values/decimal.js'
import type { ScoreParts } from './composite-score.js'
import type { MetricsContext } from './context.js'
import type { MetricsData } from './records.js'
import { indexedScopeOf, type MetricsIndex } from './scope.js'
import type { Settings } from './settings.js'
import { divide, ratioOf } from './share.js'
import { percentileMinutes } from './sorted-values.js'
import {
  type ProductivityBand,
  type ProductivityPart,
  productivityBand,
  productivityScore,
  type ScoreInputs,
  type SkillPart,
  skillLevel,
  skillScore,
} from './technician-scores.js'
import { type TechnicianTally, tallyTechnician, technicianIds } from './technician-tally.js'
import { proportionsOf, type Team, teamOf, throughputPerAvailableHour } from './technician-team.js'
import { effectiveNumber, highPriorityCount, weightedCount } from './ticket-mix.js'
import type { WorklogTally } from './worklog-tally.js'
import { decimalRatio } from './worklogs.js'

/** Figures of one technician and period; every key is always there. The catalogue tells formula, unit and null rule of each. */
export interface TechnicianMetrics {
  technicianId: string
  openTicketCount: number | null
  ticketsResolvedCount: number | null
  weightedTicketsResolved: number | null
  worklogHours: number | null
  billableHours: number | null
  availableHours: number | null
  utilizationRatio: number | null
  utilizationCategory: UtilizationCategory | null
  billableUtilizationRatio: number | null
  billableRatio: number | null
  afterHoursRatio: number | null
  medianTimeToFirstResponseMinutes: number | null
  medianTimeToResolutionMinutes: number | null
  p90TimeToResolutionMinutes: number | null
  firstResponseSlaComplianceRatio: number | null
  resolutionSlaComplianceRatio: number | null
  firstContactResolutionRatio: number | null
  reopenRatio: number | null
  timeEntryCoverageRatio: number | null
  hoursPerResolvedTicket: number | null
  throughputPerAvailableHour: number | null
  relativeThroughput: number | null
  distinctClientCount: number | null
  categoryBreadth: number | null
  highPriorityShare: number | null
  meanComplexityWeight: number | null
  backlogDays: number | null
  effectiveRevenuePerHour: number | null
  skillScore: number | null
  skillScoreParts: ScoreParts<SkillPart>
  /** `L1` to `L4`, `insufficientData`, or a declared level. */
  skillLevel: string
  productivityScore: number | null
  productivityScoreParts: ScoreParts<ProductivityPart>
  productivityBand: ProductivityBand
}

export type UtilizationCategory = 'under' | 'low' | 'healthy' | 'high' | 'overloaded'

/**
 * Figures of every technician, by ascending id (code units): tickets by their present assignee, since the API keeps
 * no history of assignments, worklogs by their own author.
 *
 * Technicians are those of `data.technicians`; where these are not known, those met on tickets and worklogs.
 *
 * @throws TypeError naming the field of `ctx` that is wrong; a wrong record never throws.
 */
export function technicianMetrics(
  data: MetricsData | MetricsIndex,
  ctx: MetricsContext,
): TechnicianMetrics[] {
  const scope = indexedScopeOf(data, ctx)
  const tallies = technicianIds(scope).map((id) => tallyTechnician(id, scope))
  const team = teamOf(tallies, scope)
  return tallies.map((tally) => technicianFigures(tally, team, scope.settings))
}

/** Figures of one technician among a team. */
export function technicianFigures(tally: TechnicianTally, team: Team, settings: Settings): TechnicianMetrics {
  const { technicianId, tickets, worklogs } = tally
  const availability = team.availability(technicianId)
  const resolved = tickets?.resolvedCount ?? null
  const hours = worklogs === null ? null : decimalToNumber(worklogs.hours)
  const billable = worklogs === null ? null : decimalToNumber(worklogs.billableHours)
  const weighted =
    tickets === null ? null : weightedCount(tickets.resolvedMix, settings.thresholds.complexityWeight)
  const utilization = divide(hours, availability?.hours ?? null)
  const throughput = throughputPerAvailableHour(tally, availability, settings)
  const breadth = tickets === null ? null : effectiveNumber(tickets.categories.values())
  const proportions = proportionsOf(tally)
  const inputs: ScoreInputs = {
    resolved: resolved ?? 0,
    proportions,
    utilization,
    relativeThroughput: divide(throughput, team.medianThroughput),
    meanComplexity: divide(weighted, resolved),
    breadth,
  }
  const skill = skillScore(inputs, team, settings)
  const productivity = productivityScore(inputs, team, settings)
  return {
    technicianId,
    openTicketCount: tickets?.openCount ?? null,
    ticketsResolvedCount: resolved,
    weightedTicketsResolved: weighted,
    worklogHours: hours,
    billableHours: billable,
    availableHours: availability?.hours ?? null,
    utilizationRatio: utilization,
    utilizationCategory: utilizationCategory(utilization, settings),
    billableUtilizationRatio: divide(billable, availability?.hours ?? null),
    billableRatio: shareOfHours(worklogs, 'billableHours'),
    afterHoursRatio: shareOfHours(worklogs, 'afterHours'),
    medianTimeToFirstResponseMinutes: percentileMinutes(tickets?.responseMs, 0.5),
    medianTimeToResolutionMinutes: percentileMinutes(tickets?.resolutionMs, 0.5),
    p90TimeToResolutionMinutes: percentileMinutes(tickets?.resolutionMs, 0.9),
    firstResponseSlaComplianceRatio: ratioOf(proportions.firstResponseSla),
    resolutionSlaComplianceRatio: ratioOf(proportions.resolutionSla),
    firstContactResolutionRatio: ratioOf(proportions.firstContact),
    reopenRatio: ratioOf(proportions.reopened),
    timeEntryCoverageRatio: ratioOf(proportions.timeEntry),
    hoursPerResolvedTicket: divide(hours, resolved),
    throughputPerAvailableHour: throughput,
    relativeThroughput: inputs.relativeThroughput,
    distinctClientCount: tickets?.clients.size ?? null,
    categoryBreadth: breadth,
    highPriorityShare: tickets === null ? null : divide(highPriorityCount(tickets.resolvedMix), resolved),
    meanComplexityWeight: inputs.meanComplexity,
    backlogDays: backlogDays(tickets?.openCount ?? null, resolved, availability?.workingDays ?? null),
    effectiveRevenuePerHour: shareOfHours(worklogs, 'billableAmount'),
    skillScore: skill.score,
    skillScoreParts: skill.parts,
    skillLevel: skillLevel(skill.score, technicianId, settings),
    productivityScore: productivity.score,
    productivityScoreParts: productivity.parts,
    productivityBand: productivityBand(productivity.score, settings),
  }
}

/** Below 0.5 under, below 0.65 low, up to 0.85 healthy, up to 1 high, else overloaded; `ctx.thresholds.utilizationCategory`. */
export function utilizationCategory(
  utilization: number | null,
  { thresholds }: Settings,
): UtilizationCategory | null {
  if (utilization === null) return null
  const { under, low, healthy, high } = thresholds.utilizationCategory
  if (utilization < under) return 'under'
  if (utilization < low) return 'low'
  if (utilization <= healthy) return 'healthy'
  return utilization <= high ? 'high' : 'overloaded'
}

/** K26: open ÷ (resolved ÷ working days); null when none was resolved, without working days, and without schedule. */
function backlogDays(
  open: number | null,
  resolved: number | null,
  workingDays: number | null,
): number | null {
  return open === null || !workingDays ? null : divide(open * workingDays, resolved)
}

const shareOfHours = (
  worklogs: WorklogTally | null,
  part: 'billableHours' | 'afterHours' | 'billableAmount',
) => (worklogs === null ? null : decimalRatio(worklogs[part], worklogs.hours))
