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
