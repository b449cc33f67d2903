import type { Client } from '../client/client.js'
import type { Origin } from '../client/fallback.js'
import type { List } from '../client/list.js'
import type { Page } from '../client/pages.js'
import { steadySort } from '../client/proven-sorts.js'
import type { DecodeIssue } from '../entities/decode.js'
import type { SortInput } from '../entities/generated/types.js'
import { isSuperOpsError, type SuperOpsError } from '../errors.js'
import { type ExtractedData, type ExtractedEntity, extractedEntities, isExtractedEntity } from './entities.js'

export interface ExtractorOptions {
  /** Entities read at the same time. @defaultValue 5 */
  concurrency?: number
}

export interface RunOptions {
  /** @defaultValue the ten that the metrics draw on */
  entities?: readonly ExtractedEntity[]
  /** Called after each page, and once more when an entity is done. */
  onProgress?: (progress: Progress) => void
  signal?: AbortSignal
}

export interface Progress {
  readonly entity: ExtractedEntity
  /** Rows delivered so far. */
  readonly rows: number
  /** Rows the server counts, null until known. */
  readonly totalCount: number | null
  readonly requests: number
  readonly done: boolean
}

/** What reading one entity took and whether it is all there. */
export interface EntityReport {
  readonly entity: ExtractedEntity
  readonly rows: number
  /** Rows whose shape was wrong; see `issues` of the extraction. */
  readonly setAside: number
  readonly pages: number
  /** Requests with an answer or failure, retries and refused ones included. */
  readonly requests: number
  /** Requests beyond one per page. */
  readonly retries: number
  readonly ms: number
  readonly rowsPerSecond: number
  /** Null when nothing of it was read. */
  readonly origin: Origin | null
  readonly complete: boolean
  /** Why it is not complete: a reason of the list, or the kind of the error that ended it. */
  readonly reason?: string
}

export interface ExtractionIssue extends DecodeIssue {
  readonly collection: ExtractedEntity
}

export interface Extraction {
  /** Of all rows: that of the first answer; null when there was none. Rows of another one are not taken. */
  readonly origin: Origin | null
  readonly data: ExtractedData
  readonly issues: readonly ExtractionIssue[]
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

export interface Extractor {
  /**
   * Reads entities side by side into memory. An entity that fails leaves the others alone and keeps the
   * rows of the pages it had; the report says which and why. One that meets another origin than the first
   * answer of the run ends there, with the reason `origin-changed`.
   *
   * @throws the client's `aborted` error when the signal ends it.
   */
  run(options?: RunOptions): Promise<Extraction>
}

function positiveInteger(name: string, value: number): number {
  if (Number.isInteger(value) && value >= 1) return value
  throw new TypeError(
    `${name}: expected an integer of at least 1, received ${typeof value === 'number' ? value : typeof value}`,
  )
}

/**
 * Makes an extractor on a client; its requests wait behind interactive ones.
 *
 * @throws TypeError when an option is out of range.
 */
export function createExtractor(client: Client, options: ExtractorOptions = {}): Extractor {
  const concurrency = positiveInteger('concurrency', options.concurrency ?? 5)
  return { run: (run = {}) => extract(client, concurrency, run) }
}

interface EntityResult {
  readonly rows: unknown[]
  readonly issues: ExtractionIssue[]
  readonly report: EntityReport
  readonly error?: SuperOpsError
}

async function extract(client: Client, concurrency: number, options: RunOptions): Promise<Extraction> {
  const entities = options.entities ?? extractedEntities
  for (const name of entities) {
    if (!isExtractedEntity(client, name))
      throw new TypeError(`entities: there is no entity '${String(name)}'`)
  }
  const { signal, onProgress } = options
  const reader = client.with({ priority: 'backfill', ...(signal !== undefined && { signal }) })
  const started = Date.now()
  const results = new Map<ExtractedEntity, EntityResult>()
  const queue = [...new Set(entities)]
  let origin: Origin | null = null
  const isOurs = (page: Page<unknown>) => {
    origin ??= page.origin
    return page.origin === origin
  }
  const worker = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      results.set(name, await readEntity(reader, name, onProgress, isOurs))
    }
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, queue.length) }, worker))
  const finished = Date.now()
  const done = [...new Set(entities)].flatMap((name) => results.get(name) ?? [])
  return {
    origin,
    data: Object.fromEntries(
      done.flatMap(({ report, rows }) => (report.pages > 0 ? [[report.entity, rows]] : [])),
    ) as ExtractedData,
    issues: done.flatMap(({ issues }) => issues),
    report: {
      startedAt: new Date(started).toISOString(),
      finishedAt: new Date(finished).toISOString(),
      ms: finished - started,
      entities: done.map(({ report }) => report),
      complete: done.every(({ report }) => report.complete),
      errors: Object.fromEntries(
        done.flatMap(({ report, error }) => (error ? [[report.entity, error]] : [])),
      ),
    },
  }
}

async function* pagesOf(client: Client, entity: ExtractedEntity): AsyncGenerator<Page<unknown>> {
  const { list } = client[entity] as { list: (options?: { sort: SortInput }) => List<unknown> }
  const sort = steadySort(entity)
  if (sort === undefined) return yield* list().pages()
  let answered = false
  try {
    for await (const page of list({ sort }).pages()) {
      answered = true
      yield page
    }
  } catch (error) {
    // A tenant that refuses the sort is read in its own order.
    if (answered || !isSuperOpsError(error, 'api')) throw error
    yield* list().pages()
  }
}

async function readEntity(
  client: Client,
  entity: ExtractedEntity,
  onProgress: RunOptions['onProgress'],
  isOurs: (page: Page<unknown>) => boolean,
): Promise<EntityResult> {
  const started = performance.now()
  const rows: unknown[] = []
  const issues: ExtractionIssue[] = []
  const counts = { pages: 0, requests: 0, setAside: 0 }
  let totalCount: number | null = null
  let origin: Origin | null = null
  let isDropped = false
  let end: Page<unknown>['end']
  let error: SuperOpsError | undefined
  const tell = (done: boolean) =>
    onProgress?.({ entity, rows: rows.length, totalCount, requests: counts.requests, done })
  try {
    for await (const page of pagesOf(client, entity)) {
      isDropped = !isOurs(page)
      if (isDropped) {
        counts.requests += page.requests
        end = { complete: false, reason: 'origin-changed' }
        break
      }
      for (const row of page.rows) rows.push(row)
      for (const issue of page.issues) issues.push({ ...issue, collection: entity })
      counts.pages++
      counts.requests += page.requests
      counts.setAside += page.setAside
      totalCount = page.totalCount
      origin = page.origin
      end = page.end
      tell(false)
    }
  } catch (thrown) {
    if (!isSuperOpsError(thrown) || thrown.kind === 'aborted') throw thrown
    error = thrown
    counts.requests += thrown.attempts.length
  }
  tell(true)
  const ms = performance.now() - started
  const reason = error?.kind ?? end?.reason
  return {
    rows,
    issues,
    report: {
      entity,
      rows: rows.length,
      ...counts,
      retries: Math.max(0, counts.requests - counts.pages - (error === undefined && !isDropped ? 0 : 1)),
      ms,
      rowsPerSecond: ms > 0 ? (rows.length * 1000) / ms : 0,
      origin,
      complete: error === undefined && end?.complete === true,
      ...(reason !== undefined && { reason }),
    },
    ...(error !== undefined && { error }),
  }
}
