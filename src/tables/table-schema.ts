import { mspCollections } from '../client/msp-collections.js'
import type { ObjectName } from '../entities/generated/objects.js'
import { mspSchema } from '../entities/msp-schema.js'
import { rowTypeOf } from '../entities/operation-rows.js'
import type { ExtractedEntity } from '../extract/entities.js'
import { type Column, changeColumn, column, doubtfulColumn, words } from './column.js'
import { entityColumns } from './entity-columns.js'
import { type FigureTableName, figureTables } from './figure-tables.js'

/** Version of the columns of all tables: it changes when one is added, taken away or renamed, or its type changes. */
export const tablesVersion = '1'

/** The table of each entity. */
export const entityTables = Object.freeze({
  tickets: 'tickets',
  clients: 'clients',
  sites: 'sites',
  clientUsers: 'client_users',
  technicians: 'technicians',
  technicianGroups: 'technician_groups',
  worklogs: 'worklogs',
  contracts: 'contracts',
  invoices: 'invoices',
  serviceItems: 'service_items',
  assets: 'assets',
  alerts: 'alerts',
  tasks: 'tasks',
} as const satisfies Record<ExtractedEntity, string>)

/** Records as they were read: those of entities, and the conversations of tickets. */
export type RecordTableName = (typeof entityTables)[ExtractedEntity] | 'conversations'

export type TableName = RecordTableName | FigureTableName

/** What a table is. */
export interface TableSchema {
  readonly table: TableName
  readonly meaning: string
  /** Names of the columns that tell its rows apart. */
  readonly key: readonly string[]
  readonly columns: readonly Column[]
}

export interface SchemaOptions {
  /** Whether rows are changes, with what became of them in `_change`. @defaultValue false */
  readonly changes?: boolean
}

const recordTables: readonly RecordTableName[] = [...Object.values(entityTables), 'conversations']

/** Names of all tables: records first, then figures. */
export const tableNames: readonly TableName[] = Object.freeze([
  ...recordTables,
  ...(Object.keys(figureTables) as FigureTableName[]),
])

const rowTypes = new Map<TableName, string | undefined>(
  Object.entries(entityTables).map(([entity, table]) => [
    table,
    rowTypeOf(mspSchema, mspCollections[entity as ExtractedEntity].list),
  ]),
)

/** Columns of a table, in their order, with unit and meaning; made at first use. */
export function tableSchema(table: TableName, { changes = false }: SchemaOptions = {}): TableSchema {
  const schema = isFigureTable(table) ? figureTables[table].schema() : recordSchema(table)
  return changes ? { ...schema, columns: [...schema.columns, changeColumn] } : schema
}

export const isFigureTable = (table: TableName): table is FigureTableName =>
  Object.hasOwn(figureTables, table)

const made = new Map<RecordTableName, TableSchema>()

function recordSchema(table: RecordTableName): TableSchema {
  let schema = made.get(table)
  if (schema === undefined) {
    const type = table === 'conversations' ? 'TicketConversation' : rowTypes.get(table)
    if (type === undefined) throw new TypeError(`table: there is no table '${String(table)}'`)
    const own = entityColumns(type as ObjectName)
    // As in every type of the schema, the first field is the key.
    const [key] = own
    const above = table === 'conversations' ? [column(['ticketId'], 'ticket that it is of')] : []
    schema = Object.freeze({
      table,
      meaning: `${words(type)} records, a row each`,
      key: key === undefined ? [] : [key.name],
      columns: Object.freeze([...own, ...above, doubtfulColumn]),
    })
    made.set(table, schema)
  }
  return schema
}
