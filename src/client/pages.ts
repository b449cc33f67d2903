import type { DecodeIssue } from '../entities/decode.js'
import { IdSet } from './id-set.js'
import { canOverlap, firstWindow, followingWindow, type Window, windowAround } from './windows.js'

/** Why a list may lack rows; see {@link ListEnd}. */
export type IncompleteReason =
  /** `limit` rows were delivered. */
  | 'limit'
  /** Pages came that held no new row although more were promised. */
  | 'repeated-page'
  /** A page said that more follow, but held none. */
  | 'empty-page'
  /** The list changed while it was read, also when it was read again. */
  | 'changed-while-read'

export interface ListEnd {
  /** Every row that existed and matched during the whole walk was delivered or set aside. */
  readonly complete: boolean
  readonly reason?: IncompleteReason
}

export interface Page<Row> {
  /** Position of the page in this reading, from 1. */
  readonly page: number
  readonly rows: readonly Row[]
  readonly issues: readonly DecodeIssue[]
  /** Rows set aside for a wrong shape. */
  readonly setAside: number
  readonly origin: 'live'
  /** Rows that match, as the server counts; null for lists without paging. */
  readonly totalCount: number | null
  /** Requests this page took, retries and refused ones included. */
  readonly requests: number
  /** Set on the last page. */
  readonly end?: ListEnd
}

export interface FetchedPage<Row> {
  readonly rows: readonly Row[]
  /** Keys of the rows as they came, in order, also of those set aside. */
  readonly keys: readonly (string | undefined)[]
  /** `index` is the position in `keys`. */
  readonly issues: readonly DecodeIssue[]
  readonly hasMore: boolean
  readonly totalCount: number | null
  readonly requests: number
}

export interface WalkOptions<Row> {
  readonly fetchPage: (window: Window) => Promise<FetchedPage<Row>>
  readonly keyOf: (row: Row) => string | undefined
  /** Rows per request at most. */
  readonly pageSize: number
  /** Most rows to deliver. */
  readonly limit?: number
}

const mostWalks = 3
/** Windows in a row without a new row: the server repeats itself. */
const mostRepeats = 3

/**
 * Counted walk: each page overlaps the one before by at least one row, so that rows which slide over a
 * seam are noticed; where they did, the walk steps back. Complete when every seam was proven, the server's
 * total was the same in every answer and equals the number of distinct rows met; else the list is walked
 * again, at most twice, and rows not met before are delivered. Bare arrays end after their only page.
 */
export async function* walkPages<Row>(options: WalkOptions<Row>): AsyncGenerator<Page<Row>, void, undefined> {
  const delivery = new Delivery(options)
  for (let number = 1; number <= mostWalks; number++) {
    const walk = new Walk(options.pageSize)
    for (let window = walk.first(); window !== undefined; ) {
      const fetched = await options.fetchPage(window)
      const fresh = delivery.take(fetched, number === 1)
      const next = walk.onPage(window, fetched)
      const end = delivery.limitReached
        ? { complete: next === undefined && walk.isComplete(fetched), reason: 'limit' as const }
        : walk.endAfter(fetched, next, number === mostWalks)
      yield delivery.page(fetched, fresh, end)
      if (end !== undefined) return
      window = next
    }
  }
}

/** What was delivered over all walks: each row once. */
class Delivery<Row> {
  readonly #options: WalkOptions<Row>
  readonly #seen = new IdSet()
  #pages = 0
  #delivered = 0

  constructor(options: WalkOptions<Row>) {
    this.#options = options
  }

  get limitReached(): boolean {
    return this.#delivered >= this.#limit
  }

  get #limit(): number {
    return this.#options.limit ?? Number.POSITIVE_INFINITY
  }

  take(
    fetched: FetchedPage<Row>,
    firstWalk: boolean,
  ): { rows: Row[]; issues: DecodeIssue[]; setAside: number } {
    const fresh = fetched.keys.map((key) => (key === undefined ? firstWalk : this.#seen.add(key)))
    const freshKeys = new Set(fetched.keys.filter((_, at) => fresh[at]))
    const rows = fetched.rows.filter((row) => {
      const key = this.#options.keyOf(row)
      // A key that comes twice in one page is delivered once.
      return key === undefined ? firstWalk : freshKeys.delete(key)
    })
    const delivered = rows.slice(0, this.#limit - this.#delivered)
    this.#delivered += delivered.length
    this.#pages++
    const issues = fetched.issues
      .filter(({ index }) => fresh[index])
      .map((issue) => ({ ...issue, page: this.#pages }))
    const broken = new Set(issues.filter(({ severity }) => severity === 'shape').map(({ index }) => index))
    return { rows: delivered, issues, setAside: broken.size }
  }

  page(
    fetched: FetchedPage<Row>,
    fresh: ReturnType<Delivery<Row>['take']>,
    end: ListEnd | undefined,
  ): Page<Row> {
    const { totalCount, requests } = fetched
    const told = end?.complete ? { complete: true } : end
    return {
      page: this.#pages,
      ...fresh,
      origin: 'live',
      totalCount,
      requests,
      ...(told !== undefined && { end: told }),
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

  first(): Window | undefined {
    return firstWindow(this.#pageSize)
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

  /** Rows above were removed and the list slid: look for the last known rows further up, a quarter page first. */
  #furtherUp(window: Window): Window | undefined {
    this.#steppedBack = this.#steppedBack === 0 ? Math.ceil(this.#pageSize / 4) : this.#steppedBack * 2
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
