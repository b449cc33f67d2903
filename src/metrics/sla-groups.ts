import type { TicketFacts } from './facts.js'
import { recordId } from './record-id.js'

/** What SLA populations are grouped by. */
export type SlaGroupBy = 'priority' | 'client' | 'technician' | 'techGroup' | 'sla'

/** Group of the tickets that name none. */
export const NO_GROUP = '(none)'

/** Id of the group of a ticket; of a priority its name, white space around it cut. */
export const slaGroupOf: Readonly<Record<SlaGroupBy, (facts: TicketFacts) => string>> = Object.freeze({
  priority: ({ record }) => (typeof record.priority === 'string' && record.priority.trim()) || NO_GROUP,
  client: ({ clientId }) => clientId ?? NO_GROUP,
  technician: ({ technicianId }) => technicianId ?? NO_GROUP,
  techGroup: ({ record }) => recordId(record.techGroup?.groupId) ?? NO_GROUP,
  sla: ({ record }) => recordId(record.sla?.id) ?? NO_GROUP,
})

/** Groups ascending by key (code units), tickets without group last. */
export const inGroupOrder = <Group>(groups: ReadonlyMap<string, Group>): [string, Group][] =>
  [...groups].sort(([a], [b]) => Number(a === NO_GROUP) - Number(b === NO_GROUP) || (a < b ? -1 : 1))
