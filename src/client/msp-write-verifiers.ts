import type { Client, WorkItemIdentifierInput, WorklogEntry } from '../entities/generated/types.js'
import { type TicketVerified, ticketVerifiers } from './ticket-write-verifiers.js'
import {
  type CreatedRows,
  changed,
  created,
  createdOne,
  present,
  type WriteVerifier,
} from './write-verifier.js'

const clientRows: CreatedRows<Client> = {
  key: 'accountId',
  read: async (query, { name }) => {
    const condition = { attribute: 'name', operator: 'is', value: name }
    const page = await query.getClientList({ input: { page: 1, pageSize: 100, condition } })
    return { rows: present(page?.clients), whole: page?.listInfo?.hasMore !== true }
  },
  apart: ['hqSite'],
}

const worklogs = created<WorklogEntry>({
  key: 'itemId',
  read: async (query, { workItem }) => {
    const { workId, module } = workItem as WorkItemIdentifierInput
    const condition = { attribute: 'workItem.workId', operator: 'is', value: workId }
    const listInfo = { page: 1, pageSize: 100, condition }
    const page = await query.getWorklogEntries({ input: { module, listInfo } })
    return { rows: present(page?.entries), whole: page?.listInfo?.hasMore !== true }
  },
})

export type MspVerified =
  | TicketVerified
  | 'createClient'
  | 'createClientV2'
  | 'createWorklogEntries'
  | 'updateClient'

/** Ready verifiers; `verify: true` compiles for these operations and no others. */
export const mspVerifiers: { readonly [Name in MspVerified]: WriteVerifier<Name> } = {
  ...ticketVerifiers,
  createClient: createdOne<'createClient', Client>(clientRows),
  createClientV2: createdOne<'createClientV2', Client>(clientRows),
  createWorklogEntries: {
    before: async (query, { input }) =>
      input[0] === undefined ? new Set() : worklogs.before(query, { ...input[0] }),
    after: (query, { input }, before) =>
      worklogs.after(
        query,
        input.map((entry) => ({ ...entry })),
        before,
      ),
  },
  updateClient: changed<'updateClient'>('accountId', (query, { input: { accountId } }) =>
    query.getClient({ input: { accountId } }),
  ),
}
