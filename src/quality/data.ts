import type {
  ClientStage,
  ClientUser,
  HolidayList,
  InvoiceItem,
  Note,
  Priority,
  Role,
  Status,
  TechnicianGroup,
} from '../entities/generated/types.js'
import type {
  MetricsAlert,
  MetricsAsset,
  MetricsClient,
  MetricsContract,
  MetricsConversation,
  MetricsData,
  MetricsInvoice,
  MetricsServiceItem,
  MetricsSite,
  MetricsSla,
  MetricsTask,
  MetricsTechnician,
  MetricsTicket,
  MetricsWorklog,
  Reading,
} from '../metrics/records.js'

/** Records by the entity that they are; reference lists come last and are judged by the REF rules. */
export interface QualityRecords {
  ticket: MetricsTicket
  client: MetricsClient
  clientSite: MetricsSite
  clientUser: Reading<ClientUser>
  technician: MetricsTechnician
  worklogEntry: MetricsWorklog
  ticketConversation: MetricsConversation
  invoice: MetricsInvoice
  invoiceItem: Reading<InvoiceItem>
  clientContract: MetricsContract
  asset: MetricsAsset
  alert: MetricsAlert
  task: MetricsTask
  serviceItem: MetricsServiceItem
  sla: MetricsSla
  technicianGroup: Reading<TechnicianGroup>
  role: Reading<Role>
  holidayList: Reading<HolidayList>
  status: Reading<Status>
  priority: Reading<Priority>
  category: { readonly id?: unknown; readonly name?: unknown }
  clientStage: Reading<ClientStage>
}

export type EntityName = keyof QualityRecords

/** Lists of names that the tenant configures. */
export type ReferenceListName =
  | 'sla'
  | 'technicianGroup'
  | 'role'
  | 'holidayList'
  | 'status'
  | 'priority'
  | 'category'
  | 'clientStage'

/** Entities that have rules, and a report, of their own. */
export type AssessedEntity = Exclude<EntityName, ReferenceListName>

/** How records came: what the records themselves cannot tell. */
export interface Provenance {
  /** `listInfo.totalCount`; null when the list does not count. */
  readonly totalCount: number | null
  /** Whether every page was read. */
  readonly complete: boolean
  /** An instant with offset. */
  readonly fetchedAt: string
  /** Ids that came on more than one page of this fetch. */
  readonly repeatedIds: readonly string[]
  /** Ids that an earlier snapshot held: one that is referred to but no longer there was deleted. */
  readonly knownEarlierIds?: readonly string[] | undefined
}

/** Records to judge. A collection left out is not known: what needs it is not evaluated, and never passes. */
export interface QualityData extends MetricsData {
  readonly clientUsers?: readonly QualityRecords['clientUser'][] | undefined
  /** Taken from `invoices[].items` when left out. */
  readonly invoiceItems?: readonly QualityRecords['invoiceItem'][] | undefined
  readonly techGroups?: readonly QualityRecords['technicianGroup'][] | undefined
  readonly roles?: readonly QualityRecords['role'][] | undefined
  readonly holidayLists?: readonly QualityRecords['holidayList'][] | undefined
  readonly statuses?: readonly QualityRecords['status'][] | undefined
  readonly priorities?: readonly QualityRecords['priority'][] | undefined
  readonly categories?: readonly QualityRecords['category'][] | undefined
  readonly clientStages?: readonly QualityRecords['clientStage'][] | undefined
  readonly notesByTicketId?: Readonly<Record<string, readonly Reading<Note>[]>> | undefined
  readonly provenance?: Readonly<Partial<Record<EntityName, Provenance>>> | undefined
}

interface Source {
  /** Of {@link QualityData}. */
  readonly collection: keyof QualityData
  readonly idKey: string
}

/** Where the records of an entity are, and which field is their id. */
export const sources: Readonly<Record<EntityName, Source>> = Object.freeze({
  ticket: { collection: 'tickets', idKey: 'ticketId' },
  client: { collection: 'clients', idKey: 'accountId' },
  clientSite: { collection: 'sites', idKey: 'id' },
  clientUser: { collection: 'clientUsers', idKey: 'userId' },
  technician: { collection: 'technicians', idKey: 'userId' },
  worklogEntry: { collection: 'worklogs', idKey: 'itemId' },
  ticketConversation: { collection: 'conversationsByTicketId', idKey: 'conversationId' },
  invoice: { collection: 'invoices', idKey: 'invoiceId' },
  invoiceItem: { collection: 'invoiceItems', idKey: 'itemId' },
  clientContract: { collection: 'contracts', idKey: 'contractId' },
  asset: { collection: 'assets', idKey: 'assetId' },
  alert: { collection: 'alerts', idKey: 'id' },
  task: { collection: 'tasks', idKey: 'taskId' },
  serviceItem: { collection: 'serviceItems', idKey: 'itemId' },
  sla: { collection: 'slas', idKey: 'id' },
  technicianGroup: { collection: 'techGroups', idKey: 'groupId' },
  role: { collection: 'roles', idKey: 'roleId' },
  holidayList: { collection: 'holidayLists', idKey: 'id' },
  status: { collection: 'statuses', idKey: 'id' },
  priority: { collection: 'priorities', idKey: 'id' },
  category: { collection: 'categories', idKey: 'id' },
  clientStage: { collection: 'clientStages', idKey: 'stageId' },
})

export const referenceLists: readonly ReferenceListName[] = Object.freeze([
  'sla',
  'technicianGroup',
  'role',
  'holidayList',
  'status',
  'priority',
  'category',
  'clientStage',
] as const)

export const entityNames = Object.freeze(Object.keys(sources)) as readonly EntityName[]

const lists: ReadonlySet<string> = new Set(referenceLists)

export const assessedEntities = Object.freeze(
  entityNames.filter((name) => !lists.has(name)),
) as readonly AssessedEntity[]
