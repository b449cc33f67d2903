import { isDeepStrictEqual } from 'node:util'
import type { Ticket } from '../entities/generated/types.js'
import type { Row } from '../entities/row.js'
import type { StatusClass } from '../metrics/context.js'
import type { Changes, EventAttributes, EventData } from './event.js'
import { recordAttributes } from './record-attributes.js'

type TicketEventType = Extract<keyof EventData, `ticket.${string}`>

/** An event before it has a number. */
export interface TicketEvent {
  readonly type: TicketEventType
  readonly subject: string
  readonly data: EventData[TicketEventType]
}

/** What the poller knows of a ticket before and after a change. */
export interface TicketChange {
  readonly before?: TicketRecord | undefined
  readonly after?: TicketRecord | undefined
  /** It had been removed. */
  readonly isRestored?: boolean
}
export type TicketRecord = Partial<Ticket> & Pick<Ticket, 'ticketId'>

/** A row of tickets: its key was read before. */
export const asTicket = (row: Row): TicketRecord => row as unknown as TicketRecord

export type ClassOfStatus = (status: unknown) => StatusClass | null

const assignment = ['technician', 'techGroup']
const resolution = ['resolutionTime', 'resolutionCode', 'resolutionViolated']
/** Follow from what happened, and are no news by themselves. */
const consequences = ['status', 'updatedTime', ...assignment, ...resolution]

export function fieldChanges(before: object, after: object): Changes {
  const [old, now] = [before, after] as Record<string, unknown>[]
  const names = new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])
  const changed = [...names].filter((name) => !isDeepStrictEqual(old?.[name], now?.[name]))
  return Object.fromEntries(
    changed.map((name) => [name, { before: old?.[name] ?? null, after: now?.[name] ?? null }]),
  )
}

export const ticketAttributes = (ticket: TicketRecord): EventAttributes => recordAttributes('tickets', ticket)

/** The events of one change of a ticket, in the order in which they are told. */
export function ticketEvents(change: TicketChange, classOf: ClassOfStatus): TicketEvent[] {
  const { before, after, isRestored = false } = change
  const ticket = after ?? before
  if (ticket === undefined) return []
  const event = (type: TicketEventType, changes: Changes = {}): TicketEvent => ({
    type,
    subject: ticket.ticketId,
    data: { ...ticketAttributes(ticket), ticket, changes },
  })
  if (after === undefined) return [event('ticket.removed')]
  if (isRestored) return [event('ticket.restored')]
  if (before === undefined) return [event('ticket.created')]
  const changes = fieldChanges(before, after)
  const names = Object.keys(changes)
  const [wasDone, isDone] = [before, after].map((record) => isTerminal(record, classOf))
  const types: TicketEventType[] = []
  if (names.some((name) => assignment.includes(name))) types.push('ticket.assigned')
  if (names.includes('status')) types.push('ticket.status-changed')
  if (wasDone === false && isDone === true) types.push('ticket.resolved')
  if (wasDone === true && isDone === false) types.push('ticket.reopened')
  const isToldBy = (name: string) =>
    resolution.includes(name) ? wasDone !== isDone : consequences.includes(name)
  // An answer or a note shows in the time of the last change alone.
  const isTouched = types.length === 0 && names.length > 0
  if (isTouched || names.some((name) => !isToldBy(name))) types.push('ticket.updated')
  return types.map((type) => event(type, changes))
}

function isTerminal(ticket: TicketRecord, classOf: ClassOfStatus): boolean {
  const kind = classOf(ticket.status) ?? (ticket.resolutionTime ? 'resolved' : 'open')
  return kind === 'resolved' || kind === 'closed'
}
