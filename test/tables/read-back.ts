import { DuckDBInstance } from '@duckdb/node-api'
import { type Column, type FormatName, type TableName, tableSchema } from '@superhack/superops/tables'
import { openFolder } from '../../examples/duckdb/open-folder.js'
import { tableSource } from '../../examples/duckdb/table-source.js'

type Row = Record<string, unknown>
export type Texts = Record<string, string | null>

/** A column as text in one form for all readers: instants as in JSON. */
const asText = ({ name, type }: Column) =>
  type === 'TIMESTAMP'
    ? `strftime(${name}, '%Y-%m-%dT%H:%M:%S.%gZ') AS ${name}`
    : `${name}::VARCHAR AS ${name}`

/** What another program finds in the file of a table, as texts, in the order of the file. */
export async function readBack(
  file: string,
  table: TableName,
  options: { changes?: boolean } = {},
): Promise<Texts[]> {
  const { columns } = tableSchema(table, options)
  const format = (/\.(\w+)(?:\.gz)?$/.exec(file)?.[1] ?? '') as FormatName
  const found = await query(
    `SELECT ${columns.map(asText).join(', ')} FROM ${tableSource(file, format, columns)}`,
  )
  return found as Texts[]
}

let instance: Promise<DuckDBInstance> | undefined

export async function query(sql: string, ...values: string[]): Promise<Row[]> {
  instance ??= DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await (await instance).connect()
  try {
    return (await connection.runAndReadAll(sql, values)).getRowObjectsJS() as Row[]
  } finally {
    connection.closeSync()
  }
}

/** Columns and rows of every table of a folder, as its own notes tell DuckDB to read it. */
export async function readFolder(folder: string) {
  const { manifest, connection } = await openFolder(folder)
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS() as Row[]
  try {
    const tables: Record<string, { types: Record<string, unknown>; rows: Texts[] }> = {}
    for (const { table } of manifest.tables.filter(({ file }) => file !== null)) {
      const types = await ask(`SELECT column_name, column_type FROM (DESCRIBE ${table})`)
      const texts = tableSchema(table).columns.map(asText).join(', ')
      tables[table] = {
        types: Object.fromEntries(types.map((row) => [row.column_name, row.column_type])),
        rows: (await ask(`SELECT ${texts} FROM ${table}`)) as Texts[],
      }
    }
    return { manifest, tables }
  } finally {
    connection.closeSync()
  }
}
