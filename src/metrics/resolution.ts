import { DAY_MS } from '../values/day.js'
import { businessMinutes, duration, minutesOrNull, orNull } from './duration.js'
import type { TicketFacts } from './facts.js'

/** T06: resolved − created, in minutes. Null when the ticket is not resolved, or either instant is missing. */
export function timeToResolutionMinutes(facts: TicketFacts): number | null {
  return minutesOrNull(duration(facts.startedAt, facts.resolvedAt, facts.settings.skew))
}

/** T07: business minutes of the same span; null as T06 and without a schedule. */
export function timeToResolutionBusinessMinutes(facts: TicketFacts): number | null {
  return orNull(businessMinutes(facts.calendar, facts.startedAt, facts.resolvedAt, facts.settings.skew))
}

/**
 * T25: whether creation and resolution fall on one date, of the zone of the ticket's schedule, else of
 * `ctx.reportTimeZone`. Null when T06 is.
 */
export function isSameDayResolution(facts: TicketFacts): boolean | null {
  const { startedAt, resolvedAt, settings } = facts
  const taken = duration(startedAt, resolvedAt, settings.skew)
  if (Number.isNaN(taken)) return null
  const zone = facts.zone ?? settings.reportZone
  return Math.floor(zone.wallAt(startedAt) / DAY_MS) === Math.floor(zone.wallAt(startedAt + taken) / DAY_MS)
}

export type ResolutionCategory = 'excellent' | 'good' | 'acceptable' | 'late' | 'severelyLate'

/**
 * T30: T15 of a resolved ticket: up to 0.5 excellent, 0.8 good, 1 acceptable, 1.5 late, else severelyLate
 * (`ctx.thresholds.resolutionCategory`). Null when not resolved, or T15 is.
 */
export function resolutionCategory({
  resolvedAt,
  resolution,
  settings,
}: TicketFacts): ResolutionCategory | null {
  const { consumedRatio } = resolution
  if (Number.isNaN(resolvedAt) || Number.isNaN(consumedRatio)) return null
  const { excellent, good, acceptable, late } = settings.thresholds.resolutionCategory
  if (consumedRatio <= excellent) return 'excellent'
  if (consumedRatio <= good) return 'good'
  if (consumedRatio <= acceptable) return 'acceptable'
  return consumedRatio <= late ? 'late' : 'severelyLate'
}
