import { compositeScore, type ScoreParts } from './composite-score.js'
import type { Settings } from './settings.js'
import type { Share } from './share.js'
import { type Proportions, shrunk, type Team } from './technician-team.js'

export type ProductivityBand = 'high' | 'solid' | 'developing' | 'needsSupport' | 'insufficientData'
export type ProductivityPart =
  | 'resolutionSlaCompliance'
  | 'relativeThroughput'
  | 'reopenRatio'
  | 'utilization'
  | 'firstResponseSlaCompliance'
  | 'firstContactResolution'
  | 'timeEntryCoverage'
export type SkillPart = 'difficulty' | 'outcome' | 'firstContact' | 'breadth'

export interface Scored<Part extends string> {
  readonly score: number | null
  readonly parts: ScoreParts<Part>
}

/** Figures of a technician that scores are made of. */
export interface ScoreInputs {
  readonly resolved: number
  readonly proportions: Proportions
  readonly utilization: number | null
  readonly relativeThroughput: number | null
  readonly meanComplexity: number | null
  readonly breadth: number | null
}

/**
 * K29: weighted mean of seven parts, `ctx.thresholds.productivityScore`; null below `ctx.minResolvedForScore` resolved
 * tickets. Made for coaching: not for pay, not for ranking people.
 */
export function productivityScore(
  inputs: ScoreInputs,
  team: Team,
  settings: Settings,
): Scored<ProductivityPart> {
  const { minimumWeight, parts } = settings.thresholds.productivityScore
  const of = shrinking(inputs, team, settings)
  const scored = compositeScore<ProductivityPart>(
    parts,
    {
      resolutionSlaCompliance: of('resolutionSla'),
      relativeThroughput: inputs.relativeThroughput,
      reopenRatio: of('reopened'),
      utilization: inputs.utilization,
      firstResponseSlaCompliance: of('firstResponseSla'),
      firstContactResolution: of('firstContact'),
      timeEntryCoverage: of('timeEntry'),
    },
    minimumWeight,
  )
  return inputs.resolved < settings.minResolvedForScore ? { ...scored, score: null } : scored
}

/** K29: high from 80, solid from 60, developing from 40, else needsSupport; `ctx.thresholds.productivityBand`. */
export function productivityBand(score: number | null, { thresholds }: Settings): ProductivityBand {
  const { high, solid, developing } = thresholds.productivityBand
  if (score === null) return 'insufficientData'
  if (score >= high) return 'high'
  if (score >= solid) return 'solid'
  return score >= developing ? 'developing' : 'needsSupport'
}

/**
 * K28: weighted mean of difficulty, outcome, first contact and breadth, `ctx.thresholds.skillScore`; null below
 * `ctx.minResolvedForSkill` resolved tickets. Behaviour can only suggest a level: certificates are not in the API.
 */
export function skillScore(inputs: ScoreInputs, team: Team, settings: Settings): Scored<SkillPart> {
  const { minimumWeight, parts } = settings.thresholds.skillScore
  const of = shrinking(inputs, team, settings)
  const scored = compositeScore<SkillPart>(
    parts,
    {
      difficulty: inputs.meanComplexity,
      outcome: of('resolutionSla'),
      firstContact: of('firstContact'),
      breadth: inputs.breadth,
    },
    minimumWeight,
  )
  return inputs.resolved < settings.minResolvedForSkill ? { ...scored, score: null } : scored
}

/** K28: the declared level, else L1 below 40, L2 below 65, L3 below 85, else L4 (`ctx.thresholds.skillLevel`). */
export function skillLevel(score: number | null, technicianId: string, settings: Settings): string {
  const declared = settings.ctx.declaredSkillLevelByUserId
  const own =
    declared !== undefined && Object.hasOwn(declared, technicianId) ? declared[technicianId] : undefined
  if (own !== undefined) return own
  const { l2, l3, l4 } = settings.thresholds.skillLevel
  if (score === null) return 'insufficientData'
  if (score < l2) return 'L1'
  if (score < l3) return 'L2'
  return score < l4 ? 'L3' : 'L4'
}

const shrinking =
  ({ proportions }: ScoreInputs, { pooled }: Team, { shrinkageK }: Settings) =>
  (name: keyof Proportions): number | null => {
    const [own, team]: [Share, Share] = [proportions[name], pooled[name]]
    return shrunk(own, team, shrinkageK)
  }
