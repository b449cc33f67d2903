import type { Input } from '../../scene.js'
import type { FieldFacts, SchemaModel } from '../../schema-model.js'
import { isRow } from '../write-record.js'

/** One plain value of an input, however deep it stands. */
export interface InputValue {
  readonly field: FieldFacts
  /** Name that errors give it: its own, or that of the field that holds an identifier such as `{ accountId }`. */
  readonly attribute: string
  /** The object it stands in. */
  readonly input: Input
  readonly value: unknown
}

/** Whether an input does nothing but name a record. */
function isIdentifier(model: SchemaModel, type: string): boolean {
  const fields = model.fields(type)
  const isPart = (field: FieldFacts) => field.isId || model.enumValues(field.type).length > 0
  return fields.some((field) => field.isId) && fields.every(isPart)
}

/** The values of an input, entries of lists one by one; empty entries are left out. */
export function* inputValues(
  model: SchemaModel,
  type: string,
  input: Input,
  holder?: string,
): Generator<InputValue> {
  for (const field of model.fields(type)) {
    const given = input[field.name]
    if (given === undefined) continue
    const isList = field.list && Array.isArray(given)
    for (const value of isList ? (given as readonly unknown[]) : [given]) {
      if (isList && value === null) continue
      if (model.isInput(field.type) && isRow(value))
        yield* inputValues(model, field.type, value, isIdentifier(model, field.type) ? field.name : undefined)
      else yield { field, attribute: holder ?? field.name, input, value }
    }
  }
}

/** The first id in an input type, depth first. */
export function firstId(model: SchemaModel, type: string): FieldFacts | undefined {
  for (const field of model.fields(type)) {
    const id = field.isId ? field : model.isInput(field.type) ? firstId(model, field.type) : undefined
    if (id !== undefined) return id
  }
  return undefined
}
