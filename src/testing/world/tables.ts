import type { ObjectTypes } from '../../entities/generated/objects.js'
import type { CustomField, OfferedItem } from '../../entities/generated/types.js'
import { createTable, type Table } from './table.js'

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
  readonly OfferedItem: Table<OfferedRow>
  readonly UnMonitoredAsset: Table<ObjectTypes['Asset']>
  readonly AssetCustomField: Table<CustomField>
  readonly ClientCustomField: Table<CustomField>
  readonly TicketCustomField: Table<CustomField>
}

export type TableName = keyof Tables

export function createTables(): Tables {
  const tables: Record<string, unknown> = {
    OfferedItem: createTable<OfferedRow>('itemId'),
    UnMonitoredAsset: createTable<ObjectTypes['Asset']>('assetId'),
    AssetCustomField: createTable<CustomField>('id'),
    ClientCustomField: createTable<CustomField>('id'),
    TicketCustomField: createTable<CustomField>('id'),
  }
  for (const [name, key] of Object.entries(keys)) tables[name] = createTable<Record<string, unknown>>(key)
  return tables as Tables
}
