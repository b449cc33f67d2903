import type { GatheredRows } from '@superhack/superops/extract'
import {
  allClientMetrics,
  allTicketMetrics,
  indexMetricsData,
  type MetricsContext,
  portfolio,
  type SlaClockCounts,
  serviceDelivery,
  slaCounts,
  technicianMetrics,
} from '@superhack/superops/metrics'
import { type ClientLines, clientLines } from './client-lines.js'
import { type DeliveryLine, deliveryLines } from './delivery-lines.js'
import { type DueNext, dueNext } from './due-next.js'
import { type Headline, headline } from './headline.js'
import { type IssueLine, issueLines } from './issue-lines.js'
import { type OpenTickets, openTickets } from './open-tickets.js'
import { type QualityLines, qualityLines } from './quality-lines.js'
import { type ReadTable, readTable } from './read-table.js'
import { joinTickets } from './report-ticket.js'
import { type TechnicianLine, technicianLines } from './technician-lines.js'
import { type TimeToResolution, timeToResolution } from './time-to-resolution.js'

export interface ReportSource {
  readonly origin: 'live' | 'mock'
  /** Subdomain of the tenant. */
  readonly tenant: string
  /** Seed of the mock tenant. */
  readonly seed?: number
  /** The tenant that could not be reached. */
  readonly insteadOf?: string
}

/** All that the report says; `--json` prints it as it is. */
export interface ReportModel {
  /** Instant that the figures are of. */
  readonly at: string
  readonly source: ReportSource
  /** The 30 days before `at`. */
  readonly period: { readonly from: string; readonly to: string }
  readonly read: ReadTable
  readonly issues: readonly IssueLine[]
  readonly quality: QualityLines
  readonly timeToResolution: TimeToResolution
  readonly sla: {
    readonly target: number
    readonly firstResponse: SlaClockCounts
    readonly resolution: SlaClockCounts
  }
  readonly open: OpenTickets
  readonly clients: ClientLines
  readonly technicians: readonly TechnicianLine[]
  readonly delivery: readonly DeliveryLine[]
  readonly dueNext: DueNext
  readonly headline: Headline
}

const periodMs = 30 * 24 * 3_600_000
const slaTarget = 0.95

/** Figures of an extraction as of `now`; pure. */
export function buildReport(
  extraction: GatheredRows,
  now: string,
  source: ReportSource,
  absent: readonly string[] = [],
): ReportModel {
  const data = readData(extraction)
  const { tickets = [], clients = [], technicians = [] } = data
  const ctx: MetricsContext = { now }
  const index = indexMetricsData({ ...data, tickets }, ctx)
  const metrics = allTicketMetrics(index, ctx)
  const rows = joinTickets(tickets, metrics)
  const period = { from: new Date(Date.parse(now) - periodMs).toISOString(), to: now }
  const sla = { target: slaTarget, ...slaCounts(metrics, period) }
  return {
    at: now,
    source,
    period,
    read: readTable(extraction),
    issues: issueLines(extraction),
    quality: qualityLines(data, { ...ctx, quality: { absent } }),
    timeToResolution: timeToResolution(rows, period),
    sla,
    open: openTickets(rows),
    clients: clientLines(clients, allClientMetrics(index, ctx), portfolio(index, ctx)),
    technicians: technicianLines(technicians, technicianMetrics(index, ctx)),
    delivery: deliveryLines(serviceDelivery(index, ctx, 'week')),
    dueNext: dueNext(rows),
    headline: headline(rows, now, sla),
  }
}

/** What could not be read at all is unknown, which is not the same as empty. */
function readData({ data, report }: GatheredRows): GatheredRows['data'] {
  const unread = report.entities.filter(({ complete, rows }) => !complete && rows === 0)
  const names = new Set<string>(unread.map(({ entity }) => entity))
  return Object.fromEntries(Object.entries(data).filter(([name]) => !names.has(name)))
}
