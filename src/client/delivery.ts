import type { DecodeIssue } from '../entities/decode.js'
import type { FetchedPage, ListEnd, Page, WalkOptions } from './pages.js'

/** Turns fetched pages into those delivered: fresh rows only, up to the limit, numbered. */
export class Delivery<Row> {
  readonly #options: WalkOptions<Row>
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

  /**
   * @param fresh For each key of the page, whether its row was not delivered before.
   * @param keyless Whether rows without key are fresh.
   * @param endOf Asked once the rows were counted; undefined while pages follow.
   */
  page(
    fetched: FetchedPage<Row>,
    fresh: readonly boolean[],
    keyless: boolean,
    endOf: () => ListEnd | undefined,
  ): Page<Row> {
    const freshKeys = new Set(fetched.keys.filter((_, at) => fresh[at]))
    const rows = fetched.rows.filter((row) => {
      const key = this.#options.keyOf(row)
      // A key that comes twice in one page is delivered once.
      return key === undefined ? keyless : freshKeys.delete(key)
    })
    const delivered = rows.slice(0, this.#limit - this.#delivered)
    this.#delivered += delivered.length
    this.#pages++
    const issues: DecodeIssue[] = fetched.issues
      .filter(({ index }) => fresh[index])
      .map((issue) => ({ ...issue, page: this.#pages }))
    const broken = new Set(issues.filter(({ severity }) => severity === 'shape').map(({ index }) => index))
    const end = endOf()
    return {
      page: this.#pages,
      rows: delivered,
      issues,
      warnings: fetched.warnings ?? [],
      setAside: broken.size,
      origin: fetched.origin,
      totalCount: fetched.totalCount,
      requests: fetched.requests,
      ...(end !== undefined && { end: end.complete ? { complete: true } : end }),
    }
  }
}
