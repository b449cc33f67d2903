import type { Board } from './board.js'

/**
 * The present of the tenant. It goes by a clock that nobody sets: that of the screen may be hours off, or be put right
 * in between.
 */
export class ServerClock {
  #at = 0
  #now = Number.NaN
  #rate = 1

  /** @param sentAt and `takenAt`, when it was asked for and came, in milliseconds of `performance.now()`. */
  set({ clock }: Board, sentAt: number, takenAt: number): void {
    this.#at = (sentAt + takenAt) / 2
    this.#now = Date.parse(clock.now)
    this.#rate = clock.rate
  }

  /** Epoch milliseconds; NaN before the first document. */
  now(): number {
    return this.#now + (performance.now() - this.#at) * this.#rate
  }

  /** Seconds of the tenant per second. */
  get rate(): number {
    return this.#rate
  }
}
