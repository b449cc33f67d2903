import { createServer, type Server as HttpServer, type IncomingMessage } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Sink } from '../../streams/sink.js'
import type { StreamFeed } from '../../streams/stream-feed.js'
import { admit, type Refusal, refusalOf, refuse, subprotocol } from './admission.js'
import { createBroadcast } from './broadcast.js'
import { closeCodes } from './close-codes.js'
import { type Connection, type Shared, serve } from './connection.js'
import { eventFrames } from './frame.js'
import { type ResolvedOptions, resolveOptions, type WebSocketSinkOptions } from './options.js'

export interface WebSocketSink extends Sink {
  open(feed: StreamFeed): Promise<void>
  close(): Promise<void>
  /** Where it listens, null while it does not. */
  address(): { readonly host: string; readonly port: number; readonly url: string } | null
  /** Clients at this moment, and the streams they read. */
  stats(): { readonly connections: number; readonly subscriptions: number }
}

/**
 * Serves streams to browsers and services over WebSocket; docs/protocol.md tells the protocol.
 *
 * Without `authenticate` it listens on this machine only and trusts who connects from it. `open` rejects when the
 * port is taken.
 *
 * @example
 * const sink = webSocketSink({ port: 0 })
 * await sink.open(feed)
 * console.log(sink.address()?.url)
 *
 * @throws TypeError naming the option that does not fit
 */
export function webSocketSink(given: WebSocketSinkOptions = {}): WebSocketSink {
  const options = resolveOptions(given)
  const server = options.server ?? ownServer(options)
  const isOwn = options.server === undefined
  const webSockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: options.maxPayload,
    maxFragments: 16,
    closeTimeout: 2000,
    handleProtocols: () => subprotocol,
  } as ConstructorParameters<typeof WebSocketServer>[0])
  const connections = new Map<Connection, Promise<void>>()
  /** Upgrades whose credentials are being looked at. */
  const undecided = new Set<Duplex>()
  const perAddress = new Map<string, number>()
  let taken = 0
  let shared: Shared | undefined
  let timer: NodeJS.Timeout | undefined
  let isDraining = false

  const limitRefusal = (address: string): Refusal | undefined => {
    const headers = { 'Retry-After': String(Math.ceil(options.drainSpreadMs / 1000)) }
    if (isDraining || shared === undefined) return { status: 503, why: 'closing', headers }
    const isFull =
      taken >= options.maxConnections || (perAddress.get(address) ?? 0) >= options.maxConnectionsPerAddress
    return isFull ? { status: 429, why: 'too many connections', headers } : undefined
  }
  const take = (address: string) => {
    taken++
    perAddress.set(address, (perAddress.get(address) ?? 0) + 1)
    return () => {
      taken--
      const left = (perAddress.get(address) ?? 1) - 1
      if (left === 0) perAddress.delete(address)
      else perAddress.set(address, left)
    }
  }
  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<unknown> => {
    socket.on('error', () => socket.destroy())
    // On a server that is shared, paths that are not ours are for others to answer.
    const isOthers = !isOwn && server.listenerCount('upgrade') > 1
    const refusal = refusalOf(request, options)
    if (refusal?.status === 404 && isOthers) return
    const address = options.clientAddress?.(request) ?? request.socket.remoteAddress ?? ''
    const early = refusal ?? limitRefusal(address)
    if (early !== undefined) return refuse(socket, early)
    const release = take(address)
    socket.once('close', release)
    undecided.add(socket)
    const admission = await admit(request, options, address).finally(() => undecided.delete(socket))
    if ('status' in admission) return refuse(socket, admission)
    const present = shared
    if (present === undefined || isDraining) return socket.destroy()
    webSockets.handleUpgrade(request, socket, head, (client) => {
      const connection = serve(client, admission, present)
      const closed = new Promise<void>((resolve) => {
        client.on('close', () => {
          connections.delete(connection)
          resolve()
        })
      })
      connections.set(connection, closed)
    })
  }
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgrade(request, socket, head).catch((error: unknown) => {
      options.onError?.(error)
      refuse(socket, { status: 500, why: 'internal error' })
    })
  }

  return {
    name: options.name,
    async open(feed) {
      if (shared !== undefined) throw new Error('webSocketSink: it is open already')
      const eventFrame = eventFrames(options.preframe)
      const broadcast = createBroadcast(feed, eventFrame)
      shared = { options, feed, broadcast, eventFrame, now: () => performance.now() }
      isDraining = false
      server.on('upgrade', onUpgrade)
      if (isOwn) {
        await listen(server, options).catch((error: unknown) => {
          server.off('upgrade', onUpgrade)
          shared = undefined
          throw error
        })
      }
      const tick = () => {
        for (const connection of connections.keys()) connection.tick()
      }
      const { connectTimeoutMs, heartbeatMs, pongTimeoutMs, skipEveryMs } = options
      const shortest = Math.min(connectTimeoutMs, heartbeatMs, pongTimeoutMs * 2, skipEveryMs * 5)
      timer = setInterval(tick, Math.max(10, Math.min(1000, shortest / 5)))
      timer.unref()
    },
    async close() {
      isDraining = true
      const ended = [...connections.values()]
      for (const connection of connections.keys())
        connection.disconnect(closeCodes.shutdown, Math.round(Math.random() * options.drainSpreadMs))
      for (const socket of undecided) socket.destroy()
      await Promise.all(ended)
      clearInterval(timer)
      shared?.broadcast.close()
      shared = undefined
      server.off('upgrade', onUpgrade)
      if (!isOwn || !server.listening) return
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
    address() {
      const address = server.address() as AddressInfo | string | null
      if (address === null || typeof address === 'string') return null
      const { address: host, family, port } = address
      const name = family === 'IPv6' ? `[${host}]` : host
      const scheme = 'setSecureContext' in server ? 'wss' : 'ws'
      return { host, port, url: `${scheme}://${name}:${port}${options.path}` }
    },
    stats() {
      const subscriptions = [...connections.keys()].reduce((sum, one) => sum + one.subscriptions.size, 0)
      return { connections: connections.size, subscriptions }
    },
  }
}

function ownServer({ onError }: ResolvedOptions): HttpServer {
  const bounds = { headersTimeout: 10_000, requestTimeout: 10_000, connectionsCheckingInterval: 2000 }
  const server = createServer(bounds, (_, response) => {
    response.writeHead(426, { Connection: 'close', 'Content-Type': 'text/plain', Upgrade: 'websocket' })
    response.end('WebSocket is spoken here')
  })
  return server.on('error', (error) => onError?.(error))
}

function listen(server: HttpServer | HttpsServer, { host, port }: ResolvedOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException) => {
      const why = cause.code === 'EADDRINUSE' ? 'the port is in use' : 'it could not listen'
      reject(new Error(`webSocketSink: ${why} (${host}:${port})`, { cause }))
    }
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      resolve()
    })
  })
}
