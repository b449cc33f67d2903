import type { StreamEvent } from './event.js'
import type { StreamFeed } from './stream-feed.js'

/** What became of a delivery that neither succeeded nor failed in the ordinary way. */
export type Verdict =
  /** Try again, not before this time has passed; the text says why. */
  | { readonly retryAfterMs: number; readonly reason?: string }
  /** Never try this event again; the text says why. */
  | { readonly dead: string }
  /** Deliver nothing more; the text says why. */
  | { readonly disabled: string }

export interface DeliveryAttempt {
  /** From 1. */
  readonly number: number
  readonly signal: AbortSignal
  /** What the schedule waits, before jitter, if this attempt fails; absent when it is the last. */
  readonly waitMs?: number
}

/**
 * Where events go. Queueing, retries, order and dead letters belong to the manager, so a sink stays small.
 *
 * A sink that only has `open` serves readers of its own; a sink that only has `deliver` is handed events.
 *
 * @example
 * const printer: Sink = {
 *   name: 'printer',
 *   async deliver(event) {
 *     console.log(event.type, event.subject)
 *   },
 * }
 */
export interface Sink {
  /** Names it in status and state: the same across restarts, another for each sink of a manager. */
  readonly name: string
  /** Once, before anything else: history, positions and live tail, for sinks that serve readers of their own. */
  open?(feed: StreamFeed): Promise<void>
  /** Resolves once handed over; rejects to be tried again by the schedule. May see an event twice. */
  deliver?(
    event: StreamEvent,
    attempt: DeliveryAttempt,
    // biome-ignore lint/suspicious/noConfusingVoidType: an async function without a return fits
  ): Promise<void | Verdict>
  /** Resolves once nothing of it is left open; may be called without `open`, and twice. */
  close?(): Promise<void>
}
