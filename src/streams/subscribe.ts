import { atLeast } from '../option-checks.js'
import type { EventOf } from './event.js'
import type { FeedItem, Following, StreamFeed, StreamGap, SubscribeOptions } from './stream-feed.js'

/** {@link StreamFeed.subscribe} over any feed. */
export function subscribe<Stream extends string>(
  feed: StreamFeed,
  streams: readonly Stream[],
  { since = {}, mode = 'stream', maxQueued = 1000, signal }: SubscribeOptions = {},
): AsyncIterableIterator<FeedItem<Stream>> {
  atLeast('maxQueued', maxQueued, 1)
  let queue: FeedItem<Stream>[] = []
  let queued = 0
  const waiting: (() => void)[] = []
  let isOver = false
  const followed: Following[] = []

  const add = (item: FeedItem<Stream>) => {
    if (isOver) return
    queue.push(item)
    if (item.type === 'event' && ++queued > maxQueued) dropOldest()
    waiting.shift()?.()
  }
  /** Trades the older half of what waits for one gap per stream, so that dropping is rare and cheap. */
  const dropOldest = () => {
    const keep = Math.floor(maxQueued / 2)
    const dropped = queue.slice(0, queue.length - keep)
    const kept = queue.slice(queue.length - keep)
    queue = [...gapsFor(dropped), ...kept]
    queued = kept.filter(({ type }) => type === 'event').length
  }
  const end = () => {
    isOver = true
    for (const { stop } of followed) stop()
    signal?.removeEventListener('abort', end)
    for (const wake of waiting.splice(0)) wake()
  }

  try {
    for (const stream of new Set(streams)) {
      const from = since[stream]
      const listener = {
        event: ({ event }: { event: unknown }) => add({ type: 'event', event: event as EventOf<Stream> }),
        gap: (gap: StreamGap) => add({ type: 'gap', gap }),
      }
      const following = feed.follow(stream, listener, from === undefined ? { mode } : { since: from, mode })
      followed.push(following)
      const { gap, entries } = following.recovery
      if (gap !== undefined) listener.gap(gap)
      for (const entry of entries) listener.event(entry)
    }
  } catch (error) {
    end()
    throw error
  }
  if (signal?.aborted) end()
  else signal?.addEventListener('abort', end)

  const iterator: AsyncIterableIterator<FeedItem<Stream>> = {
    async next() {
      for (;;) {
        if (isOver) return { done: true, value: undefined }
        const item = queue.shift()
        if (item !== undefined) {
          if (item.type === 'event') queued--
          return { done: false, value: item }
        }
        await new Promise<void>((resolve) => waiting.push(resolve))
      }
    },
    async return() {
      end()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]: () => iterator,
  }
  return iterator
}

/** One gap per stream that covers everything in `items`, gaps within included. */
function gapsFor<Stream extends string>(items: readonly FeedItem<Stream>[]): FeedItem<Stream>[] {
  const gaps = new Map<string, StreamGap>()
  for (const item of items) {
    const { stream, epoch, sequence, lost } =
      item.type === 'gap' ? item.gap : { ...positionOf(item.event), lost: undefined }
    const first = gaps.get(stream)
    const from = first?.lost.from ?? lost?.from ?? sequence
    const isKnown = (first?.epoch ?? epoch) === epoch && first?.lost.to !== null && lost?.to !== null
    const to = isKnown ? sequence : null
    gaps.set(stream, { stream, epoch, lost: { from, to }, sequence, reason: 'overflow' })
  }
  return [...gaps.values()].map((gap) => ({ type: 'gap', gap }))
}

function positionOf<Stream extends string>(event: EventOf<Stream>) {
  const { stream, epoch, sequence } = event
  return { stream, epoch, sequence: Number(sequence) }
}
