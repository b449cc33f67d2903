import type { RulePart, RuleStatus } from '../report.js'
import type { QualityScope } from '../scope.js'
import type { Steps } from '../steps.js'

/** What a rule over the whole dataset found. */
export interface CrossOutcome {
  readonly applicable: number
  readonly failed: number
  readonly sampleIds?: readonly string[]
  /** Where the failing share does not decide. */
  readonly status?: RuleStatus
  readonly parts?: readonly RulePart[]
}

/** Null when what the rule needs is not known. */
export type CrossCheck = (scope: QualityScope) => CrossOutcome | null | Steps<CrossOutcome | null>

export const total = (
  parts: readonly RulePart[],
): { readonly applicable: number; readonly failed: number; readonly parts: readonly RulePart[] } => ({
  applicable: parts.reduce((sum, { applicable }) => sum + applicable, 0),
  failed: parts.reduce((sum, { failed }) => sum + failed, 0),
  parts,
})
