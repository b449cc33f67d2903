import type { WorldState } from '../world/world.js'
import { predicateOf, type RuleCondition } from './condition.js'
import { type SortRule, sortRows } from './sort.js'

/** `ListInfoInput` as it arrives after coercion: a single sort has become a list. */
export interface ListInfoInput {
  readonly page?: number | null
  readonly pageSize?: number | null
  readonly condition?: RuleCondition | null
  readonly sort?: readonly (SortRule | null)[] | null
}

export interface ListPage {
  readonly rows: readonly object[]
  readonly listInfo: Readonly<Record<string, unknown>>
}

export interface Lists {
  /**
   * One page of `rows`, filtered and sorted.
   *
   * @param source Names the rows: equal names within one version of the world stand for equal rows.
   */
  page(
    source: string,
    type: string,
    rows: readonly object[],
    info: ListInfoInput | null | undefined,
  ): ListPage
}

/** Documented as the most rows of one answer; it is also the page size when none is asked for, which is a guess. */
const MAX_PAGE_SIZE = 100
const KEPT_VIEWS = 16

interface View {
  readonly version: number
  readonly rows: readonly object[]
}

export function createLists(world: WorldState): Lists {
  // A walk asks for the same filter and sort page by page: with many rows the sort is what costs.
  const views = new Map<string, View>()

  function viewOf(
    source: string,
    type: string,
    rows: readonly object[],
    info: ListInfoInput,
  ): readonly object[] {
    const { condition, sort } = info
    const sorted = sort !== null && sort !== undefined && sort.length > 0
    if ((condition === null || condition === undefined) && !sorted) return rows
    const name = JSON.stringify([source, condition, sort])
    const known = views.get(name)
    if (known !== undefined && known.version === world.version()) return known.rows
    const test = condition ? predicateOf(type, condition, world.now()) : undefined
    const kept = test === undefined ? rows : rows.filter(test)
    const view = { version: world.version(), rows: sorted ? sortRows(type, kept, sort) : kept }
    if (views.size >= KEPT_VIEWS) views.delete(views.keys().next().value ?? '')
    views.delete(name)
    views.set(name, view)
    return view.rows
  }

  return {
    page: (source, type, all, given) => {
      const info = given ?? {}
      const rows = viewOf(source, type, all, info)
      const page = Math.max(1, info.page ?? 1)
      const pageSize = Math.min(MAX_PAGE_SIZE, Math.max(1, info.pageSize ?? MAX_PAGE_SIZE))
      const start = (page - 1) * pageSize
      return {
        rows: rows.slice(start, start + pageSize),
        listInfo: {
          page,
          pageSize,
          sort: info.sort ?? null,
          condition: info.condition ?? null,
          // Never false: on the last page it is null.
          hasMore: start + pageSize < rows.length ? true : null,
          totalCount: rows.length,
        },
      }
    },
  }
}
