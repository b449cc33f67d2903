import type { EntityRound } from './source.js'

/** How often an entity is read: at every tick, or when so much time has passed. */
const everyTick = ['tickets', 'alerts'] as const
const occasional = ['clients', 'sites', 'technicians', 'technicianGroups', 'serviceItems'] as const
/** Long lists, read whole as the budget allows. */
const budgeted = ['worklogs', 'contracts', 'invoices', 'assets', 'tasks'] as const

const occasionalMs = 15 * 60_000
/** Share of the request limit for long lists. */
const budget = 0.2
const pageSize = 100

/** Entities a manager follows when it is not told which. */
export const followedEntities: readonly string[] = [...everyTick, ...occasional, ...budgeted]

/** Decides which entities a round reads. */
export class EntitySchedule {
  readonly #entities: readonly string[]
  readonly #requestsPerMinute: number
  readonly #readAt = new Map<string, number>()
  readonly #totals = new Map<string, number>()

  constructor(entities: readonly string[], requestsPerMinute: number) {
    this.#entities = entities
    this.#requestsPerMinute = requestsPerMinute
  }

  due(now: number): string[] {
    return this.#entities.filter((entity) => {
      const last = this.#readAt.get(entity)
      return last === undefined || now - last >= this.#interval(entity)
    })
  }

  note(entity: string, { totalCount }: EntityRound, now: number): void {
    this.#readAt.set(entity, now)
    if (totalCount !== null) this.#totals.set(entity, totalCount)
  }

  /** Milliseconds since an entity was read, for `status()`. */
  ages(now: number): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#readAt].map(([entity, at]) => [entity, now - at]))
  }

  #interval(entity: string): number {
    if ((everyTick as readonly string[]).includes(entity)) return 0
    if (!(budgeted as readonly string[]).includes(entity)) return occasionalMs
    const requests = Math.ceil((this.#totals.get(entity) ?? 0) / pageSize)
    const share = (budget * this.#requestsPerMinute) / budgeted.length
    return Math.max(occasionalMs, Number.isFinite(share) ? (requests / share) * 60_000 : 0)
  }
}
