import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createExtractor, type Extractor } from '@superhack/superops/extract'
import type { StateStore } from '@superhack/superops/state'
import { levelStore } from '@superhack/superops/state/level'
import { recordBatches } from '@superhack/superops/tables'
import type { ExtractFlags } from './cli.js'
import { type Connection, connect } from './connect.js'
import { ticketFactsOf } from './extract/figures.js'
import { openJournal, type RowJournal } from './extract/row-journal.js'
import {
  asksForSame,
  type FileForm,
  isAllEnded,
  isAllRead,
  putRunRecord,
  type RunRecord,
  readEnds,
  readRunRecord,
} from './extract/run-record.js'
import { writeFiles } from './extract/write-files.js'
import { progressView } from './progress.js'
import { number } from './render/cells.js'
import { extractTable, planTable } from './render/extract-tables.js'
import { mockLine } from './render/mock-line.js'
import { type Style, styleOf } from './render/style.js'
import type { Output, Terminal } from './terminal.js'
import { UsageError } from './usage-error.js'

/** Writes the rows of the tenant into files, or tells what that would take; false when an entity is not complete. */
export async function extractCommand(
  flags: ExtractFlags,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<boolean> {
  const { env, stdout } = terminal
  const style = styleOf(stdout, env, flags)
  if (flags.out === undefined || flags.plan) {
    await using(
      { connection: await connect(terminal, flags, new Date()), stdout, style },
      async ({ client }) => {
        const { entities, conversations, incremental } = flags
        const mode = incremental ? 'incremental' : 'full'
        const plan = await createExtractor(client).plan({ entities, conversations, mode, signal })
        stdout.write(planTable(plan, style))
      },
    )
    return true
  }
  const folder = flags.out
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--out: the folder cannot be made (${error.code})`)
  })
  const stateFolder = env.SUPEROPS_STATE_DIR?.trim() || join(folder, '.superops-state')
  const store = await levelStore(stateFolder)
  try {
    const last = await readRunRecord(store)
    const keepsMock = (flags.incremental || flags.resume) && last?.mockBegan !== undefined
    const now = new Date()
    const mockBegan = keepsMock ? new Date(last.mockBegan ?? '') : now
    const connection = await connect(terminal, flags, now, mockBegan)
    const journal = await openJournal(join(stateFolder, 'rows'))
    try {
      return await using({ connection, stdout, style }, () =>
        extract({ terminal, flags, folder, store, journal, connection, mockBegan, last, style, signal }),
      )
    } finally {
      await journal.close()
    }
  } finally {
    await store.close()
  }
}

async function using<Result>(
  { connection, stdout, style }: { connection: Connection; stdout: Output; style: Style },
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  try {
    if (connection.source.origin === 'mock') stdout.write(mockLine(connection.source, style))
    return await work(connection)
  } finally {
    await connection.close()
  }
}

interface Job {
  readonly terminal: Terminal
  readonly flags: ExtractFlags
  readonly folder: string
  readonly store: StateStore
  readonly journal: RowJournal
  readonly connection: Connection
  readonly mockBegan: Date
  readonly last: RunRecord | undefined
  readonly style: Style
  readonly signal: AbortSignal
}

async function extract(job: Job): Promise<boolean> {
  const { folder, store, journal, connection, style, signal, flags } = job
  const { stdout } = job.terminal
  const begun = await beginOrGoOn(job)
  const extractor = createExtractor(connection.client, { state: store })
  let record: RunRecord
  try {
    record = isAllRead(begun) ? begun : await readInto(job, extractor, begun)
  } catch (error) {
    if (signal.aborted) stdout.write(`Stopped; no file was written. ${howToGoOn(flags)}`)
    throw error
  }
  const { tables, complete } = await writeFiles(folder, record, journal)
  const canGoOn = !isAllRead(record)
  if (!canGoOn) await finish(job, record)
  else stdout.write(`Not everything could be read. ${howToGoOn(flags)}`)
  stdout.write(extractTable(tables, folder, style))
  return complete
}

/** In this order a kill between two of them leaves nothing that is read twice or not at all. */
async function finish({ store, journal }: Job, record: RunRecord): Promise<void> {
  await putRunRecord(store, { ...record, done: true })
  await journal.clear()
}

/** Settles what becomes of a run that was stopped, and says so. */
async function beginOrGoOn(job: Job): Promise<RunRecord> {
  const { flags, folder, store, journal, connection, mockBegan, last } = job
  const { stdout } = job.terminal
  const fresh: RunRecord = {
    startedAt: new Date().toISOString(),
    tenant: connection.client.toJSON().tenantId,
    product: connection.product.name,
    ...(connection.source.origin === 'mock' && { mockBegan: mockBegan.toISOString() }),
    mode: flags.incremental ? 'incremental' : 'full',
    entities: [...new Set(flags.entities)],
    conversations: flags.conversations,
    ...formOf(flags),
    origin: null,
    begun: false,
    ended: {},
    done: false,
  }
  if (last !== undefined && last.tenant !== fresh.tenant)
    throw new UsageError(
      `--out: the state of this folder is that of tenant ${last.tenant}; take another folder`,
    )
  if (last !== undefined && (last.product ?? 'msp') !== fresh.product)
    throw new UsageError('--out: the state of this folder is that of the other product; take another folder')
  const stopped = last?.done === false ? last : undefined
  if (flags.resume && stopped !== undefined) {
    if (!asksForSame(stopped, fresh))
      throw new UsageError(
        `--resume: ${nameOf(stopped)} read ${stopped.entities.join(',')} with conversations ${stopped.conversations}; ask for the same, or leave --resume out`,
      )
    const rows = [...journal.counts].reduce(
      (sum, [name, count]) => (name === 'ticket_facts' ? sum : sum + count),
      0,
    )
    const ended = readEnds(stopped)
    stdout.write(
      `Going on with ${nameOf(stopped)}: ${Object.keys(ended).length} of ${stopped.entities.length} entities and ${number(rows)} rows are read.\n`,
    )
    return { ...stopped, ...formOf(flags), ended }
  }
  if (flags.resume) stdout.write('There is no stopped run: one is begun.\n')
  if (stopped !== undefined) stdout.write(`Without --resume, ${nameOf(stopped)} is not gone on with.\n`)
  // A full run delivers every row anew. Any other counts on what was delivered before.
  if (stopped !== undefined && !(stopped.mode === 'full' && fresh.mode === 'full')) {
    const kept = await writeFiles(folder, stopped, journal)
    const files = kept.tables.flatMap(({ file }) => file ?? [])
    if (files.length > 0) stdout.write(`What it had read is in ${files.join(', ')}.\n`)
    await putRunRecord(store, { ...stopped, done: true })
  }
  await journal.clear()
  await putRunRecord(store, fresh)
  return fresh
}

const nameOf = ({ mode, startedAt }: RunRecord) => `the ${mode} run of ${startedAt.slice(0, 19)}Z`

async function readInto(
  { terminal, store, journal, signal, style, flags }: Job,
  extractor: Extractor,
  begun: RunRecord,
): Promise<RunRecord> {
  const { mode, entities, conversations } = begun
  const { stdout, stderr } = terminal
  const view = progressView(entities, stdout, style, terminal.env)
  const problems: string[] = []
  let record = begun
  const note = async (news: Partial<RunRecord>) => {
    record = { ...record, ...news }
    await putRunRecord(store, record)
  }
  const resume = flags.resume && begun.begun
  const onProgress = view.show
  try {
    for await (const batch of extractor.batches({
      mode,
      entities,
      conversations,
      resume,
      onProgress,
      signal,
    })) {
      if (!record.begun) await note({ begun: true })
      if (record.origin === null && batch.origin !== null) await note({ origin: batch.origin })
      for (const { table, rows } of recordBatches(batch, { changes: mode === 'incremental' }))
        await journal.add(table, rows)
      if (mode === 'full') await journal.add('ticket_facts', ticketFactsOf(batch))
      const { entity, report, error } = batch
      if (report === undefined) continue
      const { complete, reason, totalCount } = report
      if (!complete) problems.push(`${entity}: ${error?.message ?? `not complete (${reason})`}`)
      // What failed in a round, the next one brings; its files are not to change once they are read.
      const failed = error !== undefined && mode === 'full'
      const end = {
        complete,
        totalCount,
        ...(reason !== undefined && { reason }),
        ...(failed && { failed }),
      } as const
      await note({ ended: { ...record.ended, [entity]: end } })
      // To the extractor, a run whose batches were left is one that can be gone on with.
      if (isAllEnded(record) && !isAllRead(record)) break
    }
  } finally {
    view.end()
    for (const problem of problems) stderr.write(`${problem}\n`)
  }
  return record
}

const formOf = ({ format, gzip, rawCsv, metrics }: ExtractFlags): FileForm => ({
  format,
  gzip,
  rawCsv,
  metrics,
})

function howToGoOn(flags: ExtractFlags): string {
  const { out = '', format, incremental, entities, conversations, gzip, metrics, rawCsv } = flags
  const given = [
    `--out ${/\s/.test(out) ? JSON.stringify(out) : out} --format ${format}`,
    ...(gzip ? ['--gzip'] : []),
    ...(metrics ? [] : ['--no-metrics']),
    ...(rawCsv ? ['--raw-csv'] : []),
    ...(incremental ? ['--incremental'] : []),
    `--entities ${entities.join(',')}`,
    `--conversations ${conversations} --resume`,
  ]
  return `To go on:\n  npm start -- extract ${given.join(' ')}\n`
}
