import type { ServerFrame } from '@superhack/superops/streams'
import { expect, test } from 'vitest'
import { sampleEvent } from '../streams/sample-event.js'
import type { RawClient } from './raw-client.js'
import { serving } from './serving.js'

const text = 'x'.repeat(100_000)
const figures = (sequence: number, type = 'metrics.updated') =>
  sampleEvent(sequence, { stream: 'metrics', epoch: 'm1', type, data: { text } })
const numbersOf = (frames: readonly ServerFrame[]) =>
  frames.flatMap((frame) => (frame.type === 'event' ? [Number(frame.event.sequence)] : []))

async function reading(client: RawClient, mode: 'cache' | 'stream', filter = {}): Promise<RawClient> {
  client.send({ type: 'subscribe', id: 1, streams: [{ stream: 'metrics', mode, ...filter }] })
  await client.next('subscribed')
  return client
}

test.each([true, false])(
  'a slow reader of the present state gets the latest, in place of what it had no time for (framed once: %s)',
  async (preframe) => {
    const { feed, sink, client } = await serving({ preframe, heartbeatMs: 50, pongTimeoutMs: 60_000 })
    const slow = await reading(await client(), 'cache')
    const backlog = await reading(await client(), 'stream')
    const quick = await reading(await client(), 'cache')
    slow.socket.pause()
    backlog.socket.pause()
    for (let sequence = 1; sequence <= 400; sequence++) {
      feed.publish([figures(sequence)])
      if (sequence % 5 === 0)
        await expect.poll(() => numbersOf(quick.frames).at(-1), { interval: 1 }).toBe(sequence)
    }
    // Of 40 MB no more is on its way than the system takes; who wants every event is closed for it.
    await expect.poll(() => sink.stats().connections, { timeout: 5000 }).toBe(2)
    backlog.socket.terminate()
    // Heartbeats go on, and name only what was sent before them.
    await new Promise((resolve) => setTimeout(resolve, 300))
    slow.socket.resume()
    await expect.poll(() => numbersOf(slow.frames).at(-1)).toBe(400)
    const got = numbersOf(slow.frames)
    expect(got.length).toBeLessThan(300)
    expect(got).toEqual([...got].sort((a, b) => a - b))
    let last = 0
    for (const frame of slow.frames) {
      if (frame.type === 'event') last = Number(frame.event.sequence)
      if (frame.type === 'ping') expect(frame.positions.metrics).toBeLessThanOrEqual(last)
    }
  },
)

test('what waits is not passed over by the numbers that a filter keeps back, and not sent after the stream was left', async () => {
  const { feed, client } = await serving({ skipEveryMs: 20, heartbeatMs: 60_000 })
  const filtered = await reading(await client(), 'cache', { filter: { type: ['metrics.updated'] } })
  const leaving = await reading(await client(), 'cache')
  for (const { socket } of [filtered, leaving]) socket.pause()
  for (let sequence = 1; sequence <= 200; sequence++) {
    feed.publish([figures(sequence)])
    await new Promise((resolve) => setImmediate(resolve))
  }
  feed.publish([figures(201, 'metrics.other')])
  leaving.send({ type: 'unsubscribe', id: 2, streams: ['metrics'] })
  await new Promise((resolve) => setTimeout(resolve, 200))
  for (const { socket } of [filtered, leaving]) socket.resume()
  await leaving.next('unsubscribed')
  expect(numbersOf(leaving.frames)).not.toContain(201)
  expect(leaving.frames.at(-1)?.type).toBe('unsubscribed')
  await filtered.next('skip')
  const order = filtered.frames.flatMap((frame) =>
    frame.type === 'skip' ? [`skip ${frame.sequence}`] : frame.type === 'event' ? [frame.event.sequence] : [],
  )
  expect(order.slice(-2)).toEqual(['200', 'skip 201'])
})
