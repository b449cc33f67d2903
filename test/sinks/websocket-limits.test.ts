import { connect as connectTcp } from 'node:net'
import { webSocketSink } from '@superhack/superops/sinks/websocket'
import { createFeed } from '@superhack/superops/streams'
import { expect, test } from 'vitest'
import { sampleEvent, sampleEvents } from '../streams/sample-event.js'
import { connect, type RawClient } from './raw-client.js'
import { eventually, serving } from './serving.js'

/** A live subscription on the stream. */
async function subscribed(client: RawClient, since?: number): Promise<RawClient> {
  const from = since === undefined ? {} : { since: { epoch: 'e1', sequence: since } }
  client.send({ type: 'subscribe', id: 1, streams: [{ stream: 'tickets', ...from }] })
  await client.next('subscribed')
  return client
}
/** Stops reading from the socket, as a process that hangs. */
const stall = ({ socket }: RawClient) => socket.pause()

const kilobyte = 'x'.repeat(1024)
const bigEvent = (sequence: number, kilobytes = 100) =>
  sampleEvent(sequence, { data: kilobyte.repeat(kilobytes) })

test.each([
  ['no JSON', '{"type":'],
  ['no object', '[1]'],
  ['a type that is not known', '{"type":"resume","id":1}'],
  [
    'a filter that is not known',
    '{"type":"subscribe","id":1,"streams":[{"stream":"tickets","filter":{"status":["x"]}}]}',
  ],
  [
    'a position without epoch',
    '{"type":"subscribe","id":1,"streams":[{"stream":"tickets","since":{"sequence":1}}]}',
  ],
  ['an empty token', '{"type":"connect","id":1,"token":""}'],
])('%s is told as a bad request and closed', async (_, text) => {
  const client = await (await serving()).client()
  client.send(text)
  expect((await client.next('error')).error.code).toBe('bad_request')
  expect(await client.closed).toBe('4501 bad request')
})

test('binary messages, broken UTF-8, too many bytes and too many fragments are closed with the code of each', async () => {
  const { client } = await serving()
  const sent = async (act: (client: RawClient) => void) => {
    const one = await client()
    act(one)
    return (await one.closed).slice(0, 4)
  }
  expect(await sent(({ socket }) => socket.send(Buffer.from('{}')))).toBe('1003')
  expect(await sent(({ socket }) => socket.send(Buffer.from([0xc3, 0x28]), { binary: false }))).toBe('1007')
  expect(await sent(({ send }) => send(`{"type":"pong","x":"${'x'.repeat(17_000)}"}`))).toBe('1009')
  const flood = ({ socket }: RawClient) => {
    for (let index = 0; index < 20; index++) socket.send('{', { fin: false })
  }
  expect(await sent(flood)).toBe('1008')
})

test('a burst of commands passes, a flood of commands or of pings does not', async () => {
  const { client } = await serving({ commandBurst: 10, commandsPerSecond: 5 })
  const polite = await client()
  for (let id = 0; id < 10; id++) polite.send({ type: 'ping', id })
  for (let id = 0; id < 10; id++) expect((await polite.next('pong')).id).toBe(id)
  const [eager, pinging] = [await client(), await client()]
  for (let id = 0; id < 50; id++) eager.send({ type: 'ping', id })
  for (let id = 0; id < 50; id++) pinging.socket.ping()
  expect([await eager.closed, await pinging.closed]).toEqual(Array(2).fill('4013 too many commands'))
  polite.socket.close()
})

test('streams per connection and refused commands are limited', async () => {
  const feed = createFeed()
  const names = Array.from({ length: 33 }, (_, index) => `stream-${index}`)
  for (const name of names) feed.open(name)
  const sink = webSocketSink({ port: 0 })
  await sink.open(feed)
  const open = async () => {
    const client = await connect(sink.address()?.url ?? '')
    await client.next('welcome')
    return client
  }
  const greedy = await open()
  greedy.send({ type: 'subscribe', id: 1, streams: names.slice(0, 32) })
  await eventually(() => sink.stats().subscriptions === 32)
  greedy.send({ type: 'subscribe', id: 2, streams: names.slice(32) })
  expect(await greedy.next('error')).toMatchObject({ id: 2, error: { code: 'subscription_limit' } })
  expect(await greedy.closed).toBe('4505 too many subscriptions')
  const confused = await open()
  for (let id = 0; id < 25; id++) confused.send({ type: 'subscribe', id, streams: ['nowhere'] })
  expect(await confused.closed).toBe('4509 too many errors')
  await sink.close()
})

test('a client that answers no heartbeat is closed, one that does stays', async () => {
  const { sink, client } = await serving({ heartbeatMs: 100, pongTimeoutMs: 250 })
  const silent = await client()
  const alive = await client()
  alive.socket.on('message', (data) => {
    if (String(data).startsWith('{"type":"ping"')) alive.send({ type: 'pong' })
  })
  expect(await silent.closed).toBe('4012 no pong')
  for (let beats = 0; beats < 3; beats++) await alive.next('ping')
  await eventually(() => sink.stats().connections === 1)
  expect(alive.socket.readyState).toBe(alive.socket.OPEN)
})

