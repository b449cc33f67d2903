import { expected } from './check.js'
import type { MetricsContext } from './context.js'
import { type DueTicket, dueTicket, dueTickets } from './due-next.js'
import type { TicketFacts } from './facts.js'
import type { MetricsData } from './records.js'
import { indexedScopeOf, type MetricsIndex } from './scope.js'
import { minutesToFirstResponseBreach } from './sla-deadlines.js'
import { ticketAgeMinutes } from './ticket-age.js'
import { unknownFigures } from './unknown-figures.js'

/** Figures of a wallboard; every key is always there, all of them null when tickets are not known. */
export interface BoardMetrics {
  openTicketCount: number | null
  pausedTicketCount: number | null
  overdueTicketCount: number | null
  largestOverrunMinutes: number | null
  atRiskTicketCount: number | null
  nextDue: DueTicket | null
  unassignedTicketCount: number | null
  largestUnassignedAgeMinutes: number | null
  unansweredTicketCount: number | null
  lateUnansweredTicketCount: number | null
  minutesToNextResponseBreach: number | null
  /** Late tickets by priority rank, then due; then those with a running clock by due. */
  dueNext: readonly DueTicket[] | null
  furtherLateCount: number | null
  furtherDueCount: number | null
}

export interface BoardOptions {
  /**
   * Late tickets in the list: few, so that a backlog never hides what can still be saved.
   * @defaultValue 3
   */
  readonly maxLateRows?: number | undefined
  /**
   * All tickets in the list.
   * @defaultValue 40
   */
  readonly maxRows?: number | undefined
}

const defaults = Object.freeze({ maxLateRows: 3, maxRows: 40 })

/**
 * The present of the open tickets over both SLA clocks: what is late, at risk, without owner or without answer, and
 * what falls due next.
 *
 * @throws TypeError naming the field of `ctx`, or the option, that is wrong; a wrong record never throws.
 * @example
 * const tickets = [{ status: 'Open', createdTime: '2024-03-05T08:00', resolutionDueTime: '2024-03-05T12:00' }]
 * boardMetrics({ tickets }, { now: '2024-03-05T11:00:00Z' }).nextDue // { level: 'atRisk', clock: 'fix', minutes: 60, ... }
 */
export function boardMetrics(
  data: MetricsData | MetricsIndex,
  ctx: MetricsContext,
  options: BoardOptions = {},
): BoardMetrics {
  const scope = indexedScopeOf(data, ctx)
  const row = boardFigures(scope.tickets(), options)
  return scope.lookups.data.tickets === undefined ? unknownFigures(row) : row
}

/** @param tickets Those that are open, or more. */
export function boardFigures(tickets: Iterable<TicketFacts>, options: BoardOptions): BoardMetrics {
  const maxLateRows = wholeNumber('maxLateRows', options)
  const maxRows = wholeNumber('maxRows', options)
  const open = [...tickets].filter(({ isOpen }) => isOpen)
  const unassigned = open.filter(({ technicianId }) => technicianId === null)
  const replies = open.flatMap((facts) => minutesToFirstResponseBreach(facts) ?? [])
  const { late, running } = dueTickets(open)
  const shownLate = late.slice(0, Math.min(maxLateRows, maxRows)).map(dueTicket)
  const shownRunning = running.slice(0, maxRows - shownLate.length).map(dueTicket)
  const [next] = running
  return {
    openTicketCount: open.length,
    pausedTicketCount: open.filter(({ statusClass }) => statusClass === 'paused').length,
    overdueTicketCount: late.length,
    largestOverrunMinutes: largest(late.map((ticket) => dueTicket(ticket).minutes)),
    atRiskTicketCount: running.filter(({ urgency }) => urgency.level !== 'plain').length,
    nextDue: next === undefined ? null : dueTicket(next),
    unassignedTicketCount: unassigned.length,
    largestUnassignedAgeMinutes: largest(unassigned.map(ticketAgeMinutes)),
    unansweredTicketCount: replies.length,
    lateUnansweredTicketCount: replies.filter((minutes) => minutes < 0).length,
    minutesToNextResponseBreach: replies.reduce<number | null>(smaller, null),
    dueNext: [...shownLate, ...shownRunning],
    furtherLateCount: late.length - shownLate.length,
    furtherDueCount: running.length - shownRunning.length,
  }
}

function wholeNumber(name: keyof typeof defaults, options: BoardOptions): number {
  const value = options[name] ?? defaults[name]
  if (!(Number.isSafeInteger(value) && value >= 0))
    throw expected(`options.${name}`, 'a whole number, 0 or more', value)
  return value
}

const largest = (values: readonly (number | null)[]): number | null =>
  values.reduce((most, value) => (most === null || (value !== null && value > most) ? value : most), null)

const smaller = (least: number | null, value: number): number =>
  least === null || value < least ? value : least
