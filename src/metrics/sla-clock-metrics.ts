import { MINUTE_MS } from '../values/day.js'
import type { ClockTally } from './clock-tally.js'
import { quantileOfSorted } from './quantile.js'
import type { Settings } from './settings.js'
import { ratio } from './share.js'
import { outcomeCounts } from './sla-counts.js'
import { meanOf } from './sorted-values.js'

/** Overruns of each severity. */
export interface OverrunSeverity {
  minor: number
  moderate: number
  major: number
  severe: number
}

/** S01 to S12: figures of one SLA clock over a population. */
export interface SlaClockMetrics {
  evaluatedCount: number | null
  metCount: number | null
  breachedCount: number | null
  pendingCount: number | null
  pausedCount: number | null
  notApplicableCount: number | null
  unknownCount: number | null
  complianceRatio: number | null
  complianceLowerBound: number | null
  breachRatio: number | null
  meanOverrunMinutes: number | null
  p50OverrunMinutes: number | null
  p90OverrunMinutes: number | null
  p95OverrunMinutes: number | null
  overrunSeverity: OverrunSeverity | null
  errorBudgetRemainingRatio: number | null
  meanConsumedRatio: number | null
}

export function slaClockFigures(tally: ClockTally, settings: Settings): SlaClockMetrics {
  const counts = outcomeCounts(tally.outcomes)
  const overruns = overrunMinutes(tally, settings)
  return {
    evaluatedCount: counts.evaluatedCount,
    metCount: counts.metCount,
    breachedCount: counts.breachedCount,
    pendingCount: counts.pendingCount,
    pausedCount: counts.pausedCount,
    notApplicableCount: counts.notApplicableCount,
    unknownCount: counts.unknownCount,
    complianceRatio: counts.complianceRatio,
    complianceLowerBound: counts.complianceLowerBound,
    breachRatio: ratio(counts.breachedCount, counts.evaluatedCount),
    meanOverrunMinutes: meanOf(overruns),
    p50OverrunMinutes: quantileOfSorted(overruns, 0.5),
    p90OverrunMinutes: quantileOfSorted(overruns, 0.9),
    p95OverrunMinutes: quantileOfSorted(overruns, 0.95),
    overrunSeverity: overrunSeverity(overruns, settings),
    errorBudgetRemainingRatio: errorBudgetRemainingRatio(
      counts.breachedCount,
      counts.evaluatedCount,
      settings,
    ),
    meanConsumedRatio: meanOf(tally.consumedByMet.values()),
  }
}

/** T18 of the breaches of the period, ascending: those that are done, and those that run over by the minute. */
function overrunMinutes({ overrunMs, runningOverSince }: ClockTally, { now }: Settings): number[] {
  const running = runningOverSince.values().map((due) => Math.max(0, now - due))
  return [...overrunMs.values(), ...running].sort((a, b) => a - b).map((ms) => ms / MINUTE_MS)
}

/** S10: up to 60 minutes minor, 480 moderate, 1440 major, beyond severe; `ctx.thresholds.overrunSeverityMinutes`. */
function overrunSeverity(overruns: readonly number[], { thresholds }: Settings): OverrunSeverity {
  const { minor, moderate, major } = thresholds.overrunSeverityMinutes
  const severity = { minor: 0, moderate: 0, major: 0, severe: 0 }
  for (const minutes of overruns) {
    if (minutes <= minor) severity.minor += 1
    else if (minutes <= moderate) severity.moderate += 1
    else if (minutes <= major) severity.major += 1
    else severity.severe += 1
  }
  return severity
}

/**
 * S11: 1 − breached ÷ (evaluated × (1 − `ctx.slaTarget`)), negative when overspent; null when nothing was evaluated
 * and for a target of 1.
 */
function errorBudgetRemainingRatio(
  breached: number,
  evaluated: number,
  { slaTarget }: Settings,
): number | null {
  const spent = ratio(breached, evaluated * (1 - slaTarget))
  return spent === null ? null : 1 - spent
}
