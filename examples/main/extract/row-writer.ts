import type { FileHandle } from 'node:fs/promises'
import type { Column } from './columns.js'

/** Writes rows into an open file. */
export interface RowWriter {
  write(rows: readonly object[]): Promise<void>
  /** Writes what is still held back; the file itself stays open. */
  end(): Promise<void>
}

export type Format = (file: FileHandle, columns: readonly Column[]) => RowWriter

/** Column behind those of the schema: what did not fit them, as a JSON object by dotted name. */
export const doubtfulColumn = '_doubtful'
