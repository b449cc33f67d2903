import { createHandler, type ServedStreams } from '@superhack/superops/http'
import { createFeed } from '@superhack/superops/streams'
import { afterAll, expect, test } from 'vitest'
import { sampleEvent, sampleEvents } from '../streams/sample-event.js'
import { readEvents } from './read-events.js'
import { apiKey, ask, endAll, serve, serveTenant } from './serving.js'

afterAll(endAll)

const epoch = 'e1'

/** A feed behind the handler, of which the manager's other parts are not asked. */
async function serveFeed(options = {}, limits = {}) {
  const feed = createFeed(limits)
  feed.open('tickets', { epoch })
  const status = { phase: 'live', health: 'ok', sinks: [], streams: {}, ages: {} }
  const streams = { feed, status: () => status, snapshot: () => undefined } as unknown as ServedStreams
  const url = await serve({ streams, apiKeys: [apiKey], heartbeatMs: 20, ...options })
  return { feed, url, streams, events: `${url}/v1/streams/tickets/events` }
}

test('events are read as JSON, from a position on or the latest', async () => {
  const { feed, url, events } = await serveFeed()
  const published = sampleEvents(1, 120)
  feed.publish(published)
  const stand = { stream: 'tickets', epoch, sequence: 120, oldest: 1 }
  expect((await ask(events)).json).toEqual({ ...stand, events: published.slice(20) })
  expect((await ask(`${events}?since=e1:118`)).json).toEqual({ ...stand, events: published.slice(118) })
  expect((await ask(`${events}?since=e1:120`)).json).toEqual({ ...stand, events: [] })
  expect((await ask(`${events}?mode=cache`)).json).toEqual({ ...stand, events: published.slice(119) })
  expect((await ask(`${events}?since=old:7`)).json).toEqual({
    ...stand,
    events: [],
    gap: { stream: 'tickets', epoch, lost: { from: 8, to: null }, sequence: 120, reason: 'epoch_changed' },
  })
  expect((await ask(`${url}/v1/streams`)).json).toEqual({
    streams: [{ name: 'tickets', epoch, sequence: 120, oldest: 1 }],
  })
})

test('an event stream goes on where a reader stood, and tells each event once', async () => {
  const { feed, events } = await serveFeed()
  feed.publish(sampleEvents(1, 5))
  const first = await readEvents(`${events}?since=e1:2`)
  feed.publish([sampleEvent(6)])
  const seen = await first.data(4)
  expect(seen.map(({ id }) => id)).toEqual(['e1:3', 'e1:4', 'e1:5', 'e1:6'])
  expect(seen.map(({ data }) => data)).toEqual(sampleEvents(3, 6))
  first.close()
  feed.publish(sampleEvents(7, 9))
  // A browser asks the same address again: the header beats `since`.
  const again = await readEvents(`${events}?since=e1:2`, { 'last-event-id': seen.at(-1)?.id ?? '' })
  expect((await again.data(3)).map(({ id }) => id)).toEqual(['e1:7', 'e1:8', 'e1:9'])
})

test('a new reader is told where it stands before any event, and comments keep it connected', async () => {
  const { feed, events } = await serveFeed()
  feed.publish(sampleEvents(1, 3))
  const reader = await readEvents(events)
  await expect.poll(() => reader.told.length).toBeGreaterThanOrEqual(2)
  expect(reader.told.slice(0, 2)).toEqual([{ retry: '3000', id: 'e1:3' }, { comment: 'still here' }])
})

test('what cannot be told any more is a gap with the place to go on from', async () => {
  const { feed, events } = await serveFeed({}, { maxEvents: 3 })
  feed.publish(sampleEvents(1, 9))
  const reader = await readEvents(`${events}?since=e1:2`)
  feed.publish([sampleEvent(10)])
  const gap = { stream: 'tickets', epoch, lost: { from: 3, to: 9 }, sequence: 9, reason: 'trimmed' }
  expect(await reader.data(2)).toEqual([
    { id: 'e1:9', event: 'gap', data: gap },
    { id: 'e1:10', data: sampleEvent(10) },
  ])
  feed.publish([sampleEvent(1, { epoch: 'e2' })])
  const anew = await reader.data(4)
  expect(anew.slice(2).map(({ id, event }) => ({ id, event }))).toEqual([
    { id: 'e2:0', event: 'gap' },
    { id: 'e2:1', event: undefined },
  ])
})

const readersOf = async (url: string) =>
  Number(/^superops_event_stream_readers (\d+)$/m.exec((await ask(`${url}/metrics`)).text)?.[1])

