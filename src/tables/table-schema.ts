import type { Product } from '../client/surface.js'
import { rowTypeOf } from '../entities/operation-rows.js'
import { type Column, changeColumn, column, doubtfulColumn, words } from './column.js'
import { entityColumns } from './entity-columns.js'
import { type FigureTableName, figureTables } from './figure-tables.js'
import { type RecordTableName, tabledSurfaces } from './tabled-surfaces.js'

/** Version of the columns of all tables: it changes when one is added, taken away or renamed, or its type changes. */
export const tablesVersion = '1'

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
  /** Whose records they are. @defaultValue 'msp', and 'it' for a table that only the IT surface has */
  readonly product?: Product
}

/** Names of all tables of a product: records first, then figures. */
export const tableNamesOf = (product: Product): readonly TableName[] =>
  Object.freeze([
    ...Object.values(tabledSurfaces[product].tables),
    'conversations' as const,
    ...(Object.keys(figureTables) as FigureTableName[]),
  ])

/** Those of the MSP product. */
export const tableNames: readonly TableName[] = tableNamesOf('msp')

/** Columns of a table, in their order, with unit and meaning; made at first use. */
export function tableSchema(
  table: TableName,
  { changes = false, product = productWith(table) }: SchemaOptions = {},
): TableSchema {
  const schema = isFigureTable(table) ? figureTables[table].schema() : recordSchema(table, product)
  return changes ? { ...schema, columns: [...schema.columns, changeColumn] } : schema
}

const isOf = (table: TableName, product: Product) => tableNamesOf(product).includes(table)

const productWith = (table: TableName): Product => (!isOf(table, 'msp') && isOf(table, 'it') ? 'it' : 'msp')

export const isFigureTable = (table: TableName): table is FigureTableName =>
  Object.hasOwn(figureTables, table)

const made: Readonly<Record<Product, Map<RecordTableName, TableSchema>>> = { msp: new Map(), it: new Map() }

function rowTypeIn(product: Product, table: RecordTableName): string | undefined {
  if (table === 'conversations') return 'TicketConversation'
  const { schema, collections, tables } = tabledSurfaces[product]
  const entity = Object.keys(tables).find((name) => tables[name] === table)
  const list = entity === undefined ? undefined : collections[entity]?.list
  return list === undefined ? undefined : rowTypeOf(schema, list)
}

function recordSchema(table: RecordTableName, product: Product): TableSchema {
  let schema = made[product].get(table)
  if (schema === undefined) {
    const type = rowTypeIn(product, table)
    if (type === undefined) throw new TypeError(`table: there is no table '${String(table)}'`)
    const own = entityColumns(tabledSurfaces[product].schema, type)
    // As in every type of the schema, the first field is the key.
    const [key] = own
    const above = table === 'conversations' ? [column(['ticketId'], 'ticket that it is of')] : []
    schema = Object.freeze({
      table,
      meaning: `${words(type)} records, a row each`,
      key: key === undefined ? [] : [key.name],
      columns: Object.freeze([...own, ...above, doubtfulColumn]),
    })
    made[product].set(table, schema)
  }
  return schema
}
