import { DAY_MS } from '../values/day.js'
import { decimalToNumber } from '../values/decimal.js'
import { formatInstant } from '../values/instant.js'
import { backlogAt, undatedAt } from './backlog.js'
import type { Bucket } from './buckets.js'
import { slaCompliance } from './client-figures.js'
import type { DeliveryKnowledge } from './delivery-sources.js'
import type { BucketTally, DeliveryTally } from './delivery-tally.js'
import { finiteOrNull, moneyOrNull } from './money.js'
import { performanceCategory, performanceScore } from './performance-score.js'
import { MONTH_DAYS } from './period.js'
import type { ServiceDelivery } from './service-delivery.js'
import type { Settings } from './settings.js'
import { divide, noShare, ratio, ratioOf } from './share.js'
import { meanMinutes, percentileMinutes } from './sorted-values.js'
import { classCount } from './ticket-mix.js'
import { createTicketTally, type TicketTally } from './ticket-tally.js'
import { createWorklogTally } from './worklog-tally.js'
import { decimalRatio, zero } from './worklogs.js'

const HOURS_PER_DAY = 24
const MINUTES_PER_HOUR = 60

/** Figures of one bucket. */
export function deliveryFigures(
  tally: DeliveryTally,
  at: number,
  known: DeliveryKnowledge,
  settings: Settings,
): ServiceDelivery {
  const bucket = tally.buckets[at] as Bucket
  const { tickets, worklogs, alerts, tasks, invoiced } = partsOf(bucket, tally.tallies[at], known)
  const days = (bucket.to - bucket.from) / DAY_MS
  const months = tally.granularity === 'month' ? 1 : days / MONTH_DAYS
  const created = tickets?.createdCount ?? null
  const resolved = tickets?.resolvedCount ?? null
  const hours = worklogs && decimalToNumber(worklogs.hours)
  const killRate = divide(resolved, created)
  const backlog = tickets && backlogAtEnd(tally, bucket, settings)
  const firstResponseCompliance = slaCompliance(tickets?.firstResponse)
  const resolutionCompliance = slaCompliance(tickets?.resolution)
  const firstContact = tickets && ratioOf(tickets.isFirstContact)
  const reopened = tickets && ratioOf(tickets.isReopened)
  const performance = performanceScore(
    {
      resolutionSlaCompliance: resolutionCompliance,
      firstResponseSlaCompliance: firstResponseCompliance,
      killRate,
      firstContactResolution: firstContact,
      reopenRatio: reopened,
    },
    settings.thresholds,
  )
  return {
    bucket: bucket.label,
    from: formatInstant(bucket.from),
    to: formatInstant(bucket.to),
    durationHours: days * HOURS_PER_DAY,
    ticketsCreatedCount: created,
    ticketsResolvedCount: resolved,
    netFlow: tickets && tickets.createdCount - tickets.resolvedCount,
    killRate,
    backlogAtEndCount: backlog,
    undatedResolvedCount: tickets && undatedResolved(tally, bucket, settings),
    backlogClearanceDays: backlogClearanceDays(backlog, resolved, days),
    meanTimeToFirstResponseMinutes: meanMinutes(tickets?.responseMs),
    p50TimeToFirstResponseMinutes: percentileMinutes(tickets?.responseMs, 0.5),
    p90TimeToFirstResponseMinutes: percentileMinutes(tickets?.responseMs, 0.9),
    p95TimeToFirstResponseMinutes: percentileMinutes(tickets?.responseMs, 0.95),
    meanTimeToResolutionMinutes: meanMinutes(tickets?.resolutionMs),
    p50TimeToResolutionMinutes: percentileMinutes(tickets?.resolutionMs, 0.5),
    p90TimeToResolutionMinutes: percentileMinutes(tickets?.resolutionMs, 0.9),
    p95TimeToResolutionMinutes: percentileMinutes(tickets?.resolutionMs, 0.95),
    firstResponseSlaComplianceRatio: firstResponseCompliance,
    resolutionSlaComplianceRatio: resolutionCompliance,
    firstContactResolutionRatio: firstContact,
    sameDayResolutionRatio: tickets && ratioOf(tickets.isSameDay),
    reopenRatio: reopened,
    reactiveRatio: tickets && reactiveRatio(tickets),
    worklogHours: hours,
    billableRatio: worklogs && decimalRatio(worklogs.billableHours, worklogs.hours),
    afterHoursRatio: worklogs && decimalRatio(worklogs.afterHours, worklogs.hours),
    hoursPerResolvedTicket: divide(hours, resolved),
    ticketsPerEndpointPerMonth: perMonth(divide(created, known.endpointCount), months),
    alertCount: alerts?.known ?? null,
    criticalAlertRatio: alerts && ratioOf(alerts),
    onTimeTaskRatio: tasks && ratioOf(tasks),
    invoicedAmount: invoiced && moneyOrNull(invoiced),
    arrivalsPerBusinessHour: arrivalsPerBusinessHour(created, bucket, known),
    performanceScore: performance.score,
    performanceScoreParts: performance.parts,
    performanceCategory: performanceCategory(performance.score, settings.thresholds),
  }
}

type Parts = { readonly [Name in keyof BucketTally]-?: NonNullable<BucketTally[Name]> | null }

/** Null for what is not known, empty for what is known and did not fall into the bucket. */
function partsOf(bucket: Bucket, tally: BucketTally | undefined, known: DeliveryKnowledge): Parts {
  return {
    tickets: known.tickets ? (tally?.tickets ?? createTicketTally(bucket)) : null,
    worklogs: known.worklogs ? (tally?.worklogs ?? createWorklogTally(bucket)) : null,
    alerts: known.alerts ? (tally?.alerts ?? noShare()) : null,
    tasks: known.tasks ? (tally?.tasks ?? noShare()) : null,
    invoiced: known.invoices ? (tally?.invoiced ?? zero) : null,
  }
}

/** D05: created before the end of the bucket, or now, and not resolved before it; null when the bucket is to come. */
const backlogAtEnd = ({ backlog }: DeliveryTally, { from, to }: Bucket, { now }: Settings): number | null =>
  from > now ? null : backlogAt(backlog, Math.min(to, now))

/** Beside D05: resolved or closed at an unknown time, created before that instant; 0 when the bucket is to come. */
const undatedResolved = ({ backlog }: DeliveryTally, { from, to }: Bucket, { now }: Settings): number =>
  from > now ? 0 : undatedAt(backlog, Math.min(to, now))

/** D06: D05 ÷ (D02 ÷ days of the bucket); null when nothing was resolved, or D05 is null. */
const backlogClearanceDays = (
  backlog: number | null,
  resolved: number | null,
  days: number,
): number | null => (backlog === null ? null : divide(backlog * days, resolved))

/** D16: incidents ÷ tickets of a known class, of those created in the bucket; null when none is known. */
function reactiveRatio({ createdMix }: TicketTally): number | null {
  const incidents = classCount(createdMix, 'INCIDENT')
  return ratio(incidents, incidents + classCount(createdMix, 'SERVICE_REQUEST'))
}

const perMonth = (value: number | null, months: number): number | null =>
  value === null ? null : finiteOrNull(value / months)

/** D25: D01 ÷ business hours of the bucket by the default schedule; null without schedule or without such hours. */
function arrivalsPerBusinessHour(
  created: number | null,
  { from, to }: Bucket,
  { calendar }: DeliveryKnowledge,
): number | null {
  const minutes = calendar === null ? Number.NaN : calendar.between(from, to)
  return Number.isNaN(minutes) ? null : divide(created, minutes / MINUTES_PER_HOUR)
}
