import { atLeast, expect } from '../option-checks.js'
import type { StreamName } from '../streams/event.js'
import type { EventFilter, SubscriptionRequest } from '../streams/protocol.js'
import type { Position } from '../streams/stream-feed.js'

/** The part of a WebSocket that is used: that of browsers, of Node 22 and of the package ws. */
export interface WebSocketLike {
  send(data: string): void
  close(code?: number, reason?: string): void
  addEventListener(type: 'open' | 'message' | 'close' | 'error', listener: (event: unknown) => void): void
}
export type WebSocketConstructor = new (url: string, protocols: string) => WebSocketLike

export interface StreamClientOptions {
  /** Such as `ws://127.0.0.1:8765/stream`. */
  readonly url: string
  /** What to read; a request may carry a mode, a position and a filter of its own. */
  readonly streams: readonly (StreamName | (string & {}) | SubscriptionRequest)[]
  /** For every stream without a filter of its own. */
  readonly filter?: EventFilter
  /** Where to go on, per stream, as `positions()` told. @defaultValue the present */
  readonly since?: Readonly<Record<string, Position>>
  /** Asked for anew for each connection when it is a function. */
  readonly token?: string | (() => string | Promise<string>)
  /** Where there is no global one, as in Node 20: that of the package ws. */
  readonly WebSocket?: WebSocketConstructor
  /** Ceiling of the first wait before a reconnect; it doubles. @defaultValue 500 */
  readonly minDelayMs?: number
  /** Ceiling of all waits. @defaultValue 20_000 */
  readonly maxDelayMs?: number
  /** After a connection of this length waits begin small again. @defaultValue 30_000 */
  readonly stableMs?: number
  /** For a connection to be welcomed. @defaultValue 10_000 */
  readonly connectTimeoutMs?: number
}

export interface ResolvedOptions {
  readonly url: string
  readonly requests: readonly SubscriptionRequest[]
  readonly token: StreamClientOptions['token']
  readonly WebSocket: WebSocketConstructor
  readonly minDelayMs: number
  readonly maxDelayMs: number
  readonly stableMs: number
  readonly connectTimeoutMs: number
}

/** @throws TypeError naming the option that does not fit */
export function resolveOptions(options: StreamClientOptions): ResolvedOptions {
  const { filter, since = {}, streams, token, url } = options
  expect(
    typeof url === 'string' && /^wss?:\/\//.test(url),
    'url',
    'a text that starts with ws:// or wss://',
    url,
  )
  expect(Array.isArray(streams) && streams.length > 0, 'streams', 'a list with at least one stream', streams)
  const isToken =
    token === undefined || typeof token === 'function' || (typeof token === 'string' && token !== '')
  expect(isToken, 'token', 'a text or a function', token)
  const given = options.WebSocket ?? (globalThis as { WebSocket?: WebSocketConstructor }).WebSocket
  expect(typeof given === 'function', 'WebSocket', 'a constructor, such as that of the package ws', given)
  const requests = streams.map((stream) => {
    const request: SubscriptionRequest = typeof stream === 'string' ? { stream } : stream
    const from = request.since ?? since[request.stream]
    return {
      ...(filter !== undefined && { filter }),
      ...request,
      ...(from !== undefined && { since: from }),
    }
  })
  return {
    url,
    requests,
    token,
    WebSocket: given,
    minDelayMs: atLeast('minDelayMs', options.minDelayMs ?? 500, 0),
    maxDelayMs: atLeast('maxDelayMs', options.maxDelayMs ?? 20_000, 0),
    stableMs: atLeast('stableMs', options.stableMs ?? 30_000, 0),
    connectTimeoutMs: atLeast('connectTimeoutMs', options.connectTimeoutMs ?? 10_000, 1),
  }
}
