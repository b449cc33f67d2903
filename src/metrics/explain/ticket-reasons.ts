import { duration } from '../duration.js'
import type { TicketFacts } from '../facts.js'
import { isWithin } from '../period.js'
import { type SlaClock, slaDecisionAt } from '../sla-clock.js'
import type { Reasons } from './population.js'

/** Why tickets do not count, in the order in which it is asked. */
export type Why = Reasons<TicketFacts>
export type Clock = 'firstResponse' | 'resolution'

export const none = Number.isNaN

export const cancelled: Why = { cancelled: ({ statusClass }) => statusClass === 'cancelled' }
export const open: Why = { ...cancelled, notOpen: ({ isOpen }) => !isOpen }
export const created: Why = { ...cancelled, noCreationTime: ({ createdAt }) => none(createdAt) }
export const resolved: Why = {
  ...cancelled,
  notResolved: ({ isOpen }) => isOpen,
  noResolutionTime: ({ resolvedAt }) => none(resolvedAt),
}
export const resolvedInPeriod: Why = {
  ...resolved,
  notInPeriod: ({ resolvedAt }, { period }) => !isWithin(resolvedAt, period),
}
export const resolutionTime: Why = {
  noCreationTime: ({ createdAt }) => none(createdAt),
  negativeDuration: ({ startedAt, resolvedAt }, { skew }) => none(duration(startedAt, resolvedAt, skew)),
}
export const answered: Why = { ...cancelled, noFirstResponse: ({ firstResponseAt }) => none(firstResponseAt) }
export const responseTime: Why = {
  noCreationTime: ({ createdAt }) => none(createdAt),
  negativeDuration: ({ startedAt, firstResponseAt }, { skew }) =>
    none(duration(startedAt, firstResponseAt, skew)),
}
export const started: Why = {
  ...created,
  noResolutionTime: ({ endedAt }) => none(endedAt),
  negativeDuration: ({ startedAt, endedAt }, { skew }) => none(duration(startedAt, endedAt, skew)),
}
export const scheduled: Why = { noSchedule: ({ calendar }) => calendar === null }
/** A schedule without any opening hour counts nothing. */
export const opened: Why = {
  ...scheduled,
  noOpeningHour: ({ calendar, startedAt }) => none(calendar?.between(startedAt, startedAt) ?? 0),
}
export const historied: Why = { noStatusHistory: ({ statusHistory }) => statusHistory === undefined }

export const decisionAt = ({ status, due, done }: SlaClock): number => slaDecisionAt(status, due, done)
const isStopped = ({ isOpen, statusClass }: TicketFacts): boolean => !isOpen || statusClass === 'paused'

export const decided = (clock: Clock): Why => ({
  ...cancelled,
  notApplicable: (ticket) => ticket[clock].status === 'notApplicable',
  pending: (ticket) => ticket[clock].status === 'pending',
  paused: (ticket) => ticket[clock].status === 'paused',
  unknownOutcome: (ticket) => ticket[clock].status === 'unknown',
  noDecisionTime: (ticket) => none(decisionAt(ticket[clock])),
})
export const decidedInPeriod = (clock: Clock): Why => ({
  ...decided(clock),
  notInPeriod: (ticket, { period }) => !isWithin(decisionAt(ticket[clock]), period),
})
export const consumed = (clock: Clock): Why => ({
  ...created,
  noDueTime: (ticket) => none(ticket[clock].due),
  dueBeforeCreation: (ticket) => !(ticket[clock].due > ticket.startedAt),
  clockStopped: (ticket) => none(ticket[clock].done) && isStopped(ticket),
  noSchedule: ({ slaCalendar }) => slaCalendar === null,
  noTimeOfTheClock: (ticket) => none(ticket[clock].consumedRatio),
})
export const running = (clock: Clock): Why => ({
  ...open,
  paused: ({ statusClass }) => statusClass === 'paused',
  done: (ticket) => !none(ticket[clock].done),
  noDueTime: (ticket) => none(ticket[clock].due),
})
export const breached = (clock: Clock): Why => ({
  ...cancelled,
  notBreached: (ticket) => ticket[clock].status !== 'breached',
  noDueTime: (ticket) => none(ticket[clock].due),
  notDone: (ticket) => none(ticket[clock].done) && !ticket.isOpen,
})
