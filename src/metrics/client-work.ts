import { DAY_MS } from '../values/day.js'
import { addDecimals, type ExactDecimal, multiplyDecimals } from '../values/decimal.js'
import { addAmount, amountBefore } from './invoices.js'
import { decimalOf } from './money.js'
import { isWithin, type Span } from './period.js'
import type { RequestClass } from './request-class.js'
import type { Settings } from './settings.js'
import { countWorklog, createWorklogTally, signed, type WorklogTally } from './worklog-tally.js'
import { type WorklogFacts, zero } from './worklogs.js'

/** What the work on a client's tickets adds up to; all of it exact. */
export interface ClientWorkTally {
  readonly time: WorklogTally
  /** Hours in the period on incidents. */
  incidentHours: ExactDecimal
  /** Hours in the period that a contract covers. */
  contractHours: ExactDecimal
  /** Hours in the period, and entries that hold them, by technician; null for none. */
  readonly byTechnician: Map<string | null, { count: number; hours: ExactDecimal }>
  /** Amounts of billable work that is on no invoice, by billing instant. */
  readonly unbilled: Map<number, ExactDecimal>
  /** Billable entries on no invoice that have no price. */
  unpricedCount: number
}

export const createClientWorkTally = (period: Span): ClientWorkTally => ({
  time: createWorklogTally(period),
  incidentHours: zero,
  contractHours: zero,
  byTechnician: new Map(),
  unbilled: new Map(),
  unpricedCount: 0,
})

/** @param sign 1 counts an entry, −1 takes away one that was counted. */
export function countClientWork(
  tally: ClientWorkTally,
  entry: WorklogFacts,
  ticketClass: RequestClass | null,
  sign: 1 | -1,
): void {
  countWorklog(tally.time, entry, sign)
  if (entry.hours !== null && isWithin(entry.at, tally.time.period)) {
    const hours = signed(entry.hours, sign)
    if (ticketClass === 'INCIDENT') tally.incidentHours = addDecimals(tally.incidentHours, hours)
    if (entry.status === 'UNDER_CONTRACT') tally.contractHours = addDecimals(tally.contractHours, hours)
    countTechnician(tally, entry.technicianId, hours, sign)
  }
  if (!entry.isBillable || !(entry.status === 'PENDING' || entry.status === 'APPROVED')) return
  if (entry.unitPrice === null) tally.unpricedCount += sign
  else if (entry.quantity !== null && !Number.isNaN(entry.at))
    addAmount(tally.unbilled, entry.at, signed(multiplyDecimals(entry.quantity, entry.unitPrice), sign))
}

function countTechnician(
  { byTechnician }: ClientWorkTally,
  technicianId: string | null,
  hours: ExactDecimal,
  sign: 1 | -1,
): void {
  const before = byTechnician.get(technicianId)
  const count = (before?.count ?? 0) + sign
  if (count === 0) byTechnician.delete(technicianId)
  else byTechnician.set(technicianId, { count, hours: addDecimals(before?.hours ?? zero, hours) })
}

/** C24 before it is rounded: Σ hours × cost of the technician; null when the cost of any is unknown. */
export function laborCost({ byTechnician }: ClientWorkTally, { ctx }: Settings): ExactDecimal | null {
  const costs = ctx.hourlyCostByTechnicianId
  let sum = zero
  for (const [id, { hours }] of byTechnician) {
    const own = costs !== undefined && id !== null && Object.hasOwn(costs, id) ? costs[id] : undefined
    const cost = own ?? ctx.defaultHourlyCost
    if (cost === undefined) return null
    sum = addDecimals(sum, multiplyDecimals(hours, decimalOf(cost)))
  }
  return sum
}

/**
 * C28 before it is rounded: Σ quantity × unit price of billable work on no invoice, product lines included, whose
 * billing instant is more than `ctx.leakageGraceDays` ago.
 */
export const unbilledAmount = (
  { unbilled }: ClientWorkTally,
  { now, leakageGraceDays }: Settings,
): ExactDecimal => amountBefore(unbilled, now - leakageGraceDays * DAY_MS)
