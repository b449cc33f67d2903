import { webSocketSink } from '@superhack/superops/sinks/websocket'
import { createFeed, type StreamFeed } from '@superhack/superops/streams'
import { expect, test } from 'vitest'
import { sampleEvent, sampleEvents } from '../streams/sample-event.js'
import { connect } from './raw-client.js'
import { eventually, serving } from './serving.js'

const metric = (sequence: number) =>
  sampleEvent(sequence, { stream: 'metrics', epoch: 'm1', type: 'metrics.updated' })

test('a client is welcomed, subscribes and gets events as they are published', async () => {
  const { feed, client } = await serving({ events: 3 })
  const { frames, next, send } = await client()
  expect(frames).toEqual([
    {
      type: 'welcome',
      protocol: 1,
      connectionId: expect.stringMatching(/^[\da-f-]{36}$/),
      now: expect.any(String),
      heartbeatMs: 25_000,
      pongTimeoutMs: 8000,
      maxPayload: 16_384,
      streams: ['tickets', 'metrics'],
    },
  ])
  send({ type: 'subscribe', id: 2, streams: ['tickets'] })
  expect(await next('subscribed')).toEqual({
    type: 'subscribed',
    id: 2,
    stream: 'tickets',
    epoch: 'e1',
    sequence: 3,
    oldest: 1,
    wasRecovering: false,
    recovered: false,
    replayed: 0,
  })
  const event = sampleEvent(4)
  feed.publish([event, metric(1)])
  expect(await next('event')).toEqual({ type: 'event', stream: 'tickets', event })
  send({ type: 'unsubscribe', id: 3, streams: ['tickets', 'never'] })
  expect(await next('unsubscribed')).toEqual({ type: 'unsubscribed', id: 3, streams: ['tickets', 'never'] })
  feed.publish([sampleEvent(5)])
  send({ type: 'ping', id: 4 })
  expect(await next('pong')).toEqual({ type: 'pong', id: 4, now: expect.any(String) })
  expect(frames.filter(({ type }) => type === 'event')).toHaveLength(1)
})

test('events follow on the history without a seam', async () => {
  const { feed, client } = await serving({ events: 5 })
  const { events, send, next } = await client()
  send({ type: 'subscribe', id: 1, streams: [{ stream: 'tickets', since: { epoch: 'e1', sequence: 2 } }] })
  const subscribed = await next('subscribed')
  feed.publish(sampleEvents(6, 7))
  expect(await events(5)).toEqual(['3', '4', '5', '6', '7'])
  expect(subscribed).toMatchObject({ sequence: 5, wasRecovering: true, recovered: true, replayed: 3 })
})

test.each([
  ['another epoch', { epoch: 'e0', sequence: 2 }, 'epoch_changed 3-null'],
  ['beyond the end', { epoch: 'e1', sequence: 402 }, 'ahead 403-null'],
  ['before the history', { epoch: 'e1', sequence: 2 }, 'trimmed 3-401'],
  ['more than is replayed', { epoch: 'e1', sequence: 100 }, 'limit 101-401'],
])(
  'a position %s is answered with a gap before the next event, and no part of the past',
  async (_, since, gap) => {
    const { feed, client } = await serving({ events: 401, feedOptions: { maxEvents: 350 } })
    const { events, next, send } = await client()
    send({ type: 'subscribe', id: 1, streams: [{ stream: 'tickets', since }] })
    const told = await next('gap')
    feed.publish([sampleEvent(402)])
    expect(await events(1)).toEqual([gap, '402'])
    expect(await next('subscribed')).toMatchObject({
      recovered: false,
      wasRecovering: true,
      replayed: 0,
      oldest: 52,
    })
    expect(told).toMatchObject({
      type: 'gap',
      stream: 'tickets',
      epoch: 'e1',
      sequence: 401,
      action: 'resync',
    })
  },
)

test('gaps of the source reach live readers in place', async () => {
  const { feed, client } = await serving({ events: 2 })
  const { events, next, send } = await client()
  send({ type: 'subscribe', id: 1, streams: ['tickets'] })
  await next('subscribed')
  feed.publish([sampleEvent(3), sampleEvent(6), sampleEvent(1, { epoch: 'e2' })])
  expect(await events(3)).toEqual(['3', 'backend_gap 4-5', '6', 'epoch_changed 7-null', '1'])
})

test('a feed that leaves out numbers without a word is found out', async () => {
  const feed = createFeed()
  feed.open('tickets', { epoch: 'e1' })
  const silent: StreamFeed = {
    ...feed,
    follow: (stream, listener) =>
      feed.follow(stream, {
        gap: () => {},
        event: (entry) => {
          if (entry.sequence !== 2) listener.event(entry)
        },
      }),
  }
  const sink = webSocketSink({ port: 0 })
  await sink.open(silent)
  const { events, next, send } = await connect(sink.address()?.url ?? '')
  send({ type: 'subscribe', id: 1, streams: ['tickets'] })
  await next('subscribed')
  feed.publish([...sampleEvents(1, 3), sampleEvent(1, { epoch: 'e2' })])
  expect(await events(3)).toEqual(['1', 'backend_gap 2-2', '3', 'epoch_changed 4-null', '1'])
  await sink.close()
})

