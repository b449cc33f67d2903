import { writtenTime } from './event-time.js'
import type { TicketFacts } from './facts.js'

/**
 * TKT-24: whether the vendor's first-response flag contradicts the instants: flag ≠ done > due, while not done now >
 * due.
 *
 * Null without flag or due instant, when cancelled, and when neither done nor open with a running clock. Instants are
 * taken as they are written, also those of the future.
 */
export function firstResponseFlagMismatch(facts: TicketFacts): boolean | null {
  const { record, settings } = facts
  const answeredAt = writtenTime(facts.firstResponseAt, record.firstResponseTime, settings)
  const done =
    Number.isNaN(answeredAt) && settings.resolutionCountsAsResponse ? resolvedAt(facts) : answeredAt
  return mismatch(facts, facts.firstResponse.due, done, record.firstResponseViolated)
}

/** TKT-25: the same of the resolution flag; only a resolved or closed ticket is done. */
export const resolutionFlagMismatch = (facts: TicketFacts): boolean | null =>
  mismatch(facts, facts.resolution.due, resolvedAt(facts), facts.record.resolutionViolated)

function mismatch(facts: TicketFacts, due: number, done: number, flag: unknown): boolean | null {
  const { statusClass, isOpen, settings } = facts
  if (typeof flag !== 'boolean' || Number.isNaN(due) || statusClass === 'cancelled') return null
  if (!Number.isNaN(done)) return flag !== done > due
  return isOpen && statusClass !== 'paused' ? flag !== settings.now > due : null
}

const resolvedAt = (facts: TicketFacts): number =>
  facts.statusClass === 'resolved' || facts.statusClass === 'closed'
    ? writtenTime(facts.resolutionAt, facts.record.resolutionTime, facts.settings)
    : Number.NaN
