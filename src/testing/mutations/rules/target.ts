import type { KbItem } from '../../../entities/generated/types.js'
import { tableOf } from '../../queries/resolve-query.js'
import type { Scene } from '../../scene.js'
import type { FieldFacts, OperationFacts, SchemaModel } from '../../schema-model.js'
import type { Row } from '../write-record.js'
import { firstId } from './input-values.js'

/** Type a mutation writes: that of its answer, or the owner of its key for answers such as UpdatedAsset. */
export function writtenType(model: SchemaModel, type: string): string {
  const key = model.key(type)
  return (key && model.ownerOf(key.type)) ?? type
}

/** Field of the input that names the record a mutation works on; undefined for those that make one. */
export function targetField({ model, name, argument, result }: OperationFacts): FieldFacts | undefined {
  if (argument === undefined || name.startsWith('create') || name === 'assignDeviceCategory') return undefined
  const key = model.key(writtenType(model, result.type))
  const own = model.fields(argument.type).find((field) => field.type === key?.type)
  return own ?? firstId(model, argument.type)
}

type Finder = (id: string, scene: Scene) => object | undefined

const alsoTrashed =
  (kind: 'Ticket' | 'Client' | 'ClientUser' | 'Technician'): Finder =>
  (id, { world }) =>
    world.tables[kind].get(id) ?? world.trash[kind].get(id)

const kbItem =
  (itemType: KbItem['itemType']): Finder =>
  (id, { world }) => {
    const item = world.tables.KbItem.get(id)
    return item?.itemType === itemType ? item : undefined
  }

/** Where the record is not simply the row of its id's type. */
const finders: Readonly<Record<string, Finder>> = {
  deleteClientUser: alsoTrashed('ClientUser'),
  deleteKbArticle: kbItem('KB_ARTICLE'),
  deleteKbCollection: kbItem('KB_COLLECTION'),
  deleteServiceOffering: (id, { world }) => world.tables.ServiceOffering.get(id),
  deleteTechnician: alsoTrashed('Technician'),
  deleteUser: alsoTrashed('ClientUser'),
  deleteWorklog: (id, { world }) => world.tables.WorklogEntry.get(id),
  hardDeleteClients: alsoTrashed('Client'),
  hardDeleteTickets: alsoTrashed('Ticket'),
  restoreClients: alsoTrashed('Client'),
  restoreTickets: alsoTrashed('Ticket'),
  updateClientContract: (id, { world }) =>
    world.tables.ClientContract.rows.find((row) => row.contract.contractId === id),
  updateKbArticle: kbItem('KB_ARTICLE'),
  updateKbCollection: kbItem('KB_COLLECTION'),
}

/** The record a mutation works on. */
export function targetRecord(
  operation: string,
  field: FieldFacts,
  id: string,
  scene: Scene,
): Row | undefined {
  const find = finders[operation]
  const record =
    find === undefined ? tableOf(scene, scene.model.ownerOf(field.type) ?? '')?.get(id) : find(id, scene)
  return record as Row | undefined
}
