import { createEvent } from '@superhack/superops/streams'

/** A change of a ticket, of about 1 kB as JSON. */
export const ticketEvent = (sequence: number) =>
  createEvent({
    source: 'superops/acme/msp',
    stream: 'tickets',
    type: 'ticket.updated',
    subject: '7',
    version: String(sequence),
    time: '2026-01-02T03:04:05.000Z',
    epoch: 'bench',
    sequence,
    origin: 'mock',
    data: {
      clientId: '11',
      technicianId: null,
      priority: 'High',
      ticket: { ticketId: '7' },
      changes: { text: 'x'.repeat(600) },
    },
  } as Parameters<typeof createEvent>[0])
