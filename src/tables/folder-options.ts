import type { Product } from '../client/surface.js'
import { expect, oneOf } from '../option-checks.js'
import { csv } from './csv.js'
import { ndjson } from './ndjson.js'
import { parquet } from './parquet.js'
import type { TableFormat } from './table-writer.js'

export type FormatName = 'ndjson' | 'csv' | 'parquet'

export const formats: Readonly<Record<FormatName, TableFormat>> = Object.freeze({ ndjson, csv, parquet })

/** Names of the formats. */
export const formatNames: readonly FormatName[] = Object.freeze(Object.keys(formats) as FormatName[])

/** Where and how tables are written. */
export interface FolderOptions {
  /** Made when missing. */
  readonly folder: string
  /** `parquet` needs the package hyparquet-writer. */
  readonly format: FormatName
  /** Whether files are compressed, and end in `.gz`; Parquet is compressed as it is. @defaultValue false */
  readonly gzip?: boolean
  /**
   * Whether texts of CSV that begin as a formula does, with `=`, `+`, `-`, `@`, a tab or a carriage return, stay as
   * they are; else `'` precedes them. @defaultValue false
   */
  readonly rawCsv?: boolean
  /** Whose records they are. @defaultValue 'msp' */
  readonly product?: Product
}

/** @throws TypeError naming the option that does not fit. */
export function resolveFolderOptions(options: FolderOptions): Required<FolderOptions> {
  const { folder, gzip = false, rawCsv = false } = options
  expect(typeof folder === 'string' && folder !== '', 'folder', 'the path of a folder', folder)
  expect(typeof gzip === 'boolean', 'gzip', 'a boolean', gzip)
  expect(typeof rawCsv === 'boolean', 'rawCsv', 'a boolean', rawCsv)
  const format = oneOf('format', options.format, formatNames)
  if (gzip && format === 'parquet')
    throw new TypeError('gzip: Parquet is compressed without it; leave it out')
  const product = oneOf('product', options.product ?? 'msp', ['msp', 'it'] as const)
  return { folder, format, gzip, rawCsv, product }
}

/** `csv`, or `csv.gz`. */
export const extensionOf = ({ format, gzip }: Pick<Required<FolderOptions>, 'format' | 'gzip'>): string =>
  gzip ? `${format}.gz` : format
