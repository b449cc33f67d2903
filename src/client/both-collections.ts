import type { CollectionRow } from './surface.js'

/** Collections that both products have alike; their orders were seen live on the MSP surface. */
export const bothCollections = {
  tickets: {
    list: 'getTicketList',
    get: 'getTicket',
    key: 'ticketId',
    sorts: {
      createdTime: 'steady',
      updatedTime: 'moving',
    },
  },
  technicians: { list: 'getTechnicianList', key: 'userId' },
  technicianGroups: { list: 'getTechnicianGroupList', key: 'groupId' },
  serviceItems: { list: 'getServiceItemList', get: 'getServiceItem', key: 'itemId' },
  assets: { list: 'getAssetList', get: 'getAsset', key: 'assetId' },
  alerts: {
    list: 'getAlertList',
    key: 'id',
    sorts: { createdTime: 'steady' },
  },
  tasks: { list: 'getTaskList', get: 'getTask', key: 'taskId' },
} as const satisfies Record<string, CollectionRow>
