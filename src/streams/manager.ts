import { EventEmitter } from 'eventemitter3'
import type { Origin } from '../client/fallback.js'
import { resolveSettings } from '../metrics/settings.js'
import { oneOf } from '../option-checks.js'
import { Baselines } from './baselines.js'
import type { AddedStream } from './change-stream.js'
import { EntitySchedule } from './entity-schedule.js'
import type { HealthEventData, StreamEvent, StreamName } from './event.js'
import { createFeed, type Feed } from './feed.js'
import { Health } from './health.js'
import { LiveMetrics } from './live-metrics.js'
import { LiveRecords } from './live-records.js'
import { type AddedListeners, type ManagerEvents, refreshedEntities, streamNames } from './manager-events.js'
import {
  type ResolvedManagerOptions,
  resolveManagerOptions,
  type StreamManagerOptions,
} from './manager-options.js'
import type { ManagerStatus } from './manager-status.js'
import { openFirst } from './open-first.js'
import type { SinkOptions } from './outbox/sink-options.js'
import type { SinkOutbox } from './outbox/sink-outbox.js'
import { PollLoop } from './poll-loop.js'
import { type News, Publisher } from './publisher.js'
import { type Interpreter, interpret, recordChanges } from './record-changes.js'
import { type RereadContext, reread } from './reread.js'
import type { Sink } from './sink.js'
import { SinkSet } from './sink-set.js'
import { SlaTimer } from './sla-timer.js'
import { SlaWatch } from './sla-watch.js'
import type { Snapshot } from './snapshot.js'
import type { SourceBatch } from './source.js'
import type { FeedItem, StreamFeed, SubscribeOptions } from './stream-feed.js'

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
  readonly #sinks = new SinkSet()
  readonly #feed: Feed
  readonly #live: LiveRecords
  readonly #sla: SlaWatch
  readonly #slaTimer: SlaTimer
  readonly #metrics: LiveMetrics
  readonly #interpreter: Interpreter
  readonly #added: AddedStream[] = []
  readonly #reading: RereadContext
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
    this.#metrics = new LiveMetrics(client.surface.product, metrics, now())
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
    this.#interpreter = {
      live: this.#live,
      sla: this.#sla,
      metrics: this.#metrics,
      classOf: names.statusClass,
      added: this.#added,
      now,
    }
    const source = openFirst(this.#options.source, (entity) => this.#baselines.has(entity))
    this.#reading = {
      source,
      live: this.#live,
      signal: this.#stopping.signal,
      origin: () => this.#origin ?? 'live',
      take: (batch) => this.#take(batch),
    }
    this.#polls = new PollLoop({
      source,
      schedule: this.#schedule,
      updateIntervalMs: this.#options.updateIntervalMs,
      signal: this.#stopping.signal,
      take: (batch) => this.#take(batch),
      afterTick: () => this.#tellFigures(),
      onError: (error) => this.#report(error),
    })
    this.#slaTimer = new SlaTimer({
      watch: this.#sla,
      now,
      verify: (ids) => reread(this.#reading, 'tickets', ids),
      due: (tickets) => void this.#tellDue(tickets),
    })
  }

  /** Adds a stream, before sinks that name it. @throws TypeError for a name taken, an entity not followed. */
  add<Name extends string>(stream: AddedStream<Name>): this & AddedListeners<Name> {
    if (this.#phase !== 'idle') throw new TypeError('add: streams are added before start')
    const { name, entity } = stream
    if (this.#names.includes(name)) throw new TypeError('stream: there is one of this name already')
    oneOf('entity', entity, this.#options.entities)
    this.#added.push(stream)
    return this as this & AddedListeners<Name>
  }

  /** Adds a sink, before `start`. @throws TypeError naming what is wrong with it or its options. */
  to(sink: Sink, options: SinkOptions = {}): this {
    if (this.#phase !== 'idle') throw new TypeError('to: sinks are added before start')
    this.#sinks.add(sink, options, this.#names, this.#options.isDurable)
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
    for (const kept of [this.#live, this.#sla, this.#baselines]) await kept.load()
    const outboxes = await this.#sinks.load({
      store: state,
      prefix: this.#prefix,
      onError: (error) => this.#report(error),
    })
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
    await this.#publisher.open(this.#names)
    await this.#sinks.open(this.#feed)
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
    const { drainMs } = this.#options
    await this.#polls.stop(drainMs)
    await this.#sinks.close(drainMs, (error) => this.#report(error))
  }

  status(): ManagerStatus {
    return {
      phase: this.#phase,
      ...this.#polls.counts,
      streams: this.#feed.positions(),
      updateIntervalMs: this.#options.updateIntervalMs,
      ...this.#schedule.status(Date.now()),
      sinks: this.#sinks.status(),
      health: this.#last?.status ?? 'ok',
      reasons: this.#last?.reasons ?? [],
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
  async refresh(stream?: StreamName | (string & {})): Promise<void> {
    const added = this.#added.find(({ name }) => name === stream)
    await this.#polls.refresh(added === undefined ? refreshedEntities[stream ?? ''] : [added.entity])
  }

  /** Reads a record now: a hint that it changed, not trusted for how. Answers whether it could be read. */
  async nudge(entity: string, id: string): Promise<boolean> {
    return (await reread(this.#reading, entity, [id])).has(id)
  }

  /** The outbox of a sink: its dead letters, and how to replay them. */
  outbox(sink: string): Pick<SinkOutbox, 'deadLetters' | 'enable' | 'replay' | 'status'> | undefined {
    return this.#sinks.outbox(sink)
  }

  get #names(): readonly string[] {
    return [...streamNames, ...this.#added.map(({ name }) => name)]
  }
  get #source(): string {
    return `superops/${this.#options.client.toJSON().tenantId}/${this.#options.client.surface.product}`
  }

  async #take(batch: SourceBatch, isVerified = true): Promise<void> {
    this.#origin ??= batch.origin
    this.#isForeignOrigin = batch.origin !== this.#origin
    // Rows of a fallback are no changes of the tenant.
    if (this.#isForeignOrigin) return
    await this.#publish(() => {
      const changes = recordChanges(batch, this.#live)
      const isSilent = !this.#baselines.has(batch.entity) && this.#options.initial === 'silent'
      return interpret(this.#interpreter, changes, { isSilent, isVerified })
    })
    this.#slaTimer.arm()
    if (batch.end?.complete === true) await this.#baselines.end(batch.entity)
    if (this.#phase === 'baseline' && this.#baselines.has('tickets')) this.#phase = 'live'
  }

  async #tellDue(tickets: readonly { readonly id: string; readonly isVerified: boolean }[]): Promise<void> {
    const now = this.#options.now()
    try {
      await this.#publish(() => this.#sla.lookAll(tickets, this.#live.of('tickets'), now))
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
    const board = this.#metrics.board(at)
    const { isSlow, counts } = this.#polls
    const [limiter, sinks] = [this.#options.client.stats(), this.#sinks.status()]
    const facts = { limiter, sinks, isSlow, isForeignOrigin: this.#isForeignOrigin, ...counts }
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
