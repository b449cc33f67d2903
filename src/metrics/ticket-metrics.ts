import { isStale, minutesSinceLastActivity } from './activity.js'
import { complexityWeight } from './complexity-weight.js'
import { isFirstContactResolution, requesterReplyCount, techReplyCount } from './contact.js'
import type { MetricsContext, PriorityRank, StatusClass } from './context.js'
import { billableRatio, flowEfficiencyRatio, worklogMinutes, worklogMinutesReported } from './effort.js'
import { type TicketFacts, ticketFacts } from './facts.js'
import { timeToFirstResponseBusinessMinutes, timeToFirstResponseMinutes } from './first-response.js'
import { netTimeToResolutionMinutes, pausedBusinessMinutes, pausedMinutes } from './paused-time.js'
import { isRecord, type MetricsData, type MetricsTicket } from './records.js'
import { isReopenSuspected, reopenCount } from './reopening.js'
import {
  isSameDayResolution,
  type ResolutionCategory,
  resolutionCategory,
  timeToResolutionBusinessMinutes,
  timeToResolutionMinutes,
} from './resolution.js'
import { indexedScopeOf, type MetricsIndex, scopeOf } from './scope.js'
import {
  firstResponseSlaConsumedRatio,
  firstResponseSlaDecidedAt,
  firstResponseSlaStatus,
  resolutionSlaConsumedRatio,
  resolutionSlaDecidedAt,
  resolutionSlaStatus,
  type SlaStatus,
} from './sla-clock.js'
import {
  firstResponseOverrunMinutes,
  minutesToFirstResponseBreach,
  minutesToResolutionBreach,
  resolutionOverrunMinutes,
} from './sla-deadlines.js'
import { type SlaRiskLevel, slaRiskLevel } from './sla-risk.js'
import { ageBucket, ticketAgeBusinessMinutes, ticketAgeMinutes } from './ticket-age.js'

/** Figures of one ticket; every key is always there. The catalogue tells formula, unit and null rule of each. */
export interface TicketMetrics {
  /** Null when the record has none that can be trusted. */
  ticketId: string | null
  statusClass: StatusClass
  isOpen: boolean
  priorityRank: PriorityRank | null
  ticketAgeMinutes: number | null
  ticketAgeBusinessMinutes: number | null
  ageBucket: string | null
  timeToFirstResponseMinutes: number | null
  timeToFirstResponseBusinessMinutes: number | null
  timeToResolutionMinutes: number | null
  timeToResolutionBusinessMinutes: number | null
  pausedMinutes: number | null
  pausedBusinessMinutes: number | null
  netTimeToResolutionMinutes: number | null
  minutesSinceLastActivity: number | null
  isStale: boolean | null
  firstResponseSlaStatus: SlaStatus
  resolutionSlaStatus: SlaStatus
  firstResponseSlaDecidedAt: string | null
  resolutionSlaDecidedAt: string | null
  firstResponseSlaConsumedRatio: number | null
  resolutionSlaConsumedRatio: number | null
  minutesToFirstResponseBreach: number | null
  minutesToResolutionBreach: number | null
  firstResponseOverrunMinutes: number | null
  resolutionOverrunMinutes: number | null
  slaRiskLevel: SlaRiskLevel | null
  worklogMinutes: number | null
  worklogMinutesReported: number | null
  billableRatio: number | null
  techReplyCount: number | null
  requesterReplyCount: number | null
  isFirstContactResolution: boolean | null
  isSameDayResolution: boolean | null
  reopenCount: number | null
  isReopenSuspected: boolean
  flowEfficiencyRatio: number | null
  complexityWeight: number
  resolutionCategory: ResolutionCategory | null
}

/**
 * Figures of one ticket.
 *
 * On plain data it looks up what this ticket needs and prepares nothing: give a loop an index.
 *
 * @throws TypeError naming the field of `ctx` that is wrong; a wrong record never throws.
 */
