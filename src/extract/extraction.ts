import type { Origin } from '../client/fallback.js'
import type { SuperOpsError } from '../errors.js'
import type { StatusChange } from '../metrics/records.js'
import type { DatasetQuality } from '../quality/report.js'
import type { Batch, EntityReport, ExtractionIssue } from './batch.js'
import type { ConversationsByTicketId } from './conversations.js'
import { type ExtractedData, type ExtractedEntity, keyOfRow } from './entities.js'
import type { ExtractionMetrics } from './figures.js'
import { mergeChanges } from './merge-changes.js'
import type { RowChange } from './row-ledger.js'

type Ids = { readonly [Name in ExtractedEntity]?: readonly string[] }

/** What metrics take. */
export type ExtractionData = ExtractedData & {
  readonly conversationsByTicketId?: ConversationsByTicketId
  /** Of tickets that were created or changed since they are observed. */
  readonly statusHistoryByTicketId?: Readonly<Record<string, readonly StatusChange[]>>
}

/** What was read, without the figures over it. */
export interface GatheredRows {
  /** Of all rows: that of the first answer; null when there was none. Rows of another one are not taken. */
  readonly origin: Origin | null
  /** In a full run every row, in an incremental one those that are new, changed or back. */
  readonly data: ExtractionData
  /** Ids of rows that were not known before; without state none is. */
  readonly created: Ids
  readonly changed: {
    readonly [Name in ExtractedEntity]?: readonly {
      readonly id: string
      readonly fields: readonly string[]
    }[]
  }
  readonly removed: Ids
  readonly restored: Ids
  readonly issues: readonly ExtractionIssue[]
  /** Entities that are not complete, when some are. */
  readonly partial?: readonly ExtractedEntity[]
  /** Set when the tenant could not be read and this is the last complete extraction in its place. */
  readonly stale?: { readonly since: string; readonly ageMs: number }
  readonly report: {
    /** Start and end, UTC. */
    readonly startedAt: string
    readonly finishedAt: string
    readonly ms: number
    /** In the order asked for. */
    readonly entities: readonly EntityReport[]
    readonly complete: boolean
    /** What ended an entity early. */
    readonly errors: Readonly<Partial<Record<ExtractedEntity, SuperOpsError>>>
  }
}

/**
 * What was read, and the figures over it as of `report.finishedAt`, each computed when it is first asked for. In an
 * incremental run, whose data are the changes alone, there are none.
 */
export interface Extraction extends GatheredRows {
  readonly metrics: ExtractionMetrics | null
  readonly quality: DatasetQuality | null
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] }
type Lists<Item> = Partial<Record<ExtractedEntity, Item[]>>

/** Gathers batches in memory; a row that comes again replaces the one before. */
export async function gather(
  batches: AsyncIterable<Batch>,
  entities: readonly ExtractedEntity[],
): Promise<GatheredRows> {
  const started = Date.now()
  const rows = new Map<ExtractedEntity, Map<unknown, unknown>>()
  const reports = new Map<ExtractedEntity, EntityReport>()
  const errors: Writable<GatheredRows['report']['errors']> = {}
  const issues: ExtractionIssue[] = []
  const changes = new Map<ExtractedEntity, Map<string, RowChange>>()
  const beside: Pick<Writable<ExtractionData>, 'conversationsByTicketId' | 'statusHistoryByTicketId'> = {}
  let origin: Origin | null = null
  const rowsOf = (entity: ExtractedEntity) => ownOf(rows, entity)
  const changesOf = (entity: ExtractedEntity) => ownOf(changes, entity)
  for await (const batch of batches) {
    const { entity, report, conversationsByTicketId, statusHistoryByTicketId } = batch
    for (const row of batch.rows) rowsOf(entity).set(keyOfRow(entity, row) ?? Symbol(), row)
    for (const change of batch.changes) {
      const own = changesOf(entity)
      own.set(change.id, mergeChanges(own.get(change.id), change))
    }
    issues.push(...batch.issues)
    origin ??= batch.origin
    if (conversationsByTicketId)
      beside.conversationsByTicketId = { ...beside.conversationsByTicketId, ...conversationsByTicketId }
    if (statusHistoryByTicketId)
      beside.statusHistoryByTicketId = { ...beside.statusHistoryByTicketId, ...statusHistoryByTicketId }
    if (batch.error !== undefined) errors[entity] = batch.error
    if (report === undefined) continue
    reports.set(entity, report)
    // Read, and empty: not the same as not read.
    if (report.pages > 0) rowsOf(entity)
  }
  const finished = Date.now()
  const done = entities.flatMap((name) => reports.get(name) ?? [])
  const partial = done.filter(({ complete }) => !complete).map(({ entity }) => entity)
  const data = Object.fromEntries(
    entities.flatMap((name) => {
      const own = rows.get(name)
      return own === undefined ? [] : [[name, [...own.values()]]]
    }),
  ) as ExtractedData
  return {
    origin,
    data: { ...data, ...beside },
    ...sorted(changes),
    issues,
    ...(partial.length > 0 && { partial }),
    report: {
      startedAt: new Date(started).toISOString(),
      finishedAt: new Date(finished).toISOString(),
      ms: finished - started,
      entities: done,
      complete: partial.length === 0,
      errors,
    },
  }
}

function ownOf<Key, Value>(
  maps: Map<ExtractedEntity, Map<Key, Value>>,
  entity: ExtractedEntity,
): Map<Key, Value> {
  const own = maps.get(entity) ?? new Map<Key, Value>()
  maps.set(entity, own)
  return own
}

function sorted(
  changes: ReadonlyMap<ExtractedEntity, ReadonlyMap<string, RowChange>>,
): Pick<Extraction, 'created' | 'changed' | 'removed' | 'restored'> {
  const out = { created: {} as Lists<string>, removed: {} as Lists<string>, restored: {} as Lists<string> }
  const changed: Lists<{ id: string; fields: readonly string[] }> = {}
  for (const [entity, own] of changes) {
    const all = [...own.values()]
    for (const kind of ['created', 'removed', 'restored'] as const) {
      const ids = all.flatMap((change) => (change.kind === kind ? change.id : []))
      if (ids.length > 0) out[kind][entity] = ids
    }
    const fields = all.flatMap((change) =>
      change.kind === 'changed' ? { id: change.id, fields: change.fields } : [],
    )
    if (fields.length > 0) changed[entity] = fields
  }
  return { ...out, changed }
}
