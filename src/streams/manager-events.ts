import type { EventEmitter } from 'eventemitter3'
import type { EventOf, StreamEvent, StreamName } from './event.js'

/** What a manager emits: each stream under its own name, and `error`. */
export type ManagerEvents = { readonly [Name in StreamName]: (event: EventOf<Name>) => void } & {
  readonly error: (error: unknown) => void
}

/** How streams that were added are listened to. */
export type AddedListeners<Name extends string> = Pick<
  EventEmitter<{ readonly [Each in Name]: (event: StreamEvent) => void }>,
  'on' | 'once' | 'off'
>

export const streamNames = [
  'metrics',
  'tickets',
  'sla-alerts',
  'technician-activity',
  'system-health',
] as const

/** What is read anew for a stream. */
export const refreshedEntities: Readonly<Record<string, readonly string[]>> = {
  tickets: ['tickets'],
  'sla-alerts': ['tickets'],
  'technician-activity': ['tickets', 'worklogs'],
  'system-health': ['alerts'],
}
