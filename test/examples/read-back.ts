import { DuckDBInstance } from '@duckdb/node-api'
import type { FormatName } from '../../examples/main/extract/write-batches.js'

const readers: Record<FormatName, string> = {
  ndjson: 'read_ndjson($1, sample_size = -1, union_by_name = true)',
  csv: "read_csv($1, header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"', allow_quoted_nulls = false)",
  parquet: 'read_parquet($1)',
}

type Row = Record<string, unknown>

/** What another program finds in a file, in its order. */
export async function readBack(file: string, format: FormatName): Promise<Row[]> {
  return query(`FROM ${readers[format]}`, file)
}

export async function query(sql: string, file: string): Promise<Row[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  try {
    return (await connection.runAndReadAll(sql, [file])).getRowObjectsJS() as Row[]
  } finally {
    connection.closeSync()
  }
}

/** The values that a row has, by dotted name and as text; lists and `maps` as JSON. */
export function texts(row: object, maps: readonly string[] = [], above = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]): (readonly [string, string])[] => {
      const path = `${above}${name}`
      if (value === null || value === undefined) return []
      if (value instanceof Date) return [[path, value.toISOString()]]
      if (typeof value !== 'object') return [[path, String(value)]]
      if (Array.isArray(value) || maps.includes(path)) return [[path, JSON.stringify(value)]]
      return Object.entries(texts(value, maps, `${path}.`))
    }),
  )
}
