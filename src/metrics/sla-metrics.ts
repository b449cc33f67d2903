import { requireOneOf } from './check.js'
import type { MetricsContext } from './context.js'
import type { TicketFacts } from './facts.js'
import { groupBy as grouped } from './group-by.js'
import type { MetricsData } from './records.js'
import { indexedScopeOf, type MetricsIndex, type Scope } from './scope.js'
import type { Settings } from './settings.js'
import { ratio, ratioOf } from './share.js'
import { type SlaClockMetrics, slaClockFigures } from './sla-clock-metrics.js'
import { type NextBreach, nextBreach, type TimeToBreach, timeToBreachList } from './sla-deadline-list.js'
import { inGroupOrder, NO_GROUP, type SlaGroupBy, slaGroupOf } from './sla-groups.js'
import { countSla, createSlaTally, type GroupOutcomes, type SlaTally } from './sla-tally.js'
import { meanMinutes } from './sorted-values.js'
import type { TicketTally } from './ticket-tally.js'
import { unknownFigures } from './unknown-figures.js'

/** Resolution breaches of each group that has an evaluated ticket, `(none)` for tickets that name none. */
export type BreachesByGroup = Readonly<Record<string, Readonly<GroupOutcomes>>>

/** How much of the breaches falls to few clients. */
export interface BreachConcentration {
  /** Share of the client with the most breaches. */
  largestShare: number
  /** Σ share² over clients, from 0 to 1. */
  herfindahlIndex: number
}

/** Figures of an SLA population; every key is always there, all of them null when tickets are not known. */
export interface SlaMetrics {
  firstResponse: SlaClockMetrics
  resolution: SlaClockMetrics
  combinedComplianceRatio: number | null
  slaCoverageRatio: number | null
  openBreachedCount: number | null
  atRiskCount: number | null
  nextBreach: NextBreach | null
  breachesByPriority: BreachesByGroup | null
  breachesByClient: BreachesByGroup | null
  breachesByTechnician: BreachesByGroup | null
  breachesByTechGroup: BreachesByGroup | null
  breachesBySla: BreachesByGroup | null
  /** 168 counts, from Monday 0:00. */
  breachesByHourOfWeek: readonly number[] | null
  breachConcentration: BreachConcentration | null
  meanTimeToAcknowledgeMinutes: number | null
  meanTimeToResolveMinutes: number | null
  timeToBreachList: readonly TimeToBreach[] | null
  flagMismatchCount: number | null
  complianceTrend: number | null
}

/** Figures of one group of an SLA population. */
export interface SlaGroupMetrics extends SlaMetrics {
  /** Id of the group, of a priority its name; `(none)` for tickets that name none. */
  group: string
}

export const GROUPINGS = Object.keys(slaGroupOf) as SlaGroupBy[]

/**
 * SLA figures of all tickets, or of each group of them by ascending key, `(none)` last.
 *
 * Outcomes count when they were decided in the period; what is pending, at risk or not applicable tells the present.
 * Cancelled tickets are in nothing.
 *
 * @throws TypeError naming the field of `ctx` that is wrong, or `groupBy`; a wrong record never throws.
 * @example
 * const tickets = [{ status: 'Closed', createdTime: '2024-01-02T10:00', resolutionTime: '2024-01-02T11:00', resolutionDueTime: '2024-01-02T12:00' }]
 * slaMetrics({ tickets }, { now: '2024-01-03T00:00:00Z' }).resolution.complianceRatio // 1
 */
export function slaMetrics(data: MetricsData | MetricsIndex, ctx: MetricsContext): SlaMetrics
export function slaMetrics(
  data: MetricsData | MetricsIndex,
  ctx: MetricsContext,
  groupBy: SlaGroupBy,
): SlaGroupMetrics[]
export function slaMetrics(
  data: MetricsData | MetricsIndex,
  ctx: MetricsContext,
  groupBy?: SlaGroupBy | undefined,
): SlaMetrics | SlaGroupMetrics[]
export function slaMetrics(
  data: MetricsData | MetricsIndex,
  ctx: MetricsContext,
  groupBy?: SlaGroupBy | undefined,
): SlaMetrics | SlaGroupMetrics[] {
  const scope = indexedScopeOf(data, ctx)
  if (groupBy !== undefined) return slaMetricsByGroup(requireOneOf('groupBy', groupBy, GROUPINGS), scope)
  const row = populationFigures(scope.tickets(), scope.settings)
  return scope.lookups.data.tickets === undefined ? unknownMetrics(row) : row
}

