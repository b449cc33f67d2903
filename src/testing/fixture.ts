import type { Product } from '../client/surface.js'
import {
  type Field,
  fieldsOf,
  isObjectName,
  parseShape,
  type ScalarKind,
  type Shape,
} from '../entities/fields.js'
import type { Operations as ItOperations } from '../entities/generated/it/operations.js'
import type { ObjectName, ObjectTypes } from '../entities/generated/objects.js'
import { itSchema } from '../entities/it-schema.js'
import { mspSchema } from '../entities/msp-schema.js'
import { type OperationName, operationRow } from '../entities/operation.js'
import type { Schema } from '../entities/schema.js'

const schemas: Readonly<Record<Product, Schema>> = { msp: mspSchema, it: itSchema }

const scalars: Record<ScalarKind, unknown> = {
  text: 'text',
  int: 1,
  bool: true,
  id: '7928838372746166987',
  json: 'json',
  instant: '2026-01-05T09:00:00.000Z',
  day: '2026-01-05',
  decimal: '1.5',
  map: { udf1text: 'value' },
}

/** One complete record of a type in decoded form, every field set, back references as stubs. */
function recordOf(schema: Schema, name: string, only?: readonly string[]): Record<string, unknown> {
  const fields = fieldsOf(schema, name).filter((field) => only === undefined || only.includes(field.name))
  return Object.fromEntries(fields.map((field) => [field.name, valueFor(schema, field, field)]))
}

function valueFor(schema: Schema, shape: Shape, field?: Field): unknown {
  const one = isObjectName(schema, shape.kind)
    ? recordOf(schema, shape.kind, field?.stub)
    : scalars[shape.kind as ScalarKind]
  return shape.items === undefined ? one : [one]
}

/**
 * A complete record of a type for tests, as the client would deliver it.
 *
 * @example
 * fixtureOf('SLA', { name: 'VIP SLA' })
 * // => { id: '7928838372746166987', name: 'VIP SLA' }
 */
export function fixtureOf<Name extends ObjectName>(
  name: Name,
  changes: Partial<ObjectTypes[Name]> = {},
): ObjectTypes[Name] {
  return Object.assign(recordOf(mspSchema, name), changes) as ObjectTypes[Name] & Record<string, unknown>
}

/** What an operation answers when every field is set. */
export const resultFixtureOf = (
  operation: OperationName | keyof ItOperations,
  product: Product = 'msp',
): unknown => valueFor(schemas[product], parseShape(operationRow(schemas[product], operation).result))
