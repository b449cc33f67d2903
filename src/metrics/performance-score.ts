import { compositeScore, type ScoreParts } from './composite-score.js'
import type { Thresholds } from './thresholds.js'

export type PerformanceCategory = 'excellent' | 'good' | 'fair' | 'poor'
export type PerformancePart =
  | 'resolutionSlaCompliance'
  | 'firstResponseSlaCompliance'
  | 'killRate'
  | 'firstContactResolution'
  | 'reopenRatio'

/**
 * D26: weighted mean of compliance of both clocks, kill rate, first contact resolution and reopening,
 * `ctx.thresholds.performanceScore`; null when less than half of the weight is known.
 */
export function performanceScore(
  values: Readonly<Record<PerformancePart, number | null>>,
  { performanceScore: { minimumWeight, parts } }: Thresholds,
): { score: number | null; parts: ScoreParts<PerformancePart> } {
  return compositeScore<PerformancePart>(parts, values, minimumWeight)
}

/** D26: from 85 excellent, from 70 good, from 50 fair, else poor; `ctx.thresholds.performanceCategory`. */
export function performanceCategory(
  score: number | null,
  { performanceCategory: { excellent, good, fair } }: Thresholds,
): PerformanceCategory | null {
  if (score === null) return null
  if (score >= excellent) return 'excellent'
  if (score >= good) return 'good'
  return score >= fair ? 'fair' : 'poor'
}
