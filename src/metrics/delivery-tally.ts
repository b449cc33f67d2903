import { addDecimals, type ExactDecimal } from '../values/decimal.js'
import type { AlertFacts } from './alerts.js'
import { type BacklogTally, countBacklog, createBacklogTally } from './backlog.js'
import { type Bucket, bucketAt, type Granularity } from './buckets.js'
import type { TicketFacts } from './facts.js'
import type { InvoiceFacts } from './invoices.js'
import { countShare, noShare, type Share } from './share.js'
import { type SlaClock, slaDecisionAt } from './sla-clock.js'
import type { TaskFacts } from './tasks.js'
import { countTicket, createTicketTally, type TicketTally } from './ticket-tally.js'
import { countWorklog, createWorklogTally, signed, type WorklogTally } from './worklog-tally.js'
import { type WorklogFacts, zero } from './worklogs.js'

/** What falls into one bucket; a part is missing as long as nothing of its kind did. */
export interface BucketTally {
  tickets?: TicketTally
  worklogs?: WorklogTally
  /** All, and of them the critical ones. */
  alerts?: Share
  /** Ended, and of them those that ended by their due time. */
  tasks?: Share
  invoiced?: ExactDecimal
}

/**
 * What records add up to in each of a row of buckets.
 *
 * A record is placed by its own instants, so that a change costs the few buckets that hold one, however many there
 * are.
 */
export interface DeliveryTally {
  readonly granularity: Granularity
  readonly buckets: readonly Bucket[]
  /** One per bucket. */
  readonly tallies: readonly BucketTally[]
  readonly backlog: BacklogTally
}

export const createDeliveryTally = (buckets: readonly Bucket[], granularity: Granularity): DeliveryTally => ({
  granularity,
  buckets,
  tallies: buckets.map(() => ({})),
  backlog: createBacklogTally(),
})

/** @param sign 1 counts a ticket, −1 takes away one that was counted, by the facts that it was counted by. */
export function countDeliveryTicket(tally: DeliveryTally, facts: TicketFacts, sign: 1 | -1): void {
  countBacklog(tally.backlog, facts, sign)
  const { startedAt, resolvedAt, firstResponseAt, firstResponse, resolution } = facts
  const instants = [startedAt, resolvedAt, firstResponseAt, decidedAt(firstResponse), decidedAt(resolution)]
  for (const at of new Set(instants.map((instant) => bucketAt(tally.buckets, instant))))
    countAt(tally, at, (into, bucket) => {
      into.tickets ??= createTicketTally(bucket)
      countTicket(into.tickets, facts, sign)
    })
}

const decidedAt = ({ status, due, done }: SlaClock): number => slaDecisionAt(status, due, done)

/** @param sign 1 counts an entry, −1 takes away one that was counted. */
export function countDeliveryWorklog(tally: DeliveryTally, entry: WorklogFacts, sign: 1 | -1): void {
  place(tally, entry.at, (into, bucket) => {
    into.worklogs ??= createWorklogTally(bucket)
    countWorklog(into.worklogs, entry, sign)
  })
}

/** @param sign 1 counts an alert, −1 takes away one that was counted. */
export function countDeliveryAlert(tally: DeliveryTally, { at, isCritical }: AlertFacts, sign: 1 | -1): void {
  place(tally, at, (into) => {
    into.alerts ??= noShare()
    countShare(into.alerts, isCritical, sign)
  })
}

/** @param sign 1 counts a task, −1 takes away one that was counted. */
export function countDeliveryTask(tally: DeliveryTally, { endedAt, due }: TaskFacts, sign: 1 | -1): void {
  place(tally, endedAt, (into) => {
    into.tasks ??= noShare()
    countShare(into.tasks, Number.isNaN(due) ? null : endedAt <= due, sign)
  })
}

/** @param sign 1 counts an invoice, −1 takes away one that was counted. */
export function countDeliveryInvoice(tally: DeliveryTally, invoice: InvoiceFacts, sign: 1 | -1): void {
  if (!invoice.isBilled) return
  place(tally, invoice.at, (into) => {
    into.invoiced = addDecimals(into.invoiced ?? zero, signed(invoice.net, sign))
  })
}

function place(tally: DeliveryTally, instant: number, count: Count): void {
  countAt(tally, bucketAt(tally.buckets, instant), count)
}

type Count = (into: BucketTally, bucket: Bucket) => void

function countAt({ buckets, tallies }: DeliveryTally, at: number, count: Count): void {
  const [bucket, into] = [buckets[at], tallies[at]]
  if (bucket !== undefined && into !== undefined) count(into, bucket)
}
