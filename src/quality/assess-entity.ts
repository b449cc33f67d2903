import { formatInstant } from '../values/instant.js'
import { anomaliesOf, countOutliers } from './anomalies.js'
import { createCompletenessTally } from './completeness-tally.js'
import { type AssessedEntity, type EntityName, entityNames, sources } from './data.js'
import { driftOf } from './drift.js'
import { visitMomentsOf } from './event-moments.js'
import type { FactsByEntity } from './record-facts.js'
import type { QualityLimits, QualityReport, RecordQuality, RuleResult } from './report.js'
import { type Dimension, prepareRule, type Rule } from './rule.js'
import { noSamples, ruleResult, statusOf, withSample } from './rule-counts.js'
import type { QualityScope } from './scope.js'
import { dimensions, grade, percentage, recordScore, weightedScore } from './score.js'
import { runsOf, type Steps } from './steps.js'

type Facts = FactsByEntity[AssessedEntity]

interface RuleTally {
  readonly rule: Rule
  readonly weight: number
  readonly isCritical: boolean
  samples: readonly string[]
  failed: number
  notApplicable: number
}

/** Report of one entity; undefined when its collection was not given. */
export function* assessEntity(
  entity: AssessedEntity,
  rules: readonly Rule[],
  scope: QualityScope,
  reference: QualityScope | undefined,
): Steps<QualityReport | undefined> {
  const list = scope.facts(entity)
  if (list === undefined) return undefined
  const { options, settings } = scope
  const tallies = tallyRules(rules, scope)
  const completeness = createCompletenessTally(entity, options.left)
  const records: RecordQuality[] | undefined = options.perRecord ? [] : undefined
  for (const rule of rules) yield* prepareRule(rule, scope)
  for (const run of runsOf(list as readonly Facts[])) {
    for (const facts of run) {
      const score = judge(facts, tallies, scope, records !== undefined)
      const completenessScore = completeness.count(facts as never)
      records?.push({
        id: facts.id,
        recordScore: score.value,
        completenessScore,
        failedRuleIds: score.failedRuleIds,
      })
    }
    yield
  }
  const results = tallies.map((tally) => resultOf(tally, list.length, scope))
  const scores = dimensionScores(tallies, list.length)
  const datasetScore = weightedScore(
    dimensions.map((dimension) => ({
      weight: options.dimensionWeights[dimension],
      score: scores.exact.get(dimension) ?? null,
    })),
  )
  return {
    generatedFor: settings.ctx.now,
    entity,
    recordCount: list.length,
    datasetScore,
    datasetGrade: grade(datasetScore),
    completenessScore: completeness.score(),
    dimensionScores: scores.rounded,
    fieldCompleteness: completeness.fields(),
    rules: results,
    ...(records === undefined ? {} : { records: records.sort(byId) }),
    anomalies: anomaliesOf(results, entity === 'ticket' ? countOutliers(scope) : 0),
    ...(entity === 'ticket' && reference !== undefined ? { drift: driftOf(reference, scope) } : {}),
    limits: limitsOf(entity, scope),
  }
}

function tallyRules(rules: readonly Rule[], { options }: QualityScope): RuleTally[] {
  return rules
    .map((rule) => ({
      rule,
      weight: options.severityWeights[rule.severity],
      isCritical: rule.severity === 'critical',
      samples: noSamples,
      failed: 0,
      notApplicable: 0,
    }))
    .sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1))
}

interface Judgement {
  readonly value: number | null
  readonly failedRuleIds: readonly string[]
}

const none: readonly string[] = Object.freeze([])

/** Runs every rule over one record: the innermost loop of an assessment. */
function judge(
  facts: Facts,
  tallies: readonly RuleTally[],
  scope: QualityScope,
  withIds: boolean,
): Judgement {
  let failedWeight = 0
  let applicableWeight = 0
  let hasCritical = false
  let failedRuleIds: string[] | undefined
  for (const tally of tallies) {
    const outcome = tally.rule.check(facts as never, scope)
    if (outcome === 'na') {
      tally.notApplicable += 1
      continue
    }
    applicableWeight += tally.weight
    if (outcome === 'pass') continue
    tally.failed += 1
    failedWeight += tally.weight
    hasCritical ||= tally.isCritical
    if (facts.id !== null) tally.samples = withSample(tally.samples, facts.id)
    if (!withIds) continue
    failedRuleIds ??= []
    failedRuleIds.push(tally.rule.id)
  }
  return {
    value: recordScore(failedWeight, applicableWeight, hasCritical),
    failedRuleIds: failedRuleIds ?? none,
  }
}

function resultOf(
  { rule, weight, samples, failed, notApplicable }: RuleTally,
  records: number,
  scope: QualityScope,
): RuleResult {
  const applicable = records - notApplicable
  return ruleResult(rule, weight, {
    applicable,
    failed,
    notApplicable,
    sampleIds: samples,
    status: statusOf(failed, applicable, rule.severity, scope.options.thresholds[rule.id]),
  })
}

/** The rounded ones are shown, the exact ones are added up. */
function dimensionScores(
  tallies: readonly RuleTally[],
  records: number,
): {
  readonly exact: ReadonlyMap<Dimension, number>
  readonly rounded: Partial<Record<Dimension, number>>
} {
  const exact = new Map<Dimension, number>()
  const rounded: Partial<Record<Dimension, number>> = {}
  for (const dimension of dimensions) {
    let [passed, applicable] = [0, 0]
    for (const tally of tallies) {
      if (tally.rule.dimension !== dimension) continue
      const judged = records - tally.notApplicable
      passed += tally.weight * (judged - tally.failed)
      applicable += tally.weight * judged
    }
    if (!(applicable > 0)) continue
    exact.set(dimension, (100 * passed) / applicable)
    rounded[dimension] = percentage(passed, applicable)
  }
  return { exact, rounded }
}

/** Records without id come last; of equal ids the better ones, so that the order of records does not matter. */
function byId(a: RecordQuality, b: RecordQuality): number {
  if (a.id !== b.id) return b.id === null || (a.id !== null && a.id < b.id) ? -1 : 1
  return keyOf(a) < keyOf(b) ? -1 : 1
}

const keyOf = ({ recordScore: score, completenessScore, failedRuleIds }: RecordQuality): string =>
  JSON.stringify([score, completenessScore, failedRuleIds])

function limitsOf(entity: AssessedEntity, scope: QualityScope): QualityLimits {
  const isPartial = (name: EntityName) => scope.data.provenance?.[name]?.complete === false
  const fetchedAt: unknown = scope.data.provenance?.[entity]?.fetchedAt
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  visitMomentsOf(entity, scope, (moment) => {
    from = Math.min(from, moment)
    to = Math.max(to, moment)
  })
  const isLoaded = (name: EntityName) => scope.records(name) !== undefined
  const collections = (test: (name: EntityName) => boolean) =>
    entityNames
      .filter(test)
      .map((name) => sources[name].collection)
      .sort()
  return {
    collectionsLoaded: collections(isLoaded),
    partial: collections(isPartial),
    truncated: isPartial(entity),
    fetchedAt: typeof fetchedAt === 'string' ? fetchedAt : null,
    timeRange: from <= to ? { from: formatInstant(from), to: formatInstant(to) } : null,
  }
}
