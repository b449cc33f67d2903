import type { Client } from '../client/client.js'
import type { CollectionName, Collections } from '../client/collections.js'
import { itCollections } from '../client/it-collections.js'
import { mspCollections } from '../client/msp-collections.js'
import type { CollectionRow } from '../client/surface.js'
import { isRecord } from '../metrics/records.js'

/** An entity that can be extracted: every collection of the client. */
export type ExtractedEntity = CollectionName

export type ExtractedRow<Name extends ExtractedEntity> =
  ReturnType<Collections[Name]['list']> extends AsyncIterable<infer Row> ? Row : never

/** Rows per entity; one that was not asked for, or failed before its first page, is absent. */
export type ExtractedData = { readonly [Name in ExtractedEntity]?: readonly ExtractedRow<Name>[] }

/** Of both products: what they have alike has the same key in both. */
const collections: Readonly<Record<string, CollectionRow>> = { ...itCollections, ...mspCollections }

export const entityNames: readonly string[] = Object.freeze(Object.keys(collections))

/** Entities of which the API gives single records. */
export const singlyReadEntities: readonly string[] = Object.freeze(
  Object.entries(collections).flatMap(([name, row]) => (row.get === undefined ? [] : [name])),
)

export function isExtractedEntity(client: Client, name: string): name is ExtractedEntity {
  const face: unknown = client[name as ExtractedEntity]
  return typeof face === 'object' && face !== null && 'list' in face
}

/** Name of the field that holds the id. */
export const keyField = (entity: string): string => collections[entity]?.key ?? 'id'

/** The id of a row; undefined when it has none. */
export function keyOfRow(entity: string, row: unknown): string | undefined {
  const id = isRecord(row) ? row[keyField(entity)] : undefined
  return typeof id === 'string' ? id : undefined
}
