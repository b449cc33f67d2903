import { isWithin, type Span } from './period.js'
import { type SlaClock, type SlaStatus, slaDecisionAt } from './sla-clock.js'
import { SortedValues } from './sorted-values.js'

/** Clocks of each status. */
export type Outcomes = Record<SlaStatus, number>

/** Outcomes of one SLA clock over a group of tickets. */
export interface ClockTally {
  /** Met and breached when decided in the period, the others as they stand now. */
  readonly outcomes: Outcomes
  /** Decided in the span before. */
  readonly preceding: { met: number; breached: number }
  /** Share of the target used up by those met in the period. */
  readonly consumedByMet: SortedValues
  /** Milliseconds over the due time, of breaches of the period that are done. */
  readonly overrunMs: SortedValues
  /** Due instants of breaches of the period that are not done: they run over by the minute. */
  readonly runningOverSince: SortedValues
}

export const noOutcomes = (): Outcomes => ({
  met: 0,
  breached: 0,
  pending: 0,
  paused: 0,
  notApplicable: 0,
  unknown: 0,
})

export const noClockTally = (): ClockTally => ({
  outcomes: noOutcomes(),
  preceding: { met: 0, breached: 0 },
  consumedByMet: new SortedValues(),
  overrunMs: new SortedValues(),
  runningOverSince: new SortedValues(),
})

/** @param sign 1 counts a clock, −1 takes away one that was counted. */
export function countClock(
  tally: ClockTally,
  clock: SlaClock,
  isOpen: boolean,
  period: Span,
  preceding: Span | undefined,
  sign: 1 | -1,
): void {
  const { status, due, done, consumedRatio } = clock
  if (status !== 'met' && status !== 'breached') {
    tally.outcomes[status] += sign
    return
  }
  const decidedAt = slaDecisionAt(status, due, done)
  if (preceding !== undefined && isWithin(decidedAt, preceding)) tally.preceding[status] += sign
  if (!isWithin(decidedAt, period)) return
  tally.outcomes[status] += sign
  if (status === 'met') change(tally.consumedByMet, consumedRatio, sign)
  else if (!Number.isNaN(done)) change(tally.overrunMs, Math.max(0, done - due), sign)
  else if (isOpen) change(tally.runningOverSince, due, sign)
}

/** NaN is no value. */
export function change(values: SortedValues, value: number, sign: 1 | -1): void {
  if (Number.isNaN(value)) return
  if (sign === 1) values.add(value)
  else values.remove(value)
}
