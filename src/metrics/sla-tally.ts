import type { TicketFacts } from './facts.js'
import { isWithin, type Period } from './period.js'
import { slaDecisionAt } from './sla-clock.js'
import { firstResponseFlagMismatch, resolutionFlagMismatch } from './sla-flag-mismatch.js'
import { type SlaGroupBy, slaGroupOf } from './sla-groups.js'
import { countTicket, createTicketTally, type TicketTally } from './ticket-tally.js'

/** Resolution outcomes of a group that were decided in the period. */
export interface GroupOutcomes {
  evaluatedCount: number
  breachedCount: number
}

/** What the tickets of an SLA population add up to, beyond what every group needs. */
export interface SlaTally {
  readonly tickets: TicketTally
  readonly groups: Readonly<Record<SlaGroupBy, Map<string, GroupOutcomes>>>
  /** Breaches by the hour of the week of the report zone in which the ticket was created, from Monday 0:00. */
  readonly breachesByHourOfWeek: number[]
  flagMismatchCount: number
}

const HOUR_MS = 3_600_000
const WEEK_HOURS = 168
/** 1 January 1970 was a Thursday. */
const FIRST_HOUR = 72

const groupings = Object.keys(slaGroupOf) as SlaGroupBy[]

export const createSlaTally = (period: Period): SlaTally => ({
  tickets: createTicketTally(period, period.preceding),
  groups: {
    priority: new Map(),
    client: new Map(),
    technician: new Map(),
    techGroup: new Map(),
    sla: new Map(),
  },
  breachesByHourOfWeek: new Array<number>(WEEK_HOURS).fill(0),
  flagMismatchCount: 0,
})

/** @param sign 1 counts a ticket, −1 takes away one that was counted, by the facts that it was counted by. */
export function countSla(tally: SlaTally, facts: TicketFacts, sign: 1 | -1): void {
  if (facts.statusClass === 'cancelled') return
  countTicket(tally.tickets, facts, sign)
  if (firstResponseFlagMismatch(facts) || resolutionFlagMismatch(facts)) tally.flagMismatchCount += sign
  const { status, due, done } = facts.resolution
  if (!isWithin(slaDecisionAt(status, due, done), tally.tickets.period)) return
  const isBreached = status === 'breached'
  for (const by of groupings) countGroup(tally.groups[by], slaGroupOf[by](facts), isBreached, sign)
  const hour = isBreached ? hourOfWeek(facts) : Number.NaN
  if (!Number.isNaN(hour)) tally.breachesByHourOfWeek[hour] = (tally.breachesByHourOfWeek[hour] ?? 0) + sign
}

function countGroup(
  groups: Map<string, GroupOutcomes>,
  key: string,
  isBreached: boolean,
  sign: 1 | -1,
): void {
  const group = groups.get(key) ?? { evaluatedCount: 0, breachedCount: 0 }
  group.evaluatedCount += sign
  if (isBreached) group.breachedCount += sign
  if (group.evaluatedCount === 0) groups.delete(key)
  else groups.set(key, group)
}

/** 0 is Monday from 0:00 to 1:00; NaN without creation. */
function hourOfWeek({ startedAt, settings }: TicketFacts): number {
  const hour = (Math.floor(settings.reportZone.wallAt(startedAt) / HOUR_MS) + FIRST_HOUR) % WEEK_HOURS
  return hour < 0 ? hour + WEEK_HOURS : hour
}
