import type { DueTicket } from '../../metrics/due-next.js'
import type { Scope } from '../../metrics/scope.js'

/** A row of what falls due next, with the names that are shown. */
export interface DueRow extends DueTicket {
  readonly displayId: string | null
  readonly subject: string | null
  readonly priority: string | null
  readonly clientName: string | null
  readonly technicianId: string | null
  readonly technicianName: string | null
}

const longestSubject = 80
const longestName = 40

export function dueRows(due: readonly DueTicket[], scope: Scope): DueRow[] {
  const tickets = scope.ticketById()
  return due.map((row) => {
    const facts = tickets.get(row.ticketId ?? '')
    const { displayId, subject, priority, client, technician } = facts?.record ?? {}
    return {
      ...row,
      displayId: shortened(displayId, longestName),
      subject: shortened(subject, longestSubject),
      priority: shortened(priority, longestName),
      clientName: shortened(client?.name, longestName),
      technicianId: facts?.technicianId ?? null,
      technicianName: shortened(technician?.name, longestName),
    }
  })
}

/** A text of at most so many characters, cut between them. */
export function shortened(text: unknown, most: number): string | null {
  if (typeof text !== 'string') return null
  const signs = [...text.slice(0, 2 * most + 2)]
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`
}
