import { bothReferences } from './both-references.js'
import type { ReferenceRow } from './surface.js'

export const mspReferences = {
  statuses: { query: 'getStatusList' },
  priorities: { query: 'getPriorityList' },
  impacts: { query: 'getImpactList' },
  urgencies: { query: 'getUrgencyList' },
  categories: { query: 'getCategoryList' },
  causes: { query: 'getCauseList' },
  resolutionCodes: { query: 'getResolutionCodeList' },
  ticketCustomFields: { query: 'getTicketCustomFieldList' },
  clientCustomFields: { query: 'getClientCustomFieldList' },
  workStatuses: { query: 'getWorkStatusList' },
  clientStages: { query: 'getClientStageList' },
  paymentMethods: { query: 'getPaymentMethodList' },
  paymentTerms: { query: 'getPaymentTermList' },
  teams: { query: 'getTeamList' },
  businessFunctions: { query: 'getBusinessFunctionList' },
  ...bothReferences,
} as const satisfies Record<string, ReferenceRow>
