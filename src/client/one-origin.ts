import type { Origin } from './fallback.js'
import type { FetchedPage, Page, WalkOptions } from './pages.js'
import type { Window } from './windows.js'

/** An answer of another origin than those before. */
class OtherOrigin extends Error {
  readonly requests: number

  constructor(requests: number) {
    super('other origin')
    this.requests = requests
  }
}

/** Ends a walk where an answer is of another origin than its first one; the rows of that answer are dropped. */
export async function* oneOrigin<Row>(
  options: WalkOptions<Row>,
  walk: (options: WalkOptions<Row>) => AsyncGenerator<Page<Row>, void, undefined>,
): AsyncGenerator<Page<Row>, void, undefined> {
  let first: Origin | undefined
  let last: Page<Row> | undefined
  const fetchPage = async (window: Window): Promise<FetchedPage<Row>> => {
    const fetched = await options.fetchPage(window)
    first ??= fetched.origin
    if (fetched.origin !== first) throw new OtherOrigin(fetched.requests)
    return fetched
  }
  try {
    for await (const page of walk({ ...options, fetchPage })) {
      last = page
      yield page
    }
  } catch (error) {
    if (!(error instanceof OtherOrigin) || last === undefined) throw error
    const end = { complete: false, reason: 'origin-changed' } as const
    const { requests } = error
    yield { ...last, page: last.page + 1, rows: [], issues: [], setAside: 0, requests, end }
  }
}
