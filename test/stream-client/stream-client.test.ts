import { sharedToken, webSocketSink } from '@superhack/superops/sinks/websocket'
import {
  createStreamClient,
  type StreamClient,
  type StreamClientOptions,
} from '@superhack/superops/stream-client'
import type { ServerFrame, StreamGap } from '@superhack/superops/streams'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { eventually, serving } from '../sinks/serving.js'
import { sampleEvent, sampleEvents } from '../streams/sample-event.js'

/** A client that records; closed when the test ends. */
function following(url: string, options: Partial<StreamClientOptions> = {}) {
  const client = createStreamClient({ url, streams: ['tickets'], WebSocket, minDelayMs: 20, ...options })
  const told: string[] = []
  client.on('event', ({ stream, sequence }) => told.push(`${stream} ${sequence}`))
  client.on('gap', ({ reason, lost }: StreamGap) => told.push(`${reason} ${lost.from}-${lost.to}`))
  client.on('close', ({ code, retryInMs }) =>
    told.push(`closed ${code}${retryInMs === null ? ' for good' : ''}`),
  )
  client.on('error', ({ code }) => told.push(code))
  onTestFinished(() => client.close())
  return { client, told }
}
/** Resolves once the client knows where it stands in all streams. */
const inStep = (client: StreamClient, streams = 1) =>
  eventually(() => client.state === 'open' && Object.keys(client.positions()).length === streams)

const welcome: ServerFrame = {
  type: 'welcome',
  protocol: 1,
  connectionId: 'c',
  now: '2026-01-02T03:04:05.000Z',
  heartbeatMs: 100_000,
  pongTimeoutMs: 100_000,
  maxPayload: 16_384,
  streams: ['tickets'],
}
/** A server that does what a test says for each connection, counted from 1. */
async function scripted(
  script: (send: (frame: object) => void, connection: number, socket: WebSocket) => void,
) {
  const received: unknown[] = []
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  let connections = 0
  server.on('connection', (socket) => {
    socket.on('message', (data) => received.push(JSON.parse(String(data))))
    script((frame) => socket.send(JSON.stringify(frame)), ++connections, socket)
  })
  onTestFinished(() => {
    for (const socket of server.clients) socket.terminate()
    server.close()
  })
  await new Promise((resolve) => server.on('listening', resolve))
  const { port } = server.address() as { port: number }
  return { url: `ws://127.0.0.1:${port}`, received, count: () => connections }
}
const subscribed = (sequence: number, facts = {}) => ({
  type: 'subscribed',
  id: 1,
  stream: 'tickets',
  epoch: 'e1',
  sequence,
  oldest: 1,
  wasRecovering: false,
  recovered: false,
  replayed: 0,
  ...facts,
})
const eventFrame = (sequence: number) => ({ type: 'event', stream: 'tickets', event: sampleEvent(sequence) })

test('events are told under `event` and under their type', async () => {
  const { feed, url } = await serving({ events: 2 })
  const { client, told } = following(url, { streams: ['tickets', { stream: 'metrics', mode: 'cache' }] })
  const removed: unknown[] = []
  client.on('ticket.removed', ({ subject, data }) => removed.push([subject, data.clientId]))
  await inStep(client, 2)
  feed.publish([
    sampleEvent(3),
    sampleEvent(4, { type: 'ticket.removed' }),
    sampleEvent(1, { stream: 'metrics', epoch: 'm1' }),
  ])
  await eventually(() => told.length === 3)
  expect(told).toEqual(['tickets 3', 'tickets 4', 'metrics 1'])
  expect(removed).toEqual([['4', '11']])
  expect(client.positions()).toEqual({
    tickets: { epoch: 'e1', sequence: 4 },
    metrics: { epoch: 'm1', sequence: 1 },
  })
})

