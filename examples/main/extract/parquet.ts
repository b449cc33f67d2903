import { parseTimestamp } from '@superhack/superops/metrics'
import { type BasicType, ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import { type Column, cellsOf, textOf } from './columns.js'
import { doubtfulColumn, type Format } from './row-writer.js'

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
  const specs = [
    ...columns.map(({ name, kind }) => ({ name, type: types[kind] ?? 'STRING' })),
    { name: doubtfulColumn, type: 'JSON' as const },
  ]
  const schema = schemaFromColumnData({
    columnData: specs.map((spec) => ({ ...spec, nullable: true, data: [] })),
  })
  const target = new ParquetWriter({ writer, schema, createdBy: '@superhack/superops' })
  let group: object[] = []
  const writeGroup = async (rows: readonly object[]) => {
    const laidOut = rows.map((row) => cellsOf(columns, row))
    const columnData = [
      ...columns.map(({ name, kind }, at) => ({
        name,
        data: laidOut.map(({ cells }) => physical(kind, cells[at])),
      })),
      { name: doubtfulColumn, data: laidOut.map(({ doubtful }) => doubtful) },
    ]
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

function physical(kind: Column['kind'], value: unknown): unknown {
  if (value === null || kind === 'bool') return value
  if (kind === 'int') return BigInt(value as number)
  if (kind === 'instant') return new Date(parseTimestamp(value) ?? Number.NaN)
  return textOf(value)
}
