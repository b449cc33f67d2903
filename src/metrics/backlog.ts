import { change } from './clock-tally.js'
import type { TicketFacts } from './facts.js'
import { firstAtLeast, SortedValues } from './sorted-values.js'

/** Instants between which tickets were in the backlog, of any number of points in time to look at. */
export interface BacklogTally {
  /** Creation of the open tickets, and of those resolved at a known time. */
  readonly arrivals: SortedValues
  /** Resolution, not before creation. */
  readonly departures: SortedValues
  /** Creation of the resolved or closed tickets without resolution time: nobody knows when they left. */
  readonly undated: SortedValues
}

export const createBacklogTally = (): BacklogTally => ({
  arrivals: new SortedValues(),
  departures: new SortedValues(),
  undated: new SortedValues(),
})

/** @param sign 1 counts a ticket, −1 takes away one that was counted. */
export function countBacklog(
  tally: BacklogTally,
  { startedAt, resolvedAt, isOpen }: TicketFacts,
  sign: 1 | -1,
): void {
  const isUndated = !isOpen && Number.isNaN(resolvedAt)
  change(isUndated ? tally.undated : tally.arrivals, startedAt, sign)
  change(tally.departures, Math.max(startedAt, resolvedAt), sign)
}

/** Created before an instant and not resolved before it. */
export const backlogAt = ({ arrivals, departures }: BacklogTally, instant: number): number =>
  firstAtLeast(arrivals.values(), instant) - firstAtLeast(departures.values(), instant)

/** Created before an instant, resolved or closed without resolution time. */
export const undatedAt = ({ undated }: BacklogTally, instant: number): number =>
  firstAtLeast(undated.values(), instant)
