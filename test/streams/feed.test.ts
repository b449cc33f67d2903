import {
  createFeed,
  type FeedEntry,
  type FeedListener,
  type Position,
  type StreamGap,
} from '@superhack/superops/streams'
import { expect, test } from 'vitest'
import { sampleEvent, sampleEvents } from './sample-event.js'

type Told = number | StreamGap['reason']

function record(): FeedListener & { readonly told: Told[] } {
  const told: Told[] = []
  return {
    told,
    event: ({ sequence }: FeedEntry) => void told.push(sequence),
    gap: ({ reason }) => void told.push(reason),
  }
}

function feedOf(events: number, options = {}) {
  const feed = createFeed(options)
  feed.open('tickets', { epoch: 'e1' })
  feed.publish(sampleEvents(1, events))
  return feed
}
const at = (sequence: number, epoch = 'e1'): Position => ({ epoch, sequence })

test.each([
  ['no position', undefined, { wasRecovering: false, recovered: false, from: 0 }],
  ['the last event', at(1000), { recovered: true, from: 0 }],
  ['one before the last', at(999), { recovered: true, from: 1000 }],
  ['as many missed as are replayed', at(700), { recovered: true, from: 701 }],
  ['one more missed than are replayed', at(699), { reason: 'limit', to: 1000 }],
  ['another epoch', at(1000, 'e0'), { reason: 'epoch_changed', to: null }],
  ['a number not yet given', at(1001), { reason: 'ahead', to: null }],
] as const)('the stream at 1000, read from %s', (_, since, wanted) => {
  const recovery = feedOf(1000).history('tickets', since === undefined ? {} : { since })
  const entries = 'from' in wanted && wanted.from > 0 ? 1001 - wanted.from : 0
  expect({ ...recovery, entries: recovery.entries.map(({ sequence }) => sequence) }).toEqual({
    epoch: 'e1',
    sequence: 1000,
    oldest: 1,
    wasRecovering: since !== undefined,
    recovered: 'recovered' in wanted && wanted.recovered,
    entries: Array.from({ length: entries }, (_, index) => 1001 - entries + index),
    ...('reason' in wanted && {
      gap: {
        stream: 'tickets',
        epoch: 'e1',
        lost: { from: (since?.sequence ?? 0) + 1, to: wanted.to },
        sequence: 1000,
        reason: wanted.reason,
      },
    }),
  })
})

test('an empty stream recovers its very beginning', () => {
  expect(feedOf(0).history('tickets', { since: at(0) })).toEqual({
    epoch: 'e1',
    sequence: 0,
    oldest: 1,
    wasRecovering: true,
    recovered: true,
    entries: [],
  })
})

test('what is older than the bounds in count, bytes and age is trimmed', () => {
  let now = 0
  const size = Buffer.byteLength(JSON.stringify(sampleEvent(1)))
  const byCount = feedOf(5, { maxEvents: 3 })
  const byBytes = feedOf(5, { maxBytes: 2 * size })
  const byAge = feedOf(2, { maxAgeMs: 10, now: () => now })
  now = 8
  byAge.publish([sampleEvent(3)])
  now = 11
  expect([byCount, byBytes, byAge].map((feed) => feed.positions().tickets)).toEqual([
    { epoch: 'e1', sequence: 5, oldest: 3 },
    { epoch: 'e1', sequence: 5, oldest: 4 },
    { epoch: 'e1', sequence: 3, oldest: 3 },
  ])
  expect(byCount.history('tickets', { since: at(2) }).entries).toHaveLength(3)
  expect(byCount.history('tickets', { since: at(1) }).gap?.reason).toBe('trimmed')
  now = 19
  expect(byAge.positions().tickets).toEqual({ epoch: 'e1', sequence: 3, oldest: 4 })
  expect(byAge.history('tickets', { since: at(3) })).toMatchObject({ recovered: true, entries: [] })
  expect(byAge.history('tickets', { since: at(2) }).gap?.reason).toBe('trimmed')
})

test('in cache mode only the latest event is given, even when history is gone, and no gap', () => {
  let now = 0
  const feed = feedOf(400, { maxAgeMs: 10, now: () => now })
  now = 60
  const sequences = (since?: Position) => {
    const { gap, recovered, entries } = feed.history('tickets', { mode: 'cache', ...(since && { since }) })
    return { gap, recovered, sequences: entries.map(({ sequence }) => sequence) }
  }
  const latest = { gap: undefined, recovered: true, sequences: [400] }
  expect([sequences(), sequences(at(1)), sequences(at(9, 'e0'))]).toEqual([latest, latest, latest])
  expect(sequences(at(400))).toEqual({ ...latest, sequences: [] })
  expect(feedOf(0).history('tickets', { mode: 'cache' })).toMatchObject({ recovered: false, entries: [] })
})

