import { parseTimestamp } from '@superhack/superops/metrics'
import { type BasicType, ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import { type Column, textOf, valueAt } from './columns.js'
import type { Format } from './row-writer.js'

/** What is held in memory per entity. */
const rowsPerGroup = 5000

/**
 * A column per field: instants as UTC timestamps, whole numbers as INT64, yes and no as BOOLEAN, everything
 * else as text, so that ids and decimals stay exact.
 */
export const parquet: Format = (file, columns) => {
  const writer = Object.assign(new ByteWriter(), {
    flush: async () => {
      await file.appendFile(writer.getBytes())
      writer.index = 0
    },
    finish: () => writer.flush(),
  })
  const specs = columns.map(({ name, kind }) => ({ name, type: types[kind] ?? 'STRING', nullable: true }))
  const schema = schemaFromColumnData({ columnData: specs.map((spec) => ({ ...spec, data: [] })) })
  const target = new ParquetWriter({ writer, schema, createdBy: 'superops' })
  let group: object[] = []
  const writeGroup = async (rows: readonly object[]) => {
    const columnData = columns.map((column) => ({
      name: column.name,
      data: rows.map((row) => cellOf(column, valueAt(row, column.path))),
    }))
    await target.write({ columnData, rowGroupSize: rowsPerGroup })
  }
  return {
    write: async (rows) => {
      group = group.concat(rows)
      let done = 0
      for (; group.length - done >= rowsPerGroup; done += rowsPerGroup)
        await writeGroup(group.slice(done, done + rowsPerGroup))
      group = group.slice(done)
    },
    end: async () => {
      if (group.length > 0) await writeGroup(group)
      await target.finish()
    },
  }
}

const types: Partial<Record<Column['kind'], BasicType>> = {
  instant: 'TIMESTAMP',
  int: 'INT64',
  bool: 'BOOLEAN',
}

function cellOf({ name, kind }: Column, value: unknown): unknown {
  if (value === null) return null
  if (kind === 'bool' && typeof value === 'boolean') return value
  if (kind === 'int' && Number.isSafeInteger(value)) return BigInt(value as number)
  if (kind === 'instant' && typeof value === 'string') {
    const ms = parseTimestamp(value, 'UTC')
    if (ms !== null) return new Date(ms)
  }
  if (types[kind] === undefined) return textOf(value)
  throw new TypeError(`${name}: expected ${kind}, received ${typeof value}`)
}
