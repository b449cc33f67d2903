import type { EventEmitter } from 'eventemitter3'
import { rowsFieldOf } from '../entities/operation-rows.js'
import { isSuperOpsError } from '../errors.js'
import { Call, type CallSettings } from './call.js'
import type { ClientEvents } from './events.js'
import { endedBySignal } from './execute.js'
import { type CallOptions, orThrow, type Run } from './faces.js'
import type { Origin } from './fallback.js'
import type { List } from './list.js'
import type { ResolvedOptions } from './options.js'
import { type Loaded, ReadThroughCache } from './read-through-cache.js'
import type { StaleReference } from './references.js'
import type { ReferenceRow, Surface } from './surface.js'

type Rows = readonly object[]
/** Rows of two origins are never mixed. */
export type ReferenceCaches = Readonly<Record<Origin, ReadThroughCache<string, Rows>>>

const collectionOf = ({ collections }: Surface, query: string) =>
  Object.keys(collections).find((name) => collections[name]?.list === query)

const referenceOf = ({ references }: Surface, name: string): ReferenceRow =>
  references[name] ?? { query: name }

/** Lists of a collection, as {@link collectionFaces} makes them. */
type Lists = Readonly<
  Record<string, { list(options: { pick?: readonly never[]; signal: AbortSignal }): List<object> }>
>

export function referenceCaches(source: ReferenceSource): ReferenceCaches {
  const ofOrigin = (origin: Origin) => referenceCache(origin, source)
  return { live: ofOrigin('live'), mock: ofOrigin('mock') }
}

function referenceCache(
  origin: Origin,
  { surface, run, lists, options: { referenceTtlMs } }: ReferenceSource,
) {
  return new ReadThroughCache<string, Rows>({
    max: Object.keys(surface.references).length,
    ttlMs: referenceTtlMs,
    load: async (name, signal): Promise<Loaded<Rows>> => {
      const { query, pick } = referenceOf(surface, name)
      const options = { signal, ...(pick !== undefined && { pick }) }
      const list = lists[collectionOf(surface, query) ?? '']?.list
      if (list !== undefined && rowsFieldOf(await surface.schema(), query) !== undefined) {
        const rowList = list(options as { signal: AbortSignal })
        const { rows, end, origin: met } = await rowList.collect()
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
  readonly surface: Surface
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
  name: string,
  { surface, options, events, settingsOf }: ReferenceSource,
  given: CallOptions,
): Promise<Rows> {
  const call = new Call({ ...settingsOf(given), operation: referenceOf(surface, name).query, kind: 'query' })
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
