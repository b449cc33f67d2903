import type { EventEmitter } from 'eventemitter3'
import type { OperationName } from '../entities/operation.js'
import { rowsFieldOf } from '../entities/operation-rows.js'
import { isSuperOpsError } from '../errors.js'
import { Call, type CallSettings } from './call.js'
import { type CollectionName, collections } from './collections.js'
import type { ClientEvents } from './events.js'
import { endedBySignal } from './execute.js'
import { type CallOptions, orThrow, type Run } from './faces.js'
import type { Origin } from './fallback.js'
import type { List } from './list.js'
import type { ResolvedOptions } from './options.js'
import { type Loaded, ReadThroughCache } from './read-through-cache.js'
import { type ReferenceName, type ReferenceRow, references, type StaleReference } from './references.js'

type Rows = readonly object[]
/** Rows of two origins are never mixed. */
export type ReferenceCaches = Readonly<Record<Origin, ReadThroughCache<ReferenceName, Rows>>>

const most = Object.keys(references).length
const collectionOf = (query: OperationName) =>
  (Object.keys(collections) as CollectionName[]).find((name) => collections[name].list === query)

/** Lists of a collection, as {@link collectionFaces} makes them. */
type Lists = Readonly<
  Record<CollectionName, { list(options: { pick?: readonly never[]; signal: AbortSignal }): List<object> }>
>

export function referenceCaches({ run, lists, options }: ReferenceSource): ReferenceCaches {
  const ofOrigin = (origin: Origin) => referenceCache(origin, run, lists, options.referenceTtlMs)
  return { live: ofOrigin('live'), mock: ofOrigin('mock') }
}

function referenceCache(origin: Origin, run: Run, lists: Lists, ttlMs: number) {
  return new ReadThroughCache<ReferenceName, Rows>({
    max: most,
    ttlMs,
    load: async (name, signal): Promise<Loaded<Rows>> => {
      const { query, pick }: ReferenceRow = references[name]
      const options = { signal, ...(pick !== undefined && { pick }) }
      const collection = collectionOf(query)
      if (collection !== undefined && rowsFieldOf(query) !== undefined) {
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
  /** Runs with the client's own bounds: a reading that callers share cannot take those of one of them. */
  readonly run: Run
  readonly lists: Lists
  readonly options: ResolvedOptions
  readonly events: EventEmitter<ClientEvents>
  /** Bounds of the wait of one caller. */
  settingsOf(call: CallOptions): Omit<CallSettings, 'operation' | 'kind'>
}

export async function readReference(
  caches: ReferenceCaches,
  name: ReferenceName,
  { options, events, settingsOf }: ReferenceSource,
  given: CallOptions,
): Promise<Rows> {
  const call = new Call({ ...settingsOf(given), operation: references[name].query, kind: 'query' })
  const { origin } = call.settings
  try {
    return await caches[origin].read(name, call.signal)
  } catch (thrown) {
    const error = call.signal.aborted ? endedBySignal(call) : thrown
    const stale = staleRows(caches[origin].last(name), error, options)
    if (stale === undefined || !isSuperOpsError(error)) throw error
    const told: StaleReference = { reference: name, ageMs: Math.round(stale.ageMs), error: error.kind }
    events.emit('stale', told)
    options.logger?.warn(told, 'a reference list could not be read again, the last one is served')
    return stale.value
  } finally {
    call.end()
  }
}

/** What was read last, when it may stand in for what failed. */
function staleRows<Last extends { readonly ageMs: number }>(
  last: Last | undefined,
  error: unknown,
  { referenceTtlMs, referenceStaleIfErrorMs }: ResolvedOptions,
): Last | undefined {
  if (last === undefined || !isSuperOpsError(error) || !error.retryable) return undefined
  return last.ageMs > referenceTtlMs + referenceStaleIfErrorMs ? undefined : last
}
