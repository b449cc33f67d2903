import type { Cell } from './cells.js'
import type { TableFormat } from './table-writer.js'

/** An object per line, with every column in its order. */
export const ndjson: TableFormat = (sink, columns) => {
  const names = columns.map(({ name }) => JSON.stringify(name))
  const lineOf = (cells: readonly Cell[]) =>
    `{${cells.map((cell, at) => `${names[at]}:${JSON.stringify(cell)}`).join(',')}}\n`
  return {
    write: (rows) => sink.write(rows.map(lineOf).join('')),
    end: async () => {},
  }
}