test('a peer that is gone without a word is forgotten', async () => {
  const { sink, client } = await serving({ heartbeatMs: 60, pongTimeoutMs: 60 })
  const gone = await client()
  stall(gone)
  const started = performance.now()
  await eventually(() => sink.stats().connections === 0)
  // Heartbeat, time for the pong, and the second that a close handshake is given.
  expect(performance.now() - started).toBeLessThan(2500)
  gone.socket.terminate()
})

test('a client that never reads is closed within its bound, and the others get everything', async () => {
  const { feed, sink, client } = await serving()
  const stalled = await subscribed(await client())
  const good = await subscribed(await client())
  stall(stalled)
  for (let sequence = 1; sequence <= 400; sequence++) {
    feed.publish([bigEvent(sequence)])
    if (sequence % 5 === 0) await good.events(sequence)
  }
  const filled = performance.now()
  await eventually(() => sink.stats().connections === 1)
  expect(performance.now() - filled).toBeLessThan(2000)
  expect(await good.events(400)).toHaveLength(400)
  stalled.socket.resume()
  expect((await stalled.closed).slice(0, 4)).toMatch(/4008|1006/)
})

test('a slow reader of a long history gets all of it, and what came meanwhile, in order', async () => {
  const { feed, client } = await serving({ maxBufferedBytes: 64 * 1024 })
  feed.publish(Array.from({ length: 60 }, (_, index) => bigEvent(index + 1)))
  const slow = await client()
  stall(slow)
  slow.send({
    type: 'subscribe',
    id: 1,
    streams: [{ stream: 'tickets', since: { epoch: 'e1', sequence: 0 } }],
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  feed.publish(sampleEvents(61, 80))
  slow.socket.resume()
  const sequences = await slow.events(80)
  expect(sequences).toEqual(Array.from({ length: 80 }, (_, index) => String(index + 1)))
})

test('history that is not read ends with the connection, however often it is asked for', async () => {
  const { feed, sink, client } = await serving({ heartbeatMs: 200, pongTimeoutMs: 100 })
  feed.publish(Array.from({ length: 80 }, (_, index) => bigEvent(index + 1)))
  const hostile = await client()
  stall(hostile)
  for (let id = 1; id <= 40; id++)
    hostile.send({
      type: 'subscribe',
      id,
      streams: [{ stream: 'tickets', since: { epoch: 'e1', sequence: 0 } }],
    })
  await eventually(() => sink.stats().connections === 0)
  hostile.socket.terminate()
})

test('a planned reconnect is announced', async () => {
  const { client } = await serving({ heartbeatMs: 200, maxConnectionAgeMs: 100 })
  const one = await client()
  expect(await one.next('disconnect')).toEqual({
    type: 'disconnect',
    code: 4011,
    reason: 'planned reconnect',
    reconnect: true,
    retryAfterMs: 0,
  })
  expect(await one.closed).toBe('4011 planned reconnect')
})

test('closing asks every client to come back at its own time, and refuses new ones', async () => {
  const { sink, url, client } = await serving({ drainSpreadMs: 1000 })
  const clients = await Promise.all(Array.from({ length: 20 }, client))
  const hanging = clients[0]
  if (hanging !== undefined) stall(hanging)
  const started = performance.now()
  const closed = sink.close()
  expect(await connect(url).catch(({ message }: Error) => message)).toBe('HTTP 503 closing')
  await closed
  expect(performance.now() - started).toBeLessThan(2000)
  const told = await Promise.all(clients.slice(1).map((one) => one.next('disconnect')))
  const delays = told.map(({ retryAfterMs }) => retryAfterMs)
  expect(new Set(delays).size).toBeGreaterThan(10)
  expect(delays.every((ms) => ms >= 0 && ms <= 1000)).toBe(true)
  expect(await clients[1]?.closed).toBe('4001 shutdown')
  await expect(connect(url)).rejects.toThrow('ECONNREFUSED')
  hanging?.socket.terminate()
})

test('sockets that say nothing do not hold up closing', async () => {
  const { sink } = await serving()
  const silent = connectTcp(sink.address()?.port ?? 0, '127.0.0.1')
  await new Promise<void>((resolve) => silent.on('connect', resolve))
  await sink.close()
  await new Promise<void>((resolve) => silent.on('close', () => resolve()))
})

test('connections that come back all at once miss nothing while events go on', async () => {
  const { feed, client } = await serving({ events: 300 })
  const clients = await Promise.all(Array.from({ length: 50 }, client))
  const since = { epoch: 'e1', sequence: 20 }
  for (const one of clients) one.send({ type: 'subscribe', id: 1, streams: [{ stream: 'tickets', since }] })
  for (let sequence = 301; sequence <= 320; sequence++) {
    feed.publish([sampleEvent(sequence)])
    await new Promise((resolve) => setImmediate(resolve))
  }
  const wanted = Array.from({ length: 300 }, (_, index) => String(index + 21))
  for (const one of clients) expect(await one.events(300)).toEqual(wanted)
})
