import { decimalToNumber, type ExactDecimal, multiplyDecimals } from '../values/decimal.js'
import type { ClientTallies } from './client-tallies.js'
import { type ClientWorkTally, laborCost } from './client-work.js'
import type { ClockTally } from './clock-tally.js'
import { type ContractFacts, isActive } from './contracts.js'
import { decimalOf, decimalRatioOrNull, finiteOrNull, subtract } from './money.js'
import { type RecurringRevenue, recurringRevenue, unrounded } from './recurring-revenue.js'
import type { Settings } from './settings.js'
import { divide, ratio } from './share.js'
import type { TicketTally } from './ticket-tally.js'
import { zero } from './worklogs.js'

/** Contracts of a client as of today; null when contracts are not known. */
export interface ActiveContracts {
  readonly active: readonly ContractFacts[]
  readonly revenue: RecurringRevenue
}

export function activeContracts(
  contracts: readonly ContractFacts[] | null,
  { today }: Settings,
): ActiveContracts | null {
  if (contracts === null) return null
  const active = contracts.filter((contract) => isActive(contract, today))
  return { active, revenue: recurringRevenue(active, today) }
}

/** C20: nearest end of an active contract − today, in whole days; null when none has an end. */
export function daysToContractEnd(contracts: ActiveContracts | null, { today }: Settings): number | null {
  const ends = (contracts?.active ?? []).map(({ endDay }) => endDay).filter((day) => !Number.isNaN(day))
  return ends.length === 0 ? null : ends.reduce((nearest, day) => Math.min(nearest, day)) - today
}

/** C07, C08, C29: something ÷ endpoints ÷ months of the period; null without endpoints. */
export function perEndpointPerMonth(
  amount: number | null,
  endpointCount: number | null,
  { period }: Settings,
): number | null {
  const perEndpoint = divide(amount, endpointCount)
  return perEndpoint === null ? null : finiteOrNull(perEndpoint / period.months)
}

/** C11, C12: met ÷ decided in the period; null when none was. */
export const slaCompliance = (clock: ClockTally | undefined): number | null =>
  clock === undefined ? null : ratio(clock.outcomes.met, clock.outcomes.met + clock.outcomes.breached)

/** C14: created in the period ÷ created in the equally long span before − 1; null when that is 0. */
export function ticketVolumeTrendRatio(tickets: TicketTally | null): number | null {
  const growth = tickets === null ? null : ratio(tickets.createdCount, tickets.createdPrecedingCount)
  return growth === null ? null : growth - 1
}

/** Exact revenue and costs of a client in the period; null for unknown. */
export interface ClientMargin {
  readonly invoiced: ExactDecimal | null
  readonly labor: ExactDecimal | null
  readonly hard: ExactDecimal
}

export function clientMargin({ clientId, invoices, work }: ClientTallies, settings: Settings): ClientMargin {
  const hardCosts = settings.ctx.hardCostByClientId
  const hard = hardCosts !== undefined && Object.hasOwn(hardCosts, clientId) ? hardCosts[clientId] : undefined
  return {
    invoiced: invoices?.invoiced ?? null,
    labor: work === null ? null : laborCost(work, settings),
    hard: hard === undefined ? zero : decimalOf(hard),
  }
}

/** C25: (C21 − C24 − hard cost) ÷ C21; null when either is, or C21 is 0. */
export function grossMarginRatio({ invoiced, labor, hard }: ClientMargin): number | null {
  if (invoiced === null || labor === null) return null
  return decimalRatioOrNull(subtract(subtract(invoiced, labor), hard), invoiced)
}

/** C26: (C21 − hard cost) ÷ C09; null when either is, or C09 is 0. */
export function effectiveHourlyRate(
  { invoiced, hard }: ClientMargin,
  work: ClientWorkTally | null,
): number | null {
  if (invoiced === null || work === null) return null
  return decimalRatioOrNull(subtract(invoiced, hard), work.time.hours)
}

/**
 * C27: C18 × months ÷ (hours under contract × `ctx.standardHourlyRate`), C18 not rounded; null without such hours or
 * rate.
 */
export function agreementEfficiencyRatio(
  contracts: ActiveContracts | null,
  work: ClientWorkTally | null,
  { ctx, period }: Settings,
): number | null {
  if (contracts === null || work === null || ctx.standardHourlyRate === undefined) return null
  const standard = multiplyDecimals(work.contractHours, decimalOf(ctx.standardHourlyRate))
  const efficiency = ratio(unrounded(contracts.revenue) * period.months, decimalToNumber(standard))
  return efficiency === null ? null : finiteOrNull(efficiency)
}
