import type { CrossCheck, CrossOutcome } from './cross-entity/cross-outcome.js'
import { countsAgree, duplicates, freshness, futureShare } from './cross-entity/delivery.js'
import { deletedTargets, orphanShares, staleNames } from './cross-entity/orphans.js'
import {
  endpointsAreContracted,
  invoicedWorkIsBilled,
  noZoneSlip,
  peopleAreOneOrTheOther,
  ticketsAreCovered,
} from './cross-entity/reconciliation.js'
import type { RuleResult } from './report.js'
import type { Dimension, RuleDefinition, Severity } from './rule.js'
import { ruleResult, statusOf } from './rule-counts.js'
import type { QualityScope } from './scope.js'
import type { Steps } from './steps.js'

interface CrossRule extends RuleDefinition<'dataset'> {
  readonly check: CrossCheck
}

const rule = (
  id: string,
  dimension: Dimension,
  severity: Severity,
  text: string,
  check: CrossCheck,
): CrossRule => Object.freeze({ id, entity: 'dataset' as const, dimension, severity, text, check })

export const crossEntityRules: readonly CrossRule[] = Object.freeze([
  rule('XEN-01', 'integrity', 'error', 'every reference is found, per edge', orphanShares),
  rule('XEN-02', 'uniqueness', 'error', 'no id comes twice: neither page overlap nor conflict', duplicates),
  rule('XEN-03', 'consistency', 'info', "referenced name equals the target's current name", staleNames),
  rule(
    'XEN-04',
    'integrity',
    'warning',
    'no reference to what an earlier snapshot still held',
    deletedTargets,
  ),
  rule(
    'XEN-05',
    'consistency',
    'warning',
    'worklog amounts INVOICED in the period differ from invoice items of the client by at most 5 %',
    invoicedWorkIsBilled,
  ),
  rule(
    'XEN-06',
    'consistency',
    'warning',
    'assets at most 5 % above the contracted endpoints (option `isEndpointContract`)',
    endpointsAreContracted,
  ),
  rule('XEN-07', 'completeness', 'error', 'records delivered equal `totalCount`', countsAgree),
  rule(
    'XEN-08',
    'timeliness',
    'error',
    'newest update at most 12 h old (fails beyond 24 h), within business hours',
    freshness,
  ),
  rule(
    'XEN-09',
    'timeliness',
    'error',
    'median of first conversation − ticket creation within ± 2 minutes',
    noZoneSlip,
  ),
  rule('XEN-10', 'timeliness', 'error', 'at most 0.1 % of event times after now + skew', futureShare),
  rule('XEN-11', 'uniqueness', 'info', 'nobody is technician and client user', peopleAreOneOrTheOther),
  rule(
    'XEN-12',
    'consistency',
    'info',
    "a ticket's client has an active contract at creation",
    ticketsAreCovered,
  ),
])

/** Results of the XEN rules; what could not be evaluated says so. */
export function* crossEntityResults(scope: QualityScope): Steps<readonly RuleResult[]> {
  const results: RuleResult[] = []
  for (const crossRule of crossEntityRules) {
    results.push(resultOf(crossRule, yield* outcomeOf(crossRule, scope), scope))
    yield
  }
  return results
}

function* outcomeOf({ check }: CrossRule, scope: QualityScope): Steps<CrossOutcome | null> {
  const found = check(scope)
  return found !== null && Symbol.iterator in found ? yield* found : found
}

function resultOf(crossRule: CrossRule, outcome: CrossOutcome | null, scope: QualityScope): RuleResult {
  const { id, severity } = crossRule
  const { severityWeights, thresholds } = scope.options
  const { applicable = 0, failed = 0, sampleIds = [], status, parts } = outcome ?? {}
  return ruleResult(crossRule, severityWeights[severity], {
    applicable,
    failed,
    notApplicable: applicable === 0 ? 1 : 0,
    sampleIds,
    status: (applicable > 0 ? status : undefined) ?? statusOf(failed, applicable, severity, thresholds[id]),
    ...(parts === undefined ? {} : { parts }),
  })
}
