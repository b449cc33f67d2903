import { GRANULARITIES, type Granularity } from '../metrics/buckets.js'
import { allClientMetrics } from '../metrics/client-metrics.js'
import { portfolio } from '../metrics/portfolio.js'
import { withPeriod } from '../metrics/scope.js'
import { serviceDelivery } from '../metrics/service-delivery.js'
import { resolveSettings } from '../metrics/settings.js'
import { GROUPINGS, slaMetrics } from '../metrics/sla-metrics.js'
import { technicianMetrics } from '../metrics/technician-metrics.js'
import { ticketMetrics } from '../metrics/ticket-metrics.js'
import type { Snapshot } from '../streams/snapshot.js'
import { DAY_MS } from '../values/day.js'
import { type Document, documentAnswer, documentOf } from './answer.js'
import { boardDocument } from './board/board-document.js'
import { filtersOf } from './board/board-filter.js'
import type { ResolvedOptions } from './options.js'
import { ownedSnapshot } from './owned-snapshot.js'
import { ordered, pageOf, pageParameters } from './page.js'
import { HttpProblem } from './problem.js'
import { qualityReport } from './quality-report.js'
import { choiceOf, queryOf } from './query.js'
import type { RecordOrder } from './record-order.js'
import { isOf, ownerParameters } from './record-owner.js'
import type { Route } from './route.js'
import { type SnapshotCache, snapshotCache } from './snapshot-cache.js'

/** What a report is made of: records and settings, with the period that was asked for. */
type Prepared = Omit<Snapshot, 'origin'>
type Query = Readonly<Record<string, string | undefined>>

interface Report {
  readonly parameters: readonly string[]
  /** The members of the answer beside `report`, `at` and `origin`. */
  readonly make: (
    prepared: Prepared,
    query: Query,
    cached: <Value>(key: string, make: () => Value) => Value,
  ) => object
}

const noRecords = { ids: [], rows: [] }
const period = ['from', 'to'] as const
/** Buckets of one answer; an hour each, six weeks. */
const mostBuckets = 1000
const bucketMs: Readonly<Record<Granularity, number>> = Object.freeze({
  hour: 3_600_000,
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 28 * DAY_MS,
})

const reportsOf = (orderOf: RecordOrder): Readonly<Record<string, Report>> => ({
  tickets: {
    parameters: [...ownerParameters, ...pageParameters],
    make: ({ data, index, context }, query) => {
      // The records are paged, so that only the figures of a page are computed.
      const page = pageOf(orderOf(data, 'tickets') ?? noRecords, query, isOf('tickets', query))
      return { ...page, rows: page.rows.map((ticket) => ticketMetrics(ticket, index, context)) }
    },
  },
  clients: {
    parameters: [...period, ...pageParameters],
    make: ({ index, context, kept }, query, cached) =>
      pageOf(
        cached(`clients ${query.from} ${query.to}`, () =>
          ordered(kept?.allClientMetrics() ?? allClientMetrics(index, context), ({ clientId }) => clientId),
        ),
        query,
      ),
  },
  technicians: {
    parameters: [...period, ...pageParameters],
    make: ({ index, context, kept }, query, cached) =>
      pageOf(
        cached(`technicians ${query.from} ${query.to}`, () =>
          ordered(
            kept?.technicianMetrics() ?? technicianMetrics(index, context),
            ({ technicianId }) => technicianId,
          ),
        ),
        query,
      ),
  },
  sla: {
    parameters: [...period, 'groupBy'],
    make: ({ index, context }, query) => {
      const groupBy = choiceOf('groupBy', query.groupBy, GROUPINGS)
      return groupBy === undefined
        ? { figures: slaMetrics(index, context) }
        : { groupBy, groups: slaMetrics(index, context, groupBy) }
    },
  },
  'service-delivery': {
    parameters: [...period, 'granularity', 'client'],
    make: ({ index, context }, query) => {
      const granularity = choiceOf('granularity', query.granularity, GRANULARITIES) ?? 'day'
      const { from, to } = resolveSettings(context).period
      if ((to - from) / bucketMs[granularity] > mostBuckets)
        throw new HttpProblem(
          'bad_request',
          `granularity: expected at most ${mostBuckets} buckets in the period`,
        )
      const { client: clientId } = query
      return { granularity, buckets: serviceDelivery(index, context, granularity, { clientId }) }
    },
  },
  portfolio: {
    parameters: period,
    make: ({ index, context, kept }) => ({ figures: kept?.portfolio() ?? portfolio(index, context) }),
  },
})

