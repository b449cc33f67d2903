import type { ListEnd } from '../client/pages.js'
import { steadySort } from '../client/proven-sorts.js'
import { isSuperOpsError } from '../errors.js'
import type { ReadingState } from './extraction-state.js'
import { before, pagesOf, type Reading, type Steps, steadyPages, stepOf } from './reading.js'
import { removalsSince } from './removals.js'

/**
 * Reads an entity whole: a walk in an order that does not change, then, where rows have a time that moves, what
 * changed since the walk began. With state it goes on where an earlier process was stopped.
 */
export async function* readFull(reading: Reading): Steps {
  const { book, strategy, entity, run } = reading
  const { by } = strategy
  const kept = book?.entry.reading
  const state: { -readonly [Key in keyof ReadingState]: ReadingState[Key] } =
    kept?.run === run ? { ...kept } : { run, rows: 0 }
  const note = (changes: Partial<ReadingState>, rows = 0) => {
    Object.assign(state, changes, { rows: state.rows + rows })
    book?.update({ reading: { ...state } })
  }
  const moves = by !== undefined && steadySort(reading.client.surface, entity)?.attribute !== by
  if (moves && state.signpost === undefined && state.position === undefined) {
    const signpost = yield* newestTime(reading, by)
    note({ ...(signpost !== undefined && { signpost }) })
  }
  if (state.walked === undefined) {
    const { position, signpost } = state
    const pages = steadyPages(reading, {
      ...reading.narrowing,
      ...(position !== undefined && { from: position }),
      ...(reading.from !== undefined && { since: reading.from }),
    })
    let next = await pages.next()
    for (; next.done !== true; next = await pages.next()) {
      const step = await stepOf(reading, next.value, 'all')
      note(
        {
          ...(signpost === undefined && next.value.signpost && { signpost: next.value.signpost }),
          ...(next.value.position && { position: next.value.position }),
        },
        step.rows?.length,
      )
      yield step
    }
    note({ walked: next.value })
  }
  const walked: ListEnd = state.walked ?? { complete: false }
  const isOver = walked.reason === 'origin-changed' || !moves || state.signpost === undefined
  const caughtUp = isOver ? walked : yield* catchUp(reading, by, state.signpost ?? '')
  const end = walked.complete ? caughtUp : walked
  if (end.complete && book !== undefined) {
    yield* removalsSince(reading, ({ run: seenBy }) => seenBy === run)
    const since = book.entry.since ?? state.signpost ?? new Date().toISOString()
    book.update({ since, watermark: state.signpost, sorted: undefined, sweptAt: new Date().toISOString() })
  }
  note({ end })
  return end
}

/** Newest time of a list that is not in the server's future; undefined where the tenant does not sort by it. */
async function* newestTime(
  reading: Reading,
  by: string,
): AsyncGenerator<Awaited<ReturnType<typeof stepOf>>, string | undefined> {
  const sort = { attribute: by, order: 'DESC' as const }
  try {
    for await (const page of pagesOf(reading, { ...reading.narrowing, sort, pick: [by] })) {
      yield { page: { ...page, rows: [], issues: [], setAside: 0 }, isDropped: page.isDropped ?? false }
      return page.signpost
    }
  } catch (error) {
    if (!isSuperOpsError(error, 'api')) throw error
  }
  return undefined
}

/** Reads what changed since the walk began. */
async function* catchUp(reading: Reading, by: string, signpost: string): Steps {
  const since = before(signpost, reading.overlapMs)
  const sort = { attribute: by, order: 'DESC' as const }
  const pages = pagesOf(reading, { ...reading.narrowing, sort, since })
  let next = await pages.next()
  for (; next.done !== true; next = await pages.next()) yield await stepOf(reading, next.value, 'all')
  return next.value
}
