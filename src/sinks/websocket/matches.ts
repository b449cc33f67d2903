import type { StreamEvent } from '../../streams/event.js'
import type { EventFilter } from '../../streams/protocol.js'

/** Whether an event passes a filter. */
export function matches(filter: EventFilter, { type, data }: StreamEvent): boolean {
  const attributes: Record<string, unknown> = typeof data === 'object' && data !== null ? { ...data } : {}
  return (
    allows(filter.type, type) &&
    allows(filter.client, attributes.clientId) &&
    allows(filter.technician, attributes.technicianId) &&
    allows(filter.priority, attributes.priority)
  )
}

const allows = (list: readonly string[] | undefined, value: unknown) =>
  list === undefined || (typeof value === 'string' && list.includes(value))
