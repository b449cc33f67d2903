import { MINUTE_MS } from '../values/day.js'
import type { Calendar } from './business-calendar.js'
import { duration, orNull } from './duration.js'
import { eventTime } from './event-time.js'
import type { TicketFacts } from './facts.js'
import type { StatusChange } from './records.js'
import type { Settings } from './settings.js'

/**
 * T08: minutes in a paused status between creation and resolution, or now.
 *
 * Null without status history: the present status does not tell how long it has held.
 */
export function pausedMinutes(facts: TicketFacts): number | null {
  return orNull(sumPauses(facts, (from, to) => (to - from) / MINUTE_MS))
}

/** T08: the part of the pauses inside business hours; null as above and without a schedule. */
export function pausedBusinessMinutes(facts: TicketFacts): number | null {
  const { calendar } = facts
  return calendar === null ? null : orNull(sumPauses(facts, calendar.between))
}

/** T09: T06 − T08, in minutes; null when either is. */
export function netTimeToResolutionMinutes(facts: TicketFacts): number | null {
  const total = duration(facts.startedAt, facts.resolvedAt, facts.settings.skew) / MINUTE_MS
  return orNull(total - (pausedMinutes(facts) ?? Number.NaN))
}

function sumPauses(facts: TicketFacts, length: Calendar['between']): number {
  const { statusHistory, settings, startedAt, endedAt } = facts
  const span = duration(startedAt, endedAt, settings.skew)
  if (!Array.isArray(statusHistory) || Number.isNaN(span)) return Number.NaN
  const changes = datedChanges(statusHistory, settings)
  let sum = 0
  changes.forEach(({ at, status }, position) => {
    if (settings.names.statusClass(status) !== 'paused') return
    const from = Math.max(at, startedAt)
    const to = Math.min(changes[position + 1]?.at ?? endedAt, endedAt)
    if (to > from) sum += length(from, to)
  })
  return sum
}

/** Ascending; of changes at one instant the later in the list is the one that holds. */
export function datedChanges(
  history: readonly StatusChange[],
  settings: Settings,
): { at: number; status: string }[] {
  return history
    .map((change) => ({ at: eventTime(change?.at, settings), status: change?.status }))
    .filter((change) => !Number.isNaN(change.at))
    .sort((a, b) => a.at - b.at)
}
