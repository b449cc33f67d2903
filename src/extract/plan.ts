import type { BatchOptions, Settings } from './batch.js'
import { entitiesOf } from './batches.js'
import type { ExtractedEntity } from './entities.js'
import { resolveFilter } from './filters.js'
import { listOf, type Reading } from './reading.js'
import { requestsFor } from './run-progress.js'
import { strategyOf } from './strategies.js'

export interface EntityPlan {
  readonly entity: ExtractedEntity
  /** Rows the server counts; null for a list that is answered whole. */
  readonly rows: number | null
  /** Requests if nothing changes meanwhile; retries, and removals to confirm, come on top. */
  readonly requests: number
  /** Of these, for conversations. */
  readonly conversationRequests: number
  /** At the limit of the client; 0 without one. */
  readonly minutes: number
}

export interface Plan {
  readonly entities: readonly EntityPlan[]
  readonly requests: number
  readonly minutes: number
  /** What it took to find out: one row of each list was read. */
  readonly requestsUsed: number
}

/** Of tickets read whole: the newest time first, and what changed since last. */
const besideTheWalk = 2

/** Counts what a run would take; a round that reads from the newest row down is priced as if little changed. */
export async function planRun(settings: Settings, options: BatchOptions): Promise<Plan> {
  const { client } = settings
  const perMinute = client.stats().requestsPerMinute
  const reader = options.signal === undefined ? client : client.with({ signal: options.signal })
  const entities: EntityPlan[] = []
  let requestsUsed = 0
  for (const entity of entitiesOf(settings, options)) {
    const { request } = resolveFilter(client.surface, entity, options.filters?.[entity])
    const reading = { client: reader, entity, pageSize: 1, lookAhead: 1 }
    const counted = await countOf(reading, request)
    requestsUsed += counted.requests
    const { how, open } = strategyOf(entity)
    const isTop = options.mode === 'incremental' && how === 'newest-first'
    const rows = counted.rows
    const walk = rows === null ? 1 : requestsFor(client.surface, entity, rows, settings.pageSize)
    const conversationRequests = entity === 'tickets' ? conversationsOf(options, rows ?? 0) : 0
    const beside = entity === 'tickets' ? besideTheWalk : 0
    const requests =
      (isTop ? besideTheWalk + (open === undefined ? 0 : 1) : walk + beside) + conversationRequests
    entities.push({ entity, rows, requests, conversationRequests, minutes: requests / perMinute })
  }
  const requests = entities.reduce((sum, entity) => sum + entity.requests, 0)
  return { entities, requests, minutes: requests / perMinute, requestsUsed }
}

function conversationsOf({ conversations = 'none', mode }: BatchOptions, tickets: number): number {
  return conversations === 'none' || mode === 'incremental' ? 0 : tickets
}

async function countOf(
  reading: Pick<Reading, 'client' | 'entity' | 'pageSize' | 'lookAhead'>,
  request: object,
): Promise<{ rows: number | null; requests: number }> {
  for await (const { totalCount, requests } of listOf(reading, request).pages())
    return { rows: totalCount, requests }
  return { rows: 0, requests: 0 }
}
