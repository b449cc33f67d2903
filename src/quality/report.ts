import type { AssessedEntity } from './data.js'
import type { DriftRow } from './drift.js'
import type { Dimension, Severity } from './rule.js'
import type { Grade } from './score.js'

/** `notEvaluated`: the rule applied to no record, or what it needs is not known. */
export type RuleStatus = 'pass' | 'warn' | 'fail' | 'notEvaluated'

/** Outcomes of one rule. */
export interface RuleResult {
  readonly ruleId: string
  readonly dimension: Dimension
  readonly severity: Severity
  readonly weight: number
  readonly applicable: number
  readonly passed: number
  readonly failed: number
  readonly notApplicable: number
  /** failed ÷ applicable; null when it applied to nothing. */
  readonly failRatio: number | null
  readonly status: RuleStatus
  /** The first ten ids of records that failed, ascending by code unit. */
  readonly sampleIds: readonly string[]
  /** Of rules over the whole dataset: the edges, lists or entities that they consist of. */
  readonly parts?: readonly RulePart[]
}

/** A share of a dataset-level rule. */
export interface RulePart {
  readonly name: string
  readonly severity: Severity
  readonly applicable: number
  readonly failed: number
  readonly status: RuleStatus
  /** A measured figure, where there is one; its unit is in the name of the part. */
  readonly value?: number
}

export interface RecordQuality {
  readonly id: string | null
  readonly recordScore: number | null
  readonly completenessScore: number
  readonly failedRuleIds: readonly string[]
}

export interface FieldCompleteness {
  readonly filled: number
  readonly expected: number
  readonly ratio: number | null
}

export interface Anomaly {
  readonly kind: string
  readonly ruleIds: readonly string[]
  readonly count: number
}

/** What the scores do not cover. */
export interface QualityLimits {
  /** Names of the collections that were given. */
  readonly collectionsLoaded: readonly string[]
  /** Collections that were fetched only in part. */
  readonly partial: readonly string[]
  /** Whether this entity's own collection was. */
  readonly truncated: boolean
  readonly fetchedAt: string | null
  /** Earliest and latest event of the records, UTC. */
  readonly timeRange: { readonly from: string; readonly to: string } | null
}

export interface QualityReport {
  /** `ctx.now`. */
  readonly generatedFor: string
  readonly entity: AssessedEntity
  readonly recordCount: number
  readonly datasetScore: number | null
  readonly datasetGrade: Grade | null
  readonly completenessScore: number | null
  /** Only dimensions that applied. */
  readonly dimensionScores: Readonly<Partial<Record<Dimension, number>>>
  readonly fieldCompleteness: Readonly<Record<string, FieldCompleteness>>
  /** By ascending id. */
  readonly rules: readonly RuleResult[]
  /** By ascending record id; with `ctx.quality.perRecord`. */
  readonly records?: readonly RecordQuality[]
  readonly anomalies: readonly Anomaly[]
  /** With `ctx.quality.reference`. */
  readonly drift?: readonly DriftRow[]
  readonly limits: QualityLimits
}

/** Ids and counts only: no subjects, names, addresses or message texts. */
export interface DatasetQuality {
  /** Changes with the rules, so that scores of different versions are not compared by mistake. */
  readonly rulesVersion: string
  readonly generatedFor: string
  /** Mean of the dataset scores, weighted with their records. */
  readonly overallScore: number | null
  readonly overallGrade: Grade | null
  /** Entities whose collection was given. */
  readonly byEntity: Readonly<Partial<Record<AssessedEntity, QualityReport>>>
  /** Rules over reference lists (REF) and across entities (XEN), by ascending id. */
  readonly crossEntity: readonly RuleResult[]
}
