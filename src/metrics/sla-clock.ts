import { formatInstant } from '../values/instant.js'
import type { Calendar } from './business-calendar.js'
import type { StatusClass } from './context.js'
import { duration } from './duration.js'
import type { Settings } from './settings.js'

export type SlaStatus = 'met' | 'breached' | 'pending' | 'paused' | 'notApplicable' | 'unknown'

/** One of the two clocks of a ticket. Instants are epoch ms; NaN is "none". */
export interface SlaClock {
  readonly due: number
  readonly done: number
  readonly status: SlaStatus
  readonly consumedRatio: number
}

/** What both clocks need of a ticket. */
export interface SlaFacts {
  readonly settings: Settings
  readonly statusClass: StatusClass
  /** Class open, paused or unknown. */
  readonly isOpen: boolean
  /** Start of every duration: creation, none for a cancelled ticket. */
  readonly startedAt: number
  /** The clock of consumed ratios; null when business hours are asked for and unknown. */
  readonly slaCalendar: Calendar | null
}

export interface SlaClocks {
  readonly firstResponse: SlaClock
  readonly resolution: SlaClock
}

/** The clock of a ticket from its due instant, its done instant and the vendor's `…Violated` flag. */
export function slaClock(facts: SlaFacts, due: number, done: number, flag: unknown): SlaClock {
  const violated = facts.settings.slaSource === 'flag' && typeof flag === 'boolean' ? flag : null
  return {
    due,
    done,
    status: slaStatus(facts, due, done, violated),
    consumedRatio: consumedRatio(facts, due, done),
  }
}

/**
 * First match wins. The flag goes first: the vendor knows about pauses and changed policies that the record does not
 * show.
 */
function slaStatus(facts: SlaFacts, due: number, done: number, violated: boolean | null): SlaStatus {
  const isDone = !Number.isNaN(done)
  if (facts.statusClass === 'cancelled') return 'notApplicable'
  if (violated === true) return 'breached'
  if (Number.isNaN(due)) return violated === false && isDone ? 'met' : 'notApplicable'
  if (isDone) return violated === false || done <= due ? 'met' : 'breached'
  if (!facts.isOpen) return 'unknown'
  if (facts.statusClass === 'paused') return 'paused'
  return facts.settings.now <= due ? 'pending' : 'breached'
}

/**
 * Elapsed share of the target on the chosen clock, from creation to done or now; may exceed 1.
 *
 * NaN for cancelled tickets, when paused or terminal without done, when due is not after creation, when the target
 * holds no time of the clock, and when the elapsed part is no duration.
 */
function consumedRatio(facts: SlaFacts, due: number, done: number): number {
  const { startedAt, slaCalendar, settings } = facts
  if (slaCalendar === null || !(due > startedAt)) return Number.NaN
  const isRunning = facts.isOpen && facts.statusClass !== 'paused'
  if (Number.isNaN(done) && !isRunning) return Number.NaN
  const target = slaCalendar.between(startedAt, due)
  if (!(target > 0)) return Number.NaN
  const elapsed = duration(startedAt, Number.isNaN(done) ? settings.now : done, settings.skew)
  return Number.isNaN(elapsed) ? elapsed : slaCalendar.between(startedAt, startedAt + elapsed) / target
}

/**
 * Instant at which an outcome was decided, in epoch ms; NaN while nothing is.
 *
 * Met: when done. Breached: the due instant if it passed before the work was done or the work is not done, otherwise
 * when done. So a breach counts once, in the period in which it happened, and stays there when the ticket is resolved.
 * A breach without due instant counts when done.
 */
export function slaDecisionAt(status: SlaStatus, due: number, done: number): number {
  if (status !== 'met' && status !== 'breached') return Number.NaN
  return status === 'breached' && !Number.isNaN(due) && !(done <= due) ? due : done
}

/** T12: first-response clock, never null. Done is the first response, else the resolution when that counts. */
export const firstResponseSlaStatus = (facts: SlaClocks): SlaStatus => facts.firstResponse.status

/** T13: resolution clock, never null. */
export const resolutionSlaStatus = (facts: SlaClocks): SlaStatus => facts.resolution.status

/** T14: share of the first-response target used up, on the chosen clock; null where it has no meaning. */
export const firstResponseSlaConsumedRatio = (facts: SlaClocks): number | null =>
  ratioOrNull(facts.firstResponse)

/** T15: share of the resolution target used up, on the chosen clock; null where it has no meaning. */
export const resolutionSlaConsumedRatio = (facts: SlaClocks): number | null => ratioOrNull(facts.resolution)

/** Decision instant of the first-response outcome, null while there is none. */
export const firstResponseSlaDecidedAt = (facts: SlaClocks): string | null => decisionOf(facts.firstResponse)

/** Decision instant of the resolution outcome, null while there is none. */
export const resolutionSlaDecidedAt = (facts: SlaClocks): string | null => decisionOf(facts.resolution)

const ratioOrNull = ({ consumedRatio }: SlaClock): number | null =>
  Number.isNaN(consumedRatio) ? null : consumedRatio

const decisionOf = ({ status, due, done }: SlaClock): string | null =>
  formatInstant(slaDecisionAt(status, due, done)) || null
