import type { EventOf, StreamName } from './event.js'
import type { FeedEntry } from './ring.js'

/** A place in a stream: the event `sequence` of `epoch` and all before it were seen. */
export interface Position {
  readonly epoch: string
  readonly sequence: number
}

/** Where a stream stands. */
export interface StreamPosition extends Position {
  /** Number of the oldest event that can still be read, `sequence + 1` when there is none. */
  readonly oldest: number
}

/**
 * Why events are missing: `epoch_changed` the numbers started anew, `ahead` the position lies beyond the last
 * event, `trimmed` the history no longer reaches back, `limit` more were missed than a recovery replays,
 * `backend_gap` the publisher skipped numbers, `overflow` a reader was slower than its queue.
 */
export type GapReason = 'epoch_changed' | 'ahead' | 'trimmed' | 'limit' | 'backend_gap' | 'overflow'

/** Events that a reader will not see; it has to read the present state elsewhere. */
export interface StreamGap {
  readonly stream: string
  readonly epoch: string
  /** First and last missing number; `to` is null when unknown. */
  readonly lost: { readonly from: number; readonly to: number | null }
  /** The next event is the one after this. */
  readonly sequence: number
  readonly reason: GapReason
}

/**
 * `stream`: every event. `cache`: the latest event at once and then every event, for streams whose events
 * replace one another, such as `metrics`.
 */
export type ReadMode = 'stream' | 'cache'

export interface ReadFrom {
  /** @defaultValue the present: only what is published from now on */
  readonly since?: Position
  /** @defaultValue 'stream' */
  readonly mode?: ReadMode
}

/** Answer to a wish to go on at a position: all that was missed, or none of it and a gap. */
export interface Recovery extends StreamPosition {
  /** Whether a position was given. */
  readonly wasRecovering: boolean
  readonly recovered: boolean
  readonly entries: readonly FeedEntry[]
  readonly gap?: StreamGap
}

/** Called within the publication, in order; what it throws is reported and stops nobody else. */
export interface FeedListener {
  event(entry: FeedEntry): void
  gap(gap: StreamGap): void
}

export interface Following {
  readonly recovery: Recovery
  stop(): void
}

/** What `subscribe` yields: an event, or the explicit absence of some. */
export type FeedItem<Stream extends string = string> =
  | { readonly type: 'event'; readonly event: EventOf<Stream> }
  | { readonly type: 'gap'; readonly gap: StreamGap }

export interface SubscribeOptions {
  /** Per stream, as kept from the last event seen. @defaultValue the present, for streams not named */
  readonly since?: Readonly<Record<string, Position>>
  /** @defaultValue 'stream' */
  readonly mode?: ReadMode
  /** Events that wait for a slow reader before the oldest give way to a gap. @defaultValue 1000 */
  readonly maxQueued?: number
  /** Ends the iteration. */
  readonly signal?: AbortSignal
}

/** History, positions and live tail of all streams: what a sink with readers of its own is given. */
export interface StreamFeed {
  /** By name of stream; a stream that is not here does not exist. */
  positions(): Readonly<Record<string, StreamPosition>>
  /**
   * What lies between a position and the present.
   * @throws RangeError for an unknown stream
   */
  history(stream: string, from?: ReadFrom): Recovery
  /**
   * History and live tail, taken in one tick: the first event told is the one after `recovery.sequence`.
   * @throws RangeError for an unknown stream
   */
  follow(stream: string, listener: FeedListener, from?: ReadFrom): Following
  /**
   * Events in order per stream, missing ones as explicit gaps. It listens from this call on; leave the
   * iteration, or abort `signal`, to stop.
   *
   * @example
   * for await (const item of feed.subscribe(['tickets'], { since: { tickets: { epoch, sequence } } }))
   *   if (item.type === 'event') handle(item.event)
   *   else await readEverything(item.gap)
   *
   * @throws RangeError for an unknown stream
   */
  subscribe<Stream extends StreamName | (string & {})>(
    streams: readonly Stream[],
    options?: SubscribeOptions,
  ): AsyncIterableIterator<FeedItem<Stream>>
}
