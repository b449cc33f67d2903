import type { EventFilter, ServerFrame } from '../../streams/protocol.js'
import type { FeedEntry } from '../../streams/ring.js'
import type { FeedListener, ReadFrom, Recovery, StreamFeed, StreamGap } from '../../streams/stream-feed.js'
import type { Frame } from './frame.js'
import { matches } from './matches.js'

/** One client that reads one stream. */
export interface Subscription {
  readonly stream: string
  readonly filter: EventFilter | undefined
  /** Whether missing events do not matter, since each replaces the one before. */
  readonly isCache: boolean
  readonly post: (frame: Frame) => void
  /** Posts a frame in place of the one before, if that one still waits. */
  readonly replace: (frame: Frame, sequence: number) => void
  readonly send: (frame: ServerFrame) => void
  epoch: string
  /** The last event that was sent or did not pass the filter. */
  sequence: number
  /** The last number that the client was told. */
  told: number
}

export interface Broadcast {
  /** From now on `subscription` is sent what follows on the recovery. */
  add(subscription: Subscription, from: ReadFrom): Recovery
  remove(subscription: Subscription): void
  close(): void
}

/** Sends each event of a feed to everyone who reads its stream, framed once. */
export function createBroadcast(feed: StreamFeed, eventFrame: (entry: FeedEntry) => Frame): Broadcast {
  const channels = new Map<string, { readonly readers: Set<Subscription>; readonly stop: () => void }>()

  const follow = (stream: string) => {
    const readers = new Set<Subscription>()
    const listener: FeedListener = {
      event(entry) {
        const { event, sequence } = entry
        for (const reader of readers) {
          if (event.epoch === reader.epoch && sequence <= reader.sequence) continue
          if (event.epoch !== reader.epoch || sequence !== reader.sequence + 1) tellHole(reader, entry)
          reader.sequence = sequence
          if (reader.filter !== undefined && !matches(reader.filter, event)) continue
          if (reader.isCache) {
            reader.replace(eventFrame(entry), sequence)
            continue
          }
          reader.told = sequence
          reader.post(eventFrame(entry))
        }
      },
      gap(gap) {
        for (const reader of readers) tellGap(reader, gap)
      },
    }
    const channel = { readers, stop: feed.follow(stream, listener).stop }
    channels.set(stream, channel)
    return channel
  }
  const tellGap = (reader: Subscription, gap: StreamGap) => {
    Object.assign(reader, { epoch: gap.epoch, sequence: gap.sequence, told: gap.sequence })
    if (!reader.isCache) reader.send({ type: 'gap', ...gap, action: 'resync' })
  }
  /** A feed tells its gaps; one that does not is found out here. */
  const tellHole = (reader: Subscription, { event, sequence }: FeedEntry) => {
    const isSameEpoch = event.epoch === reader.epoch
    const to = sequence - 1
    const lost = { from: reader.sequence + 1, to: isSameEpoch ? to : null }
    const reason = isSameEpoch ? 'backend_gap' : 'epoch_changed'
    tellGap(reader, { stream: reader.stream, epoch: event.epoch, lost, sequence: to, reason })
  }

  return {
    add(subscription, from) {
      const { stream } = subscription
      const { readers } = channels.get(stream) ?? follow(stream)
      const recovery = feed.history(stream, from)
      const { epoch, sequence } = recovery
      Object.assign(subscription, { epoch, sequence, told: sequence })
      readers.add(subscription)
      return recovery
    },
    remove: (subscription) => void channels.get(subscription.stream)?.readers.delete(subscription),
    close() {
      for (const { stop } of channels.values()) stop()
      channels.clear()
    },
  }
}
