export type {
  Batch,
  BatchOptions,
  EntityReport,
  ExtractionIssue,
  Mode,
  Progress,
  RunOptions,
} from './batch.js'
export { type ExtractedData, type ExtractedEntity, type ExtractedRow, extractedEntities } from './entities.js'
export type { Extraction, ExtractionData, GatheredRows } from './extraction.js'
export { createExtractor, type Extractor, type ExtractorOptions } from './extractor.js'
export { type ExtractionFigures, type ExtractionMetrics, type FiguresContext, figuresOf } from './figures.js'
export type { EntityFilter, Filters } from './filters.js'
export type { EntityPlan, Plan } from './plan.js'
export type { RowChange } from './row-ledger.js'
export { type SyncStrategy, syncStrategies } from './strategies.js'
