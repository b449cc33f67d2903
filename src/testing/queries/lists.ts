import type { Quirks } from '../quirks.js'
import type { SchemaModel } from '../schema-model.js'
import type { WorldState } from '../world/world.js'
import { predicateOf, type RuleCondition } from './condition.js'
import { createKept } from './kept.js'
import { type SortRule, sortColumns } from './sort.js'
import { createSortedRows, type SortedRows } from './sorted-rows.js'

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

/** Rows to page through. */
export interface ListSource {
  /** Names the rows: equal names within one version of the world stand for equal rows. */
  readonly name: string
  readonly type: string
  readonly rows: readonly object[]
  /** Applied when no sort is asked for. */
  readonly order?: readonly SortRule[] | undefined
}

export interface Lists {
  /** One page of a source, filtered and sorted. A page takes as long with many rows as with few, once its list is kept. */
  page(source: ListSource, info: ListInfoInput | null | undefined): ListPage
  /** What `compute` makes of the world, kept until the world changes. */
  kept<Value>(name: string, compute: () => Value): Value
}

/** Documented as the most rows of one answer; it is also the page size when none is asked for, which is a guess. */
const MAX_PAGE_SIZE = 100
const KEPT_VALUES = 256
const KEPT_ORDERS = 16

interface Computed {
  readonly version: number
  /** Filters by time depend on it. */
  readonly now: number
  readonly value: unknown
}

interface Order {
  readonly sorted: SortedRows
  /** What `rows` was made of, and when. */
  readonly from: readonly object[]
  readonly version: number
  readonly rows: readonly object[]
}

export function createLists(model: SchemaModel, world: WorldState, quirks: Quirks): Lists {
  const values = createKept<Computed>(KEPT_VALUES)
  const orders = createKept<Order>(KEPT_ORDERS)

  function kept<Value>(name: string, compute: () => Value): Value {
    const version = world.version()
    const now = world.now()
    const known = values.get(name)
    if (known?.version === version && known.now === now) return known.value as Value
    const value = compute()
    values.set(name, { version, now, value })
    return value
  }

  function filtered({ name, type, rows }: ListSource, condition: RuleCondition): readonly object[] {
    return kept(`filter ${JSON.stringify([name, condition])}`, () =>
      rows.filter(predicateOf(type, condition, { model, now: world.now(), quirks })),
    )
  }

  function inOrder(
    { name, type }: ListSource,
    from: readonly object[],
    { condition }: ListInfoInput,
    sort: readonly (SortRule | null)[],
  ): readonly object[] {
    const key = JSON.stringify([name, condition, sort])
    const version = world.version()
    const known = orders.get(key)
    if (known?.version === version && known.from === from) return known.rows
    const sorted = known?.sorted ?? createSortedRows(sortColumns(model, type, sort))
    const rows = sorted.of(from)
    orders.set(key, { sorted, from, version, rows })
    return rows
  }

  function listOf(source: ListSource, info: ListInfoInput): readonly object[] {
    const { condition, sort } = info
    const rows = condition == null ? source.rows : filtered(source, condition)
    const rules = sort == null || sort.length === 0 ? (source.order ?? []) : sort
    return rules.length === 0 ? rows : inOrder(source, rows, info, rules)
  }

  return {
    kept,
    page: (source, given) => {
      const info = given ?? {}
      const rows = listOf(source, info)
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
          hasMore: start + pageSize < rows.length ? true : quirks.hasMoreNullOnLastPage ? null : false,
          totalCount: rows.length,
        },
      }
    },
  }
}
