import { MINUTE_MS } from '../values/day.js'
import { latest } from './conversations.js'
import { minutesOrNull } from './duration.js'
import type { TicketFacts } from './facts.js'

/**
 * T10: now − latest of creation, update, first response and conversation, in minutes.
 *
 * Null when the ticket is not open, or none of these is a time.
 */
export function minutesSinceLastActivity(facts: TicketFacts): number | null {
  return facts.isOpen ? minutesOrNull(facts.settings.now - lastActivityAt(facts)) : null
}

/**
 * T11: whether T10 exceeds the limit of its priority rank: 1: 240, 2: 1440, 3: 4320, 4: 10 080, none: 4320, in a
 * paused status 10 080 minutes (`ctx.staleMinutesByRank`). Null as T10.
 */
export function isStale(facts: TicketFacts): boolean | null {
  const idleMs = facts.isOpen ? facts.settings.now - lastActivityAt(facts) : Number.NaN
  return Number.isNaN(idleMs) ? null : idleMs > staleAfterMs(facts)
}

/** How long a ticket may lie untouched. */
export function staleAfterMs({ settings, statusClass, priorityRank }: TicketFacts): number {
  return settings.staleMinutes[statusClass === 'paused' ? 'paused' : (priorityRank ?? 'none')] * MINUTE_MS
}

/** Latest sign of work on a ticket, epoch ms; NaN for none. */
export function lastActivityAt(facts: TicketFacts): number {
  const ofRecord = latest(latest(facts.createdAt, facts.updatedAt), facts.firstResponseAt)
  return facts.conversation === undefined ? ofRecord : latest(ofRecord, facts.conversation.latestAt)
}
