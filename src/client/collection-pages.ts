import { operationRow } from '../entities/operation.js'
import { rowsFieldOf } from '../entities/operation-rows.js'
import { isRow, type Row } from '../entities/row.js'
import type { Schema } from '../entities/schema.js'
import { parseInstant } from '../values/instant.js'
import type { ListOptions } from './collections.js'
import type { Answer } from './execute-operation.js'
import { orThrow, type Run } from './faces.js'
import type { FetchedPage, Page } from './pages.js'
import { sortedBy } from './proven-sorts.js'
import type { CollectionRow, Surface } from './surface.js'
import { walkPages } from './walks.js'
import type { Window } from './windows.js'

export type AnyListOptions = ListOptions<Row, string> & Record<string, unknown>

/** Variables of one page; where ListInfoInput goes differs per operation. */
export function pageVariables(
  { operations }: Pick<Surface, 'operations'>,
  collection: CollectionRow,
  { page, size }: Window,
  options: AnyListOptions,
): Record<string, unknown> {
  const { listInfo: place } = operationRow(operations, collection.list)
  const {
    where,
    sort,
    pick: _pick,
    limit: _limit,
    pageSize: _size,
    lookAhead: _ahead,
    since: _since,
    from: _from,
    signal: _signal,
    ...input
  } = options
  const listInfo = {
    page,
    pageSize: size,
    ...(where !== undefined && { condition: where }),
    ...(sort !== undefined && { sort: Array.isArray(sort) ? sort : [sort] }),
  }
  if (place === undefined) return {}
  if (place.endsWith('.listInfo')) return { input: { ...collection.input, ...input, listInfo } }
  return { [place]: listInfo }
}

interface ListInfo {
  readonly hasMore?: boolean | null
  readonly totalCount?: number | null
}

/** Rows that were set aside are decoded as far as they could be, so their times have an offset or are UTC. */
function timeOf(row: unknown, attribute: string): number | null | undefined {
  const value = isRow(row) ? row[attribute] : undefined
  if (value === null) return null
  const time = typeof value === 'string' ? parseInstant(value) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}

function readPage(
  rowsField: string | undefined,
  answer: Answer<unknown>,
  sortedBy: string | undefined,
): FetchedPage<Row> {
  const { issues, keys, warnings, requests, call } = answer
  const base = { issues, keys, warnings, origin: call.settings.origin, requests }
  if (rowsField === undefined)
    return { ...base, rows: (answer.value as Row[] | null) ?? [], hasMore: false, totalCount: null }
  const result = (answer.value ?? {}) as Record<string, unknown>
  const info = (result.listInfo ?? {}) as ListInfo
  return {
    ...base,
    rows: (result[rowsField] as Row[] | null | undefined) ?? [],
    hasMore: info.hasMore === true,
    // A value that is no number is delivered as it came; nothing counts on it.
    totalCount: typeof info.totalCount === 'number' ? info.totalCount : null,
    ...(sortedBy !== undefined && { times: answer.given?.map((item) => timeOf(item, sortedBy)) ?? [] }),
    ...(!Number.isNaN(call.serverTime) && { serverTime: call.serverTime }),
  }
}

interface Bounds {
  readonly pageSize: number
  readonly lookAhead: number
  /** Infinity when all rows are wanted. */
  readonly limit: number
  /** Epoch ms. */
  readonly since?: number
}

/** Reads a collection by the walk that fits it; told of each page that was fetched. */
export function collectionPages(
  { run, surface, schema }: { run: Run; surface: Surface; schema: Schema },
  name: string,
  collection: CollectionRow,
  options: AnyListOptions,
  { limit, ...bounds }: Bounds,
  onPage: (page: number, fetched: FetchedPage<Row>, requestId: string) => void,
): AsyncGenerator<Page<Row>, void, undefined> {
  const { list: operation, key } = collection
  const rowsField = rowsFieldOf(schema, operation)
  const { signal, from } = options
  const sorted = sortedBy(surface, name, options.sort)
  // The walk reads the time it goes by.
  const pick = sorted === undefined ? options.pick : options.pick?.concat(sorted.attribute)
  const fetchPage = async (window: Window) => {
    const answer = await orThrow(
      run(operation, pageVariables(surface, collection, window, options), {
        deadline: 'none',
        ...(pick !== undefined && { pick }),
        ...(signal !== undefined && { signal }),
      }),
    )
    const fetched = readPage(rowsField, answer, sorted?.attribute)
    onPage(window.page, fetched, answer.call.requestId)
    return fetched
  }
  return walkPages({
    ...bounds,
    fetchPage,
    keyOf: (row) => (typeof row[key] === 'string' ? row[key] : undefined),
    whole: rowsField === undefined,
    ...(sorted !== undefined && { sorted }),
    ...(Number.isFinite(limit) && { limit }),
    ...(from !== undefined && { from }),
  })
}
