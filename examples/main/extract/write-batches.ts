import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExtractedEntity } from '@superhack/superops/extract'
import { columnsOf } from './columns.js'
import { csv } from './csv.js'
import { ndjson } from './ndjson.js'
import { parquet } from './parquet.js'
import type { Format, RowWriter } from './row-writer.js'

export const formats = { ndjson, csv, parquet } as const satisfies Record<string, Format>
export type FormatName = keyof typeof formats

/** Rows of one entity, as an extraction delivers them; without rows they say that there are none. */
export interface Batch {
  readonly entity: ExtractedEntity
  readonly rows: readonly object[]
}

export interface WrittenFile {
  readonly entity: ExtractedEntity
  readonly rows: number
  readonly file: string
}

interface Target extends WrittenFile {
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
export async function writeBatches(
  batches: AsyncIterable<Batch>,
  { folder, format }: { readonly folder: string; readonly format: FormatName },
): Promise<WrittenFile[]> {
  await mkdir(folder, { recursive: true })
  const targets = new Map<ExtractedEntity, Target>()
  try {
    for await (const { entity, rows } of batches) {
      const target = targets.get(entity) ?? (await openTarget(entity, folder, format))
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

async function openTarget(entity: ExtractedEntity, folder: string, format: FormatName): Promise<Target> {
  const file = join(folder, `${entity}.${format}`)
  // Two runs at a time do not write into one file.
  const part = `${file}.${process.pid}.part`
  const columns = columnsOf(entity)
  const handle = await open(part, 'w')
  return { entity, rows: 0, file, part, handle, writer: formats[format](handle, columns) }
}
