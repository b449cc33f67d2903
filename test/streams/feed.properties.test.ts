import { createFeed, type FeedItem, type Position, type StreamEvent } from '@superhack/superops/streams'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.js'
import { sampleEvent } from './sample-event.js'

type Step =
  | { readonly do: 'publish'; readonly count: number }
  | { readonly do: 'skip numbers'; readonly count: number }
  | { readonly do: 'repeat' }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'new epoch' }
  | { readonly do: 'read'; readonly count: number }
  | { readonly do: 'leave and come back' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('publish' as const), count: fc.integer({ min: 1, max: 9 }) }),
  },
  fc.record({ do: fc.constant('skip numbers' as const), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('repeat' as const) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ do: fc.constant('new epoch' as const) }),
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('read' as const), count: fc.integer({ min: 1, max: 9 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('leave and come back' as const) }) },
)
const bounds = fc.record({
  maxEvents: fc.integer({ min: 1, max: 12 }),
  maxAgeMs: fc.integer({ min: 20, max: 100 }),
  recoveryLimit: fc.integer({ min: 0, max: 12 }),
  maxQueued: fc.integer({ min: 1, max: 12 }),
})

test('no reader misses an event without a gap that begins where it stood, whatever happens', async () => {
  const property = fc.asyncProperty(bounds, fc.array(step, { maxLength: 40 }), async (options, steps) => {
    let now = 0
    const feed = createFeed({ ...options, now: () => now })
    feed.open('tickets', { epoch: 'e0' })
    const top: { epoch: string; sequence: number } = { epoch: 'e0', sequence: 0 }
    let last: StreamEvent | undefined
    const publish = (skipped = 0) => {
      top.sequence += 1 + skipped
      last = sampleEvent(top.sequence, { epoch: top.epoch, data: null })
      feed.publish([last])
    }
    let reader: Position = { ...top }
    const subscribe = () =>
      feed.subscribe(['tickets'], { since: { tickets: reader }, maxQueued: options.maxQueued })
    let items = subscribe()
    const read = ({ value }: IteratorResult<FeedItem>) => {
      if (value.type === 'event') {
        expect({ epoch: value.event.epoch, sequence: Number(value.event.sequence) }).toEqual({
          epoch: reader.epoch,
          sequence: reader.sequence + 1,
        })
        reader = { epoch: value.event.epoch, sequence: Number(value.event.sequence) }
        return
      }
      const { epoch, lost, sequence } = value.gap
      expect(lost.from).toBe(reader.sequence + 1)
      if (lost.to === null) expect([epoch, sequence]).not.toEqual([reader.epoch, reader.sequence])
      else expect([epoch, sequence]).toEqual([reader.epoch, lost.to])
      reader = { epoch, sequence }
    }
    const isBehind = () => reader.epoch !== top.epoch || reader.sequence < top.sequence
    const run: Record<Step['do'], (count: number) => Promise<void> | void> = {
      publish: (count) => {
        for (let index = 0; index < count; index++) publish()
      },
      'skip numbers': (count) => publish(count),
      repeat: () => last && feed.publish([last]),
      wait: (ms) => {
        now += ms
      },
      'new epoch': () => {
        Object.assign(top, { epoch: `${top.epoch}+`, sequence: 0 })
        publish()
      },
      read: async (count) => {
        for (let index = 0; index < count && isBehind(); index++) read(await items.next())
      },
      'leave and come back': async () => {
        await items.return?.()
        items = subscribe()
      },
    }
    for (const each of steps) await run[each.do]('count' in each ? each.count : 'ms' in each ? each.ms : 0)
    while (isBehind()) read(await items.next())
    expect(reader).toEqual(top)
    await items.return?.()
  })
  await fc.assert(property, { numRuns: runs(10_000) })
})

test('for any resume point all that was missed is given, or none of it and the one right reason', () => {
  const point = fc.record({ epoch: fc.constantFrom('e1', 'e1', 'e1', 'e0'), sequence: fc.nat({ max: 40 }) })
  const state = fc.record({ count: fc.nat({ max: 30 }), maxEvents: fc.integer({ min: 1, max: 30 }) })
  const property = fc.property(
    state,
    fc.nat({ max: 30 }),
    point,
    ({ count, maxEvents }, recoveryLimit, since) => {
      const feed = createFeed({ maxEvents, recoveryLimit })
      feed.open('tickets', { epoch: 'e1' })
      for (let sequence = 1; sequence <= count; sequence++)
        feed.publish([sampleEvent(sequence, { data: null })])
      const { recovered, entries, gap } = feed.history('tickets', { since })
      const missed = count - since.sequence
      const reason =
        since.epoch !== 'e1'
          ? 'epoch_changed'
          : missed < 0
            ? 'ahead'
            : missed > Math.min(count, maxEvents)
              ? 'trimmed'
              : missed > recoveryLimit
                ? 'limit'
                : undefined
      expect({ recovered, reason: gap?.reason }).toEqual({ recovered: reason === undefined, reason })
      const sequences = Array.from(
        { length: recovered ? missed : 0 },
        (_, index) => since.sequence + 1 + index,
      )
      expect(entries.map(({ sequence }) => sequence)).toEqual(sequences)
    },
  )
  fc.assert(property, { numRuns: runs(10_000) })
})
