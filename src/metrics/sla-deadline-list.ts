import { formatInstant } from '../values/instant.js'
import type { TicketFacts } from './facts.js'
import { resolutionSlaConsumedRatio } from './sla-clock.js'
import { minutesToResolutionBreach } from './sla-deadlines.js'
import { type SlaRiskLevel, slaRiskLevel } from './sla-risk.js'

/** An open ticket whose resolution clock runs. */
export interface TimeToBreach {
  ticketId: string | null
  due: string
  minutes: number | null
  /** T15. */
  ratio: number | null
  /** T19. */
  level: SlaRiskLevel | null
}

/** The first ticket to breach. */
export interface NextBreach {
  nextBreachTicketId: string | null
  due: string
  minutes: number | null
}

/** S23: tickets whose resolution is pending, by due instant, then id. */
export const timeToBreachList = (tickets: Iterable<TicketFacts>): TimeToBreach[] =>
  [...tickets]
    .filter(({ resolution }) => resolution.status === 'pending')
    .sort((a, b) => a.resolution.due - b.resolution.due || byTicketId(a, b))
    .map((facts) => ({
      ticketId: facts.ticketId,
      due: formatInstant(facts.resolution.due),
      minutes: minutesToResolutionBreach(facts),
      ratio: resolutionSlaConsumedRatio(facts),
      level: slaRiskLevel(facts),
    }))

/** S17: the first of S23; null without any. */
export function nextBreach([first]: readonly TimeToBreach[]): NextBreach | null {
  return first === undefined
    ? null
    : { nextBreachTicketId: first.ticketId, due: first.due, minutes: first.minutes }
}

/** Ascending by code unit, tickets without id last; those that share one by what is told of them. */
function byTicketId(a: TicketFacts, b: TicketFacts): number {
  if (a.ticketId === b.ticketId) return consumed(b) - consumed(a)
  if (a.ticketId === null) return 1
  return b.ticketId === null || a.ticketId < b.ticketId ? -1 : 1
}

const consumed = (facts: TicketFacts): number => resolutionSlaConsumedRatio(facts) ?? -1
