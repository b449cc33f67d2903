import { eventTime } from '../../metrics/event-time.js'
import { groupBy } from '../../metrics/group-by.js'
import { dayOf } from '../../metrics/plain-json.js'
import { quantileOfSorted } from '../../metrics/quantile.js'
import { amountOf, zero } from '../../metrics/worklogs.js'
import { DAY_MS, MINUTE_MS } from '../../values/day.js'
import { addDecimals, decimalToNumber, type ExactDecimal, multiplyDecimals } from '../../values/decimal.js'
import { quantityChanges, replayedQuantities } from '../contract-quantity.js'
import { emailKey } from '../email-syntax.js'
import type { RecordFacts } from '../record-facts.js'
import { createSampleIds } from '../rule-counts.js'
import type { QualityScope } from '../scope.js'
import type { CrossOutcome } from './cross-outcome.js'

const TOLERANCE = 0.05
const SLIP_TOLERANCE_MINUTES = 2
const LEAST_SLIP_MINUTES = 30
const QUARTER_MINUTES = 15

type Sums = Map<string, ExactDecimal>

const addTo = (sums: Sums, key: string, amount: ExactDecimal) =>
  sums.set(key, addDecimals(sums.get(key) ?? zero, amount))

/** XEN-05, per client and within `ctx.period`; the difference is a share of the larger sum. */
export function invoicedWorkIsBilled(scope: QualityScope): CrossOutcome | null {
  const [entries, tickets, items] = [
    scope.facts('worklogEntry'),
    scope.byId('ticket'),
    scope.facts('invoiceItem'),
  ]
  const invoices = scope.byId('invoice')
  if (!entries || !tickets || !items || !invoices) return null
  const { period, reportZone } = scope.settings
  const isWithin = (at: number) => at >= period.from && at < period.to
  const [worked, billed]: [Sums, Sums] = [new Map(), new Map()]
  for (const { record, ticketId } of entries) {
    const clientId = ticketId === null ? undefined : tickets.get(ticketId)?.client?.accountId
    const [quantity, price] = [amountOf(record.qty), amountOf(record.unitPrice)]
    if (record.status !== 'INVOICED' || clientId === undefined || quantity === null || price === null)
      continue
    if (isWithin(eventTime(record.billDateTime, scope.settings)))
      addTo(worked, String(clientId), multiplyDecimals(quantity, price))
  }
  for (const { record, invoiceId } of items) {
    const invoice = invoiceId === null ? undefined : invoices.get(invoiceId)
    const [clientId, amount] = [invoice?.client?.accountId, amountOf(record.amount)]
    if (clientId === undefined || amount === null || invoice?.statusEnum === 'VOID') continue
    if (isWithin(reportZone.toUtc(dayOf(invoice?.invoiceDate) * DAY_MS)))
      addTo(billed, String(clientId), amount)
  }
  return compared([...new Set([...worked.keys(), ...billed.keys()])], (clientId) => {
    const done = decimalToNumber(worked.get(clientId) ?? zero)
    const charged = decimalToNumber(billed.get(clientId) ?? zero)
    return Math.abs(done - charged) <= TOLERANCE * Math.max(Math.abs(done), Math.abs(charged))
  })
}

/** XEN-06, per client with contracts about endpoints (`ctx.quality.isEndpointContract`). */
export function endpointsAreContracted(scope: QualityScope): CrossOutcome | null {
  const [contracts, assets] = [scope.facts('clientContract'), scope.facts('asset')]
  const { isEndpointContract } = scope.options
  if (!contracts || !assets || isEndpointContract === undefined) return null
  const contracted: Sums = new Map()
  for (const { record, clientId } of contracts) {
    if (clientId === null || record.contractStatus !== 'ACTIVE' || !isEndpointContract(record)) continue
    const changes = quantityChanges(record)?.filter(({ day }) => !(day > scope.today))
    const quantity = changes && replayedQuantities(changes)?.at(-1)
    if (quantity !== undefined) addTo(contracted, clientId, quantity)
  }
  const { isEndpoint = () => true } = scope.settings.ctx
  const byClient = groupBy(
    assets.filter(({ record }) => isEndpoint(record)),
    ({ clientId }) => clientId,
  )
  return compared([...contracted.keys()], (clientId) => {
    const most = decimalToNumber(contracted.get(clientId) ?? zero) * (1 + TOLERANCE)
    return (byClient.get(clientId)?.length ?? 0) <= most
  })
}

