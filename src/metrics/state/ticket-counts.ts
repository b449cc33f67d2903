import { countClientTicket, createTicketTallies, type KnownTicketTallies } from '../client-tallies.js'
import type { TicketFacts } from '../facts.js'
import type { Period } from '../period.js'
import type { Settings } from '../settings.js'
import { countsForTechnician } from '../technician-tally.js'
import { countTicket, createTicketTally, type TicketTally } from '../ticket-tally.js'

/** What the tickets of each client and technician add up to, kept up to date ticket by ticket. */
export interface TicketCounts {
  readonly byClient: ReadonlyMap<string, KnownTicketTallies>
  readonly byTechnician: ReadonlyMap<string, TicketTally>
  /** @param sign 1 counts a ticket, −1 takes away one that was counted, by the facts that it was counted by. */
  count(facts: TicketFacts, sign: 1 | -1): void
  /** The period moves on: what no longer lies in it was taken away before, and comes back after. */
  move(period: Period): void
}

export function createTicketCounts(initial: Settings): TicketCounts {
  let settings = initial
  const byClient = new Map<string, KnownTicketTallies>()
  const byTechnician = new Map<string, TicketTally>()
  /** Also of cancelled tickets, which are in no tally: who has none at all is no longer met. */
  const clientTickets = new Map<string, number>()
  const technicianTickets = new Map<string, number>()

  return {
    byClient,
    byTechnician,
    count(facts, sign) {
      const { clientId, technicianId } = facts
      if (clientId !== null) {
        const tallies = byClient.get(clientId) ?? createTicketTallies(settings)
        countClientTicket(tallies, facts, sign)
        keep(byClient, clientTickets, clientId, tallies, sign)
      }
      if (technicianId !== null) {
        const tally = byTechnician.get(technicianId) ?? createTicketTally(settings.period)
        if (countsForTechnician(facts)) countTicket(tally, facts, sign)
        keep(byTechnician, technicianTickets, technicianId, tally, sign)
      }
    },
    move(period) {
      settings = { ...settings, period }
      for (const { tickets } of byClient.values()) {
        tickets.period = period
        tickets.preceding = period.preceding
      }
      for (const tally of byTechnician.values()) tally.period = period
    },
  }
}

function keep<Value>(
  groups: Map<string, Value>,
  counts: Map<string, number>,
  id: string,
  value: Value,
  sign: 1 | -1,
): void {
  const count = (counts.get(id) ?? 0) + sign
  counts.set(id, count)
  if (count > 0) groups.set(id, value)
  else {
    groups.delete(id)
    counts.delete(id)
  }
}
