import type { EntitySchedule } from './entity-schedule.js'
import type { Source, SourceBatch } from './source.js'

export interface PollLoopContext {
  readonly source: Source
  readonly schedule: EntitySchedule
  readonly updateIntervalMs: number
  readonly signal: AbortSignal
  /** Resolves when everything of the batch is kept. */
  take(batch: SourceBatch): Promise<void>
  /** After each round, also one that failed, and at a tick that finds the round before still under way. */
  afterTick(): Promise<void>
  onError(error: unknown): void
}

/** Reads the source at each tick; rounds never overlap. */
export class PollLoop {
  readonly #context: PollLoopContext
  readonly counts = { polls: 0, skippedPolls: 0, failedPolls: 0, requests: 0 }
  #timer: NodeJS.Timeout | undefined
  #round: Promise<void> | undefined
  /** Whether a tick found the round under way not done. */
  isSlow = false

  constructor(context: PollLoopContext) {
    this.#context = context
  }

  start(): void {
    this.#timer = setInterval(() => this.#tick(), this.#context.updateIntervalMs)
    this.#tick()
  }

  /** Resolves when the round under way has ended, or after `drainMs`: a source may not heed its signal. */
  async stop(drainMs: number): Promise<void> {
    clearInterval(this.#timer)
    if (this.#round === undefined) return
    let timer: NodeJS.Timeout | undefined
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, drainMs)
    })
    await Promise.race([this.#round, enough])
    clearTimeout(timer)
  }

  /** One round now, after the one under way; of everything that is due when nothing is named. */
  async refresh(entities?: readonly string[]): Promise<void> {
    // Whoever waited for the same round may have begun another.
    while (this.#round !== undefined) await this.#round
    await this.#poll(entities)
  }

  #tick(): void {
    if (this.#round === undefined) void this.#poll()
    else {
      this.counts.skippedPolls += 1
      this.isSlow = true
      this.#context.afterTick().catch(this.#context.onError)
    }
  }

  #poll(entities: readonly string[] = this.#context.schedule.due(Date.now())): Promise<void> {
    const { afterTick, onError, signal } = this.#context
    const failed = (error: unknown) => {
      if (signal.aborted) return
      this.counts.failedPolls += 1
      onError(error)
    }
    const round: Promise<void> = this.#read(entities)
      .catch(failed)
      .finally(() => {
        this.isSlow = false
      })
      .then(afterTick)
      .catch(onError)
      .finally(() => {
        if (this.#round === round) this.#round = undefined
      })
    this.#round = round
    return round
  }

  async #read(entities: readonly string[]): Promise<void> {
    const { source, schedule, signal, take } = this.#context
    this.counts.polls += 1
    let failure: unknown
    for await (const batch of source.read(entities, signal)) {
      signal.throwIfAborted()
      await take(batch)
      if (batch.end === undefined) continue
      this.counts.requests += batch.end.requests
      schedule.note(batch.entity, batch.end, Date.now())
      failure ??= batch.end.error
    }
    if (failure !== undefined) throw failure
    this.counts.failedPolls = 0
  }
}
