import { setMaxListeners } from 'node:events'
import type { Attempt, ErrorFacts, WriteOutcome } from '../errors.js'
import type { Origin } from './fallback.js'
import type { Priority } from './limiter.js'

/** What ended an attempt without a usable answer. */
export type Failure =
  | { readonly kind: 'network'; readonly code: string; readonly opened: boolean }
  | { readonly kind: 'timeout' }
  /** Turned away by the limit, with a body that cannot be sent again. */
  | { readonly kind: 'refused' }
  /** What the caller gave to be sent could not be read. */
  | { readonly kind: 'content'; readonly what: string; readonly cause: unknown }
  | {
      readonly kind: 'http'
      readonly status: number
      readonly what: string
      /** Least wait before another try, as the server asked. */
      readonly retryAfterMs?: number
    }
  | {
      readonly kind: 'auth'
      readonly status: number
      readonly what: string
      readonly cause?: unknown
      /** The apiKey function gives another token by now. */
      readonly tokenChanged?: boolean
    }

export interface CallSettings {
  readonly operation: string
  readonly kind: 'query' | 'mutation'
  readonly priority: Priority
  /** Which tenant answers; retries and healing stay with it. */
  readonly origin: Origin
  /** Bound of one attempt. */
  readonly timeoutMs: number
  /** None for lists, which end by signal. */
  readonly deadlineMs: number | undefined
  /** When the bound began, for a call that goes on with another; now when absent. */
  readonly startedAt?: number
  /** Its body can be read only once, so that it is never sent again. */
  readonly once?: boolean
  /** Each ends the call when it aborts. */
  readonly signals: readonly AbortSignal[]
}

/** State of one call over all its attempts, and what ends it: the caller, `close()` or the deadline. */
export class Call {
  readonly requestId = crypto.randomUUID()
  readonly attempts: Attempt[] = []
  readonly settings: CallSettings
  failure: Failure | undefined
  refusals = 0
  pastDeadline = false
  /** The server's clock at its last answer, in epoch ms; NaN when it told none. */
  serverTime = Number.NaN
  readonly #controller = new AbortController()
  readonly #timer: NodeJS.Timeout | undefined
  readonly #unlink: (() => void)[] = []
  #holds = 0
  #ended = false

  constructor(settings: CallSettings) {
    this.settings = settings
    for (const signal of settings.signals) {
      const abort = () => this.#controller.abort(signal.reason)
      if (signal.aborted) abort()
      // Many calls may share a signal; each takes its listener away at the end.
      setMaxListeners(0, signal)
      signal.addEventListener('abort', abort, { once: true })
      this.#unlink.push(() => signal.removeEventListener('abort', abort))
    }
    if (settings.deadlineMs !== undefined) {
      this.#timer = setTimeout(
        () => {
          this.pastDeadline = true
          this.#controller.abort()
        },
        settings.deadlineMs - (Date.now() - (settings.startedAt ?? Date.now())),
      )
    }
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** Leaves no timer and no listener behind, once nobody holds the call. */
  end(): void {
    this.#ended = true
    if (this.#holds > 0) return
    clearTimeout(this.#timer)
    for (const unlink of this.#unlink) unlink()
  }

  /** Keeps signals and deadline at work beyond the answer, for a body that is still read. */
  hold(): () => void {
    this.#holds++
    return () => {
      this.#holds--
      if (this.#ended) this.end()
    }
  }

  facts(retryable: boolean, write?: WriteOutcome): ErrorFacts {
    const { operation, kind } = this.settings
    return {
      operation,
      requestId: this.requestId,
      attempts: this.attempts,
      retryable,
      ...(kind === 'mutation' && write !== undefined && { write }),
    }
  }
}
