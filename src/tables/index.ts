export type { Column, SqlType } from './column.js'
export type { FigureTableName } from './figure-tables.js'
export { type FolderOptions, type FormatName, formatNames } from './folder-options.js'
export { TablesError } from './load-hyparquet-writer.js'
export { type ManifestFacts, type ManifestTable, type TablesManifest, writeManifest } from './manifest.js'
export { keyFieldOf, recordBatches } from './record-batches.js'
export {
  type SchemaOptions,
  type TableName,
  type TableSchema,
  tableNames,
  tableNamesOf,
  tableSchema,
  tablesVersion,
} from './table-schema.js'
export { entityTables, itEntityTables, type RecordTableName } from './tabled-surfaces.js'
export { type WriteBatchesOptions, writeBatches } from './write-batches.js'
export {
  figureBatches,
  figureCompleteness,
  type WriteExtractionOptions,
  writeExtraction,
} from './write-extraction.js'
export { type TableBatch, type WriteTablesOptions, type WrittenTable, writeTables } from './write-tables.js'
