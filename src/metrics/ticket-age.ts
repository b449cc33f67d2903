import { DAY_MS } from '../values/day.js'
import { businessMinutes, duration, minutesOrNull, orNull } from './duration.js'
import type { TicketFacts } from './facts.js'

/**
 * T01: (open ? now : resolved) − created, in minutes.
 *
 * Null without creation, for a terminal ticket without resolution, and for a cancelled one.
 */
export function ticketAgeMinutes(facts: TicketFacts): number | null {
  return minutesOrNull(ageMs(facts))
}

/** T02: business minutes of the same span; null as T01 and without a schedule. */
export function ticketAgeBusinessMinutes(facts: TicketFacts): number | null {
  return orNull(businessMinutes(facts.calendar, facts.startedAt, facts.endedAt, facts.settings.skew))
}

/**
 * T03: age of an open ticket in days, as the bucket that holds it: `lt1d`, `d1to3`, …, `gte30d`; a bucket includes
 * its left edge. Null when the ticket is not open or has no age.
 */
export function ageBucket(facts: TicketFacts): string | null {
  const days = ageMs(facts) / DAY_MS
  if (!facts.isOpen || Number.isNaN(days)) return null
  const { edges, names } = facts.settings.ageBuckets
  let at = 0
  while (at < edges.length && days >= (edges[at] as number)) at += 1
  return names[at] ?? null
}

const ageMs = (facts: TicketFacts): number => duration(facts.startedAt, facts.endedAt, facts.settings.skew)
