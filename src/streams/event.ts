import type { Origin } from '../client/fallback.js'
import type { Alert, Instant, Ticket } from '../entities/generated/types.js'
import type { BoardMetrics } from '../metrics/board-metrics.js'

/** What the filters of a subscription read; null when the record names none. */
export interface EventAttributes {
  readonly clientId: string | null
  readonly technicianId: string | null
  readonly priority: string | null
}

export type Changes = Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>

export interface TicketEventData extends EventAttributes {
  /** As far as the poller selects it; of a removed ticket what was last known. */
  readonly ticket: Partial<Ticket> & Pick<Ticket, 'ticketId'>
  /** Empty for `ticket.created`, `ticket.removed` and `ticket.restored`. */
  readonly changes: Changes
}

export interface SlaEventData extends EventAttributes {
  readonly ticketId: string
  readonly displayId: string | null
  readonly clock: 'firstResponse' | 'resolution'
  readonly dueAt: Instant
  /** Share of the clock that was consumed when the event fell due; 1 for `sla.breached`. */
  readonly threshold: number
  /** False when the ticket could not be read again right before the instant. */
  readonly verified: boolean
  /** Id of the event that a later flag of the vendor contradicts. */
  readonly corrects?: string
}

export interface TechnicianActivityData extends EventAttributes {
  /** What was done, such as `logged work`. */
  readonly verb: string
  readonly at: Instant
  readonly ticketId: string | null
  readonly displayId: string | null
}

export interface MetricsEventData {
  readonly at: Instant
  readonly board: BoardMetrics
}

export interface HealthEventData {
  readonly at: Instant
  readonly status: 'ok' | 'degraded' | 'down'
  readonly reasons: readonly string[]
}

export interface AlertEventData extends EventAttributes {
  readonly alert: Partial<Alert> & Pick<Alert, 'id'>
}

/** What `data` holds, by type of event. */
export interface EventData {
  'metrics.updated': MetricsEventData
  'ticket.created': TicketEventData
  'ticket.assigned': TicketEventData
  'ticket.status-changed': TicketEventData
  'ticket.resolved': TicketEventData
  'ticket.reopened': TicketEventData
  'ticket.updated': TicketEventData
  'ticket.removed': TicketEventData
  'ticket.restored': TicketEventData
  'sla.at-risk': SlaEventData
  'sla.breached': SlaEventData
  'sla.met': SlaEventData
  'technician.activity': TechnicianActivityData
  'health.updated': HealthEventData
  'alert.raised': AlertEventData
  'alert.resolved': AlertEventData
}
export type EventType = keyof EventData

/** The types of event that each stream carries. */
export interface StreamTypes {
  metrics: 'metrics.updated'
  tickets: Extract<EventType, `ticket.${string}`>
  'sla-alerts': Extract<EventType, `sla.${string}`>
  'technician-activity': 'technician.activity'
  'system-health': 'health.updated' | 'alert.raised' | 'alert.resolved'
}
export type StreamName = keyof StreamTypes

/**
 * An event as CloudEvents 1.0 JSON, the form on every wire.
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md
 */
export interface StreamEvent<Type extends string = string> {
  readonly specversion: '1.0'
  /** The same for every delivery of one event; {@link eventId}. */
  readonly id: string
  /** `superops/<subdomain>/<product>`. */
  readonly source: string
  readonly type: Type
  readonly time: Instant
  /** Id of the record; absent when the event is about the tenant as a whole. */
  readonly subject?: string
  readonly datacontenttype: 'application/json'
  readonly data: Type extends EventType ? EventData[Type] : unknown
  readonly stream: string
  /** A decimal text, since CloudEvents knows integers of 32 bits only. From 1, without holes per stream and epoch. */
  readonly sequence: string
  /** Changes when the numbers start anew. */
  readonly epoch: string
  readonly origin: Origin
}

/** The events of a stream, told apart by `type`; unknown `data` for a stream that was added. */
export type EventOf<Stream extends string> = Stream extends StreamName
  ? { [Type in StreamTypes[Stream]]: StreamEvent<Type> }[StreamTypes[Stream]]
  : StreamEvent
