/** A server of events in a process of its own: `tsx fan-out-process.ts bare|sink|bounded|socket.io|sse`; broadcasts when it is told to. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHandler, nodeListener, type ServedStreams } from '@superhack/superops/http'
import { type WebSocketSinkOptions, webSocketSink } from '@superhack/superops/sinks/websocket'
import { createFeed } from '@superhack/superops/streams'
import { Server } from 'socket.io'
import { type WebSocket, WebSocketServer } from 'ws'
import { ticketEvent } from './ticket-event.js'

/** A loop over sockets with one Buffer, which is the least that a server can do. */
async function bare() {
  const sockets = new Set<WebSocket>()
  const server = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    clientTracking: false,
    perMessageDeflate: false,
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.send('{"subscribed":true}')
  })
  await new Promise((resolve) => server.on('listening', resolve))
  const { port } = server.address() as { port: number }
  const publish = (sequence: number) => {
    const buffer = Buffer.from(
      JSON.stringify({ type: 'event', stream: 'tickets', event: ticketEvent(sequence) }),
    )
    for (const socket of sockets) socket.send(buffer, { binary: false })
  }
  return { port, publish }
}

async function sink(options: WebSocketSinkOptions = { maxBufferedBytes: 64 * 1024 * 1024 }) {
  const feed = createFeed()
  feed.open('tickets', { epoch: 'bench' })
  const served = webSocketSink({ port: 0, heartbeatMs: 2 ** 50, ...options })
  await served.open(feed)
  return {
    port: served.address()?.port ?? 0,
    publish: (sequence: number) => feed.publish([ticketEvent(sequence)]),
  }
}

async function socketIo() {
  const http = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => http.on('listening', resolve))
  const far = 2 ** 30
  const io = new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    pingInterval: far,
    pingTimeout: far,
  })
  const { port } = http.address() as AddressInfo
  return { port, publish: (sequence: number) => void io.emit('event', ticketEvent(sequence)) }
}

async function sse() {
  const feed = createFeed()
  feed.open('tickets', { epoch: 'bench' })
  // Of a manager only the feed is asked for.
  const streams = { feed } as unknown as ServedStreams
  const handler = createHandler({ streams, apiKeys: false, maxBufferedBytes: 64 * 1024 * 1024 })
  const server = createServer(nodeListener(handler)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.on('listening', resolve))
  const { port } = server.address() as AddressInfo
  return { port, publish: (sequence: number) => feed.publish([ticketEvent(sequence)]) }
}

/** With the bound on what waits for a client that it has by default. */
const bounded = () => sink({})

const variants: Readonly<Record<string, () => ReturnType<typeof sink>>> = {
  bare,
  sink,
  bounded,
  'socket.io': socketIo,
  sse,
}
const { port, publish } = await (variants[process.argv[2] ?? ''] ?? sink)()
let sequence = 0
let before = process.cpuUsage()
process.on('message', (count: number) => {
  if (count === 0) {
    const { user, system } = process.cpuUsage(before)
    process.send?.({ cpu: user + system, rss: process.memoryUsage.rss() })
    before = process.cpuUsage()
    return
  }
  for (let index = 0; index < count; index++) publish(++sequence)
})
// Whoever measures may end without a word.
process.on('disconnect', () => process.exit())
process.send?.(port)
