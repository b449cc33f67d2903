import { cut, left, right } from './cells.js'
import { paint, type Style } from './style.js'

/** A column of figures. */
export interface Column<Row> {
  readonly heading: string
  readonly width: number
  /** Left out where there are fewer columns of text than this. */
  readonly from?: number
  readonly cell: (row: Row) => string
}

const widestName = 30

/** A name and figures in each line; the name gives way. */
export function tableLines<Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  columns: readonly Column<Row>[],
  style: Style,
): string[] {
  const shown = columns.filter(({ from = 0 }) => style.width >= from)
  const figures = shown.reduce((sum, { width }) => sum + width, 0)
  const nameWidth = Math.min(widestName, style.width - 2 - figures)
  const line = (name: string, cells: readonly string[]) =>
    `  ${left(cut(name, nameWidth, style), nameWidth)}${shown.map(({ width }, at) => right(cells[at] ?? '', width)).join('')}`
  const heading = shown.map((column) => column.heading)
  return [
    paint(style, 'quiet', line('', heading)),
    ...rows.map((row) =>
      line(
        nameOf(row),
        shown.map(({ cell }) => cell(row)),
      ),
    ),
  ]
}
