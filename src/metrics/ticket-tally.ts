import { DAY_MS } from '../values/day.js'
import { type ClockTally, change, countClock, noClockTally } from './clock-tally.js'
import { isFirstContactResolution } from './contact.js'
import type { PriorityRank } from './context.js'
import { duration } from './duration.js'
import { worklogMinutes } from './effort.js'
import type { TicketFacts } from './facts.js'
import { isWithin, type Span } from './period.js'
import { reopenCount } from './reopening.js'
import type { RequestClass } from './request-class.js'
import { isSameDayResolution } from './resolution.js'
import type { Settings } from './settings.js'
import { countKey, countShare, noShare, type Share } from './share.js'
import { slaDecisionAt } from './sla-clock.js'
import { slaRiskLevel } from './sla-risk.js'
import { SortedValues } from './sorted-values.js'

/** Tickets of each priority rank and request class. */
export type Mix = Map<MixKey, number>

/**
 * What the tickets of a group add up to, for one period; figures of every group are read from it.
 *
 * All of it are counts and values that can be taken away exactly as they were added, so that a full calculation and
 * one that is kept up to date are the same. Cancelled tickets are in none of it.
 */
export interface TicketTally {
  /** May move: what no longer lies in it must be taken away before. */
  period: Span
  preceding: Span | undefined
  ticketCount: number
  /** Tickets of which at least one SLA clock applies. */
  slaCoveredCount: number
  createdCount: number
  createdPrecedingCount: number
  /** Of those created in the period. */
  readonly createdMix: Mix
  resolvedCount: number
  /** Of those resolved in the period, as are the next eight. */
  readonly resolvedMix: Mix
  readonly resolutionMs: SortedValues
  readonly isFirstContact: Share
  readonly isReopened: Share
  readonly hasTimeEntry: Share
  readonly isSameDay: Share
  readonly categories: Map<string, number>
  readonly clients: Map<string, number>
  /** Of those first answered in the period. */
  readonly responseMs: SortedValues
  /** Open now, as are the next four. */
  openCount: number
  pausedCount: number
  agedCount: number
  atRiskCount: number
  openBreachedCount: number
  readonly firstResponse: ClockTally
  readonly resolution: ClockTally
  /** Resolution decided in the period, first response decided or not applicable: those without a breach. */
  readonly isWithoutBreach: Share
}

export const createTicketTally = (period: Span, preceding?: Span): TicketTally => ({
  period,
  preceding,
  ticketCount: 0,
  slaCoveredCount: 0,
  createdCount: 0,
  createdPrecedingCount: 0,
  createdMix: new Map(),
  resolvedCount: 0,
  resolvedMix: new Map(),
  resolutionMs: new SortedValues(),
  isFirstContact: noShare(),
  isReopened: noShare(),
  hasTimeEntry: noShare(),
  isSameDay: noShare(),
  categories: new Map(),
  clients: new Map(),
  responseMs: new SortedValues(),
  openCount: 0,
  pausedCount: 0,
  agedCount: 0,
  atRiskCount: 0,
  openBreachedCount: 0,
  firstResponse: noClockTally(),
  resolution: noClockTally(),
  isWithoutBreach: noShare(),
})

export function tallyTickets(tickets: Iterable<TicketFacts>, period: Span, preceding?: Span): TicketTally {
  const tally = createTicketTally(period, preceding)
  for (const facts of tickets) countTicket(tally, facts, 1)
  return tally
}

