import { tableOf } from '../queries/resolve-query.js'
import type { Input, Resolver, Scene } from '../scene.js'
import { type OperationFacts, schemaModel } from '../schema-model.js'
import { createRecord, existing, isRow, updateRecord } from './write-record.js'

/** Type a mutation writes: that of its answer, or the owner of its key for answers such as UpdatedAsset. */
function writtenType(type: string): string {
  const key = schemaModel().key(type)
  return (key && schemaModel().ownerOf(key.type)) ?? type
}

/** First identifier in an input, however deep: its owner type and its value. */
export function identifierIn(inputType: string, input: Input): { type: string; id: string } | undefined {
  const model = schemaModel()
  for (const field of model.fields(inputType)) {
    const value = input[field.name]
    const owner = model.ownerOf(field.type)
    if (owner !== undefined && (typeof value === 'string' || typeof value === 'number'))
      return { type: owner, id: String(value) }
    if (model.isInput(field.type) && isRow(value)) {
      const inner = identifierIn(field.type, value)
      if (inner !== undefined) return inner
    }
  }
  return undefined
}

const each = (argument: unknown, step: (input: Input) => unknown): unknown =>
  Array.isArray(argument)
    ? argument.flatMap((entry: unknown) => (isRow(entry) ? [step(entry)] : []))
    : step(isRow(argument) ? argument : {})

function creator({ result }: OperationFacts): Resolver {
  return (argument, scene) => each(argument, (input) => createRecord(writtenType(result.type), input, scene))
}

function updater({ result }: OperationFacts): Resolver {
  const type = writtenType(result.type)
  const key = schemaModel().key(type)?.name ?? ''
  return (argument, scene) =>
    each(argument, (input) => updateRecord(type, existing(type, input[key], scene), input, scene))
}

function remove(inputType: string, input: Input, scene: Scene): string {
  const target = identifierIn(inputType, input)
  existing(target?.type ?? '', target?.id, scene)
  tableOf(scene, target?.type ?? '')?.remove(target?.id ?? '')
  return target?.id ?? ''
}

function remover({ argument: facts, result }: OperationFacts): Resolver {
  return (argument, scene) => {
    const ids = each(argument, (input) => remove(facts?.type ?? '', input, scene))
    return result.kind === 'boolean' ? true : ids
  }
}

/** Create, update or delete as the schema describes it, for operations without rules of their own. */
export function genericMutation(operation: OperationFacts): Resolver {
  if (operation.name.startsWith('create')) return creator(operation)
  if (operation.name.startsWith('update')) return updater(operation)
  if (operation.name.startsWith('delete')) return remover(operation)
  throw new Error(`${operation.name}: no rule says what this mutation does`)
}

/** Sums the minutes of a ticket's worklogs into its `worklogTimespent`. */
export function recountWork(ticketId: unknown, { world }: Scene): void {
  const ticket = world.tables.Ticket.get(String(ticketId))
  if (ticket === undefined) return
  const entries = [...world.tables.WorklogEntry.ofGroup(ticket.ticketId)]
  const hours = entries.reduce((sum, entry) => sum + Number(entry.qty), 0)
  ticket.worklogTimespent = (hours * 60).toFixed(2)
}
