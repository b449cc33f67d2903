import { tableOf } from '../../queries/resolve-query.js'
import type { Input, Scene } from '../../scene.js'
import type { OperationFacts } from '../../schema-model.js'
import { type InputValue, inputValues } from './input-values.js'
import type { Problem } from './problem.js'
import { targetField, targetRecord } from './target.js'

type Lookup = (id: string, scene: Scene, input: Input) => boolean

const isPerson: Lookup = (id, { world }) =>
  world.tables.Technician.get(id) !== undefined || world.tables.ClientUser.get(id) !== undefined

/** Ids that the schema types as plain ID, by the name of their field; projects are not part of the world. */
const plainIds: Readonly<Record<string, Lookup>> = {
  addedUserIds: isPerson,
  userId: isPerson,
  workId: (id, { world }, { module }) => module === 'PROJECT' || world.tables.Ticket.get(id) !== undefined,
}

function isKnown({ field, input, value }: InputValue, scene: Scene): boolean {
  const owner = scene.model.ownerOf(field.type)
  const id = String(value)
  if (owner === undefined) return plainIds[field.name]?.(id, scene, input) ?? true
  const table = tableOf(scene, owner)
  return table === undefined || table.get(id) !== undefined
}

/** Ids that name nothing: of the record itself, or of what it refers to. */
export function idProblems(operation: OperationFacts, input: Input, scene: Scene): Problem[] {
  const target = targetField(operation)
  return [...inputValues(operation.model, operation.argument?.type ?? '', input)].flatMap(
    (value): Problem[] => {
      const { field, attribute } = value
      if (!field.isId || value.value === null) return []
      if (field === target) {
        const record = targetRecord(operation.name, field, String(value.value), scene)
        return record === undefined ? [{ code: 'entity_does_not_exist' }] : []
      }
      return isKnown(value, scene) ? [] : [{ code: 'referred_value_does_not_exist', attribute }]
    },
  )
}

/** The stored record that an input names as the one to change. */
export function storedFor(operation: OperationFacts, input: Input, scene: Scene) {
  const target = targetField(operation)
  if (target === undefined) return undefined
  for (const { field, value } of inputValues(operation.model, operation.argument?.type ?? '', input)) {
    if (field === target) return targetRecord(operation.name, field, String(value), scene)
  }
  return undefined
}
