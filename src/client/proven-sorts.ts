import type { SortInput } from '../entities/generated/types.js'
import type { CollectionName } from './collections.js'

interface ProvenSort {
  /** A moving time takes its row to the head of the list while the list is read. */
  readonly changes: 'never' | 'moving'
  readonly evidence: 'live'
}

/** Sorts by a time that were seen to change the order on live tenants; lists read in them prove themselves. */
export const provenSorts = {
  tickets: {
    createdTime: { changes: 'never', evidence: 'live' },
    updatedTime: { changes: 'moving', evidence: 'live' },
  },
  alerts: {
    createdTime: { changes: 'never', evidence: 'live' },
  },
} as const satisfies { readonly [Name in CollectionName]?: Readonly<Record<string, ProvenSort>> }

export type ProvenSorts = typeof provenSorts

/** How a sorted walk reads the order of a list. */
export interface SortedBy {
  readonly attribute: string
  readonly descending: boolean
  readonly moving: boolean
}

interface SortRule {
  readonly attribute?: string | null | undefined
  readonly order?: string | null | undefined
}

/**
 * The proven sort that a list was asked for: a single one, descending. Ascending was not seen live, but a
 * time that never changes proves it by the values that come; a moving one would be chased to the end.
 */
export function sortedBy(
  name: CollectionName,
  sort: SortRule | readonly SortRule[] | undefined,
): SortedBy | undefined {
  const [rule, ...more] = sort === undefined ? [] : Array.isArray(sort) ? sort : [sort]
  const attribute = rule?.attribute
  if (typeof attribute !== 'string' || more.length > 0) return undefined
  const sorts: Readonly<Record<string, Readonly<Record<string, ProvenSort>>>> = provenSorts
  const proven = sorts[name]?.[attribute]
  const descending = rule?.order === 'DESC'
  const moving = proven?.changes === 'moving'
  return proven === undefined || (moving && !descending) ? undefined : { attribute, descending, moving }
}

/** The proven sort by a time that never changes, newest first, for reading a whole list; undefined where none is. */
export function steadySort(name: CollectionName): SortInput | undefined {
  const sorts: { readonly [Name in CollectionName]?: Readonly<Record<string, ProvenSort>> } = provenSorts
  const steady = Object.entries(sorts[name] ?? {}).find(([, { changes }]) => changes === 'never')
  return steady && { attribute: steady[0], order: 'DESC' }
}
