import { isWithin } from '../period.js'
import { firstResponseFlagMismatch, resolutionFlagMismatch } from '../sla-flag-mismatch.js'
import { slaRiskLevel } from '../sla-risk.js'
import type { SlaClockName } from './explain-subject.js'
import { type Population, population } from './population.js'
import {
  cancelled,
  created,
  decided,
  decidedInPeriod,
  decisionAt,
  none,
  open,
  type Why,
} from './ticket-reasons.js'

/** Outcomes of one clock over many tickets. */
const clockPopulations = (clock: SlaClockName) => {
  const name = clock === 'firstResponse' ? 'first response' : 'resolution'
  const breachedInPeriod: Why = {
    ...decidedInPeriod(clock),
    met: (ticket) => ticket[clock].status === 'met',
  }
  const metInPeriod: Why = {
    ...decidedInPeriod(clock),
    breached: (ticket) => ticket[clock].status === 'breached',
  }
  const inStatus = (status: 'pending' | 'paused' | 'notApplicable' | 'unknown'): Why => ({
    ...cancelled,
    otherStatus: (ticket) => ticket[clock].status !== status,
  })
  return {
    Met: population('tickets', `tickets whose ${name} was in time, decided in the period`, metInPeriod),
    Breached: population(
      'tickets',
      `tickets whose ${name} was late, decided in the period`,
      breachedInPeriod,
    ),
    Pending: population('tickets', `tickets whose ${name} clock runs now`, inStatus('pending')),
    Paused: population('tickets', `tickets whose ${name} clock is paused now`, inStatus('paused')),
    NotApplicable: population('tickets', `tickets without a target of ${name}`, inStatus('notApplicable')),
    Unknown: population('tickets', `tickets that ended, nobody knows when, by ${name}`, inStatus('unknown')),
    Overrun: population('tickets', `tickets whose ${name} was late, by how much is known`, {
      ...breachedInPeriod,
      noDueTime: (ticket) => none(ticket[clock].due),
      notDone: (ticket) => none(ticket[clock].done) && !ticket.isOpen,
    }),
    MetConsumed: population('tickets', `tickets whose ${name} was in time, share of the target known`, {
      ...metInPeriod,
      noConsumedRatio: (ticket) => none(ticket[clock].consumedRatio),
    }),
  }
}

type ClockPopulation = keyof ReturnType<typeof clockPopulations>

/** One name per clock: `resolutionMet`. */
const ofBothClocks = Object.fromEntries(
  (['firstResponse', 'resolution'] as const).flatMap((clock) =>
    Object.entries(clockPopulations(clock)).map(([name, { description, examine }]) => [
      `${clock}${name}`,
      { description, examine },
    ]),
  ),
) as Readonly<Record<`${SlaClockName}${ClockPopulation}`, Population>>

/** Populations of SLA figures of many tickets. */
export const slaPopulations = {
  ...ofBothClocks,
  bothDecidedTickets: population(
    'tickets',
    'tickets whose resolution was decided in the period, reply too or without target',
    {
      ...decidedInPeriod('resolution'),
      firstResponseUndecided: ({ firstResponse: { status } }) =>
        status !== 'met' && status !== 'breached' && status !== 'notApplicable',
    },
  ),
  countedTickets: population('tickets', 'tickets that are not cancelled', cancelled),
  slaCoveredTickets: population('tickets', 'tickets with a target', {
    ...cancelled,
    noTarget: ({ firstResponse, resolution }) =>
      firstResponse.status === 'notApplicable' && resolution.status === 'notApplicable',
  }),
  openBreachedTickets: population('tickets', 'tickets open now whose resolution is late', {
    ...open,
    notBreached: ({ resolution }) => resolution.status !== 'breached',
  }),
  atRiskTickets: population('tickets', 'tickets open now that have used up most of their target', {
    ...open,
    noConsumedRatio: (ticket) => slaRiskLevel(ticket) === null,
    notAtRisk: (ticket) => !['atRisk', 'critical'].includes(slaRiskLevel(ticket) ?? ''),
  }),
  datedBreaches: population('tickets', 'tickets whose resolution was late, with a creation time', {
    ...decidedInPeriod('resolution'),
    met: ({ resolution }) => resolution.status === 'met',
    noCreationTime: ({ createdAt }) => none(createdAt),
  }),
  mismatchedTickets: population('tickets', 'tickets with an SLA flag that contradicts their instants', {
    ...cancelled,
    noContradiction: (ticket) => !firstResponseFlagMismatch(ticket) && !resolutionFlagMismatch(ticket),
  }),
  resolutionDecidedBefore: population(
    'tickets',
    'tickets whose resolution SLA was decided in the span before',
    {
      ...decided('resolution'),
      notInPrecedingPeriod: (ticket, { period }) =>
        !isWithin(decisionAt(ticket.resolution), period.preceding),
    },
  ),
  backlogTickets: population('tickets', 'tickets not resolved by the end of the bucket, or now', {
    ...created,
    bucketNotBegun: (_, { period, now }) => period.from > now,
    createdLater: ({ createdAt }, { period, now }) => createdAt >= Math.min(period.to, now),
    noResolutionTime: ({ isOpen, resolvedAt }) => !isOpen && none(resolvedAt),
    resolvedBefore: ({ createdAt, resolvedAt }, { period, now }) =>
      Math.max(createdAt, resolvedAt) < Math.min(period.to, now),
  }),
  undatedTickets: population('tickets', 'tickets created before that instant that ended, nobody knows when', {
    ...created,
    bucketNotBegun: (_, { period, now }) => period.from > now,
    createdLater: ({ createdAt }, { period, now }) => createdAt >= Math.min(period.to, now),
    notResolved: ({ isOpen }) => isOpen,
    resolutionTimeKnown: ({ resolvedAt }) => !none(resolvedAt),
  }),
}
