import { type Client, type CreateTicketInput, createClient, type Product } from '@superhack/superops'
import { createClient as createItClient } from '@superhack/superops/it'
import type { MockWorld } from '@superhack/superops/testing'

/** A product of SuperOps, as a law needs to know it that holds for either. */
export interface TestedProduct {
  readonly product: Product
  /** What both have alike is typed by the words of the MSP product. */
  readonly createClient: typeof createClient
  /** The entry that makes the client. */
  readonly entry: string
  /** The smallest ticket that can be created. */
  newTicket(world: MockWorld, subject: string): CreateTicketInput
  /** What tickets are grouped by, whose list proves no order. */
  readonly groups: 'clients'
  readonly groupList: string
  idsOfGroups(world: MockWorld): string[]
  /** How records name it. */
  readonly groupRef: { readonly field: 'client'; readonly key: 'accountId' }
}

const common = { source: 'FORM', requestType: 'Incident' } as const

export const products: readonly TestedProduct[] = [
  {
    product: 'msp',
    createClient,
    entry: '@superhack/superops',
    newTicket: ({ clients }, subject) => ({
      ...common,
      subject,
      client: { accountId: clients[0]?.accountId ?? '' },
    }),
    groups: 'clients',
    groupList: 'getClientList',
    idsOfGroups: ({ clients }) => clients.map(({ accountId }) => accountId),
    groupRef: { field: 'client', key: 'accountId' },
  },
  {
    product: 'it',
    createClient: createItClient as unknown as (...given: Parameters<typeof createClient>) => Client,
    entry: '@superhack/superops/it',
    newTicket: ({ sites }, subject) =>
      ({ ...common, subject, site: { id: sites[0]?.id } }) as unknown as CreateTicketInput,
    groups: 'departments' as 'clients',
    groupList: 'getDepartmentList',
    idsOfGroups: ({ departments = [] }) => departments.map(({ departmentId }) => departmentId),
    groupRef: { field: 'department' as 'client', key: 'departmentId' as 'accountId' },
  },
]
