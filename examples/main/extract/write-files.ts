import { appendFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExtractionFigures } from '@superhack/superops/extract'
import {
  figureBatches,
  figureCompleteness,
  type ManifestTable,
  type RecordTableName,
  type TableBatch,
  type TableName,
  type TablesManifest,
  writeManifest,
  writeTables,
} from '@superhack/superops/tables'
import { figuresOfRun } from './figures.js'
import { productOfRun, tableIn } from './product-of-run.js'
import type { RowJournal } from './row-journal.js'
import { type EntityEnd, isComplete, type RunRecord } from './run-record.js'

const stopped: EntityEnd = { complete: false, reason: 'stopped' }

/**
 * Writes the rows of a run, and of a full one figures over them, into files of the user, what they are into
 * `schema.json` and `manifest.json`, and the manifest as a line into `runs.ndjson`. Files of a full run have the
 * names of their tables; those of an incremental one also its time, and no row of it is in an earlier file. What is
 * not complete has `partial` in its name.
 */
export async function writeFiles(
  folder: string,
  record: RunRecord,
  journal: RowJournal,
): Promise<TablesManifest> {
  const { mode, entities, format, gzip, rawCsv, startedAt, origin, tenant } = record
  const { name: product } = productOfRun(record)
  const isFull = mode === 'full'
  const figures = isFull && record.metrics ? await figuresOfRun(record, journal) : null
  const ends = endsOf(record)
  const figuresEnd: EntityEnd = figureCompleteness(entities.filter((entity) => !isComplete(record, entity)))
  const endOf = (table: TableName) => ends.get(table) ?? figuresEnd
  const time = isFull ? '' : `.${startedAt.replace(/[-:.]/g, '')}`
  const partial = (table: TableName) => `${table}${time}.partial`
  const written = await writeTables(batchesOf(record, journal, ends, figures), {
    ...{ folder, format, gzip, rawCsv, product, changes: !isFull },
    nameOf: (table) => (endOf(table).complete ? `${table}${time}` : partial(table)),
  })
  const extension = gzip ? `${format}.gz` : format
  for (const { table } of written)
    if (endOf(table).complete) await rm(join(folder, `${partial(table)}.${extension}`), { force: true })
  const tableNames: readonly TableName[] = [
    ...ends.keys(),
    ...written.flatMap(({ table }) => (ends.has(table as RecordTableName) ? [] : [table])),
  ]
  const tables = tableNames.map((table): ManifestTable => {
    const found = written.find((each) => each.table === table)
    const { complete, reason, totalCount } = endOf(table)
    return {
      ...{ table, rows: found?.rows ?? 0, file: found?.file ?? null, complete },
      ...(reason !== undefined && { reason }),
      ...(totalCount !== undefined && { totalCount }),
    }
  })
  const manifest = await writeManifest(folder, {
    startedAt,
    finishedAt: new Date().toISOString(),
    mode,
    format,
    gzip,
    rawCsv,
    product,
    origin,
    tenant,
    tables,
    asOf: figures?.metrics.asOf ?? null,
    period: figures?.metrics.period ?? null,
  })
  await appendFile(join(folder, 'runs.ndjson'), `${JSON.stringify(manifest)}\n`)
  return manifest
}

/** How the reading of each table of records ended. */
function endsOf(record: RunRecord): ReadonlyMap<TableName, EntityEnd> {
  const { entities, conversations, ended } = record
  const { tables } = productOfRun(record)
  const ends = new Map<TableName, EntityEnd>(
    entities.map((entity) => [tableIn(tables, entity), ended[entity] ?? stopped]),
  )
  const { totalCount: _, ...tickets } = ended.tickets ?? stopped
  if (conversations !== 'none') ends.set('conversations', tickets)
  return ends
}

async function* batchesOf(
  { mode, entities }: RunRecord,
  journal: RowJournal,
  ends: ReadonlyMap<TableName, EntityEnd>,
  figures: ExtractionFigures | null,
): AsyncGenerator<TableBatch> {
  for (const [table, { complete }] of ends) {
    if (mode === 'full' && complete) yield { table, rows: [] }
    for await (const rows of journal.read(table as RecordTableName))
      if (rows.length > 0) yield { table, rows }
  }
  if (figures !== null) yield* figureBatches(figures, entities)
}
