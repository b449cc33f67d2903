import { compositeScore, type ScoredPart, type ScoreParts } from './composite-score.js'
import type { Thresholds } from './thresholds.js'

type CorePart = Exclude<HealthPart, 'csat'>

export type HealthPart = keyof Thresholds['healthScore']['parts']
export type HealthBand = 'healthy' | 'watch' | 'atRisk'

/** Parts of a health score; `csat` only when there are answers. */
export type HealthScoreParts = ScoreParts<CorePart> & { readonly csat?: ScoredPart }

/** Figures of a client that health is made of; null for unknown. */
export interface HealthInputs {
  readonly resolutionSlaCompliance: number | null
  readonly ticketsPerEndpoint: number | null
  readonly engagementDays: number | null
  /** Undefined when invoices are not known, null when nothing is outstanding. */
  readonly overdueAmountRatio: number | null | undefined
  /** Undefined when tickets are not known, null when none is open. */
  readonly agedBacklogRatio: number | null | undefined
  /** Undefined when contracts are not known. */
  readonly activeContractCount: number | undefined
  /** Null when no active contract ends. */
  readonly daysToContractEnd: number | null
  readonly csatRatio: number | null
}

/**
 * C30: weighted mean of six parts, and of CSAT when there are answers; `ctx.thresholds.healthScore`. Null when less
 * than half the weight is known.
 */
export function healthScore(
  inputs: HealthInputs,
  { healthScore: { minimumWeight, parts } }: Thresholds,
): { score: number | null; parts: HealthScoreParts } {
  const { csat, ...core } = parts
  const values = {
    resolutionSlaCompliance: inputs.resolutionSlaCompliance,
    ticketsPerEndpoint: inputs.ticketsPerEndpoint,
    engagementDays: inputs.engagementDays,
    overdueAmount: noneIsZero(inputs.overdueAmountRatio),
    agedBacklog: noneIsZero(inputs.agedBacklogRatio),
    contractDays: contractDays(inputs, core.contractDays.best),
  }
  if (inputs.csatRatio === null) return compositeScore<CorePart>(core, values, minimumWeight)
  return compositeScore<HealthPart>({ ...core, csat }, { ...values, csat: inputs.csatRatio }, minimumWeight)
}

/** From 70 healthy, from 40 watch, else atRisk; null when the score is. `ctx.thresholds.healthBand`. */
export function healthBand(score: number | null, { healthBand: limits }: Thresholds): HealthBand | null {
  if (score === null) return null
  if (score >= limits.healthy) return 'healthy'
  return score >= limits.watch ? 'watch' : 'atRisk'
}

/** Nothing outstanding, or open, is no share of it overdue, or aged. */
const noneIsZero = (share: number | null | undefined): number | null =>
  share === undefined ? null : (share ?? 0)

/** No active contract is none left; one without end is as good as can be. */
function contractDays({ activeContractCount, daysToContractEnd }: HealthInputs, best: number): number | null {
  if (activeContractCount === undefined) return null
  return activeContractCount === 0 ? 0 : (daysToContractEnd ?? best)
}
