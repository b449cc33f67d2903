import type { Product } from '../client/surface.js'
import type { Department, ServiceOffering, User } from '../entities/generated/it/types.js'
import type { Note, TicketConversation } from '../entities/generated/types.js'
import { formatInstant } from '../values/instant.js'
import { type Duration, durationMs } from './world/duration.js'
import type { ChangedName, ChangedRows } from './world/ledger.js'
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

/** Records by kind; a kind without any is an empty list. */
export type RecordsByKind = {
  readonly [Name in keyof typeof worldTables]: readonly RowOf<(typeof worldTables)[Name]>[]
} & {
  readonly conversations: readonly TicketConversation[]
  readonly notes: readonly Note[]
}

/** What happened while time passed: the records themselves, each in one list only. */
export interface WorldChanges {
  /** The present before and after, ISO with `Z`. */
  readonly from: string
  readonly to: string
  readonly created: RecordsByKind
  readonly updated: RecordsByKind
  readonly deleted: RecordsByKind
}

/**
 * The records of a mock tenant in the vendor's shape: times without zone, decimals and ids as text.
 *
 * Read it, do not write it. Records are live: a mutation changes them in place.
 */
export type MockWorld = {
  readonly [Name in keyof typeof worldTables]: readonly RowOf<(typeof worldTables)[Name]>[]
} & {
  readonly product: Product
  /** On the IT surface; absent on the other. */
  readonly departments?: readonly Department[]
  readonly users?: readonly User[]
  readonly serviceOfferings?: readonly ServiceOffering[]
  /** The present of the world, ISO with `Z`; every write moves it on by one millisecond. */
  readonly now: string
  /**
   * Lets time pass: tickets come in, are answered, wait, breach, get resolved and closed; work, alerts, machines,
   * tasks and invoices go on. Same seed and same steps, same world; many small steps come to what a large one does.
   *
   * Throws a TypeError that names the wrong field.
   *
   * @example
   * const tenant = createMockTenant({ seed: 7, tickets: 50 })
   * const changes = tenant.world.advance({ hours: 8 })
   * changes.to
   * // => '2026-01-05T17:00:00.000Z'
   */
  advance(duration: Duration): WorldChanges
  /** Oldest first; the opening text is the one of type DESCRIPTION. */
  conversationsOf(ticketId: string): readonly TicketConversation[]
  notesOf(ticketId: string): readonly Note[]
  /** All records, for snapshots and hashes. */
  toJSON(): Record<string, unknown>
}

/** Kinds of the IT surface alone. */
const itTables = {
  departments: 'Department',
  serviceOfferings: 'ServiceOffering',
  users: 'ClientUser',
} as const satisfies Readonly<Record<string, TableName>>

/** Kinds that only the MSP surface shows; a world of the other one makes do with some of them inside. */
const mspKinds: readonly (keyof typeof worldTables)[] = [
  'clientCustomFields',
  'clientStages',
  'clientUserAssociations',
  'clientUsers',
  'clients',
  'contracts',
  'invoices',
  'offeredItems',
  'paymentMethods',
  'paymentTerms',
  'taxes',
]

/** Where the records of each kind are; undefined for a kind that the product does not have. */
function tablesOf(product: Product): Readonly<Record<string, TableName | undefined>> {
  if (product === 'msp') return worldTables
  return { ...worldTables, ...Object.fromEntries(mspKinds.map((kind) => [kind, undefined])), ...itTables }
}

const changedKinds: readonly (readonly [string, ChangedName])[] = [
  ...Object.entries(worldTables),
  ['conversations', 'TicketConversation'],
  ['notes', 'Note'],
]

const recordsOf = (rows: ChangedRows): RecordsByKind =>
  Object.fromEntries(changedKinds.map(([kind, name]) => [kind, [...(rows.get(name) ?? [])]])) as never

function advance(world: WorldState, duration: Duration): WorldChanges {
  const ms = durationMs('world.advance', duration)
  const from = formatInstant(world.now())
  const { created, updated, deleted } = world.pass(ms)
  return {
    from,
    to: formatInstant(world.now()),
    created: recordsOf(created),
    updated: recordsOf(updated),
    deleted: recordsOf(deleted),
  }
}

/** A view that follows `state`, also when a reset replaces it. */
export function createWorldView(product: Product, state: () => WorldState): MockWorld {
  const tables = tablesOf(product)
  const view = {
    advance: (duration: Duration) => advance(state(), duration),
    conversationsOf: (ticketId: string) => state().conversations.get(ticketId) ?? [],
    notesOf: (ticketId: string) => state().notes.get(ticketId) ?? [],
    toJSON: () => ({
      now: formatInstant(state().now()),
      ...Object.fromEntries(
        Object.entries(tables).map(([name, table]) => [
          name,
          table === undefined ? [] : state().tables[table].rows,
        ]),
      ),
      conversations: Object.fromEntries(state().conversations),
      notes: Object.fromEntries(state().notes),
    }),
  }
  Object.defineProperty(view, 'now', { enumerable: true, get: () => formatInstant(state().now()) })
  Object.defineProperty(view, 'product', { enumerable: true, value: product })
  for (const [name, table] of Object.entries(tables)) {
    const rows = () => (table === undefined ? [] : state().tables[table].rows)
    Object.defineProperty(view, name, { enumerable: true, get: rows })
  }
  return Object.freeze(view) as unknown as MockWorld
}
