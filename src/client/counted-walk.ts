import { Delivery } from './delivery.js'
import { IdSet } from './id-set.js'
import type { FetchedPage, ListEnd, Page, WalkOptions } from './pages.js'
import { canOverlap, firstWindow, followingWindow, stepBack, type Window, windowAround } from './windows.js'

const mostWalks = 3
/** Windows in a row without a new row: the server repeats itself. */
const mostRepeats = 3

/**
 * Counted walk, for lists without a proven sort: each page overlaps the one before by at least one row, so
 * that rows which slide over a seam are noticed; where they did, the walk steps back. Complete when every
 * seam was proven, the server's total was the same in every answer and equals the number of distinct rows
 * met; else the list is walked again, at most twice, and rows not met before are delivered.
 */
export async function* countedWalk<Row>(
  options: WalkOptions<Row>,
  delivery: Delivery<Row> = new Delivery(options),
): AsyncGenerator<Page<Row>, void, undefined> {
  const seen = new IdSet()
  for (let number = 1; number <= mostWalks; number++) {
    const walk = new Walk(options.pageSize)
    for (let window: Window | undefined = firstWindow(options.pageSize); window !== undefined; ) {
      const fetched: FetchedPage<Row> = await options.fetchPage(window)
      const next = walk.onPage(window, fetched)
      const fresh = fetched.keys.map((key) => (key === undefined ? number === 1 : seen.add(key)))
      const page = delivery.page(fetched, fresh, number === 1, () =>
        delivery.limitReached
          ? { complete: next === undefined && walk.isComplete(fetched), reason: 'limit' }
          : walk.endAfter(fetched, next, number === mostWalks),
      )
      yield page
      if (page.end !== undefined) return
      window = next
    }
  }
}

/** One way through the list: where the next page starts, and whether anything can have been missed. */
class Walk {
  readonly #pageSize: number
  readonly #met = new IdSet()
  readonly #totals = new Set<number | null>()
  #rowsWithoutKey = 0
  #proven = true
  #repeats = 0
  #known = new Set<string | undefined>()
  /** How far the walk stepped back to find a known row; 0 when it did not. */
  #steppedBack = 0

  constructor(pageSize: number) {
    this.#pageSize = pageSize
  }

  /** Counts a page and says which one to ask for next; undefined after the last. */
  onPage(window: Window, { keys, hasMore, totalCount }: FetchedPage<unknown>): Window | undefined {
    this.#totals.add(totalCount)
    const before = this.#met.size + this.#rowsWithoutKey
    const overlaps =
      window.start === 0 ||
      !canOverlap(this.#pageSize) ||
      keys.some((key) => key !== undefined && this.#known.has(key))
    for (const key of keys) {
      if (key === undefined) this.#rowsWithoutKey++
      else this.#met.add(key)
    }
    if (!overlaps) {
      const further = this.#furtherUp(window)
      if (further !== undefined) return further
      this.#proven = false
    }
    this.#steppedBack = 0
    this.#known = new Set(keys)
    this.#repeats = this.#met.size + this.#rowsWithoutKey > before ? 0 : this.#repeats + 1
    if (!hasMore || keys.length === 0 || this.#repeats >= mostRepeats) return undefined
    if (!canOverlap(this.#pageSize)) return followingWindow(window)
    return windowAround(window.start + keys.length - 1, this.#pageSize)
  }

  /** Rows above were removed and the list slid: look for the last known rows further up. */
  #furtherUp(window: Window): Window | undefined {
    this.#steppedBack = stepBack(this.#steppedBack, this.#pageSize)
    const target = window.start - this.#steppedBack
    return target > 0 ? windowAround(target, this.#pageSize) : undefined
  }

  isComplete({ totalCount }: FetchedPage<unknown>): boolean {
    if (!this.#proven) return false
    return (
      totalCount === null ||
      (this.#totals.size === 1 && this.#totals.has(this.#met.size + this.#rowsWithoutKey))
    )
  }

  /** Undefined while pages follow, in this walk or the next one. */
  endAfter(fetched: FetchedPage<unknown>, next: Window | undefined, lastWalk: boolean): ListEnd | undefined {
    if (next !== undefined) return undefined
    if (fetched.hasMore)
      return { complete: false, reason: fetched.keys.length === 0 ? 'empty-page' : 'repeated-page' }
    if (this.isComplete(fetched)) return { complete: true }
    return lastWalk ? { complete: false, reason: 'changed-while-read' } : undefined
  }
}
