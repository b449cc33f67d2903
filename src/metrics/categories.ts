import type { Thresholds } from './thresholds.js'

export type KillRateCategory = 'backlogGrowing' | 'balanced' | 'backlogShrinking'
export type ComplianceCategory = 'excellent' | 'good' | 'fair' | 'poor'
export type AgreementEfficiencyCategory = 'underpriced' | 'sound' | 'overpriced'
export type GrossMarginCategory = 'good' | 'fair' | 'poor'

/** Below 0.9 backlogGrowing, up to 1.1 balanced, else backlogShrinking; null when the kill rate is. */
export function killRateCategory(
  killRate: number | null,
  { killRateCategory: { growing, shrinking } }: Thresholds,
): KillRateCategory | null {
  if (killRate === null) return null
  if (killRate < growing) return 'backlogGrowing'
  return killRate <= shrinking ? 'balanced' : 'backlogShrinking'
}

/** From 0.95 excellent, from 0.9 good, from 0.8 fair, else poor; null when compliance is. */
export function complianceCategory(
  compliance: number | null,
  { complianceCategory: { excellent, good, fair } }: Thresholds,
): ComplianceCategory | null {
  if (compliance === null) return null
  if (compliance >= excellent) return 'excellent'
  if (compliance >= good) return 'good'
  return compliance >= fair ? 'fair' : 'poor'
}

/** Below 0.8 underpriced, up to 1.5 sound, else overpriced, or under-served; null when C27 is. */
export function agreementEfficiencyCategory(
  efficiency: number | null,
  { agreementEfficiencyCategory: { underpriced, overpriced } }: Thresholds,
): AgreementEfficiencyCategory | null {
  if (efficiency === null) return null
  if (efficiency < underpriced) return 'underpriced'
  return efficiency <= overpriced ? 'sound' : 'overpriced'
}

/** From 0.5 good, from 0.4 fair, else poor; null when C25 is. */
export function grossMarginCategory(
  margin: number | null,
  { grossMarginCategory: { good, fair } }: Thresholds,
): GrossMarginCategory | null {
  if (margin === null) return null
  if (margin >= good) return 'good'
  return margin >= fair ? 'fair' : 'poor'
}
