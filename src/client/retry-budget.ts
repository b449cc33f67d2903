const most = 10
const perAnswer = 0.5

/**
 * Keeps retries from doubling the load on a server that is down: ten to start with, one more for every two
 * answers.
 */
export class RetryBudget {
  #left = most

  onAnswer(): void {
    this.#left = Math.min(most, this.#left + perAnswer)
  }

  /** Whether one more retry is within the budget, and takes it. */
  take(): boolean {
    if (this.#left < 1) return false
    this.#left -= 1
    return true
  }
}
