import type { Ticket } from '@superhack/superops'
import type { TicketMetrics } from '@superhack/superops/metrics'

/** Late time, and nothing else, gives a ticket its level. */
export type Level = 'late' | 'critical' | 'atRisk' | 'none'

export interface ReportTicket {
  readonly ticket: Ticket
  readonly metrics: TicketMetrics
  readonly level: Level
}

const isAnswered = (ticket: Ticket) =>
  ticket.firstResponseTime !== null && ticket.firstResponseTime !== undefined

/** Worst of the two running clocks: breached, or the share of its target that is used up. */
function levelOf(ticket: Ticket, metrics: TicketMetrics): Level {
  if (!metrics.isOpen) return 'none'
  const unanswered = !isAnswered(ticket)
  if (
    metrics.resolutionSlaStatus === 'breached' ||
    (unanswered && metrics.firstResponseSlaStatus === 'breached')
  )
    return 'late'
  const used = Math.max(
    metrics.resolutionSlaConsumedRatio ?? 0,
    unanswered ? (metrics.firstResponseSlaConsumedRatio ?? 0) : 0,
  )
  return used >= 0.9 ? 'critical' : used >= 0.75 ? 'atRisk' : 'none'
}

/** Tickets beside their figures. */
export function joinTickets(tickets: readonly Ticket[], metrics: readonly TicketMetrics[]): ReportTicket[] {
  const byId = new Map(tickets.map((ticket) => [ticket.ticketId, ticket]))
  return metrics.flatMap((figures) => {
    const ticket = figures.ticketId === null ? undefined : byId.get(figures.ticketId)
    return ticket === undefined ? [] : [{ ticket, metrics: figures, level: levelOf(ticket, figures) }]
  })
}
