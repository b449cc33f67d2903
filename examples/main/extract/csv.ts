import { textOf, valueAt } from './columns.js'
import type { Format } from './row-writer.js'

/**
 * RFC 4180 with a header, in UTF-8. Null is an empty field, an empty text is `""`. Values are written as they
 * are: a text that begins with `=` is a formula to a spreadsheet that is told to read it so.
 */
export const csv: Format = (file, columns) => {
  let head = lineOf(columns.map(({ name }) => name))
  const take = () => {
    const text = head
    head = ''
    return text
  }
  return {
    write: (rows) =>
      file.appendFile(
        take() + rows.map((row) => lineOf(columns.map(({ path }) => valueAt(row, path)))).join(''),
      ),
    end: () => file.appendFile(take()),
  }
}

const lineOf = (values: readonly unknown[]) => `${values.map(fieldOf).join(',')}\r\n`

function fieldOf(value: unknown): string {
  if (value === null) return ''
  const text = textOf(value)
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
