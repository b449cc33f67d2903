export { psi } from '../metrics/psi.js'
export { absentOnIt } from './absent-on-it.js'
export { anomalyKinds } from './anomalies.js'
export { assessQuality } from './assess-quality.js'
export { qualityRules, rulesVersion } from './catalogue.js'
export type {
  AssessedEntity,
  EntityName,
  Provenance,
  QualityData,
  QualityRecords,
  ReferenceListName,
} from './data.js'
export { type DriftBand, type DriftRow, drift } from './drift.js'
export { qualityToMarkdown } from './markdown.js'
export type { QualityContext, QualityOptions, RuleThreshold, WorkStateName } from './options.js'
export { publicMailDomains } from './public-mail-domains.js'
export type {
  ConversationRecordFacts,
  FactsByEntity,
  InvoiceItemRecordFacts,
  RecordFacts,
  TicketRecordFacts,
  WorklogRecordFacts,
} from './record-facts.js'
export type {
  Anomaly,
  DatasetQuality,
  FieldCompleteness,
  QualityLimits,
  QualityReport,
  RecordQuality,
  RulePart,
  RuleResult,
  RuleStatus,
} from './report.js'
export type { Dimension, EntityRule, Outcome, Rule, RuleDefinition, Severity } from './rule.js'
export type { QualityScope } from './scope.js'
export { defaultDimensionWeights, defaultSeverityWeights, type Grade } from './score.js'
