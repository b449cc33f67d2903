import { type Field, fieldsOf, isObjectName, keyOf } from './fields.js'
import type { ObjectName } from './generated/objects.js'

/** Names of fields to select; the key is always added. */
export type FieldNames = readonly string[]

function selectField(field: Field, omit: readonly string[]): string {
  if (!isObjectName(field.kind) || field.leaf) return field.name
  if (field.stub !== undefined) return `${field.name} { ${field.stub.join(' ')} }`
  const inner = omit
    .filter((path) => path.startsWith(`${field.name}.`))
    .map((path) => path.slice(field.name.length + 1))
  return `${field.name} ${selectionOf(field.kind, inner)}`
}

/**
 * Selection set of an object type: every field, JSON leaves as leaves, back references with keys and
 * names only.
 *
 * @param omit Dotted paths to leave out.
 * @param pick Fields of this type to select, in the order of the schema; all when absent.
 */
export function selectionOf(name: ObjectName, omit: readonly string[] = [], pick?: FieldNames): string {
  const key = keyOf(name)
  const chosen = fieldsOf(name).filter((field) =>
    pick === undefined ? !omit.includes(field.name) : field.name === key || pick.includes(field.name),
  )
  return `{ ${chosen.map((field) => selectField(field, omit)).join(' ')} }`
}
