import { DAY_MS } from '../values/day.js'
import { parseInstant } from '../values/instant.js'
import type { Cell } from './cells.js'
import type { Column, SqlType } from './column.js'
import { millionthsOf } from './decimal-text.js'
import { loadHyparquetWriter } from './load-hyparquet-writer.js'
import type { TableFormat } from './table-writer.js'

/** What is held in memory per table. */
const rowsPerGroup = 5000

/** Row groups of 5000 rows, compressed with Snappy; the types are those of the columns. */
export const parquet: TableFormat = async (sink, columns) => {
  const { ByteWriter, ParquetWriter } = await loadHyparquetWriter()
  const writer = Object.assign(new ByteWriter(), {
    flush: async () => {
      await sink.write(writer.getBytes())
      writer.index = 0
    },
    finish: () => writer.flush(),
  })
  const schema = [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)]
  const target = new ParquetWriter({ writer, schema, createdBy: '@superhack/superops' })
  let group: (readonly Cell[])[] = []
  const writeGroup = async (rows: readonly (readonly Cell[])[]) => {
    const columnData = columns.map(({ name, type }, at) => ({
      name,
      data: rows.map((cells) => physical[type](cells[at] ?? null)),
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

const logical = {
  VARCHAR: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  TIMESTAMP: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  DATE: { type: 'INT32', converted_type: 'DATE' },
  'DECIMAL(18,6)': { type: 'INT64', converted_type: 'DECIMAL', precision: 18, scale: 6 },
  BIGINT: { type: 'INT64' },
  DOUBLE: { type: 'DOUBLE' },
  BOOLEAN: { type: 'BOOLEAN' },
} as const satisfies Record<SqlType, object>

const elementOf = ({ name, type }: Column) =>
  ({ name, repetition_type: 'OPTIONAL', ...logical[type] }) as const

const same = (cell: Cell): unknown => cell
const whenText = (convert: (text: string) => unknown) => (cell: Cell) =>
  typeof cell === 'string' ? convert(cell) : null

const physical: { readonly [Type in SqlType]: (cell: Cell) => unknown } = {
  VARCHAR: same,
  TIMESTAMP: whenText((text) => BigInt(parseInstant(text))),
  DATE: whenText((text) => parseInstant(`${text}T00:00`) / DAY_MS),
  'DECIMAL(18,6)': whenText(millionthsOf),
  BIGINT: (cell) => (typeof cell === 'number' ? BigInt(cell) : null),
  DOUBLE: same,
  BOOLEAN: same,
}
