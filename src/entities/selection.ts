import { type Field, fieldsOf, isObjectName, keyOf } from './fields.js'
import type { Schema } from './schema.js'

/** Names of fields to select, and of fields within them: `['name', { category: ['name'] }]`. Keys are always added. */
export type FieldNames = readonly (string | { readonly [field: string]: FieldNames })[]

/** What is picked of a field: all of it, some fields within, or undefined. */
function pickedOf(pick: FieldNames, name: string): FieldNames | 'all' | undefined {
  if (pick.includes(name)) return 'all'
  const within = pick.flatMap((item) => (typeof item === 'object' ? [item[name]] : []))
  const found = within.filter((inner) => inner !== undefined)
  return found.length === 0 ? undefined : found.flat()
}

/** Those of the dotted paths that lie within a field, from there. */
export const pathsBelow = (paths: readonly string[], name: string) =>
  paths.filter((path) => path.startsWith(`${name}.`)).map((path) => path.slice(`${name}.`.length))

/** A pick without some paths. */
export function without(pick: FieldNames, paths: readonly string[]): FieldNames {
  return pick
    .filter((item) => typeof item === 'object' || !paths.includes(item))
    .map((item) => {
      if (typeof item === 'string') return item
      const kept = Object.entries(item).filter(([name]) => !paths.includes(name))
      return Object.fromEntries(kept.map(([name, inner]) => [name, without(inner, pathsBelow(paths, name))]))
    })
}

function selectField(
  schema: Schema,
  field: Field,
  omit: readonly string[],
  pick: FieldNames | 'all',
): string[] {
  if (!isObjectName(schema, field.kind) || field.leaf) return [field.name]
  if (pick === 'all' && field.stub !== undefined) return [`${field.name} { ${field.stub.join(' ')} }`]
  const inner = selectionOf(
    schema,
    field.kind,
    pathsBelow(omit, field.name),
    pick === 'all' ? undefined : pick,
  )
  // A type without key of which nothing is picked would leave empty braces.
  return inner === '{  }' ? [] : [`${field.name} ${inner}`]
}

/**
 * Selection set of an object type: every field, JSON leaves as leaves, back references with keys and
 * names only.
 *
 * @param omit Dotted paths to leave out.
 * @param pick Fields of this type to select, in the order of the schema; all when absent.
 */
export function selectionOf(
  schema: Schema,
  name: string,
  omit: readonly string[] = [],
  pick?: FieldNames,
): string {
  const key = keyOf(schema, name)
  const selected = fieldsOf(schema, name).flatMap((field) => {
    if (pick === undefined) return omit.includes(field.name) ? [] : selectField(schema, field, omit, 'all')
    const picked = pickedOf(pick, field.name) ?? (field.name === key ? 'all' : undefined)
    return picked === undefined ? [] : selectField(schema, field, omit, picked)
  })
  return `{ ${selected.join(' ')} }`
}
