import { DAY_MS } from '../../values/day.js'
import type { TicketFacts } from '../facts.js'
import type { MetricsConversation, MetricsTicket } from '../records.js'
import { slaDecisionAt } from '../sla-clock.js'
import { instantOf } from '../timestamp.js'

const EVENTS = [
  'createdTime',
  'updatedTime',
  'firstResponseTime',
  'resolutionTime',
] as const satisfies readonly (keyof MetricsTicket)[]

/**
 * The first instant, now or later, at which a ticket may count differently although its record does not change: an
 * event or a due time comes, an event leaves the trailing period, the backlog ages.
 *
 * Infinity when nothing will. What depends on now from one instant to the next, such as an age, is no count.
 */
export function nextChangeAt(facts: TicketFacts, conversation: readonly MetricsConversation[] = []): number {
  const { settings } = facts
  const { now } = settings
  let next = Number.POSITIVE_INFINITY
  const consider = (at: number): void => {
    if (at >= now && at < next) next = at
  }
  for (const at of eventsOf(facts, conversation)) considerFuture(at, facts, consider)
  consider(facts.firstResponse.due)
  consider(facts.resolution.due)
  if (settings.ctx.period === undefined) {
    const length = settings.period.to - settings.period.from
    for (const at of countedInstants(facts)) {
      consider(at)
      consider(at + length)
      consider(at + 2 * length)
    }
  }
  if (facts.isOpen) consider(facts.startedAt + settings.thresholds.agedBacklogDays * DAY_MS)
  return next
}

/** An event of the near future is taken as now, which moves; one of the far future is none until it is near. */
function considerFuture(at: number, { settings }: TicketFacts, consider: (at: number) => void): void {
  const { now, skew } = settings
  if (!(at > now)) return
  consider(at - skew > now ? at - skew : now)
  consider(at)
}

function* eventsOf(
  { record, settings, statusHistory }: TicketFacts,
  conversation: readonly MetricsConversation[],
): Generator<number> {
  const { zone } = settings
  for (const name of EVENTS) yield instantOf(record[name], zone)
  for (const message of conversation) yield instantOf(message?.time, zone)
  for (const change of statusHistory ?? []) yield instantOf(change?.at, zone)
}

/** Instants by which a ticket belongs to a period. */
function countedInstants({ startedAt, resolvedAt, firstResponseAt, firstResponse, resolution }: TicketFacts) {
  return [
    startedAt,
    resolvedAt,
    firstResponseAt,
    slaDecisionAt(firstResponse.status, firstResponse.due, firstResponse.done),
    slaDecisionAt(resolution.status, resolution.due, resolution.done),
  ]
}
