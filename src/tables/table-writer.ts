import type { ByteSink } from './byte-sink.js'
import type { Cell } from './cells.js'
import type { Column } from './column.js'

/** Writes the rows of one table into a file. */
export interface TableWriter {
  write(rows: readonly (readonly Cell[])[]): Promise<void>
  /** Writes what is still held back; the file itself stays open. */
  end(): Promise<void>
}

export interface WriterOptions {
  /** Whether texts that a spreadsheet takes for a formula stay as they are. */
  readonly rawCsv: boolean
}

/** Makes a writer into a sink. */
export type TableFormat = (
  sink: ByteSink,
  columns: readonly Column[],
  options: WriterOptions,
) => TableWriter | Promise<TableWriter>
