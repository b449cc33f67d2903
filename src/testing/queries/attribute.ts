import { InternalFailure } from '../errors/operation-failure.js'
import type { FieldFacts, SchemaModel, ValueKind } from '../schema-model.js'

/** What a dotted name such as `technician.email` reads, and as what it compares. */
export interface Attribute {
  readonly kind: ValueKind
  /** Whether the way leads through a list, so that a row may have several values. */
  readonly many: boolean
  /** The value, or all values when the way leads through a list. */
  read(row: object): unknown
}

function steps(model: SchemaModel, type: string, path: string): FieldFacts[] {
  const facts: FieldFacts[] = []
  let owner = type
  for (const name of path.split('.')) {
    const field = model.field(owner, name)
    if (field === undefined) throw new InternalFailure(`${type} has no attribute ${path}`)
    facts.push(field)
    owner = field.type
  }
  return facts
}

function follow(value: unknown, names: readonly string[]): unknown {
  let current = value
  for (const [at, name] of names.entries()) {
    if (Array.isArray(current)) return current.flatMap((entry: unknown) => follow(entry, names.slice(at)))
    if (typeof current !== 'object' || current === null) return null
    current = (current as Record<string, unknown>)[name]
  }
  return current ?? null
}

/** Throws an {@link InternalFailure}, as the live API answers, when the type has no such attribute. */
export function attributeOf(model: SchemaModel, type: string, path: string): Attribute {
  const [column = '', ...rest] = path.split('.').slice(path.startsWith('customFields.') ? 1 : 0)
  if (/^udf\d+/.test(column) && rest.length === 0 && model.field(type, 'customFields') !== undefined) {
    return { kind: 'text', many: false, read: (row) => follow(row, ['customFields', column]) }
  }
  const facts = steps(model, type, path)
  const names = facts.map((field) => field.name)
  const [name = ''] = names
  return {
    kind: facts.at(-1)?.kind ?? 'text',
    many: facts.some((field) => field.list),
    // Most attributes are a field of the row: read for every row of a filter or sort.
    read:
      names.length === 1
        ? (row) => (row as Record<string, unknown>)[name] ?? null
        : (row) => follow(row, names),
  }
}
