import { lastActivityAt } from '../activity.js'
import { isFirstContactResolution } from '../contact.js'
import { worklogMinutes, worklogMinutesReported } from '../effort.js'
import { isFromExcludedSource } from '../engagement.js'
import type { TicketFacts } from '../facts.js'
import { isWithin } from '../period.js'
import { reopenCount } from '../reopening.js'
import { isSameDayResolution } from '../resolution.js'
import { slaRiskLevel } from '../sla-risk.js'
import { categoryOf, isAged } from '../ticket-tally.js'
import { population } from './population.js'
import {
  answered,
  breached,
  consumed,
  created,
  decided,
  decidedInPeriod,
  historied,
  none,
  open,
  opened,
  resolutionTime,
  resolved,
  resolvedInPeriod,
  responseTime,
  running,
  scheduled,
  started,
} from './ticket-reasons.js'

const noReply = ({ conversation }: TicketFacts): boolean =>
  conversation === undefined || none(conversation.latestRequesterReplyAt)

/** Populations of tickets: of many, in the period, and of the one that a figure is about. */
export const ticketPopulations = {
  openTickets: population('tickets', 'tickets open now', open),
  agedTickets: population('tickets', 'tickets open now and created long ago', {
    ...open,
    noCreationTime: ({ createdAt }) => none(createdAt),
    notAged: (ticket, settings) => !isAged(ticket, settings),
  }),
  createdTickets: population('tickets', 'tickets created in the period', {
    ...created,
    notInPeriod: ({ createdAt }, { period }) => !isWithin(createdAt, period),
  }),
  createdBeforeTickets: population('tickets', 'tickets created in the equally long span before', {
    ...created,
    notInPrecedingPeriod: ({ createdAt }, { period }) => !isWithin(createdAt, period.preceding),
  }),
  resolvedTickets: population('tickets', 'tickets resolved in the period', resolvedInPeriod),
  resolutionTimes: population('tickets', 'tickets resolved in the period, with a time to resolution', {
    ...resolvedInPeriod,
    ...resolutionTime,
  }),
  firstContactTickets: population('tickets', 'tickets resolved in the period, first contact known', {
    ...resolvedInPeriod,
    firstContactUnknown: (ticket) => isFirstContactResolution(ticket) === null,
  }),
  reopeningTickets: population('tickets', 'tickets resolved in the period, status history known', {
    ...resolvedInPeriod,
    noStatusHistory: (ticket) => reopenCount(ticket) === null,
  }),
  sameDayTickets: population('tickets', 'tickets resolved in the period, known whether on one day', {
    ...resolvedInPeriod,
    sameDayUnknown: (ticket) => isSameDayResolution(ticket) === null,
  }),
  classifiedTickets: population('tickets', 'incidents and service requests created in the period', {
    ...created,
    notInPeriod: ({ createdAt }, { period }) => !isWithin(createdAt, period),
    noRequestType: ({ requestClass }) => requestClass === null,
  }),
  workedTickets: population('tickets', 'tickets resolved in the period, time worked known', {
    ...resolvedInPeriod,
    noTimeWorked: (ticket) => worklogMinutes(ticket) === null,
  }),
  ofClientTickets: population('tickets', 'tickets resolved in the period that name a client', {
    ...resolvedInPeriod,
    noClient: ({ clientId }) => clientId === null,
  }),
  categorisedTickets: population('tickets', 'tickets resolved in the period that have a category', {
    ...resolvedInPeriod,
    noCategory: (ticket) => categoryOf(ticket) === '',
  }),
  responseTimes: population('tickets', 'tickets first answered in the period, with a time to response', {
    ...answered,
    notInPeriod: ({ firstResponseAt }, { period }) => !isWithin(firstResponseAt, period),
    ...responseTime,
  }),
  firstResponseDecided: population(
    'tickets',
    'tickets whose first-response SLA was decided in the period',
    decidedInPeriod('firstResponse'),
  ),
  resolutionDecided: population(
    'tickets',
    'tickets whose resolution SLA was decided in the period',
    decidedInPeriod('resolution'),
  ),
  signsOfLife: population('tickets', 'tickets that tell when the client was heard of', {
    excludedSource: (ticket) => isFromExcludedSource(ticket) && noReply(ticket),
    noCreationTime: (ticket) => none(ticket.createdAt) && noReply(ticket),
  }),
  ticket: population('tickets', 'the ticket', {}),
  openTicket: population('tickets', 'the ticket, open now', open),
  activeTicket: population('tickets', 'the ticket, open now, with any sign of work', {
    ...open,
    noActivity: (ticket) => none(lastActivityAt(ticket)),
  }),
  startedTicket: population('tickets', 'the ticket from creation to resolution or now', started),
  startedTicketOnSchedule: population('tickets', 'the same, by its schedule', { ...started, ...opened }),
  openStartedTicket: population('tickets', 'the ticket from creation to now', { ...open, ...started }),
  answeredTicket: population('tickets', 'the ticket from creation to first response', {
    ...answered,
    ...responseTime,
  }),
  answeredTicketOnSchedule: population('tickets', 'the same, by its schedule', {
    ...answered,
    ...responseTime,
    ...opened,
  }),
  resolvedTicket: population('tickets', 'the ticket from creation to resolution', {
    ...resolved,
    ...resolutionTime,
  }),
  resolvedTicketOnSchedule: population('tickets', 'the same, by its schedule', {
    ...resolved,
    ...resolutionTime,
    ...opened,
  }),
  pausedTicket: population('tickets', 'the ticket, status history known', { ...started, ...historied }),
  pausedTicketOnSchedule: population('tickets', 'the same, by its schedule', {
    ...started,
    ...historied,
    ...scheduled,
  }),
  netTicket: population('tickets', 'the ticket from creation to resolution, status history known', {
    ...resolved,
    ...resolutionTime,
    ...historied,
  }),
  historiedTicket: population('tickets', 'the ticket, status history known', historied),
  ticketFirstResponseDecided: population(
    'tickets',
    'the ticket, first-response SLA decided',
    decided('firstResponse'),
  ),
  ticketResolutionDecided: population('tickets', 'the ticket, resolution SLA decided', decided('resolution')),
  ticketFirstResponseConsumed: population(
    'tickets',
    'the ticket, first-response target known',
    consumed('firstResponse'),
  ),
  ticketResolutionConsumed: population(
    'tickets',
    'the ticket, resolution target known',
    consumed('resolution'),
  ),
  ticketResolvedConsumed: population('tickets', 'the ticket, resolved, resolution target known', {
    ...resolved,
    ...consumed('resolution'),
  }),
  ticketAtRisk: population('tickets', 'the ticket, open now, resolution target known', {
    ...open,
    noConsumedRatio: (ticket) => slaRiskLevel(ticket) === null,
  }),
  ticketFirstResponseRunning: population(
    'tickets',
    'the ticket, first-response clock running',
    running('firstResponse'),
  ),
  ticketResolutionRunning: population(
    'tickets',
    'the ticket, resolution clock running',
    running('resolution'),
  ),
  ticketFirstResponseBreached: population(
    'tickets',
    'the ticket, first-response SLA breached',
    breached('firstResponse'),
  ),
  ticketResolutionBreached: population(
    'tickets',
    'the ticket, resolution SLA breached',
    breached('resolution'),
  ),
  ticketReported: population('tickets', 'the ticket, minutes reported', {
    noReportedTime: (ticket) => worklogMinutesReported(ticket) === null,
  }),
  ticketWorked: population('tickets', 'the ticket, time worked known', {
    noTimeWorked: (ticket) => worklogMinutes(ticket) === null,
  }),
  firstContactTicket: population('tickets', 'the ticket, resolved, first contact known', {
    notResolved: ({ statusClass }) => statusClass !== 'resolved' && statusClass !== 'closed',
    firstContactUnknown: (ticket) => isFirstContactResolution(ticket) === null,
  }),
}
