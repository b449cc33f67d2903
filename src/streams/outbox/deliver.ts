import type { StreamEvent } from '../event.js'
import type { DeliveryAttempt, Sink, Verdict } from '../sink.js'

/** Why an event was not delivered. */
export type Failure =
  | { readonly kind: 'failed'; readonly error: unknown; readonly retryAfterMs?: number }
  | { readonly kind: 'dead'; readonly reason: string }
  | { readonly kind: 'disabled'; readonly reason: string }

export type Outcome = { readonly kind: 'delivered' } | Failure

const verdictOf = (verdict: Verdict): Failure => {
  if ('dead' in verdict) return { kind: 'dead', reason: verdict.dead }
  if ('disabled' in verdict) return { kind: 'disabled', reason: verdict.disabled }
  const { retryAfterMs, reason = 'the sink asked to be tried again later' } = verdict
  return { kind: 'failed', error: new Error(reason), retryAfterMs }
}

/** Hands one event to a sink; a sink that hangs fails after `timeoutMs`, whether it heeds the signal or not. */
export async function deliver(
  sink: Pick<Sink, 'deliver'>,
  event: StreamEvent,
  { timeoutMs, signal, ...attempt }: DeliveryAttempt & { readonly timeoutMs: number },
): Promise<Outcome> {
  const timeout = new AbortController()
  const timer = setTimeout(() => timeout.abort(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs)
  const either = AbortSignal.any([signal, timeout.signal])
  const ended = new Promise<never>((_, reject) => {
    either.addEventListener('abort', () => reject(either.reason), { once: true })
  })
  // Nobody waits for it once the sink has answered.
  ended.catch(() => {})
  try {
    either.throwIfAborted()
    const verdict = await Promise.race([sink.deliver?.(event, { ...attempt, signal: either }), ended])
    return verdict === undefined ? { kind: 'delivered' } : verdictOf(verdict)
  } catch (error) {
    return { kind: 'failed', error }
  } finally {
    clearTimeout(timer)
  }
}
