import type { OperationTexts, Schema, SchemaTypes } from '../entities/schema.js'
import type { FieldNames } from '../entities/selection.js'

/** Products of SuperOps, each with an API of its own. */
export type Product = 'msp' | 'it'

/** A `moving` time takes its row to the head of the list while the list is read, a `steady` one never changes. */
export type ProvenSort = 'steady' | 'moving'

/** A friendly face: the list operation, and where the API has one the get, of an entity. */
export interface CollectionRow {
  readonly list: string
  readonly get?: string
  readonly key: string
  /** Defaults of the list input beside `listInfo`. */
  readonly input?: Readonly<Record<string, unknown>>
  /** Times that were seen to order the list; lists read in them prove themselves. */
  readonly sorts?: Readonly<Record<string, ProvenSort>>
}

/** A small list that other rows refer to and that seldom changes. */
export interface ReferenceRow {
  readonly query: string
  /** Fields that are read, where rows hold more than a look-up needs. */
  readonly pick?: FieldNames
}

/** What a client reads and writes: the API of one product. */
export interface Surface {
  readonly product: Product
  readonly operations: OperationTexts
  /** Loaded by the first call of an operation. */
  readonly schema: () => Promise<Schema>
  readonly collections: Readonly<Record<string, CollectionRow>>
  readonly references: Readonly<Record<string, ReferenceRow>>
  /** Ready verifiers of writes, by the name of the mutation. */
  readonly verifiers: () => Promise<object>
}

/** A surface as types. */
export interface SurfaceTypes extends SchemaTypes {
  readonly collections: object
  readonly references: object
  /** Names of the mutations that have a ready verifier. */
  readonly verified: PropertyKey
}

/** Sub-path of this package that reads a product. */
export const entryOf: Readonly<Record<Product, string>> = {
  msp: '@superhack/superops',
  it: '@superhack/superops/it',
}
