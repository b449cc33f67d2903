import { EventEmitter } from 'eventemitter3'
import type { Origin } from '../client/fallback.js'
import { boardMetrics } from '../metrics/board-metrics.js'
import { resolveSettings } from '../metrics/settings.js'
import { Baselines } from './baselines.js'
import { EntitySchedule } from './entity-schedule.js'
import type { HealthEventData, StreamEvent, StreamName } from './event.js'
import { createFeed, type Feed } from './feed.js'
import { Health } from './health.js'
import { LiveMetrics } from './live-metrics.js'
import { LiveRecords } from './live-records.js'
import { type ManagerEvents, refreshedEntities, streamNames } from './manager-events.js'
import {
  type ResolvedManagerOptions,
  resolveManagerOptions,
  type StreamManagerOptions,
} from './manager-options.js'
import type { ManagerStatus } from './manager-status.js'
import { type ResolvedSinkOptions, resolveSinkOptions, type SinkOptions } from './outbox/sink-options.js'
import { SinkOutbox } from './outbox/sink-outbox.js'
import { PollLoop } from './poll-loop.js'
import { type News, Publisher } from './publisher.js'
import { type Interpreter, interpret, recordChanges } from './record-changes.js'
import type { Sink } from './sink.js'
import { SlaTimer } from './sla-timer.js'
import { joined, SlaWatch } from './sla-watch.js'
import type { Snapshot } from './snapshot.js'
import type { SourceBatch } from './source.js'
import type { FeedItem, StreamFeed, SubscribeOptions } from './stream-feed.js'
import { asTicket } from './ticket-events.js'

/** Before transitions are told that could not be written. */
const retryMs = 5000
/** Version of the layout of keys. */
const format = 1
/**
 * Follows a tenant and tells every change: to listeners, to readers of the feed, to sinks.
 *
 * @example
 * const streams = new StreamManager({ client: superops }).to(webSocketSink())
 * streams.on('tickets', (event) => console.log(event.type, event.subject))
 * await streams.start()
 */
export class StreamManager extends EventEmitter<ManagerEvents> {
  readonly #options: ResolvedManagerOptions
  readonly #prefix: string
  readonly #sinks = new Map<string, { sink: Sink; options: ResolvedSinkOptions; outbox?: SinkOutbox }>()
  readonly #feed: Feed
  readonly #live: LiveRecords
  readonly #sla: SlaWatch
  readonly #slaTimer: SlaTimer
  readonly #metrics: LiveMetrics
  readonly #interpreter: Interpreter
  readonly #health = new Health()
  readonly #schedule: EntitySchedule
  readonly #stopping = new AbortController()
  readonly #baselines: Baselines
  readonly #polls: PollLoop
  #publisher: Publisher | undefined
  #phase: ManagerStatus['phase'] = 'idle'
  #origin: Origin | undefined
  #isForeignOrigin = false
  #last: HealthEventData | undefined

