import type { Product } from '../../client/surface.js'
import type { ObjectTypes as ItObjectTypes } from '../../entities/generated/it/objects.js'
import type { ObjectTypes } from '../../entities/generated/objects.js'
import { schemaModel } from '../schema-model.js'
import type { Tables } from './tables.js'

/** Which stored type a reference points to, and what it copies: target field, source field. */
interface ReferenceFacts {
  readonly owner: keyof Tables | undefined
  readonly fields: readonly (readonly [to: string, from: string])[]
}

/** By the names of both products; what only the other one names is made as there. */
type AllTypes = ObjectTypes & Omit<ItObjectTypes, keyof ObjectTypes>
export type ReferenceName = Extract<keyof AllTypes, `${string}Ref`>

type Row = Record<string, unknown>

/**
 * References by record: one shared object each, so that a renamed client is renamed wherever it is referred to,
 * as it is live, where references are joined at read time.
 */
export interface References {
  to<Name extends ReferenceName>(name: Name, record: object): AllTypes[Name]
  /** The same, or null for no record. */
  toOptional<Name extends ReferenceName>(name: Name, record: object | null | undefined): AllTypes[Name] | null
  /** Stored type that references of this name point to; undefined for those without a key type of their own. */
  ownerOf(name: string): keyof Tables | undefined
  /** Copies the present names of a changed record into its references. */
  refresh(record: object): void
}

/** References whose key is a plain ID: their owner cannot be read from the schema. */
const plainOwners: Readonly<Record<string, keyof Tables>> = {
  UserRef: 'Technician',
  WorkItemRef: 'Ticket',
}

function factsOf(product: Product, name: string): ReferenceFacts | undefined {
  const own = schemaModel(product)
  // A world is made by the words of the MSP product, whatever product shows it.
  const model = own.fields(name).length > 0 ? own : schemaModel('msp')
  const [key, ...others] = model.fields(name)
  if (key === undefined) return undefined
  const owner = model.ownerOf(key.type) ?? plainOwners[name]
  if (owner === undefined) {
    const all = [key, ...others].map((field) => [field.name, field.name] as const)
    return { owner: undefined, fields: all }
  }
  const ownKey = model.key(owner)?.name ?? key.name
  const known = others.filter((field) => model.field(owner, field.name) !== undefined)
  return {
    owner: owner as keyof Tables,
    fields: [[key.name, ownKey], ...known.map((field) => [field.name, field.name] as const)],
  }
}

export function createReferences(product: Product): References {
  const facts = new Map<string, ReferenceFacts | undefined>()
  const made = new Map<string, Map<object, Row>>()

  function factsFor(name: string): ReferenceFacts | undefined {
    if (!facts.has(name)) facts.set(name, factsOf(product, name))
    return facts.get(name)
  }

  function copy(name: string, record: Row, into: Row): Row {
    for (const [to, from] of factsFor(name)?.fields ?? []) into[to] = record[from] ?? null
    return into
  }

  function to<Name extends ReferenceName>(name: Name, record: object): AllTypes[Name] {
    let known = made.get(name)
    if (known === undefined) {
      known = new Map()
      made.set(name, known)
    }
    let reference = known.get(record)
    if (reference === undefined) {
      reference = copy(name, record as Row, {})
      known.set(record, reference)
    }
    return reference as unknown as AllTypes[Name]
  }

  return {
    to,
    toOptional: (name, record) => (record === null || record === undefined ? null : to(name, record)),
    ownerOf: (name) => factsFor(name)?.owner,
    refresh: (record) => {
      for (const [name, known] of made) {
        const reference = known.get(record)
        if (reference !== undefined) copy(name, record as Row, reference)
      }
    },
  }
}
