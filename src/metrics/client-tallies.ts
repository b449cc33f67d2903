import { clientIdOf } from './client-records.js'
import { type ClientWorkTally, countClientWork, createClientWorkTally } from './client-work.js'
import type { ContractFacts } from './contracts.js'
import { countSignsOfLife } from './engagement.js'
import { countInvoice, createInvoiceTally, type InvoiceTally } from './invoices.js'
import { isWithin } from './period.js'
import { recordId } from './record-id.js'
import { recordsOf } from './records.js'
import type { Scope } from './scope.js'
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
export function clientIds(scope: Scope): string[] {
  const { clients } = scope.lookups.data
  const ids =
    clients === undefined
      ? metClients(scope)
      : recordsOf(clients).flatMap((client) => recordId(client.accountId) ?? [])
  return [...new Set(ids)].sort()
}

function metClients(scope: Scope): string[] {
  const { contracts, invoices, assets } = scope.lookups.data
  const referring = [...recordsOf(contracts), ...recordsOf(invoices), ...recordsOf(assets)]
  return [...scope.ticketsByClient().keys(), ...referring.flatMap((record) => clientIdOf(record) ?? [])]
}

export function tallyClient(clientId: string, scope: Scope): ClientTallies {
  const records = scope.clientRecords()
  const { period } = scope.settings
  const alerts = records.alerts && (records.alerts.get(clientId) ?? [])
  return {
    clientId,
    ...tallyTickets(clientId, scope),
    work: tallyWork(clientId, scope),
    invoices: tallyInvoices(clientId, scope),
    contracts: records.contracts ? (records.contracts.get(clientId) ?? []) : null,
    endpointCount: records.endpoints ? (records.endpoints.get(clientId)?.length ?? 0) : null,
    alertCount: alerts ? alerts.filter(({ at }) => isWithin(at, period)).length : null,
  }
}

function tallyTickets(clientId: string, scope: Scope): Pick<ClientTallies, 'tickets' | 'signsOfLife'> {
  if (scope.lookups.data.tickets === undefined) return { tickets: null, signsOfLife: null }
  const { period } = scope.settings
  const tickets = createTicketTally(period, period.preceding)
  const signsOfLife = new SortedValues()
  for (const facts of scope.ticketsByClient().get(clientId) ?? []) {
    countTicket(tickets, facts, 1)
    countSignsOfLife(signsOfLife, facts, 1)
  }
  return { tickets, signsOfLife }
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
