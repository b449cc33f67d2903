export { type ExtractedData, type ExtractedEntity, type ExtractedRow, extractedEntities } from './entities.js'
export {
  createExtractor,
  type EntityReport,
  type Extraction,
  type ExtractionIssue,
  type Extractor,
  type ExtractorOptions,
  type Progress,
  type RunOptions,
} from './extractor.js'