test('with cache the latest event comes at once, and no gap', async () => {
  const { feed, client } = await serving({ events: 3 })
  const { events, frames, next, send } = await client()
  const since = { epoch: 'e0', sequence: 1 }
  send({
    type: 'subscribe',
    id: 1,
    streams: [
      { stream: 'tickets', mode: 'cache', since },
      { stream: 'metrics', mode: 'cache' },
    ],
  })
  feed.publish([])
  expect(await next('subscribed')).toMatchObject({ stream: 'tickets', recovered: true, replayed: 1 })
  expect(await next('subscribed')).toMatchObject({ stream: 'metrics', recovered: false, replayed: 0 })
  feed.publish([sampleEvent(1, { epoch: 'e2' })])
  expect(await events(2)).toEqual(['3', '1'])
  expect(frames.some(({ type }) => type === 'gap')).toBe(false)
})

test.each([
  ['client', { client: ['12', '13'] }, ['2']],
  ['technician', { technician: ['77'] }, ['3']],
  ['priority', { priority: ['Low'] }, ['1', '3']],
  ['type', { type: ['ticket.created', 'ticket.removed'] }, ['1']],
  ['all of several', { priority: ['Low'], technician: ['77', '78'] }, ['3']],
  ['nothing', {}, ['1', '2', '3', '4']],
])(
  'a filter by %s is held for the past and the present, and the rest is told as skipped',
  async (_, filter, passing) => {
    const events = [
      sampleEvent(1, { type: 'ticket.created', attributes: { priority: 'Low' } }),
      sampleEvent(2, { attributes: { clientId: '12' } }),
      sampleEvent(3, { attributes: { priority: 'Low', technicianId: '77' } }),
      sampleEvent(4, { data: null }),
    ]
    const { feed, client } = await serving({ skipEveryMs: 30 })
    feed.publish(events.slice(0, 2))
    const { frames, next, send } = await client()
    send({
      type: 'subscribe',
      id: 1,
      streams: [{ stream: 'tickets', filter, since: { epoch: 'e1', sequence: 0 } }],
    })
    const { replayed } = await next('subscribed')
    feed.publish(events.slice(2))
    const isLastSkipped = !passing.includes('4')
    if (isLastSkipped) expect(await next('skip')).toEqual({ type: 'skip', stream: 'tickets', sequence: 4 })
    else await eventually(() => frames.filter(({ type }) => type === 'event').length === 4)
    const sequences = frames.flatMap((frame) => (frame.type === 'event' ? [frame.event.sequence] : []))
    expect({ sequences, replayed }).toEqual({
      sequences: passing,
      replayed: passing.filter((sequence) => Number(sequence) < 3).length,
    })
  },
)

test('skipped numbers are told no more often than the interval', async () => {
  const { feed, client } = await serving({ skipEveryMs: 100 })
  const { frames, next, send } = await client()
  send({ type: 'subscribe', id: 1, streams: [{ stream: 'tickets', filter: { priority: ['Low'] } }] })
  await next('subscribed')
  const started = performance.now()
  let sequence = 0
  while (performance.now() - started < 350) {
    feed.publish([sampleEvent(++sequence)])
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const skips = frames.filter(({ type }) => type === 'skip').length
  expect(skips).toBeGreaterThanOrEqual(1)
  expect(skips).toBeLessThanOrEqual(4)
})

test('subscribing again replaces the subscription', async () => {
  const { feed, sink, client } = await serving({ events: 2 })
  const { events, send, next } = await client()
  send({ type: 'subscribe', id: 1, streams: ['tickets', 'tickets'] })
  send({ type: 'subscribe', id: 2, streams: [{ stream: 'tickets', since: { epoch: 'e1', sequence: 1 } }] })
  for (let index = 0; index < 3; index++) await next('subscribed')
  feed.publish([sampleEvent(3)])
  expect(await events(2)).toEqual(['2', '3'])
  expect(sink.stats()).toEqual({ connections: 1, subscriptions: 1 })
})

test('a stream that is not known is refused by name of the code, the others of the command are read', async () => {
  const { client } = await serving()
  const { next, send } = await client()
  send({ type: 'subscribe', id: 9, streams: ['__proto__', 'tickets'] })
  expect(await next('error')).toEqual({
    type: 'error',
    id: 9,
    error: {
      code: 'unknown_stream',
      message: 'there is no such stream; `welcome` lists them',
      temporary: false,
    },
  })
  expect(await next('subscribed')).toMatchObject({ id: 9, stream: 'tickets' })
})

test('a ping of the server carries the positions of what is read', async () => {
  const { client } = await serving({ heartbeatMs: 40, events: 7 })
  const { next, send } = await client()
  send({ type: 'subscribe', id: 1, streams: ['tickets'] })
  await next('subscribed')
  let ping = await next('ping')
  while (Object.keys(ping.positions).length === 0) ping = await next('ping')
  expect(ping).toEqual({ type: 'ping', now: expect.any(String), positions: { tickets: 7 } })
})
