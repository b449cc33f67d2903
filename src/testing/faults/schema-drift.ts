import type { Product } from '../../client/surface.js'
import { type DocumentNode, getNamedType, isEnumType, isObjectType, Kind } from '../peers/graphql.js'
import { schemaModel } from '../schema-model.js'
import { wireSchema } from '../wire-schema.js'
import type { Distortion, DistortionFault, FieldChange } from './distortion.js'
import { type Check, FaultOptionError } from './fault-options.js'
import type { FaultWhen } from './fault-when.js'
import { fieldOfType } from './null-in-non-null.js'

/** Changes that a vendor can make without notice; at least one. */
export interface SchemaDriftFault extends FaultWhen {
  /** Documents that select it are refused, introspection does not list it. */
  removedField?: { readonly type: string; readonly field: string }
  /** The enum has one member more, and every field of its type that is not null holds it. */
  enumMember?: { readonly type: string; readonly value: string }
  /** Objects inside JSON leaves, such as `Ticket.client`, have one key more; its value is `'new'` unless given. */
  leafKey?: { readonly key: string; readonly value?: unknown }
}

type Row = Record<string, unknown>

const objectOf = (texts: readonly string[], others: readonly string[] = []): Check => ({
  expects: `an object with ${texts.join(' and ')}`,
  isFine: (value) =>
    typeof value === 'object' &&
    value !== null &&
    texts.every((name) => typeof (value as Row)[name] === 'string' && (value as Row)[name] !== '') &&
    Object.keys(value).every((name) => texts.includes(name) || others.includes(name)),
})

const mapped = (value: unknown, change: (entry: unknown) => unknown): unknown =>
  Array.isArray(value) ? value.map(change) : change(value)

/** Changes the values of some fields, which are named `Type.field`; null stays null. */
function change(fields: ReadonlySet<string>, of: (value: unknown) => unknown): () => FieldChange {
  return () => (type, field, value) =>
    value !== null && value !== undefined && fields.has(`${type}.${field}`) ? mapped(value, of) : value
}

function fieldsOfEnum(product: Product, name: string): ReadonlySet<string> {
  return new Set(
    Object.values(wireSchema(product).getTypeMap()).flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields())
            .filter((field) => getNamedType(field.type).name === name)
            .map((field) => `${type.name}.${field.name}`)
        : [],
    ),
  )
}

function leafFields(product: Product): ReadonlySet<string> {
  const model = schemaModel(product)
  return new Set(
    Object.keys(wireSchema(product).getTypeMap()).flatMap((type) =>
      model
        .fields(type)
        .filter(({ kind }) => kind === 'leaf')
        .map(({ name }) => `${type}.${name}`),
    ),
  )
}

function removal(
  product: Product,
  { type, field }: { readonly type: string; readonly field: string },
): Distortion {
  fieldOfType(product, 'schemaDrift', type, field)
  return {
    schema: (document) => ({
      ...document,
      definitions: document.definitions.map((node) =>
        node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === type
          ? { ...node, fields: (node.fields ?? []).filter(({ name }) => name.value !== field) }
          : node,
      ),
    }),
  }
}

function addition(
  product: Product,
  { type, value }: { readonly type: string; readonly value: string },
): Distortion {
  const found = wireSchema(product).getType(type)
  if (!isEnumType(found) || type.startsWith('__'))
    throw new FaultOptionError('schemaDrift', 'enumMember.type', `${type} is no enum.`)
  if (!/^[A-Za-z]\w*$/.test(value) || found.getValue(value) !== undefined)
    throw new FaultOptionError(
      'schemaDrift',
      'enumMember.value',
      `enumMember.value expects a name that ${type} does not have.`,
    )
  const member = { kind: Kind.ENUM_VALUE_DEFINITION, name: { kind: Kind.NAME, value } } as const
  const schema = (document: DocumentNode): DocumentNode => ({
    ...document,
    definitions: document.definitions.map((node) =>
      node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === type
        ? { ...node, values: [...(node.values ?? []), member] }
        : node,
    ),
  })
  return { schema, fields: change(fieldsOfEnum(product, type), () => value) }
}

function moreKeys(
  product: Product,
  { key, value = 'new' }: { readonly key: string; readonly value?: unknown },
): Distortion {
  return {
    fields: change(leafFields(product), (leaf) =>
      typeof leaf === 'object' && leaf !== null ? { ...leaf, [key]: value } : leaf,
    ),
  }
}

export const schemaDrift: DistortionFault<SchemaDriftFault> = {
  name: 'schemaDrift',
  checks: {
    removedField: objectOf(['type', 'field']),
    enumMember: objectOf(['type', 'value']),
    leafKey: objectOf(['key'], ['value']),
  },
  create: ({ removedField, enumMember, leafKey }, product) => {
    const parts = [
      ...(removedField === undefined ? [] : [removal(product, removedField)]),
      ...(enumMember === undefined ? [] : [addition(product, enumMember)]),
      ...(leafKey === undefined ? [] : [moreKeys(product, leafKey)]),
    ]
    if (parts.length === 0)
      throw new FaultOptionError('schemaDrift', 'options', 'expects removedField, enumMember or leafKey.')
    return {
      schema: (document) => parts.reduce((edited, { schema }) => schema?.(edited) ?? edited, document),
      fields: () => {
        const changes = parts.flatMap(({ fields }) => (fields === undefined ? [] : [fields()]))
        return (type, field, value) => changes.reduce((changed, next) => next(type, field, changed), value)
      },
    }
  },
}
