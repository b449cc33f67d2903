import type { ReferenceRow } from './surface.js'

const role = ['roleId', 'name', 'description', 'roleType'] as const

export const mspReferences = {
  statuses: { query: 'getStatusList' },
  priorities: { query: 'getPriorityList' },
  impacts: { query: 'getImpactList' },
  urgencies: { query: 'getUrgencyList' },
  categories: { query: 'getCategoryList' },
  causes: { query: 'getCauseList' },
  resolutionCodes: { query: 'getResolutionCodeList' },
  slas: { query: 'getSLAList' },
  ticketCustomFields: { query: 'getTicketCustomFieldList' },
  clientCustomFields: { query: 'getClientCustomFieldList' },
  workStatuses: { query: 'getWorkStatusList' },
  clientStages: { query: 'getClientStageList' },
  holidayLists: { query: 'getHolidayList' },
  paymentMethods: { query: 'getPaymentMethodList' },
  paymentTerms: { query: 'getPaymentTermList' },
  serviceCategories: { query: 'getServiceCategoryList' },
  deviceCategories: { query: 'getDeviceCategories' },
  itDocumentationCategories: { query: 'getItDocumentationCategories' },
  technicians: { query: 'getTechnicianList', pick: ['userId', 'name'] },
  technicianGroups: { query: 'getTechnicianGroupList' },
  teams: { query: 'getTeamList' },
  designations: { query: 'getDesignationList' },
  businessFunctions: { query: 'getBusinessFunctionList' },
  technicianRoles: { query: 'getTechnicianRoleList', pick: role },
  requesterRoles: { query: 'getRequesterRoleList', pick: role },
} as const satisfies Record<string, ReferenceRow>
