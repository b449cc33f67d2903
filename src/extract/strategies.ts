import type { CollectionName } from '../client/collections.js'
import type { It } from '../client/it-surface.js'

/** How an entity is kept up to date, and what of its rows is looked at. */
export interface SyncStrategy {
  /**
   * `newest-first`: read from the newest row down to where the last round began. `snapshot-diff`: read whole and
   * compared with what is known.
   */
  readonly how: 'newest-first' | 'snapshot-diff'
  /** Time that `newest-first` sorts by; asked for once, and the entity read by `snapshot-diff` where it is refused. */
  readonly by?: string
  /** Statuses of rows that still change although their time in `by` does not. */
  readonly open?: readonly string[]
  /** Whether the statuses that a row went through are kept. */
  readonly history?: true
  /** How often a round makes sense. */
  readonly everyMs: number
  /** Attribute of a query that must come back empty before a row counts as removed; by default a get, else the key. */
  readonly confirmBy?: string
}

const minute = 60_000
const diff = (everyMs: number) => ({ how: 'snapshot-diff', everyMs }) as const

/** One row per entity; a round reads what it must and no more. */
export const syncStrategies = {
  tickets: { how: 'newest-first', by: 'updatedTime', history: true, everyMs: minute, confirmBy: 'displayId' },
  alerts: { how: 'newest-first', by: 'createdTime', open: ['Open'], everyMs: minute },
  clients: diff(15 * minute),
  sites: diff(15 * minute),
  clientUsers: diff(15 * minute),
  departments: diff(15 * minute),
  users: diff(15 * minute),
  technicians: diff(15 * minute),
  technicianGroups: diff(15 * minute),
  serviceItems: diff(15 * minute),
  worklogs: diff(60 * minute),
  serviceOfferings: diff(60 * minute),
  contracts: diff(60 * minute),
  invoices: diff(60 * minute),
  assets: diff(60 * minute),
  tasks: diff(60 * minute),
} as const satisfies { readonly [Name in CollectionName | CollectionName<It>]: SyncStrategy }

export const strategyOf = (entity: CollectionName): SyncStrategy => syncStrategies[entity]
