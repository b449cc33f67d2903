import {
  type OutboxContext,
  type ResolvedSinkOptions,
  resolveSinkOptions,
  type SinkOptions,
} from './outbox/sink-options.js'
import { SinkOutbox } from './outbox/sink-outbox.js'
import type { SinkStatus } from './outbox/sink-status.js'
import type { Sink } from './sink.js'
import type { StreamFeed } from './stream-feed.js'

interface Entry {
  readonly sink: Sink
  readonly options: ResolvedSinkOptions
  outbox?: SinkOutbox
}

/** The sinks of a manager, with an outbox for each that is handed events. */
export class SinkSet {
  readonly #entries = new Map<string, Entry>()

  /** @throws TypeError naming what is wrong with the sink or its options. */
  add(sink: Sink, options: SinkOptions, streams: readonly string[], isDurable: boolean): void {
    if (typeof sink?.name !== 'string' || sink.name === '') throw new TypeError('sink: expected a name')
    if (this.#entries.has(sink.name)) throw new TypeError(`sink: there is one named '${sink.name}' already`)
    this.#entries.set(sink.name, { sink, options: resolveSinkOptions(options, streams, isDurable) })
  }

  /** Reads what earlier runs did not deliver. */
  async load(context: OutboxContext): Promise<readonly SinkOutbox[]> {
    const outboxes: SinkOutbox[] = []
    for (const entry of this.#entries.values()) {
      if (entry.sink.deliver === undefined) continue
      entry.outbox = new SinkOutbox(entry.sink, entry.options, context)
      await entry.outbox.load()
      outboxes.push(entry.outbox)
    }
    return outboxes
  }

  async open(feed: StreamFeed): Promise<void> {
    for (const { sink } of this.#entries.values()) await sink.open?.(feed)
    for (const { outbox } of this.#entries.values()) outbox?.start()
  }

  async close(drainMs: number, onError: (error: unknown) => void): Promise<void> {
    await Promise.all([...this.#entries.values()].map(({ outbox }) => outbox?.stop(drainMs)))
    for (const { sink } of this.#entries.values()) await sink.close?.().catch(onError)
  }

  outbox(name: string): SinkOutbox | undefined {
    return this.#entries.get(name)?.outbox
  }

  status(): readonly SinkStatus[] {
    return [...this.#entries.values()].flatMap(({ outbox }) => outbox?.status() ?? [])
  }
}