export function ticketMetrics(
  ticket: MetricsTicket,
  data: MetricsData | MetricsIndex,
  ctx: MetricsContext,
): TicketMetrics {
  return ticketFigures(ticketFacts(isRecord(ticket) ? ticket : {}, scopeOf(data, ctx)))
}

/** Figures of all tickets, by ascending ticket id (code units); records without id come last. */
export function allTicketMetrics(data: MetricsData | MetricsIndex, ctx: MetricsContext): TicketMetrics[] {
  const scope = indexedScopeOf(data, ctx)
  return scope.lookups.tickets.map((ticket) => ticketFigures(ticketFacts(ticket, scope))).sort(byTicketId)
}

/** One literal with one call per figure: spreads and computed keys take up to eight times as long. */
export function ticketFigures(facts: TicketFacts): TicketMetrics {
  return {
    ticketId: facts.ticketId,
    statusClass: facts.statusClass,
    isOpen: facts.isOpen,
    priorityRank: facts.priorityRank,
    ticketAgeMinutes: ticketAgeMinutes(facts),
    ticketAgeBusinessMinutes: ticketAgeBusinessMinutes(facts),
    ageBucket: ageBucket(facts),
    timeToFirstResponseMinutes: timeToFirstResponseMinutes(facts),
    timeToFirstResponseBusinessMinutes: timeToFirstResponseBusinessMinutes(facts),
    timeToResolutionMinutes: timeToResolutionMinutes(facts),
    timeToResolutionBusinessMinutes: timeToResolutionBusinessMinutes(facts),
    pausedMinutes: pausedMinutes(facts),
    pausedBusinessMinutes: pausedBusinessMinutes(facts),
    netTimeToResolutionMinutes: netTimeToResolutionMinutes(facts),
    minutesSinceLastActivity: minutesSinceLastActivity(facts),
    isStale: isStale(facts),
    firstResponseSlaStatus: firstResponseSlaStatus(facts),
    resolutionSlaStatus: resolutionSlaStatus(facts),
    firstResponseSlaDecidedAt: firstResponseSlaDecidedAt(facts),
    resolutionSlaDecidedAt: resolutionSlaDecidedAt(facts),
    firstResponseSlaConsumedRatio: firstResponseSlaConsumedRatio(facts),
    resolutionSlaConsumedRatio: resolutionSlaConsumedRatio(facts),
    minutesToFirstResponseBreach: minutesToFirstResponseBreach(facts),
    minutesToResolutionBreach: minutesToResolutionBreach(facts),
    firstResponseOverrunMinutes: firstResponseOverrunMinutes(facts),
    resolutionOverrunMinutes: resolutionOverrunMinutes(facts),
    slaRiskLevel: slaRiskLevel(facts),
    worklogMinutes: worklogMinutes(facts),
    worklogMinutesReported: worklogMinutesReported(facts),
    billableRatio: billableRatio(facts),
    techReplyCount: techReplyCount(facts),
    requesterReplyCount: requesterReplyCount(facts),
    isFirstContactResolution: isFirstContactResolution(facts),
    isSameDayResolution: isSameDayResolution(facts),
    reopenCount: reopenCount(facts),
    isReopenSuspected: isReopenSuspected(facts),
    flowEfficiencyRatio: flowEfficiencyRatio(facts),
    complexityWeight: complexityWeight(facts),
    resolutionCategory: resolutionCategory(facts),
  }
}

/** Records that share an id, or have none, stand by their figures: not in the order in which they came. */
function byTicketId(a: TicketMetrics, b: TicketMetrics): number {
  if (a.ticketId !== b.ticketId) return compare(a.ticketId, b.ticketId)
  for (const field of Object.keys(a) as (keyof TicketMetrics)[]) {
    const order = compare(a[field], b[field])
    if (order !== 0) return order
  }
  return 0
}

/** Ascending, texts by code unit, null last. */
function compare<Value extends string | number | boolean>(a: Value | null, b: Value | null): number {
  if (a === b) return 0
  if (a === null) return 1
  return b === null || a < b ? -1 : 1
}
