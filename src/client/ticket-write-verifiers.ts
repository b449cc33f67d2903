import type { Note, Ticket, TicketConversation } from '../entities/generated/types.js'
import { type CreatedRows, changed, createdOne, present, type WriteVerifier } from './write-verifier.js'

type Row = Readonly<Record<string, unknown>>

const ticketOf = (input: Row) => ({ ticketId: (input.ticket as { ticketId: string }).ticketId })

const ticketRows: CreatedRows<Ticket> = {
  key: 'ticketId',
  read: async (query, input) => {
    // With a time of its own it need not be among the newest.
    if (input.createdTime !== undefined && input.createdTime !== null) return { rows: [], whole: false }
    const sort = [{ attribute: 'createdTime', order: 'DESC' as const }]
    const page = await query.getTicketList({ input: { page: 1, pageSize: 50, sort } })
    return { rows: present(page?.tickets), whole: page?.listInfo?.hasMore !== true }
  },
}

const noteRows: CreatedRows<Note> = {
  key: 'noteId',
  read: async (query, input) => ({
    rows: present(await query.getTicketNoteList({ input: ticketOf(input) })),
    whole: true,
  }),
}

const conversationRows: CreatedRows<TicketConversation> = {
  key: 'conversationId',
  read: async (query, input) => ({
    rows: present(await query.getTicketConversationList({ input: ticketOf(input) })),
    whole: true,
  }),
  apart: ['toUsers', 'ccUsers', 'bccUsers'],
}

export type TicketVerified = 'createTicket' | 'createTicketConversation' | 'createTicketNote' | 'updateTicket'

/** Of writes about tickets; what they read is the same on every surface. */
export const ticketVerifiers: { readonly [Name in TicketVerified]: WriteVerifier<Name> } = {
  createTicket: createdOne<'createTicket', Ticket>(ticketRows),
  createTicketConversation: createdOne<'createTicketConversation', TicketConversation>(conversationRows),
  createTicketNote: createdOne<'createTicketNote', Note>(noteRows),
  updateTicket: changed<'updateTicket'>('ticketId', (query, { input: { ticketId } }) =>
    query.getTicket({ input: { ticketId } }),
  ),
}
