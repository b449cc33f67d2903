import { ClientFailure } from '../errors/operation-failure.js'
import type { Input, Resolver, Scene } from '../scene.js'
import { createRecord, existing, isRow, type Row, updateRecord } from './write-record.js'

/** Names of people are kept in three fields. */
function setName(record: Row): void {
  record.name = [record.firstName, record.lastName]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' ')
}

const createClient: Resolver = (argument, scene) => {
  const { hqSite, ...input } = argument as Input
  const client = createRecord('Client', input, scene, { stage: 'Active', status: 'Paid', customFields: {} })
  if (isRow(hqSite)) {
    const site = createSite({ ...hqSite, client: { accountId: client.accountId } }, scene, true)
    client.hqSite = scene.world.references.to('SiteRef', site)
  }
  return client
}

const createSite = (input: Input, scene: Scene, hq: boolean): Row =>
  createRecord('ClientSite', input, scene, { hq, installerInfo: [] })

const deleteClientSites: Resolver = (argument, scene) => {
  const sites = (argument as readonly Input[]).map((entry) => existing('ClientSite', entry.id, scene))
  // Documented: the headquarters cannot be deleted. The code is a guess.
  const headquarters = sites.findIndex((site) => site.hq === true)
  if (headquarters >= 0)
    throw new ClientFailure('dependent_validation_failed', { index: headquarters + 1, attributes: ['hq'] })
  return sites.map((site) => scene.world.tables.ClientSite.remove(String(site.id))?.id)
}

const createClientUser: Resolver = (argument, scene) => {
  const { addAssociations, ...input } = argument as Input
  const { world } = scene
  const user = createRecord('ClientUser', input, scene, { name: '', customFields: {} })
  setName(user)
  const links = Array.isArray(addAssociations) ? (addAssociations as readonly (Input | null)[]) : []
  const made = links.flatMap((link) =>
    link === null
      ? []
      : [createRecord('ClientUserAssociation', { ...link, user: { userId: user.userId } }, scene)],
  )
  const [only, ...more] = made
  // People of several clients show none: their associations hold the truth.
  if (isRow(only?.client) && isRow(only.site) && more.length === 0) {
    user.client = world.references.to('ClientRef', only.client)
    user.site = world.references.to('SiteRef', only.site)
  }
  return user
}

const updatePerson =
  (type: 'ClientUser' | 'Technician'): Resolver =>
  (argument, scene) => {
    const input = argument as Input
    const person = updateRecord(type, existing(type, input.userId, scene), input, scene)
    setName(person)
    scene.world.references.refresh(person)
    return person
  }

const createTechnician: Resolver = (argument, scene) => {
  const technician = createRecord('Technician', argument as Input, scene, { name: '', groups: [] })
  setName(technician)
  return technician
}

const deletePerson =
  (type: 'ClientUser' | 'Technician'): Resolver =>
  (argument, scene) => {
    const { userId } = argument as Input
    const person = existing(type, userId, scene)
    const { tables } = scene.world
    tables[type].remove(String(userId))
    for (const link of [...tables.ClientUserAssociation.rows]) {
      if ((link.user as unknown) === person) tables.ClientUserAssociation.remove(link.id)
    }
    return userId
  }

export const clientMutations: Readonly<Record<string, Resolver>> = {
  createClient,
  createClientSite: (argument, scene) => createSite(argument as Input, scene, false),
  createClientUser,
  createClientV2: createClient,
  createTechnician,
  deleteClientSites,
  deleteClientUser: deletePerson('ClientUser'),
  deleteTechnician: deletePerson('Technician'),
  updateClientUser: updatePerson('ClientUser'),
  updateTechnician: updatePerson('Technician'),
}
