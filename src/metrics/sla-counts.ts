import { parseInstant } from '../values/instant.js'
import { expected } from './check.js'
import { noOutcomes, type Outcomes } from './clock-tally.js'
import { ratio } from './share.js'
import type { SlaStatus } from './sla-clock.js'
import type { TicketMetrics } from './ticket-metrics.js'
import { wilsonLowerBound } from './wilson-lower-bound.js'

/** Outcomes of one clock over a population, cancelled tickets left out. */
export interface SlaClockCounts {
  /** S01: met + breached. */
  evaluatedCount: number
  /** S02. */
  metCount: number
  /** S03: tickets still open included. */
  breachedCount: number
  /** S04, beside the ratio and in neither part of it. */
  pendingCount: number
  pausedCount: number
  notApplicableCount: number
  unknownCount: number
  /** S05: S02 ÷ S01, null when nothing was evaluated. */
  complianceRatio: number | null
  /** S06: Wilson 95 % lower bound of S05, null when nothing was evaluated. */
  complianceLowerBound: number | null
}

export interface SlaCounts {
  firstResponse: SlaClockCounts
  resolution: SlaClockCounts
}

/** What is counted of the figures of a ticket. */
export type SlaCountsRow = Readonly<
  Pick<
    TicketMetrics,
    | 'statusClass'
    | 'firstResponseSlaStatus'
    | 'firstResponseSlaDecidedAt'
    | 'resolutionSlaStatus'
    | 'resolutionSlaDecidedAt'
  >
>

/** Outcomes count when they were decided in `[from, to)`; texts without offset are UTC. */
export interface SlaCountsWindow {
  readonly from: string
  readonly to: string
}

/**
 * S01 to S06 per clock, over the figures of tickets.
 *
 * With a window only outcomes decided in it are met or breached; pending, paused, not applicable and unknown have no
 * decision instant and tell the present of the whole population.
 *
 * @throws TypeError when an end of the window is no time.
 */
export function slaCounts(rows: Iterable<SlaCountsRow>, window?: SlaCountsWindow): SlaCounts {
  const isInside = window === undefined ? () => true : insideOf(window)
  const firstResponse = noOutcomes()
  const resolution = noOutcomes()
  for (const row of rows) {
    if (row.statusClass === 'cancelled') continue
    countOutcome(firstResponse, row.firstResponseSlaStatus, row.firstResponseSlaDecidedAt, isInside)
    countOutcome(resolution, row.resolutionSlaStatus, row.resolutionSlaDecidedAt, isInside)
  }
  return { firstResponse: outcomeCounts(firstResponse), resolution: outcomeCounts(resolution) }
}

function countOutcome(
  outcomes: Outcomes,
  status: SlaStatus,
  decidedAt: string | null,
  isInside: (instant: string | null) => boolean,
): void {
  const isDecided = status === 'met' || status === 'breached'
  if (!isDecided || isInside(decidedAt)) outcomes[status] += 1
}

/** S01 to S06. */
export function outcomeCounts(outcomes: Outcomes): SlaClockCounts {
  const evaluatedCount = outcomes.met + outcomes.breached
  return {
    evaluatedCount,
    metCount: outcomes.met,
    breachedCount: outcomes.breached,
    pendingCount: outcomes.pending,
    pausedCount: outcomes.paused,
    notApplicableCount: outcomes.notApplicable,
    unknownCount: outcomes.unknown,
    complianceRatio: ratio(outcomes.met, evaluatedCount),
    complianceLowerBound: wilsonLowerBound(outcomes.met, evaluatedCount),
  }
}

function insideOf(window: SlaCountsWindow): (instant: string | null) => boolean {
  const from = windowEdge('window.from', window.from)
  const to = windowEdge('window.to', window.to)
  return (instant) => {
    const ms = instant === null ? Number.NaN : parseInstant(instant)
    return ms >= from && ms < to
  }
}

function windowEdge(field: string, text: unknown): number {
  const ms = typeof text === 'string' ? parseInstant(text) : Number.NaN
  if (Number.isNaN(ms)) throw expected(field, 'an ISO instant', text)
  return ms
}
