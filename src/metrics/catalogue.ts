import type { TicketMetrics } from './ticket-metrics.js'

/**
 * Where a definition comes from: `standard` is common in the industry, `variant` is one of several in use, `own` has no
 * standard behind it and can be configured.
 */
export type MetricBasis = 'standard' | 'variant' | 'own'

/** Definition of one figure. */
export interface MetricDefinition {
  /** Stable name of the definition; null for a field that only accompanies others. */
  readonly id: string | null
  readonly field: string
  readonly formula: string
  readonly unit: string
  readonly nullWhen: string
  readonly basis: MetricBasis
  /** Numbers of {@link metricSources}. */
  readonly sources: readonly number[]
}

type Row = readonly [
  id: string | null,
  field: keyof TicketMetrics,
  formula: string,
  unit: string,
  nullWhen: string,
  basis: MetricBasis,
  sources?: readonly number[],
]

const ROWS: readonly Row[] = [
  [null, 'ticketId', 'id of the record, as text', 'text', 'missing, or a number beyond 2^53', 'own'],
  [
    null,
    'statusClass',
    'class of the status name; blank is open, resolved with a resolution time',
    'enum',
    'never',
    'own',
  ],
  [null, 'isOpen', 'class open, paused or unknown', 'boolean', 'never', 'own'],
  [null, 'priorityRank', 'rank of the priority name, 1 most urgent', '1–4', 'name without rank', 'own'],
  [
    'T01',
    'ticketAgeMinutes',
    '(open ? now : resolved) − created',
    'min',
    'no creation; terminal without resolution; cancelled',
    'standard',
    [2, 11],
  ],
  [
    'T02',
    'ticketAgeBusinessMinutes',
    'business minutes of the span of T01',
    'min',
    'as T01; no schedule',
    'variant',
  ],
  [
    'T03',
    'ageBucket',
    'bucket of T01 in days: lt1d, d1to3, d3to7, d7to14, d14to30, gte30d; left edge included',
    'enum',
    'not open; T01 null',
    'variant',
    [11],
  ],
  [
    'T04',
    'timeToFirstResponseMinutes',
    'first response − created',
    'min',
    'either missing; cancelled',
    'standard',
    [17],
  ],
  [
    'T05',
    'timeToFirstResponseBusinessMinutes',
    'business minutes of the span of T04',
    'min',
    'as T04; no schedule',
    'standard',
  ],
  [
    'T06',
    'timeToResolutionMinutes',
    'resolved − created',
    'min',
    'not resolved; no creation',
    'standard',
    [17],
  ],
  [
    'T07',
    'timeToResolutionBusinessMinutes',
    'business minutes of the span of T06',
    'min',
    'as T06; no schedule',
    'standard',
  ],
  [
    'T08',
    'pausedMinutes',
    'Σ intervals in a paused status within creation … resolution or now',
    'min',
    'no status history; no T01',
    'standard',
    [19],
  ],
  [
    'T08',
    'pausedBusinessMinutes',
    'business minutes of those intervals',
    'min',
    'as pausedMinutes; no schedule',
    'standard',
    [19],
  ],
  ['T09', 'netTimeToResolutionMinutes', 'T06 − T08', 'min', 'either null', 'standard'],
  [
    'T12',
    'firstResponseSlaStatus',
    'SLA clock; done = first response, else resolution',
    'enum',
    'never',
    'standard',
  ],
  ['T13', 'resolutionSlaStatus', 'SLA clock; done = resolution', 'enum', 'never', 'standard'],
  [
    null,
    'firstResponseSlaDecidedAt',
    'met: done; breached: due, or done when that came first',
    'instant',
    'T12 neither met nor breached; breached without due and done',
    'own',
  ],
  [
    null,
    'resolutionSlaDecidedAt',
    'met: done; breached: due, or done when that came first',
    'instant',
    'T13 neither met nor breached; breached without due and done',
    'own',
  ],
  [
    'T14',
    'firstResponseSlaConsumedRatio',
    '(created → done or now) ÷ (created → due) on the chosen clock',
    'ratio',
    'paused or terminal without done; due ≤ created; target of 0; no schedule on the business clock',
    'standard',
    [36],
  ],
  [
    'T15',
    'resolutionSlaConsumedRatio',
    '(created → done or now) ÷ (created → due) on the chosen clock',
    'ratio',
    'as T14',
    'standard',
    [36],
  ],
  [
    'T16',
    'minutesToFirstResponseBreach',
    'due − now while the clock runs; negative is overdue',
    'min',
    'done; paused; terminal; no due',
    'standard',
  ],
  [
    'T17',
    'minutesToResolutionBreach',
    'due − now while the clock runs; negative is overdue',
    'min',
    'done; paused; terminal; no due',
    'standard',
  ],
  [
    'T18',
    'firstResponseOverrunMinutes',
    'max(0, (done ?? now) − due) of a breach',
    'min',
    'not breached; no due; terminal without done',
    'standard',
  ],
  [
    'T18',
    'resolutionOverrunMinutes',
    'max(0, (done ?? now) − due) of a breach',
    'min',
    'not breached; no due; terminal without done',
    'standard',
  ],
  [
    'T19',
    'slaRiskLevel',
    'breached, paused, else T15: < 0.5 onTrack, < 0.75 watch, < 0.9 atRisk, else critical',
    'enum',
    'not open; T15 null',
    'variant',
    [36],
  ],
]

/** Definitions of the fields of {@link TicketMetrics}, in their order. */
export const ticketMetricsCatalogue: readonly MetricDefinition[] = Object.freeze(
  ROWS.map(([id, field, formula, unit, nullWhen, basis, sources = []]) =>
    Object.freeze({ id, field, formula, unit, nullWhen, basis, sources: Object.freeze([...sources]) }),
  ),
)

/** Publications behind the definitions; practice of vendors and consultants, not norms. */
export const metricSources: Readonly<Record<number, string>> = Object.freeze({
  2: 'connectwise.com/blog/profitability/msp-kpis',
  11: 'thinkhdi.com, metric of the month: ticket backlog',
  17: 'otrs.com/blog/itsm/mttr',
  19: 'developer.zendesk.com, ticket metric event types',
  36: 'servicenow.com docs, SLA automation (percentage warnings); docs.workestra.app, SLA policies',
})
