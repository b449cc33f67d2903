import type { Product } from '../client/surface.js'
import {
  buildSchema,
  type ConstDirectiveNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from './peers/graphql.js'
import { sdlOf } from './sdl.js'

/** What a value is for filters, sorts and made-up inputs; `leaf` is an object that travels inside a JSON leaf. */
export type ValueKind = 'text' | 'number' | 'date' | 'boolean' | 'json' | 'map' | 'object' | 'leaf'

/** One field of the narrowed schema, output and input alike. */
export interface FieldFacts {
  readonly name: string
  /** Innermost narrowed type: `ClientId`, `Instant`, `ClientRef`, `Ticket`, … */
  readonly type: string
  readonly kind: ValueKind
  readonly list: boolean
  readonly required: boolean
  readonly isKey: boolean
  readonly isId: boolean
}

export interface OperationFacts {
  /** The schema it is of. */
  readonly model: SchemaModel
  readonly name: string
  readonly kind: 'query' | 'mutation'
  readonly argument: FieldFacts | undefined
  readonly result: FieldFacts
}

/** Read access to the narrowed schema; generic resolvers look at this structure, never at type names. */
export interface SchemaModel {
  readonly operations: ReadonlyMap<string, OperationFacts>
  fields(type: string): readonly FieldFacts[]
  /** By exact name, else whatever the case: a live tenant accepted `displayID`. */
  field(type: string, name: string): FieldFacts | undefined
  key(type: string): FieldFacts | undefined
  /** Type whose key a narrowed id scalar is: `Client` for `ClientId`. */
  ownerOf(idScalar: string): string | undefined
  enumValues(type: string): readonly string[]
  isInput(type: string): boolean
}

interface Definition {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined
}

const hasDirective = (definition: Definition, name: string): boolean =>
  definition.astNode?.directives?.some((directive) => directive.name.value === name) ?? false

function wireOf(definition: Definition): string | undefined {
  const directive = definition.astNode?.directives?.find((entry) => entry.name.value === 'wire')
  const value = directive?.arguments?.[0]?.value
  return value?.kind === 'StringValue' ? value.value : undefined
}

const kinds: Readonly<Record<string, ValueKind>> = {
  Int: 'number',
  Decimal: 'number',
  Instant: 'date',
  Day: 'date',
  Boolean: 'boolean',
  JSON: 'json',
  CustomFieldValues: 'map',
}

function kindOf(type: GraphQLNamedType): ValueKind {
  if (isObjectType(type)) return hasDirective(type, 'wire') ? 'leaf' : 'object'
  if (isInputObjectType(type)) return 'object'
  return isEnumType(type) ? 'text' : (kinds[type.name] ?? 'text')
}

function factsOf(field: Definition & { readonly name: string; readonly type: GraphQLType }): FieldFacts {
  const named = getNamedType(field.type)
  return {
    name: field.name,
    type: named.name,
    kind: kindOf(named),
    list: isListType(getNullableType(field.type)),
    required: isNonNullType(field.type),
    isKey: hasDirective(field, 'key'),
    isId: isScalarType(named) && (named.name === 'ID' || wireOf(named) === 'ID'),
  }
}

function operationsOf(schema: GraphQLSchema, model: SchemaModel): Map<string, OperationFacts> {
  const operations = new Map<string, OperationFacts>()
  for (const [kind, root] of [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const [argument] = field.args
      operations.set(field.name, {
        model,
        name: field.name,
        kind,
        argument: argument && factsOf(argument),
        result: factsOf(field),
      })
    }
  }
  return operations
}

function createSchemaModel(product: Product): SchemaModel {
  const schema = buildSchema(sdlOf[product])
  const types = new Map<string, readonly FieldFacts[]>()
  const owners = new Map<string, string>()
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInputObjectType(type)) continue
    const fields: FieldFacts[] = Object.values(type.getFields()).map((field) => factsOf(field))
    types.set(type.name, fields)
    const key = fields.find((field) => field.isKey)
    // The first type that owns a key is its entity: KbArticle and UpdatedAsset are answers of mutations only.
    if (key !== undefined && key.type !== 'ID' && !mutationAnswers.has(type.name))
      owners.set(key.type, type.name)
  }
  const byName = new Map<string, FieldFacts>()
  for (const [type, fields] of types) {
    for (const field of fields) byName.set(`${type}.${field.name.toLowerCase()}`, field)
  }
  const fields = (type: string) => types.get(type) ?? []
  const operations = new Map<string, OperationFacts>()
  const model: SchemaModel = Object.freeze({
    operations,
    fields,
    field: (type: string, name: string) => byName.get(`${type}.${name.toLowerCase()}`),
    key: (type: string) => fields(type).find((field) => field.isKey),
    ownerOf: (idScalar: string) => owners.get(idScalar),
    enumValues: (name: string) => {
      const type = schema.getType(name)
      return isEnumType(type) ? type.getValues().map((value) => value.name) : []
    },
    isInput: (name: string) => isInputObjectType(schema.getType(name)),
  })
  for (const [name, facts] of operationsOf(schema, model)) operations.set(name, facts)
  return model
}

const mutationAnswers = new Set(['KbArticle', 'KbCollection', 'UpdatedAsset', 'CustomField'])

const models = new Map<Product, SchemaModel>()

/** The narrowed schema as facts; built at first use, the same value ever after. */
export function schemaModel(product: Product): SchemaModel {
  let model = models.get(product)
  if (model === undefined) {
    model = createSchemaModel(product)
    models.set(product, model)
  }
  return model
}
