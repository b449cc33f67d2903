import type { StatusClass } from './context.js'
import type { TicketFacts } from './facts.js'
import { datedChanges } from './paused-time.js'

const isTerminal = (status: StatusClass | null): boolean => status === 'resolved' || status === 'closed'
const isWorked = (status: StatusClass | null): boolean =>
  status === 'open' || status === 'paused' || status === 'unknown'

/** T26: transitions from resolved or closed to open, paused or unknown; null without status history. */
export function reopenCount({ statusHistory, settings }: TicketFacts): number | null {
  if (statusHistory === undefined) return null
  let count = 0
  let before: StatusClass | null = null
  for (const { status } of datedChanges(statusHistory, settings)) {
    const now = settings.names.statusClass(status)
    if (isTerminal(before) && isWorked(now)) count += 1
    before = now
  }
  return count
}

/** T27: whether an open ticket has a resolution time; never null. */
export const isReopenSuspected = (facts: TicketFacts): boolean =>
  facts.isOpen && !Number.isNaN(facts.resolutionAt)
