import { decimalToNumber } from '../values/decimal.js'
import {
  type AgreementEfficiencyCategory,
  agreementEfficiencyCategory,
  type ComplianceCategory,
  complianceCategory,
  type GrossMarginCategory,
  grossMarginCategory,
  type KillRateCategory,
  killRateCategory,
} from './categories.js'
import { expected } from './check.js'
import {
  activeContracts,
  agreementEfficiencyRatio,
  clientMargin,
  daysToContractEnd,
  effectiveHourlyRate,
  grossMarginRatio,
  perEndpointPerMonth,
  slaCompliance,
  ticketVolumeTrendRatio,
} from './client-figures.js'
import { type ClientTallies, clientIds, tallyClient } from './client-tallies.js'
import { unbilledAmount } from './client-work.js'
import type { MetricsContext } from './context.js'
import { contractTier } from './contract-tier.js'
import { type ActivityLevel, activityLevel, daysSinceLastActivity } from './engagement.js'
import { type HealthBand, type HealthScoreParts, healthBand, healthScore } from './health-score.js'
import { overdueAmount } from './invoices.js'
import { isAny, overdrawnBlockCount, uncontractedEndpointCount, uninvoicedContractCount } from './leakage.js'
import { decimalRatioOrNull, moneyOrNull } from './money.js'
import { recordId } from './record-id.js'
import type { MetricsData } from './records.js'
import { inCents } from './recurring-revenue.js'
import { csatRatio, npsScore } from './satisfaction.js'
import { indexedScopeOf, type MetricsIndex } from './scope.js'
import type { Settings } from './settings.js'
import { divide } from './share.js'
import { percentileMinutes } from './sorted-values.js'

/** Figures of one client and period; every key is always there. The catalogue tells formula, unit and null rule of each. */
export interface ClientMetrics {
  clientId: string
  openTicketCount: number | null
  ticketsCreatedCount: number | null
  ticketsResolvedCount: number | null
  netFlow: number | null
  killRate: number | null
  killRateCategory: KillRateCategory | null
  endpointCount: number | null
  ticketsPerEndpointPerMonth: number | null
  reactiveHoursPerEndpointPerMonth: number | null
  supportHours: number | null
  medianTimeToResolutionMinutes: number | null
  p90TimeToResolutionMinutes: number | null
  firstResponseSlaComplianceRatio: number | null
  resolutionSlaComplianceRatio: number | null
  complianceCategory: ComplianceCategory | null
  agedBacklogRatio: number | null
  ticketVolumeTrendRatio: number | null
  daysSinceLastActivity: number | null
  activityLevel: ActivityLevel | null
  activeContractCount: number | null
  monthlyRecurringRevenue: number | null
  unpricedContractCount: number | null
  contractTier: string | null
  daysToContractEnd: number | null
  invoicedAmount: number | null
  outstandingAmount: number | null
  overdueAmountRatio: number | null
  laborCost: number | null
  grossMarginRatio: number | null
  grossMarginCategory: GrossMarginCategory | null
  effectiveHourlyRate: number | null
  agreementEfficiencyRatio: number | null
  agreementEfficiencyCategory: AgreementEfficiencyCategory | null
  unbilledBillableAmount: number | null
  hasUninvoicedContract: boolean | null
  uninvoicedContractCount: number | null
  hasUncontractedEndpoint: boolean | null
  uncontractedEndpointCount: number | null
  hasUnpricedWorklog: boolean | null
  unpricedWorklogCount: number | null
  hasOverdrawnBlock: boolean | null
  overdrawnBlockCount: number | null
  alertsPerEndpointPerMonth: number | null
  csatRatio: number | null
  npsScore: number | null
  healthScore: number | null
  healthScoreParts: HealthScoreParts
  healthBand: HealthBand | null
}

/**
 * Figures of one client in the period of the context.
 *
 * Its records are those that name `accountId`; its worklogs those on its tickets, its alerts those of its assets. A
 * loop takes an index.
 *
 * @throws TypeError naming the field of `ctx` that is wrong, or when `accountId` is no id; a wrong record never throws.
 * @example
 * const tickets = [{ client: { accountId: '7' }, status: 'Open', createdTime: '2024-01-02T10:00:00' }]
 * clientMetrics('7', { tickets }, { now: '2024-01-03T10:00:00Z' }).openTicketCount // 1
 */
export function clientMetrics(
  accountId: string,
  data: MetricsData | MetricsIndex,
  ctx: MetricsContext,
): ClientMetrics {
  const clientId = recordId(accountId)
  if (clientId === null) throw expected('accountId', 'the id of a client', accountId)
  const scope = indexedScopeOf(data, ctx)
  return clientFigures(tallyClient(clientId, scope), scope.settings)
}

/**
 * Figures of every client, by ascending id (code units): those of `data.clients`; where these are not known, those met
 * on tickets, contracts, invoices and assets.
 *
 * @throws TypeError naming the field of `ctx` that is wrong; a wrong record never throws.
 */
export function allClientMetrics(data: MetricsData | MetricsIndex, ctx: MetricsContext): ClientMetrics[] {
  const scope = indexedScopeOf(data, ctx)
  return clientIds(scope).map((id) => clientFigures(tallyClient(id, scope), scope.settings))
}

