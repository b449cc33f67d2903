import type { Product } from '../../client/surface.js'
import type { Department, ServiceOffering } from '../../entities/generated/it/types.js'
import type { ObjectTypes } from '../../entities/generated/objects.js'
import type { CustomField, OfferedItem } from '../../entities/generated/types.js'
import type { Ledger } from './ledger.js'
import { createTable, type Table, type TableObserver } from './table.js'

/** Live rows have no `type` now and then, although the schema promises one. */
export type OfferedRow = Omit<OfferedItem, 'type'> & { type: OfferedItem['type'] | null }

/** Key of each type that is stored under its own name. */
const keys = {
  Alert: 'id',
  Asset: 'assetId',
  BusinessFunction: 'businessFunctionId',
  Category: 'id',
  Cause: 'id',
  Client: 'accountId',
  ClientContract: 'contractId',
  ClientSite: 'id',
  ClientStage: 'stageId',
  ClientUser: 'userId',
  ClientUserAssociation: 'id',
  Designation: 'designationId',
  DeviceCategory: 'deviceCategoryId',
  Field: 'id',
  HolidayList: 'id',
  Impact: 'id',
  Invoice: 'invoiceId',
  ITDocumentationType: 'typeId',
  ItDocumentation: 'itDocId',
  KbItem: 'itemId',
  PaymentMethod: 'paymentMethodId',
  PaymentTerm: 'paymentTermId',
  Priority: 'id',
  ResolutionCode: 'id',
  Role: 'roleId',
  Script: 'scriptId',
  ServiceCatalogItem: 'itemId',
  ServiceCategory: 'categoryId',
  ServiceItem: 'itemId',
  SLA: 'id',
  Status: 'id',
  Task: 'taskId',
  Tax: 'taxId',
  Team: 'teamId',
  Technician: 'userId',
  TechnicianGroup: 'groupId',
  Ticket: 'ticketId',
  Urgency: 'id',
  WorklogEntry: 'itemId',
  WorkStatus: 'statusId',
} as const

type Stored = keyof typeof keys

/** Every stored record by type. Custom fields and unmonitored assets share a type with others, so they have names of their own. */
export type Tables = { readonly [Name in Stored]: Table<ObjectTypes[Name]> } & {
  /** Of the IT surface alone; empty on the other. */
  readonly Department: Table<Department>
  readonly ServiceOffering: Table<ServiceOffering>
  readonly OfferedItem: Table<OfferedRow>
  readonly UnMonitoredAsset: Table<ObjectTypes['Asset']>
  readonly AssetCustomField: Table<CustomField>
  readonly ClientCustomField: Table<CustomField>
  readonly TicketCustomField: Table<CustomField>
}

export type TableName = keyof Tables

const ownNames = {
  Department: 'departmentId',
  ServiceOffering: 'itemId',
  OfferedItem: 'itemId',
  UnMonitoredAsset: 'assetId',
  AssetCustomField: 'id',
  ClientCustomField: 'id',
  TicketCustomField: 'id',
} as const

/** Tables that a product knows by another name. */
const aliases: Readonly<Record<Product, Readonly<Record<string, TableName>>>> = {
  msp: {},
  it: { Site: 'ClientSite', User: 'ClientUser' },
}

/** Empty tables; `ledger` hears of every record that comes or goes. */
export function createTables(product: Product, ledger: Pick<Ledger, 'created' | 'deleted'>): Tables {
  const observer = (name: TableName): TableObserver => ({
    added: (row) => ledger.created(name, row),
    removed: (row) => ledger.deleted(name, row),
  })
  const tables: Record<string, unknown> = {}
  for (const [name, key] of Object.entries({ ...keys, ...ownNames }))
    tables[name] = createTable<Record<string, unknown>>(key, observer(name as TableName))
  tables.WorklogEntry = createTable<ObjectTypes['WorklogEntry']>(
    'itemId',
    observer('WorklogEntry'),
    (entry) => entry.workItem.workId ?? '',
  )
  for (const [alias, name] of Object.entries(aliases[product])) tables[alias] = tables[name]
  return tables as Tables
}
