import { type AlertFacts, alertFacts } from '../alerts.js'
import type { ClientMetrics } from '../client-metrics.js'
import { alertOwner, clientIdOf } from '../client-records.js'
import { type ContractFacts, contractFacts } from '../contracts.js'
import type { TicketFacts } from '../facts.js'
import { type InvoiceFacts, invoiceFacts } from '../invoices.js'
import { recordId } from '../record-id.js'
import { isRecord, type MetricsAsset, type MetricsConversation, recordsOf } from '../records.js'
import type { RequestClass } from '../request-class.js'
import type { Scope } from '../scope.js'
import { type TaskFacts, taskFacts } from '../tasks.js'
import type { TechnicianMetrics } from '../technician-metrics.js'
import type { WorklogFacts } from '../worklogs.js'

/** What a population judges its members by, per kind of member. */
export interface Items {
  readonly tickets: TicketFacts
  readonly worklogs: WorklogFacts & { readonly ticketClass: RequestClass | null }
  /** Worklogs as the work of technicians, whatever it was on. */
  readonly technicianWork: WorklogFacts
  readonly invoices: InvoiceFacts
  readonly contracts: ContractFacts
  readonly assets: MetricsAsset
  readonly alerts: AlertFacts
  readonly tasks: TaskFacts
  readonly messages: MetricsConversation
  readonly statusChanges: unknown
  readonly clients: ClientMetrics
  readonly technicians: TechnicianMetrics
  /** The one that figures are about, without its team. */
  readonly technician: TechnicianMetrics
  readonly csatAnswers: number
  readonly npsAnswers: number
  readonly earlierClients: string
}

export type Kind = keyof Items

export interface Member<Item> {
  readonly id: string | null
  readonly ticketId?: string | null
  readonly clientId?: string | null
  readonly technicianId?: string | null
  readonly item: Item
  /** Why it counts in no figure of the subject at all. */
  readonly setAside?: string
}

/** Records that figures of a subject may be made of; null for a collection that is not known. */
export type Members = { readonly [Name in Kind]: () => readonly Member<Items[Name]>[] | null }

const unknown = (): null => null

/** Members of every kind that no subject has of its own. */
export const noMembers: Members = Object.freeze({
  tickets: unknown,
  worklogs: unknown,
  technicianWork: unknown,
  invoices: unknown,
  contracts: unknown,
  assets: unknown,
  alerts: unknown,
  tasks: unknown,
  messages: unknown,
  statusChanges: unknown,
  clients: unknown,
  technicians: unknown,
  technician: unknown,
  csatAnswers: unknown,
  npsAnswers: unknown,
  earlierClients: unknown,
})

export const ticketMembers = (scope: Scope): readonly Member<TicketFacts>[] | null =>
  scope.lookups.data.tickets === undefined
    ? null
    : scope.tickets().map((item) => ({
        id: item.ticketId,
        ticketId: item.ticketId,
        clientId: item.clientId,
        technicianId: item.technicianId,
        item,
      }))

/** A worklog belongs to the client of its ticket. */
export function worklogMembers(scope: Scope): readonly Member<Items['worklogs']>[] | null {
  const facts = scope.worklogs()
  const records = scope.lookups.worklogs
  if (facts === undefined || records === undefined) return null
  const tickets = scope.ticketById()
  return facts.map((entry, at) => {
    const ticket = tickets.get(entry.ticketId ?? '')
    return {
      id: recordId(records[at]?.itemId),
      ticketId: entry.ticketId,
      clientId: ticket?.clientId ?? null,
      technicianId: entry.technicianId,
      item: { ...entry, ticketClass: ticket?.requestClass ?? null },
    }
  })
}

/** Unknown as long as tickets are: they tell whose client a worklog is. */
export const clientWorklogMembers = (scope: Scope): readonly Member<Items['worklogs']>[] | null =>
  scope.lookups.data.tickets === undefined ? null : worklogMembers(scope)

export const invoiceMembers = ({ lookups, settings }: Scope): readonly Member<InvoiceFacts>[] | null =>
  membersOf(lookups.data.invoices, (record) => ({
    id: recordId(record.invoiceId),
    clientId: clientIdOf(record),
    item: invoiceFacts(record, settings),
  }))

export const contractMembers = ({ lookups }: Scope): readonly Member<ContractFacts>[] | null =>
  membersOf(lookups.data.contracts, (record) => ({
    id: recordId(record.contractId),
    clientId: clientIdOf(record),
    item: contractFacts(record),
  }))

export const assetMembers = ({ lookups }: Scope): readonly Member<MetricsAsset>[] | null =>
  membersOf(lookups.data.assets, (item) => ({
    id: recordId(item.assetId),
    clientId: clientIdOf(item),
    item,
  }))

/** Alerts name assets, which tell whose they are; null without assets. */
export function alertMembers(scope: Scope): readonly Member<AlertFacts>[] | null {
  const { assets } = scope.lookups.data
  return assets === undefined ? null : alertMembersOf(scope, alertOwner(recordsOf(assets)))
}

/** Alerts of anybody. */
export const allAlertMembers = (scope: Scope): readonly Member<AlertFacts>[] | null =>
  alertMembersOf(scope, () => null)

const alertMembersOf = (
  { lookups, settings }: Scope,
  ownerOf: ReturnType<typeof alertOwner>,
): readonly Member<AlertFacts>[] | null =>
  membersOf(lookups.data.alerts, (alert) => ({
    id: recordId(alert.id),
    clientId: ownerOf(alert),
    item: alertFacts(alert, settings),
  }))

/** A task belongs to the client of its ticket. */
export const taskMembers = (scope: Scope): readonly Member<TaskFacts>[] | null =>
  membersOf(scope.lookups.data.tasks, (task) => {
    const item = taskFacts(task, scope.settings)
    const ticket = scope.ticketById().get(item.ticketId ?? '')
    return { id: recordId(task.taskId), ticketId: item.ticketId, clientId: ticket?.clientId ?? null, item }
  })

export const messageMembers = (
  ticketId: string,
  { lookups }: Scope,
): readonly Member<MetricsConversation>[] | null =>
  membersOf(lookups.conversation(ticketId), (item) => ({ id: recordId(item.conversationId), item }))

export const statusChangeMembers = (
  ticketId: string,
  { lookups }: Scope,
): readonly Member<unknown>[] | null =>
  lookups
    .statusHistory(ticketId)
    ?.filter(isRecord)
    .map((item) => ({ id: null, item })) ?? null

/** Answers of a client's users; none is not unknown, but there is nothing to count. */
export const answerMembers = (
  clientId: string,
  answers: Readonly<Record<string, readonly number[]>> | undefined,
): readonly Member<number>[] =>
  (answers !== undefined && Object.hasOwn(answers, clientId) ? (answers[clientId] ?? []) : []).map(
    (item) => ({
      id: null,
      clientId,
      item,
    }),
  )

function membersOf<Item extends object, Facts>(
  collection: readonly Item[] | undefined,
  memberOf: (record: Item) => Member<Facts>,
): readonly Member<Facts>[] | null {
  return collection === undefined ? null : recordsOf(collection).map(memberOf)
}
