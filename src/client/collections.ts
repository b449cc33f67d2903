import type { Instant } from '../entities/generated/types.js'
import type { ResultOf, VariablesOf } from '../entities/operation.js'
import type { SchemaTypes } from '../entities/schema.js'
import type { List } from './list.js'
import type { Msp } from './msp-surface.js'
import type { ListPosition } from './pages.js'
import type { PickedRow, PickOf } from './picked-row.js'
import type { SurfaceTypes } from './surface.js'
import type { Condition, Sort } from './where.js'

export type CollectionName<S extends SurfaceTypes = Msp> = keyof S['collections'] & string

type RowsIn<Result> = {
  [K in Exclude<keyof Result, 'listInfo'>]: NonNullable<Result[K]> extends readonly (infer Item)[]
    ? NonNullable<Item>
    : never
}[Exclude<keyof Result, 'listInfo'>]

/** Row type of a list operation, paged or bare. */
export type RowOf<Name extends keyof S['operations'], S extends SchemaTypes = Msp> =
  Answer<S, Name> extends readonly (infer Item)[] ? NonNullable<Item> : RowsIn<Answer<S, Name>>

type Answer<S extends SchemaTypes, Name extends keyof S['operations']> = NonNullable<
  ResultOf<S['operations'][Name]>
>

/** What a list input takes beside `listInfo`, such as `clientId` or `module`. */
type InputOf<S extends SurfaceTypes, Name extends CollectionName<S>> =
  VariablesOf<S['operations'][ListOf<S, Name>]> extends { input: infer Input }
    ? 'listInfo' extends keyof Input
      ? Omit<Input, 'listInfo'>
      : unknown
    : unknown

export interface ListOptions<Row, Picked = PickOf<Row>> {
  /** Made by `where`, or a leaf or group of the form SuperOps documents. */
  where?: Condition<Row>
  sort?: Sort<Row> | readonly Sort<Row>[]
  /** Fields to read instead of all, also within: `['name', { category: ['name'] }]`; keys always come along. */
  pick?: readonly Picked[]
  /** Most rows to deliver. */
  limit?: number
  /** Rows per request, 1 to 100. @defaultValue 100 */
  pageSize?: number
  /**
   * Pages under way at the same time, 1 to 10, for lists in a proven order; others are read page by page.
   *
   * @defaultValue 1
   */
  lookAhead?: number
  /**
   * Reads a list in a proven order, newest first, down to this time; rows without a time come when they are met.
   * Where no order is proven the list is read whole.
   */
  since?: Instant | Date
  /** Goes on from the `position` of a page; only for a list in the order of a time that never changes. */
  from?: ListPosition
  signal?: AbortSignal
}

/** List operation of a collection. */
export type ListOf<S extends SurfaceTypes, Name extends CollectionName<S>> = S['collections'][Name] extends {
  list: infer List extends keyof S['operations']
}
  ? List
  : never
type KeyOf<S extends SurfaceTypes, Name extends CollectionName<S>> = S['collections'][Name] extends {
  key: infer Key
}
  ? Key
  : never
/** Row of a collection, whole. */
export type ListRowOf<S extends SurfaceTypes, Name extends CollectionName<S>> = RowOf<ListOf<S, Name>, S>

export interface Listing<Name extends CollectionName<S>, S extends SurfaceTypes = Msp> {
  /**
   * Rows of this entity, read page by page when iterated.
   *
   * @throws TypeError when an option is out of range.
   */
  list<const Picked extends PickOf<ListRowOf<S, Name>> = keyof ListRowOf<S, Name> & string>(
    options?: ListOptions<ListRowOf<S, Name>, Picked> & InputOf<S, Name>,
  ): List<PickedRow<ListRowOf<S, Name>, Picked | KeyOf<S, Name>>>
}

type IdOf<S extends SurfaceTypes, Name extends CollectionName<S>> = Extract<
  ListRowOf<S, Name>[KeyOf<S, Name> & keyof ListRowOf<S, Name>],
  string
>

type GetOf<S extends SurfaceTypes, Name extends CollectionName<S>> = S['collections'][Name] extends {
  get: infer Get extends keyof S['operations']
}
  ? {
      /** One row by its key; rejects with `api` / `entity_does_not_exist` when there is none. */
      get(id: IdOf<S, Name>, options?: { signal?: AbortSignal }): Promise<Answer<S, Get>>
    }
  : unknown

export type Collections<S extends SurfaceTypes = Msp> = {
  readonly [Name in CollectionName<S>]: Listing<Name, S> & GetOf<S, Name>
}
