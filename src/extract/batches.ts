import type { Origin } from '../client/fallback.js'
import type { Page } from '../client/pages.js'
import type { StateStore } from '../state/state-store.js'
import type { Batch, BatchOptions, Settings } from './batch.js'
import { type ExtractedEntity, isExtractedEntity } from './entities.js'
import { extractedSurfaces } from './extracted-surface.js'
import { ExtractionState, type RunState } from './extraction-state.js'
import { resolveFilter } from './filters.js'
import { mergeBatches } from './merge-batches.js'
import { type EntityRun, readEntity } from './read-entity.js'
import { progressOf } from './run-progress.js'

/** Entities of a run, each once. @throws TypeError naming one that does not exist. */
export function entitiesOf(settings: Settings, { entities }: BatchOptions): ExtractedEntity[] {
  const { product } = settings.client.surface
  const wanted = entities ?? (extractedSurfaces[product].entities as readonly ExtractedEntity[])
  for (const name of wanted) {
    if (!isExtractedEntity(settings.client, name))
      throw new TypeError(`entities: there is no entity '${String(name)}'`)
  }
  return [...new Set(wanted)]
}

/** Reads entities side by side; one reader for runs in memory and for batches. */
export async function* readBatches(
  settings: Settings,
  store: StateStore | undefined,
  options: BatchOptions,
  onRows?: EntityRun['onRows'],
): AsyncGenerator<Batch, void, undefined> {
  const entities = entitiesOf(settings, options)
  const filters = new Map(
    entities.map((name) => [name, resolveFilter(settings.client.surface, name, options.filters?.[name])]),
  )
  if (options.mode === 'incremental' && store === undefined)
    throw new TypeError("state: expected a store for mode 'incremental', such as memoryStore()")
  const state = store && new ExtractionState(settings.client, store)
  await state?.open()
  const run = await beginRun(state, entities, options)
  const leaving = new AbortController()
  const { signal } = options
  const client = settings.client
    .with({ priority: options.mode === 'incremental' ? 'incremental' : 'backfill', signal: leaving.signal })
    .with(signal === undefined ? {} : { signal })
  let origin: Origin | undefined = state && client.ownOrigin
  const progress = progressOf(client, entities, settings.pageSize)
  const entityRun: EntityRun = {
    settings,
    client,
    options,
    state,
    run,
    onRows,
    isOurs: (page: Page<unknown>) => {
      origin ??= page.origin
      return page.origin === origin
    },
    onTally: (tally, done) => options.onProgress?.(progress(tally, done)),
  }
  const sources = entities.map((name) =>
    readEntity(entityRun, name, filters.get(name) ?? resolveFilter(settings.client.surface, name, undefined)),
  )
  let isOver = false
  try {
    yield* mergeBatches(sources, settings.concurrency)
    isOver = true
    await state?.batch([state.putRun({ ...run, finished: true })])
  } finally {
    // Whoever stops early does not wait for answers under way.
    if (!isOver) leaving.abort(new Error('the batches were left'))
  }
}

/** The run that was stopped, when it asked for the same; else a new one. */
async function beginRun(
  state: ExtractionState | undefined,
  entities: readonly ExtractedEntity[],
  { mode = 'full', filters = {}, resume = true }: BatchOptions,
): Promise<RunState> {
  const last = await state?.run()
  const asked = JSON.stringify([mode, entities, filters])
  if (last !== undefined && !last.finished && last.asked === asked && resume) return last
  const startedAt = new Date().toISOString()
  const run: RunState = { id: (last?.id ?? 0) + 1, startedAt, asked, finished: false }
  await state?.batch([state.putRun(run)])
  return run
}