test('after the server was away it goes on where it stood, and tells nothing twice', async () => {
  const { feed, sink, url } = await serving({ drainSpreadMs: 0, events: 1 })
  const { client, told } = following(url)
  await inStep(client)
  feed.publish([sampleEvent(2)])
  await eventually(() => told.length === 1)
  await sink.close()
  feed.publish(sampleEvents(3, 5))
  const again = webSocketSink({ port: Number(new URL(url).port) })
  await again.open(feed)
  await eventually(() => client.state === 'open')
  feed.publish([sampleEvent(6)])
  await eventually(() => told.includes('tickets 6'))
  expect(told.filter((line) => !line.startsWith('closed 1006'))).toEqual([
    'tickets 2',
    'closed 4001',
    'tickets 3',
    'tickets 4',
    'tickets 5',
    'tickets 6',
  ])
  await again.close()
})

test('what was lost meanwhile is a gap, and the next events follow', async () => {
  const { feed, url } = await serving({ events: 9, feedOptions: { maxEvents: 3 } })
  const { client, told } = following(url, { since: { tickets: { epoch: 'e1', sequence: 2 } } })
  await eventually(() => told.length === 1)
  feed.publish([sampleEvent(10), sampleEvent(1, { epoch: 'e2' })])
  await eventually(() => told.length === 4)
  expect(told).toEqual(['trimmed 3-9', 'tickets 10', 'epoch_changed 11-null', 'tickets 1'])
  expect(client.positions()).toEqual({ tickets: { epoch: 'e2', sequence: 1 } })
})

test('a filter is asked of the server, and the position moves on over what it keeps back', async () => {
  const low = { attributes: { priority: 'Low' } }
  const { feed, url } = await serving({ skipEveryMs: 20 })
  feed.publish([sampleEvent(1), sampleEvent(2, low), sampleEvent(3)])
  const since = { tickets: { epoch: 'e1', sequence: 0 } }
  const { client, told } = following(url, { since, filter: { priority: ['Low'] } })
  await eventually(() => client.positions().tickets?.sequence === 3)
  feed.publish([sampleEvent(4, low), sampleEvent(5)])
  await eventually(() => client.positions().tickets?.sequence === 5)
  expect(told).toEqual(['tickets 2', 'tickets 4'])
})

test('a token is shown in the first frame, asked for anew each time, and a wrong one ends it', async () => {
  const { url } = await serving({ authenticate: sharedToken('a-token-of-a-board') })
  const { client } = following(url, { token: async () => 'a-token-of-a-board' })
  await inStep(client)
  const { client: stranger, told } = following(url, { token: 'another-token-here' })
  await eventually(() => stranger.state === 'closed')
  expect(told).toEqual(['closed 4500 for good'])
  let tries = 0
  const token = () => (++tries < 3 ? Promise.reject(new Error('not yet')) : 'a-token-of-a-board')
  const { client: patient } = following(url, { token })
  await inStep(patient)
  expect(tries).toBe(3)
})

test.each([
  [4000, true],
  [4499, true],
  [4500, false],
  [4999, false],
  [1011, true],
  [1000, true],
])('closed with %i, it comes back: %s', async (code, comesBack) => {
  const { url, count } = await scripted((send, connection, socket) => {
    send(welcome)
    if (connection === 1) socket.close(code)
  })
  const { client, told } = following(url)
  await eventually(() => told.length === 1 && (comesBack ? count() === 2 : client.state === 'closed'))
  expect(told).toEqual([`closed ${code}${comesBack ? '' : ' for good'}`])
})

test('a hole in the numbers is asked for again, in place', async () => {
  const { url, received } = await scripted((send, _, socket) => {
    send(welcome)
    let asked = 0
    socket.on('message', () => {
      if (++asked === 1) {
        send(subscribed(4))
        for (const sequence of [5, 8, 9]) send(eventFrame(sequence))
      } else {
        send(subscribed(9, { id: 2, wasRecovering: true, recovered: true, replayed: 4 }))
        for (const sequence of [6, 7, 8, 9]) send(eventFrame(sequence))
      }
    })
  })
  const { told } = following(url)
  await eventually(() => told.length === 5)
  expect(told).toEqual([5, 6, 7, 8, 9].map((sequence) => `tickets ${sequence}`))
  expect(received).toEqual([
    { type: 'subscribe', id: 1, streams: [{ stream: 'tickets' }] },
    { type: 'subscribe', id: 2, streams: [{ stream: 'tickets', since: { epoch: 'e1', sequence: 5 } }] },
  ])
})

