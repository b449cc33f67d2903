import type { Client } from '../client/client.js'
import type { ItClient } from '../client/it-client.js'
import type { Portfolio } from '../metrics/portfolio.js'
import type { StateStore } from '../state/state-store.js'
import type { Batch, BatchOptions, RunOptions, Settings } from './batch.js'
import { entitiesOf, readBatches } from './batches.js'
import { claimState } from './claim-state.js'
import { deferredStore } from './deferred-store.js'
import { extractedSurfaces } from './extracted-surface.js'
import { type Extraction, type GatheredRows, gather } from './extraction.js'
import { ExtractionState } from './extraction-state.js'
import { type FiguresContext, figuresOf } from './figures.js'
import type { ItExtractor } from './it-extractor.js'
import { type Plan, planRun } from './plan.js'
import { PortfolioRows } from './portfolio-rows.js'

export interface ExtractorOptions {
  /** Entities read at the same time. @defaultValue 5 */
  concurrency?: number
  /** Where what was read is remembered: needed for incremental runs and for going on with one that was stopped. */
  state?: StateStore
  /** Rows per request, 25 to 100. @defaultValue 100 */
  pageSize?: number
  /** Pages under way at the same time, for lists in a proven order. @defaultValue 1 */
  lookAhead?: number
  /** How far below the newest time of the last round the next one begins. @defaultValue 120000 */
  overlapMs?: number
  /** How often rounds meet every id of tickets and alerts, to find removed ones. @defaultValue 21600000, 6 hours */
  sweepEveryMs?: number
  /** How long statuses of tickets are kept. @defaultValue 34560000000, 400 days */
  historyMs?: number
  /** Settings of the metrics and rules behind `metrics` and `quality` of an extraction. @defaultValue theirs */
  context?: FiguresContext
  /** Whether `run` answers with its last complete extraction when nothing can be read. @defaultValue false */
  stale?: boolean
}

export interface Extractor {
  /**
   * Reads entities side by side into memory. An entity that fails leaves the others alone and keeps the
   * rows of the pages it had; the report says which and why. One that meets another origin than the first
   * answer of the run ends there, with the reason `origin-changed`. State is written once, at the end: a run that
   * is stopped leaves it as it was.
   *
   * @throws the client's `aborted` error when the signal ends it; StateError when state cannot be used.
   */
  run(options?: RunOptions): Promise<Extraction>
  /**
   * Reads entities side by side, a batch per answer, in constant memory: the next page of an entity is asked for
   * when its batch was taken. With state a batch counts as taken once the next one is asked for; a run that was
   * stopped goes on there, and repeats at most the batches that were under way.
   *
   * @throws as `run`
   */
  batches(options?: BatchOptions): AsyncGenerator<Batch, void, undefined>
  /**
   * The portfolio as the last run in memory of a day, or before it, found it: `ctx.previousPortfolio` of metrics,
   * for churn. Of clients and contracts alone; what draws on other records is null in it. Null without one.
   *
   * @param day `2026-01-31`, UTC.
   */
  portfolioUntil(day: string): Promise<Portfolio | null>
  /** Counts what a run would take, by one row of each list. */
  plan(options?: BatchOptions): Promise<Plan>
}

function integerOf(
  name: string,
  value: number,
  least: number,
  most: number = Number.POSITIVE_INFINITY,
): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value
  const range = most === Number.POSITIVE_INFINITY ? `of at least ${least}` : `from ${least} to ${most}`
  throw new TypeError(
    `${name}: expected an integer ${range}, received ${typeof value === 'number' ? value : typeof value}`,
  )
}

/**
 * Makes an extractor on a client; its requests wait behind interactive ones.
 *
 * @throws TypeError when an option is out of range.
 */
export function createExtractor(client: Client, options?: ExtractorOptions): Extractor
export function createExtractor(client: ItClient, options?: ExtractorOptions): ItExtractor
export function createExtractor(
  given: Client | ItClient,
  options: ExtractorOptions = {},
): Extractor | ItExtractor {
  const extractor = extractorOf(given as unknown as Client, options)
  return extractor as unknown as Extractor | ItExtractor
}

function extractorOf(client: Client, options: ExtractorOptions): Extractor {
  const { recordsOf, absent } = extractedSurfaces[client.surface.product]
  const settings: Settings = {
    client,
    concurrency: integerOf('concurrency', options.concurrency ?? 5, 1),
    pageSize: integerOf('pageSize', options.pageSize ?? 100, 25, 100),
    lookAhead: integerOf('lookAhead', options.lookAhead ?? 1, 1, 10),
    overlapMs: integerOf('overlapMs', options.overlapMs ?? 120_000, 0),
    sweepEveryMs: integerOf('sweepEveryMs', options.sweepEveryMs ?? 6 * 3_600_000, 0),
    historyMs: integerOf('historyMs', options.historyMs ?? 400 * 86_400_000, 0),
    seen: new Set(),
  }
  const { state, context, stale = false } = options
  let lastGood: GatheredRows | undefined
  const serveStale = (): GatheredRows | undefined => {
    if (lastGood === undefined) return undefined
    const { finishedAt } = lastGood.report
    return { ...lastGood, stale: { since: finishedAt, ageMs: Date.now() - Date.parse(finishedAt) } }
  }
  const withFigures = (rows: GatheredRows, run: RunOptions): Extraction => {
    const isWhole = run.mode !== 'incremental'
    const quality = absent.length > 0 ? { absent, ...context?.quality } : context?.quality
    const ctx = { ...context, ...(quality && { quality }), now: rows.report.finishedAt }
    return Object.assign(
      isWhole ? figuresOf(recordsOf(rows.data), ctx) : { metrics: null, quality: null },
      rows,
    )
  }
  const gatherRows = async (run: RunOptions): Promise<GatheredRows> => {
    const own = state && deferredStore(state)
    const entities = entitiesOf(settings, run)
    const kept = new PortfolioRows()
    const batches = readBatches(settings, own, { ...run, resume: false }, own && kept.add)
    const extraction = await gather(batches, entities)
    const summary = own && (await kept.summary(extraction))
    if (own !== undefined && summary !== undefined) {
      const day = extraction.report.finishedAt.slice(0, 10)
      await own.batch([new ExtractionState(client, own).putPortfolio(day, summary)])
    }
    await own?.flush()
    if (!stale) return extraction
    if (extraction.report.complete) lastGood = extraction
    else if (extraction.report.entities.every(({ pages }) => pages === 0)) return serveStale() ?? extraction
    return extraction
  }
  const claim = () => (state === undefined ? undefined : claimState(state, client.toJSON().tenantId))
  async function* claimedBatches(run: BatchOptions): AsyncGenerator<Batch, void, undefined> {
    const release = claim()
    try {
      yield* readBatches(settings, state, run)
    } finally {
      release?.()
    }
  }
  return {
    run: async (run = {}) => {
      const release = claim()
      try {
        return withFigures(await gatherRows(run), run)
      } finally {
        release?.()
      }
    },
    batches: (run = {}) => claimedBatches(run),
    portfolioUntil: async (day) => {
      if (state === undefined) return null
      const kept = new ExtractionState(client, state)
      await kept.open()
      return kept.portfolioUntil(day)
    },
    plan: (run = {}) => planRun(settings, run),
  }
}
