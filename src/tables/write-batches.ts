import type { Origin } from '../client/fallback.js'
import type { Batch, EntityReport } from '../extract/batch.js'
import type { ItBatch } from '../extract/it-extractor.js'
import { type FolderOptions, resolveFolderOptions } from './folder-options.js'
import { type ManifestTable, type TablesManifest, writeManifest } from './manifest.js'
import { recordBatches } from './record-batches.js'
import type { TableName } from './table-schema.js'
import { tableOf } from './tabled-surfaces.js'
import { type TableBatch, writeTables } from './write-tables.js'

export interface WriteBatchesOptions extends FolderOptions {
  /** Told in the manifest. @defaultValue null */
  readonly tenant?: string | null
  /**
   * Whether the batches are those of an incremental run: rows carry what became of them in `_change`, and removed
   * ones come as their key alone. @defaultValue false
   */
  readonly changes?: boolean
}

/**
 * Writes the batches of an extraction as tables, in constant memory, with `schema.json` and `manifest.json`.
 *
 * A record that changed while it was read is in its table twice: the later row counts. Figures need all rows at once:
 * `writeExtraction`.
 *
 * @throws as `writeTables`, and what the batches throw; then no file is left.
 */
export function writeBatches(
  batches: AsyncIterable<Batch>,
  options: WriteBatchesOptions,
): Promise<TablesManifest>
export function writeBatches(
  batches: AsyncIterable<ItBatch>,
  options: WriteBatchesOptions & { readonly product: 'it' },
): Promise<TablesManifest>
export async function writeBatches(
  batches: AsyncIterable<Batch | ItBatch>,
  options: WriteBatchesOptions,
): Promise<TablesManifest> {
  const { folder, format, gzip, rawCsv, product } = resolveFolderOptions(options)
  const { tenant = null, changes = false } = options
  const startedAt = new Date().toISOString()
  const reports = new Map<TableName, Omit<EntityReport, 'entity'>>()
  let origin: Origin | null = null
  async function* records(): AsyncGenerator<TableBatch, void, undefined> {
    for await (const batch of batches) {
      origin ??= batch.origin
      if (batch.report !== undefined) reports.set(tableOf(batch.entity), batch.report)
      yield* recordBatches(batch, { changes })
    }
  }
  const written = await writeTables(records(), options)
  const tables = written.map(({ table, file, rows }): ManifestTable => {
    const report = reports.get(table === 'conversations' ? 'tickets' : table)
    return { table, file, rows, ...completenessOf(report, table) }
  })
  const finishedAt = new Date().toISOString()
  const mode = changes ? 'incremental' : 'full'
  return writeManifest(folder, {
    ...{ startedAt, finishedAt, mode, format, gzip, rawCsv, origin, product, tenant, tables },
    asOf: null,
    period: null,
  })
}

/** What a report says of a table. */
export function completenessOf(
  report: Omit<EntityReport, 'entity'> | undefined,
  table: TableName,
): Pick<ManifestTable, 'complete' | 'reason' | 'totalCount'> {
  if (report === undefined) return { complete: false, reason: 'stopped' }
  const { complete, reason, totalCount } = report
  return {
    complete,
    ...(reason !== undefined && { reason }),
    ...(table !== 'conversations' && { totalCount }),
  }
}
