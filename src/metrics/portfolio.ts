import { MINUTE_MS } from '../values/day.js'
import { decimalToNumber } from '../values/decimal.js'
import { logoChurnRatio, revenueChurnRatio } from './churn.js'
import { perEndpointPerMonth } from './client-figures.js'
import { type ClientMetrics, clientFigures } from './client-metrics.js'
import { type ClientTallies, clientIds, tallyClient } from './client-tallies.js'
import { unbilledAmount } from './client-work.js'
import type { MetricsContext } from './context.js'
import type { HealthBand } from './health-score.js'
import { overdueAmount } from './invoices.js'
import { decimalOf, decimalRatioOrNull, finiteOrNull, moneyOrNull, sumOfDecimals } from './money.js'
import {
  pooledCompliance,
  pooledMargin,
  pooledQuantiles,
  total,
  totalAmount,
  totalNumber,
} from './pooled-clients.js'
import type { MetricsData } from './records.js'
import {
  type RevenueClass,
  revenueClasses,
  revenueHhi,
  topClientRevenueShare,
  totalRevenue,
} from './revenue-share.js'
import { indexedScopeOf, type MetricsIndex } from './scope.js'
import type { Settings } from './settings.js'
import { divide } from './share.js'
import { type TechnicianTally, tallyTechnician, technicianIds } from './technician-tally.js'
import { teamOf } from './technician-team.js'

/** Figures of all clients together; every key is always there. The catalogue tells formula, unit and null rule of each. */
export interface Portfolio {
  clientCount: number
  activeClientCount: number | null
  /** Ids of the clients with an active contract, ascending: what churn is later counted from. */
  activeClientIds: string[] | null
  totalMonthlyRecurringRevenue: number | null
  monthlyRecurringRevenueByClientId: Record<string, number | null>
  topClientRevenueShare: number | null
  revenueHhi: number | null
  revenueClassByClientId: Record<string, RevenueClass | null>
  killRate: number | null
  netFlow: number | null
  ticketsPerEndpointPerMonth: number | null
  reactiveHoursPerEndpointPerMonth: number | null
  firstResponseSlaComplianceRatio: number | null
  resolutionSlaComplianceRatio: number | null
  p50TimeToResolutionMinutes: number | null
  p90TimeToResolutionMinutes: number | null
  p95TimeToResolutionMinutes: number | null
  grossMarginRatio: number | null
  effectiveHourlyRate: number | null
  coveredClientCount: number
  outstandingAmount: number | null
  overdueAmountRatio: number | null
  unbilledBillableAmount: number | null
  healthDistribution: Record<HealthBand | 'unknown', number>
  atRiskMonthlyRecurringRevenue: number | null
  openTicketCount: number | null
  agedBacklogRatio: number | null
  utilizationRatio: number | null
  logoChurnRatio: number | null
  revenueChurnRatio: number | null
}

/** Time worked, and time that was there to work, of one technician. */
export interface TechnicianTime {
  readonly tally: TechnicianTally
  /** Null without schedule. */
  readonly availableHours: number | null
}

/**
 * Figures of all clients together: numerators and denominators are added, percentiles taken of all values; never an
 * average of the clients' own ratios.
 *
 * The clients are those of {@link allClientMetrics}; a record of no client is in none of it. Churn is counted from
 * `ctx.previousPortfolio`.
 *
 * @throws TypeError naming the field of `ctx` that is wrong; a wrong record never throws.
 */
export function portfolio(data: MetricsData | MetricsIndex, ctx: MetricsContext): Portfolio {
  const scope = indexedScopeOf(data, ctx)
  const tallies = technicianIds(scope).map((id) => tallyTechnician(id, scope))
  const team = teamOf(tallies, scope)
  return portfolioFigures(
    clientIds(scope).map((id) => tallyClient(id, scope)),
    tallies.map((tally) => ({ tally, availableHours: team.availability(tally.technicianId)?.hours ?? null })),
    scope.settings,
  )
}

