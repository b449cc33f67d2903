import type { StateChange, StateStore } from '../../state/state-store.js'
import type { StreamEvent } from '../event.js'
import type { FeedEntry } from '../ring.js'
import type { Sink } from '../sink.js'
import { Circuit } from './circuit.js'
import { deliver, type Failure } from './deliver.js'
import { gapEvents } from './gap-event.js'
import {
  type DeadLetter,
  deadLetterText,
  type OutboxKeys,
  orderOf,
  outboxKeys,
  readDeadLetter,
  readRow,
  rowText,
} from './outbox-rows.js'
import { retryDelay } from './retry-schedule.js'
import type { OutboxContext, ResolvedSinkOptions } from './sink-options.js'
import { type QueuedEvent, SinkQueue } from './sink-queue.js'
import type { SinkStatus } from './sink-status.js'
import { StateWriter } from './state-writer.js'

/** setTimeout overflows beyond 2^31 ms. */
const longestTimerMs = 3_600_000

/**
 * What one sink still has to get, kept in the store until it got it: each event at least once, in order per
 * subject, tried again by the schedule, then set aside.
 */
export class SinkOutbox {
  readonly #sink: Sink
  readonly #options: ResolvedSinkOptions
  readonly #store: StateStore
  readonly #writer: StateWriter
  readonly #keys: OutboxKeys
  readonly #now: () => number
  readonly #random: () => number
  readonly #onError: (error: unknown) => void
  readonly #queue: SinkQueue
  readonly #circuit = new Circuit()
  readonly #stopping = new AbortController()
  readonly #underWay = new Set<Promise<void>>()
  #counts = { delivered: 0, failed: 0, deadLetters: 0, dropped: 0 }
  #nextOrder = 1
  /** Order of the first event that is in the store only. */
  #spilledFrom: number | undefined
  #loading: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined
  #isRunning = false

  constructor(sink: Sink, options: ResolvedSinkOptions, context: OutboxContext) {
    const { store, prefix, onError, now = Date.now, random = Math.random } = context
    this.#sink = sink
    this.#options = options
    this.#store = store
    this.#keys = outboxKeys(prefix, sink.name)
    this.#now = now
    this.#random = random
    this.#onError = (error) => onError(error, sink.name)
    this.#writer = new StateWriter(store, this.#onError)
    this.#queue = new SinkQueue(options.order)
  }

