import type { DecodeIssue } from '../entities/decode.js'
import { DecodeError, type ErrorFacts, NetworkError } from '../errors.js'
import type { Origin } from './fallback.js'
import type { Warning } from './heal.js'
import type { ListEnd, Page } from './pages.js'

/** All rows of a list in memory, with what is known of them. */
export interface Collected<Row> {
  readonly rows: Row[]
  readonly issues: DecodeIssue[]
  /** Fields that rows lack because they break the answers of this tenant. */
  readonly warnings: readonly Warning[]
  readonly setAside: number
  readonly origin: Origin
  readonly totalCount: number | null
  readonly requests: number
  readonly pages: number
  readonly end: ListEnd
}

/**
 * A list that is read when it is iterated, each time anew. Where rows alone are given, a change of origin on the
 * way rejects with `network` / `ORIGIN_CHANGED`, since they could not show that rows are missing.
 *
 * @example
 * for await (const ticket of superops.tickets.list({ sort: { attribute: 'createdTime', order: 'DESC' } })) …
 */
export interface List<Row> extends AsyncIterable<Row> {
  /** Pages as they come; the last one has `end`. */
  pages(): AsyncGenerator<Page<Row>, void, undefined>
  collect(): Promise<Collected<Row>>
  /**
   * Rows only.
   *
   * @throws DecodeError when a row was set aside, unless `skipBadRows`; NetworkError when the origin changed.
   */
  toArray(options?: { limit?: number; skipBadRows?: boolean }): Promise<Row[]>
  /** The first row, null when there is none. */
  first(): Promise<Row | null>
}

export interface ListSource<Row> {
  walk(limit?: number): AsyncGenerator<Page<Row>, void, undefined>
  /** Called with the pages of plain iteration, which shows no issues otherwise. */
  onUnseen(page: Page<Row>): void
  facts(): ErrorFacts
}

export function createList<Row>(source: ListSource<Row>): List<Row> {
  const refuseChange = (end: ListEnd | undefined) => {
    if (end?.reason !== 'origin-changed') return
    const code = 'ORIGIN_CHANGED'
    throw new NetworkError({ ...source.facts(), retryable: true }, code, new Error(code))
  }
  async function* rows(): AsyncGenerator<Row, void, undefined> {
    for await (const page of source.walk()) {
      if (page.issues.length > 0) source.onUnseen(page)
      yield* page.rows
      refuseChange(page.end)
    }
  }
  async function collect(limit?: number): Promise<Collected<Row>> {
    const out: { -readonly [K in keyof Collected<Row>]: Collected<Row>[K] } = {
      rows: [],
      issues: [],
      warnings: [],
      setAside: 0,
      origin: 'live',
      totalCount: null,
      requests: 0,
      pages: 0,
      end: { complete: false },
    }
    for await (const page of source.walk(limit)) {
      for (const row of page.rows) out.rows.push(row)
      out.issues.push(...page.issues)
      out.warnings = page.warnings
      out.origin = page.origin
      out.setAside += page.setAside
      out.totalCount = page.totalCount
      out.requests += page.requests
      out.pages++
      if (page.end !== undefined) out.end = page.end
    }
    return out
  }
  return {
    [Symbol.asyncIterator]: rows,
    pages: () => source.walk(),
    collect: () => collect(),
    toArray: async ({ limit, skipBadRows = false } = {}) => {
      const collected = await collect(limit)
      refuseChange(collected.end)
      if (collected.setAside > 0 && !skipBadRows) throw new DecodeError(source.facts(), collected.issues)
      return collected.rows
    },
    first: async () => (await collect(1)).rows[0] ?? null,
  }
}
