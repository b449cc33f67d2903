import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql'
import { InternalFailure } from './errors/operation-failure.js'
import type { ResolvedMockOptions } from './mock-options.js'
import { mutationResolver } from './mutations/resolve-mutation.js'
import { failingSelections } from './queries/failing-selections.js'
import { queryResolver, tableOf } from './queries/resolve-query.js'
import { quirkFreeFields } from './quirk-free-fields.js'
import { RawNumber } from './raw-number.js'
import type { QuoteReferenceIds, Resolver, Scene } from './scene.js'
import { type FieldFacts, type SchemaModel, schemaModel } from './schema-model.js'
import { selects } from './selects.js'

type Row = Record<string, unknown>
/** Turns what a record holds into what the answer shows. */
type Reader = (value: unknown, scene: Scene, args: Row, record: Row) => unknown

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const each =
  (reader: (row: Row, scene: Scene) => unknown): Reader =>
  (value, scene) => {
    if (Array.isArray(value))
      return value.map((entry: unknown) => (isRow(entry) ? reader(entry, scene) : entry))
    return isRow(value) ? reader(value, scene) : value
  }

/** The stored record behind an embedded one, which may hold no more than key and name. */
function current(field: FieldFacts, model: SchemaModel): Reader | undefined {
  const key = model.key(field.type)
  const owner = key && model.ownerOf(key.type)
  if (key === undefined || owner === undefined) return undefined
  return each((row, scene) => tableOf(scene, owner)?.get(String(row[key.name])) ?? row)
}

/** References with the digits of their ids bare, as live answers have them in places. */
function bare(type: string, model: SchemaModel): (row: Row) => Row {
  const fields = model.fields(type)
  return (row) => {
    const copy: Row = { ...row }
    for (const { name, isId, kind, type: inner } of fields) {
      const value = row[name]
      if (isId && typeof value === 'string' && /^\d+$/.test(value)) copy[name] = new RawNumber(value)
      if (kind === 'leaf' && isRow(value)) copy[name] = bare(inner, model)(value)
    }
    return copy
  }
}

function isUnquoted(owner: string, field: FieldFacts, quote: QuoteReferenceIds): boolean {
  if (quote === 'vendor') return owner === 'ClientSite' && field.name === 'client'
  return quote === 'never'
}

const pickColumns: Reader = (value, _, { fields }) =>
  Array.isArray(fields) && isRow(value)
    ? Object.fromEntries(Object.entries(value).filter(([column]) => fields.includes(column)))
    : value

type Behaviour = Pick<ResolvedMockOptions, 'product' | 'quirks' | 'quoteReferenceIds'>

function readerOf(
  owner: string,
  field: FieldFacts,
  model: SchemaModel,
  { quirks, quoteReferenceIds }: Behaviour,
): Reader | undefined {
  const quirkFree = quirkFreeFields[`${owner}.${field.name}`]
  if (quirkFree !== undefined && !quirks[quirkFree.quirk])
    return (_value, scene, _args, record) => quirkFree.read(record, scene)
  if (field.kind === 'object') return current(field, model)
  if (field.kind === 'map') return pickColumns
  if (field.kind === 'leaf' && isUnquoted(owner, field, quoteReferenceIds))
    return each(bare(field.type, model))
  return undefined
}

function resolversOf(model: SchemaModel): Map<string, Resolver> {
  return new Map(
    [...model.operations.values()].map((operation) => [
      operation.name,
      operation.kind === 'query' ? queryResolver(operation) : mutationResolver(operation),
    ]),
  )
}

/** One resolver for every field: operations at the root, records below. */
export function createFieldResolver(behaviour: Behaviour): GraphQLFieldResolver<unknown, Scene> {
  const model = schemaModel(behaviour.product)
  const operations = resolversOf(model)
  const readers = new Map<string, ReadonlyMap<string, Reader>>()

  function readersOf(owner: string): ReadonlyMap<string, Reader> {
    let known = readers.get(owner)
    if (known === undefined) {
      const pairs = model
        .fields(owner)
        .map((field) => [field.name, readerOf(owner, field, model, behaviour)] as const)
      known = new Map(
        pairs.flatMap(([name, reader]) => (reader === undefined ? [] : [[name, reader] as const])),
      )
      readers.set(owner, known)
    }
    return known
  }

  function refuseSelection(info: GraphQLResolveInfo): void {
    const failing = failingSelections[info.fieldName]
    const path = failing?.paths.find((candidate) => selects(info, candidate))
    if (failing !== undefined && path !== undefined && behaviour.quirks[failing.quirk])
      throw new InternalFailure(`${info.fieldName} cannot answer ${path}`)
  }

  return (source, args: Row, scene, info) => {
    const { fieldName, parentType } = info
    if (!isRow(source)) {
      refuseSelection(info)
      const argument = model.operations.get(fieldName)?.argument
      const value = argument === undefined ? null : (args[argument.name] ?? null)
      return operations.get(fieldName)?.(value, scene, (path) => selects(info, path))
    }
    const value = source[fieldName]
    const reader = readersOf(parentType.name).get(fieldName)
    return reader === undefined ? value : reader(value, scene, args, source)
  }
}
