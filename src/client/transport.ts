import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import axios, { AxiosError, type AxiosResponse } from 'axios'
import type { EventEmitter } from 'eventemitter3'
import { type Config, sendAttempt, type Transfer } from './attempt.js'
import { Call } from './call.js'
import { type Envelope, readEnvelope } from './envelope.js'
import type { ClientEvents } from './events.js'
import type { Origin } from './fallback.js'
import type { Middleware } from './middleware.js'
import type { ResolvedOptions } from './options.js'
import { OriginSwitch, verdictOf } from './origin-switch.js'
import { retryAttempts } from './retry.js'
import { answeredBy } from './stand-in.js'

/** Where a file goes or comes from, at the root of the host. */
export interface TransferRequest {
  readonly method: 'get' | 'post'
  /** Path and query. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly transfer: Transfer
}

/** Every attempt that goes to the tenant passes the limiter. Rejects with `call.failure` set, or aborted. */
export interface Transport {
  /** Sends one document. */
  send(call: Call, document: string, variables: Record<string, unknown>): Promise<Envelope>
  /** What a call that begins now is sent to; a mutation never leaves the tenant. */
  originOf(kind: 'query' | 'mutation'): Origin
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
  const { fallback } = options
  const standIn = fallback && {
    ...sender,
    options: {
      ...options,
      ...fallback.credentials,
      readToken: async () => fallback.credentials.apiKey,
      rotatesToken: false,
    },
    sendOnce: answeredBy(fallback.to),
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
      if (standIn !== undefined && call.settings.origin === 'mock')
        return sendAttempt(standIn, config, call).then(({ value }) => value)
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

  const originSwitch =
    fallback?.when === 'unreachable'
      ? new OriginSwitch({
          probeEveryMs: fallback.probeEveryMs,
          probe: async (signal) => {
            const { priority, timeoutMs, deadlineMs } = options
            const settings = { operation: 'probe', kind: 'query', priority, timeoutMs, deadlineMs } as const
            const call = new Call({ ...settings, origin: 'live', signals: [signal] })
            // Whether it went well is told to the switch.
            await post(call, 'query probe { __typename }', {}, 0).catch(() => undefined)
            call.end()
          },
          onChange: (change) => {
            events.emit('fallback', change)
            if (change.origin === 'live') options.logger?.info(change, 'the tenant answers again')
            else options.logger?.warn(change, 'the tenant is unreachable: the fallback answers reads')
          },
        })
      : undefined

  async function post(
    call: Call,
    document: string,
    variables: Record<string, unknown>,
    retries: number = options.retries,
  ): Promise<AxiosResponse<string>> {
    const config = {
      url: options.url,
      method: 'post',
      headers: { 'Content-Type': 'application/json' },
      data: JSON.stringify({ query: document, variables }),
      signal: call.signal,
      call,
      'axios-retry': { retries },
    }
    const { kind, origin } = call.settings
    const tellSwitch = kind === 'query' && origin === 'live' ? originSwitch?.watch() : undefined
    try {
      const response = await instance.request<string>(config)
      tellSwitch?.('reachable')
      return response
    } catch (error) {
      tellSwitch?.(verdictOf(call))
      throw error
    }
  }

  return {
    send: async (call, document, variables) => {
      const envelope = readEnvelope(await post(call, document, variables))
      if (envelope.kind === 'answer') return envelope
      call.failure = envelope.failure
      throw new Error('no GraphQL answer')
    },
    originOf: (kind) => (kind === 'query' && originSwitch?.origin) || options.origin,
    transfer: async (call, { method, target, headers, transfer }) => {
      if (standIn !== undefined && call.settings.origin === 'mock') {
        call.failure = { kind: 'network', code: 'ERR_FALLBACK_FILES', opened: false }
        throw new Error('the fallback has no files')
      }
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
      originSwitch?.close()
      agents.httpAgent.destroy()
      agents.httpsAgent.destroy()
    },
  }
}
