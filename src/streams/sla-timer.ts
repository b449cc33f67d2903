import type { SlaWatch } from './sla-watch.js'

/** setTimeout overflows beyond 2^31 ms. */
const longestTimerMs = 3_600_000
/** Readings that fall due so soon are done with the one that is due. */
const togetherMs = 1000

export interface SlaTimerContext {
  readonly watch: SlaWatch
  now(): number
  /** Reads tickets again; answers those that could be read. */
  verify(ticketIds: readonly string[]): Promise<ReadonlySet<string>>
  /** A transition of these tickets is due. */
  due(tickets: readonly { readonly id: string; readonly isVerified: boolean }[]): void
}

/** One timer for all transitions of clocks: reads each ticket shortly before and tells at the instant. */
export class SlaTimer {
  readonly #context: SlaTimerContext
  readonly #verified = new Map<string, boolean>()
  #timer: NodeJS.Timeout | undefined
  #isStopped = false

  constructor(context: SlaTimerContext) {
    this.#context = context
  }

  /** To be called whenever clocks may have changed. */
  arm(): void {
    if (this.#isStopped) return
    clearTimeout(this.#timer)
    const next = this.#context.watch.nextAt
    if (next === Number.POSITIVE_INFINITY) return
    const wait = Math.min(longestTimerMs, Math.max(0, next - this.#context.now()))
    this.#timer = setTimeout(() => this.#wake(), wait)
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
  }

  #wake(): void {
    const { watch, due, verify } = this.#context
    const now = this.#context.now()
    const ids = watch.takeDue(now)
    if (ids.length > 0) due(ids.map((id) => ({ id, isVerified: this.#verified.get(id) === true })))
    for (const id of ids) this.#verified.delete(id)
    const readings = watch.takeReadings(now)
    if (readings.length > 0) {
      readings.push(...watch.takeReadings(now + togetherMs))
      for (const id of readings) this.#verified.set(id, false)
      verify(readings).then(
        (read) => {
          for (const id of read) if (this.#verified.has(id)) this.#verified.set(id, true)
        },
        () => {},
      )
    }
    this.arm()
  }
}
