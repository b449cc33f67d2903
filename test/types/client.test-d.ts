import {
  type Client,
  configFromEnv,
  createClient,
  type Decimal,
  type FallbackTenant,
  type Instant,
  type Invoice,
  type InvoiceId,
  isSuperOpsError,
  type ServiceItemId,
  type SuperOpsError,
  type Ticket,
  type TicketId,
} from '@superhack/superops'
import { createMockTenant } from '@superhack/superops/testing'

declare const superops: Client
declare const ticketId: TicketId

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const holds = <Condition extends true>(): Condition => true as Condition

export async function typedInputAndOutput(): Promise<void> {
  const ticket = await superops.query.getTicket({ input: { ticketId } })
  holds<Equal<typeof ticket, Ticket | null>>()
  // @ts-expect-error a misspelt field of the result
  ticket?.subjekt
  // @ts-expect-error a misspelt field of the input
  await superops.query.getTicket({ input: { ticketid: ticketId } })
  // @ts-expect-error a missing argument
  await superops.query.getTicket()
  // @ts-expect-error a misspelt operation
  await superops.query.getTickets({ input: {} })
  await superops.query.getSLAList()
  // getKbItems names its argument differently.
  await superops.query.getKbItems({ listInfo: { page: 1 } })
  // @ts-expect-error so input is refused
  await superops.query.getKbItems({ input: { page: 1 } })
  await superops.query.getTaskList({ input: { listInfo: { page: 1 } } })
  // @ts-expect-error getTaskList wants its list info one level down
  await superops.query.getTaskList({ input: { page: 1 } })
}

export async function inputs(): Promise<void> {
  await superops.mutation.createTicket({
    input: { subject: 'x', client: { accountId: '1' }, source: 'FORM' },
  })
  await superops.mutation.createTicket({
    input: {
      subject: 'x',
      client: { accountId: '1' },
      source: 'FORM',
      createdTime: new Date(),
      status: null,
      sla: undefined,
    },
  })
  // @ts-expect-error subject is required
  await superops.mutation.createTicket({ input: { client: { accountId: '1' }, source: 'FORM' } })
  await superops.mutation.createTicket({
    // @ts-expect-error a required field does not take null
    input: { subject: null, client: { accountId: '1' }, source: 'FORM' },
  })
  // @ts-expect-error a mutation is no query
  await superops.query.updateTicket({ input: { ticketId } })
}

export async function collections(): Promise<void> {
  for await (const ticket of superops.tickets.list({
    where: { attribute: 'status', operator: 'is', value: 'Open' },
  })) {
    holds<Equal<typeof ticket.createdTime, Instant | null>>()
    ticket.client?.accountId.length
  }
  const [picked] = await superops.tickets.list({ pick: ['subject'] }).toArray()
  picked?.ticketId
  picked?.subject
  // @ts-expect-error was not picked
  picked?.status
  // @ts-expect-error there is no such field
  superops.tickets.list({ pick: ['subjekt'] })
  const [item] = await superops.serviceItems
    .list({ pick: ['name', { category: ['name'], salesTax: ['name', { rates: ['rateId'] }] }] })
    .toArray()
  holds<
    Equal<
      typeof item,
      | {
          itemId: ServiceItemId
          name: string
          category: { name: string } | null
          salesTax: { name: string; rates: ({ rateId: string } | null)[] | null } | null
        }
      | undefined
    >
  >()
  const [invoice] = await superops.invoices.list({ pick: [{ items: ['quantity'] }, 'taxes'] }).toArray()
  holds<
    Equal<
      typeof invoice,
      | {
          invoiceId: InvoiceId
          items: ({ quantity: Decimal } | null)[] | null
          taxes: Invoice['taxes']
        }
      | undefined
    >
  >()
  // @ts-expect-error a JSON leaf comes as a whole
  superops.tickets.list({ pick: [{ client: ['name'] }] })
  // @ts-expect-error a leaf of a row that has fields to pick within
  superops.invoices.list({ pick: [{ client: ['name'] }] })
  // @ts-expect-error there is no such field within
  superops.serviceItems.list({ pick: [{ category: ['nmae'] }] })
  // @ts-expect-error custom fields come as a whole
  superops.clients.list({ pick: [{ customFields: ['udf1text'] }] })
  const client = await superops.clients.get('1')
  client.name.length
  // @ts-expect-error the API has no get of technicians
  await superops.technicians.get('1')
  // @ts-expect-error the API has no get of alerts
  await superops.alerts.get('1')
  // @ts-expect-error an id of another entity
  await superops.clients.get(ticketId)
  superops.sites.list({ clientId: '1' })
  // @ts-expect-error tickets take no clientId
  superops.tickets.list({ clientId: '1' })
  superops.worklogs.list({ module: 'PROJECT' })
  const tasks = await superops.tasks.list().toArray()
  // @ts-expect-error rows of projects break module, so it is not selected
  tasks[0]?.module
}

export function options(): void {
  createClient({ apiKey: 'k', tenantId: 't', region: 'eu' })
  // @ts-expect-error no such option
  createClient({ apiKey: 'k', tenantId: 't', timeout: 5 })
  // @ts-expect-error no such region
  createClient({ apiKey: 'k', tenantId: 't', region: 'apac' })
}

/** A switch over `kind` is exhaustive. */
export function describe(error: SuperOpsError): string {
  switch (error.kind) {
    case 'network':
      return error.code
    case 'timeout':
      return error.bound
    case 'http':
    case 'auth':
      return String(error.status)
    case 'rate-limit':
    case 'aborted':
    case 'read-only':
      return error.message
    case 'api':
      return error.codes.map(({ code }) => code).join()
    case 'decode':
      return String(error.issues.length)
  }
}

export function guards(error: unknown): number {
  return isSuperOpsError(error, 'http') ? error.status : 0
}

export async function everyOperation(): Promise<void> {
  // Every operation of the table has a typed face.
  holds<
    Equal<keyof Client['query'] | keyof Client['mutation'], keyof import('@superhack/superops').Operations>
  >()
}

export async function verifiedWrites(): Promise<void> {
  await superops.mutation.updateTicket({ input: { ticketId, status: 'Open' } }, { verify: true })
  // @ts-expect-error there is no ready verifier
  await superops.mutation.softDeleteAsset({ input: { assetId: '1' } }, { verify: true })
  await superops.mutation.softDeleteAsset(
    { input: { assetId: '1' } },
    { verify: async () => ({ outcome: 'applied', result: true }) },
  )
  await superops.mutation.updateTicket(
    { input: { ticketId } },
    // @ts-expect-error the result is no ticket
    { verify: async () => ({ outcome: 'applied', result: 1 }) },
  )
}

export function fallbacks(to: FallbackTenant): void {
  createClient({ fallback: { to, when: 'unconfigured' } })
  createClient({ apiKey: process.env.KEY, tenantId: undefined, fallback: { to, when: 'unconfigured' } })
  createClient({ apiKey: 'k', tenantId: 'acme', fallback: { to, when: 'unreachable' } })
  // @ts-expect-error credentials may be missing only where the fallback stands in from the start
  createClient({ fallback: { to, when: 'unreachable' } })
  // @ts-expect-error a tenant answers calls
  createClient({ fallback: { to: {}, when: 'unconfigured' } })
  createClient(configFromEnv())
  createClient(configFromEnv(process.env, { mock: () => to }))
  createClient(configFromEnv(process.env, { mock: createMockTenant }))
  holds<Equal<Client['origin'], 'live' | 'mock'>>()
}
