import type { ListEnd, Page } from '../client/pages.js'
import type { Row } from '../entities/row.js'
import { isSuperOpsError } from '../errors.js'
import { keyField, keyOfRow } from './entities.js'
import { before, listOf, pagesOf, type Reading, type Step, type Steps, stepOf } from './reading.js'
import { readSnapshot } from './snapshot-diff.js'
import { sweep } from './sweep.js'

/** One round of an entity that was read whole before. */
export async function* readRound(reading: Reading): Steps {
  const { book, strategy, sweepEveryMs } = reading
  if (strategy.how === 'snapshot-diff' || book === undefined || book.entry.sorted === false)
    return yield* readSnapshot(reading)
  const end = yield* readNewest(reading)
  if (!end.complete) return end
  if (strategy.open !== undefined) yield* readOpen(reading, strategy.open)
  const swept = Date.parse(book.entry.sweptAt ?? '')
  if (!(Date.now() - swept >= sweepEveryMs)) return end
  const sweptEnd = yield* sweep(reading)
  if (sweptEnd.complete) book.update({ sweptAt: new Date().toISOString() })
  return sweptEnd
}

/**
 * Reads from the newest row down to where the last round began. The mark for the next round is the newest time of
 * this one's first page, and is set when nothing can have been missed.
 */
async function* readNewest(reading: Reading): Steps {
  const { book, strategy, overlapMs } = reading
  const { watermark } = book?.entry ?? {}
  const sort = { attribute: strategy.by ?? '', order: 'DESC' as const }
  let signpost: string | undefined
  let isFirst = true
  const pages = pagesOf(reading, {
    sort,
    ...(watermark !== undefined && { since: before(watermark, overlapMs) }),
  })
  let next: Awaited<ReturnType<typeof pages.next>>
  try {
    next = await pages.next()
  } catch (error) {
    if (!isSuperOpsError(error, 'api')) throw error
    book?.update({ sorted: false })
    return yield* readSnapshot(reading)
  }
  for (; next.done !== true; next = await pages.next()) {
    if (isFirst && !next.value.isDropped) {
      signpost = next.value.signpost
      // A list that did not come in the order asked for has none, and is read whole by this very walk.
      book?.update({ sorted: signpost !== undefined || next.value.totalCount === 0 })
    }
    isFirst = false
    yield await stepOf(reading, next.value, 'changes')
  }
  if (next.value.complete && signpost !== undefined) book?.update({ watermark: signpost })
  return next.value
}

/** Reads the open rows, and those that were open and are no more. */
async function* readOpen(reading: Reading, statuses: readonly string[]): Steps {
  const { book, entity } = reading
  const known = new Set(book?.entry.open)
  const where = { attribute: 'status', operator: 'includes', value: statuses }
  const pages = pagesOf(reading, { where })
  let next = await pages.next()
  for (; next.done !== true; next = await pages.next()) {
    for (const row of next.value.rows) known.delete(keyOfRow(entity, row) ?? '')
    yield await stepOf(reading, next.value, 'changes')
  }
  if (!next.value.complete || known.size === 0) return next.value
  yield* readClosed(reading, [...known])
  return next.value
}

/** Reads rows that left the open ones: by their ids, else, where those are no filter, down to the oldest. */
async function* readClosed(reading: Reading, ids: readonly string[]): AsyncGenerator<Step, void> {
  const { book, entity, strategy } = reading
  const missing = new Set(ids)
  const step = async (page: Page<Row>): Promise<Step> => {
    for (const row of page.rows) missing.delete(keyOfRow(entity, row) ?? '')
    return stepOf(reading, page, 'changes')
  }
  const asked = ids.slice(0, 100)
  try {
    const where = { attribute: keyField(entity), operator: 'includes', value: asked }
    for await (const page of listOf(reading, { where }).pages()) {
      // A filter that is not heeded answers everything.
      if ((page.totalCount ?? 0) > asked.length || !reading.isOurs(page)) break
      yield await step(page)
    }
  } catch (error) {
    if (!isSuperOpsError(error, 'api')) throw error
  }
  if (missing.size === 0 || ids.length > asked.length) return
  const times = await Promise.all([...missing].map((id) => book?.state.row(entity, id)))
  const oldest = times.flatMap((row) => row?.at ?? []).sort()[0]
  const sort = { attribute: strategy.by ?? '', order: 'DESC' as const }
  const pages = pagesOf(reading, { sort, ...(oldest !== undefined && { since: oldest }) })
  let next = await pages.next()
  for (; next.done !== true; next = await pages.next()) yield await step(next.value)
  const end: ListEnd = next.value
  // Not met by a complete reading: left to the next sweep, which confirms that it is gone.
  if (end.complete) book?.update({ open: book.entry.open?.filter((id) => !missing.has(id)) })
}
