import type { MetricsContext } from '../../metrics/context.js'
import type { TicketFacts } from '../../metrics/facts.js'
import { createLookups } from '../../metrics/lookups.js'
import { createScope, indexOf, type Scope } from '../../metrics/scope.js'
import { type ServiceDelivery, serviceDelivery } from '../../metrics/service-delivery.js'
import { type SlaClockCounts, slaCounts } from '../../metrics/sla-counts.js'
import { ticketFigures } from '../../metrics/ticket-metrics.js'
import { DAY_MS } from '../../values/day.js'

export interface RecentDays {
  readonly days: readonly ServiceDelivery[]
  /** Of today. */
  readonly hours: readonly ServiceDelivery[]
  /** Of the resolution clock, as far as it was decided today. */
  readonly decidedToday: SlaClockCounts
}

/**
 * The flow of tickets in the last days, today included.
 *
 * Made of tickets alone, and of those that were open or had a date within these days: of a large desk a few.
 */
export function recentDays(scope: Scope, context: MetricsContext, dayCount: number): RecentDays {
  const { today } = scope.settings
  const tomorrow = dayText(today + 1)
  // A zone is at most 14 hours ahead of the day's UTC midnight.
  const since = (today - dayCount) * DAY_MS
  const recent = scope.tickets().filter((facts) => facts.isOpen || lastDateOf(facts) >= since)
  const lookups = createLookups({ tickets: recent.map(({ record }) => record) }, false)
  const within = (from: number) => {
    const own = { ...context, period: { from: dayText(from), to: tomorrow } }
    const kept = { calendars: scope.calendars, ticketsOf: () => recent }
    const ownScope = createScope(own, lookups, kept)
    return { own, index: indexOf(own, ownScope), period: ownScope.settings.period }
  }
  const days = within(today - dayCount + 1)
  const hours = within(today)
  const [from, to] = [hours.period.from, hours.period.to].map((ms) => new Date(ms).toISOString())
  const { resolution } = slaCounts(recent.map(ticketFigures), { from: from ?? '', to: to ?? '' })
  return {
    days: serviceDelivery(days.index, days.own, 'day'),
    hours: serviceDelivery(hours.index, hours.own, 'hour'),
    decidedToday: resolution,
  }
}

/** Of everything that a bucket may count a ticket by. */
function lastDateOf({
  createdAt,
  resolutionAt,
  firstResponseAt,
  firstResponse,
  resolution,
}: TicketFacts): number {
  const dates = [createdAt, resolutionAt, firstResponseAt, firstResponse.due, resolution.due, resolution.done]
  return dates.reduce((last, date) => (date > last ? date : last), Number.NEGATIVE_INFINITY)
}

const dayText = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10)
