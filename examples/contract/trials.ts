import { operationNames, operationRow, type QueryName } from '@superhack/superops/entities'

export type Row = Readonly<Record<string, unknown>>
export type Variables = Readonly<Record<string, unknown>>

const isQuery = (name: string): name is QueryName => operationRow(name as QueryName).kind === 'query'
export const queryNames: readonly QueryName[] = operationNames.filter(isQuery)

/** Input beside paging that a query needs and that names no record. */
const fixedInput: Partial<Record<QueryName, unknown>> = {
  getAllFields: 'TICKET',
  getAssetCustomFields: ['Windows'],
  getScriptListByType: { type: 'WINDOWS' },
  getWorklogEntries: { module: 'TICKET' },
}

interface Source {
  readonly list: QueryName
  /** Fields of the input, with those of a row that they are taken from. */
  readonly fields: Readonly<Record<string, string>>
}
const from = (list: QueryName, ...names: string[]): Source => ({
  list,
  fields: Object.fromEntries(names.map((name) => [name, name])),
})
const customField = (list: QueryName): Source => ({ list, fields: { fieldId: 'id' } })

/** Where the records come from that a query is asked for: by input type, or by operation where one type serves two. */
const sources: Readonly<Record<string, Source>> = {
  AssetDetailsListInput: from('getAssetList', 'assetId'),
  AssetIdentifierInput: from('getAssetList', 'assetId'),
  ClientIdentifierInput: from('getClientList', 'accountId'),
  ClientSiteIdentifierInput: from('getClientSiteList', 'id'),
  ClientUserIdentifierInput: from('getClientUserList', 'userId'),
  ContractIdentifierInput: from('getClientContractList', 'contractId'),
  FieldIdentifierInput: from('getAllFields', 'columnName', 'module'),
  GetTaskInput: from('getTaskList', 'taskId'),
  InvoiceIdentifierInput: from('getInvoiceList', 'invoiceId'),
  ItDocumentationIdentifierInput: from('getItDocumentationList', 'itDocId'),
  ItDocumentationListInput: from('getItDocumentationCategories', 'typeId'),
  KBItemIdentifierInput: from('getKbItems', 'itemId'),
  ServiceCatalogItemIdentifierInput: from('getServiceCatalogItemList', 'itemId'),
  ServiceItemIdentifierInput: from('getServiceItemList', 'itemId'),
  TaxIdentifierInput: from('getTaxList', 'taxId'),
  TicketIdentifierInput: from('getTicketList', 'ticketId'),
  getClientCustomField: customField('getClientCustomFieldList'),
  getTicketCustomField: customField('getTicketCustomFieldList'),
}

/** Needs ids of another product, which no query tells. */
const outOfReach: readonly QueryName[] = ['getAssetInfoByTPEndpointIds']

export function sourceOf(name: QueryName): Source | undefined {
  const type = operationRow(name).type?.replace(/[[\]!]/g, '') ?? ''
  return sources[name] ?? sources[type]
}

/** Queries in an order in which each one's source comes before it. */
export const trialOrder: readonly QueryName[] = queryNames
  .filter((name) => !outOfReach.includes(name))
  .sort((a, b) => depthOf(a) - depthOf(b))

function depthOf(name: QueryName): number {
  const source = sourceOf(name)
  return source === undefined ? 0 : 1 + depthOf(source.list)
}

/** How much of a tenant is looked at. */
export interface Sample {
  readonly pageSizes: readonly number[]
  /** Pages of the last page size. */
  readonly pages: number
  /** Records of a list that the other queries are asked for. */
  readonly records: number
}

export const samples = {
  tenant: { pageSizes: [20], pages: 1, records: 3 },
  /** All pages, and one of a single row for an inner one: what the mock can show at all counts. */
  mock: { pageSizes: [1, 100], pages: 1000, records: 50 },
} as const satisfies Record<string, Sample>

/** Variables of a query without paging: one set, or one per record of its source. */
export function inputsOf(name: QueryName, records: readonly Row[]): readonly unknown[] {
  const source = sourceOf(name)
  if (source === undefined) return [fixedInput[name]]
  const fields = Object.entries(source.fields)
  const inputs = records.map((row) => Object.fromEntries(fields.map(([to, from]) => [to, row[from]])))
  const whole = inputs.filter((input) => Object.values(input).every((value) => typeof value === 'string'))
  return operationRow(name).type?.startsWith('[') ? whole.map((input) => [input]) : whole
}

export function variablesOf(name: QueryName, input: unknown, listInfo: Row): Variables {
  const { argument, listInfo: place } = operationRow(name)
  if (argument === undefined) return {}
  if (place === argument) return { [argument]: listInfo }
  if (place !== undefined) return { [argument]: { ...(input as Row | undefined), listInfo } }
  return input === undefined ? {} : { [argument]: input }
}
