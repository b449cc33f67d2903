import type { Department, ServiceOffering, UserAssociationRef } from '../../entities/generated/it/types.js'
import type { Build } from './build.js'
import type { TableName } from './tables.js'
import { wireTime } from './wire-time.js'
import { ticketWorkItem } from './worklogs.js'

type Row = Record<string, unknown>

const departmentNames = [
  'Finance',
  'Sales',
  'Human Resources',
  'Marketing',
  'Operations',
  'Legal',
  'Engineering',
  'Customer Care',
  'Procurement',
  'Logistics',
  'Research',
  'Facilities',
] as const

const ownDepartment = 'IT'
const domain = 'example-corp.com'

const idIn = (reference: unknown, key: string): string =>
  String((reference as Row | null | undefined)?.[key] ?? '')

type Dresser = (row: Row, build: Build) => void

/** Of what belongs to a client there, which is a department here. */
const ofDepartment: Dresser = (row, { tables, references }) => {
  if (row.department === undefined)
    row.department = references.toOptional(
      'DepartmentRef',
      tables.Department.get(idIn(row.client, 'accountId')),
    )
}

/**
 * What records show on the IT surface beside what they show on the MSP surface. A world is made once, by the words
 * of the MSP product; here a client of it stands for a department of the one company that the tenant is.
 */
const dressers: { readonly [Name in TableName]?: Dresser } = {
  Asset: ofDepartment,
  Client: (row, { tables }) => {
    const at = tables.Department.rows.length
    const round = Math.floor(at / departmentNames.length)
    const name = departmentNames[at % departmentNames.length] ?? ''
    row.name = round === 0 ? name : `${name} ${round + 1}`
    const departmentId = String(row.accountId)
    tables.Department.add({ departmentId, name: String(row.name), head: null })
  },
  ClientSite: (row) => {
    const { line1, line2, line3, city, postalCode, countryCode, stateCode } = row
    row.address ??= { addressId: row.id, line1, line2, line3, city, postalCode, countryCode, stateCode }
  },
  ClientUser: (row, build) => {
    row.email = String(row.email).replace(
      /@.*\.example$/,
      `@${idIn(row.client, 'accountId').slice(-4)}.${domain}`,
    )
    row.roles ??= row.role === undefined ? [] : [row.role]
    row.associations ??= []
    ofDepartment(row, build)
  },
  ClientUserAssociation: (row, { references }) => {
    const { id, site, user } = row as { id: string; site: object; user: Row }
    const entry: UserAssociationRef = { associationId: id, site: references.to('SiteRef', site) }
    ;(user.associations as UserAssociationRef[]).push(entry)
  },
  Role: (row) => {
    const type = row.roleType as Row | null
    if (type !== null) type.type = type.roleTypeId === '1' ? 'TECHNICIAN' : 'REQUESTER'
  },
  Task: (row, { tables }) => {
    row.taskOrder ??= tables.Task.rows.length
  },
  Technician: (row) => {
    row.email = String(row.email).replace(/@.*/, `@${domain}`)
    row.roles = row.role === null ? [] : [row.role]
    row.associations = []
  },
  Ticket: ofDepartment,
  UnMonitoredAsset: ofDepartment,
  AssetCustomField: (row) => {
    row.isMandatory = false
  },
}

export function dress(name: TableName, row: object, build: Build): void {
  dressers[name]?.(row as Row, build)
}

/** What is left once everything else is there: heads of departments, the department of the desk, offerings. */
export function settleIt({ tables, references, random, now }: Build): void {
  for (const department of tables.Department.rows) {
    const user = tables.ClientUser.rows.find(
      (row) => String(row.client?.accountId) === department.departmentId && row.role !== null,
    )
    department.head = references.toOptional('UserRef', user)
  }
  const desk: Department = tables.Department.add({
    departmentId: random.id(),
    name: ownDepartment,
    head: references.toOptional('UserRef', tables.Technician.rows[0]),
  })
  for (const technician of tables.Technician.rows)
    Object.assign(technician, { department: references.to('DepartmentRef', desk) })
  for (const [at, ticket] of tables.Ticket.rows.entries()) {
    const serviceItem = references.toOptional('ServiceItemRef', random.pick(tables.ServiceItem.rows))
    if (at % 8 !== 0 || serviceItem === null) continue
    const offering: ServiceOffering = {
      itemId: random.id(),
      serviceItem,
      qty: '1.00',
      billDateTime: ticket.createdTime ?? wireTime(now),
      notes: null,
      workItem: ticketWorkItem(references, ticket),
    }
    tables.ServiceOffering.add(offering)
  }
}
