import type * as metrics from '@superhack/superops/metrics'
import type { MetricsContext, MetricsData } from '@superhack/superops/metrics'

/** What is asked of quality, of a build that has it. */
export interface QualityEntry {
  assessQuality(data: MetricsData, ctx: MetricsContext): unknown
}

/** Every figure of some records, as text, for comparing hosts; copies are passed in, so it runs on any of them. */
export function allFigures(
  of: typeof metrics,
  quality: QualityEntry | null,
  data: MetricsData,
  ctx: MetricsContext,
): string {
  const index = of.indexMetricsData(data, ctx)
  const tickets = of.allTicketMetrics(index, ctx)
  const groups = ['priority', 'client', 'technician', 'techGroup', 'sla'] as const
  const granularities = ['hour', 'day', 'week', 'month'] as const
  const state = of.createMetricsState(ctx, data)
  return JSON.stringify({
    tickets,
    slaCounts: of.slaCounts(tickets),
    clients: of.allClientMetrics(index, ctx),
    technicians: of.technicianMetrics(index, ctx),
    portfolio: of.portfolio(index, ctx),
    sla: of.slaMetrics(index, ctx),
    slaByGroup: groups.map((group) => of.slaMetrics(index, ctx, group)),
    delivery: granularities.map((granularity) => of.serviceDelivery(index, ctx, granularity)),
    board: of.boardMetrics(index, ctx),
    state: [state.allClientMetrics(), state.technicianMetrics(), state.portfolio()],
    quality: quality?.assessQuality(data, ctx) ?? null,
  })
}
