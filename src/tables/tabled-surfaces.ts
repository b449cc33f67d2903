import { itCollections } from '../client/it-collections.js'
import { mspCollections } from '../client/msp-collections.js'
import type { CollectionRow, Product } from '../client/surface.js'
import { itSchema } from '../entities/it-schema.js'
import { mspSchema } from '../entities/msp-schema.js'
import type { Schema } from '../entities/schema.js'
import type { ExtractedEntity } from '../extract/entities.js'
import type { ItExtractedEntity } from '../extract/it-extractor.js'

/** Of what both products have alike. */
const bothTables = {
  tickets: 'tickets',
  sites: 'sites',
  technicians: 'technicians',
  technicianGroups: 'technician_groups',
  serviceItems: 'service_items',
  assets: 'assets',
  alerts: 'alerts',
  tasks: 'tasks',
} as const

const { tickets, sites, technicians, technicianGroups, serviceItems, assets, alerts, tasks } = bothTables

/** The table of each entity. */
export const entityTables = Object.freeze({
  tickets,
  clients: 'clients',
  sites,
  clientUsers: 'client_users',
  technicians,
  technicianGroups,
  worklogs: 'worklogs',
  contracts: 'contracts',
  invoices: 'invoices',
  serviceItems,
  assets,
  alerts,
  tasks,
} as const satisfies Record<ExtractedEntity, string>)

/** The table of each entity of the IT surface. */
export const itEntityTables = Object.freeze({
  tickets,
  departments: 'departments',
  sites,
  users: 'users',
  technicians,
  technicianGroups,
  serviceItems,
  serviceOfferings: 'service_offerings',
  assets,
  alerts,
  tasks,
} as const satisfies Record<ItExtractedEntity, string>)

/** Records as they were read: those of entities, and the conversations of tickets. */
export type RecordTableName =
  | (typeof entityTables)[ExtractedEntity]
  | (typeof itEntityTables)[ItExtractedEntity]
  | 'conversations'

/** What there are tables of. */
interface TabledSurface {
  readonly schema: Schema
  readonly collections: Readonly<Record<string, CollectionRow>>
  readonly tables: Readonly<Record<string, RecordTableName>>
}

export const tabledSurfaces: Readonly<Record<Product, TabledSurface>> = {
  msp: { schema: mspSchema, collections: mspCollections, tables: entityTables },
  it: { schema: itSchema, collections: itCollections, tables: itEntityTables },
}

const tables: Readonly<Record<string, RecordTableName>> = { ...itEntityTables, ...entityTables }

/** The table of an entity of either product: what both have alike has the same one. */
export const tableOf = (entity: string): RecordTableName => {
  const table = tables[entity]
  if (table === undefined) throw new TypeError(`entity: there is no table of '${entity}'`)
  return table
}

export const hasTable = (entity: string): boolean => Object.hasOwn(tables, entity)