test('a heartbeat is answered, and asks again when the server stands further', async () => {
  const ping = (sequence: number) => ({ type: 'ping', now: welcome.now, positions: { tickets: sequence } })
  const { url, received } = await scripted((send, _, socket) => {
    send(welcome)
    socket.once('message', () => {
      for (const frame of [subscribed(4), ping(4), ping(6)]) send(frame)
    })
  })
  following(url)
  await eventually(() => received.length === 4)
  expect(received.slice(1)).toEqual([
    { type: 'pong' },
    { type: 'pong' },
    { type: 'subscribe', id: 2, streams: [{ stream: 'tickets', since: { epoch: 'e1', sequence: 4 } }] },
  ])
})

test('a history that broke off in the middle is asked for from where it broke off', async () => {
  const { url, received } = await scripted((send, connection, socket) => {
    send(welcome)
    socket.once('message', () => {
      if (connection > 1) return
      send(subscribed(9, { wasRecovering: true, recovered: true, replayed: 5 }))
      for (const sequence of [5, 6]) send(eventFrame(sequence))
      socket.close(4004)
    })
  })
  following(url, { since: { tickets: { epoch: 'e1', sequence: 4 } }, filter: { priority: ['High'] } })
  await eventually(() => received.length === 2)
  expect(received[1]).toMatchObject({ streams: [{ since: { epoch: 'e1', sequence: 6 } }] })
})

test('a connection without a sign of life is given up, also one that is never welcomed', async () => {
  const silent = await scripted((send) => send({ ...welcome, heartbeatMs: 20, pongTimeoutMs: 20 }))
  following(silent.url)
  const mute = await scripted(() => {})
  following(mute.url, { connectTimeoutMs: 30 })
  await eventually(() => silent.count() >= 3 && mute.count() >= 3)
})

test('it waits as long as the server says, and longer from try to try, with full jitter', async () => {
  const { url } = await scripted((send, _, socket) => {
    send({ type: 'disconnect', code: 4001, reason: 'shutdown', reconnect: true, retryAfterMs: 70_000 })
    socket.close(4001)
  })
  const { client } = following(url)
  const close = await new Promise<{ retryInMs: number | null }>((resolve) => client.once('close', resolve))
  expect(close.retryInMs).toBeGreaterThanOrEqual(70_000)
  expect(client.state).toBe('waiting')
  const { client: lonely } = following('ws://127.0.0.1:1/stream', { minDelayMs: 2, maxDelayMs: 16 })
  const waits: number[] = []
  lonely.on('close', ({ retryInMs }) => waits.push(retryInMs ?? -1))
  await eventually(() => waits.length >= 30)
  const ceilings = [2, 4, 8, ...Array<number>(27).fill(16)]
  expect(waits.slice(0, 30).filter((wait, index) => wait < 0 || wait > (ceilings[index] ?? 0))).toEqual([])
  expect(new Set(waits).size).toBeGreaterThan(5)
})

test('a refused stream is an error, the others are read', async () => {
  const { feed, url } = await serving()
  const { client, told } = following(url, { streams: ['nowhere', 'tickets'] })
  await inStep(client)
  feed.publish([sampleEvent(1)])
  await eventually(() => told.length === 2)
  expect(told).toEqual(['unknown_stream', 'tickets 1'])
})

test('closed, it tells nothing more and comes back no more', async () => {
  const { feed, sink, url } = await serving()
  const { client, told } = following(url)
  await inStep(client)
  client.close()
  feed.publish([sampleEvent(1)])
  await eventually(() => sink.stats().connections === 0)
  expect([client.state, told]).toEqual(['closed', []])
})

test.each([
  [{ url: 'http://localhost' }, 'url: expected a text that starts with ws:// or wss://, received string'],
  [{ streams: [] }, 'streams: expected a list with at least one stream, received an array'],
  [{ token: '' }, 'token: expected a text or a function, received string'],
  [{ maxDelayMs: -1 }, 'maxDelayMs: expected an integer of at least 0, received -1'],
])('%j is refused by name', (options, message) => {
  const given = { url: 'ws://127.0.0.1:1', streams: ['tickets'], WebSocket, ...options }
  expect(() => createStreamClient(given)).toThrow(new TypeError(message))
})
