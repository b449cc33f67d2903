import type { Note, TicketConversation } from '../entities/generated/types.js'
import { formatInstant } from '../values/instant.js'
import type { Table } from './world/table.js'
import type { TableName, Tables } from './world/tables.js'
import type { WorldState } from './world/world.js'

/** Public name of each kind of record, and the table it is kept in. */
export const worldTables = {
  alerts: 'Alert',
  assetCustomFields: 'AssetCustomField',
  assets: 'Asset',
  businessFunctions: 'BusinessFunction',
  categories: 'Category',
  causes: 'Cause',
  clientCustomFields: 'ClientCustomField',
  clientStages: 'ClientStage',
  clientUserAssociations: 'ClientUserAssociation',
  clientUsers: 'ClientUser',
  clients: 'Client',
  contracts: 'ClientContract',
  designations: 'Designation',
  deviceCategories: 'DeviceCategory',
  fields: 'Field',
  holidayLists: 'HolidayList',
  impacts: 'Impact',
  invoices: 'Invoice',
  itDocumentTypes: 'ITDocumentationType',
  itDocuments: 'ItDocumentation',
  kbItems: 'KbItem',
  offeredItems: 'OfferedItem',
  paymentMethods: 'PaymentMethod',
  paymentTerms: 'PaymentTerm',
  priorities: 'Priority',
  resolutionCodes: 'ResolutionCode',
  roles: 'Role',
  scripts: 'Script',
  serviceCatalogItems: 'ServiceCatalogItem',
  serviceCategories: 'ServiceCategory',
  serviceItems: 'ServiceItem',
  sites: 'ClientSite',
  slas: 'SLA',
  statuses: 'Status',
  tasks: 'Task',
  taxes: 'Tax',
  teams: 'Team',
  technicianGroups: 'TechnicianGroup',
  technicians: 'Technician',
  ticketCustomFields: 'TicketCustomField',
  tickets: 'Ticket',
  unmonitoredAssets: 'UnMonitoredAsset',
  urgencies: 'Urgency',
  workStatuses: 'WorkStatus',
  worklogs: 'WorklogEntry',
} as const satisfies Readonly<Record<string, TableName>>

type RowOf<Name extends TableName> = Tables[Name] extends Table<infer Row> ? Row : never

/**
 * The records of a mock tenant in the vendor's shape: times without zone, decimals and ids as text.
 *
 * Read it, do not write it. Records are live: a mutation changes them in place.
 */
export type MockWorld = {
  readonly [Name in keyof typeof worldTables]: readonly RowOf<(typeof worldTables)[Name]>[]
} & {
  /** The present of the world, ISO with `Z`; every write moves it on by one millisecond. */
  readonly now: string
  /** Oldest first; the opening text is the one of type DESCRIPTION. */
  conversationsOf(ticketId: string): readonly TicketConversation[]
  notesOf(ticketId: string): readonly Note[]
  /** All records, for snapshots and hashes. */
  toJSON(): Record<string, unknown>
}

/** A view that follows `state`, also when a reset replaces it. */
export function createWorldView(state: () => WorldState): MockWorld {
  const view = {
    conversationsOf: (ticketId: string) => state().conversations.get(ticketId) ?? [],
    notesOf: (ticketId: string) => state().notes.get(ticketId) ?? [],
    toJSON: () => ({
      now: formatInstant(state().now()),
      ...Object.fromEntries(
        Object.entries(worldTables).map(([name, table]) => [name, state().tables[table].rows]),
      ),
      conversations: Object.fromEntries(state().conversations),
      notes: Object.fromEntries(state().notes),
    }),
  }
  Object.defineProperty(view, 'now', { enumerable: true, get: () => formatInstant(state().now()) })
  for (const [name, table] of Object.entries(worldTables)) {
    Object.defineProperty(view, name, { enumerable: true, get: () => state().tables[table].rows })
  }
  return Object.freeze(view) as unknown as MockWorld
}
