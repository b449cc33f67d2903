import type { EventEmitter } from 'eventemitter3'
import { type OperationName, operationRow } from '../entities/operation.js'
import type { FieldNames } from '../entities/selection.js'
import { type ErrorKind, isSuperOpsError } from '../errors.js'
import { Call, type CallSettings } from './call.js'
import { type CollectionName, collections, type RowOf } from './collections.js'
import type { ClientEvents } from './events.js'
import { endedBySignal } from './execute.js'
import { type CallOptions, orThrow, type Run } from './faces.js'
import type { Origin } from './fallback.js'
import type { List } from './list.js'
import type { ResolvedOptions } from './options.js'
import type { PickedRow } from './picked-row.js'
import { type Loaded, ReadThroughCache } from './read-through-cache.js'

interface ReferenceRow {
  readonly query: OperationName
  /** Fields that are read, where rows hold more than a look-up needs. */
  readonly pick?: FieldNames
}

const role = ['roleId', 'name', 'description', 'roleType'] as const

/** Small lists that other rows refer to and that seldom change. */
export const references = {
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

export type ReferenceName = keyof typeof references

type Frozen<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : { readonly [Key in keyof Value]: Frozen<Value[Key]> }

/** Row of a reference list; shared by all callers and frozen. */
export type Reference<Name extends ReferenceName> = Frozen<
  (typeof references)[Name] extends {
    query: infer Query extends OperationName
    pick: readonly (infer Picked)[]
  }
    ? PickedRow<RowOf<Query>, Picked>
    : RowOf<(typeof references)[Name]['query']>
>

/** Reference lists, each read once and kept for `referenceTtlMs`; copies of a client share them. */
export type References = {
  /** All rows; callers at the same time share one reading, which ends when the last of them aborts. */
  readonly [Name in ReferenceName]: (
    options?: Pick<CallOptions, 'signal' | 'deadlineMs'>,
  ) => Promise<readonly Reference<Name>[]>
} & {
  /** How long ago a list was read; undefined when none is kept. */
  ageMs(name: ReferenceName): number | undefined
  /** Forgets one list, or all: the next call reads it. */
  clear(name?: ReferenceName): void
}

/** Rows that were served although they had expired, since reading them again failed. */
export interface StaleReference {
  readonly reference: ReferenceName
  readonly ageMs: number
  readonly error: ErrorKind
}

type Rows = readonly object[]
/** Rows of two origins are never mixed. */
export type ReferenceCaches = Readonly<Record<Origin, ReadThroughCache<ReferenceName, Rows>>>

const referenceNames = Object.keys(references) as ReferenceName[]
const collectionOf = (query: OperationName) =>
  (Object.keys(collections) as CollectionName[]).find((name) => collections[name].list === query)

/** Lists of a collection, as {@link collectionFaces} makes them. */
type Lists = Readonly<
  Record<CollectionName, { list(options: { pick?: readonly never[]; signal: AbortSignal }): List<object> }>
>

/** @param run Runs with the client's own bounds: a reading that callers share cannot take those of one of them. */
export function referenceCaches(run: Run, lists: Lists, ttlMs: number): ReferenceCaches {
  const ofOrigin = (origin: Origin) => referenceCache(origin, run, lists, ttlMs)
  return { live: ofOrigin('live'), mock: ofOrigin('mock') }
}

function referenceCache(origin: Origin, run: Run, lists: Lists, ttlMs: number) {
  return new ReadThroughCache<ReferenceName, Rows>({
    max: referenceNames.length,
    ttlMs,
    load: async (name, signal): Promise<Loaded<Rows>> => {
      const { query, pick }: ReferenceRow = references[name]
      const options = { signal, ...(pick !== undefined && { pick }) }
      const collection = collectionOf(query)
      if (collection !== undefined && operationRow(query).rows !== undefined) {
        const list = lists[collection].list(options as { signal: AbortSignal })
        const { rows, end, origin: met } = await list.collect()
        return { value: freeze(rows), keep: end.complete && met === origin }
      }
      const { value, call } = await orThrow(run(query, {}, { ...options, deadline: 'none' }))
      return { value: freeze((value as object[] | null) ?? []), keep: call.settings.origin === origin }
    },
  })
}

function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  for (const inner of Object.values(value)) freeze(inner)
  return Object.freeze(value)
}

export interface ReferenceSource {
  readonly caches: ReferenceCaches
  readonly options: ResolvedOptions
  readonly events: EventEmitter<ClientEvents>
  /** Bounds of the wait of one caller. */
  settingsOf(call: CallOptions): Omit<CallSettings, 'operation' | 'kind'>
}

export function referenceFace({ caches, options, events, settingsOf }: ReferenceSource): References {
  const { referenceTtlMs, referenceStaleIfErrorMs, logger } = options
  const staleOf = (name: ReferenceName, origin: Origin, error: unknown): Rows | undefined => {
    const last = caches[origin].last(name)
    if (last === undefined || !isSuperOpsError(error) || !error.retryable) return undefined
    if (last.ageMs > referenceTtlMs + referenceStaleIfErrorMs) return undefined
    const told: StaleReference = { reference: name, ageMs: Math.round(last.ageMs), error: error.kind }
    events.emit('stale', told)
    logger?.warn(told, 'a reference list could not be read again, the last one is served')
    return last.value
  }
  const read = async (name: ReferenceName, given: CallOptions = {}) => {
    const call = new Call({ ...settingsOf(given), operation: references[name].query, kind: 'query' })
    const { origin } = call.settings
    try {
      return await caches[origin].read(name, call.signal)
    } catch (thrown) {
      const error = call.signal.aborted ? endedBySignal(call) : thrown
      const stale = staleOf(name, origin, error)
      if (stale === undefined) throw error
      return stale
    } finally {
      call.end()
    }
  }
  const faces = referenceNames.map((name) => [name, (given?: CallOptions) => read(name, given)])
  return {
    ...Object.fromEntries(faces),
    ageMs: (name) => caches[settingsOf({}).origin].last(name)?.ageMs,
    clear: (name) => {
      caches.live.clear(name)
      caches.mock.clear(name)
    },
  } as References
}
