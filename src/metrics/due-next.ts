import { formatInstant } from '../values/instant.js'
import type { PriorityRank } from './context.js'
import { minutesOrNull } from './duration.js'
import type { TicketFacts } from './facts.js'
import { ticketUrgency, type Urgency, type UrgencyClock, type UrgencyLevel } from './ticket-urgency.js'

/** An open ticket that is late, or has a running clock. */
export interface DueTicket {
  level: UrgencyLevel
  clock: UrgencyClock
  ticketId: string | null
  /** Null when the vendor flags a breach of no due time. */
  due: string | null
  /** Minutes left; of a late ticket those since it was due. */
  minutes: number | null
  priorityRank: PriorityRank | null
}

/** An open ticket with what presses it. */
export interface UrgentTicket {
  readonly facts: TicketFacts
  readonly urgency: Urgency
}

export interface DueTickets {
  /** By priority rank, then due instant, then id. */
  readonly late: readonly UrgentTicket[]
  /** By due instant, then id. */
  readonly running: readonly UrgentTicket[]
}

export function dueTickets(tickets: Iterable<TicketFacts>): DueTickets {
  const late: UrgentTicket[] = []
  const running: UrgentTicket[] = []
  for (const facts of tickets) {
    const urgency = facts.isOpen ? ticketUrgency(facts) : undefined
    if (urgency === undefined || urgency.clock === null) continue
    if (urgency.level === 'late') late.push({ facts, urgency })
    else running.push({ facts, urgency })
  }
  return { late: late.sort((a, b) => rank(a) - rank(b) || byDue(a, b)), running: running.sort(byDue) }
}

export function dueTicket({ facts, urgency: { level, clock, due } }: UrgentTicket): DueTicket {
  const left = due - facts.settings.now
  return {
    level,
    clock: clock ?? 'fix',
    ticketId: facts.ticketId,
    due: formatInstant(due) || null,
    minutes: minutesOrNull(level === 'late' ? Math.max(0, -left) : left),
    priorityRank: facts.priorityRank,
  }
}

const NO_RANK = 5

const rank = ({ facts }: UrgentTicket): number => facts.priorityRank ?? NO_RANK

/** Tickets without due instant, and of those due at once without id, come last. */
function byDue(a: UrgentTicket, b: UrgentTicket): number {
  return byNumber(a.urgency.due, b.urgency.due) || byText(a.facts.ticketId, b.facts.ticketId) || ofOneId(a, b)
}

/** Records that share an id stand by what is told of them. */
const ofOneId = (a: UrgentTicket, b: UrgentTicket): number => byText(told(a), told(b))

const told = (ticket: UrgentTicket): string => JSON.stringify(dueTicket(ticket))

function byNumber(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b))
  return a - b
}

function byText(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  return b === null || a < b ? -1 : 1
}
