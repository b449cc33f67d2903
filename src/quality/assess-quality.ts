import { assessEntity } from './assess-entity.js'
import { qualityRules, rulesByEntity, rulesVersion } from './catalogue.js'
import { crossEntityResults } from './cross-entity.js'
import { type AssessedEntity, assessedEntities, entityNames, type QualityData } from './data.js'
import type { QualityContext, ResolvedOptions } from './options.js'
import { referenceListResults } from './reference-lists.js'
import type { DatasetQuality, QualityReport } from './report.js'
import type { Rule } from './rule.js'
import { createQualityScope, qualityScopeInSteps } from './scope.js'
import { grade, weightedScore } from './score.js'
import { finish, type Steps } from './steps.js'

/**
 * Judges records by rules: scores and failing rules per entity, and rules across entities.
 *
 * Scores describe the records that were delivered. What was not loaded is not evaluated and never passes; the report
 * holds ids and counts only, and does not depend on the order of records.
 *
 * @throws TypeError naming the field of `ctx` that is wrong; wrong data never throw.
 *
 * @example
 * const { byEntity } = assessQuality({ tickets }, { now: '2024-03-05T11:00:00Z' })
 * byEntity.ticket?.datasetGrade // 'A'
 */
export const assessQuality = (data: QualityData, ctx: QualityContext): DatasetQuality =>
  finish(qualityInSteps(data, ctx))

/** {@link assessQuality} as work that can be interrupted; the data must not change meanwhile. */
export function* qualityInSteps(data: QualityData, ctx: QualityContext): Steps<DatasetQuality> {
  const scope = yield* qualityScopeInSteps(data, ctx)
  const { options, settings } = scope
  requireKnownRules(options)
  for (const entity of entityNames) yield* scope.prepare(entity)
  const reference = options.reference && createQualityScope(options.reference, ctx)
  const byEntity: Partial<Record<AssessedEntity, QualityReport>> = {}
  for (const entity of assessedEntities) {
    if (scope.facts(entity) === undefined) continue
    const own = options.rules.filter((rule) => rule.entity === entity)
    const all: readonly Rule[] = [...(rulesByEntity[entity] as readonly Rule[]), ...own]
    const rules = all.filter(({ id }) => !options.left.has(id))
    const report = yield* assessEntity(entity, rules, scope, reference)
    if (report !== undefined) byEntity[entity] = report
  }
  const overallScore = weightedScore(
    Object.values(byEntity).map(({ recordCount, datasetScore }) => ({
      weight: recordCount,
      score: datasetScore,
    })),
  )
  return {
    rulesVersion,
    generatedFor: settings.ctx.now,
    overallScore,
    overallGrade: grade(overallScore),
    byEntity,
    crossEntity: [...referenceListResults(scope), ...(yield* crossEntityResults(scope))].filter(
      ({ ruleId }) => !options.left.has(ruleId),
    ),
  }
}

const builtIn: ReadonlySet<string> = new Set(qualityRules.map(({ id }) => id))

function requireKnownRules({ rules, thresholds }: ResolvedOptions): void {
  const own = new Set<string>()
  for (const [at, { id }] of rules.entries()) {
    if (builtIn.has(id) || own.has(id))
      throw new TypeError(`ctx.quality.rules[${at}].id: ${JSON.stringify(id)} is taken.`)
    own.add(id)
  }
  for (const id of Object.keys(thresholds))
    if (!builtIn.has(id) && !own.has(id))
      throw new TypeError(`ctx.quality.thresholds[${JSON.stringify(id)}]: no such rule.`)
}
