import type { ReferenceRow } from './surface.js'

const role = ['roleId', 'name', 'description', 'roleType'] as const

/** Lists that both products have alike. */
export const bothReferences = {
  slas: { query: 'getSLAList' },
  holidayLists: { query: 'getHolidayList' },
  serviceCategories: { query: 'getServiceCategoryList' },
  deviceCategories: { query: 'getDeviceCategories' },
  itDocumentationCategories: { query: 'getItDocumentationCategories' },
  technicians: { query: 'getTechnicianList', pick: ['userId', 'name'] },
  technicianGroups: { query: 'getTechnicianGroupList' },
  designations: { query: 'getDesignationList' },
  technicianRoles: { query: 'getTechnicianRoleList', pick: role },
  requesterRoles: { query: 'getRequesterRoleList', pick: role },
} as const satisfies Record<string, ReferenceRow>
