import type { Role, Technician, TechnicianGroup } from '../../entities/generated/types.js'
import type { Build } from './build.js'
import { familyNames, givenNames, toAscii } from './names.js'

const groupNames = [
  'Service Desk',
  'Network',
  'Hardware Problems',
  'Cloud',
  'Security',
  'Projects',
  'Night Shift',
  'Field Service',
] as const
const designations = [
  'Support Engineer',
  'Senior Engineer',
  'Network Specialist',
  'Team Lead',
  'Manager',
  'CEO',
] as const
const functions = ['Service Delivery', 'Management', 'Finance', 'Sales'] as const
const teams = ['First Line', 'Second Line', 'Network specialist', 'Projects'] as const

/** Keys of built-in roles are small numbers. */
const roles = [
  ['1', 'Admin', 'Full access', 'TECHNICIAN'],
  ['3', 'Technician', 'Works on tickets', 'TECHNICIAN'],
  ['5', 'Dispatcher', 'Assigns tickets', 'TECHNICIAN'],
  ['4', 'Requester', 'Own tickets', 'REQUESTER'],
  ['2', 'Client Admin', 'Client Administrator', 'REQUESTER'],
] as const

function addRoles({ tables }: Build): void {
  for (const [roleId, name, description, kind] of roles) {
    const role: Role = {
      roleId,
      name,
      description,
      roleType:
        kind === 'TECHNICIAN'
          ? { roleTypeId: '1', name: 'Technician role type' }
          : { roleTypeId: '2', name: 'User role type' },
      roleFeatureList: [
        {
          feature: { featureId: '1', name: 'Tickets', key: 'TICKET' },
          operationList: [
            { operationId: '1', name: 'View' },
            { operationId: '2', name: 'Edit' },
          ],
        },
      ],
      roleUserList: [],
    }
    tables.Role.add(role)
  }
}

/** Given name, family name, whole name, mail address; no address comes twice within `taken`. */
export function makePerson({ random }: Pick<Build, 'random'>, domain: string, taken: Set<string>) {
  const firstName = random.pick(givenNames)
  const lastName = random.chance(0.97) ? random.pick(familyNames) : null
  const stem =
    [firstName, lastName ?? '']
      .map(toAscii)
      .filter((part) => part !== '')
      .join('.') || 'user'
  let email = `${stem}@${domain}`
  for (let number = 2; taken.has(email); number++) email = `${stem}${number}@${domain}`
  taken.add(email)
  return { firstName, lastName, name: lastName === null ? firstName : `${firstName} ${lastName}`, email }
}

/** The service desk's own people: everybody is in one to three groups, every group has somebody. */
export function addTechnicians(build: Build): void {
  const { tables, random, references } = build
  addRoles(build)
  for (const name of designations) tables.Designation.add({ designationId: random.id(), name })
  for (const name of functions) tables.BusinessFunction.add({ businessFunctionId: random.id(), name })
  for (const name of teams) tables.Team.add({ teamId: random.id(), name })
  const count = Math.max(3, build.scaled(8, 0.4))
  const groups = groupNames
    .slice(0, Math.min(groupNames.length, Math.max(2, Math.ceil(count / 2))))
    .map((name) => tables.TechnicianGroup.add({ groupId: random.id(), name }))
  const taken = new Set<string>()
  for (let at = 0; at < count; at++) {
    const person = makePerson(build, 'example-msp.com', taken)
    const own = new Set<TechnicianGroup>([groups[at % groups.length] as TechnicianGroup])
    while (own.size < random.int(1, Math.min(3, groups.length))) own.add(random.pick(groups))
    const lead = tables.Technician.rows[0]
    const technician: Technician = {
      userId: random.id(),
      ...person,
      contactNumber: random.maybe(0.7, `212-504-${random.int(1000, 9999)}`),
      emailSignature: random.maybe(0.8, `<p>${person.name}</p>`),
      designation: references.to('DesignationRef', random.pick(tables.Designation.rows)),
      businessFunction: references.to(
        'BusinessFunctionRef',
        at === 0 ? secondOf(tables.BusinessFunction.rows) : firstOf(tables.BusinessFunction.rows),
      ),
      team: random.maybe(0.9, references.to('TeamRef', random.pick(tables.Team.rows))),
      reportingManager: references.toOptional('TechnicianRef', lead),
      role: references.toOptional('RoleRef', tables.Role.get(at === 0 ? '1' : at === 1 ? '5' : '3')),
      groups: [...own].map((group) => references.to('TechnicianGroupRef', group)),
    }
    tables.Technician.add(technician)
    const role = tables.Role.get(technician.role?.roleId ?? '')
    role?.roleUserList?.push(references.to('UserRef', technician))
  }
}

const firstOf = <Row>(rows: readonly Row[]): Row => rows[0] as Row
const secondOf = <Row>(rows: readonly Row[]): Row => (rows[1] ?? rows[0]) as Row
