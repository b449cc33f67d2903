import type { Verdict } from '../../streams/sink.js'
import type { Answer } from './post.js'
import { WebhookError } from './webhook-error.js'

/** An endpoint that says it has too much to do is given this time at least. */
const overloadMs = 60_000
const overloaded = [429, 503]

/**
 * What an answer means: nothing when it is a success, a verdict, or an error for the schedule to deal with.
 *
 * @param waitMs What the schedule waits before the next attempt.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function judge(
  { status, headers }: Answer,
  host: string,
  waitMs: number,
  now: number,
): Verdict | WebhookError | undefined {
  if (status >= 200 && status < 300) return undefined
  if (status === 410) return { disabled: `webhook to ${host}: it is gone (410)` }
  if (headers['webhook-delivery'] === 'abort-message')
    return { dead: `webhook to ${host}: it refused the event for good (${status})` }
  if (status >= 300 && status < 400)
    return new WebhookError('redirect', host, `it redirects (${status}), which is not followed`, status)
  const asked = retryAfterMs(headers['retry-after'], now)
  const isOverloaded = overloaded.includes(status)
  if (!isOverloaded && asked === undefined)
    return new WebhookError('status', host, `it answered ${status}`, status)
  return laterVerdict(
    `webhook to ${host}: it answered ${status}`,
    isOverloaded ? overloadMs : 0,
    waitMs,
    asked,
  )
}

/** A wait that an endpoint may stretch to twice its usual length, and no further. */
export function laterVerdict(reason: string, leastMs: number, waitMs: number, askedMs = 0): Verdict {
  const base = Math.max(leastMs, waitMs)
  return { retryAfterMs: Math.min(2 * base, Math.max(base, askedMs)), reason }
}

export const afterTimeout = (error: WebhookError, waitMs: number): Verdict =>
  laterVerdict(error.message, overloadMs, waitMs)

function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return ms > 0 ? ms : undefined
}
