import type { Dimension, Severity } from './rule.js'

export type Grade = 'A' | 'B' | 'C' | 'D' | 'F'

/** A record with a failed critical rule scores no more. */
const CRITICAL_CAP = 49

export const defaultSeverityWeights: Readonly<Record<Severity, number>> = Object.freeze({
  critical: 10,
  error: 5,
  warning: 2,
  info: 0,
})

export const defaultDimensionWeights: Readonly<Record<Dimension, number>> = Object.freeze({
  completeness: 0.25,
  validity: 0.25,
  consistency: 0.2,
  uniqueness: 0.1,
  integrity: 0.1,
  timeliness: 0.1,
})

export const dimensions = Object.freeze(Object.keys(defaultDimensionWeights)) as readonly Dimension[]

/** 0 to 100 with two decimals, half up; multiplied before it is divided, so that halves are met exactly. */
export const percentage = (part: number, whole: number): number => Math.round((10_000 * part) / whole) / 100

/** 100 × (1 − failed ÷ applicable weight), at most 49 after a failed critical rule; null without applicable weight. */
export function recordScore(
  failedWeight: number,
  applicableWeight: number,
  hasCritical: boolean,
): number | null {
  if (!(applicableWeight > 0)) return null
  const score = percentage(applicableWeight - failedWeight, applicableWeight)
  return hasCritical ? Math.min(score, CRITICAL_CAP) : score
}

export interface WeighedScore {
  readonly weight: number
  /** Null is left out. */
  readonly score: number | null
}

/** Σ weight × score ÷ Σ weight of the scores that are known, two decimals; null when none is. */
export function weightedScore(parts: readonly WeighedScore[]): number | null {
  let sum = 0
  let weights = 0
  for (const { weight, score } of parts) {
    if (score === null) continue
    sum += weight * score
    weights += weight
  }
  return weights > 0 ? roundScore(sum / weights) : null
}

export const roundScore = (score: number): number => Math.round(score * 100) / 100

/** A from 95, B from 85, C from 70, D from 50, else F. */
export function grade(score: number | null): Grade | null {
  if (score === null) return null
  if (score >= 95) return 'A'
  if (score >= 85) return 'B'
  if (score >= 70) return 'C'
  return score >= 50 ? 'D' : 'F'
}
