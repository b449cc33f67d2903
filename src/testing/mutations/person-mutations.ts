import type { ClientUser, ClientUserAssociation, Technician } from '../../entities/generated/types.js'
import type { Input, Resolver, Scene } from '../scene.js'
import { inputsOf } from './generic-mutations.js'
import { createRecord, existing, isRow, type Row, updateRecord } from './write-record.js'

type Kind = 'ClientUser' | 'Technician'
type Person = ClientUser | Technician

/** Names of people are kept in three fields. */
export function setName(record: Row): void {
  record.name = [record.firstName, record.lastName]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' ')
}

/** A role lists who has it. */
function enterRole(person: Person, { world }: Scene, isGone = false): void {
  const { references, tables } = world
  const entry = references.to('UserRef', person)
  for (const role of tables.Role.rows) {
    const list = role.roleUserList ?? []
    const isOwn = !isGone && role.roleId === person.role?.roleId
    if (isOwn === list.includes(entry)) continue
    role.roleUserList = isOwn ? [...list, entry] : list.filter((other) => other !== entry)
  }
}

const linksOf = (user: ClientUser, { world }: Scene): ClientUserAssociation[] =>
  world.tables.ClientUserAssociation.rows.filter((link) => link.user.userId === user.userId)

/** People of one client show it with their site, people of several show none: their associations hold the truth. */
function showClient(user: ClientUser, scene: Scene): void {
  const { quirks, world } = scene
  const links = linksOf(user, scene)
  const isOfOne = new Set(links.map((link) => link.client.accountId)).size === 1
  const shown = isOfOne || !quirks.severalClientsHideClient ? links[0] : undefined
  user.client = world.references.toOptional('ClientRef', shown?.client)
  user.site = world.references.toOptional('SiteRef', shown?.site)
}

function link(input: Input, scene: Scene): ClientUserAssociation {
  const made = createRecord('ClientUserAssociation', input, scene) as unknown as ClientUserAssociation
  showClient(made.user, scene)
  return made
}

const createClientUser: Resolver = (argument, scene) => {
  const { addAssociations, ...input } = argument as Input
  const user = createRecord('ClientUser', input, scene, { name: '', customFields: {} })
  setName(user)
  enterRole(user as unknown as ClientUser, scene)
  const links = Array.isArray(addAssociations) ? inputsOf(addAssociations) : []
  for (const entry of links) link({ ...entry, user: { userId: user.userId } }, scene)
  return user
}

const createTechnician: Resolver = (argument, scene) => {
  const technician = createRecord('Technician', argument as Input, scene, { name: '', groups: [] })
  setName(technician)
  enterRole(technician as unknown as Technician, scene)
  return technician
}

function updatePerson(type: Kind, input: Input, scene: Scene): Row {
  const person = updateRecord(type, existing(type, input.userId, scene), input, scene)
  setName(person)
  enterRole(person as unknown as Person, scene)
  scene.world.references.refresh(person)
  return person
}

const updateClientUser: Resolver = (argument, scene) => {
  const input = argument as Input
  const user = updatePerson('ClientUser', input, scene) as unknown as ClientUser
  const site = isRow(input.site) ? scene.world.tables.ClientSite.get(String(input.site.id)) : undefined
  const own = linksOf(user, scene).find(({ client }) => client.accountId === site?.client.accountId)
  if (site !== undefined && own !== undefined) {
    own.site = site
    showClient(user, scene)
  }
  return user
}

/** What tells who somebody was, gone from the record and from everything that refers to it. */
function anonymise(person: Person, { world }: Scene): void {
  person.firstName = 'Anonymous'
  person.lastName = null
  person.name = 'Anonymous'
  person.email = `${person.userId}@anonymous.invalid`
  person.contactNumber = null
  if ('emailSignature' in person) person.emailSignature = null
  if ('customFields' in person) person.customFields = {}
  world.references.refresh(person)
}

const deletePerson =
  (type: Kind): Resolver =>
  (argument, scene) => {
    const { userId, forget } = argument as Input
    const { tables, trash } = scene.world
    const id = String(userId)
    const bin = trash[type] as Map<string, Person>
    const person = tables[type].remove(id) ?? bin.get(id)
    if (person === undefined) return id
    bin.set(id, person)
    enterRole(person, scene, true)
    if (type === 'ClientUser')
      for (const { id: linkId } of linksOf(person as ClientUser, scene))
        tables.ClientUserAssociation.remove(linkId)
    if (forget === true) anonymise(person, scene)
    return id
  }

const updateClientUserAssociations: Resolver = (argument, scene) =>
  inputsOf(argument).map((input) => {
    const changed = existing('ClientUserAssociation', input.id, scene)
    updateRecord('ClientUserAssociation', changed, input, scene)
    showClient((changed as unknown as ClientUserAssociation).user, scene)
    return changed
  })

const deleteClientUserAssociations: Resolver = (argument, scene) => {
  const ids = [...new Set(inputsOf(argument).map((entry) => String(entry.id)))]
  for (const id of ids) {
    const gone = scene.world.tables.ClientUserAssociation.remove(id)
    if (gone !== undefined) showClient(gone.user, scene)
  }
  return ids
}

export const personMutations: Readonly<Record<string, Resolver>> = {
  createClientUser,
  createClientUserAssociations: (argument, scene) => inputsOf(argument).map((input) => link(input, scene)),
  createTechnician,
  deleteClientUser: deletePerson('ClientUser'),
  deleteClientUserAssociations,
  deleteTechnician: deletePerson('Technician'),
  updateClientUser,
  updateClientUserAssociations,
  updateTechnician: (argument, scene) => updatePerson('Technician', argument as Input, scene),
}
