export type {
  Batch,
  BatchOptions,
  EntityReport,
  ExtractionIssue,
  Mode,
  Progress,
  RunOptions,
} from './batch.js'
export type { ExtractedData, ExtractedEntity, ExtractedRow } from './entities.js'
export { extractedEntities, itExtractedEntities } from './extracted-surface.js'
export type { Extraction, ExtractionData, GatheredRows } from './extraction.js'
export { createExtractor, type Extractor, type ExtractorOptions } from './extractor.js'
export { type ExtractionFigures, type ExtractionMetrics, type FiguresContext, figuresOf } from './figures.js'
export type { EntityFilter, Filters } from './filters.js'
export type {
  ItBatch,
  ItExtractedData,
  ItExtractedEntity,
  ItExtraction,
  ItExtractor,
  ItRunOptions,
} from './it-extractor.js'
export type { EntityPlan, Plan } from './plan.js'
export type { RowChange } from './row-ledger.js'
export { type SyncStrategy, syncStrategies } from './strategies.js'
