import { type AlertFacts, alertFacts } from './alerts.js'
import type { Bucket, Granularity } from './buckets.js'
import type { Calendar } from './business-calendar.js'
import {
  countDeliveryAlert,
  countDeliveryInvoice,
  countDeliveryTask,
  countDeliveryTicket,
  countDeliveryWorklog,
  createDeliveryTally,
  type DeliveryTally,
} from './delivery-tally.js'
import type { TicketFacts } from './facts.js'
import { type InvoiceFacts, invoiceFacts } from './invoices.js'
import { recordsOf } from './records.js'
import type { Scope } from './scope.js'
import { type TaskFacts, taskFacts } from './tasks.js'
import type { WorklogFacts } from './worklogs.js'

/** What is known beside the tallies: figures of an unknown collection are null. */
export interface DeliveryKnowledge {
  readonly tickets: boolean
  readonly worklogs: boolean
  readonly alerts: boolean
  readonly tasks: boolean
  readonly invoices: boolean
  readonly endpointCount: number | null
  /** Of `ctx.defaultSchedule`. */
  readonly calendar: Calendar | null
}

/** The records that figures of service delivery are made of; undefined for a collection that is not known. */
export interface DeliverySources {
  readonly tickets: readonly TicketFacts[] | undefined
  readonly worklogs: readonly WorklogFacts[] | undefined
  readonly alerts: readonly AlertFacts[] | undefined
  readonly tasks: readonly TaskFacts[] | undefined
  readonly invoices: readonly InvoiceFacts[] | undefined
  readonly known: DeliveryKnowledge
}

/** @param clientId Undefined for the records of all. */
export function deliverySources(scope: Scope, clientId: string | undefined): DeliverySources {
  const records = clientId === undefined ? allRecords(scope) : recordsOfClient(scope, clientId)
  const { endpointCount, ...facts } = records
  return {
    ...facts,
    known: {
      tickets: facts.tickets !== undefined,
      worklogs: facts.worklogs !== undefined,
      alerts: facts.alerts !== undefined,
      tasks: facts.tasks !== undefined,
      invoices: facts.invoices !== undefined,
      endpointCount,
      calendar: scope.calendars.ofSite(null).calendar,
    },
  }
}

type Records = Omit<DeliverySources, 'known'> & Pick<DeliveryKnowledge, 'endpointCount'>

function allRecords(scope: Scope): Records {
  const { settings, lookups } = scope
  const { tickets, alerts, tasks, invoices, assets } = lookups.data
  const isEndpoint = settings.ctx.isEndpoint ?? (() => true)
  return {
    tickets: tickets && scope.tickets(),
    worklogs: scope.worklogs(),
    alerts: alerts && recordsOf(alerts).map((alert) => alertFacts(alert, settings)),
    tasks: tasks && recordsOf(tasks).map((task) => taskFacts(task, settings)),
    invoices: invoices && recordsOf(invoices).map((invoice) => invoiceFacts(invoice, settings)),
    endpointCount: assets ? recordsOf(assets).filter((asset) => isEndpoint(asset)).length : null,
  }
}

function recordsOfClient(scope: Scope, clientId: string): Records {
  const records = scope.clientRecords()
  const { tickets, tasks } = scope.lookups.data
  const ofClient = <Facts>(groups: ReadonlyMap<string, readonly Facts[]> | undefined) =>
    groups && (groups.get(clientId) ?? [])
  const isOnTicketOfClient = ({ ticketId }: TaskFacts) =>
    ticketId !== null && scope.ticketById().get(ticketId)?.clientId === clientId
  return {
    tickets: tickets && ofClient(scope.ticketsByClient()),
    worklogs: ofClient(records.worklogs),
    alerts: ofClient(records.alerts),
    tasks:
      tickets &&
      tasks &&
      recordsOf(tasks)
        .map((task) => taskFacts(task, scope.settings))
        .filter(isOnTicketOfClient),
    invoices: ofClient(records.invoices),
    endpointCount: ofClient(records.endpoints)?.length ?? null,
  }
}

export function tallyDelivery(
  sources: DeliverySources,
  buckets: readonly Bucket[],
  granularity: Granularity,
): DeliveryTally {
  const tally = createDeliveryTally(buckets, granularity)
  for (const facts of sources.tickets ?? []) countDeliveryTicket(tally, facts, 1)
  for (const entry of sources.worklogs ?? []) countDeliveryWorklog(tally, entry, 1)
  for (const alert of sources.alerts ?? []) countDeliveryAlert(tally, alert, 1)
  for (const task of sources.tasks ?? []) countDeliveryTask(tally, task, 1)
  for (const invoice of sources.invoices ?? []) countDeliveryInvoice(tally, invoice, 1)
  return tally
}
