import { minutesOrNull } from './duration.js'
import type { TicketFacts } from './facts.js'
import type { SlaClock } from './sla-clock.js'

/**
 * T16: due − now in minutes while the first-response clock runs; negative is overdue.
 *
 * Null when done, paused, terminal, or without due instant.
 */
export const minutesToFirstResponseBreach = (facts: TicketFacts): number | null =>
  minutesToBreach(facts, facts.firstResponse)

/** T17: the same for the resolution clock. */
export const minutesToResolutionBreach = (facts: TicketFacts): number | null =>
  minutesToBreach(facts, facts.resolution)

/**
 * T18: max(0, (done ?? now) − due) of a breach, in minutes; 0 when the vendor flags what was done in time.
 *
 * Null when not breached, without due instant, and when terminal without done.
 */
export const firstResponseOverrunMinutes = (facts: TicketFacts): number | null =>
  overrun(facts, facts.firstResponse)

/** T18: the same for the resolution clock. */
export const resolutionOverrunMinutes = (facts: TicketFacts): number | null =>
  overrun(facts, facts.resolution)

function minutesToBreach(facts: TicketFacts, { due, done }: SlaClock): number | null {
  const isRunning = facts.isOpen && facts.statusClass !== 'paused' && Number.isNaN(done)
  return isRunning ? minutesOrNull(due - facts.settings.now) : null
}

function overrun(facts: TicketFacts, { due, done, status }: SlaClock): number | null {
  if (status !== 'breached') return null
  const end = Number.isNaN(done) && facts.isOpen ? facts.settings.now : done
  return minutesOrNull(Math.max(0, end - due))
}
