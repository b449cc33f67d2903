import * as t from 'io-ts'
import { type Field, fieldsOf, isObjectName, type ScalarKind, type Shape } from './fields.js'
import * as step from './normalise.js'
import { isRow, type Row } from './row.js'
import { perOwner, type Schema } from './schema.js'

/** Tells a wrong form from a wrong shape when an io-ts error is read: see severityOf. */
type Checks = 'scalar' | 'key' | 'shape' | 'leaf'

class CheckedType<A> extends t.Type<A, A, unknown> {
  readonly checks: Checks
  constructor(checks: Checks, name: string, validate: t.Validate<unknown, A>) {
    super(name, (u): u is A => isUnchanged(validate(u, []), u), validate, t.identity)
    this.checks = checks
  }
}

/** `is` of a codec that transforms means: decoding changes nothing. */
function isUnchanged(result: t.Validation<unknown>, input: unknown): boolean {
  return result._tag === 'Right' && JSON.stringify(result.right) === JSON.stringify(input)
}

function scalar(name: string, convert: step.Convert, checks: Checks = 'scalar'): t.Mixed {
  return new CheckedType(checks, name, (value, context) => {
    const findings: step.Findings = { found: 0, zone: undefined }
    const converted = convert(value, findings)
    return findings.found === 0 ? t.success(converted) : t.failure(value, context)
  })
}

const scalars: Record<ScalarKind, t.Mixed> = {
  text: scalar('String', step.scalars.text),
  bool: scalar('Boolean', step.scalars.bool),
  json: scalar('JSON', step.scalars.json),
  map: scalar('CustomFieldValues', step.scalars.map, 'leaf'),
  int: scalar('Int', step.scalars.int),
  id: scalar('ID', step.scalars.id),
  instant: scalar('Instant', step.scalars.instant),
  day: scalar('Day', step.scalars.day),
  decimal: scalar('Decimal', step.scalars.decimal),
}
const key = scalar('ID', step.key, 'key')

function nullable(codec: t.Mixed, checks: Checks): t.Mixed {
  return new CheckedType<unknown>(checks, codec.name, (value, context) =>
    value === null ? t.success(null) : codec.validate(value, context),
  )
}

function arrayOf(item: t.Mixed): t.Mixed {
  return new CheckedType<unknown>('shape', `Array<${item.name}>`, (value, context) => {
    if (!Array.isArray(value)) return t.failure(value, context)
    const errors: t.Errors = []
    const out = value.map((element: unknown, index) => {
      const result = item.validate(element, t.appendContext(context, String(index), item, element))
      if (result._tag === 'Right') return result.right
      errors.push(...result.left)
      return element
    })
    return errors.length > 0 ? t.failures(errors) : t.success(out)
  })
}

const checksOf = (codec: t.Mixed): Checks => (codec instanceof CheckedType ? codec.checks : 'shape')

/** io-ts codec of a result shape such as `[Field]` or `Ticket`. */
export function shapeCodec(schema: Schema, shape: Shape): t.Mixed {
  const kind = isObjectName(schema, shape.kind)
    ? codecOf(schema, shape.kind)
    : scalars[shape.kind as ScalarKind]
  const listed =
    shape.items === undefined ? kind : arrayOf(shape.items.nonNull ? kind : nullable(kind, checksOf(kind)))
  return shape.nonNull ? listed : nullable(listed, checksOf(listed))
}

/** An empty object in a JSON leaf stands for none. */
function leafCodec(codec: t.Mixed, nonNull: boolean): t.Mixed {
  return new CheckedType<unknown>('leaf', codec.name, (value, context) => {
    const result = codec.validate(value, context)
    return result._tag === 'Left' && !nonNull && step.isEmptyRow(value) ? t.success(null) : result
  })
}

function fieldCodec(schema: Schema, field: Field): t.Mixed {
  if (field.key) return key
  const codec = shapeCodec(schema, field)
  return field.leaf ? leafCodec(codec, field.nonNull) : codec
}

function objectCodec(schema: Schema, name: string): t.Mixed {
  let codecs: readonly (readonly [Field, t.Mixed])[] | undefined
  return new CheckedType<unknown>('shape', name, (value, context) => {
    if (!isRow(value)) return t.failure(value, context)
    codecs ??= fieldsOf(schema, name).map((field) => [field, fieldCodec(schema, field)] as const)
    const out: Row = { ...value }
    const errors: t.Errors = []
    for (const [field, codec] of codecs) {
      const given = value[field.name]
      // A field that was not selected is absent; only the key must always be there.
      if (given === undefined && !field.key) continue
      const result = codec.validate(given, t.appendContext(context, field.name, codec, given))
      if (result._tag === 'Right') out[field.name] = result.right
      else errors.push(...result.left)
    }
    return errors.length > 0 ? t.failures(errors) : t.success(out)
  })
}

const built = perOwner<t.Mixed>()

/** io-ts codec of an object type, built at first use; see `codecOf` of entities.ts. */
export function codecOf(schema: Schema, name: string): t.Mixed {
  const known = built(schema)
  let codec = known.get(name)
  if (codec === undefined) {
    codec = objectCodec(schema, name)
    known.set(name, codec)
  }
  return codec
}

export type Severity = 'value' | 'shape'

/** Whether an error makes its row unusable (`shape`) or only one of its values doubtful (`value`). */
export function severityOf(error: t.ValidationError): Severity {
  const last = error.context.at(-1)
  if (last === undefined) return 'shape'
  const leaf = error.context.findIndex((entry) => checksOf(entry.type as t.Mixed) === 'leaf')
  if (leaf >= 0) return leaf === error.context.length - 1 && error.value === null ? 'shape' : 'value'
  if (checksOf(last.type as t.Mixed) !== 'scalar') return 'shape'
  return error.value === null || typeof error.value === 'object' ? 'shape' : 'value'
}
