import type { CollectionRow } from './surface.js'

/** Orders of lists were seen live. */
export const mspCollections = {
  tickets: {
    list: 'getTicketList',
    get: 'getTicket',
    key: 'ticketId',
    sorts: {
      createdTime: 'steady',
      updatedTime: 'moving',
    },
  },
  clients: { list: 'getClientList', get: 'getClient', key: 'accountId' },
  sites: { list: 'getClientSiteList', get: 'getClientSite', key: 'id' },
  clientUsers: { list: 'getClientUserList', get: 'getClientUser', key: 'userId' },
  technicians: { list: 'getTechnicianList', key: 'userId' },
  technicianGroups: { list: 'getTechnicianGroupList', key: 'groupId' },
  // Without a module the live API answers nothing useful.
  worklogs: { list: 'getWorklogEntries', key: 'itemId', input: { module: 'TICKET' } },
  contracts: { list: 'getClientContractList', get: 'getClientContract', key: 'contractId' },
  invoices: { list: 'getInvoiceList', get: 'getInvoice', key: 'invoiceId' },
  serviceItems: { list: 'getServiceItemList', get: 'getServiceItem', key: 'itemId' },
  assets: { list: 'getAssetList', get: 'getAsset', key: 'assetId' },
  alerts: {
    list: 'getAlertList',
    key: 'id',
    sorts: { createdTime: 'steady' },
  },
  tasks: { list: 'getTaskList', get: 'getTask', key: 'taskId' },
} as const satisfies Record<string, CollectionRow>
