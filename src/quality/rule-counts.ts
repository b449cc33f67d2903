import type { RuleThreshold } from './options.js'
import type { RulePart, RuleResult, RuleStatus } from './report.js'
import type { RuleDefinition, Severity } from './rule.js'

const SAMPLES = 10

export const defaultThreshold = Object.freeze({ warnAbove: 0, failAbove: 0.05 })

/** Status of a failing share; what is only informed about never fails. */
export function statusOf(
  failed: number,
  applicable: number,
  severity: Severity,
  { warnAbove, failAbove }: RuleThreshold = {},
  defaults: { readonly warnAbove: number; readonly failAbove: number } = defaultThreshold,
): RuleStatus {
  if (applicable === 0) return 'notEvaluated'
  const share = failed / applicable
  if (share > (failAbove ?? defaults.failAbove) && severity !== 'info') return 'fail'
  return share > (warnAbove ?? defaults.warnAbove) ? 'warn' : 'pass'
}

const ORDER: readonly RuleStatus[] = ['notEvaluated', 'pass', 'warn', 'fail']

/** The worst of several; what was not evaluated is better than nothing at all. */
export const worstStatus = (statuses: readonly RuleStatus[]): RuleStatus =>
  ORDER[Math.max(0, ...statuses.map((status) => ORDER.indexOf(status)))] ?? 'notEvaluated'

/** The first ten ids, ascending by code unit, of as many as come. */
export interface SampleIds {
  add(id: string | null): void
  list(): readonly string[]
}

export function createSampleIds(): SampleIds {
  let ids: readonly string[] = noSamples
  return {
    add(id) {
      if (id !== null) ids = withSample(ids, id)
    },
    list: () => ids,
  }
}

export const noSamples: readonly string[] = Object.freeze([])

export function withSample(ids: readonly string[], id: string): readonly string[] {
  const last = ids.at(-1)
  if ((ids.length === SAMPLES && last !== undefined && id >= last) || ids.includes(id)) return ids
  return [...ids, id].sort().slice(0, SAMPLES)
}

export interface Counts {
  readonly applicable: number
  readonly failed: number
  readonly notApplicable: number
  readonly sampleIds: readonly string[]
  readonly status: RuleStatus
  readonly parts?: readonly RulePart[]
}

export function ruleResult(
  { id, dimension, severity }: RuleDefinition,
  weight: number,
  { applicable, failed, notApplicable, sampleIds, status, parts }: Counts,
): RuleResult {
  return {
    ruleId: id,
    dimension,
    severity,
    weight,
    applicable,
    passed: applicable - failed,
    failed,
    notApplicable,
    failRatio: applicable === 0 ? null : failed / applicable,
    status,
    sampleIds,
    ...(parts === undefined ? {} : { parts }),
  }
}
