/** The schema as the writers of src/entities/generated read it. */
import { readdirSync, readFileSync } from 'node:fs'
import {
  buildSchema,
  type ConstDirectiveNode,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLScalarType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql'

export const header = '// Written by scripts/codegen.ts from src/schema. Do not edit.\n'

/** The schema of one product, by the kinds of its types. */
export interface ProductSchema {
  readonly sdl: string
  readonly schema: GraphQLSchema
  readonly objects: readonly GraphQLObjectType[]
  readonly inputs: readonly GraphQLInputObjectType[]
  readonly enums: readonly GraphQLEnumType[]
  readonly idScalars: readonly GraphQLScalarType[]
}

const isRoot = (type: GraphQLNamedType) => type.name === 'Query' || type.name === 'Mutation'

/** Reads what the products have alike and what is the product's own, domain by domain. */
export function readSchema(product: 'msp' | 'it'): ProductSchema {
  const sdl = ['both', product]
    .flatMap((folder) => readdirSync(`src/schema/${folder}`).map((file) => ({ folder, file })))
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
    .map(({ folder, file }) => readFileSync(`src/schema/${folder}/${file}`, 'utf8').trim())
    .join('\n\n')
  const schema = buildSchema(sdl)
  const all = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'))
  const objects = all.filter((type): type is GraphQLObjectType => isObjectType(type) && !isRoot(type))
  for (const type of objects) refuseCycles(type, [])
  return {
    sdl,
    schema,
    objects,
    inputs: all.filter(
      (type): type is GraphQLInputObjectType => isInputObjectType(type) && type.name !== 'OmittedField',
    ),
    enums: all.filter((type): type is GraphQLEnumType => isEnumType(type)),
    idScalars: all.filter((type): type is GraphQLScalarType => isScalarType(type) && wireOf(type) === 'ID'),
  }
}

export interface Definition {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined
}
export function directiveOf(definition: Definition, name: string): ConstDirectiveNode | undefined {
  return definition.astNode?.directives?.find((directive) => directive.name.value === name)
}
export function wireOf(definition: Definition): string | undefined {
  const value = directiveOf(definition, 'wire')?.arguments?.[0]?.value
  return value?.kind === 'StringValue' ? value.value : undefined
}
export const isJsonObject = (type: GraphQLNamedType) => isObjectType(type) && wireOf(type) === 'JSON'
export const isKey = (field: Definition) => directiveOf(field, 'key') !== undefined
export const isReference = (field: Definition) => directiveOf(field, 'reference') !== undefined

/** What the run time needs to know of a scalar; enums are open, so they are text. */
const kinds: Record<string, string> = {
  String: 'text',
  Int: 'int',
  Boolean: 'bool',
  ID: 'id',
  JSON: 'json',
  Instant: 'instant',
  Day: 'day',
  Decimal: 'decimal',
  CustomFieldValues: 'map',
}
export function kindOf(type: GraphQLNamedType): string {
  if (isObjectType(type)) return type.name
  if (isEnumType(type)) return 'text'
  if (wireOf(type) === 'ID') return 'id'
  const kind = kinds[type.name]
  if (kind === undefined) throw new Error(`${type.name} has no kind: add it to the table of scalars`)
  return kind
}
/** Prints a type with its list and non-null marks, the innermost name by `name`. */
export function expression(type: GraphQLType, name: (type: GraphQLNamedType) => string): string {
  if (isNonNullType(type)) return `${expression(type.ofType, name)}!`
  if (isListType(type)) return `[${expression(type.ofType, name)}]`
  return name(type)
}
export const wireName = (type: GraphQLNamedType) => wireOf(type) ?? type.name

const stubNames = new Set(['name', 'displayId', 'label', 'value', 'columnName'])
export function stubFields(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields())
    .filter((field) => isKey(field) || stubNames.has(field.name))
    .map((field) => field.name)
}

export function tsScalar(type: GraphQLNamedType, input: boolean): string {
  if (type.name === 'String') return 'string'
  if (type.name === 'Int') return 'number'
  if (type.name === 'Boolean') return 'boolean'
  if (type.name === 'JSON') return 'unknown'
  if (type.name === 'ID') return 'string'
  if (input && type.name === 'Instant') return 'Instant | Date'
  return type.name
}
/** TypeScript of a type; `null` is added where the SDL allows it. */
export function ts(type: GraphQLType, name: (type: GraphQLNamedType) => string): string {
  if (isNonNullType(type)) return tsRequired(type.ofType, name)
  const required = tsRequired(type, name)
  return required === 'unknown' ? required : `${required} | null`
}
export function tsRequired(type: GraphQLType, name: (type: GraphQLNamedType) => string): string {
  if (!isListType(type)) return name(type as GraphQLNamedType)
  const item = ts(type.ofType, name)
  return item.includes(' ') ? `(${item})[]` : `${item}[]`
}
export function tsField(field: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(field.type)
  if (isReference(field) && isObjectType(named)) {
    const stub = `Pick<${named.name}, ${stubFields(named)
      .map((name) => `'${name}'`)
      .join(' | ')}>`
    return ts(field.type, () => stub)
  }
  const plain = (type: GraphQLNamedType) => tsScalar(type, false)
  if (isKey(field)) return tsRequired(isNonNullType(field.type) ? field.type.ofType : field.type, plain)
  return ts(field.type, plain)
}

function refuseCycles(type: GraphQLObjectType, path: readonly string[]): void {
  if (path.includes(type.name))
    throw new Error(`${[...path, type.name].join(' -> ')}: mark one of these with @reference`)
  for (const field of Object.values(type.getFields())) {
    const named = getNamedType(field.type)
    if (isObjectType(named) && !isReference(field)) refuseCycles(named, [...path, type.name])
  }
}