/** @param sign 1 counts a ticket, −1 takes away one that was counted, by the facts that it was counted by. */
export function countTicket(tally: TicketTally, facts: TicketFacts, sign: 1 | -1): void {
  if (facts.statusClass === 'cancelled') return
  const { period, preceding } = tally
  const { firstResponse, resolution, isOpen, startedAt, settings } = facts
  tally.ticketCount += sign
  if (firstResponse.status !== 'notApplicable' || resolution.status !== 'notApplicable')
    tally.slaCoveredCount += sign
  if (isWithin(startedAt, period)) {
    tally.createdCount += sign
    countKey(tally.createdMix, mixOf(facts), sign)
  }
  if (preceding !== undefined && isWithin(startedAt, preceding)) tally.createdPrecedingCount += sign
  if (isWithin(facts.resolvedAt, period)) countResolved(tally, facts, sign)
  if (isWithin(facts.firstResponseAt, period))
    change(tally.responseMs, duration(startedAt, facts.firstResponseAt, settings.skew), sign)
  if (isOpen) countOpen(tally, facts, sign)
  countClock(tally.firstResponse, firstResponse, isOpen, period, preceding, sign)
  countClock(tally.resolution, resolution, isOpen, period, preceding, sign)
  if (isDecidedWithin(facts, period)) countShare(tally.isWithoutBreach, withoutBreach(facts), sign)
}

function countResolved(tally: TicketTally, facts: TicketFacts, sign: 1 | -1): void {
  const { startedAt, resolvedAt, settings, clientId } = facts
  tally.resolvedCount += sign
  countKey(tally.resolvedMix, mixOf(facts), sign)
  change(tally.resolutionMs, duration(startedAt, resolvedAt, settings.skew), sign)
  countShare(tally.isFirstContact, isFirstContactResolution(facts), sign)
  const reopened = reopenCount(facts)
  countShare(tally.isReopened, reopened === null ? null : reopened > 0, sign)
  const worked = worklogMinutes(facts)
  countShare(tally.hasTimeEntry, worked === null ? null : worked > 0, sign)
  countShare(tally.isSameDay, isSameDayResolution(facts), sign)
  const category = categoryOf(facts)
  if (category !== '') countKey(tally.categories, category, sign)
  if (clientId !== null) countKey(tally.clients, clientId, sign)
}

/** Normalised; empty for none. */
export const categoryOf = ({ record, settings }: TicketFacts): string =>
  settings.names.category(record.category) ?? ''

/** Whether an open ticket was created so long ago that it is aged backlog. */
export const isAged = ({ startedAt }: TicketFacts, { now, thresholds }: Settings): boolean =>
  now - startedAt >= thresholds.agedBacklogDays * DAY_MS

function countOpen(tally: TicketTally, facts: TicketFacts, sign: 1 | -1): void {
  const { settings, statusClass, resolution } = facts
  tally.openCount += sign
  if (statusClass === 'paused') tally.pausedCount += sign
  if (isAged(facts, settings)) tally.agedCount += sign
  const risk = slaRiskLevel(facts)
  if (risk === 'atRisk' || risk === 'critical') tally.atRiskCount += sign
  if (resolution.status === 'breached') tally.openBreachedCount += sign
}

type MixKey = `${PriorityRank | 'none'} ${RequestClass | 'other'}`

/** Made once: a text put together for every ticket would be hashed for every ticket. */
const mixKeys = Object.freeze({
  1: keysOf(1),
  2: keysOf(2),
  3: keysOf(3),
  4: keysOf(4),
  none: keysOf('none'),
})

function keysOf(rank: PriorityRank | 'none'): Readonly<Record<RequestClass | 'other', MixKey>> {
  return Object.freeze({
    INCIDENT: `${rank} INCIDENT`,
    SERVICE_REQUEST: `${rank} SERVICE_REQUEST`,
    other: `${rank} other`,
  })
}

const mixOf = ({ priorityRank, requestClass }: TicketFacts): MixKey =>
  mixKeys[priorityRank ?? 'none'][requestClass ?? 'other']

const isDecided = (status: string): boolean => status === 'met' || status === 'breached'

function isDecidedWithin({ resolution, firstResponse }: TicketFacts, period: Span): boolean {
  if (!isDecided(firstResponse.status) && firstResponse.status !== 'notApplicable') return false
  return isWithin(slaDecisionAt(resolution.status, resolution.due, resolution.done), period)
}

const withoutBreach = ({ resolution, firstResponse }: TicketFacts): boolean =>
  resolution.status === 'met' && firstResponse.status !== 'breached'
