import type { Client } from '../client/client.js'
import type { Progress } from './batch.js'
import type { ExtractedEntity } from './entities.js'
import type { EntityTally } from './entity-tally.js'

const pageSize = 100
const minuteMs = 60_000

/** Requests that reading so many rows takes, one at least; pages overlap by a row. */
export const requestsFor = (rows: number): number => Math.max(1, Math.ceil((rows - 1) / (pageSize - 1)))

/** Follows a run: how far each entity is, how much of the quota is used, and when it ends. */
export function progressOf(
  client: Client,
  entities: readonly ExtractedEntity[],
): (tally: EntityTally, done: boolean) => Progress {
  const started = Date.now()
  const states = new Map<ExtractedEntity, { rows: number; total: number | null; done: boolean }>()
  const expectedEnd = (): string | null => {
    let [read, left, requests] = [0, 0, 0]
    for (const name of entities) {
      const state = states.get(name)
      if (state === undefined) return null
      read += state.rows
      const rest = state.done || state.total === null ? 0 : Math.max(0, state.total - state.rows)
      left += rest
      requests += rest > 0 ? requestsFor(rest) : 0
    }
    const { requestsPerMinute, drainMs } = client.stats()
    const byPace = read > 0 ? ((Date.now() - started) * left) / read : 0
    const byQuota = (requests * minuteMs) / requestsPerMinute + (requests > 0 ? drainMs : 0)
    return new Date(Date.now() + Math.max(byPace, byQuota)).toISOString()
  }
  return (tally, done) => {
    const { entity, rows, totalCount, requests } = tally
    states.set(entity, { rows, total: totalCount, done })
    const { used, requestsPerMinute } = client.stats()
    return {
      entity,
      rows,
      totalCount,
      requests,
      done,
      quotaShare: used / requestsPerMinute,
      expectedEnd: expectedEnd(),
    }
  }
}
