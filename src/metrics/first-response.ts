import { businessMinutes, duration, minutesOrNull, orNull } from './duration.js'
import type { TicketFacts } from './facts.js'

/** T04: first response − created, in minutes. Null when either is missing, and for a cancelled ticket. */
export function timeToFirstResponseMinutes(facts: TicketFacts): number | null {
  return minutesOrNull(duration(facts.startedAt, facts.firstResponseAt, facts.settings.skew))
}

/** T05: business minutes of the same span; null as T04 and without a schedule. */
export function timeToFirstResponseBusinessMinutes(facts: TicketFacts): number | null {
  return orNull(businessMinutes(facts.calendar, facts.startedAt, facts.firstResponseAt, facts.settings.skew))
}
