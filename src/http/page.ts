import { HttpProblem } from './problem.js'
import { numberOf } from './query.js'

/** Rows beside their ids, ascending by id in code units. */
export interface Ordered<Row> {
  readonly ids: readonly string[]
  readonly rows: readonly Row[]
}

export interface Page<Row> {
  readonly rows: readonly Row[]
  /** For the page after this one; null when there is none. */
  readonly next: string | null
}

export const pageParameters = ['limit', 'cursor'] as const
const usualRows = 100
const mostRows = 1000

/**
 * Rows without an id, which no page could go on from, are left out; of rows that share one the first counts.
 *
 * @param before Ids of an earlier order of the same rows, most of which are still there.
 */
export function ordered<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string | null | undefined,
  before: readonly string[] = [],
): Ordered<Row> {
  const byId = new Map<string, Row>()
  for (const row of rows) {
    const id = idOf(row)
    if (typeof id === 'string' && id !== '' && !byId.has(id)) byId.set(id, row)
  }
  // Sorting two runs is merging them: what was in order costs next to nothing.
  const still = new Set(before.filter((id) => byId.has(id)))
  const ids = [...still, ...[...byId.keys()].filter((id) => !still.has(id)).sort()].sort()
  return { ids, rows: ids.map((id) => byId.get(id) as Row) }
}

/**
 * The rows after a cursor. A cursor is the id it goes on from, so rows that come and go in between move no other
 * row across the edge of a page: what is there all the time is met exactly once.
 */
export function pageOf<Row>(
  all: Ordered<Row>,
  query: { readonly limit?: string; readonly cursor?: string },
  isWanted: (row: Row) => boolean = () => true,
): Page<Row> {
  const limit = numberOf('limit', query.limit, usualRows, mostRows)
  const rows: Row[] = []
  let last = ''
  for (
    let at = query.cursor === undefined ? 0 : firstAfter(all.ids, idOf(query.cursor));
    at < all.ids.length;
    at++
  ) {
    const row = all.rows[at] as Row
    if (!isWanted(row)) continue
    if (rows.length === limit) return { rows, next: cursorOf(last) }
    rows.push(row)
    last = all.ids[at] as string
  }
  return { rows, next: null }
}

const cursorOf = (id: string) => Buffer.from(id).toString('base64url')

function idOf(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString()
  if (id === '' || cursorOf(id) !== cursor)
    throw new HttpProblem('bad_request', 'cursor: expected `next` of a page')
  return id
}

function firstAfter(ids: readonly string[], id: string): number {
  let [low, high] = [0, ids.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ids[middle] as string) > id) high = middle
    else low = middle + 1
  }
  return low
}