test('a reader that takes nothing is cut off, and the others are told everything', async () => {
  const { feed, url, events } = await serveFeed({ maxBufferedBytes: 1_000_000 })
  const slow = await readEvents(events)
  slow.response.pause()
  const quick = await readEvents(events)
  let last = 0
  const data = { text: 'x'.repeat(20_000) }
  while (last < 4000 && (await readersOf(url)) === 2) {
    feed.publish(sampleEvents(last + 1, last + 20, { data }))
    last += 20
    await quick.data(last)
  }
  expect(await readersOf(url)).toBe(1)
  expect((await quick.data(last)).map(({ id }) => id)).toEqual(
    Array.from({ length: last }, (_, at) => `e1:${at + 1}`),
  )
  slow.response.resume()
  await expect.poll(slow.isClosed).toBe(true)
})

test('a slow reader of the present state is not cut off, and gets the latest in place of what it had no time for', async () => {
  const { feed, url, events } = await serveFeed({ maxBufferedBytes: 1_000_000, heartbeatMs: 60_000 })
  const slow = await readEvents(`${events}?mode=cache`)
  slow.response.pause()
  const data = { text: 'x'.repeat(100_000) }
  for (let sequence = 1; sequence <= 400; sequence++) {
    feed.publish([sampleEvent(sequence, { data })])
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(await readersOf(url)).toBe(1)
  slow.response.resume()
  await expect.poll(() => slow.told.at(-1)?.id).toBe('e1:400')
  expect((await slow.data(1)).length).toBeLessThan(300)
})

test('there are as many readers as are allowed, and one that leaves makes room', async () => {
  const { url, events } = await serveFeed({ maxReaders: 1 })
  const reader = await readEvents(events)
  const accept = { accept: 'text/event-stream' }
  expect(await ask(events, { headers: accept })).toMatchObject({ status: 503, json: { code: 'too_busy' } })
  expect((await ask(events, { method: 'HEAD', headers: accept })).headers.get('content-type')).toBe(
    'text/event-stream; charset=utf-8',
  )
  expect(await readersOf(url)).toBe(1)
  reader.close()
  await expect.poll(() => readersOf(url)).toBe(0)
  await readEvents(events)
})

test('event streams end with the signal, also one that begins after', async () => {
  const closing = new AbortController()
  const { streams } = await serveFeed()
  const handler = createHandler({ streams, apiKeys: false, signal: closing.signal })
  const request = () =>
    handler(
      new Request('http://localhost/v1/streams/tickets/events', { headers: { accept: 'text/event-stream' } }),
    )
  const text = (await request()).text()
  closing.abort()
  expect(await text).not.toContain('data:')
  expect(await (await request()).text()).not.toContain('data:')
})

test('positions, modes and types that are none are told', async () => {
  const { url, events } = await serveFeed()
  const stream = { accept: 'text/event-stream' }
  expect((await ask(`${events}?since=7`)).status).toBe(400)
  expect((await ask(`${events}?since=e1:99999999999999999999`)).status).toBe(400)
  expect((await ask(`${events}?mode=all`)).status).toBe(400)
  expect((await ask(events, { headers: { ...stream, 'last-event-id': 'x' } })).status).toBe(400)
  expect((await ask(events, { headers: { accept: 'text/html' } })).json.code).toBe('not_acceptable')
  expect((await ask(events, { headers: { accept: 'text/event-stream;q=0.1, */*' } })).status).toBe(200)
  expect((await ask(`${url}/v1/streams/other/events`)).json.code).toBe('unknown_stream')
  expect((await ask(`${url}/v1/streams/toString/events`)).json.code).toBe('unknown_stream')
})

test('a refresh polls, answers where the stream stands, and is shared by those who wait', async () => {
  const { url, client, streams, tenant } = await serveTenant()
  const ticket = (await client.tickets.list().first()) ?? expect.fail('no ticket')
  await client.mutation.updateTicket({ input: { ticketId: ticket.ticketId, subject: 'Printer on fire' } })
  const { polls } = streams.status()
  tenant.calls()
  const refresh = () => ask(`${url}/v1/streams/tickets/refresh`, { method: 'POST' })
  const [first, second] = await Promise.all([refresh(), refresh()])
  expect(first.json).toEqual({ name: 'tickets', ...streams.status().streams.tickets })
  expect(second.json).toEqual(first.json)
  expect(streams.status().polls).toBe(polls + 1)
  const { events } = (await ask(`${url}/v1/streams/tickets/events`)).json
  expect(events.at(-1)).toMatchObject({ type: 'ticket.updated', subject: ticket.ticketId })
})
