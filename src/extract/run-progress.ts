import type { Client } from '../client/client.js'
import { steadySort } from '../client/proven-sorts.js'
import type { Surface } from '../client/surface.js'
import { firstWindow, windowAround } from '../client/windows.js'
import type { Progress } from './batch.js'
import type { ExtractedEntity } from './entities.js'
import type { EntityTally } from './entity-tally.js'

const minuteMs = 60_000

/** Requests that reading so many rows takes, while nothing moves: each page overlaps the one before. */
export function requestsFor(
  surface: Surface,
  entity: ExtractedEntity,
  rows: number,
  pageSize: number,
): number {
  // In a proven order a row above the last one proves the seam, else the last one itself.
  const overlap = steadySort(surface, entity) === undefined ? 1 : 2
  let requests = 1
  for (let { start, size } = firstWindow(pageSize); start + size < rows; requests++)
    ({ start, size } = windowAround(start + size - overlap, pageSize))
  return requests
}

/** Follows a run: how far each entity is, how much of the quota is used, and when it ends. */
export function progressOf(
  client: Client,
  entities: readonly ExtractedEntity[],
  pageSize: number,
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
      requests += rest > 0 ? Math.ceil(rest / pageSize) : 0
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
