import { countedWalk } from './counted-walk.js'
import { Delivery } from './delivery.js'
import { oneOrigin } from './one-origin.js'
import type { Page, WalkOptions } from './pages.js'
import { sortedWalk } from './sorted-walk.js'

/** Smaller windows cannot start at every row and reach a few rows on. */
const smallestSorted = 25

/** Reads a list by the walk that fits it: whole, sorted where a sort is proven, else counted. */
export function walkPages<Row>(options: WalkOptions<Row>): AsyncGenerator<Page<Row>, void, undefined> {
  const { sorted, pageSize } = options
  if (options.whole) return wholeWalk(options)
  if (sorted !== undefined && pageSize >= smallestSorted)
    return oneOrigin(options, (walk) => sortedWalk(walk, sorted))
  return oneOrigin(options, countedWalk)
}

/** Bare arrays come in one answer. */
async function* wholeWalk<Row>(options: WalkOptions<Row>): AsyncGenerator<Page<Row>, void, undefined> {
  const fetched = await options.fetchPage({ page: 1, size: options.pageSize, start: 0 })
  const delivery = new Delivery(options)
  yield delivery.page(
    fetched,
    fetched.keys.map(() => true),
    true,
    () => ({ complete: (options.limit ?? fetched.rows.length) >= fetched.rows.length, reason: 'limit' }),
  )
}
