import type { Client } from '../client/client.js'
import type { ListEnd, Page } from '../client/pages.js'
import type { Row } from '../entities/row.js'
import { isSuperOpsError, type SuperOpsError } from '../errors.js'
import type { StateChange } from '../state/state-store.js'
import type { Batch, RunOptions, Settings } from './batch.js'
import { type ConversationsByTicketId, readConversations } from './conversations.js'
import { type ExtractedEntity, keyOfRow } from './entities.js'
import { EntityBook } from './entity-book.js'
import { EntityTally } from './entity-tally.js'
import type { ExtractionState, RunState } from './extraction-state.js'
import type { ResolvedFilter } from './filters.js'
import { readFull } from './full-reading.js'
import { readRound } from './incremental-pass.js'
import type { Taken } from './merge-batches.js'
import { before, type Reading, type Step } from './reading.js'
import { PassingLedger, StateLedger } from './row-ledger.js'
import { strategyOf } from './strategies.js'

/** A run as all its entities see it. */
export interface EntityRun {
  readonly settings: Settings
  /** Ended by the run's signal, and paced behind interactive calls. */
  readonly client: Client
  readonly options: RunOptions
  readonly state: ExtractionState | undefined
  readonly run: RunState
  isOurs(page: Page<unknown>): boolean
  readonly onRows: Reading['onRows']
  onTally(tally: EntityTally, done: boolean): void
}

/** Batches of one entity; the last one has its report. */
export async function* readEntity(
  entityRun: EntityRun,
  entity: ExtractedEntity,
  filter: ResolvedFilter,
): AsyncGenerator<Taken<Batch>, void> {
  const { state, options, settings, run } = entityRun
  const tally = new EntityTally(entity)
  const entry = await state?.entity(entity)
  const book = state && entry && new EntityBook(state, entity, entry)
  const isFull = options.mode !== 'incremental' || entry?.since === undefined
  const kept = entry?.reading
  // A first reading that was stopped is gone on with, whatever run began it.
  const isContinued = isFull && kept !== undefined && kept.end === undefined && options.mode === 'incremental'
  const number = isContinued ? kept.run : run.id
  const rowsBefore = isFull && kept?.run === number ? kept.rows : 0
  const signpost = { time: undefined as string | undefined }
  const reading: Reading = {
    client: entityRun.client,
    entity,
    strategy: strategyOf(entity),
    ledger: book
      ? new StateLedger(book, number, settings.historyMs)
      : new PassingLedger(entity, () => signpost.time && before(signpost.time, settings.overlapMs)),
    book,
    run: number,
    pageSize: settings.pageSize,
    lookAhead: settings.lookAhead,
    overlapMs: settings.overlapMs,
    sweepEveryMs: settings.sweepEveryMs,
    isFirstRound: !settings.seen.has(entity),
    narrowing: book ? {} : filter.request,
    ...(book === undefined && filter.from !== undefined && { from: filter.from }),
    isOurs: entityRun.isOurs,
    onRows: entityRun.onRows,
  }
  const wasDone = isFull && kept?.run === number ? kept.end : undefined
  const commitOf =
    (writes: readonly StateChange[] = []) =>
    async () => {
      if (state !== undefined && book !== undefined) await state.batch([...writes, book.write()])
    }
  let end: ListEnd | undefined = wasDone
  let error: SuperOpsError | undefined
  try {
    const steps = isFull ? readFull(reading) : readRound(reading)
    for (let next = wasDone ? undefined : await steps.next(); next !== undefined; next = await steps.next()) {
      if (next.done === true) {
        end = next.value
        break
      }
      signpost.time ??= next.value.page?.signpost
      const made = await batchOf(entityRun, entity, filter, next.value)
      tally.add(made.step, made.batch.rows.length)
      const commit = commitOf(next.value.writes)
      if (next.value.page !== undefined) entityRun.onTally(tally, false)
      if (isNothing(made.batch)) {
        await commit()
        continue
      }
      const { announcements = [] } = next.value
      if (announcements.length > 0) await state?.batch(announcements)
      yield {
        value: { ...made.batch, origin: tally.origin, totalCount: tally.totalCount } as unknown as Batch,
        commit,
      }
    }
  } catch (thrown) {
    if (!isSuperOpsError(thrown) || thrown.kind === 'aborted') throw thrown
    error = thrown
  }
  if (end?.complete === true) settings.seen.add(entity)
  const isWhole =
    rowsBefore === 0 && filter.from === undefined && (isFull || strategyOf(entity).how === 'snapshot-diff')
  const report = tally.report(end, error, { rowsBefore, isWhole: isWhole && wasDone === undefined })
  entityRun.onTally(tally, true)
  const { origin, totalCount } = tally
  const last = { entity, rows: [], changes: [], issues: [], origin, totalCount, report }
  // After an error the book may be ahead of what was delivered, and of a fallback it must tell nothing: what was
  // written last stays, and the reading goes on there.
  const isKept = error === undefined && end?.reason !== 'origin-changed'
  const commit = isKept ? commitOf() : async () => undefined
  yield { value: { ...last, ...(error && { error }) } as Batch, commit }
}

/** A batch whose rows are not told apart by entity yet. */
type Draft = Pick<Batch, 'entity' | 'changes' | 'issues'> & { readonly rows: readonly Row[] }

const isNothing = ({ rows, changes, issues }: Draft) => rows.length + changes.length + issues.length === 0

/** The part of a step that the run is about. */
async function batchOf(
  { client, options }: EntityRun,
  entity: ExtractedEntity,
  filter: ResolvedFilter,
  step: Step,
): Promise<{ step: Step; batch: Draft }> {
  const rows = (step.rows ?? []).filter((row) => filter.matches(row))
  const changes = (step.changes ?? []).filter(({ kind }) => kind === 'removed')
  const ids = new Set(rows.map((row) => keyOfRow(entity, row)))
  changes.push(...(step.changes ?? []).filter(({ kind, id }) => kind !== 'removed' && ids.has(id)))
  const asked = entity === 'tickets' ? ticketsToAsk(rows, changes, options, step) : undefined
  const told = asked && (await readConversations(client, asked))
  const batch = {
    entity,
    rows,
    changes,
    issues: (step.page?.issues ?? []).map((issue) => ({ ...issue, collection: entity })),
    ...(told && { conversationsByTicketId: told.conversations satisfies ConversationsByTicketId }),
    ...(step.history && Object.keys(step.history).length > 0 && { statusHistoryByTicketId: step.history }),
  }
  return {
    step: { ...step, requests: (step.requests ?? 0) + (told?.requests ?? 0) },
    batch,
  }
}

/** Undefined when no conversations are wanted. Without state every ticket is new. */
function ticketsToAsk(
  rows: readonly Row[],
  changes: Batch['changes'],
  { conversations = 'none' }: RunOptions,
  { writes = [] }: Step,
): readonly string[] | undefined {
  if (conversations === 'none') return undefined
  const ids = rows.flatMap((row) => keyOfRow('tickets', row) ?? [])
  if (conversations === 'all' || writes.length === 0) return ids
  return changes.flatMap(({ kind, id }) => (kind === 'removed' ? [] : id))
}
