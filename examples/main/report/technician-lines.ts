import type { ExtractedRow } from '@superhack/superops/extract'
import type { TechnicianMetrics } from '@superhack/superops/metrics'

export interface TechnicianLine {
  readonly name: string
  readonly open: number | null
  readonly resolved: number | null
  readonly worklogHours: number | null
  readonly billableRatio: number | null
  readonly resolutionSlaComplianceRatio: number | null
}

/** By name: a report is no ranking of people. */
export function technicianLines(
  technicians: readonly ExtractedRow<'technicians'>[],
  metrics: readonly TechnicianMetrics[],
): TechnicianLine[] {
  const names = new Map(technicians.map(({ userId, name }) => [userId, name]))
  return metrics
    .map((row) => ({
      name: names.get(row.technicianId) ?? row.technicianId,
      open: row.openTicketCount,
      resolved: row.ticketsResolvedCount,
      worklogHours: row.worklogHours,
      billableRatio: row.billableRatio,
      resolutionSlaComplianceRatio: row.resolutionSlaComplianceRatio,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