function compared(ids: readonly string[], holds: (id: string) => boolean): CrossOutcome | null {
  if (ids.length === 0) return null
  const samples = createSampleIds()
  const failed = ids.filter((id) => !holds(id))
  failed.forEach(samples.add)
  return { applicable: ids.length, failed: failed.length, sampleIds: samples.list() }
}

/** XEN-09: a median off by whole quarters of an hour is a zone that was read wrongly; any other slip is a warning. */
export function noZoneSlip(scope: QualityScope): CrossOutcome | null {
  const firstAt = new Map<string, number>()
  for (const { ticketId, at } of scope.facts('ticketConversation') ?? []) {
    const known = firstAt.get(ticketId)
    if (!Number.isNaN(at) && (known === undefined || at < known)) firstAt.set(ticketId, at)
  }
  const minutes = (scope.facts('ticket') ?? [])
    .map(({ id, createdAt }) => ((firstAt.get(id ?? '') ?? Number.NaN) - createdAt) / MINUTE_MS)
    .filter((slip) => !Number.isNaN(slip))
    .sort((a, b) => a - b)
  const median = quantileOfSorted(minutes, 0.5)
  if (median === null) return null
  const isClose = Math.abs(median) <= SLIP_TOLERANCE_MINUTES
  const quarters = Math.round(median / QUARTER_MINUTES) * QUARTER_MINUTES
  const isZone =
    Math.abs(quarters) >= LEAST_SLIP_MINUTES && Math.abs(median - quarters) <= SLIP_TOLERANCE_MINUTES
  const status = isClose ? 'pass' : isZone ? 'fail' : 'warn'
  const [applicable, failed] = [1, isClose ? 0 : 1]
  return {
    applicable,
    failed,
    status,
    parts: [
      {
        name: isZone ? 'probableZoneErrorMinutes' : 'medianSlipMinutes',
        severity: 'error',
        applicable,
        failed,
        status,
        value: median,
      },
    ],
  }
}

/** XEN-11 */
export function peopleAreOneOrTheOther(scope: QualityScope): CrossOutcome | null {
  const [technicians, users] = [scope.records('technician'), scope.facts('clientUser')]
  if (!technicians || !users) return null
  const addresses = new Set(technicians.map(({ email }) => emailKey(email)))
  const known = users.filter(({ record }) => emailKey(record.email) !== null)
  const both = known.filter(({ record }) => addresses.has(emailKey(record.email)))
  const samples = createSampleIds()
  for (const { id } of both) samples.add(id)
  return { applicable: known.length, failed: both.length, sampleIds: samples.list() }
}

/** XEN-12 */
export function ticketsAreCovered(scope: QualityScope): CrossOutcome | null {
  const [tickets, contracts] = [scope.facts('ticket'), scope.facts('clientContract')]
  if (!tickets || !contracts) return null
  const byClient = groupBy(
    contracts.filter(({ record }) => record.contractStatus === 'ACTIVE'),
    ({ clientId }) => clientId,
  )
  const samples = createSampleIds()
  let [applicable, failed] = [0, 0]
  for (const { id, clientId, createdAt } of tickets) {
    if (clientId === null || Number.isNaN(createdAt)) continue
    const day = Math.floor(scope.settings.reportZone.wallAt(createdAt) / DAY_MS)
    applicable += 1
    if ((byClient.get(clientId) ?? []).some((contract) => isOn(contract, day))) continue
    failed += 1
    samples.add(id)
  }
  return { applicable, failed, sampleIds: samples.list() }
}

function isOn({ record }: RecordFacts<'clientContract'>, day: number): boolean {
  return dayOf(record.startDate) <= day && !(dayOf(record.endDate) < day)
}
