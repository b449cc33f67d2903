import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { isLoopback } from '../../option-checks.js'
import type { Subprotocol } from '../../streams/protocol.js'
import type { Credentials, Identity } from './authenticate.js'
import type { ResolvedOptions } from './options.js'

export const subprotocol: Subprotocol = 'superops.stream.v1'

export interface Refusal {
  readonly status: number
  readonly why: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A client that may connect; without `identity` it still has to show who it is in its first frame. */
export interface Admission {
  readonly credentials: Credentials
  readonly identity: Identity | undefined
}

/** Why an upgrade is refused before anything is known of the client, undefined when it is not. */
export function refusalOf(request: IncomingMessage, options: ResolvedOptions): Refusal | undefined {
  const { headers } = request
  if (urlOf(request)?.pathname !== options.path) return { status: 404, why: 'no stream here' }
  if (headers['sec-websocket-version'] !== '13')
    return {
      status: 426,
      why: 'WebSocket version 13 is spoken here',
      headers: { Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' },
    }
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  if (!offered.includes(subprotocol)) return { status: 400, why: `subprotocol ${subprotocol} is spoken here` }
  return isTrustedOrigin(request, options) ? undefined : { status: 403, why: 'origin not allowed' }
}

/** Decides by the credentials that came with an upgrade. */
export async function admit(
  request: IncomingMessage,
  options: ResolvedOptions,
  address: string,
): Promise<Admission | Refusal> {
  const { headers } = request
  const token = tokenOf(request, options)
  const credentials = { token, headers, address }
  if (options.authenticate === undefined) return { credentials, identity: {} }
  const identity = await inTime(options.authenticate(credentials), options.connectTimeoutMs)
  if (identity === 'late') return { status: 503, why: 'credentials could not be looked at in time' }
  if (identity !== null) return { credentials, identity }
  // Pages, and the WebSocket that Node has of its own, cannot set headers: the token comes in the first frame.
  if (token === undefined) return { credentials, identity: undefined }
  return {
    status: 401,
    why: 'credentials not accepted',
    headers: { 'WWW-Authenticate': 'Bearer' },
  }
}

/** Answers an upgrade with plain HTTP. */
export function refuse(socket: Duplex, { status, why, headers = {} }: Refusal): void {
  const lines = Object.entries({
    Connection: 'close',
    'Content-Type': 'text/plain',
    'Content-Length': String(Buffer.byteLength(why)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${why}`)
}

function isTrustedOrigin({ headers }: IncomingMessage, { authenticate, origins }: ResolvedOptions): boolean {
  const { host = '', origin } = headers
  // A name that someone let point to this machine makes a foreign page look like a local one.
  if (authenticate === undefined && !isLoopback(host.replace(/:\d+$/, ''))) return false
  if (origin === undefined) return true
  if (origins !== undefined) return origins.includes(origin)
  try {
    return new URL(origin).host === new URL(`${new URL(origin).protocol}//${host}`).host
  } catch {
    return false
  }
}

function tokenOf(request: IncomingMessage, { tokenInQuery }: ResolvedOptions): string | undefined {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? []
  return bearer ?? (tokenInQuery ? (urlOf(request)?.searchParams.get('token') ?? undefined) : undefined)
}

function urlOf({ url = '' }: IncomingMessage): URL | undefined {
  try {
    return new URL(url, 'ws://stream')
  } catch {
    return undefined
  }
}

async function inTime<T>(value: T | Promise<T>, ms: number): Promise<T | 'late'> {
  const controller = new AbortController()
  const late = setTimeout(ms, 'late' as const, { signal: controller.signal }).catch(() => 'late' as const)
  return Promise.race([value, late]).finally(() => controller.abort())
}
