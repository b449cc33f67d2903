import { cellsOf, textOf } from './columns.js'
import { doubtfulColumn, type Format } from './row-writer.js'

/**
 * RFC 4180 with a header, in UTF-8. Null is an empty field, an empty text is `""`. Values are written as they
 * are: a text that begins with `=` is a formula to a spreadsheet that is told to read it so.
 */
export const csv: Format = (file, columns) => {
  let head = lineOf([...columns.map(({ name }) => name), doubtfulColumn])
  const write = async (rows: readonly object[]) => {
    const lines = rows.map((row) => {
      const { cells, doubtful } = cellsOf(columns, row)
      return lineOf([...cells, doubtful])
    })
    await file.appendFile(head + lines.join(''))
    head = ''
  }
  return { write, end: () => write([]) }
}

const lineOf = (values: readonly unknown[]) => `${values.map(fieldOf).join(',')}\r\n`

function fieldOf(value: unknown): string {
  if (value === null) return ''
  const text = textOf(value)
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
