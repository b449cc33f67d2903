import { csvLine, withoutFormula } from '../values/csv-line.js'
import type { Cell } from './cells.js'
import type { TableFormat } from './table-writer.js'

/** RFC 4180 with a header, in UTF-8. Null is an empty field, an empty text is `""`. */
export const csv: TableFormat = (sink, columns, { rawCsv }) => {
  // A number that begins with a minus is no formula.
  const isText = columns.map(({ type }) => type === 'VARCHAR' && !rawCsv)
  const fieldOf = (cell: Cell, at: number) => {
    if (cell === null) return null
    return isText[at] ? withoutFormula(String(cell)) : String(cell)
  }
  let head = csvLine(columns.map(({ name }) => name))
  const write = async (rows: readonly (readonly Cell[])[]) => {
    const lines = rows.map((cells) => csvLine(cells.map(fieldOf)))
    await sink.write(head + lines.join(''))
    head = ''
  }
  return { write, end: () => write([]) }
}
