import type {
  ErrorCode,
  ServerFrame,
  SubscribeFrame,
  SubscriptionRequest,
  UnsubscribeFrame,
} from '../../streams/protocol.js'
import type { FeedEntry } from '../../streams/ring.js'
import type { StreamFeed } from '../../streams/stream-feed.js'
import type { Broadcast, Subscription } from './broadcast.js'
import type { Frame } from './frame.js'
import { matches } from './matches.js'
import type { ResolvedOptions } from './options.js'
import type { Outgoing } from './outgoing.js'

/** What the subscriptions of a connection need of it. */
export interface Subscriber {
  readonly options: ResolvedOptions
  readonly feed: StreamFeed
  readonly broadcast: Broadcast
  readonly eventFrame: (entry: FeedEntry) => Frame
  readonly post: (frame: Frame) => void
  readonly send: (frame: ServerFrame) => void
  readonly latest: Pick<Outgoing, 'drop' | 'holds' | 'replace'>
  readonly replay: (frames: readonly Frame[]) => void
  readonly allows: (stream: string) => boolean
  readonly refuse: (id: number, code: ErrorCode, message: string) => void
  readonly tooMany: () => void
}

/** The streams that one client reads. */
export function subscriber({ broadcast, feed, options, ...client }: Subscriber) {
  const byStream = new Map<string, Subscription>()

  const remove = (stream: string) => {
    const subscription = byStream.get(stream)
    if (subscription === undefined) return
    byStream.delete(stream)
    broadcast.remove(subscription)
    client.latest.drop(stream)
  }
  const forbid = (id: number) =>
    client.refuse(id, 'permission_denied', 'these credentials do not allow this stream')
  const add = (id: number, { stream, mode, since, filter }: SubscriptionRequest) => {
    if (!Object.hasOwn(feed.positions(), stream)) {
      client.refuse(id, 'unknown_stream', 'there is no such stream; `welcome` lists them')
      return
    }
    if (!client.allows(stream)) return forbid(id)
    // Asked again, for instance from another position: the new one counts.
    remove(stream)
    const isCache = mode === 'cache'
    const { post, send } = client
    const subscription: Subscription = {
      ...{ stream, filter, isCache, post, send, epoch: '', sequence: 0, told: 0 },
      replace: (frame, sequence) =>
        client.latest.replace(stream, frame, () => {
          subscription.told = sequence
        }),
    }
    const from = { ...(mode !== undefined && { mode }), ...(since !== undefined && { since }) }
    const { entries, gap, ...stand } = broadcast.add(subscription, from)
    byStream.set(stream, subscription)
    const passing = entries.filter(({ event }) => filter === undefined || matches(filter, event))
    send({ type: 'subscribed', id, stream, ...stand, replayed: passing.length })
    if (gap !== undefined) send({ type: 'gap', ...gap, action: 'resync' })
    if (passing.length > 0) client.replay(passing.map(client.eventFrame))
  }

  return {
    byStream,
    subscribe({ id, streams }: SubscribeFrame) {
      const requests = streams.map((request) => (typeof request === 'string' ? { stream: request } : request))
      const all = new Set([...byStream.keys(), ...requests.map(({ stream }) => stream)])
      if (all.size > options.maxSubscriptions || requests.length > options.maxSubscriptions) {
        client.refuse(id, 'subscription_limit', `at most ${options.maxSubscriptions} streams per connection`)
        client.tooMany()
        return
      }
      for (const request of requests) add(id, request)
    },
    unsubscribe({ id, streams }: UnsubscribeFrame) {
      for (const stream of streams) remove(stream)
      client.send({ type: 'unsubscribed', id, streams })
    },
    /** What waits to take the place of what was sent is not counted: a client would take it as known. */
    positions: () =>
      Object.fromEntries(
        [...byStream].map(
          ([stream, { isCache, sequence, told }]) => [stream, isCache ? told : sequence] as const,
        ),
      ),
    /** Tells the numbers of events that did not pass a filter. */
    tellSkipped() {
      for (const [stream, subscription] of byStream) {
        const { sequence, told } = subscription
        if (sequence === told || client.latest.holds(stream)) continue
        subscription.told = sequence
        client.send({ type: 'skip', stream, sequence })
      }
    },
    /** After credentials were shown anew. */
    dropForbidden(id: number) {
      for (const stream of byStream.keys()) {
        if (client.allows(stream)) continue
        remove(stream)
        forbid(id)
      }
    },
    removeAll() {
      for (const subscription of byStream.values()) broadcast.remove(subscription)
      byStream.clear()
    },
  }
}
