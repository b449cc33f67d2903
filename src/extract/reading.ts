import type { Client } from '../client/client.js'
import type { List } from '../client/list.js'
import type { ListEnd, ListPosition, Page } from '../client/pages.js'
import { steadySort } from '../client/proven-sorts.js'
import type { RuleConditionInput, SortInput } from '../entities/generated/types.js'
import type { Row } from '../entities/row.js'
import { isSuperOpsError } from '../errors.js'
import { type ExtractedEntity, keyOfRow } from './entities.js'
import type { EntityBook } from './entity-book.js'
import type { Accepted, Ledger } from './row-ledger.js'
import type { SyncStrategy } from './strategies.js'

/** What an entity is read with. */
export interface Reading {
  readonly client: Client
  readonly entity: ExtractedEntity
  readonly strategy: SyncStrategy
  readonly ledger: Ledger
  /** Absent without state. */
  readonly book?: EntityBook | undefined
  readonly run: number
  readonly pageSize: number
  readonly lookAhead: number
  /** How far below the last watermark a round begins. */
  readonly overlapMs: number
  readonly sweepEveryMs: number
  /** No round of this process saw the entity before: what is absent is believed one round later. */
  readonly isFirstRound: boolean
  /** Time from which on rows are wanted, for lists that are read newest first; only without state. */
  readonly from?: string | undefined
  /** Conditions and inputs that the server is known to heed. */
  readonly narrowing: ListRequest
  isOurs(page: Page<unknown>): boolean
  /** Told of all rows that are read, news or not. */
  onRows?: ((entity: ExtractedEntity, rows: readonly Row[]) => void) | undefined
}

export interface ListRequest {
  readonly sort?: SortInput
  readonly where?: RuleConditionInput
  readonly pick?: readonly string[]
  readonly since?: string
  readonly from?: ListPosition
  readonly pageSize?: number
  readonly limit?: number
  readonly clientId?: string
}

/** What one answer gave, and what is to be written once it was taken. */
export interface Step extends Partial<Accepted> {
  /** The page that was read; absent where single rows were asked for. */
  readonly page?: Page<Row>
  /** Of another origin: its rows were not taken. */
  readonly isDropped?: boolean
  /** Beside those of the page. */
  readonly requests?: number
}

export type Steps = AsyncGenerator<Step, ListEnd>

type Listed = Pick<Reading, 'client' | 'entity' | 'pageSize' | 'lookAhead'>

export const listOf = ({ client, entity, pageSize, lookAhead }: Listed, request: ListRequest): List<Row> => {
  const { list } = client[entity] as { list(options: object): List<Row> }
  return list({ pageSize, lookAhead, ...request })
}

const originChanged: ListEnd = { complete: false, reason: 'origin-changed' }

/** Pages of one list, ended by the first of another origin, which comes marked. */
export async function* pagesOf(
  reading: Reading,
  request: ListRequest,
): AsyncGenerator<Page<Row> & { readonly isDropped?: true }, ListEnd> {
  let end: ListEnd = { complete: false }
  for await (const page of listOf(reading, request).pages()) {
    if (!reading.isOurs(page)) {
      const { signpost: _, position: __, ...others } = page
      yield { ...others, rows: [], issues: [], setAside: 0, end: originChanged, isDropped: true }
      return originChanged
    }
    end = page.end ?? end
    yield page
  }
  return end
}

/** Pages of a whole list in the steadiest order there is; a tenant that refuses it is read in its own order. */
export async function* steadyPages(
  reading: Reading,
  request: ListRequest,
): AsyncGenerator<Page<Row> & { readonly isDropped?: true }, ListEnd> {
  const sort = steadySort(reading.client.surface, reading.entity)
  if (sort === undefined) return yield* pagesOf(reading, request)
  const pages = pagesOf(reading, { ...request, sort })
  let first: Awaited<ReturnType<typeof pages.next>>
  try {
    first = await pages.next()
  } catch (error) {
    if (!isSuperOpsError(error, 'api')) throw error
    const { from: _, ...others } = request
    return yield* pagesOf(reading, others)
  }
  if (first.done === true) return first.value
  yield first.value
  return yield* pages
}

/** The canonical time so many milliseconds before another. */
export const before = (time: string, ms: number): string => new Date(Date.parse(time) - ms).toISOString()

/** The step of a page whose rows go through the ledger. */
export async function stepOf(
  reading: Reading,
  page: Page<Row> & { readonly isDropped?: true },
  wanted: 'all' | 'changes',
): Promise<Step> {
  noteOpen(reading, page.rows)
  reading.onRows?.(reading.entity, page.rows)
  const { isDropped = false } = page
  return { page, isDropped, ...(await reading.ledger.accept(page.rows, wanted)) }
}

/** Keeps the list of rows that still change up to date. */
function noteOpen({ book, entity, strategy }: Reading, rows: readonly Row[]): void {
  const { open } = strategy
  if (book === undefined || open === undefined || rows.length === 0) return
  const ids = new Set(book.entry.open)
  for (const row of rows) {
    const id = keyOfRow(entity, row)
    if (id === undefined) continue
    if (typeof row.status === 'string' && open.includes(row.status)) ids.add(id)
    else ids.delete(id)
  }
  book.update({ open: [...ids] })
}
