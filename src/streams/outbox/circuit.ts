/** Failures in a row after which a sink is left alone for a while. */
const failuresToOpen = 10
const firstPauseMs = 30_000
const longestPauseMs = 15 * 60_000
/** A sink that did nothing but fail for this long is switched off. */
const hopelessMs = 120 * 3_600_000

export type CircuitState = 'closed' | 'open' | 'half-open' | 'disabled'

/** Spares a sink that fails: one delivery at a time tells whether it is back. */
export class Circuit {
  #failures = 0
  #failingSince: number | undefined
  #pauses = 0
  #openUntil = 0
  #disabled: string | undefined

  state(now: number): CircuitState {
    if (this.#disabled !== undefined) return 'disabled'
    if (now < this.#openUntil) return 'open'
    return this.#pauses > 0 ? 'half-open' : 'closed'
  }
  /** Why nothing is delivered any more. */
  get disabled(): string | undefined {
    return this.#disabled
  }
  /** Epoch milliseconds until which nothing is delivered. */
  get openUntil(): number {
    return this.#openUntil
  }

  succeeded(): void {
    this.#failures = 0
    this.#failingSince = undefined
    this.#pauses = 0
    this.#openUntil = 0
  }

  failed(now: number): void {
    this.#failures += 1
    this.#failingSince ??= now
    if (now - this.#failingSince >= hopelessMs) this.disable('every delivery failed for 120 hours')
    const isProbe = this.#pauses > 0
    if (!isProbe && this.#failures < failuresToOpen) return
    this.#openUntil = now + Math.min(longestPauseMs, firstPauseMs * 2 ** this.#pauses)
    this.#pauses += 1
  }

  disable(reason: string): void {
    this.#disabled = reason
  }
  enable(): void {
    this.#disabled = undefined
    this.succeeded()
  }
}