function slaMetricsByGroup(groupBy: SlaGroupBy, scope: Scope): SlaGroupMetrics[] {
  const counting = scope.tickets().filter(({ statusClass }) => statusClass !== 'cancelled')
  return inGroupOrder(grouped(counting, slaGroupOf[groupBy])).map(([group, tickets]) => ({
    group,
    ...populationFigures(tickets, scope.settings),
  }))
}

function populationFigures(tickets: readonly TicketFacts[], settings: Settings): SlaMetrics {
  const tally = createSlaTally(settings.period)
  for (const facts of tickets) countSla(tally, facts, 1)
  return slaFigures(tally, tickets, settings)
}

/** @param tickets Those of the population that are open, or more. */
export function slaFigures(tally: SlaTally, tickets: Iterable<TicketFacts>, settings: Settings): SlaMetrics {
  const { groups } = tally
  const { firstResponse, resolution, ...all } = tally.tickets
  const pending = timeToBreachList(tickets)
  return {
    firstResponse: slaClockFigures(firstResponse, settings),
    resolution: slaClockFigures(resolution, settings),
    combinedComplianceRatio: ratioOf(all.isWithoutBreach),
    slaCoverageRatio: ratio(all.slaCoveredCount, all.ticketCount),
    openBreachedCount: all.openBreachedCount,
    atRiskCount: all.atRiskCount,
    nextBreach: nextBreach(pending),
    breachesByPriority: breachesByGroup(groups.priority),
    breachesByClient: breachesByGroup(groups.client),
    breachesByTechnician: breachesByGroup(groups.technician),
    breachesByTechGroup: breachesByGroup(groups.techGroup),
    breachesBySla: breachesByGroup(groups.sla),
    breachesByHourOfWeek: [...tally.breachesByHourOfWeek],
    breachConcentration: breachConcentration(tally),
    meanTimeToAcknowledgeMinutes: meanMinutes(all.responseMs),
    meanTimeToResolveMinutes: meanMinutes(all.resolutionMs),
    timeToBreachList: pending,
    flagMismatchCount: tally.flagMismatchCount,
    complianceTrend: complianceTrend(tally.tickets),
  }
}

const breachesByGroup = (groups: ReadonlyMap<string, GroupOutcomes>): BreachesByGroup =>
  Object.fromEntries(inGroupOrder(groups).map(([key, outcomes]) => [key, { ...outcomes }]))

/**
 * S20: shares of clients in the resolution breaches of the period, tickets without client among the breaches but no
 * client; null without a breach.
 */
function breachConcentration({ groups, tickets }: SlaTally): BreachConcentration | null {
  const total = tickets.resolution.outcomes.breached
  if (total === 0) return null
  const counts = inGroupOrder(groups.client)
    .filter(([client]) => client !== NO_GROUP)
    .map(([, { breachedCount }]) => breachedCount)
  return {
    largestShare: counts.reduce((most, count) => Math.max(most, count), 0) / total,
    herfindahlIndex: counts.reduce((sum, count) => sum + count * count, 0) / (total * total),
  }
}

/** S25: resolution compliance of the period − that of the equally long span before; null when either is. */
function complianceTrend({ resolution: { outcomes, preceding } }: TicketTally): number | null {
  const now = ratio(outcomes.met, outcomes.met + outcomes.breached)
  const before = ratio(preceding.met, preceding.met + preceding.breached)
  return now === null || before === null ? null : now - before
}

/** Both clocks keep their keys. */
const unknownMetrics = (row: SlaMetrics): SlaMetrics => ({
  ...unknownFigures(row),
  firstResponse: unknownFigures(row.firstResponse),
  resolution: unknownFigures(row.resolution),
})
