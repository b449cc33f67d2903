import type { Lookups } from '../lookups.js'
import { recordId } from '../record-id.js'
import {
  type MetricsConversation,
  type MetricsData,
  type MetricsWorklog,
  recordsOf,
  type StatusChange,
} from '../records.js'
import {
  addHours,
  type HourSums,
  hoursOf,
  hoursTest,
  type IsHours,
  noHours,
  ticketIdOf,
} from '../worklogs.js'

/** Field that identifies the records of each collection. */
const keys = {
  tickets: 'ticketId',
  clients: 'accountId',
  sites: 'id',
  technicians: 'userId',
  slas: 'id',
  worklogs: 'itemId',
  serviceItems: 'itemId',
  invoices: 'invoiceId',
  contracts: 'contractId',
  assets: 'assetId',
  alerts: 'id',
  tasks: 'taskId',
} as const satisfies { readonly [Name in MetricsCollection]: string }

/** Collections of {@link MetricsData} whose records come one by one. */
export type MetricsCollection = {
  [Name in keyof MetricsData]-?: NonNullable<MetricsData[Name]> extends readonly unknown[] ? Name : never
}[keyof MetricsData]

export type MetricsRecord<Name extends MetricsCollection> = NonNullable<MetricsData[Name]>[number]

type Records = ReadonlyMap<string, object>

/** Records by id that come and go, with the ways between them. */
export interface RecordStore {
  readonly lookups: Lookups
  idOf(collection: MetricsCollection, record: object): string | null
  /** Whether records of a collection were ever given. */
  isKnown(collection: MetricsCollection): boolean
  get(collection: MetricsCollection, id: string): object | undefined
  /** Undefined takes the record away. */
  set(collection: MetricsCollection, id: string, record: object | undefined): void
  setConversation(ticketId: string, messages: readonly MetricsConversation[] | undefined): void
  setStatusHistory(ticketId: string, changes: readonly StatusChange[] | undefined): void
  toData(): MetricsData
}

export const collectionNames = Object.keys(keys) as MetricsCollection[]

export function createRecordStore(): RecordStore {
  const collections = new Map<MetricsCollection, Map<string, object>>()
  const conversations = new Map<string, readonly MetricsConversation[]>()
  const histories = new Map<string, readonly StatusChange[]>()
  const worklogsByTicket = new Map<string, Set<MetricsWorklog>>()
  let isHours: IsHours | undefined

  const recordsIn = (name: MetricsCollection): Records | undefined => collections.get(name)
  const list = (name: MetricsCollection) => {
    const records = recordsIn(name)
    return records === undefined ? undefined : [...records.values()]
  }
  const isHoursNow = (): IsHours => {
    isHours ??= hoursTest(list('serviceItems'))
    return isHours
  }

  function place(worklog: MetricsWorklog, sign: 1 | -1): void {
    const ticketId = ticketIdOf(worklog)
    if (ticketId === null) return
    const group = worklogsByTicket.get(ticketId) ?? new Set()
    if (sign === 1) group.add(worklog)
    else group.delete(worklog)
    if (group.size === 0) worklogsByTicket.delete(ticketId)
    else worklogsByTicket.set(ticketId, group)
  }

  function hours(ticketId: string): HourSums | undefined {
    if (!collections.has('worklogs')) return undefined
    let sums = noHours
    for (const worklog of worklogsByTicket.get(ticketId) ?? [])
      sums = addHours(sums, hoursOf(worklog, isHoursNow()), worklog.billable === true)
    return sums
  }

  let data: MetricsData | undefined
  function toData(): MetricsData {
    data ??= {
      ...Object.fromEntries([...collections.keys()].map((name) => [name, list(name)])),
      ...(conversations.size > 0 && { conversationsByTicketId: Object.fromEntries(conversations) }),
      ...(histories.size > 0 && { statusHistoryByTicketId: Object.fromEntries(histories) }),
    }
    return data
  }

  const lookups: Lookups = {
    get data() {
      return toData()
    },
    get tickets() {
      return toData().tickets ?? []
    },
    get worklogs() {
      return toData().worklogs
    },
    isHours: (id) => isHoursNow()(id),
    site: (id) => recordsIn('sites')?.get(id),
    statusHistory: (id) => histories.get(id),
    conversation: (id) => conversations.get(id),
    hours,
  }

  return {
    lookups,
    idOf: (collection, record) => recordId((record as Readonly<Record<string, unknown>>)[keys[collection]]),
    get: (collection, id) => recordsIn(collection)?.get(id),
    isKnown: (collection) => collections.has(collection),
    set(collection, id, record) {
      data = undefined
      const records = collections.get(collection) ?? new Map<string, object>()
      collections.set(collection, records)
      const before = records.get(id)
      if (collection === 'worklogs' && before !== undefined) place(before, -1)
      if (collection === 'serviceItems') isHours = undefined
      if (record === undefined) records.delete(id)
      else {
        records.set(id, record)
        if (collection === 'worklogs') place(record, 1)
      }
    },
    setConversation(ticketId, messages) {
      data = undefined
      setOrDelete(conversations, ticketId, messages)
    },
    setStatusHistory(ticketId, changes) {
      data = undefined
      setOrDelete(histories, ticketId, changes)
    },
    toData,
  }
}

function setOrDelete<Value>(map: Map<string, Value>, key: string, value: Value | undefined): void {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}

/** What {@link RecordStore.toData} gives of data: each record under its id, the last of those that share one. */
export function fillStore(store: RecordStore, data: MetricsData): void {
  for (const name of collectionNames) {
    const records = data[name]
    if (records === undefined) continue
    // Known, though it may be empty.
    store.set(name, '', undefined)
    for (const record of recordsOf<object>(records)) {
      const id = store.idOf(name, record)
      if (id !== null) store.set(name, id, record)
    }
  }
  for (const [id, messages] of Object.entries(data.conversationsByTicketId ?? {}))
    if (Array.isArray(messages)) store.setConversation(id, messages)
  for (const [id, changes] of Object.entries(data.statusHistoryByTicketId ?? {}))
    if (Array.isArray(changes)) store.setStatusHistory(id, changes)
}