/** Figures of one client from what its records add up to. */
export function clientFigures(tallies: ClientTallies, settings: Settings): ClientMetrics {
  const { clientId, tickets, work, invoices, endpointCount } = tallies
  const { thresholds, today, ctx } = settings
  const contracts = activeContracts(tallies.contracts, settings)
  const active = contracts?.active ?? null
  const revenue = contracts === null ? null : inCents(contracts.revenue)
  const created = tickets?.createdCount ?? null
  const killRate = divide(tickets?.resolvedCount ?? null, created)
  const ticketsPerEndpoint = perEndpointPerMonth(created, endpointCount, settings)
  const compliance = slaCompliance(tickets?.resolution)
  const agedBacklog = divide(tickets?.agedCount ?? null, tickets?.openCount ?? null)
  const idleDays = daysSinceLastActivity(tallies.signsOfLife, settings)
  const contractEnd = daysToContractEnd(contracts, settings)
  const overdue = invoices && decimalRatioOrNull(overdueAmount(invoices, today), invoices.outstanding)
  const margin = clientMargin(tallies, settings)
  const marginRatio = grossMarginRatio(margin)
  const efficiency = agreementEfficiencyRatio(contracts, work, settings)
  const uninvoiced = uninvoicedContractCount(active, invoices, today)
  const uncontracted = uncontractedEndpointCount(active, endpointCount, today)
  const unpriced = work?.unpricedCount ?? null
  const overdrawn = overdrawnBlockCount(active)
  const csat = csatRatio(clientId, ctx.csatByClientId)
  const health = healthScore(
    {
      resolutionSlaCompliance: compliance,
      ticketsPerEndpoint,
      engagementDays: idleDays,
      overdueAmountRatio: invoices === null ? undefined : overdue,
      agedBacklogRatio: tickets === null ? undefined : agedBacklog,
      activeContractCount: active?.length,
      daysToContractEnd: contractEnd,
      csatRatio: csat,
    },
    thresholds,
  )
  return {
    clientId,
    openTicketCount: tickets?.openCount ?? null,
    ticketsCreatedCount: created,
    ticketsResolvedCount: tickets?.resolvedCount ?? null,
    netFlow: tickets === null ? null : tickets.createdCount - tickets.resolvedCount,
    killRate,
    killRateCategory: killRateCategory(killRate, thresholds),
    endpointCount,
    ticketsPerEndpointPerMonth: ticketsPerEndpoint,
    reactiveHoursPerEndpointPerMonth: perEndpointPerMonth(
      work && decimalToNumber(work.incidentHours),
      endpointCount,
      settings,
    ),
    supportHours: work && decimalToNumber(work.time.hours),
    medianTimeToResolutionMinutes: percentileMinutes(tickets?.resolutionMs, 0.5),
    p90TimeToResolutionMinutes: percentileMinutes(tickets?.resolutionMs, 0.9),
    firstResponseSlaComplianceRatio: slaCompliance(tickets?.firstResponse),
    resolutionSlaComplianceRatio: compliance,
    complianceCategory: complianceCategory(compliance, thresholds),
    agedBacklogRatio: agedBacklog,
    ticketVolumeTrendRatio: ticketVolumeTrendRatio(tickets),
    daysSinceLastActivity: idleDays,
    activityLevel: tickets === null ? null : activityLevel(idleDays, ticketsPerEndpoint, settings),
    activeContractCount: active?.length ?? null,
    monthlyRecurringRevenue: revenue,
    unpricedContractCount: contracts?.revenue.unpricedCount ?? null,
    contractTier: active && contractTier(clientId, active, revenue, settings),
    daysToContractEnd: contractEnd,
    invoicedAmount: invoices && moneyOrNull(invoices.invoiced),
    outstandingAmount: invoices && moneyOrNull(invoices.outstanding),
    overdueAmountRatio: overdue,
    laborCost: margin.labor && moneyOrNull(margin.labor),
    grossMarginRatio: marginRatio,
    grossMarginCategory: grossMarginCategory(marginRatio, thresholds),
    effectiveHourlyRate: effectiveHourlyRate(margin, work),
    agreementEfficiencyRatio: efficiency,
    agreementEfficiencyCategory: agreementEfficiencyCategory(efficiency, thresholds),
    unbilledBillableAmount: work && moneyOrNull(unbilledAmount(work, settings)),
    hasUninvoicedContract: isAny(uninvoiced),
    uninvoicedContractCount: uninvoiced,
    hasUncontractedEndpoint: isAny(uncontracted),
    uncontractedEndpointCount: uncontracted,
    hasUnpricedWorklog: isAny(unpriced),
    unpricedWorklogCount: unpriced,
    hasOverdrawnBlock: isAny(overdrawn),
    overdrawnBlockCount: overdrawn,
    alertsPerEndpointPerMonth: perEndpointPerMonth(tallies.alertCount, endpointCount, settings),
    csatRatio: csat,
    npsScore: npsScore(clientId, ctx.npsByClientId),
    healthScore: health.score,
    healthScoreParts: health.parts,
    healthBand: healthBand(health.score, thresholds),
  }
}
