import type { Client, ClientSite } from '../../entities/generated/types.js'
import type { Input, Resolver, Scene } from '../scene.js'
import { inputsOf } from './generic-mutations.js'
import { createRecord, existing, isRow, type Row, updateRecord } from './write-record.js'

/** A status belongs to a stage: without one of its own a client gets the first of its stage. */
function settleStatus(client: Row, input: Input, { world }: Scene): void {
  if (input.status !== undefined) return
  const stage = world.tables.ClientStage.rows.find((row) => row.name === client.stage)
  const statuses = stage?.statuses?.flatMap((status) => status?.name ?? []) ?? []
  if (!statuses.includes(String(client.status))) client.status = statuses[0] ?? null
}

/** Exactly one site of a client is its headquarters. */
function makeHeadquarters(site: ClientSite, { world }: Scene): void {
  const { tables, references } = world
  for (const other of tables.ClientSite.rows)
    if (other.client.accountId === site.client.accountId) other.hq = other === site
  const client = tables.Client.get(site.client.accountId)
  if (client !== undefined) client.hqSite = references.to('SiteRef', site)
}

const createClient: Resolver = (argument, scene) => {
  const { hqSite, ...input } = argument as Input
  const client = createRecord('Client', input, scene, { stage: 'Active', status: 'Paid', customFields: {} })
  settleStatus(client, input, scene)
  if (isRow(hqSite)) {
    const site = createSite({ ...hqSite, client: { accountId: client.accountId } }, scene)
    makeHeadquarters(site as unknown as ClientSite, scene)
  }
  return client
}

const createSite = (input: Input, scene: Scene): Row =>
  createRecord('ClientSite', input, scene, { hq: false, installerInfo: [] })

const updateClient: Resolver = (argument, scene) => {
  const input = argument as Input
  const client = updateRecord('Client', existing('Client', input.accountId, scene), input, scene)
  if (input.stage !== undefined) settleStatus(client, input, scene)
  const site = scene.world.tables.ClientSite.get((client as unknown as Client).hqSite?.id ?? '')
  if (input.hqSite !== undefined && site !== undefined) makeHeadquarters(site, scene)
  return client
}

const updateClientSite: Resolver = (argument, scene) => {
  const input = argument as Input
  const site = updateRecord('ClientSite', existing('ClientSite', input.id, scene), input, scene)
  if (input.hq === true) makeHeadquarters(site as unknown as ClientSite, scene)
  return site
}

const deleteClientSites: Resolver = (argument, scene) => {
  const ids = [...new Set(inputsOf(argument).map((entry) => String(entry.id)))]
  for (const id of ids) scene.world.tables.ClientSite.remove(id)
  return ids
}

export const clientMutations: Readonly<Record<string, Resolver>> = {
  createClient,
  createClientSite: (argument, scene) => createSite(argument as Input, scene),
  createClientV2: createClient,
  deleteClientSites,
  updateClient,
  updateClientSite,
}
