import type { SortInput } from '../entities/generated/types.js'
import type { Surface } from './surface.js'

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
  { collections }: Surface,
  name: string,
  sort: SortRule | readonly SortRule[] | undefined,
): SortedBy | undefined {
  const [rule, ...more] = sort === undefined ? [] : Array.isArray(sort) ? sort : [sort]
  const attribute = rule?.attribute
  if (typeof attribute !== 'string' || more.length > 0) return undefined
  const proven = collections[name]?.sorts?.[attribute]
  const descending = rule?.order === 'DESC'
  const moving = proven === 'moving'
  return proven === undefined || (moving && !descending) ? undefined : { attribute, descending, moving }
}

/** The proven sort by a time that never changes, newest first, for reading a whole list; undefined where none is. */
export function steadySort({ collections }: Surface, name: string): SortInput | undefined {
  const steady = Object.entries(collections[name]?.sorts ?? {}).find(([, changes]) => changes === 'steady')
  return steady && { attribute: steady[0], order: 'DESC' }
}
