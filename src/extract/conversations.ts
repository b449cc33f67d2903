import type { Client } from '../client/client.js'
import type { TicketConversation } from '../entities/generated/types.js'
import { isSuperOpsError } from '../errors.js'

export type ConversationsByTicketId = Readonly<Record<string, readonly TicketConversation[]>>

/** Tickets whose conversations are read at the same time. */
const atOnce = 5

/**
 * Reads the conversations of tickets. One that cannot be read is left out, so that metrics answer null for it;
 * an error that is not about the ticket ends the reading.
 */
export async function readConversations(
  client: Client,
  ticketIds: readonly string[],
): Promise<{ conversations: ConversationsByTicketId; requests: number }> {
  const conversations: Record<string, readonly TicketConversation[]> = {}
  const queue = [...ticketIds]
  let requests = 0
  const worker = async () => {
    for (let ticketId = queue.shift(); ticketId !== undefined; ticketId = queue.shift()) {
      try {
        const list = await client.query.getTicketConversationList({ input: { ticketId } })
        conversations[ticketId] = (list ?? []).filter((item) => item !== null)
        requests++
      } catch (error) {
        if (!isSuperOpsError(error, 'api') && !isSuperOpsError(error, 'decode')) throw error
        requests += error.attempts.length
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, worker))
  return { conversations, requests }
}
