import type { ServiceDelivery } from '@superhack/superops/metrics'

export interface DeliveryLine {
  /** ISO week, such as `2026-W01`. */
  readonly bucket: string
  readonly created: number | null
  readonly resolved: number | null
  readonly backlog: number | null
  readonly worklogHours: number | null
  readonly firstResponseSlaComplianceRatio: number | null
  readonly resolutionSlaComplianceRatio: number | null
}

export const deliveryLines = (weeks: readonly ServiceDelivery[]): DeliveryLine[] =>
  weeks.map((week) => ({
    bucket: week.bucket,
    created: week.ticketsCreatedCount,
    resolved: week.ticketsResolvedCount,
    backlog: week.backlogAtEndCount,
    worklogHours: week.worklogHours,
    firstResponseSlaComplianceRatio: week.firstResponseSlaComplianceRatio,
    resolutionSlaComplianceRatio: week.resolutionSlaComplianceRatio,
  }))
