import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import axios, { AxiosError, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios'
import type { EventEmitter } from 'eventemitter3'
import type { Call } from './call.js'
import { type Envelope, readEnvelope, refusalOf } from './envelope.js'
import type { ClientEvents } from './events.js'
import { failureOf, failureOfStatus } from './failure.js'
import type { Admission } from './limiter.js'
import type { ResolvedOptions } from './options.js'
import { retryAttempts } from './retry.js'

/** Sends one document; every attempt passes the limiter. Rejects with `call.failure` set, or aborted. */
export interface Transport {
  send(call: Call, document: string, variables: Record<string, unknown>): Promise<Envelope>
  close(): void
}

type Config = InternalAxiosRequestConfig & { call?: Call }

export function createTransport(options: ResolvedOptions, events: EventEmitter<ClientEvents>): Transport {
  const agents = {
    httpAgent: new HttpAgent({ keepAlive: true }),
    httpsAgent: new HttpsAgent({ keepAlive: true }),
  }
  const sendOnce = axios.getAdapter('http')
  const tell = (call: Call) => ({ operation: call.settings.operation, requestId: call.requestId })

  async function attempt(config: Config, call: Call): Promise<Admission<AxiosResponse<string>>> {
    const controller = new AbortController()
    let timedOut = false
    const abort = () => controller.abort()
    call.signal.addEventListener('abort', abort, { once: true })
    if (call.signal.aborted) abort()
    const timer = setTimeout(() => {
      timedOut = true
      abort()
    }, options.timeoutMs)
    const number = call.attempts.length + 1
    const started = Date.now()
    let outcome = 'ok'
    let status: number | undefined
    events.emit('request', { ...tell(call), attempt: number })
    try {
      call.failure = undefined
      const headers = config.headers.concat({ Authorization: `Bearer ${await readToken(call)}` })
      const response = await sendOnce({ ...config, headers, signal: controller.signal })
      status = response.status
      call.serverTime = Date.parse(String(response.headers.date))
      call.failure = failureOfStatus(response)
      if (call.failure !== undefined) outcome = call.failure.kind
      const refusal = refusalOf(response)
      if (refusal === undefined) return { refused: false, value: response }
      outcome = 'rate-limit'
      return { refused: true, ...refusal, value: response }
    } catch (error) {
      call.failure ??= timedOut ? { kind: 'timeout' } : failureOf(error, options.maxResponseBytes)
      outcome = call.signal.aborted
        ? 'aborted'
        : call.failure.kind === 'network'
          ? call.failure.code
          : call.failure.kind
      throw new AxiosError(outcome, outcome, config)
    } finally {
      clearTimeout(timer)
      call.signal.removeEventListener('abort', abort)
      const ms = Date.now() - started
      call.attempts.push({
        at: new Date(started).toISOString(),
        ms,
        outcome,
        ...(status !== undefined && { status }),
      })
      events.emit('response', {
        ...tell(call),
        attempt: number,
        ms,
        outcome,
        ...(status !== undefined && { status }),
      })
    }
  }

  async function readToken(call: Call): Promise<string> {
    try {
      return await options.apiKey()
    } catch (cause) {
      call.failure = { kind: 'auth', status: 0, what: 'the apiKey function failed', cause }
      throw cause
    }
  }

  const instance = axios.create({
    ...agents,
    headers: { 'Content-Type': 'application/json', CustomerSubDomain: options.tenantId },
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
      return options.limiter.schedule(() => attempt(config, call), {
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
    close: () => {
      agents.httpAgent.destroy()
      agents.httpsAgent.destroy()
    },
  }
}
