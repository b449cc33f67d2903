import type { ObjectTypes } from '../../entities/generated/objects.js'
import { schemaModel } from '../schema-model.js'
import type { Tables } from './tables.js'

/** Which stored type a reference points to, and what it copies: target field, source field. */
interface ReferenceFacts {
  readonly owner: keyof Tables | undefined
  readonly fields: readonly (readonly [to: string, from: string])[]
}

export type ReferenceName = Extract<keyof ObjectTypes, `${string}Ref`>

type Row = Record<string, unknown>

/**
 * References by record: one shared object each, so that a renamed client is renamed wherever it is referred to,
 * as it is live, where references are joined at read time.
 */
export interface References {
  to<Name extends ReferenceName>(name: Name, record: object): ObjectTypes[Name]
  /** The same, or null for no record. */
  toOptional<Name extends ReferenceName>(
    name: Name,
    record: object | null | undefined,
  ): ObjectTypes[Name] | null
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

function factsOf(name: string): ReferenceFacts | undefined {
  const model = schemaModel()
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

export function createReferences(): References {
  const facts = new Map<string, ReferenceFacts | undefined>()
  const made = new Map<string, Map<object, Row>>()

  function factsFor(name: string): ReferenceFacts | undefined {
    if (!facts.has(name)) facts.set(name, factsOf(name))
    return facts.get(name)
  }

  function copy(name: string, record: Row, into: Row): Row {
    for (const [to, from] of factsFor(name)?.fields ?? []) into[to] = record[from] ?? null
    return into
  }

  function to<Name extends ReferenceName>(name: Name, record: object): ObjectTypes[Name] {
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
    return reference as unknown as ObjectTypes[Name]
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
