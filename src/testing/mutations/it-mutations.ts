import type { UserAssociationRef } from '../../entities/generated/it/types.js'
import type { Input, Resolver, Scene } from '../scene.js'
import { clientMutations } from './client-mutations.js'
import { inputsOf } from './generic-mutations.js'
import { personMutations, setName } from './person-mutations.js'
import { workMutations } from './work-mutations.js'
import { createRecord, existing, isRow, type Row, updateRecord } from './write-record.js'

/** Sites of a person; groups are those of technicians, who are no records of this type. */
function associate({ addAssociations, updateAssociations }: Input, user: Row, { world }: Scene): void {
  const { references, random, tables } = world
  const siteOf = (entry: Input) =>
    references.toOptional('SiteRef', tables.ClientSite.get(String((entry.site as Input | null)?.id)))
  const held = user.associations as UserAssociationRef[]
  for (const entry of inputsOf(addAssociations ?? []))
    held.push({ associationId: random.id(), site: siteOf(entry) })
  for (const entry of inputsOf(updateAssociations ?? []))
    for (const own of held) if (own.associationId === entry.id) own.site = siteOf(entry)
}

const createUser: Resolver = (argument, scene) => {
  const input = argument as Input
  const preset = { name: '', customFields: {}, roles: [], associations: [], department: null }
  const { addAssociations, addGroups, ...fields } = input
  const user = createRecord('User', fields, scene, preset)
  setName(user)
  associate({ addAssociations }, user, scene)
  return user
}

const updateUser: Resolver = (argument, scene) => {
  const { updateAssociations, addGroups, deleteGroups, ...fields } = argument as Input
  const user = updateRecord('User', existing('User', fields.userId, scene), fields, scene)
  setName(user)
  associate({ updateAssociations }, user, scene)
  scene.world.references.refresh(user)
  return user
}

const removeOffering: Resolver = (argument, { world }) => {
  const { itemId } = isRow(argument) ? argument : {}
  world.tables.ServiceOffering.remove(String(itemId))
  return true
}

/** Of the IT surface, where they differ by name; the others are the same writes. */
export const itMutations: Readonly<Record<string, Resolver | undefined>> = {
  createUser,
  deleteServiceOffering: removeOffering,
  deleteSites: clientMutations.deleteClientSites,
  deleteUser: personMutations.deleteClientUser,
  deleteWorklog: workMutations.deleteWorklogEntry,
  updateUser,
}
