import type { SlaCounts } from '@superhack/superops/metrics'
import type { ReportTicket } from './report-ticket.js'

/** The figures that should be zero, and the flow of the day. */
export interface Headline {
  readonly late: number
  readonly atRisk: number
  readonly withoutOwner: number
  readonly withoutReply: number
  readonly open: number
  readonly onHold: number
  /** Since midnight UTC. */
  readonly createdToday: number
  readonly resolvedToday: number
  readonly fixedInTime: number | null
  readonly answeredInTime: number | null
}

export function headline(rows: readonly ReportTicket[], now: string, sla: SlaCounts): Headline {
  const open = rows.filter(({ metrics }) => metrics.isOpen)
  const today = now.slice(0, 10)
  const isToday = (time: string | null | undefined) => time?.startsWith(today) === true
  const count = (list: readonly ReportTicket[], fits: (row: ReportTicket) => boolean) =>
    list.filter(fits).length
  return {
    late: count(open, ({ level }) => level === 'late'),
    atRisk: count(open, ({ level }) => level === 'critical' || level === 'atRisk'),
    withoutOwner: count(open, ({ ticket }) => (ticket.technician ?? null) === null),
    withoutReply: count(open, ({ metrics }) => metrics.minutesToFirstResponseBreach !== null),
    open: open.length,
    onHold: count(open, ({ metrics }) => metrics.statusClass === 'paused'),
    createdToday: count(
      rows,
      ({ ticket, metrics }) => metrics.statusClass !== 'cancelled' && isToday(ticket.createdTime),
    ),
    resolvedToday: count(
      rows,
      ({ ticket, metrics }) => metrics.timeToResolutionMinutes !== null && isToday(ticket.resolutionTime),
    ),
    fixedInTime: sla.resolution.complianceRatio,
    answeredInTime: sla.firstResponse.complianceRatio,
  }
}
