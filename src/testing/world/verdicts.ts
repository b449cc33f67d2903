import type { Ticket } from '../../entities/generated/types.js'
import type { Build } from './build.js'
import { readTime, wireTime } from './wire-time.js'

function verdictOf(at: string | null, due: string | null, now: number): boolean | null {
  if (due === null) return null
  if (at !== null) return readTime(at) > readTime(due)
  return readTime(due) < now ? true : null
}

/** Verdicts follow the times; a clock that still runs has none before it is late. */
export function setVerdicts(ticket: Ticket, now: number): void {
  ticket.firstResponseViolated = verdictOf(ticket.firstResponseTime, ticket.firstResponseDueTime, now)
  ticket.resolutionViolated = verdictOf(ticket.resolutionTime, ticket.resolutionDueTime, now)
}

/** Instant at which a clock that still runs will be late; Infinity when none does. */
function nextDeadline(ticket: Ticket): number {
  return Math.min(
    deadlineOf(ticket.firstResponseTime, ticket.firstResponseDueTime, ticket.firstResponseViolated),
    deadlineOf(ticket.resolutionTime, ticket.resolutionDueTime, ticket.resolutionViolated),
  )
}

const deadlineOf = (at: string | null, due: string | null, verdict: boolean | null): number =>
  at === null && due !== null && verdict === null ? readTime(due) + 1 : Number.POSITIVE_INFINITY

/** Passes the verdicts that fall due by `until`, each at its own instant. */
export function passVerdicts(ticket: Ticket, until: number): boolean {
  let passed = false
  for (let deadline = nextDeadline(ticket); deadline <= until; deadline = nextDeadline(ticket)) {
    setVerdicts(ticket, deadline)
    ticket.updatedTime = wireTime(deadline)
    passed = true
  }
  return passed
}

/** Instant that each ticket is next looked at. */
export type Watch = WeakMap<Ticket, number>

/** Looks at a ticket again when one of its clocks runs out; to be called after every change of its times. */
export function watchClocks(ticket: Ticket, build: Build): void {
  const deadline = nextDeadline(ticket)
  if (deadline === Number.POSITIVE_INFINITY) return
  const planned = build.watch.get(ticket)
  if (planned !== undefined && planned <= deadline) return
  build.watch.set(ticket, deadline)
  build.agenda.add(deadline, () => {
    if (build.watch.get(ticket) !== deadline) return
    build.watch.delete(ticket)
    if (build.tables.Ticket.get(ticket.ticketId) !== ticket) return
    const isLate = passVerdicts(ticket, build.now)
    if (isLate) build.ledger.updated('Ticket', ticket)
    watchClocks(ticket, build)
  })
}