test('a follower gets history and the live tail without a seam', () => {
  const feed = feedOf(3)
  const { told, ...listener } = record()
  const { recovery, stop } = feed.follow('tickets', listener, { since: at(1) })
  feed.publish(sampleEvents(4, 5))
  stop()
  feed.publish([sampleEvent(6)])
  expect([recovery.entries.map(({ sequence }) => sequence), told]).toEqual([
    [2, 3],
    [4, 5],
  ])
})

test('who starts to follow within a publication has that event in its history, and not again', () => {
  const feed = feedOf(0)
  const late = record()
  let history: readonly number[] = []
  const listener = {
    gap: () => {},
    event: () => {
      stop()
      history = feed
        .follow('tickets', late, { since: at(0) })
        .recovery.entries.map(({ sequence }) => sequence)
    },
  }
  const { stop } = feed.follow('tickets', listener)
  feed.publish(sampleEvents(1, 2))
  expect([history, late.told]).toEqual([[1], [2]])
})

test('what a listener publishes is told to all in order', () => {
  const feed = feedOf(0)
  const [first, second] = [record(), record()]
  feed.follow('tickets', first)
  const again = ({ sequence }: FeedEntry) => sequence === 1 && feed.publish([sampleEvent(3)])
  feed.follow('tickets', { event: again, gap: () => {} })
  feed.follow('tickets', second)
  feed.publish(sampleEvents(1, 2))
  expect([first.told, second.told]).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ])
})

test('a listener that throws is reported and stops nobody', () => {
  const errors: unknown[] = []
  const feed = feedOf(0, { onListenerError: (error: unknown) => errors.push(error) })
  const broken = new Error('broken')
  const fail = () => {
    throw broken
  }
  const good = record()
  feed.follow('tickets', { event: fail, gap: fail })
  feed.follow('tickets', good)
  feed.publish([sampleEvent(1), sampleEvent(3)])
  expect([good.told, errors]).toEqual([
    [1, 'backend_gap', 3],
    [broken, broken, broken],
  ])
})

test('numbers told before are passed over; skipped ones and a new epoch are gaps', () => {
  const feed = feedOf(2)
  const gaps: StreamGap[] = []
  const sequences: number[] = []
  feed.follow('tickets', {
    event: ({ sequence }) => void sequences.push(sequence),
    gap: (gap) => void gaps.push(gap),
  })
  feed.publish([...sampleEvents(1, 3), sampleEvent(6), sampleEvent(5), sampleEvent(1, { epoch: 'e2' })])
  expect(sequences).toEqual([3, 6, 1])
  expect(gaps).toEqual([
    { stream: 'tickets', epoch: 'e1', lost: { from: 4, to: 5 }, sequence: 5, reason: 'backend_gap' },
    { stream: 'tickets', epoch: 'e2', lost: { from: 7, to: null }, sequence: 0, reason: 'epoch_changed' },
  ])
  expect(feed.positions().tickets).toEqual({ epoch: 'e2', sequence: 1, oldest: 1 })
})

test('a stream goes on from a stored position with its stored history', () => {
  const feed = createFeed({ maxAgeMs: 100, now: () => 150 })
  const history = sampleEvents(8, 10).map((event, index) => ({ event, at: 49 + index }))
  feed.open('tickets', { epoch: 'e1', sequence: 10, history })
  feed.publish([sampleEvent(11)])
  expect(feed.positions()).toEqual({ tickets: { epoch: 'e1', sequence: 11, oldest: 9 } })
})

test('misuse is told by name and publishes nothing', () => {
  const feed = feedOf(1)
  const mixed = [sampleEvent(2), sampleEvent(1, { stream: 'nowhere' })]
  expect(() => feed.publish(mixed)).toThrow(new RangeError('the feed has no such stream'))
  expect(() => feed.publish([{ ...sampleEvent(2), sequence: '02' }])).toThrow(/^sequence: expected a decimal/)
  expect(() => feed.open('tickets')).toThrow(new RangeError('the feed has this stream already'))
  expect(() => feed.history('nowhere')).toThrow(RangeError)
  expect(() => feed.subscribe(['tickets', 'nowhere'])).toThrow(RangeError)
  expect(() => feed.subscribe(['tickets'], { maxQueued: 0 })).toThrow(/^maxQueued: expected an integer/)
  expect(() => createFeed({ maxEvents: 0 })).toThrow(/^maxEvents: expected an integer of at least 1/)
  const history = [{ event: sampleEvent(3), at: 0 }]
  expect(() => createFeed().open('tickets', { epoch: 'e1', sequence: 9, history })).toThrow(RangeError)
  expect(feed.positions().tickets?.sequence).toBe(1)
})
