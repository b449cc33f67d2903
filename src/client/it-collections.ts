import type { CollectionRow } from './surface.js'

/** Orders of lists are taken over from the MSP surface: none was seen live here. */
export const itCollections = {
  tickets: {
    list: 'getTicketList',
    get: 'getTicket',
    key: 'ticketId',
    sorts: {
      createdTime: 'steady',
      updatedTime: 'moving',
    },
  },
  departments: { list: 'getDepartmentList', key: 'departmentId' },
  sites: { list: 'getSiteList', get: 'getSite', key: 'id' },
  users: { list: 'getUserList', get: 'getUser', key: 'userId' },
  technicians: { list: 'getTechnicianList', key: 'userId' },
  technicianGroups: { list: 'getTechnicianGroupList', key: 'groupId' },
  serviceItems: { list: 'getServiceItemList', get: 'getServiceItem', key: 'itemId' },
  // As with the worklogs of the MSP surface.
  serviceOfferings: { list: 'getServiceOfferingList', key: 'itemId', input: { module: 'TICKET' } },
  assets: { list: 'getAssetList', get: 'getAsset', key: 'assetId' },
  alerts: {
    list: 'getAlertList',
    key: 'id',
    sorts: { createdTime: 'steady' },
  },
  tasks: { list: 'getTaskList', get: 'getTask', key: 'taskId' },
} as const satisfies Record<string, CollectionRow>
