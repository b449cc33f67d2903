import fc from 'fast-check'
import { type Field, fieldsOf, isObjectName, type ScalarKind } from '../../src/entities/fields.js'
import type { Schema } from '../../src/entities/schema.js'

const id = fc.oneof(fc.bigInt({ min: 1n, max: 2n ** 63n }).map(String), fc.integer({ min: 1, max: 2 ** 31 }))
const instant = fc
  .tuple(
    fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
    fc.constantFrom(16, 19, 23, 24),
  )
  .map(([date, length]) => date.toISOString().slice(0, length))
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const decimal = fc.oneof(
  fc.integer({ min: -99999, max: 99999 }).map((cents) => (cents / 100).toFixed(2)),
  fc.integer({ min: 0, max: 1000 }),
)

/** Values as the wire may send them, per kind. */
const good: Record<ScalarKind, fc.Arbitrary<unknown>> = {
  text: fc.string(),
  int: fc.oneof(fc.integer(), fc.integer().map(String)),
  bool: fc.boolean(),
  id,
  json: fc.jsonValue().filter((value) => value !== null),
  instant,
  day: fc.oneof(
    day,
    day.map((text) => `${text}T00:00:00`),
  ),
  decimal,
  map: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.constant(null), fc.array(fc.string()))),
}

/** Values that fit no kind, some kinds, or the wrong shape. */
const odd = fc.oneof(
  fc.constant(null),
  fc.constant({}),
  fc.constant([]),
  fc.boolean(),
  fc.string(),
  fc.double(),
  fc.constantFrom('2024-02-30T10:00:00', '1,5', '12:00', '', 2 ** 53, -0, 'NaN', '2024-01-01T24:00'),
  fc.array(fc.constantFrom(null, 1, 'x', {}), { maxLength: 2 }),
)

function fieldArbitrary(schema: Schema, field: Field, brokenness: number): fc.Arbitrary<unknown> {
  const one = isObjectName(schema, field.kind)
    ? wireRow(schema, field.kind, brokenness, field.stub)
    : good[field.kind as ScalarKind]
  const whole =
    field.items === undefined
      ? one
      : fc.array(fc.oneof({ weight: 9, arbitrary: one }, ...nulls(field)), { maxLength: 2 })
  const choices = [
    { weight: 100, arbitrary: whole },
    ...(field.nonNull || field.key ? [] : [{ weight: 15, arbitrary: fc.constant(null) }]),
    ...(field.leaf && !field.nonNull ? [{ weight: 5, arbitrary: fc.constant({}) }] : []),
    ...(brokenness > 0 ? [{ weight: brokenness, arbitrary: odd }] : []),
  ]
  return fc.oneof(...choices)
}

const nulls = (field: Field) => (field.items?.nonNull ? [] : [{ weight: 1, arbitrary: fc.constant(null) }])

/**
 * Rows of a type as the wire sends them.
 *
 * @param brokenness Weight of a value that may not fit, per field, against 100; 0 makes good rows only.
 */
export function wireRow(
  schema: Schema,
  name: string,
  brokenness: number,
  only?: readonly string[],
): fc.Arbitrary<Record<string, unknown>> {
  const fields = fieldsOf(schema, name).filter((field) => only === undefined || only.includes(field.name))
  const model = Object.fromEntries(
    fields.map((field) => [field.name, fieldArbitrary(schema, field, brokenness)]),
  )
  const required = fields.filter((field) => field.key).map((field) => field.name)
  return fc.record(model, brokenness > 0 ? { requiredKeys: [] } : { requiredKeys: required })
}
