import { isSuperOpsError } from '../errors.js'
import type { StateChange } from '../state/state-store.js'
import { keyField } from './entities.js'
import type { RowState } from './extraction-state.js'
import { listOf, type Reading, type Step } from './reading.js'
import type { RowChange } from './row-ledger.js'

/** Absent rows that one round asks for; the others wait for the next. */
const mostConfirmed = 50
/** SuperOps empties its trash after so long; what was removed earlier cannot come back. */
const tombstoneMs = 30 * 86_400_000

/**
 * After a complete reading: rows that are known and were not met. A reading that lacks a row is no proof, so each
 * is asked for by name; in the first round of a process they are only noted, and believed a round later.
 */
export async function* removalsSince(
  reading: Reading,
  wasMet: (row: RowState, id: string) => boolean,
): AsyncGenerator<Step, void> {
  const { book, entity, isFirstRound } = reading
  if (book === undefined) return
  const { state } = book
  let noted: StateChange[] = []
  let asked = 0
  for await (const [id, row] of state.rows(entity)) {
    if (row.goneAt !== undefined) {
      if (Date.now() - Date.parse(row.goneAt) > tombstoneMs) noted.push(state.deleteRow(entity, id))
    } else if (!wasMet(row, id)) {
      if (isFirstRound && row.missing !== true)
        noted.push(state.putRow(entity, id, { ...row, missing: true }))
      else if (asked++ < mostConfirmed) {
        const { isGone, requests } = await confirm(reading, id, row)
        const changes: RowChange[] = isGone ? [{ kind: 'removed', id }] : []
        const { missing: _, announced: __, ...others } = row
        const writes = isGone
          ? [state.putRow(entity, id, { ...others, goneAt: new Date().toISOString() })]
          : []
        yield { requests, changes, writes }
      }
    }
    if (noted.length >= 100) {
      yield { writes: noted }
      noted = []
    }
  }
  if (noted.length > 0) yield { writes: noted }
}

/** Asks for one row; an answer that is neither the row nor surely none leaves it where it is. */
async function confirm(
  reading: Reading,
  id: string,
  row: RowState,
): Promise<{ isGone: boolean; requests: number }> {
  const { client, entity, strategy } = reading
  const { get } = client[entity] as { get?: (id: string) => Promise<unknown> }
  try {
    if (get !== undefined && strategy.confirmBy === undefined) {
      await get(id)
      return { isGone: false, requests: 1 }
    }
    const { confirmBy = keyField(entity) } = strategy
    const value = strategy.confirmBy === undefined ? id : row.name
    if (value === undefined) return { isGone: false, requests: 0 }
    const where = { attribute: confirmBy, operator: 'is', value }
    const found = await listOf(reading, { where, pick: [keyField(entity)] }).collect()
    return { isGone: found.rows.length === 0 && found.setAside === 0, requests: found.requests }
  } catch (error) {
    if (!isSuperOpsError(error, 'api')) throw error
    const isGone = error.codes.some(({ code }) => code === 'entity_does_not_exist')
    return { isGone, requests: error.attempts.length }
  }
}
