import { bothCollections } from './both-collections.js'
import type { CollectionRow } from './surface.js'

const { tickets, technicians, technicianGroups, serviceItems, assets, alerts, tasks } = bothCollections

export const itCollections = {
  tickets,
  departments: { list: 'getDepartmentList', key: 'departmentId' },
  sites: { list: 'getSiteList', get: 'getSite', key: 'id' },
  users: { list: 'getUserList', get: 'getUser', key: 'userId' },
  technicians,
  technicianGroups,
  serviceItems,
  // As with the worklogs of the MSP surface.
  serviceOfferings: { list: 'getServiceOfferingList', key: 'itemId', input: { module: 'TICKET' } },
  assets,
  alerts,
  tasks,
} as const satisfies Record<string, CollectionRow>
