import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import { atLeast, expect, isLoopback } from '../../option-checks.js'
import type { Authenticate } from './authenticate.js'

export interface WebSocketSinkOptions {
  /** @defaultValue 'websocket' */
  readonly name?: string
  /** 0 takes a free one, which `address()` tells. @defaultValue 8765 */
  readonly port?: number
  /** Anything but loopback asks for `authenticate`. @defaultValue '127.0.0.1' */
  readonly host?: string
  /** Listens here instead of on a port of its own; asks for `authenticate`. */
  readonly server?: HttpServer | HttpsServer
  /** @defaultValue '/stream' */
  readonly path?: string
  /** @defaultValue local clients are accepted without credentials */
  readonly authenticate?: Authenticate
  /** For a client without credentials in the upgrade to send `connect`. @defaultValue 10_000 */
  readonly connectTimeoutMs?: number
  /** Origins of pages that may connect. @defaultValue the host that the page itself comes from */
  readonly origins?: readonly string[]
  /** Accepts `?token=`, which proxies may log. @defaultValue false */
  readonly tokenInQuery?: boolean
  /** Address of a client behind a proxy that you trust. @defaultValue that of the socket */
  readonly clientAddress?: (request: IncomingMessage) => string
  /** @defaultValue 25_000 */
  readonly heartbeatMs?: number
  /** Time for any sign of life after a heartbeat. @defaultValue 8000 */
  readonly pongTimeoutMs?: number
  /** Least time between two tellings of events that did not pass a filter. @defaultValue 1000 */
  readonly skipEveryMs?: number
  /** Bytes of a message of a client. @defaultValue 16_384 */
  readonly maxPayload?: number
  /** Bytes that may wait for a client that reads slowly, before it is closed with 4008. @defaultValue 1 MiB */
  readonly maxBufferedBytes?: number
  /** @defaultValue 5000 */
  readonly maxConnections?: number
  /** @defaultValue 1000 */
  readonly maxConnectionsPerAddress?: number
  /** Streams of one connection. @defaultValue 32 */
  readonly maxSubscriptions?: number
  /** @defaultValue 20 */
  readonly commandsPerSecond?: number
  /** Commands that may come at once. @defaultValue 50 */
  readonly commandBurst?: number
  /** Clients are asked to come back after a time between 0 and this, when the sink closes. @defaultValue 5000 */
  readonly drainSpreadMs?: number
  /** Asks clients to reconnect before a proxy cuts them off. @defaultValue never */
  readonly maxConnectionAgeMs?: number
  /**
   * Frames each event once, through parts of ws that are not documented and looked for before they are used;
   * false sends through its public interface, at more CPU time per client.
   * @defaultValue true
   */
  readonly preframe?: boolean
  /** Told what `authenticate` threw, and failures that have no other place. */
  readonly onError?: (error: unknown) => void
}

type Optional = 'authenticate' | 'clientAddress' | 'onError' | 'origins' | 'server'
export type ResolvedOptions = Required<Omit<WebSocketSinkOptions, Optional>> &
  Pick<WebSocketSinkOptions, Optional>

const defaults = Object.freeze({
  name: 'websocket',
  port: 8765,
  host: '127.0.0.1',
  path: '/stream',
  connectTimeoutMs: 10_000,
  tokenInQuery: false,
  heartbeatMs: 25_000,
  pongTimeoutMs: 8000,
  skipEveryMs: 1000,
  maxPayload: 16_384,
  maxBufferedBytes: 1024 * 1024,
  maxConnections: 5000,
  maxConnectionsPerAddress: 1000,
  maxSubscriptions: 32,
  commandsPerSecond: 20,
  commandBurst: 50,
  drainSpreadMs: 5000,
  maxConnectionAgeMs: Number.POSITIVE_INFINITY,
  preframe: true,
})

const atLeastOne = [
  'connectTimeoutMs',
  'heartbeatMs',
  'pongTimeoutMs',
  'skipEveryMs',
  'maxPayload',
  'maxBufferedBytes',
  'maxConnections',
  'maxConnectionsPerAddress',
  'maxSubscriptions',
  'commandsPerSecond',
  'commandBurst',
] as const

/** @throws TypeError naming the option that does not fit */
export function resolveOptions(options: WebSocketSinkOptions): ResolvedOptions {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
  const resolved: ResolvedOptions = Object.freeze({ ...defaults, ...given })
  const { authenticate, host, maxConnectionAgeMs, name, origins, path, port, server } = resolved
  expect(typeof name === 'string' && name !== '', 'name', 'a text', name)
  expect(typeof host === 'string', 'host', 'a name or an address', host)
  expect(typeof path === 'string' && path.startsWith('/'), 'path', "a text that starts with '/'", path)
  expect(atLeast('port', port, 0) < 65_536, 'port', 'an integer below 65536', port)
  for (const option of atLeastOne) atLeast(option, resolved[option], 1)
  atLeast('drainSpreadMs', resolved.drainSpreadMs, 0)
  if (maxConnectionAgeMs !== Number.POSITIVE_INFINITY) atLeast('maxConnectionAgeMs', maxConnectionAgeMs, 1)
  const areOrigins = origins === undefined || (Array.isArray(origins) && origins.every(isOrigin))
  expect(areOrigins, 'origins', "a list of origins such as 'https://board.example'", origins)
  const isOpen = authenticate === undefined
  expect(isOpen || typeof authenticate === 'function', 'authenticate', 'a function', authenticate)
  if (isOpen && server !== undefined)
    throw new TypeError(
      'authenticate: expected a function, since `server` may be reached from other machines',
    )
  if (isOpen && !isLoopback(host))
    throw new TypeError('authenticate: expected a function, since `host` can be reached from other machines')
  return resolved
}

function isOrigin(value: unknown): boolean {
  try {
    return typeof value === 'string' && new URL(value).origin === value
  } catch {
    return false
  }
}
