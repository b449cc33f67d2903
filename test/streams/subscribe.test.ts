import { createFeed, type FeedItem, type SubscribeOptions } from '@superhack/superops/streams'
import { expect, test } from 'vitest'
import { sampleEvent, sampleEvents } from './sample-event.js'

function feedOf(events: number) {
  const feed = createFeed()
  feed.open('tickets', { epoch: 'e1' })
  feed.open('metrics', { epoch: 'm1' })
  feed.publish(sampleEvents(1, events))
  return feed
}
const metric = (sequence: number) => sampleEvent(sequence, { stream: 'metrics', epoch: 'm1' })

async function take(items: AsyncIterable<FeedItem>, count: number) {
  const taken: string[] = []
  for await (const item of items) {
    if (item.type === 'event') taken.push(`${item.event.stream} ${item.event.sequence}`)
    else taken.push(`${item.gap.stream} ${item.gap.reason} ${item.gap.lost.from}-${item.gap.lost.to}`)
    if (taken.length === count) break
  }
  return taken
}
const since = (sequence: number, epoch = 'e1'): SubscribeOptions => ({
  since: { tickets: { epoch, sequence } },
})

test('it gives what was missed, then what comes, of all streams', async () => {
  const feed = feedOf(3)
  const items = feed.subscribe(['tickets', 'metrics'], since(1))
  feed.publish([sampleEvent(4), metric(1)])
  expect(await take(items, 4)).toEqual(['tickets 2', 'tickets 3', 'tickets 4', 'metrics 1'])
})

test('what cannot be given is a gap at its place', async () => {
  const feed = feedOf(3)
  const items = feed.subscribe(['tickets'], since(9, 'e0'))
  feed.publish([sampleEvent(4), sampleEvent(6)])
  expect(await take(items, 4)).toEqual([
    'tickets epoch_changed 10-null',
    'tickets 4',
    'tickets backend_gap 5-5',
    'tickets 6',
  ])
})

test('a reader that is too slow gets one gap per stream in place of what was dropped', async () => {
  const feed = feedOf(0)
  const items = feed.subscribe(['tickets', 'metrics'], { maxQueued: 4 })
  feed.publish([metric(1), ...sampleEvents(1, 4), ...sampleEvents(6, 9)])
  expect(await take(items, 5)).toEqual([
    'metrics overflow 1-1',
    'tickets overflow 1-6',
    'tickets 7',
    'tickets 8',
    'tickets 9',
  ])
})

test('an iteration waits for the next event and ends by its signal', async () => {
  const feed = feedOf(0)
  const controller = new AbortController()
  const items = feed.subscribe(['tickets'], { signal: controller.signal })
  const two = [items.next(), items.next()]
  feed.publish(sampleEvents(1, 2))
  expect((await Promise.all(two)).map(({ value }) => value?.type)).toEqual(['event', 'event'])
  const third = items.next()
  controller.abort()
  expect(await third).toEqual({ done: true, value: undefined })
  const aborted = feed.subscribe(['tickets'], { signal: controller.signal })
  expect(await aborted.next()).toEqual({ done: true, value: undefined })
})
