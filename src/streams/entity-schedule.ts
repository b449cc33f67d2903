import type { CollectionName } from '../client/collections.js'
import { syncStrategies } from '../extract/strategies.js'
import type { ManagerStatus } from './manager-status.js'
import type { EntityRound } from './source.js'

/** Read at every tick, however short it is. */
const everyTickMs = 60_000
/** Longer lists than these, read whole, share a part of the request limit. */
const budget = 0.2
const pageSize = 100

/** Decides which entities a round reads. */
export class EntitySchedule {
  readonly #entities: readonly string[]
  readonly #requestsPerMinute: number
  readonly #readAt = new Map<string, number>()
  readonly #totals = new Map<string, number>()
  readonly #complete = new Set<string>()

  constructor(entities: readonly string[], requestsPerMinute: number) {
    this.#entities = entities
    this.#requestsPerMinute = requestsPerMinute
  }

  due(now: number): string[] {
    return this.#entities.filter((entity) => {
      const last = this.#readAt.get(entity)
      return last === undefined || now - last >= this.#intervalMs(entity)
    })
  }

  note(entity: string, { complete, totalCount }: EntityRound, now: number): void {
    if (complete) this.#complete.add(entity)
    else this.#complete.delete(entity)
    this.#readAt.set(entity, now)
    if (totalCount !== null) this.#totals.set(entity, totalCount)
  }

  status(now: number): Pick<ManagerStatus, 'ages' | 'incomplete'> {
    return {
      ages: Object.fromEntries([...this.#readAt].map(([entity, at]) => [entity, now - at])),
      incomplete: this.#entities.filter((entity) => !this.#complete.has(entity)),
    }
  }

  #intervalMs(entity: string): number {
    const { how, everyMs } = syncStrategies[entity as CollectionName] ?? { how: 'snapshot-diff', everyMs: 0 }
    if (everyMs <= everyTickMs) return 0
    if (how !== 'snapshot-diff' || !Number.isFinite(this.#requestsPerMinute)) return everyMs
    const requests = Math.ceil((this.#totals.get(entity) ?? 0) / pageSize)
    const share = (budget * this.#requestsPerMinute) / this.#entities.length
    return Math.max(everyMs, (requests / share) * 60_000)
  }
}
