import { IdSet } from '../client/id-set.js'
import { keyOfRow } from './entities.js'
import { type Reading, type Steps, steadyPages, stepOf } from './reading.js'
import { removalsSince } from './removals.js'

/** Reads an entity whole and tells what differs from what is known. */
export async function* readSnapshot(reading: Reading): Steps {
  const { entity } = reading
  const met = new IdSet()
  const pages = steadyPages(reading, {})
  let next = await pages.next()
  for (; next.done !== true; next = await pages.next()) {
    for (const { id } of next.value.issues) if (id !== undefined) met.add(id)
    for (const row of next.value.rows) {
      const id = keyOfRow(entity, row)
      if (id !== undefined) met.add(id)
    }
    yield await stepOf(reading, next.value, 'changes')
  }
  if (next.value.complete) yield* removalsSince(reading, (_, id) => met.has(id))
  return next.value
}
