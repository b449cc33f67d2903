import type { Operations } from '../entities/generated/operations.js'
import type { Instant } from '../entities/generated/types.js'
import type { OperationName } from '../entities/operation.js'
import type { List } from './list.js'
import type { ListPosition } from './pages.js'
import type { PickedRow, PickOf } from './picked-row.js'
import type { Condition, Sort } from './where.js'

/** Friendly faces: the list operation, and where the API has one the get, of each entity. */
export const collections = {
  tickets: { list: 'getTicketList', get: 'getTicket', key: 'ticketId' },
  clients: { list: 'getClientList', get: 'getClient', key: 'accountId' },
  sites: { list: 'getClientSiteList', get: 'getClientSite', key: 'id' },
  clientUsers: { list: 'getClientUserList', get: 'getClientUser', key: 'userId' },
  technicians: { list: 'getTechnicianList', key: 'userId' },
  technicianGroups: { list: 'getTechnicianGroupList', key: 'groupId' },
  // Without a module the live API answers nothing useful.
  worklogs: { list: 'getWorklogEntries', key: 'itemId', input: { module: 'TICKET' } },
  contracts: { list: 'getClientContractList', get: 'getClientContract', key: 'contractId' },
  invoices: { list: 'getInvoiceList', get: 'getInvoice', key: 'invoiceId' },
  serviceItems: { list: 'getServiceItemList', get: 'getServiceItem', key: 'itemId' },
  assets: { list: 'getAssetList', get: 'getAsset', key: 'assetId' },
  alerts: { list: 'getAlertList', key: 'id' },
  tasks: { list: 'getTaskList', get: 'getTask', key: 'taskId' },
} as const satisfies Record<string, CollectionRow>

interface CollectionRow {
  readonly list: OperationName
  readonly get?: OperationName
  readonly key: string
  /** Defaults of the list input beside `listInfo`. */
  readonly input?: Readonly<Record<string, unknown>>
}

export type CollectionName = keyof typeof collections

type ResultOf<Name extends OperationName> = NonNullable<Operations[Name]['result']>
type RowsIn<Result> = {
  [K in Exclude<keyof Result, 'listInfo'>]: NonNullable<Result[K]> extends readonly (infer Item)[]
    ? NonNullable<Item>
    : never
}[Exclude<keyof Result, 'listInfo'>]

/** Row type of a list operation, paged or bare. */
export type RowOf<Name extends OperationName> =
  ResultOf<Name> extends readonly (infer Item)[] ? NonNullable<Item> : RowsIn<ResultOf<Name>>

/** What a list input takes beside `listInfo`, such as `clientId` or `module`. */
type InputOf<Name extends OperationName> = Operations[Name]['variables'] extends { input: infer Input }
  ? 'listInfo' extends keyof Input
    ? Omit<Input, 'listInfo'>
    : unknown
  : unknown

export interface ListOptions<Row, Picked = PickOf<Row>> {
  /** Made by `where`, or a leaf or group of the form SuperOps documents. */
  where?: Condition<Row>
  sort?: Sort<Row> | readonly Sort<Row>[]
  /** Fields to read instead of all, also within: `['name', { category: ['name'] }]`; keys always come along. */
  pick?: readonly Picked[]
  /** Most rows to deliver. */
  limit?: number
  /** Rows per request, 1 to 100. @defaultValue 100 */
  pageSize?: number
  /**
   * Pages under way at the same time, 1 to 10, for lists in a proven order; others are read page by page.
   *
   * @defaultValue 1
   */
  lookAhead?: number
  /**
   * Reads a list in a proven order, newest first, down to this time; rows without a time come when they are met.
   * Where no order is proven the list is read whole.
   */
  since?: Instant | Date
  /** Goes on from the `position` of a page; only for a list in the order of a time that never changes. */
  from?: ListPosition
  signal?: AbortSignal
}

type KeyOf<Name extends CollectionName> = (typeof collections)[Name]['key']
type ListRowOf<Name extends CollectionName> = RowOf<(typeof collections)[Name]['list']>

export interface Listing<Name extends CollectionName> {
  /**
   * Rows of this entity, read page by page when iterated.
   *
   * @throws TypeError when an option is out of range.
   */
  list<const Picked extends PickOf<ListRowOf<Name>> = keyof ListRowOf<Name> & string>(
    options?: ListOptions<ListRowOf<Name>, Picked> & InputOf<(typeof collections)[Name]['list']>,
  ): List<PickedRow<ListRowOf<Name>, Picked | KeyOf<Name>>>
}

type IdOf<Name extends CollectionName> = Extract<ListRowOf<Name>[KeyOf<Name> & keyof ListRowOf<Name>], string>

type GetOf<Name extends CollectionName> = (typeof collections)[Name] extends {
  get: infer Get extends OperationName
}
  ? {
      /** One row by its key; rejects with `api` / `entity_does_not_exist` when there is none. */
      get(id: IdOf<Name>, options?: { signal?: AbortSignal }): Promise<ResultOf<Get>>
    }
  : unknown

export type Collections = { readonly [Name in CollectionName]: Listing<Name> & GetOf<Name> }