/** Figures of a portfolio from what the records of its clients and technicians add up to. */
export function portfolioFigures(
  clients: readonly ClientTallies[],
  technicians: readonly TechnicianTime[],
  settings: Settings,
): Portfolio {
  const { thresholds, today, ctx } = settings
  const rows = clients.map((client) => clientFigures(client, settings))
  const revenue = new Map(rows.map((row) => [row.clientId, row.monthlyRecurringRevenue]))
  const activeIds = activeClientIds(rows)
  const revenueSum = totalRevenue(revenue)
  const created = total(clients, ({ tickets }) => tickets?.createdCount)
  const resolved = total(clients, ({ tickets }) => tickets?.resolvedCount)
  const open = total(clients, ({ tickets }) => tickets?.openCount)
  const endpoints = total(clients, ({ endpointCount }) => endpointCount)
  const incidentHours = totalNumber(clients, ({ work }) => work?.incidentHours)
  const outstanding = totalAmount(clients, ({ invoices }) => invoices?.outstanding)
  const overdue = totalAmount(clients, ({ invoices }) => invoices && overdueAmount(invoices, today))
  const unbilled = totalAmount(clients, ({ work }) => work && unbilledAmount(work, settings))
  const resolutionMs = pooledQuantiles(clients)
  const margin = pooledMargin(clients, settings)
  return {
    clientCount: clients.length,
    activeClientCount: activeIds?.length ?? null,
    activeClientIds: activeIds,
    totalMonthlyRecurringRevenue: revenueSum && moneyOrNull(revenueSum),
    monthlyRecurringRevenueByClientId: Object.fromEntries(revenue),
    topClientRevenueShare: topClientRevenueShare(revenue),
    revenueHhi: revenueHhi(revenue),
    revenueClassByClientId: revenueClasses(revenue, thresholds),
    killRate: divide(resolved, created),
    netFlow: created === null || resolved === null ? null : created - resolved,
    ticketsPerEndpointPerMonth: perEndpointPerMonth(created, endpoints, settings),
    reactiveHoursPerEndpointPerMonth: perEndpointPerMonth(incidentHours, endpoints, settings),
    firstResponseSlaComplianceRatio: pooledCompliance(clients, ({ tickets }) => tickets?.firstResponse),
    resolutionSlaComplianceRatio: pooledCompliance(clients, ({ tickets }) => tickets?.resolution),
    p50TimeToResolutionMinutes: divide(resolutionMs(0.5), MINUTE_MS),
    p90TimeToResolutionMinutes: divide(resolutionMs(0.9), MINUTE_MS),
    p95TimeToResolutionMinutes: divide(resolutionMs(0.95), MINUTE_MS),
    grossMarginRatio: margin.grossMarginRatio,
    effectiveHourlyRate: margin.effectiveHourlyRate,
    coveredClientCount: margin.coveredClientCount,
    outstandingAmount: outstanding && moneyOrNull(outstanding),
    overdueAmountRatio: outstanding && overdue && decimalRatioOrNull(overdue, outstanding),
    unbilledBillableAmount: unbilled && moneyOrNull(unbilled),
    healthDistribution: healthDistribution(rows),
    atRiskMonthlyRecurringRevenue: activeIds && atRiskRevenue(rows),
    openTicketCount: open,
    agedBacklogRatio: divide(
      total(clients, ({ tickets }) => tickets?.agedCount),
      open,
    ),
    utilizationRatio: utilizationRatio(technicians),
    logoChurnRatio: logoChurnRatio(ctx.previousPortfolio, activeIds),
    revenueChurnRatio: revenueChurnRatio(ctx.previousPortfolio, revenue),
  }
}

/** P01: ids of clients with at least one active contract; null when contracts are not known. */
function activeClientIds(rows: readonly ClientMetrics[]): string[] | null {
  if (rows.some(({ activeContractCount }) => activeContractCount === null)) return null
  return rows.filter(({ activeContractCount }) => activeContractCount !== 0).map(({ clientId }) => clientId)
}

/** P13: clients per health band, and those without one. */
function healthDistribution(rows: readonly ClientMetrics[]): Portfolio['healthDistribution'] {
  const counts = { healthy: 0, watch: 0, atRisk: 0, unknown: 0 }
  for (const { healthBand } of rows) counts[healthBand ?? 'unknown'] += 1
  return counts
}

/** P14: Σ C18 of the clients of band atRisk. */
const atRiskRevenue = (rows: readonly ClientMetrics[]): number | null =>
  moneyOrNull(
    sumOfDecimals(
      rows.flatMap(({ healthBand, monthlyRecurringRevenue: amount }) =>
        healthBand === 'atRisk' && amount !== null ? [decimalOf(amount)] : [],
      ),
    ),
  )

/** P16: Σ hours ÷ Σ available hours of the technicians of whom both are known; null without any. */
function utilizationRatio(technicians: readonly TechnicianTime[]): number | null {
  const known = technicians.flatMap(({ tally: { worklogs }, availableHours }) =>
    worklogs === null || availableHours === null ? [] : [{ worked: worklogs.hours, availableHours }],
  )
  const worked = decimalToNumber(sumOfDecimals(known.map(({ worked }) => worked)))
  const available = decimalToNumber(
    sumOfDecimals(known.map(({ availableHours }) => decimalOf(availableHours))),
  )
  const utilization = divide(worked, available)
  return utilization === null ? null : finiteOrNull(utilization)
}
