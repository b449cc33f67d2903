import type { SinkStatus } from './outbox/sink-status.js'
import type { StreamPosition } from './stream-feed.js'

/** How a manager stands. */
export interface ManagerStatus {
  /** `baseline` until the tickets of the tenant were read whole once. */
  readonly phase: 'idle' | 'baseline' | 'live' | 'stopped'
  readonly polls: number
  /** Ticks at which the poll before was still under way. */
  readonly skippedPolls: number
  /** In a row. */
  readonly failedPolls: number
  /** Requests of all polls. */
  readonly requests: number
  readonly streams: Readonly<Record<string, StreamPosition>>
  readonly updateIntervalMs: number
  /** Milliseconds since each entity was read. */
  readonly ages: Readonly<Record<string, number>>
  /** Entities that are followed and were not read to their end, the last time or ever. */
  readonly incomplete: readonly string[]
  readonly sinks: readonly SinkStatus[]
  readonly health: 'ok' | 'degraded' | 'down'
  /** Why health is not `ok`. */
  readonly reasons: readonly string[]
}
