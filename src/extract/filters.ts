import { steadySort } from '../client/proven-sorts.js'
import type { Product, Surface } from '../client/surface.js'
import type { Row } from '../entities/row.js'
import { isRecord } from '../metrics/records.js'
import { parseTimestamp } from '../metrics/timestamp.js'
import type { ExtractedEntity } from './entities.js'
import type { ListRequest } from './reading.js'

/** What is wanted of an entity; a row must fit all that is given. */
export interface EntityFilter {
  /** From `from` up to, not including, `to`. */
  readonly period?: {
    readonly from?: string | Date
    readonly to?: string | Date
    /** Field that it is about. @defaultValue the one in the table of docs/extraction.md */
    readonly by?: string
  }
  /** Ids of clients; of the MSP surface alone. */
  readonly clients?: readonly string[]
  /** Ids of departments; of the IT surface alone. */
  readonly departments?: readonly string[]
  /** Ids of technicians. */
  readonly technicians?: readonly string[]
  readonly statuses?: readonly string[]
}

export type Filters = { readonly [Name in ExtractedEntity]?: EntityFilter }

type Criterion = 'period' | 'clients' | 'departments' | 'technicians' | 'statuses'

/** Dotted path of what each criterion looks at; an entity without it cannot be filtered by it. */
type Paths = Readonly<Record<string, { readonly [C in Criterion]?: string }>>

const mspPaths: Paths = {
  tickets: {
    period: 'createdTime',
    clients: 'client.accountId',
    technicians: 'technician.userId',
    statuses: 'status',
  },
  alerts: { period: 'createdTime', statuses: 'status' },
  clients: { clients: 'accountId', statuses: 'status' },
  sites: { clients: 'client.accountId' },
  clientUsers: { clients: 'client.accountId' },
  technicians: { technicians: 'userId' },
  worklogs: { period: 'billDateTime', technicians: 'technician.userId', statuses: 'status' },
  contracts: { period: 'startDate', clients: 'client.accountId', statuses: 'contractStatus' },
  invoices: { period: 'invoiceDate', clients: 'client.accountId', statuses: 'statusEnum' },
  assets: { clients: 'client.accountId', statuses: 'status' },
  tasks: { period: 'scheduledStartDate', technicians: 'technician.userId', statuses: 'status' },
}

const itPaths: Paths = {
  tickets: {
    period: 'createdTime',
    departments: 'department.departmentId',
    technicians: 'technician.userId',
    statuses: 'status',
  },
  alerts: { period: 'createdTime', statuses: 'status' },
  departments: { departments: 'departmentId' },
  users: { departments: 'department.departmentId' },
  technicians: { departments: 'department.departmentId', technicians: 'userId' },
  serviceOfferings: { period: 'billDateTime' },
  assets: { departments: 'department.departmentId', statuses: 'status' },
  tasks: { period: 'scheduledStartDate', technicians: 'technician.userId', statuses: 'status' },
}

const pathsOf: Readonly<Record<Product, Paths>> = { msp: mspPaths, it: itPaths }

/** Lists whose filter by status was seen to work on live tenants. */
const statusOnServer: readonly ExtractedEntity[] = ['tickets', 'alerts']
/** Lists that take a client's id beside the page. */
const clientOnServer: readonly ExtractedEntity[] = ['sites', 'clientUsers']

const timeOf = (value: unknown): number => {
  if (value instanceof Date) return value.getTime()
  return (
    parseTimestamp(typeof value === 'string' && value.length === 10 ? `${value}T00:00:00Z` : value) ??
    Number.NaN
  )
}

const at = (row: Row, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), row)

/** A filter of one entity, checked: what the server is asked for, and the test every row must pass. */
export interface ResolvedFilter {
  readonly request: ListRequest
  /** Rows from before it are not read, where the list comes newest first. */
  readonly from?: string
  matches(row: Row): boolean
}

const passAll: ResolvedFilter = { request: {}, matches: () => true }

/**
 * Checks a filter.
 *
 * @throws TypeError naming what is wrong.
 */
export function resolveFilter(
  surface: Surface,
  entity: ExtractedEntity,
  filter: EntityFilter | undefined,
): ResolvedFilter {
  if (filter === undefined) return passAll
  const own = pathsOf[surface.product][entity] ?? {}
  for (const name of Object.keys(filter)) {
    if (!Object.hasOwn(own, name))
      throw new TypeError(
        `filters.${entity}.${name}: no such criterion; there are ${Object.keys(own).join(', ') || 'none'}`,
      )
  }
  const tests: ((row: Row) => boolean)[] = []
  const request: { -readonly [Key in keyof ListRequest]: ListRequest[Key] } = {}
  for (const criterion of ['clients', 'departments', 'technicians', 'statuses'] as const) {
    const wanted = filter[criterion]
    const path = own[criterion]
    if (wanted === undefined || path === undefined) continue
    if (!Array.isArray(wanted) || !wanted.every((item) => typeof item === 'string'))
      throw new TypeError(
        `filters.${entity}.${criterion}: expected a list of texts, received ${typeof wanted}`,
      )
    const set = new Set<unknown>(wanted)
    tests.push((row) => set.has(at(row, path)))
    if (criterion === 'statuses' && statusOnServer.includes(entity))
      request.where = { attribute: path, operator: 'includes', value: [...wanted] }
    const [only, ...others] = wanted
    if (
      criterion === 'clients' &&
      clientOnServer.includes(entity) &&
      only !== undefined &&
      others.length === 0
    )
      request.clientId = only
  }
  const { period } = filter
  const by = period?.by ?? own.period
  const [from, to] = [boundOf(entity, 'from', period?.from), boundOf(entity, 'to', period?.to)]
  if (period !== undefined && by !== undefined) {
    tests.push((row) => {
      const time = timeOf(at(row, by))
      return time >= (from ?? Number.NEGATIVE_INFINITY) && time < (to ?? Number.POSITIVE_INFINITY)
    })
  }
  const readsFrom = from !== undefined && steadySort(surface, entity)?.attribute === by
  return {
    request,
    ...(readsFrom && { from: new Date(from).toISOString() }),
    matches: (row) => tests.every((test) => test(row)),
  }
}

function boundOf(entity: ExtractedEntity, end: 'from' | 'to', value: unknown): number | undefined {
  if (value === undefined) return undefined
  const time = timeOf(value)
  if (Number.isNaN(time))
    throw new TypeError(`filters.${entity}.period.${end}: expected a time, received ${typeof value}`)
  return time
}
