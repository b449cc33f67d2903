import { bothCollections } from './both-collections.js'
import type { CollectionRow } from './surface.js'

const { tickets, technicians, technicianGroups, serviceItems, assets, alerts, tasks } = bothCollections

export const mspCollections = {
  tickets,
  clients: { list: 'getClientList', get: 'getClient', key: 'accountId' },
  sites: { list: 'getClientSiteList', get: 'getClientSite', key: 'id' },
  clientUsers: { list: 'getClientUserList', get: 'getClientUser', key: 'userId' },
  technicians,
  technicianGroups,
  // Without a module the live API answers nothing useful.
  worklogs: { list: 'getWorklogEntries', key: 'itemId', input: { module: 'TICKET' } },
  contracts: { list: 'getClientContractList', get: 'getClientContract', key: 'contractId' },
  invoices: { list: 'getInvoiceList', get: 'getInvoice', key: 'invoiceId' },
  serviceItems,
  assets,
  alerts,
  tasks,
} as const satisfies Record<string, CollectionRow>
