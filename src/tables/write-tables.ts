import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openSink } from './byte-sink.js'
import { type Cell, cellsOf } from './cells.js'
import { doubtfulColumn } from './column.js'
import { extensionOf, type FolderOptions, formats, resolveFolderOptions } from './folder-options.js'
import { type TableName, tableSchema } from './table-schema.js'

/** Records of one table, as they are read; without any they say that there are none. */
export interface TableBatch<Name extends TableName = TableName> {
  readonly table: Name
  readonly rows: readonly object[]
}

export interface WriteTablesOptions extends FolderOptions {
  /** Of the file, without the format. @defaultValue the name of the table */
  readonly nameOf?: (table: TableName) => string
  /** Whether rows are changes, with what became of them in `_change`. @defaultValue false */
  readonly changes?: boolean
}

export interface WrittenTable {
  readonly table: TableName
  /** Its name in the folder. */
  readonly file: string
  readonly rows: number
}

interface Target extends WrittenTable {
  rows: number
  readonly part: string
  /** Closes the file as it is. */
  readonly abandon: () => Promise<void>
  readonly write: (rows: readonly object[]) => Promise<void>
  readonly end: () => Promise<void>
}

/**
 * Writes a file per table into a folder, batch by batch, and answers them in the order of their first batch.
 *
 * Files have their names, `tickets.csv`, once all batches are written, and replace those that are there; until then
 * they end in `.part`, as those of a killed process do.
 *
 * @throws TypeError naming the option that does not fit, or the value of a figure that is none; TablesError when the
 * package that writes Parquet is missing.
 */
export async function writeTables(
  batches: Iterable<TableBatch> | AsyncIterable<TableBatch>,
  options: WriteTablesOptions,
): Promise<readonly WrittenTable[]> {
  const { folder } = resolveFolderOptions(options)
  await mkdir(folder, { recursive: true })
  const targets = new Map<TableName, Target>()
  try {
    for await (const { table, rows } of batches) {
      const target = targets.get(table) ?? (await openTarget(table, options))
      targets.set(table, target)
      await target.write(rows)
      target.rows += rows.length
    }
    for (const { end } of targets.values()) await end()
    for (const { part, file } of targets.values()) await rename(part, join(folder, file))
  } catch (error) {
    for (const { abandon, part } of targets.values()) {
      // What counts is what went wrong; a file that is closed already closes again with an error.
      await abandon().catch(() => {})
      await rm(part, { force: true })
    }
    throw error
  }
  return [...targets.values()].map(({ table, file, rows }) => ({ table, file, rows }))
}

async function openTarget(table: TableName, options: WriteTablesOptions): Promise<Target> {
  const { nameOf = String, changes = false } = options
  const resolved = resolveFolderOptions(options)
  const { columns } = tableSchema(table, { changes, product: resolved.product })
  const file = `${nameOf(table)}.${extensionOf(resolved)}`
  // Two runs at a time do not write into one file.
  const part = `${join(resolved.folder, file)}.${process.pid}.part`
  const sink = await openSink(part, resolved.gzip)
  try {
    const writer = await formats[resolved.format](sink, columns, resolved)
    const doubtfulAt = columns.indexOf(doubtfulColumn)
    return {
      table,
      file,
      rows: 0,
      part,
      abandon: sink.abandon,
      write: (rows) =>
        writer.write(
          rows.map((row): readonly Cell[] => {
            const { cells, doubtful } = cellsOf(columns, row)
            if (doubtful === null) return cells
            if (doubtfulAt < 0)
              throw new TypeError(`${table}: ${Object.keys(doubtful).join(', ')} does not fit its column`)
            return cells.with(doubtfulAt, JSON.stringify(doubtful))
          }),
        ),
      end: async () => {
        await writer.end()
        await sink.end()
      },
    }
  } catch (error) {
    await sink.abandon()
    await rm(part, { force: true })
    throw error
  }
}
