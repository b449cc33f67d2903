/** Raises a ticket to Critical and says why in a note, unless it is there already; answers whether it did. */
export async function escalate(superops, ticketId, why) {
  const ticket = await superops.tickets.get(ticketId)
  if (ticket.priority === 'Critical') return false
  await superops.mutation.updateTicket({ input: { ticketId, priority: 'Critical' } })
  await superops.mutation.createTicketNote({ input: { ticket: { ticketId }, content: why } })
  return true
}
