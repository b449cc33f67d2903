import type { Client, ClientId, Ticket } from '@superhack/superops'

/** Unresolved tickets of a client whose resolution is due, longest overdue first. */
export async function overdueTickets(superops: Client, clientId: ClientId, now: Date): Promise<Ticket[]> {
  const list = superops.tickets.list({
    where: {
      joinOperator: 'AND',
      operands: [
        { attribute: 'client.accountId', operator: 'is', value: clientId },
        { attribute: 'resolutionDueTime', operator: 'before', value: now.toISOString().slice(0, 19) },
      ],
    },
    sort: { attribute: 'resolutionDueTime', order: 'ASC' },
  })
  return (await list.toArray()).filter(({ resolutionTime }) => resolutionTime === null)
}

/** Leaves a private note on each ticket; answers how many. */
export async function noteOverdue(superops: Client, tickets: readonly Ticket[]): Promise<number> {
  for (const { ticketId, resolutionDueTime } of tickets) {
    await superops.mutation.createTicketNote({
      input: { ticket: { ticketId }, content: `Overdue since ${resolutionDueTime}`, privacyType: 'PRIVATE' },
    })
  }
  return tickets.length
}
