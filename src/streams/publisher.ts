import type { Origin } from '../client/fallback.js'
import type { StateChange, StateStore } from '../state/state-store.js'
import { createEvent } from './create-event.js'
import type { StreamEvent } from './event.js'
import { type Feed, newEpoch } from './feed.js'
import type { SinkOutbox } from './outbox/sink-outbox.js'

/** An event before it has a number. */
export interface Draft {
  readonly stream: string
  readonly type: string
  readonly subject?: string
  readonly version: string
  readonly data: unknown
}

/** What is to be told, and what has to be known exactly when it is. */
export interface News {
  readonly drafts: readonly Draft[]
  readonly origin: Origin
  readonly changes?: readonly StateChange[]
  /** After the batch was written, before it is told. */
  commit?(): void
}

export interface PublisherContext {
  readonly store: StateStore
  readonly prefix: string
  readonly source: string
  readonly feed: Feed
  readonly outboxes: readonly SinkOutbox[]
  /** Events per stream that are kept to be read again after a restart. */
  readonly keep: number
  now(): number
  /** Told of each event, after it was written. */
  onEvent(event: StreamEvent): void
}

interface Counter {
  epoch: string
  sequence: number
}

const digits = 16

/**
 * Gives events their numbers. Events, numbers, what sinks have to get and what the caller knows now are written
 * in one batch; only then is anything told. A number is never given twice within an epoch.
 */
export class Publisher {
  readonly #context: PublisherContext
  readonly #counters = new Map<string, Counter>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(context: PublisherContext) {
    this.#context = context
  }

  /** Goes on where an earlier run stopped; without state each stream begins a new epoch. */
  async open(streams: readonly string[]): Promise<void> {
    const { store, feed, keep } = this.#context
    for (const stream of streams) {
      const text = await store.get(this.#counterKey(stream))
      const counter: Counter =
        text === undefined ? { epoch: newEpoch(), sequence: 0 } : (JSON.parse(text) as Counter)
      const history: { event: StreamEvent; at: number }[] = []
      const [from, to] = this.#events(stream)
      for await (const [, kept] of store.range(from, to, { reverse: true, limit: keep })) {
        const event = JSON.parse(kept) as StreamEvent
        if (event.epoch === counter.epoch) history.unshift({ event, at: Date.parse(event.time) })
      }
      this.#counters.set(stream, counter)
      feed.open(stream, { ...counter, history })
    }
    // An epoch that is not written would be another one after a restart, although nothing was lost.
    await store.batch([...this.#counters].map(([stream, counter]) => this.#counterChange(stream, counter)))
  }

  /**
   * Writes and tells, one call after the other: what is prepared sees everything that was told before.
   * Rejects when it could not be written; then nothing was told.
   */
  publish(prepare: () => News): Promise<void> {
    const turn = this.#last.then(() => this.#write(prepare()))
    this.#last = turn.catch(() => {})
    return turn
  }

  async #write({ drafts, origin, changes = [], commit }: News): Promise<void> {
    const { store, feed, outboxes, source, keep, now, onEvent } = this.#context
    const time = new Date(now()).toISOString()
    const next = new Map<string, Counter>()
    const events = drafts.map((draft): StreamEvent => {
      const { epoch, sequence } = next.get(draft.stream) ?? this.#counter(draft.stream)
      next.set(draft.stream, { epoch, sequence: sequence + 1 })
      return createEvent<string>({ ...draft, source, time, epoch, origin, sequence: sequence + 1 })
    })
    const entries = events.map((event) => {
      const json = JSON.stringify(event)
      return { event, json, bytes: Buffer.byteLength(json), sequence: Number(event.sequence) }
    })
    const accepted = outboxes.map((outbox) => outbox.accept(entries))
    const batch = [
      ...changes,
      ...entries.map(({ event, json, sequence }) => ({
        put: this.#eventKey(event.stream, sequence),
        value: json,
      })),
      ...entries
        .filter(({ sequence }) => sequence > keep)
        .map(({ event, sequence }) => ({ delete: this.#eventKey(event.stream, sequence - keep) })),
      ...[...next].map(([stream, counter]) => this.#counterChange(stream, counter)),
      ...accepted.flatMap((each) => each.changes),
    ]
    if (batch.length > 0) await store.batch(batch)
    for (const [stream, counter] of next) this.#counters.set(stream, counter)
    commit?.()
    feed.publish(events)
    for (const outbox of accepted) outbox.commit()
    for (const event of events) onEvent(event)
  }

  #counter(stream: string): Counter {
    const counter = this.#counters.get(stream)
    if (counter === undefined) throw new RangeError('the stream is not open')
    return counter
  }

  #counterKey = (stream: string) => `${this.#context.prefix}/stream/${encodeURIComponent(stream)}`
  #counterChange = (stream: string, counter: Counter): StateChange => ({
    put: this.#counterKey(stream),
    value: JSON.stringify(counter),
  })
  #eventKey = (stream: string, sequence: number) =>
    `${this.#context.prefix}/event/${encodeURIComponent(stream)}/${String(sequence).padStart(digits, '0')}`
  #events(stream: string): readonly [string, string] {
    const prefix = `${this.#context.prefix}/event/${encodeURIComponent(stream)}/`
    return [prefix, `${prefix}~`]
  }
}