/** `/v1/reports/:type`. */
export function reportRoutes(options: ResolvedOptions, orderOf: RecordOrder): Route[] {
  const reports = reportsOf(orderOf)
  const cacheOf = snapshotCache()
  const qualityOf = qualityReport(options)
  return [
    {
      method: 'GET',
      path: '/v1/reports/board',
      answer: ({ request, url }) => {
        const owners = queryOf(url, ownerParameters)
        const snapshot = known(options)
        return boardAnswer(
          request,
          options,
          cacheOf(snapshot)(`board ${JSON.stringify(owners)}`, () =>
            documentOf(boardDocument(ownedSnapshot(snapshot, owners), options, filtersOf(snapshot, owners))),
          ),
        )
      },
    },
    {
      method: 'GET',
      path: '/v1/reports/quality',
      answer: async ({ request, url }) => {
        queryOf(url, [])
        return documentAnswer(request, await qualityOf(known(options)))
      },
    },
    {
      method: 'GET',
      path: '/v1/reports/:name',
      answer: ({ request, url, name }) => {
        const report = Object.hasOwn(reports, name) ? reports[name] : undefined
        if (report === undefined)
          throw new HttpProblem(
            'unknown_report',
            `there is no such report; there are ${[...Object.keys(reports), 'quality', 'board'].join(', ')}`,
          )
        const query = queryOf(url, report.parameters)
        const snapshot = known(options)
        const cached = cacheOf(snapshot)
        const document = cached(`report ${name} ${JSON.stringify(query)}`, () => {
          const prepared = inPeriod(snapshot, query, cached)
          const { origin, context } = snapshot
          const body = report.make(prepared, query, cached)
          const { from, to } = resolveSettings(prepared.context).period
          const spans = report.parameters.includes('from')
            ? { period: { from: instant(from), to: instant(to) } }
            : {}
          return documentOf({ report: name, at: context.now, origin, ...spans, ...body })
        })
        return documentAnswer(request, document)
      },
    },
  ]
}

const instant = (ms: number) => new Date(ms).toISOString()

export function known({ snapshot }: ResolvedOptions): Snapshot {
  const found = snapshot()
  if (found === undefined)
    throw new HttpProblem('not_read_yet', 'the tenant has not been read yet', { 'retry-after': '5' })
  return found
}

/** The clock is that of the answer, so it stays out of what is compared. */
function boardAnswer(
  request: Request,
  { now, clockRate }: ResolvedOptions,
  { text, etag }: Document,
): Response {
  const clock = JSON.stringify({ now: instant(now()), rate: clockRate })
  return documentAnswer(request, { text: `${text.slice(0, -1)},"clock":${clock}}`, etag: `W/${etag}` })
}

/** @throws HttpProblem for what is no period. */
function inPeriod(snapshot: Snapshot, { from, to }: Query, cached: ReturnType<SnapshotCache>): Prepared {
  if (from === undefined && to === undefined) return snapshot
  const { context, index } = snapshot
  const now = Date.parse(context.now)
  const asked = {
    from: from ?? instant(now - 30 * DAY_MS),
    to: to ?? context.now,
  }
  try {
    resolveSettings({ ...context, period: asked })
  } catch {
    throw new HttpProblem(
      'bad_request',
      'from, to: expected instants or days such as 2026-01-31, the later one as `to`',
    )
  }
  const key = `period ${asked.from} ${asked.to}`
  return { data: snapshot.data, ...cached(key, () => withPeriod(index, context, asked)) }
}
