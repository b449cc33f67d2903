import { decimalToNumber, multiplyDecimals } from '../values/decimal.js'
import { duration } from './duration.js'
import type { TicketFacts } from './facts.js'
import { amountOf, decimalRatio, MINUTES_PER_HOUR } from './worklogs.js'

/**
 * T20: minutes worked: the entries of time on this ticket, else what the record reports.
 *
 * Entries count when their service item is one of hours, every one when service items are not known. Null when
 * worklogs are not known and the record reports no decimal of 0 or more.
 */
export function worklogMinutes(facts: TicketFacts): number | null {
  const { worklogHours } = facts
  if (worklogHours === undefined) return worklogMinutesReported(facts)
  return decimalToNumber(multiplyDecimals(worklogHours.hours, MINUTES_PER_HOUR))
}

/** T20: minutes worked as the record reports them; null for what is no decimal of 0 or more. */
export function worklogMinutesReported({ record }: TicketFacts): number | null {
  const reported = amountOf(record.worklogTimespent)
  return reported === null || reported.units < 0 ? null : decimalToNumber(reported)
}

/** T21: billable hours ÷ hours; null when worklogs are not known, or hold no time. */
export function billableRatio({ worklogHours }: TicketFacts): number | null {
  return worklogHours === undefined ? null : decimalRatio(worklogHours.billable, worklogHours.hours)
}

/** T28: T20 ÷ T06; null when either is, or T06 is 0. */
export function flowEfficiencyRatio(facts: TicketFacts): number | null {
  const worked = worklogMinutes(facts)
  const taken = duration(facts.startedAt, facts.resolvedAt, facts.settings.skew) / 60_000
  return worked === null || !(taken > 0) ? null : worked / taken
}
