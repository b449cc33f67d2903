import type { DecodeIssue } from '../entities/decode.js'
import type { Instant } from '../entities/generated/types.js'
import type { Origin } from './fallback.js'
import type { Warning } from './heal.js'
import type { SortedBy } from './proven-sorts.js'
import type { Window } from './windows.js'

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
  /** Rows may lie in a gap between two pages of a sorted list, which slid faster than it was read. */
  | 'unproven-seam'
  /** Rows may be missing from a group of equal times that is longer than a page. */
  | 'unproven-ties'
  /** The client went over to another origin; rows of two origins are never mixed. */
  | 'origin-changed'

export interface ListEnd {
  /** Every row that existed and matched during the whole walk was delivered or set aside. */
  readonly complete: boolean
  readonly reason?: IncompleteReason
  /** For an unproven seam or group, the first one's time; null for rows without a time. */
  readonly at?: Instant | null
}

/**
 * Where a reading in the order of a time that never changes stands, found again by value when the list has moved
 * since; plain JSON.
 */
export interface ListPosition {
  /** What was read down to; falls from row to row. */
  readonly boundary: number
  /** No row at the boundary is missing. */
  readonly closed: boolean
  /** Of the rows at the boundary. */
  readonly ids: readonly string[]
  /** Where the next page is looked for first. */
  readonly offset: number
  readonly unsetFirst: boolean
  /** The first seam or group of this reading that was not proven. */
  readonly unproven?: { readonly reason: IncompleteReason; readonly rank: number }
}

export interface Page<Row> {
  /** Position of the page in this reading, from 1. */
  readonly page: number
  readonly rows: readonly Row[]
  readonly issues: readonly DecodeIssue[]
  /** Fields that all rows lack because they break the answers of this tenant. */
  readonly warnings: readonly Warning[]
  /** Rows set aside for a wrong shape. */
  readonly setAside: number
  readonly origin: Origin
  /** Rows that match, as the server counts; null for lists without paging. */
  readonly totalCount: number | null
  /** Requests this page took, retries and refused ones included. */
  readonly requests: number
  /** Of a list in a proven order, newest first: the newest time at the start that is not in the server's future. */
  readonly signpost?: Instant
  /** Of a list in the order of a time that never changes: where the next page starts, see `ListOptions.from`. */
  readonly position?: ListPosition
  /** Set on the last page. */
  readonly end?: ListEnd
}

export interface FetchedPage<Row> {
  readonly rows: readonly Row[]
  /** Keys of the rows as they came, in order, also of those set aside. */
  readonly keys: readonly (string | undefined)[]
  /** For sorted walks the times sorted by, in epoch ms, as the keys: null when unset, undefined when unreadable. */
  readonly times?: readonly (number | null | undefined)[]
  /** The server's clock, in epoch ms. */
  readonly serverTime?: number
  /** `index` is the position in `keys`. */
  readonly issues: readonly DecodeIssue[]
  readonly hasMore: boolean
  readonly totalCount: number | null
  readonly origin: Origin
  readonly requests: number
  readonly warnings?: readonly Warning[]
}

export interface WalkOptions<Row> {
  readonly fetchPage: (window: Window) => Promise<FetchedPage<Row>>
  readonly keyOf: (row: Row) => string | undefined
  /** Rows per request at most. */
  readonly pageSize: number
  /** Most rows to deliver. */
  readonly limit?: number
  /** The list is a bare array. */
  readonly whole?: boolean
  /** The list comes in this order, which is proven. */
  readonly sorted?: SortedBy
  /** Pages of a sorted list under way at the same time. */
  readonly lookAhead?: number
  /** Time in epoch ms down to which a list in descending order is read. */
  readonly since?: number
  readonly from?: ListPosition
}
