import {
  createEvent,
  type EventAttributes,
  type EventDraft,
  type StreamEvent,
} from '@superhack/superops/streams'

type Sample = Partial<EventDraft<string>> & { readonly attributes?: Partial<EventAttributes> }

/** An event that differs by its number, and by what a test is about. */
export function sampleEvent(sequence: number, { attributes, ...draft }: Sample = {}): StreamEvent {
  const ticket = { ticketId: String(sequence), subject: 'Drucker „West“ druckt nicht 🖨' }
  const facts = { clientId: '11', technicianId: null, priority: 'High', ...attributes }
  return createEvent({
    source: 'superops/acme/msp',
    stream: 'tickets',
    type: 'ticket.updated',
    subject: String(sequence),
    version: `v${sequence}`,
    time: '2026-01-02T03:04:05.000Z',
    epoch: 'e1',
    sequence,
    origin: 'live',
    data: { ...facts, ticket, changes: { status: { before: 'Open', after: 'On hold' } } },
    ...draft,
  })
}

/** Numbers `from` to `to`, both included. */
export const sampleEvents = (from: number, to: number, draft: Sample = {}): StreamEvent[] =>
  Array.from({ length: to - from + 1 }, (_, index) => sampleEvent(from + index, draft))
