import type { TicketFacts } from './facts.js'
import type { SlaClock } from './sla-clock.js'

/** How pressing an open ticket is: of its two clocks the worse one tells. */
export type UrgencyLevel = 'late' | 'critical' | 'atRisk' | 'plain'

/** `reply` is the first-response clock, `fix` the resolution clock. */
export type UrgencyClock = 'reply' | 'fix'

/** The clock of an open ticket that must be looked at first. */
export interface Urgency {
  readonly level: UrgencyLevel
  /** Null when no clock runs and none is late. */
  readonly clock: UrgencyClock | null
  /** Epoch ms; NaN for none. */
  readonly due: number
}

/**
 * Late: breached and, for the reply, not answered. Else by the consumed share of the target: critical from 0.9, at risk
 * from 0.75 (`ctx.thresholds.slaRiskLevel`). Both clocks started at creation, so that the one due first is the worse.
 */
export function ticketUrgency(facts: TicketFacts): Urgency {
  const { firstResponse, resolution } = facts
  const reply = Number.isNaN(firstResponse.done) ? firstResponse : undefined
  return (
    first('late', reply, resolution, ({ status }) => status === 'breached') ??
    first(level(facts, reply), reply, resolution, ({ status }) => status === 'pending') ?? {
      level: 'plain',
      clock: null,
      due: Number.NaN,
    }
  )
}

/** Of the clocks that an answer is yes for the one due first, the reply of two at once. */
function first(
  level: UrgencyLevel,
  reply: SlaClock | undefined,
  fix: SlaClock,
  isIt: (clock: SlaClock) => boolean,
): Urgency | undefined {
  const isReply = reply !== undefined && isIt(reply)
  if (isReply && !(isIt(fix) && (fix.due < reply.due || Number.isNaN(reply.due))))
    return { level, clock: 'reply', due: reply.due }
  return isIt(fix) ? { level, clock: 'fix', due: fix.due } : undefined
}

function level({ resolution, settings }: TicketFacts, reply: SlaClock | undefined): UrgencyLevel {
  const { atRisk, critical } = settings.thresholds.slaRiskLevel
  const reaches = (limit: number) =>
    resolution.consumedRatio >= limit || (reply !== undefined && reply.consumedRatio >= limit)
  if (reaches(critical)) return 'critical'
  return reaches(atRisk) ? 'atRisk' : 'plain'
}
