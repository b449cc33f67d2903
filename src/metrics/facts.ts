import type { Zone } from '../values/zone.js'
import { alwaysOpen, type Calendar } from './business-calendar.js'
import type { PriorityRank } from './context.js'
import { type ConversationFacts, conversationFacts } from './conversations.js'
import { eventTime } from './event-time.js'
import { recordId } from './record-id.js'
import type { MetricsTicket, StatusChange } from './records.js'
import { type RequestClass, requestClass } from './request-class.js'
import type { Scope } from './scope.js'
import type { Settings } from './settings.js'
import { type SlaClock, type SlaClocks, type SlaFacts, slaClock } from './sla-clock.js'
import { instantOf } from './timestamp.js'
import type { HourSums } from './worklogs.js'

/** Everything that the figures of one ticket are made of. Instants are epoch ms; NaN is "none". */
export interface TicketFacts extends SlaFacts, SlaClocks {
  readonly record: MetricsTicket
  readonly ticketId: string | null
  readonly clientId: string | null
  readonly technicianId: string | null
  readonly priorityRank: PriorityRank | null
  readonly requestClass: RequestClass | null
  /** Also of a cancelled ticket. */
  readonly createdAt: number
  readonly updatedAt: number
  readonly firstResponseAt: number
  /** The resolution time as it is, also of a ticket that is not resolved. */
  readonly resolutionAt: number
  /** Only of resolved and closed tickets: an open one with a resolution time is a suspected reopen. */
  readonly resolvedAt: number
  /** Now while open, else the resolution. */
  readonly endedAt: number
  /** Business hours of the ticket's site; null when no schedule is known. */
  readonly calendar: Calendar | null
  /** Zone of its schedule; null when none is known. */
  readonly zone: Zone | null
  readonly statusHistory: readonly StatusChange[] | undefined
  /** Undefined when the conversation was not loaded. */
  readonly conversation: ConversationFacts | undefined
  /** Undefined when worklogs are not known. */
  readonly worklogHours: HourSums | undefined
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
  const resolutionAt = eventTime(ticket.resolutionTime, settings)
  const statusClass =
    settings.names.statusClass(ticket.status) ?? (Number.isNaN(resolutionAt) ? 'open' : 'resolved')
  const isTerminal = statusClass === 'resolved' || statusClass === 'closed'
  const isOpen = !isTerminal && statusClass !== 'cancelled'
  const resolvedAt = isTerminal ? resolutionAt : Number.NaN
  const firstResponseAt = eventTime(ticket.firstResponseTime, settings)
  const answeredAt =
    Number.isNaN(firstResponseAt) && settings.resolutionCountsAsResponse ? resolvedAt : firstResponseAt
  const schedule = scope.calendars.ofSite(recordId(ticket.site?.id))
  const createdAt = eventTime(ticket.createdTime, settings)
  const conversation = ticketId === null ? undefined : lookups.conversation(ticketId)
  const facts: Unfinished<TicketFacts> = {
    record: ticket,
    settings,
    ticketId,
    clientId: recordId(ticket.client?.accountId),
    technicianId: recordId(ticket.technician?.userId),
    statusClass,
    isOpen,
    priorityRank: settings.names.priorityRank(ticket.priority),
    requestClass: requestClass(ticket),
    createdAt,
    startedAt: statusClass === 'cancelled' ? Number.NaN : createdAt,
    updatedAt: eventTime(ticket.updatedTime, settings),
    firstResponseAt,
    resolutionAt,
    resolvedAt,
    endedAt: isOpen ? now : resolvedAt,
    calendar: schedule.calendar,
    zone: schedule.zone,
    slaCalendar: chosenClock(settings, schedule.calendar),
    statusHistory: ticketId === null ? undefined : lookups.statusHistory(ticketId),
    conversation: conversation && conversationFacts(conversation, settings),
    worklogHours: ticketId === null ? undefined : lookups.hours(ticketId),
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

function chosenClock({ slaClock: wanted }: Settings, calendar: Calendar | null): Calendar | null {
  if (wanted === 'calendar') return alwaysOpen
  return wanted === 'auto' ? (calendar ?? alwaysOpen) : calendar
}
