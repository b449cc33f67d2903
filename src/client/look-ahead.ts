import { isSuperOpsError } from '../errors.js'
import type { FetchedPage } from './pages.js'
import type { Step } from './sorted-pass.js'
import { type Window, windowAround } from './windows.js'

/** Rows by which windows read ahead overlap: room for a few removed rows and equal times. */
const overlap = 5

interface UnderWay<Row> {
  readonly window: Window
  readonly answer: Promise<FetchedPage<Row>>
}

/** Asks for windows before they are due; one that does not fit when it is due is asked for anew. */
export class LookAhead<Row> {
  readonly #fetchPage: (window: Window) => Promise<FetchedPage<Row>>
  readonly #most: number
  readonly #pageSize: number
  #underWay: UnderWay<Row>[] = []
  /** Requests of windows that did not fit. */
  #wasted = 0

  constructor(
    fetchPage: (window: Window) => Promise<FetchedPage<Row>>,
    { most, pageSize }: { readonly most: number; readonly pageSize: number },
  ) {
    this.#fetchPage = fetchPage
    this.#most = most
    this.#pageSize = pageSize
  }

  /** @param rows How many rows the list is expected to have; none are read ahead behind them. */
  async take(
    { target, window }: NonNullable<Step['next']>,
    rows: number,
  ): Promise<{ window: Window; fetched: FetchedPage<Row> }> {
    const head = this.#underWay[0]?.window
    if (head !== undefined && !(head.start <= target && head.start + head.size > target + 1))
      await this.drop()
    if (this.#underWay.length === 0) this.#ask(window)
    for (let last = this.#underWay.at(-1); last !== undefined; last = this.#underWay.at(-1)) {
      const place = last.window.start + last.window.size - overlap
      if (this.#underWay.length >= this.#most || place + overlap >= rows) break
      this.#ask(windowAround(place, this.#pageSize))
    }
    const [due] = this.#underWay
    if (due === undefined) throw new Error('a window that was not asked for')
    const fetched = await due.answer
    this.#underWay.shift()
    const requests = fetched.requests + this.#wasted
    this.#wasted = 0
    return { window: due.window, fetched: { ...fetched, requests } }
  }

  /** Forgets what is under way and counts it; resolves with the requests once all have ended. */
  async drop(): Promise<number> {
    const dropped = this.#underWay
    this.#underWay = []
    for (const result of await Promise.allSettled(dropped.map(({ answer }) => answer)))
      this.#wasted += result.status === 'fulfilled' ? result.value.requests : attemptsOf(result.reason)
    return this.#wasted
  }

  #ask(window: Window): void {
    const answer = this.#fetchPage(window)
    // Told when it is due; until then, and when it is never due, a failure is no unhandled one.
    answer.catch(() => undefined)
    this.#underWay.push({ window, answer })
  }
}

const attemptsOf = (error: unknown) => (isSuperOpsError(error) ? error.attempts.length : 0)
