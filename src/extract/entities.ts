import type { Client } from '../client/client.js'
import { type CollectionName, type Collections, collections } from '../client/collections.js'
import { isRecord } from '../metrics/records.js'

/** Entities an extraction reads by default: those the metrics draw on. */
export const extractedEntities = [
  'tickets',
  'clients',
  'sites',
  'technicians',
  'worklogs',
  'serviceItems',
  'contracts',
  'invoices',
  'assets',
  'alerts',
] as const satisfies readonly CollectionName[]

/** An entity that can be extracted: every collection of the client. */
export type ExtractedEntity = CollectionName

export type ExtractedRow<Name extends ExtractedEntity> =
  ReturnType<Collections[Name]['list']> extends AsyncIterable<infer Row> ? Row : never

/** Rows per entity; one that was not asked for, or failed before its first page, is absent. */
export type ExtractedData = { readonly [Name in ExtractedEntity]?: readonly ExtractedRow<Name>[] }

export const entityNames: readonly string[] = Object.freeze(Object.keys(collections))

/** Entities of which the API gives single records. */
export const singlyReadEntities: readonly string[] = Object.freeze(
  Object.entries(collections).flatMap(([name, row]) => ('get' in row ? [name] : [])),
)

export function isExtractedEntity(client: Client, name: string): name is ExtractedEntity {
  const face: unknown = client[name as ExtractedEntity]
  return typeof face === 'object' && face !== null && 'list' in face
}

/** The id of a row; undefined when it has none. */
export function keyOfRow(entity: ExtractedEntity, row: unknown): string | undefined {
  const id = isRecord(row) ? row[collections[entity].key] : undefined
  return typeof id === 'string' ? id : undefined
}
