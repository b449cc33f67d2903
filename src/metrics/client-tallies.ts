import { clientIdOf } from './client-records.js'
import { type ClientWorkTally, countClientWork, createClientWorkTally } from './client-work.js'
import type { ContractFacts } from './contracts.js'
import { countSignsOfLife } from './engagement.js'
import type { TicketFacts } from './facts.js'
import { countInvoice, createInvoiceTally, type InvoiceTally } from './invoices.js'
import { isWithin } from './period.js'
import { recordId } from './record-id.js'
import { recordsOf } from './records.js'
import type { Scope } from './scope.js'
import type { Settings } from './settings.js'
import { SortedValues } from './sorted-values.js'
import { countTicket, createTicketTally, type TicketTally } from './ticket-tally.js'

/** What the records of a client add up to; null for what is not known. */
export interface ClientTallies {
  readonly clientId: string
  readonly tickets: TicketTally | null
  /** Instants at which the client was heard of. */
  readonly signsOfLife: SortedValues | null
  readonly work: ClientWorkTally | null
  readonly invoices: InvoiceTally | null
  /** Their figures depend on the day, so that the contracts themselves are kept. */
  contracts: readonly ContractFacts[] | null
  endpointCount: number | null
  /** In the period. */
  alertCount: number | null
}

/** Clients of the data by ascending id; those met on records when no list of them is known. */
export function clientIds(
  scope: Scope,
  onTickets = (): Iterable<string> => scope.ticketsByClient().keys(),
): string[] {
  const { clients } = scope.lookups.data
  const ids =
    clients === undefined
      ? [...onTickets(), ...metClients(scope)]
      : recordsOf(clients).flatMap((client) => recordId(client.accountId) ?? [])
  return [...new Set(ids)].sort()
}

function metClients(scope: Scope): string[] {
  const { contracts, invoices, assets } = scope.lookups.data
  const referring = [...recordsOf(contracts), ...recordsOf(invoices), ...recordsOf(assets)]
  return referring.flatMap((record) => clientIdOf(record) ?? [])
}

export const tallyClient = (clientId: string, scope: Scope): ClientTallies =>
  tallyOthers(clientId, tallyTickets(clientId, scope), scope)

/** Adds to what a client's tickets add up to all that its other records do. */
export function tallyOthers(clientId: string, tickets: TicketTallies, scope: Scope): ClientTallies {
  const records = scope.clientRecords()
  const { period } = scope.settings
  const alerts = records.alerts && (records.alerts.get(clientId) ?? [])
  return {
    clientId,
    ...tickets,
    work: tallyWork(clientId, scope),
    invoices: tallyInvoices(clientId, scope),
    contracts: records.contracts ? (records.contracts.get(clientId) ?? []) : null,
    endpointCount: records.endpoints ? (records.endpoints.get(clientId)?.length ?? 0) : null,
    alertCount: alerts ? alerts.filter(({ at }) => isWithin(at, period)).length : null,
  }
}

/** What the tickets of a client add up to; null when tickets are not known. */
export type TicketTallies = Pick<ClientTallies, 'tickets' | 'signsOfLife'>

export const createTicketTallies = ({ period }: Settings): KnownTicketTallies => ({
  tickets: createTicketTally(period, period.preceding),
  signsOfLife: new SortedValues(),
})

export type KnownTicketTallies = { readonly [Name in keyof TicketTallies]: NonNullable<TicketTallies[Name]> }

/** @param sign 1 counts a ticket, −1 takes away one that was counted. */
export function countClientTicket(tallies: KnownTicketTallies, facts: TicketFacts, sign: 1 | -1): void {
  countTicket(tallies.tickets, facts, sign)
  countSignsOfLife(tallies.signsOfLife, facts, sign)
}

function tallyTickets(clientId: string, scope: Scope): TicketTallies {
  if (scope.lookups.data.tickets === undefined) return { tickets: null, signsOfLife: null }
  const tallies = createTicketTallies(scope.settings)
  for (const facts of scope.ticketsByClient().get(clientId) ?? []) countClientTicket(tallies, facts, 1)
  return tallies
}

function tallyWork(clientId: string, scope: Scope): ClientWorkTally | null {
  const { worklogs } = scope.clientRecords()
  if (worklogs === undefined) return null
  const tickets = scope.ticketById()
  const tally = createClientWorkTally(scope.settings.period)
  for (const entry of worklogs.get(clientId) ?? [])
    countClientWork(tally, entry, tickets.get(entry.ticketId ?? '')?.requestClass ?? null, 1)
  return tally
}

function tallyInvoices(clientId: string, scope: Scope): InvoiceTally | null {
  const { invoices } = scope.clientRecords()
  if (invoices === undefined) return null
  const tally = createInvoiceTally(scope.settings.period)
  for (const invoice of invoices.get(clientId) ?? []) countInvoice(tally, invoice, 1)
  return tally
}
