import type { Origin } from './fallback.js'
import type { Priority } from './limiter.js'

/** One attempt on its way, as middlewares see it; no token, variables or rows. */
export interface AttemptRequest {
  readonly operation: string
  readonly kind: 'query' | 'mutation'
  /** Ours; the same for all attempts of a call. */
  readonly requestId: string
  /** From 1. */
  readonly attempt: number
  readonly priority: Priority
  /** Endpoint; without credentials and query. */
  readonly url: string
  /** Which tenant it is sent to. */
  readonly origin: Origin
  /** Headers to send along, such as `traceparent`; the client's own cannot be replaced. */
  readonly headers: Record<string, string>
}

export interface AttemptResponse {
  /** HTTP status, when an answer came. */
  readonly status?: number
  /** `ok`, an error kind, `rate-limit`, or a network code such as `ECONNRESET`. */
  readonly outcome: string
  readonly ms: number
}

/**
 * Runs around every attempt, once the limiter let it go, in the async context of the call; `next` sends it and
 * never rejects.
 *
 * It watches and adds headers. It cannot lose an answer: what it throws is logged, and the attempt goes on.
 */
export type Middleware = (
  request: AttemptRequest,
  next: () => Promise<AttemptResponse>,
) => Promise<unknown> | unknown

export function runThrough(
  middlewares: readonly Middleware[],
  request: AttemptRequest,
  send: () => Promise<AttemptResponse>,
  onFailure: (error: unknown) => void,
): Promise<AttemptResponse> {
  const chain = middlewares.reduceRight<() => Promise<AttemptResponse>>(
    (inner, middleware) => async () => {
      let sent: Promise<AttemptResponse> | undefined
      const next = () => {
        sent ??= inner()
        return sent
      }
      try {
        await middleware(request, next)
      } catch (error) {
        onFailure(error)
      }
      return next()
    },
    send,
  )
  return chain()
}