  /** Finds what an earlier run left to deliver. */
  async load(): Promise<void> {
    const disabled = await this.#store.get(this.#keys.disabled)
    if (disabled !== undefined) this.#circuit.disable(disabled)
    for await (const [key] of this.#store.range(...this.#keys.rows(), { reverse: true, limit: 1 }))
      this.#nextOrder = orderOf(key) + 1
    for await (const [key] of this.#store.range(...this.#keys.deadLetters)) {
      this.#counts.deadLetters += 1
      this.#nextOrder = Math.max(this.#nextOrder, orderOf(key) + 1)
    }
    this.#spilledFrom = 1
    // Nothing is taken in meanwhile: what was not too much is all there is.
    if (await this.#loadSpilled()) this.#spilledFrom = undefined
  }

  /**
   * Takes events in: `changes` belong into the same batch as the events themselves, `commit` is called once that
   * batch is written.
   */
  accept(entries: readonly FeedEntry[]): { changes: StateChange[]; commit(): void } {
    const { streams, where } = this.#options
    const taken = entries.filter(({ event }) => streams.includes(event.stream) && where(event))
    const queued = taken.map(({ event, bytes }) => this.#queued(event, bytes))
    return {
      changes: queued.map((each) => ({ put: this.#keys.row(each.order), value: rowText(each) })),
      commit: () => {
        for (const each of queued) this.#add(each)
        this.#pump()
      },
    }
  }

  start(): void {
    this.#isRunning = true
    this.#pump()
  }

  /** Ends once what is under way is done with, at most after `drainMs`; what waits stays in the store. */
  async stop(drainMs: number): Promise<void> {
    this.#isRunning = false
    clearTimeout(this.#timer)
    const timer = setTimeout(() => this.#stopping.abort(new Error('the manager was stopped')), drainMs)
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
    clearTimeout(timer)
    await this.#loading
    await this.#writer.close()
  }

  status(): SinkStatus {
    const reason = this.#circuit.disabled
    return {
      name: this.#sink.name,
      state: this.#circuit.state(this.#now()),
      ...(reason !== undefined && { reason }),
      waiting: this.#queue.size - this.#underWay.size,
      waitingBytes: this.#queue.bytes,
      inFlight: this.#underWay.size,
      ...this.#counts,
    }
  }

  /** Events that were given up, the oldest first. */
  async *deadLetters(): AsyncGenerator<DeadLetter, void, undefined> {
    for await (const [key, text] of this.#store.range(...this.#keys.deadLetters))
      yield readDeadLetter(key, text)
  }

  /** Puts dead letters back at the end of the queue: all, or those named. Answers how many. */
  async replay(ids?: readonly number[]): Promise<number> {
    const letters: DeadLetter[] = []
    for await (const letter of this.deadLetters())
      if (ids === undefined || ids.includes(letter.id)) letters.push(letter)
    const queued = letters.map(({ event }) => this.#queued(event, Buffer.byteLength(JSON.stringify(event))))
    await this.#store.batch([
      ...letters.map(({ id }) => ({ delete: this.#keys.dead(id) })),
      ...queued.map((each) => ({ put: this.#keys.row(each.order), value: rowText(each) })),
    ])
    this.#counts.deadLetters -= letters.length
    for (const each of queued) this.#add(each)
    this.#pump()
    return letters.length
  }

  /** Delivers again to a sink that was disabled. */
  enable(): void {
    this.#circuit.enable()
    this.#writer.write([{ delete: this.#keys.disabled }])
    this.#pump()
  }

  #queued(event: StreamEvent, bytes: number): QueuedEvent {
    return { order: this.#nextOrder++, event, bytes, attempts: 0, dueAt: 0 }
  }

  #add(queued: QueuedEvent): void {
    const { whenFull, maxEvents, maxBytes } = this.#options
    const isFull = this.#queue.size >= maxEvents || this.#queue.bytes + queued.bytes > maxBytes
    if (this.#spilledFrom !== undefined || (whenFull === 'spill' && isFull && this.#queue.size > 0)) {
      this.#spilledFrom ??= queued.order
      return
    }
    this.#queue.add(queued)
    if (whenFull === 'drop-oldest') this.#dropOldest()
  }

  #dropOldest(): void {
    const dropped = this.#queue.dropBeyond(this.#options)
    if (dropped.length === 0) return
    this.#counts.dropped += dropped.filter(({ event }) => event.type !== 'stream.gap').length
    const gaps = gapEvents(dropped, this.#now())
    this.#writer.write(dropped.map(({ order }) => ({ delete: this.#keys.row(order) })))
    this.#writer.write(gaps.map((gap) => ({ put: this.#keys.row(gap.order), value: rowText(gap) })))
    // Added past the limits, or they would be dropped for themselves.
    for (const gap of gaps) this.#queue.add(gap)
  }

  /** Fills the queue from the store, in order, as far as there is room; answers whether there was room for all. */
  async #loadSpilled(): Promise<boolean> {
    if (this.#spilledFrom === undefined) return true
    const { maxEvents, maxBytes } = this.#options
    for await (const [key, text] of this.#store.range(...this.#keys.rows(this.#spilledFrom))) {
      const queued = readRow(key, text)
      const isFull = this.#queue.size >= maxEvents || this.#queue.bytes + queued.bytes > maxBytes
      if (isFull && this.#queue.size > 0) {
        this.#spilledFrom = queued.order
        return false
      }
      this.#queue.add(queued)
      this.#spilledFrom = queued.order + 1
    }
    // Events that were committed meanwhile have higher numbers: the next round finds them.
    if (this.#spilledFrom >= this.#nextOrder) this.#spilledFrom = undefined
    return true
  }

  #pump(): void {
    if (!this.#isRunning) return
    const now = this.#now()
    const state = this.#circuit.state(now)
    if (state === 'disabled' || this.#sink.deliver === undefined) return
    if (state === 'open') {
      this.#wakeAt(this.#circuit.openUntil, now)
      return
    }
    const concurrency = state === 'half-open' ? 1 : this.#options.concurrency
    while (this.#underWay.size < concurrency) {
      const queued = this.#queue.take(now)
      if (queued === undefined) break
      const done: Promise<void> = this.#deliver(queued).finally(() => {
        this.#underWay.delete(done)
        this.#pump()
      })
      this.#underWay.add(done)
    }
    this.#refill()
    const next = this.#queue.nextDueAt
    if (next !== undefined && this.#underWay.size < concurrency) this.#wakeAt(next, now)
  }

  #refill(): void {
    const isLow = this.#queue.size <= this.#options.maxEvents / 2
    if (this.#spilledFrom === undefined || !isLow || this.#loading !== undefined) return
    this.#loading = this.#loadSpilled()
      .then(() => {}, this.#onError)
      .finally(() => {
        this.#loading = undefined
        if (this.#queue.size > this.#underWay.size) this.#pump()
      })
  }

  #wakeAt(time: number, now: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#pump(), Math.min(longestTimerMs, Math.max(0, time - now)))
    this.#timer.unref()
  }

  async #deliver(queued: QueuedEvent): Promise<void> {
    const { timeoutMs, schedule } = this.#options
    const waitMs = schedule[queued.attempts]
    const attempt = {
      ...{ number: queued.attempts + 1, timeoutMs, signal: this.#stopping.signal },
      ...(waitMs !== undefined && { waitMs }),
    }
    const outcome = await deliver(this.#sink, queued.event, attempt)
    if (outcome.kind === 'delivered') {
      this.#circuit.succeeded()
      this.#counts.delivered += 1
      this.#queue.remove(queued)
      this.#writer.write([{ delete: this.#keys.row(queued.order) }])
      return
    }
    // A delivery that the stop of the manager ended says nothing of the sink.
    if (this.#stopping.signal.aborted) return
    this.#settle(queued, outcome)
  }

  #settle(queued: QueuedEvent, failure: Failure): void {
    const now = this.#now()
    this.#counts.failed += 1
    if (failure.kind === 'dead') this.#bury(queued, failure.reason, now)
    else if (failure.kind === 'disabled') {
      this.#disable(failure.reason)
      this.#again(queued, now)
    } else {
      this.#onError(failure.error)
      this.#circuit.failed(now)
      if (this.#circuit.disabled !== undefined) this.#disable(this.#circuit.disabled)
      const failures = queued.attempts + 1
      const wait = retryDelay(this.#options.schedule, failures, failure.retryAfterMs, this.#random)
      if (wait === undefined) this.#bury(queued, `failed ${failures} times`, now)
      else this.#again(queued, now + wait)
    }
  }

  #disable(reason: string): void {
    this.#circuit.disable(reason)
    this.#writer.write([{ put: this.#keys.disabled, value: reason }])
  }

  #again(queued: QueuedEvent, dueAt: number): void {
    this.#queue.retry(queued, dueAt)
    this.#writer.write([{ put: this.#keys.row(queued.order), value: rowText(queued) }])
  }

  #bury(queued: QueuedEvent, reason: string, now: number): void {
    const at = new Date(now).toISOString()
    const letter = { event: queued.event, attempts: queued.attempts + 1, at, reason }
    this.#counts.deadLetters += 1
    this.#queue.remove(queued)
    this.#writer.write([
      { delete: this.#keys.row(queued.order) },
      { put: this.#keys.dead(queued.order), value: deadLetterText(letter) },
    ])
  }
}
