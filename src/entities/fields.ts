import { perOwner, type Schema } from './schema.js'

/** Wire kind of a scalar, or the name of an object type. */
export type Kind = string
export type ScalarKind = 'text' | 'int' | 'bool' | 'id' | 'json' | 'instant' | 'day' | 'decimal' | 'map'

export interface Shape {
  readonly kind: Kind
  readonly nonNull: boolean
  /** Set for lists: whether elements may be null. */
  readonly items?: { readonly nonNull: boolean }
}

export interface Field extends Shape {
  readonly name: string
  /** Identifies its row. */
  readonly key: boolean
  /** Travels inside a JSON leaf: never sub-selected, and its inner form is no promise of the SDL. */
  readonly leaf: boolean
  /** Set for back references: the fields that are selected instead of all. */
  readonly stub?: readonly string[]
}

export const isObjectName = (schema: Schema, kind: string): boolean => Object.hasOwn(schema.objects, kind)

/** Reads `Kind`, `Kind!`, `[Kind]`, `[Kind!]!`. */
export function parseShape(text: string): Shape {
  const nonNull = text.endsWith('!')
  const bare = nonNull ? text.slice(0, -1) : text
  if (!bare.startsWith('[')) return { kind: bare, nonNull }
  const item = bare.slice(1, -1)
  const itemNonNull = item.endsWith('!')
  return { kind: itemNonNull ? item.slice(0, -1) : item, nonNull, items: { nonNull: itemNonNull } }
}

const fieldText = /^(\w+)(=?):?(\w*|\[.+\])(!?)(@?)(?:\^(.+))?$/

function parseField(word: string): Field {
  const [, name = '', leaf, kind, nonNull = '', key, stub] = fieldText.exec(word) ?? []
  const known = kind || (leaf ? `${name.charAt(0).toUpperCase()}${name.slice(1)}Ref` : 'text')
  return {
    name,
    ...parseShape(known + nonNull),
    key: key !== '',
    leaf: leaf !== '',
    ...(stub !== undefined && { stub: stub.split(',') }),
  }
}

const parsed = perOwner<readonly Field[]>()

/** Fields of an object type in the order of the SDL; read from the table at first use. */
export function fieldsOf(schema: Schema, name: string): readonly Field[] {
  const known = parsed(schema)
  let fields = known.get(name)
  if (fields === undefined) {
    fields = (schema.objects[name] ?? '').split(' ').map(parseField)
    known.set(name, fields)
  }
  return fields
}

/** Name of the field that identifies a row of this type, if it has one. */
export const keyOf = (schema: Schema, name: string): string | undefined =>
  fieldsOf(schema, name).find((field) => field.key)?.name
