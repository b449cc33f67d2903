import { SlidingLimiter } from './sliding-limiter.js'

/** Interactive calls go first; the others are paced, so that tokens come back one by one. */
export type Priority = 'interactive' | 'incremental' | 'backfill'

export interface LimiterOptions {
  /** Requests in any window; `Infinity` for no limit. @defaultValue 100, the stricter of two documented figures */
  requestsPerMinute?: number
  /** Least time between two starts. @defaultValue 0 */
  minSpacingMs?: number
  /** The server's window; only tests have reason to change it. @defaultValue 60000 */
  windowMs?: number
  /**
   * A token stays out this much longer than the window, counted from the start, and never less than a window counted
   * from the answer, since the server counts arrivals. @defaultValue 500
   */
  safetyMs?: number
}

export interface LimiterStats {
  readonly requestsPerMinute: number
  readonly waiting: number
  /** Starts that still count in the present window. */
  readonly used: number
  readonly started: number
  readonly refused: number
  readonly paused: boolean
  /** How long the call that has waited longest waits by now, in ms; 0 when none waits. */
  readonly longestWaitMs: number
  /** When all that waits now will have started, in ms from now, if the server refuses none. */
  readonly drainMs: number
}

/** What the server did with an attempt: it counts as refused when it was turned away by the limit. */
export interface Admission<T> {
  readonly refused: boolean
  /** Least wait that the server asked for, such as Retry-After. */
  readonly retryAfterMs?: number
  /** A refused run that must not be repeated: it resolves with its value. */
  readonly final?: boolean
  readonly value: T
}

/** A request budget; clients that read the same tenant with the same token share one. */
export interface Limiter {
  /**
   * Runs when a request is allowed, in the async context of this call; a refused run goes back to the head of
   * its queue, unless it is `final`.
   */
  schedule<T>(run: () => Promise<Admission<T>>, call?: ScheduledCall): Promise<T>
  stats(): LimiterStats
  /** Rejects what waits and drops its timers. */
  close(): void
}

export interface ScheduledCall {
  readonly priority?: Priority
  readonly signal?: AbortSignal
  /** Told each time the server refused, with the pause that follows. */
  readonly onRefused?: (pauseMs: number) => void
}

/**
 * Makes a request budget: in any window at most `requestsPerMinute` requests start, retries included.
 *
 * @throws TypeError when an option is no positive number.
 * @example
 * const limiter = createLimiter({ requestsPerMinute: 800 })
 * limiter.stats().waiting
 * // => 0
 */
export function createLimiter(options: LimiterOptions = {}): Limiter {
  return new SlidingLimiter(options)
}
