import { readFile } from 'node:fs/promises'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { MetricsContext, MetricsData } from '@superhack/superops/metrics'

export type Row = Record<string, unknown>

/** A database with the records as text; what they mean is worked out in SQL. */
export interface Engine {
  /** Runs a file of statements. */
  readonly run: (file: string) => Promise<void>
  readonly set: (variable: string, value: string) => Promise<void>
  /** Rows of a table in its order; a column whose name ends in `Json` is read as JSON. */
  readonly rows: (table: string) => Promise<Row[]>
  readonly close: () => void
}

export async function openEngine(data: MetricsData, ctx: MetricsContext): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  await connection.run('CREATE TABLE raw (collection TEXT, seq INTEGER, key TEXT, doc TEXT)')
  for (const [name, records] of Object.entries(data)) {
    if (Array.isArray(records))
      await insert(
        connection,
        name,
        records.map((record) => ['', record]),
      )
    else {
      const entries = Object.entries(records as Record<string, readonly unknown[]>)
      await insert(
        connection,
        name,
        entries.flatMap(([key, list]) => list.map((item) => [key, item] as const)),
      )
    }
  }
  await insert(connection, 'ctx', [['', ctx]])
  await insert(connection, 'given', [['', Object.keys(data)]])
  const engine: Engine = {
    run: async (file) => {
      await connection.run(await readFile(new URL(file, import.meta.url), 'utf8'))
    },
    set: async (variable, value) => {
      await connection.run(`SET VARIABLE ${variable} = $1`, [value])
    },
    rows: async (table) =>
      (await connection.runAndReadAll(`FROM ${table} ORDER BY ALL`)).getRowObjectsJS().map(plainRow),
    close: () => connection.closeSync(),
  }
  await engine.run('parse.sql')
  return engine
}

async function insert(
  connection: DuckDBConnection,
  collection: string,
  records: readonly (readonly [key: string, record: unknown])[],
): Promise<void> {
  const appender = await connection.createAppender('raw')
  for (const [seq, [key, record]] of records.entries()) {
    appender.appendVarchar(collection)
    appender.appendInteger(seq)
    appender.appendVarchar(key)
    appender.appendVarchar(JSON.stringify(record))
    appender.endRow()
  }
  appender.closeSync()
}

function plainRow(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (typeof value === 'bigint') return [name, Number(value)]
      if (name.endsWith('Json')) return [name.slice(0, -4), value === null ? null : JSON.parse(String(value))]
      return [name, value]
    }),
  )
}
