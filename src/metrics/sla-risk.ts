import type { TicketFacts } from './facts.js'

export type SlaRiskLevel = 'onTrack' | 'watch' | 'atRisk' | 'critical' | 'breached' | 'paused'

/**
 * T19: how near an open ticket is to missing its resolution target.
 *
 * `breached` and `paused` as the clock says, else by T15: below 0.5 onTrack, 0.75 watch, 0.9 atRisk, from there on
 * critical (`ctx.thresholds.slaRiskLevel`). Null when not open, or without ratio.
 */
export function slaRiskLevel(facts: TicketFacts): SlaRiskLevel | null {
  const { status, consumedRatio } = facts.resolution
  if (!facts.isOpen) return null
  if (status === 'breached' || status === 'paused') return status
  if (Number.isNaN(consumedRatio)) return null
  const { watch, atRisk, critical } = facts.settings.thresholds.slaRiskLevel
  if (consumedRatio < watch) return 'onTrack'
  if (consumedRatio < atRisk) return 'watch'
  return consumedRatio < critical ? 'atRisk' : 'critical'
}
