import { groupBy } from '../metrics/group-by.js'
import type { AssessedEntity, EntityName, QualityRecords } from './data.js'
import { sources } from './data.js'
import type { FactsByEntity } from './record-facts.js'
import { clientIdOf } from './record-facts.js'
import type { Predicate } from './rule.js'
import { areSafeIds, isSafeId, trustedId } from './safe-ids.js'
import type { QualityScope } from './scope.js'

/** A field by which records of one entity refer to those of another. */
export interface Edge<From extends AssessedEntity = AssessedEntity> {
  readonly from: From
  readonly field: string
  readonly to: EntityName
  /** Of the reference; as a rule the name that the id has at its target. */
  readonly idKey: string
  /** Whether the target must belong to the same client. */
  readonly isOwned: boolean
  /** The references, as they stand in the record: one, a list, or nothing. */
  refs(facts: FactsByEntity[From]): unknown
}

type EdgeOptions = { readonly isOwned?: boolean; readonly idKey?: string }

function edge<From extends AssessedEntity>(
  from: From,
  field: string,
  to: EntityName,
  refs: (facts: FactsByEntity[From]) => unknown,
  { isOwned = false, idKey = sources[to].idKey }: EdgeOptions = {},
): Edge<From> {
  return Object.freeze({ from, field, to, idKey, isOwned, refs })
}

const owned = { isOwned: true } as const

/** The reference graph: every edge is checked for existence, owned ones for belonging to the same client. */
export const edges = Object.freeze([
  edge('ticket', 'client', 'client', ({ record }) => record.client),
  edge('ticket', 'site', 'clientSite', ({ record }) => record.site, owned),
  edge('ticket', 'requester', 'clientUser', ({ record }) => record.requester, owned),
  edge('ticket', 'technician', 'technician', ({ record }) => record.technician),
  edge('ticket', 'techGroup', 'technicianGroup', ({ record }) => record.techGroup),
  edge('ticket', 'sla', 'sla', ({ record }) => record.sla),
  edge('ticketConversation', 'ticket', 'ticket', ({ ticketId }) => ({ ticketId })),
  edge('worklogEntry', 'ticket', 'ticket', ({ ticketId }) => ({ ticketId })),
  edge('worklogEntry', 'technician', 'technician', ({ record }) => record.technician),
  edge('worklogEntry', 'serviceItem', 'serviceItem', ({ record }) => record.serviceItem),
  edge('task', 'ticket', 'ticket', ({ record }) => ({ ticketId: taskTicketId(record) })),
  edge('task', 'technician', 'technician', ({ record }) => record.technician),
  edge('task', 'techGroup', 'technicianGroup', ({ record }) => record.techGroup),
  edge('clientSite', 'client', 'client', ({ record }) => record.client),
  edge('clientSite', 'holidayList', 'holidayList', ({ record }) => record.holidayList),
  edge('clientUser', 'client', 'client', ({ record }) => record.client),
  edge('clientUser', 'site', 'clientSite', ({ record }) => record.site, owned),
  edge('clientUser', 'reportingManager', 'clientUser', ({ record }) => record.reportingManager),
  edge('client', 'hqSite', 'clientSite', ({ record }) => record.hqSite, owned),
  edge('client', 'contacts', 'clientUser', contactsOf, owned),
  edge('client', 'accountManager', 'technician', ({ record }) => record.accountManager),
  edge('client', 'technicianGroups', 'technicianGroup', ({ record }) => record.technicianGroups),
  edge('invoice', 'client', 'client', ({ record }) => record.client),
  edge('invoice', 'site', 'clientSite', ({ record }) => record.site, owned),
  edge('invoiceItem', 'invoice', 'invoice', ({ invoiceId }) => ({ invoiceId })),
  edge('invoiceItem', 'serviceItem', 'serviceItem', ({ record }) => record.serviceItem),
  edge('clientContract', 'client', 'client', ({ record }) => record.client),
  edge('clientContract', 'sites', 'clientSite', ({ record }) => billableOf(record)?.sites, owned),
  edge('clientContract', 'chargeItem', 'serviceItem', ({ record }) => billableOf(record)?.chargeItem),
  edge('asset', 'client', 'client', ({ record }) => record.client),
  edge('asset', 'site', 'clientSite', ({ record }) => record.site, owned),
  edge('alert', 'asset', 'asset', ({ record }) => record.asset),
  edge('technician', 'groups', 'technicianGroup', ({ record }) => record.groups),
  edge('technician', 'role', 'role', ({ record }) => record.role),
  edge('technician', 'reportingManager', 'technician', ({ record }) => record.reportingManager),
] as const)

