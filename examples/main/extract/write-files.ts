import { appendFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type TableName, textColumn } from './columns.js'
import type { RowJournal } from './row-journal.js'
import type { EntityEnd, RunRecord } from './run-record.js'
import { type Batch, writeBatches } from './write-batches.js'

/** One table of a run as the user finds it. */
export interface ExtractedTable {
  readonly table: TableName
  readonly rows: number
  /** Null when there is none: it would be empty. */
  readonly file: string | null
  readonly complete: boolean
  readonly reason?: string
}

const stopped: EntityEnd = { complete: false, reason: 'stopped' }

/** Column of an incremental file: created, changed, restored or removed; null for what came again unchanged. */
export const changeColumn = '_change'

/**
 * Writes the rows of a run into files of the user, and a line on it into `runs.ndjson`. Files of a full run have
 * the names of their tables; those of an incremental one also its time, and no row of it is in an earlier file.
 * What is not complete has `partial` in its name.
 */
export async function writeFiles(
  folder: string,
  record: RunRecord,
  journal: RowJournal,
): Promise<ExtractedTable[]> {
  const { mode, entities, conversations, ended, format, startedAt } = record
  const isFull = mode === 'full'
  const tables: readonly TableName[] = [
    ...entities,
    ...(conversations === 'none' ? [] : ['conversations' as const]),
  ]
  const endOf = (table: TableName) => ended[table === 'conversations' ? 'tickets' : table] ?? stopped
  const time = isFull ? '' : `.${startedAt.replace(/[-:.]/g, '')}`
  const whole = (table: TableName) => `${table}${time}`
  const partial = (table: TableName) => `${whole(table)}.partial`
  const batches = async function* (): AsyncGenerator<Batch<TableName>> {
    for (const entity of tables) {
      if (isFull && endOf(entity).complete) yield { entity, rows: [] }
      for await (const rows of journal.read(entity)) if (rows.length > 0) yield { entity, rows }
    }
  }
  const written = await writeBatches(batches(), {
    folder,
    format,
    nameOf: (table) => (endOf(table).complete ? whole(table) : partial(table)),
    ...(!isFull && { extraColumns: [textColumn(changeColumn)] }),
  })
  for (const table of tables)
    if (isFull && endOf(table).complete)
      await rm(join(folder, `${partial(table)}.${format}`), { force: true })
  const out = tables.map((table) => {
    const file = written.find(({ entity }) => entity === table)
    const { complete, reason } = endOf(table)
    const found = { rows: file?.rows ?? 0, file: file === undefined ? null : basename(file.file) }
    return { table, ...found, complete, ...(reason !== undefined && { reason }) }
  })
  const line = { startedAt, mode, format, finishedAt: new Date().toISOString(), tables: out }
  await appendFile(join(folder, 'runs.ndjson'), `${JSON.stringify(line)}\n`)
  return out
}
