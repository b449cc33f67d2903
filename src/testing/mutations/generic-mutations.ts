import { tableOf } from '../queries/resolve-query.js'
import type { Input, Resolver } from '../scene.js'
import type { OperationFacts } from '../schema-model.js'
import { inputValues } from './rules/input-values.js'
import { targetField, writtenType } from './rules/target.js'
import { createRecord, existing, isRow, updateRecord } from './write-record.js'

/** The inputs of an argument, one or several. */
export const inputsOf = (argument: unknown): readonly Input[] =>
  (Array.isArray(argument) ? (argument as readonly unknown[]) : [argument]).filter(isRow)

/** One answer for one input, a list for a list. */
const each = (argument: unknown, step: (input: Input) => unknown): unknown =>
  Array.isArray(argument) ? inputsOf(argument).map(step) : step(inputsOf(argument)[0] ?? {})

function creator({ model, result }: OperationFacts): Resolver {
  return (argument, scene) =>
    each(argument, (input) => createRecord(writtenType(model, result.type), input, scene))
}

function updater({ model, result }: OperationFacts): Resolver {
  const type = writtenType(model, result.type)
  const key = model.key(type)?.name ?? ''
  return (argument, scene) =>
    each(argument, (input) => updateRecord(type, existing(type, input[key], scene), input, scene))
}

function remover(operation: OperationFacts): Resolver {
  const { argument: facts } = operation
  const target = targetField(operation)
  const type = operation.model.ownerOf(target?.type ?? '') ?? ''
  return (argument, scene) => {
    for (const input of inputsOf(argument))
      for (const { field, value } of inputValues(operation.model, facts?.type ?? '', input))
        if (field === target) tableOf(scene, type)?.remove(String(value))
    return true
  }
}

/** Create, update or delete as the schema describes it, for operations without rules of their own. */
export function genericMutation(operation: OperationFacts): Resolver {
  const { name, result } = operation
  if (name.startsWith('create')) return creator(operation)
  if (name.startsWith('update')) return updater(operation)
  if (name.startsWith('delete') && result.kind === 'boolean') return remover(operation)
  throw new Error(`${name}: nothing says what this mutation does`)
}
