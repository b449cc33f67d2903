import { randomBytes } from 'node:crypto'
import { atLeast } from '../option-checks.js'
import type { StreamEvent } from './event.js'
import { type Recoverable, recover } from './recover.js'
import { type FeedEntry, Ring, type RingLimits, ringDefaults } from './ring.js'
import type { FeedListener, ReadFrom, StreamFeed, StreamGap } from './stream-feed.js'
import { subscribe } from './subscribe.js'

export interface FeedOptions extends Partial<RingLimits> {
  /** Most events replayed to a reader that comes back; beyond it, a gap. @defaultValue 300 */
  readonly recoveryLimit?: number
  /** Told what a listener threw. */
  readonly onListenerError?: (error: unknown) => void
  /** Epoch milliseconds, for the age of history. @defaultValue Date.now */
  readonly now?: () => number
}

export interface OpenStream {
  /** As kept with the durable sequence. @defaultValue a new one */
  readonly epoch?: string
  /** Number of the last event that was committed. @defaultValue 0 */
  readonly sequence?: number
  /** The last events up to `sequence`, of this epoch and without holes, with the time of their publication. */
  readonly history?: readonly { readonly event: StreamEvent; readonly at: number }[]
}

/** The side of a feed that its owner writes to. */
export interface Feed extends StreamFeed {
  /**
   * Makes a stream known, before it is followed or published to.
   * @throws RangeError when it is known already, or the history does not end at `sequence`
   */
  open(stream: string, options?: OpenStream): void
  /**
   * Tells committed events to everyone, each stream in the order of its numbers. An event whose number was told
   * before is passed over; a skipped number or another epoch reaches every reader as a gap.
   *
   * @throws RangeError for an unknown stream or a number that is none
   */
  publish(events: readonly StreamEvent[]): void
}

interface Channel extends Recoverable {
  readonly listeners: Set<FeedListener>
}

/** A random name for a run of numbers. */
export const newEpoch = (): string => randomBytes(9).toString('base64url')

/**
 * The history and live tail of streams within one process.
 *
 * @example
 * const feed = createFeed()
 * feed.open('tickets', { epoch, sequence })
 * feed.publish([createEvent({ ...draft, epoch, sequence: sequence + 1 })])
 */
export function createFeed(options: FeedOptions = {}): Feed {
  const limits = {
    maxEvents: atLeast('maxEvents', options.maxEvents ?? ringDefaults.maxEvents, 1),
    maxBytes: atLeast('maxBytes', options.maxBytes ?? ringDefaults.maxBytes, 1),
    maxAgeMs: atLeast('maxAgeMs', options.maxAgeMs ?? ringDefaults.maxAgeMs, 1),
  }
  const limit = atLeast('recoveryLimit', options.recoveryLimit ?? 300, 0)
  const { onListenerError, now = Date.now } = options
  const channels = new Map<string, Channel>()
  /** What a listener publishes is told after what is being told, to everyone in the same order. */
  const waiting: FeedEntry[] = []
  let isPublishing = false

  const known = (stream: string): Channel => {
    const channel = channels.get(stream)
    if (channel === undefined) throw new RangeError('the feed has no such stream')
    return channel
  }
  const tell = ({ listeners }: Channel, what: (listener: FeedListener) => void) => {
    // A copy: who starts to follow while this is told has it in the recovery.
    for (const listener of [...listeners]) {
      if (!listeners.has(listener)) continue
      try {
        what(listener)
      } catch (error) {
        onListenerError?.(error)
      }
    }
  }
  const startAnew = (channel: Channel, epoch: string, top: number): Channel => {
    const anew = { ...channel, epoch, ring: new Ring(limits, now, top) }
    channels.set(channel.stream, anew)
    return anew
  }
  const publishOne = (entry: FeedEntry) => {
    const { event } = entry
    let channel = known(event.stream)
    const { epoch, stream } = channel
    const { top } = channel.ring
    const before = entry.sequence - 1
    let gap: StreamGap | undefined
    if (event.epoch !== epoch) {
      const lost = { from: top + 1, to: null }
      gap = { stream, epoch: event.epoch, lost, sequence: before, reason: 'epoch_changed' }
    } else if (before < top) return
    else if (before > top) {
      gap = { stream, epoch, lost: { from: top + 1, to: before }, sequence: before, reason: 'backend_gap' }
    }
    if (gap !== undefined) {
      const told = gap
      channel = startAnew(channel, told.epoch, before)
      tell(channel, (listener) => listener.gap(told))
    }
    channel.ring.push(entry)
    tell(channel, (listener) => listener.event(entry))
  }

  const feed: Feed = {
    open(stream, { epoch = newEpoch(), sequence = 0, history = [] } = {}) {
      if (channels.has(stream)) throw new RangeError('the feed has this stream already')
      const ring = new Ring(limits, now, sequence - history.length)
      for (const { event, at } of history) ring.push(entryOf(event), at)
      channels.set(stream, { stream, epoch, ring, limit, listeners: new Set() })
    },
    publish(events) {
      for (const { stream } of events) known(stream)
      waiting.push(...events.map(entryOf))
      if (isPublishing) return
      isPublishing = true
      for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) publishOne(entry)
      isPublishing = false
    },
    positions: () =>
      Object.fromEntries(
        [...channels].map(([stream, { epoch, ring }]) => [
          stream,
          { epoch, sequence: ring.top, oldest: ring.oldest },
        ]),
      ),
    history: (stream, from) => recover(known(stream), from),
    follow(stream: string, listener: FeedListener, from?: ReadFrom) {
      const channel = known(stream)
      // Its own identity, so that one listener may follow twice.
      const own: FeedListener = { event: (entry) => listener.event(entry), gap: (gap) => listener.gap(gap) }
      channel.listeners.add(own)
      return { recovery: recover(channel, from), stop: () => void channel.listeners.delete(own) }
    },
    subscribe: (streams, subscription) => subscribe(feed, streams, subscription),
  }
  return feed
}

function entryOf(event: StreamEvent): FeedEntry {
  const sequence = Number(event.sequence)
  if (!Number.isSafeInteger(sequence) || sequence < 1 || String(sequence) !== event.sequence)
    throw new RangeError('sequence: expected a decimal text of an integer from 1 to 2^53 - 1')
  const json = JSON.stringify(event)
  return { sequence, event, json, bytes: Buffer.byteLength(json) }
}
