import type { ExtractedRow } from '@superhack/superops/extract'
import type { ClientMetrics, Portfolio } from '@superhack/superops/metrics'

export interface ClientLine {
  readonly name: string
  readonly open: number | null
  readonly created: number | null
  readonly resolved: number | null
  readonly resolutionSlaComplianceRatio: number | null
  readonly monthlyRecurringRevenue: number | null
  readonly healthScore: number | null
  readonly healthBand: ClientMetrics['healthBand']
}

export interface ClientLines {
  readonly clientCount: number
  readonly totalMonthlyRecurringRevenue: number | null
  readonly healthDistribution: Portfolio['healthDistribution']
  /** Those to look at first: of the worst health. */
  readonly lines: readonly ClientLine[]
  readonly more: number
}

const shown = 8

export function clientLines(
  clients: readonly ExtractedRow<'clients'>[],
  metrics: readonly ClientMetrics[],
  portfolio: Portfolio,
): ClientLines {
  const names = new Map(clients.map(({ accountId, name }) => [accountId, name]))
  const lines = metrics.map((row) => ({
    name: names.get(row.clientId) ?? row.clientId,
    open: row.openTicketCount,
    created: row.ticketsCreatedCount,
    resolved: row.ticketsResolvedCount,
    resolutionSlaComplianceRatio: row.resolutionSlaComplianceRatio,
    monthlyRecurringRevenue: row.monthlyRecurringRevenue,
    healthScore: row.healthScore,
    healthBand: row.healthBand,
  }))
  const ordered = lines.sort(
    (a, b) => (a.healthScore ?? 101) - (b.healthScore ?? 101) || a.name.localeCompare(b.name, 'en'),
  )
  const { clientCount, totalMonthlyRecurringRevenue, healthDistribution } = portfolio
  return {
    clientCount,
    totalMonthlyRecurringRevenue,
    healthDistribution,
    lines: ordered.slice(0, shown),
    more: Math.max(0, ordered.length - shown),
  }
}
