import type { Extraction } from '../extract/extraction.js'
import type { ExtractionFigures } from '../extract/figures.js'
import type { ItExtraction } from '../extract/it-extractor.js'
import type { RowChange } from '../extract/row-ledger.js'
import { departmentRecord } from '../metrics/department-records.js'
import { type FigureTableName, figureRows, figureTables } from './figure-tables.js'
import { type FolderOptions, resolveFolderOptions } from './folder-options.js'
import { type ManifestTable, type TablesManifest, writeManifest } from './manifest.js'
import { conversationRows, withChanges } from './record-batches.js'
import { isFigureTable, type TableName } from './table-schema.js'
import { hasTable, tableOf } from './tabled-surfaces.js'
import { completenessOf } from './write-batches.js'
import { type TableBatch, writeTables } from './write-tables.js'

export interface WriteExtractionOptions extends FolderOptions {
  /** Told in the manifest. @defaultValue null */
  readonly tenant?: string | null
  /** Whether the figures of a full run come along. @defaultValue true */
  readonly metrics?: boolean
}

/** Figures as rows of their tables: those of entities that were read. */
export function* figureBatches(
  figures: ExtractionFigures,
  entities: readonly string[],
): Generator<TableBatch, void, undefined> {
  // By the words of figures, which are made of clients.
  const read = entities.map((entity) => departmentRecord(entity, {}).collection)
  for (const [table, { of }] of Object.entries(figureTables)) {
    if (of !== null && !read.includes(of)) continue
    const name = table as FigureTableName
    yield { table: name, rows: [] }
    for (const rows of figureRows(name, figures)) yield { table: name, rows }
  }
}

/**
 * Writes an extraction in memory as tables: a table per entity, and of a full run one per type of figures, the
 * findings of data quality and the client genome; with `schema.json` and `manifest.json`.
 *
 * Rows of an incremental run carry what became of them in `_change`; removed ones come as their key alone.
 *
 * @throws as `writeTables`; then no file is left.
 */
export function writeExtraction(
  extraction: Extraction,
  options: WriteExtractionOptions,
): Promise<TablesManifest>
export function writeExtraction(
  extraction: ItExtraction,
  options: WriteExtractionOptions & { readonly product: 'it' },
): Promise<TablesManifest>
export async function writeExtraction(
  extraction: Extraction | ItExtraction,
  options: WriteExtractionOptions,
): Promise<TablesManifest> {
  const { folder, format, gzip, rawCsv, product } = resolveFolderOptions(options)
  const { tenant = null } = options
  const { metrics, quality, report, origin, stale, partial = [] } = extraction
  const isWhole = metrics !== null && quality !== null
  const figures = isWhole && (options.metrics ?? true) ? { metrics, quality } : null
  const read = Object.keys(extraction.data).filter(hasTable)
  function* batches(): Generator<TableBatch, void, undefined> {
    const own = extraction as unknown as AnyExtraction
    yield* isWhole ? wholeRecords(own, read) : changedRecords(own)
    const { conversationsByTicketId } = extraction.data
    if (conversationsByTicketId !== undefined)
      yield* pieces('conversations', conversationRows(conversationsByTicketId))
    if (figures !== null) yield* figureBatches(figures, read)
  }
  const written = await writeTables(batches(), { ...options, changes: !isWhole })
  const reports = new Map(report.entities.map((each) => [tableOf(each.entity) as TableName, each]))
  const tables = written.map(({ table, file, rows }): ManifestTable => {
    const facts = { table, file, rows }
    if (isFigureTable(table)) return { ...facts, ...figureCompleteness(partial) }
    return { ...facts, ...completenessOf(reports.get(table === 'conversations' ? 'tickets' : table), table) }
  })
  const { startedAt, finishedAt } = report
  return writeManifest(folder, {
    startedAt,
    finishedAt,
    mode: isWhole ? 'full' : 'incremental',
    format,
    gzip,
    rawCsv,
    origin,
    product,
    tenant,
    tables,
    ...(stale !== undefined && { stale }),
    asOf: figures?.metrics.asOf ?? null,
    period: figures?.metrics.period ?? null,
  })
}

type ById<Value> = Readonly<Record<string, readonly Value[] | undefined>>

/** An extraction whose entities are only names. */
interface AnyExtraction {
  readonly data: ById<object>
  readonly report: { readonly entities: readonly { readonly entity: string }[] }
  readonly created: ById<string>
  readonly changed: ById<{ readonly id: string }>
  readonly removed: ById<string>
  readonly restored: ById<string>
}

/** What a manifest says of figures: they draw on all that was asked for. */
export const figureCompleteness = (partial: readonly string[]): Pick<ManifestTable, 'complete' | 'reason'> =>
  partial.length === 0 ? { complete: true } : { complete: false, reason: `partial ${partial.join(', ')}` }

function* wholeRecords(
  { data }: AnyExtraction,
  read: readonly string[],
): Generator<TableBatch, void, undefined> {
  for (const entity of read) yield* pieces(tableOf(entity), data[entity] ?? [])
}

function* changedRecords(extraction: AnyExtraction): Generator<TableBatch, void, undefined> {
  const { data, report, created, changed, restored, removed } = extraction
  for (const { entity } of report.entities) {
    const ids = { created: created[entity], restored: restored[entity], removed: removed[entity] }
    const changes: Pick<RowChange, 'id' | 'kind'>[] = [
      ...Object.entries(ids).flatMap(([kind, list = []]) =>
        list.map((id) => ({ id, kind: kind as RowChange['kind'] })),
      ),
      ...(changed[entity] ?? []).map(({ id }) => ({ id, kind: 'changed' as const })),
    ]
    yield* pieces(tableOf(entity), withChanges(entity, data[entity] ?? [], changes))
  }
}

const rowsAtOnce = 1000

/** Rows some at a time, so that their texts are not all in memory. */
function* pieces(table: TableName, rows: readonly object[]): Generator<TableBatch, void, undefined> {
  yield { table, rows: [] }
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    yield { table, rows: rows.slice(from, from + rowsAtOnce) }
}
