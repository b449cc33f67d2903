import type { SlaWatch } from './sla-watch.js'

/** setTimeout overflows beyond 2^31 ms. */
const longestTimerMs = 3_600_000

export interface SlaTimerContext {
  readonly watch: SlaWatch
  now(): number
  /** Reads a ticket again; false when that failed. */
  verify(ticketId: string): Promise<boolean>
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
    for (const id of watch.takeReadings(now)) {
      this.#verified.set(id, false)
      verify(id).then(
        (isVerified) => this.#verified.has(id) && this.#verified.set(id, isVerified),
        () => {},
      )
    }
    this.arm()
  }
}
