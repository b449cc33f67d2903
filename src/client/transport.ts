import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import axios, { AxiosError, type AxiosResponse } from 'axios'
import type { EventEmitter } from 'eventemitter3'
import { type Config, sendAttempt, type Transfer } from './attempt.js'
import type { Call } from './call.js'
import { type Envelope, readEnvelope } from './envelope.js'
import type { ClientEvents } from './events.js'
import type { Middleware } from './middleware.js'
import type { ResolvedOptions } from './options.js'
import { retryAttempts } from './retry.js'

/** Where a file goes or comes from, at the root of the host. */
export interface TransferRequest {
  readonly method: 'get' | 'post'
  /** Path and query. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly transfer: Transfer
}

/** Every attempt passes the limiter. Rejects with `call.failure` set, or aborted. */
export interface Transport {
  /** Sends one document. */
  send(call: Call, document: string, variables: Record<string, unknown>): Promise<Envelope>
  /** Sends or fetches a file; the text of the answer, blank when it is a file. */
  transfer(call: Call, request: TransferRequest): Promise<AxiosResponse<string>>
  close(): void
}

/**
 * `fetch` of Node keeps all of a body that a redirect might make it send again; so redirects are failures.
 * axios asks for `manual` ones whenever `maxRedirects` is 0.
 */
const unrepeatable = { maxRedirects: 1, fetchOptions: { redirect: 'error', window: null } } as const

export function createTransport(
  options: ResolvedOptions,
  events: EventEmitter<ClientEvents>,
  middlewares: () => readonly Middleware[],
): Transport {
  const agents = {
    httpAgent: new HttpAgent({ keepAlive: true }),
    httpsAgent: new HttpsAgent({ keepAlive: true }),
  }
  const sender = {
    options,
    middlewares,
    sendOnce: axios.getAdapter(options.adapter) as (config: Config) => Promise<AxiosResponse<string>>,
  }
  const tell = (call: Call) => ({ operation: call.settings.operation, requestId: call.requestId })

  const instance = axios.create({
    ...(options.adapter === 'http' && agents),
    // A redirect would carry the subdomain header and the body to another host.
    maxRedirects: 0,
    maxContentLength: options.maxResponseBytes,
    maxBodyLength: Number.POSITIVE_INFINITY,
    responseType: 'text',
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    validateStatus: () => true,
    adapter: (config: Config) => {
      const { call } = config
      if (call === undefined) throw new Error('a request without its call')
      return options.limiter.schedule(() => sendAttempt(sender, config, call), {
        priority: call.settings.priority,
        signal: call.signal,
        onRefused: (pauseMs) => {
          call.refusals++
          events.emit('throttled', { ...tell(call), pauseMs: Math.round(pauseMs) })
        },
      })
    },
  })
  // Before axios-retry, so that it sees what is thrown here.
  instance.interceptors.response.use((response) => {
    const { call } = response.config as Config
    if (call?.failure !== undefined)
      throw new AxiosError(call.failure.kind, call.failure.kind, response.config)
    return response
  })
  retryAttempts(instance, {
    retries: options.retries,
    retryDelayMs: options.retryDelayMs,
    callOf: (error) => (error.config as Config | undefined)?.call,
    onRetry: (call, delayMs) => {
      const outcome = call.attempts.at(-1)?.outcome ?? 'network'
      events.emit('retry', { ...tell(call), attempt: call.attempts.length, delayMs, outcome })
    },
  })

  return {
    send: async (call, document, variables) => {
      const config = {
        url: options.url,
        method: 'post',
        headers: { 'Content-Type': 'application/json' },
        data: JSON.stringify({ query: document, variables }),
        signal: call.signal,
        call,
      }
      const response = await instance.request<string>(config)
      const envelope = readEnvelope(response)
      if (envelope.kind === 'answer') return envelope
      call.failure = envelope.failure
      throw new Error('no GraphQL answer')
    },
    transfer: (call, { method, target, headers, transfer }) => {
      const config = {
        url: new URL(target, options.url).href,
        method,
        headers,
        signal: call.signal,
        call,
        transfer,
        // Any bound makes axios put a stream of its own around the body.
        maxBodyLength: -1,
        ...(transfer.open !== undefined && options.adapter === 'fetch' && unrepeatable),
        ...(transfer.receive !== undefined && { responseType: 'stream' as const, maxContentLength: -1 }),
      }
      return instance.request<string>(config)
    },
    close: () => {
      agents.httpAgent.destroy()
      agents.httpsAgent.destroy()
    },
  }
}
