import { addDecimals, decimalToNumber, type ExactDecimal } from '../values/decimal.js'
import { clientMargin } from './client-figures.js'
import type { ClientTallies } from './client-tallies.js'
import type { ClockTally } from './clock-tally.js'
import { decimalRatioOrNull, subtract, sumOfDecimals } from './money.js'
import { quantileOfSorted } from './quantile.js'
import type { Settings } from './settings.js'
import { ratio } from './share.js'
import type { SortedValues } from './sorted-values.js'
import { zero } from './worklogs.js'

type Clients = readonly ClientTallies[]

/** Σ over clients of what is known of them; null when that is nothing. */
export function total(
  clients: Clients,
  countOf: (client: ClientTallies) => number | null | undefined,
): number | null {
  let sum: number | null = null
  for (const client of clients) {
    const count = countOf(client)
    if (count !== null && count !== undefined) sum = (sum ?? 0) + count
  }
  return sum
}

/** The same of exact amounts. */
export function totalAmount(
  clients: Clients,
  amountOf: (client: ClientTallies) => ExactDecimal | null | undefined,
): ExactDecimal | null {
  const known = clients.flatMap((client) => amountOf(client) ?? [])
  return known.length === 0 ? null : sumOfDecimals(known)
}

export const totalNumber = (
  clients: Clients,
  amountOf: (client: ClientTallies) => ExactDecimal | null | undefined,
): number | null => {
  const sum = totalAmount(clients, amountOf)
  return sum && decimalToNumber(sum)
}

/** P08: Σ met ÷ Σ decided; null when none was decided. */
export function pooledCompliance(
  clients: Clients,
  clockOf: (client: ClientTallies) => ClockTally | undefined,
): number | null {
  const met = total(clients, (client) => clockOf(client)?.outcomes.met) ?? 0
  const breached = total(clients, (client) => clockOf(client)?.outcomes.breached) ?? 0
  return ratio(met, met + breached)
}

/** P09: percentiles of type 7 over the values of all clients, in milliseconds. */
export function pooledQuantiles(clients: Clients): (p: number) => number | null {
  const lists = clients.flatMap(({ tickets }) => (tickets === null ? [] : [tickets.resolutionMs]))
  const values = lists.flatMap((list: SortedValues) => list.values()).sort((a, b) => a - b)
  return (p) => quantileOfSorted(values, p)
}

/** P10, over the clients of which both parts are known. */
export interface PooledMargin {
  readonly coveredClientCount: number
  readonly grossMarginRatio: number | null
  readonly effectiveHourlyRate: number | null
}

export function pooledMargin(clients: Clients, settings: Settings): PooledMargin {
  let coveredClientCount = 0
  const margin = { profit: zero, invoiced: zero }
  const hourly = { revenue: zero, hours: zero }
  for (const client of clients) {
    const { invoiced, labor, hard } = clientMargin(client, settings)
    if (invoiced === null || client.work === null) continue
    const revenue = subtract(invoiced, hard)
    hourly.revenue = addDecimals(hourly.revenue, revenue)
    hourly.hours = addDecimals(hourly.hours, client.work.time.hours)
    if (labor === null) continue
    coveredClientCount += 1
    margin.profit = addDecimals(margin.profit, subtract(revenue, labor))
    margin.invoiced = addDecimals(margin.invoiced, invoiced)
  }
  return {
    coveredClientCount,
    grossMarginRatio: decimalRatioOrNull(margin.profit, margin.invoiced),
    effectiveHourlyRate: decimalRatioOrNull(hourly.revenue, hourly.hours),
  }
}
