import type { TicketFacts } from './facts.js'
import { recordId } from './record-id.js'
import { recordsOf } from './records.js'
import type { Scope } from './scope.js'
import { countTicket, createTicketTally, type TicketTally } from './ticket-tally.js'
import { countWorklog, createWorklogTally, type WorklogTally } from './worklog-tally.js'

/** What the tickets assigned to a technician, and the technician's own worklogs, add up to. */
export interface TechnicianTally {
  readonly technicianId: string
  /** Null when tickets are not known. */
  readonly tickets: TicketTally | null
  /** Null when worklogs are not known. */
  readonly worklogs: WorklogTally | null
}

/** Technicians of the data by ascending id; those met on tickets and worklogs when no list of them is known. */
export function technicianIds(
  scope: Scope,
  onTickets = (): Iterable<string> => scope.ticketsByTechnician().keys(),
): string[] {
  const { technicians } = scope.lookups.data
  const ids =
    technicians === undefined
      ? [...onTickets(), ...(scope.worklogsByTechnician()?.keys() ?? [])]
      : recordsOf(technicians).flatMap((technician) => recordId(technician.userId) ?? [])
  return [...new Set(ids)].sort(byCodeUnit)
}

export function tallyTechnician(technicianId: string, scope: Scope): TechnicianTally {
  const { settings, lookups } = scope
  const tickets = lookups.data.tickets === undefined ? null : createTicketTally(settings.period)
  if (tickets !== null) {
    for (const facts of scope.ticketsByTechnician().get(technicianId) ?? [])
      if (countsForTechnician(facts)) countTicket(tickets, facts, 1)
  }
  return { technicianId, tickets, worklogs: tallyOwnWork(technicianId, scope) }
}

/** What a technician's own worklogs add up to; null when worklogs are not known. */
export function tallyOwnWork(technicianId: string, scope: Scope): WorklogTally | null {
  const all = scope.worklogsByTechnician()
  if (all === undefined) return null
  const worklogs = createWorklogTally(scope.settings.period)
  for (const entry of all.get(technicianId) ?? []) countWorklog(worklogs, entry, 1)
  return worklogs
}

/** Whether a ticket counts for its assignee: `ctx.countsForTechnician`, every one by default. */
export const countsForTechnician = ({ settings, record }: TicketFacts): boolean =>
  settings.ctx.countsForTechnician?.(record) ?? true

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
