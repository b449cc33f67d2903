import type { DecodeIssue } from '../entities/decode.js'
import { IdSet } from './id-set.js'

/** Why a list may lack rows; see {@link ListEnd}. */
export type IncompleteReason =
  /** `limit` rows were delivered. */
  | 'limit'
  /** The same page came twice. */
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
  /** From 1. */
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
  readonly issues: readonly DecodeIssue[]
  readonly setAside: number
  readonly hasMore: boolean
  readonly totalCount: number | null
  readonly requests: number
}

export interface WalkOptions<Row> {
  readonly fetchPage: (page: number) => Promise<FetchedPage<Row>>
  readonly keyOf: (row: Row) => string | undefined
  /** Most rows to deliver. */
  readonly limit?: number
}

const mostWalks = 3

/**
 * Counted walk over page numbers: complete when the server's total was the same in every answer and
 * equals the number of distinct rows met; else the list is walked again, at most twice, and rows that
 * were not met before are delivered. Bare arrays end after their only page.
 */
export async function* walkPages<Row>(options: WalkOptions<Row>): AsyncGenerator<Page<Row>, void, undefined> {
  const seen = new IdSet()
  const left = options.limit ?? Number.POSITIVE_INFINITY
  let delivered = 0
  for (let walk = 1; ; walk++) {
    const totals = new Set<number | null>()
    const met = walk === 1 ? seen : new IdSet()
    let rowsWithoutKey = 0
    let before: string | undefined
    for (let number = 1; ; number++) {
      const fetched = await options.fetchPage(number)
      const signature = fetched.keys.join(' ')
      const repeated = number > 1 && fetched.keys.length > 0 && signature === before
      before = signature
      totals.add(fetched.totalCount)
      const fresh = new Set<string>()
      for (const key of fetched.keys) {
        if (key === undefined) rowsWithoutKey++
        else if (met.add(key) && (met === seen || seen.add(key))) fresh.add(key)
      }
      const isFresh = (row: Row) => {
        const key = options.keyOf(row)
        return key === undefined ? walk === 1 : fresh.delete(key)
      }
      const rows = fetched.rows.filter(isFresh).slice(0, left - delivered)
      delivered += rows.length
      const end = endOf({
        fetched,
        repeated,
        limitReached: delivered >= left,
        met: met.size + rowsWithoutKey,
        totals,
        lastWalk: walk === mostWalks,
      })
      yield {
        page: number,
        rows,
        issues: walk === 1 ? fetched.issues.map((issue) => ({ ...issue, page: number })) : [],
        setAside: walk === 1 ? fetched.setAside : 0,
        origin: 'live',
        totalCount: fetched.totalCount,
        requests: fetched.requests,
        ...(end !== undefined && end !== 'again' && { end }),
      }
      if (end === 'again') break
      if (end !== undefined) return
    }
  }
}

interface WalkState {
  readonly fetched: FetchedPage<unknown>
  readonly repeated: boolean
  readonly limitReached: boolean
  readonly met: number
  readonly totals: ReadonlySet<number | null>
  readonly lastWalk: boolean
}

function endOf(state: WalkState): ListEnd | 'again' | undefined {
  const { fetched, totals } = state
  if (state.limitReached && (fetched.hasMore || state.met > 0)) {
    const all = !fetched.hasMore && isCounted(state)
    return all ? { complete: true } : { complete: false, reason: 'limit' }
  }
  if (state.repeated) return { complete: false, reason: 'repeated-page' }
  if (fetched.hasMore && fetched.keys.length === 0) return { complete: false, reason: 'empty-page' }
  // SuperOps sends null, not false, behind the last page.
  if (fetched.hasMore) return undefined
  if (totals.has(null) || isCounted(state)) return { complete: true }
  return state.lastWalk ? { complete: false, reason: 'changed-while-read' } : 'again'
}

const isCounted = ({ totals, met }: WalkState) => totals.size === 1 && totals.has(met)
