import { qualityRules } from '../quality/catalogue.js'
import type { DatasetQuality, RuleResult } from '../quality/report.js'
import { type Column, column } from './column.js'

const share = { type: 'DOUBLE', unit: 'ratio' } as const
const count = { type: 'BIGINT', unit: 'count' } as const

export const findingColumns: readonly Column[] = [
  column(['entity'], 'entity that the rule is about; referenceList and dataset for rules across entities'),
  column(['ruleId'], 'id of the rule'),
  column(['dimension'], 'dimension of quality'),
  column(['severity'], 'critical, error, warning or info'),
  column(['text'], 'what must hold; null for a rule that is not built in'),
  column(['status'], 'pass, warn, fail or notEvaluated'),
  column(['applicable'], 'records that the rule applies to', count),
  column(['passed'], 'records for which it holds', count),
  column(['failed'], 'records for which it does not', count),
  column(['notApplicable'], 'records that it does not apply to', count),
  column(['failRatio'], 'failed ÷ applicable; null: it applies to none', share),
  column(['weight'], 'weight of the rule in scores', { type: 'DOUBLE', unit: 'number' }),
  column(['parts'], 'shares of a rule across entities: edges, lists or entities; null for others', {
    isJson: true,
  }),
  column(['sampleIds'], 'up to ten ids of records for which it does not hold', { isJson: true }),
]

const definitions = new Map(qualityRules.map((rule) => [rule.id, rule]))

/** A row per rule that ran, also of those that hold: a finding that is absent is not one that was looked for. */
export function findingsOf(quality: DatasetQuality): readonly object[] {
  const rowOf = (result: RuleResult, entity: string | undefined) => {
    const definition = definitions.get(result.ruleId)
    return { ...result, entity: entity ?? definition?.entity ?? null, text: definition?.text ?? null }
  }
  return [
    ...Object.values(quality.byEntity).flatMap(({ rules, entity }) =>
      rules.map((result) => rowOf(result, entity)),
    ),
    ...quality.crossEntity.map((result) => rowOf(result, undefined)),
  ]
}
