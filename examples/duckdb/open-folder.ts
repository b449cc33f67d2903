import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { TableSchema, TablesManifest } from '@superhack/superops/tables'
import { tableSource } from './table-source.js'

/** A folder of tables as a database: a view per table. */
export interface TablesFolder {
  readonly manifest: TablesManifest
  readonly connection: DuckDBConnection
}

export async function openFolder(folder: string): Promise<TablesFolder> {
  const read = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'))
  const manifest: TablesManifest = await read('manifest.json')
  const schemas: { tables: readonly TableSchema[] } = await read('schema.json')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  for (const { table, file } of manifest.tables) {
    const schema = schemas.tables.find((each) => each.table === table)
    if (file === null || schema === undefined) continue
    const source = tableSource(join(folder, file), manifest.format, schema.columns)
    await connection.run(`CREATE VIEW ${table} AS FROM ${source}`)
  }
  return { manifest, connection }
}