  /** @throws TypeError naming an option that is wrong. */
  constructor(options: StreamManagerOptions) {
    super()
    this.#options = resolveManagerOptions(options)
    const { client, state, metrics, slaAtRiskRatio, entities, maxBufferSize, now } = this.#options
    this.#prefix = `${client.toJSON().tenantId}/${format}/streams`
    this.#feed = createFeed({ maxEvents: maxBufferSize, onListenerError: (error) => this.#report(error) })
    this.#live = new LiveRecords(state, this.#prefix)
    this.#baselines = new Baselines(state, this.#prefix)
    this.#metrics = new LiveMetrics(metrics, now())
    this.#schedule = new EntitySchedule(entities, client.stats().requestsPerMinute)
    this.#sla = new SlaWatch({
      store: state,
      prefix: this.#prefix,
      source: this.#source,
      stream: 'sla-alerts',
      atRiskRatio: slaAtRiskRatio,
      metrics,
      sites: () => [...this.#live.of('sites').values()],
    })
    const { names } = resolveSettings({ ...metrics, now: new Date(now()).toISOString() })
    this.#interpreter = { live: this.#live, sla: this.#sla, classOf: names.statusClass, now }
    this.#polls = new PollLoop({
      source: this.#options.source,
      schedule: this.#schedule,
      updateIntervalMs: this.#options.updateIntervalMs,
      signal: this.#stopping.signal,
      take: (batch) => this.#take(batch),
      afterRound: () => this.#tellFigures(),
      onError: (error) => this.#report(error),
    })
    this.#slaTimer = new SlaTimer({
      watch: this.#sla,
      now,
      verify: (id) => this.#reread('tickets', id),
      due: (tickets) => void this.#tellDue(tickets),
    })
  }

  /** Adds a sink, before `start`. @throws TypeError naming what is wrong with it or its options. */
  to(sink: Sink, options: SinkOptions = {}): this {
    if (this.#phase !== 'idle') throw new TypeError('to: sinks are added before start')
    if (typeof sink?.name !== 'string' || sink.name === '') throw new TypeError('sink: expected a name')
    if (this.#sinks.has(sink.name)) throw new TypeError(`sink: there is one named '${sink.name}' already`)
    const { isDurable } = this.#options
    this.#sinks.set(sink.name, { sink, options: resolveSinkOptions(options, streamNames, isDurable) })
    return this
  }

  /**
   * Opens what is kept and every sink, and begins to poll. Resolves when readers can connect; the first reading of
   * a tenant goes on behind it.
   */
  async start(): Promise<void> {
    if (this.#phase !== 'idle') throw new Error('the manager was started before')
    this.#phase = 'baseline'
    const { state, maxBufferSize } = this.#options
    await this.#live.load()
    await this.#sla.load()
    await this.#baselines.load()
    const outboxes: SinkOutbox[] = []
    for (const entry of this.#sinks.values()) {
      if (entry.sink.deliver === undefined) continue
      entry.outbox = new SinkOutbox(entry.sink, entry.options, {
        store: state,
        prefix: this.#prefix,
        onError: (error) => this.#report(error),
      })
      await entry.outbox.load()
      outboxes.push(entry.outbox)
    }
    this.#publisher = new Publisher({
      store: state,
      prefix: this.#prefix,
      source: this.#source,
      now: this.#options.now,
      feed: this.#feed,
      outboxes,
      keep: maxBufferSize,
      onEvent: (event) => this.#tell(event),
    })
    await this.#publisher.open(streamNames)
    for (const { sink } of this.#sinks.values()) await sink.open?.(this.#feed)
    for (const outbox of outboxes) outbox.start()
    this.#metrics.fill(this.#live)
    this.#health.start()
    await this.#tellDue([...this.#live.of('tickets').keys()].map((id) => ({ id, isVerified: false })))
    this.#polls.start()
  }

  /** Ends polling, waits for deliveries under way and closes sinks. What sinks did not get yet stays in the state. */
  async stop(): Promise<void> {
    if (this.#phase === 'stopped') return
    this.#phase = 'stopped'
    this.#slaTimer.stop()
    this.#health.stop()
    this.#stopping.abort(new Error('the manager was stopped'))
    await this.#polls.stop()
    const { drainMs } = this.#options
    await Promise.all([...this.#sinks.values()].map(({ outbox }) => outbox?.stop(drainMs)))
    for (const { sink } of this.#sinks.values()) await sink.close?.().catch((error) => this.#report(error))
  }

  status(): ManagerStatus {
    return {
      phase: this.#phase,
      ...this.#polls.counts,
      streams: this.#feed.positions(),
      ages: this.#schedule.ages(Date.now()),
      sinks: [...this.#sinks.values()].flatMap(({ outbox }) => outbox?.status() ?? []),
      health: this.#last?.status ?? 'ok',
    }
  }

  /** The events of streams in order, from a position on; missing ones are told as gaps. */
  subscribe<Stream extends StreamName | (string & {})>(
    streams: readonly Stream[],
    options?: SubscribeOptions,
  ): AsyncIterableIterator<FeedItem<Stream>> {
    return this.#feed.subscribe(streams, options)
  }

  /** History, positions and live tail, for servers of their own. */
  get feed(): StreamFeed {
    return this.#feed
  }

  /** The records as they are known now, prepared for figures; undefined before the first answer of the tenant. */
  snapshot(): Snapshot | undefined {
    return this.#origin && this.#metrics.snapshot(this.#options.now(), this.#origin)
  }

  /** Polls now what a stream is made of, or all that is due; resolves when that was told. */
  async refresh(stream?: StreamName): Promise<void> {
    await this.#polls.refresh(refreshedEntities[stream ?? ''])
  }

  /** Reads a record now: a hint that it changed, not trusted for how. Answers whether it could be read. */
  nudge(entity: string, id: string): Promise<boolean> {
    return this.#reread(entity, id)
  }

  /** The outbox of a sink: its dead letters, and how to replay them. */
  outbox(sink: string): Pick<SinkOutbox, 'deadLetters' | 'enable' | 'replay' | 'status'> | undefined {
    return this.#sinks.get(sink)?.outbox
  }

  get #source(): string {
    return `superops/${this.#options.client.toJSON().tenantId}/msp`
  }

  async #take(batch: SourceBatch, isVerified = true): Promise<void> {
    this.#origin ??= batch.origin
    this.#isForeignOrigin = batch.origin !== this.#origin
    // Rows of a fallback are no changes of the tenant.
    if (this.#isForeignOrigin) return
    await this.#publish(() => {
      const changes = recordChanges(batch, this.#live)
      const isSilent = !this.#baselines.has(batch.entity) && this.#options.initial === 'silent'
      const found = interpret(this.#interpreter, changes, { isSilent, isVerified })
      const commit = () => {
        found.commit()
        this.#metrics.apply(changes)
      }
      return { ...found, commit }
    })
    this.#slaTimer.arm()
    if (batch.end?.complete === true) await this.#baselines.end(batch.entity)
    if (this.#phase === 'baseline' && this.#baselines.has('tickets')) this.#phase = 'live'
  }

  async #tellDue(tickets: readonly { readonly id: string; readonly isVerified: boolean }[]): Promise<void> {
    const now = this.#options.now()
    try {
      await this.#publish(() => {
        const known = this.#live.of('tickets')
        const looks = tickets.flatMap(({ id, isVerified }) => {
          const ticket = known.get(id)
          return ticket === undefined ? [] : [this.#sla.look(asTicket(ticket), now, isVerified)]
        })
        return joined(looks)
      })
    } catch (error) {
      // Nothing was told: the transitions are due again in a moment.
      for (const { id } of tickets) this.#sla.again(id, now + retryMs)
      this.#report(error)
    }
    this.#slaTimer.arm()
  }

  async #tellFigures(): Promise<void> {
    if (this.#stopping.signal.aborted || this.#publisher === undefined) return
    const at = new Date(this.#options.now()).toISOString()
    const { index, context } = this.#metrics.at(at)
    const board = boardMetrics(index, context)
    const { sinks, failedPolls } = this.status()
    const limiter = this.#options.client.stats()
    const facts = { limiter, sinks, failedPolls, isForeignOrigin: this.#isForeignOrigin }
    this.#last = this.#health.check(facts, Date.parse(at))
    await this.#publish(() => ({
      drafts: [
        { stream: 'metrics', type: 'metrics.updated', version: at, data: { at, board } },
        { stream: 'system-health', type: 'health.updated', version: at, data: this.#last },
      ],
    }))
  }

  async #publish(prepare: () => Omit<News, 'origin'>): Promise<void> {
    await this.#publisher?.publish(() => ({ ...prepare(), origin: this.#origin ?? 'live' }))
  }

  async #reread(entity: string, id: string): Promise<boolean> {
    const row = await this.#options.source.readOne?.(entity, id, this.#stopping.signal)
    if (row === undefined) return false
    const batch = { entity, origin: this.#origin ?? 'live', restored: [] } as const
    await this.#take(
      row === null ? { ...batch, rows: [], removed: [id] } : { ...batch, rows: [row], removed: [] },
    )
    return true
  }

  #tell(event: StreamEvent): void {
    try {
      this.emit(event.stream as StreamName, event as never)
    } catch (error) {
      // What a listener throws is its own affair, and must not end the poll.
      this.#report(error)
    }
  }

  #report(error: unknown): void {
    if (this.listenerCount('error') > 0) this.emit('error', error)
    else this.#options.logger?.error({ error }, 'streams')
  }
}
