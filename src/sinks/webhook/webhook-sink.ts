import { createHash, randomUUID } from 'node:crypto'
import { atLeast } from '../../option-checks.js'
import type { Sink, Verdict } from '../../streams/sink.js'
import { signWith } from '../../webhooks/sign-webhook.js'
import { afterTimeout, judge } from './judge.js'
import { resolveEndpoint, type WebhookSinkOptions } from './options.js'
import { createPoster } from './post.js'
import { WebhookError } from './webhook-error.js'

/** One attempt, as the log tells it. */
export interface WebhookDelivery {
  readonly webhookId: string
  readonly type: string
  /** From 1. */
  readonly attempt: number
  /** When it began, UTC. */
  readonly at: string
  readonly ms: number
  readonly outcome: 'delivered' | 'failed' | 'dead' | 'disabled'
  /** Of HTTP; absent when there was no answer. */
  readonly status?: number
  readonly reason?: string
}

export type WebhookSink = Sink & Required<Pick<Sink, 'close' | 'deliver'>> & WebhookDeliveries

export interface WebhookDeliveries {
  /** Sends an event of type `webhook.test`, once, and answers what became of it. */
  test(): Promise<WebhookDelivery>
  /** The latest attempts, the oldest first. */
  deliveries(): readonly WebhookDelivery[]
}

interface Message {
  readonly id: string
  readonly type: string
}

/**
 * Posts events to one endpoint, signed by Standard Webhooks; the body is the event as CloudEvents JSON.
 *
 * Only 2xx counts as delivered. Redirects are not followed, 410 disables the sink, and nothing is sent to private or
 * reserved addresses. `webhook-id` and the bytes of the body are the same for each attempt of an event.
 *
 * @throws TypeError naming the option that does not fit
 * @example
 * streams.to(webhookSink({ url: 'https://example.com/hooks', secret }), { streams: ['sla-alerts'] })
 */
export function webhookSink(options: WebhookSinkOptions): WebhookSink {
  const endpoint = resolveEndpoint(options)
  const maxLog = atLeast('maxLog', options.maxLog ?? 100, 0)
  const { now = Date.now } = options
  const { name, keys, url } = endpoint
  const poster = createPoster(endpoint)
  const suffix = createHash('sha256').update(name).digest('base64url').slice(0, 8)
  const log: WebhookDelivery[] = []

  async function attempt(event: Message, number: number, waitMs: number, signal: AbortSignal) {
    const id = `${event.id}_${suffix}`
    const started = now()
    const body = Buffer.from(JSON.stringify(event))
    const headers = {
      ...signWith(keys, { id, timestamp: Math.floor(started / 1000), body }),
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': 'superops-webhooks',
    }
    const { status, result } = await send(headers, body, waitMs, signal)
    const reason = reasonOf(result)
    const delivery: WebhookDelivery = {
      ...{ webhookId: id, type: event.type, attempt: number, at: new Date(started).toISOString() },
      ...{ ms: now() - started, outcome: outcomeOf(result) },
      ...(status !== undefined && { status }),
      ...(reason !== undefined && { reason }),
    }
    log.push(delivery)
    if (log.length > maxLog) log.shift()
    return { delivery, result }
  }

  async function send(
    headers: Readonly<Record<string, string>>,
    body: Buffer,
    waitMs: number,
    signal: AbortSignal,
  ) {
    try {
      const answer = await poster.post(headers, body, signal)
      return { status: answer.status, result: judge(answer, url.host, waitMs, now()) }
    } catch (error) {
      // Whoever ended the attempt knows why.
      if (!(error instanceof WebhookError)) throw error
      return { result: error.reason === 'timeout' ? afterTimeout(error, waitMs) : error }
    }
  }

  return {
    name,
    async deliver(event, { number, signal, waitMs = 0 }) {
      signal.throwIfAborted()
      const { result } = await attempt(event, number, waitMs, signal)
      if (result instanceof WebhookError) throw result
      return result
    },
    async test() {
      const event = {
        ...{ specversion: '1.0', id: randomUUID(), source: 'superops', type: 'webhook.test' },
        ...{ time: new Date(now()).toISOString(), datacontenttype: 'application/json', data: null },
      }
      const { delivery } = await attempt(event, 1, 0, new AbortController().signal)
      return delivery
    },
    deliveries: () => [...log],
    close: async () => poster.close(),
  }
}

type Result = Verdict | WebhookError | undefined

function outcomeOf(result: Result): WebhookDelivery['outcome'] {
  if (result === undefined) return 'delivered'
  if ('dead' in result) return 'dead'
  return 'disabled' in result ? 'disabled' : 'failed'
}

function reasonOf(result: Result): string | undefined {
  if (result === undefined) return undefined
  if (result instanceof WebhookError) return result.message
  if ('dead' in result) return result.dead
  return 'disabled' in result ? result.disabled : result.reason
}
