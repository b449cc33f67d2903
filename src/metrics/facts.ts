import { alwaysOpen, type Calendar } from './business-calendar.js'
import type { MetricsTicket, PriorityRank, StatusChange } from './context.js'
import { recordId } from './record-id.js'
import type { Scope } from './scope.js'
import type { Settings } from './settings.js'
import { type SlaClock, type SlaClocks, type SlaFacts, slaClock } from './sla-clock.js'
import { instantOf } from './timestamp.js'

/** Everything that the figures of one ticket are made of. Instants are epoch ms; NaN is "none". */
export interface TicketFacts extends SlaFacts, SlaClocks {
  readonly ticketId: string | null
  readonly priorityRank: PriorityRank | null
  readonly firstResponseAt: number
  /** Only of resolved and closed tickets: an open one with a resolution time is a suspected reopen. */
  readonly resolvedAt: number
  /** Now while open, else the resolution. */
  readonly endedAt: number
  /** Business hours of the ticket's site; null when no schedule is known. */
  readonly calendar: Calendar | null
  readonly statusHistory: readonly StatusChange[] | undefined
}

type Unfinished<Facts> = { -readonly [Name in keyof Facts]: Facts[Name] }

const noClock: SlaClock = Object.freeze({
  due: Number.NaN,
  done: Number.NaN,
  status: 'notApplicable',
  consumedRatio: Number.NaN,
})

/** Reads a ticket once; what has the wrong form is absent, nothing throws. */
export function ticketFacts(ticket: MetricsTicket, scope: Scope): TicketFacts {
  const { settings, lookups } = scope
  const { zone, now } = settings
  const ticketId = recordId(ticket.ticketId)
  const resolutionTime = eventTime(ticket.resolutionTime, settings)
  const statusClass =
    settings.names.statusClass(ticket.status) ?? (Number.isNaN(resolutionTime) ? 'open' : 'resolved')
  const isTerminal = statusClass === 'resolved' || statusClass === 'closed'
  const isOpen = !isTerminal && statusClass !== 'cancelled'
  const resolvedAt = isTerminal ? resolutionTime : Number.NaN
  const firstResponseAt = eventTime(ticket.firstResponseTime, settings)
  const answeredAt =
    Number.isNaN(firstResponseAt) && settings.resolutionCountsAsResponse ? resolvedAt : firstResponseAt
  const calendar = scope.calendars.ofSite(recordId(ticket.site?.id))
  const facts: Unfinished<TicketFacts> = {
    settings,
    ticketId,
    statusClass,
    isOpen,
    priorityRank: settings.names.priorityRank(ticket.priority),
    startedAt: statusClass === 'cancelled' ? Number.NaN : eventTime(ticket.createdTime, settings),
    firstResponseAt,
    resolvedAt,
    endedAt: isOpen ? now : resolvedAt,
    calendar,
    slaCalendar: chosenClock(settings, calendar),
    statusHistory: ticketId === null ? undefined : lookups.statusHistory(ticketId),
    firstResponse: noClock,
    resolution: noClock,
  }
  // The clocks read the rest of the facts.
  const firstResponseDue = instantOf(ticket.firstResponseDueTime, zone)
  const resolutionDue = instantOf(ticket.resolutionDueTime, zone)
  facts.firstResponse = slaClock(facts, firstResponseDue, answeredAt, ticket.firstResponseViolated)
  facts.resolution = slaClock(facts, resolutionDue, resolvedAt, ticket.resolutionViolated)
  return facts
}

/** An event cannot lie in the future: within the skew it is now, beyond it is none. */
export function eventTime(value: unknown, { zone, now, skew }: Settings): number {
  const ms = instantOf(value, zone)
  return ms <= now ? ms : ms <= now + skew ? now : Number.NaN
}

function chosenClock({ slaClock: wanted }: Settings, calendar: Calendar | null): Calendar | null {
  if (wanted === 'calendar') return alwaysOpen
  return wanted === 'auto' ? (calendar ?? alwaysOpen) : calendar
}
