import { IdSet } from '../client/id-set.js'
import type { ListEnd } from '../client/pages.js'
import type { Row } from '../entities/row.js'
import { isSuperOpsError } from '../errors.js'
import { isRecord } from '../metrics/records.js'
import { keyOfRow } from './entities.js'
import type { RowState } from './extraction-state.js'
import { type Reading, type Steps, steadyPages } from './reading.js'
import { removalsSince } from './removals.js'
import { readSnapshot } from './snapshot-diff.js'

/**
 * Meets every id of an entity that rounds do not read whole, to find what was removed, and what rounds missed.
 * Where rows cannot be read one by one it reads them whole.
 */
export async function* sweep(reading: Reading): Steps {
  const { book, client, entity, strategy, ledger } = reading
  const { get } = client[entity] as { get?: (id: string) => Promise<unknown> }
  if (book === undefined || get === undefined) return yield* readSnapshot(reading)
  const { by, confirmBy } = strategy
  const pick = [by, confirmBy].filter((name) => name !== undefined)
  const met = new IdSet()
  const pages = steadyPages(reading, { pick })
  let next = await pages.next()
  for (; next.done !== true; next = await pages.next()) {
    const page = next.value
    for (const { id } of page.issues) if (id !== undefined) met.add(id)
    const unknown: string[] = []
    for (const row of page.rows) {
      const id = keyOfRow(entity, row)
      if (id === undefined) continue
      met.add(id)
      const known = await book.state.row(entity, id)
      if (known === undefined || known.goneAt !== undefined || isNewer(row, by, known)) unknown.push(id)
    }
    const fetched: Row[] = []
    for (const id of unknown) fetched.push(...(await rowOf(get, id)))
    yield {
      page: { ...page, rows: [] },
      isDropped: page.isDropped ?? false,
      requests: unknown.length,
      ...(await ledger.accept(fetched, 'changes')),
    }
  }
  const end: ListEnd = next.value
  if (end.complete) yield* removalsSince(reading, (_, id) => met.has(id))
  return end
}

const isNewer = (row: Row, by: string | undefined, { at }: RowState): boolean => {
  const time = by === undefined ? undefined : row[by]
  return typeof time === 'string' && at !== undefined && time > at
}

async function rowOf(get: (id: string) => Promise<unknown>, id: string): Promise<Row[]> {
  try {
    const row = await get(id)
    return isRecord(row) ? [row] : []
  } catch (error) {
    // Gone since the page was answered, or not readable alone: the next sweep meets it again.
    if (!isSuperOpsError(error, 'api') && !isSuperOpsError(error, 'decode')) throw error
    return []
  }
}