function contactsOf({ record }: FactsByEntity['client']): unknown {
  return [record.primaryContact, record.secondaryContact]
}

export const billableOf = (record: QualityRecords['clientContract']) => record.contract?.billableContract

/** The ticket that a task is work on. */
export function taskTicketId({ workItem, ticket }: QualityRecords['task']): string | null {
  return trustedId(workItem?.module === 'TICKET' ? workItem.workId : ticket?.ticketId)
}

const nothing: readonly object[] = Object.freeze([])
const isReference = (ref: unknown): ref is object => typeof ref === 'object' && ref !== null

/** The references of a record that are there; what is no object refers to nothing. */
export function refsOf(edge: Edge, facts: FactsByEntity[AssessedEntity]): readonly object[] {
  const refs = edge.refs(facts as never)
  if (Array.isArray(refs)) return refs.filter(isReference)
  return isReference(refs) ? [refs] : nothing
}

export const rawRefId = (edge: Edge, ref: object): unknown =>
  (ref as Readonly<Record<string, unknown>>)[edge.idKey]

/** Whether neither an own id nor one that the record refers with is unsafe; null when there are none. */
export function areSafeRecordIds(
  facts: FactsByEntity[AssessedEntity],
  ...own: readonly unknown[]
): boolean | null {
  let answer = areSafeIds(own)
  for (const edge of edgesByEntity.get(facts.entity) ?? []) {
    if (answer === false) return false
    const refs = edge.refs(facts as never)
    const found = Array.isArray(refs)
      ? areSafeIds(refs.filter(isReference).map((ref) => rawRefId(edge, ref)))
      : isReference(refs)
        ? isSafeId(rawRefId(edge, refs))
        : null
    answer = found ?? answer
  }
  return answer
}

const edgesByEntity = groupBy(edges as readonly Edge[], ({ from }) => from)

/** Whether what a record refers to by `field` exists, and belongs to its client where it must; null without reference. */
export function leadsSomewhere<From extends AssessedEntity>(from: From, field: string): Predicate<From> {
  const found = (edges as readonly Edge[]).find((edge) => edge.from === from && edge.field === field)
  if (found === undefined) throw new TypeError(`No edge ${from}.${field}.`)
  return (facts, scope) => edgeHolds(found, facts, scope)
}

/** Null also when the target's collection is not known. */
export function edgeHolds(
  edge: Edge,
  facts: FactsByEntity[AssessedEntity],
  scope: QualityScope,
): boolean | null {
  const targets = scope.byId(edge.to)
  if (targets === undefined) return null
  let isAnyGiven = false
  for (const ref of refsOf(edge, facts)) {
    const id = trustedId(rawRefId(edge, ref))
    if (id === null) continue
    isAnyGiven = true
    const target = targets.get(id)
    if (target === undefined || !isOwnedBy(edge, target, facts.clientId)) return false
  }
  return isAnyGiven ? true : null
}

/** Where the client of either side is not known, nothing is held against it. */
function isOwnedBy(edge: Edge, target: object, clientId: string | null): boolean {
  if (!edge.isOwned || clientId === null) return true
  const owner = clientIdOf(target)
  return owner === null || owner === clientId
}

export const edgeName = ({ from, field }: Edge): string => `${from}.${field}`
