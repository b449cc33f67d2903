import type { Origin } from '../client/fallback.js'
import type { LiveRecords } from './live-records.js'
import type { Source, SourceBatch } from './source.js'

export interface RereadContext {
  readonly source: Source
  readonly live: LiveRecords
  readonly signal: AbortSignal
  origin(): Origin
  /** Resolves when everything of the batch is kept. */
  take(batch: SourceBatch): Promise<void>
}

/** Reads records now, ahead of the polls; answers the ids that could be read. */
export async function reread(
  context: RereadContext,
  entity: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const read = new Set(ids.length > 1 ? await readTogether(context, entity, ids) : [])
  const rest = ids.filter((id) => !read.has(id))
  const outcomes = await Promise.allSettled(rest.map((id) => readAlone(context, entity, id)))
  const failures = outcomes.filter((outcome) => outcome.status === 'rejected')
  for (const [at, id] of rest.entries()) {
    const outcome = outcomes[at]
    if (outcome?.status === 'fulfilled' && outcome.value) read.add(id)
  }
  // What could be read is news, whatever became of the others.
  if (read.size === 0 && failures[0] !== undefined) throw failures[0].reason
  return read
}

async function readTogether(
  { source, live, signal, origin, take }: RereadContext,
  entity: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (source.readMany === undefined) return []
  const records = live.of(entity)
  const known = new Map(ids.flatMap((id) => [[id, records.get(id) ?? {}] as const]))
  const found = await source.readMany(entity, known, signal)
  // A list that was filtered otherwise than it was asked to does no harm.
  const wanted = [...found].filter(([id]) => known.has(id))
  await take({ entity, origin: origin(), rows: wanted.map(([, row]) => row), removed: [], restored: [] })
  return wanted.map(([id]) => id)
}

async function readAlone(
  { source, signal, origin, take }: RereadContext,
  entity: string,
  id: string,
): Promise<boolean> {
  const row = await source.readOne?.(entity, id, signal)
  if (row === undefined) return false
  const found = row === null ? { rows: [], removed: [id] } : { rows: [row], removed: [] }
  await take({ entity, origin: origin(), restored: [], ...found })
  return true
}
