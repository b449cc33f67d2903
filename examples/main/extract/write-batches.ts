import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExtractedEntity } from '@superhack/superops/extract'
import { type Column, columnsOf, type TableName } from './columns.js'
import { csv } from './csv.js'
import { ndjson } from './ndjson.js'
import { parquet } from './parquet.js'
import type { Format, RowWriter } from './row-writer.js'

export const formats = { ndjson, csv, parquet } as const satisfies Record<string, Format>
export type FormatName = keyof typeof formats

/** Rows of one entity, as an extraction delivers them; without rows they say that there are none. */
export interface Batch<Table extends TableName = ExtractedEntity> {
  readonly entity: Table
  readonly rows: readonly object[]
}

export interface WrittenFile<Table extends TableName = ExtractedEntity> {
  readonly entity: Table
  readonly rows: number
  readonly file: string
}

export interface FileOptions<Table extends TableName> {
  readonly folder: string
  readonly format: FormatName
  /** Of the file, without the format. @defaultValue that of the entity */
  readonly nameOf?: (entity: Table) => string
  /** Behind those of the schema. @defaultValue none */
  readonly extraColumns?: readonly Column[]
}

interface Target<Table extends TableName> extends WrittenFile<Table> {
  rows: number
  readonly part: string
  readonly handle: FileHandle
  readonly writer: RowWriter
}

/**
 * Writes a file per entity into a folder, which is made when missing, and answers them in the order of their
 * first batch. Files have their names, `tickets.csv`, once all batches are written, and replace those of an
 * earlier run; until then they end in `.part`, as those of a killed run do.
 */
export async function writeBatches<Table extends TableName>(
  batches: AsyncIterable<Batch<Table>>,
  options: FileOptions<Table>,
): Promise<WrittenFile<Table>[]> {
  await mkdir(options.folder, { recursive: true })
  const targets = new Map<Table, Target<Table>>()
  try {
    for await (const { entity, rows } of batches) {
      const target = targets.get(entity) ?? (await openTarget(entity, options))
      targets.set(entity, target)
      await target.writer.write(rows)
      target.rows += rows.length
    }
    for (const { writer, handle } of targets.values()) {
      await writer.end()
      await handle.sync()
    }
  } catch (error) {
    for (const { handle, part } of targets.values()) {
      await handle.close()
      await rm(part)
    }
    throw error
  }
  for (const { handle, part, file } of targets.values()) {
    await handle.close()
    await rename(part, file)
  }
  return [...targets.values()].map(({ entity, rows, file }) => ({ entity, rows, file }))
}

async function openTarget<Table extends TableName>(
  entity: Table,
  { folder, format, nameOf = String, extraColumns = [] }: FileOptions<Table>,
): Promise<Target<Table>> {
  const file = join(folder, `${nameOf(entity)}.${format}`)
  // Two runs at a time do not write into one file.
  const part = `${file}.${process.pid}.part`
  const columns = [...columnsOf(entity), ...extraColumns]
  const handle = await open(part, 'w')
  return { entity, rows: 0, file, part, handle, writer: formats[format](handle, columns) }
}
