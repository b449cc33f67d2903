import type { WorklogEntry } from '../entities/generated/types.js'
import type { TechnicianActivityData } from './event.js'
import type { Draft } from './publisher.js'
import { type TicketEvent, type TicketRecord, ticketAttributes } from './ticket-events.js'

const stream = 'technician-activity'
const type = 'technician.activity'

const verbs: Partial<Record<TicketEvent['type'], string>> = {
  'ticket.assigned': 'was assigned',
  'ticket.resolved': 'resolved',
  'ticket.reopened': 'got back',
}

interface Doing {
  readonly verb: string
  readonly at: string
}

function draft(ticket: TicketRecord, technicianId: string, version: string, { verb, at }: Doing): Draft {
  const data: TechnicianActivityData = {
    ...ticketAttributes(ticket),
    technicianId,
    verb,
    at,
    ticketId: ticket.ticketId,
    displayId: ticket.displayId ?? null,
  }
  return { stream, type, subject: technicianId, version: `${ticket.ticketId} ${verb} ${version}`, data }
}

/** What the technician of a ticket did, as its changes show: assignments, first answers, resolutions. */
export function activityOfTicket(events: readonly TicketEvent[], version: string, now: string): Draft[] {
  const [first] = events
  if (first === undefined || !('ticket' in first.data)) return []
  const { ticket, changes } = first.data
  const technicianId = ticket.technician?.userId
  if (technicianId === undefined) return []
  const at = ticket.updatedTime ?? now
  const told = events.flatMap(({ type }) => {
    const verb = verbs[type]
    if (verb === undefined || (type === 'ticket.assigned' && changes.technician === undefined)) return []
    return [draft(ticket, technicianId, version, { verb, at })]
  })
  const answered = changes.firstResponseTime
  if (answered === undefined || answered.before !== null || typeof answered.after !== 'string') return told
  return [...told, draft(ticket, technicianId, version, { verb: 'answered', at: answered.after })]
}

/** Work that was logged. */
export function activityOfWorklog(worklog: Partial<WorklogEntry>, version: string, now: string): Draft[] {
  const { technician, workItem, itemId, billDateTime } = worklog
  if (technician === undefined || technician === null || itemId === undefined) return []
  const data: TechnicianActivityData = {
    clientId: null,
    technicianId: technician.userId,
    priority: null,
    verb: 'logged work',
    at: billDateTime ?? now,
    ticketId: workItem?.module === 'TICKET' ? workItem.workId : null,
    displayId: workItem?.displayId ?? null,
  }
  return [{ stream, type, subject: technician.userId, version: `worklog ${itemId} ${version}`, data }]
}
