import { addDecimals, type ExactDecimal, multiplyDecimals } from '../values/decimal.js'
import { isWithin, type Span } from './period.js'
import { type WorklogFacts, zero } from './worklogs.js'

/** What the entries of time of a group add up to, for one period; all of it exact. */
export interface WorklogTally {
  /** May move: what no longer lies in it must be taken away before. */
  period: Span
  hours: ExactDecimal
  billableHours: ExactDecimal
  afterHours: ExactDecimal
  /** Quantity × unit price of the billable entries that have a price. */
  billableAmount: ExactDecimal
}

export const createWorklogTally = (period: Span): WorklogTally => ({
  period,
  hours: zero,
  billableHours: zero,
  afterHours: zero,
  billableAmount: zero,
})

/** @param sign 1 counts an entry, −1 takes away one that was counted. */
export function countWorklog(tally: WorklogTally, entry: WorklogFacts, sign: 1 | -1): void {
  if (entry.hours === null || !isWithin(entry.at, tally.period)) return
  const hours = signed(entry.hours, sign)
  tally.hours = addDecimals(tally.hours, hours)
  if (entry.isAfterHours) tally.afterHours = addDecimals(tally.afterHours, hours)
  if (!entry.isBillable) return
  tally.billableHours = addDecimals(tally.billableHours, hours)
  if (entry.unitPrice !== null)
    tally.billableAmount = addDecimals(tally.billableAmount, multiplyDecimals(hours, entry.unitPrice))
}

const minusOne: ExactDecimal = Object.freeze({ units: -1, scale: 0 })

/** The value, or its negative. */
export const signed = (value: ExactDecimal, sign: 1 | -1): ExactDecimal =>
  sign === 1 ? value : multiplyDecimals(value, minusOne)
