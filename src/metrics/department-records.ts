import type {
  Alert,
  Asset,
  Department,
  ServiceItem,
  Site,
  Task,
  Technician,
  Ticket,
  TicketConversation,
  User,
} from '../entities/generated/it/types.js'
import type { MetricsData, Reading, StatusChange } from './records.js'

/** Records of the IT surface. */
export interface DepartmentRecords {
  readonly tickets?: readonly Reading<Ticket>[] | undefined
  readonly departments?: readonly Reading<Department>[] | undefined
  readonly sites?: readonly Reading<Site>[] | undefined
  readonly users?: readonly Reading<User>[] | undefined
  readonly technicians?: readonly Reading<Technician>[] | undefined
  readonly serviceItems?: readonly Reading<ServiceItem>[] | undefined
  readonly assets?: readonly Reading<Asset>[] | undefined
  readonly alerts?: readonly Reading<Alert>[] | undefined
  readonly tasks?: readonly Reading<Task>[] | undefined
  readonly conversationsByTicketId?:
    | Readonly<Record<string, readonly Reading<TicketConversation>[]>>
    | undefined
  readonly statusHistoryByTicketId?: Readonly<Record<string, readonly StatusChange[]>> | undefined
}

/** A department, or a reference to one. */
interface Named {
  readonly departmentId?: string | undefined
  readonly name?: string | null | undefined
}

interface OfDepartment {
  readonly department?: Named | null | undefined
}

type Row = Readonly<Record<string, unknown>>

const clientOf = ({ departmentId, name }: Named): Row => ({
  ...(departmentId !== undefined && { accountId: departmentId }),
  ...(name !== undefined && { name }),
})

function withClient(row: OfDepartment): Row {
  if (row.department === undefined) return row as Row
  const { department, ...others } = row
  return { ...others, client: department === null ? null : clientOf(department) }
}

/** The one of a list that the records of figures hold. */
const firstOf = (list: unknown): unknown => (Array.isArray(list) ? (list[0] ?? null) : list)

const withRole = (row: object): Row => {
  const { roles, ...others } = row as Row
  return { ...others, ...(roles !== undefined && { role: firstOf(roles) }) }
}

const withSite = (row: object): Row => {
  const { associations, ...others } = withRole(withClient(row))
  if (associations === undefined) return others
  const first = firstOf(associations) as { readonly site?: unknown } | null
  return { ...others, site: first?.site ?? null }
}

/** The address stands in the site itself. */
const withAddress = (row: object): Row => {
  const { address, ...others } = row as Row
  return { ...others, ...(typeof address === 'object' ? address : {}) }
}

const collections: Readonly<Record<string, { readonly name: string; of(row: object): Row }>> = {
  assets: { name: 'assets', of: withClient },
  departments: { name: 'clients', of: clientOf },
  sites: { name: 'sites', of: withAddress },
  technicians: { name: 'technicians', of: withRole },
  tickets: { name: 'tickets', of: withClient },
  users: { name: 'clientUsers', of: withSite },
}

/** One record of the IT surface as figures read it, and the collection it belongs to there. */
export function departmentRecord<Record extends object>(
  entity: string,
  row: Record,
): { readonly collection: string; readonly row: Record } {
  const collection = collections[entity]
  if (collection === undefined) return { collection: entity, row }
  return { collection: collection.name, row: collection.of(row) as Record }
}

/**
 * Records of the IT surface as figures and rules read them: a department takes the place of a client. There are no
 * contracts, invoices and worklogs, so what depends on them is null. The records given are not changed.
 *
 * @example
 * allClientMetrics(departmentsAsClients({ tickets, departments }), ctx)
 */
export function departmentsAsClients(data: DepartmentRecords): MetricsData {
  const entries = Object.entries(data).map(([entity, given]: [string, unknown]) => {
    const collection = collections[entity]
    if (collection === undefined || !Array.isArray(given)) return [entity, given]
    return [collection.name, given.map((row: object) => collection.of(row))]
  })
  return Object.fromEntries(entries) as MetricsData
}
