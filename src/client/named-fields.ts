import { fieldsOf, isObjectName, parseShape } from '../entities/fields.js'
import { operationRow } from '../entities/operation.js'
import { rowsFieldOf } from '../entities/operation-rows.js'
import type { Schema } from '../entities/schema.js'
import type { GraphQlError } from '../errors.js'

/**
 * Fields that the errors of an answer name, as dotted paths from the result; only such as can be left out of
 * the selection.
 */
export function namedFields(schema: Schema, operation: string, errors: readonly GraphQlError[]): string[] {
  const paths = errors.flatMap((error) => pathOf(operation, error) ?? [])
  return [...new Set(paths)].filter((path) => canBeDropped(schema, operation, path))
}

/** `/getOfferedItems/items[0]/type` and `@ 'getTicketList/tickets/x'`, as graphql-java writes them. */
const inMessage = /(?:\(\/|@ ')([\w/[\]]+)['")]/

function pathOf(operation: string, { path, message }: GraphQlError): string | undefined {
  const parts = Array.isArray(path)
    ? path.map(String)
    : (inMessage.exec(message ?? '')?.[1] ?? '').replace(/\[\d+\]/g, '').split('/')
  const names = parts.filter((part) => !/^\d+$/.test(part))
  return names.shift() === operation && names.length > 0 ? names.join('.') : undefined
}

function canBeDropped(schema: Schema, operation: string, path: string): boolean {
  const { result } = operationRow(schema, operation)
  const rows = rowsFieldOf(schema, operation)
  const names = path.split('.')
  // Without its rows a list is none.
  if (path === rows || names[0] === 'listInfo') return false
  let { kind }: { kind: string } = parseShape(result)
  for (const [at, name] of names.entries()) {
    const field = isObjectName(schema, kind)
      ? fieldsOf(schema, kind).find((one) => one.name === name)
      : undefined
    if (field === undefined || (at === names.length - 1 && field.key)) return false
    kind = field.kind
  }
  return true
}

/** Paths of the fields of a row, or of the result, that could be at fault. */
export function droppableFields(schema: Schema, operation: string): string[] {
  const { result } = operationRow(schema, operation)
  const rows = rowsFieldOf(schema, operation)
  const { kind } = parseShape(result)
  if (!isObjectName(schema, kind)) return []
  const rowKind = fieldsOf(schema, kind).find((field) => field.name === rows)?.kind
  const [owner, prefix] =
    rowKind !== undefined && isObjectName(schema, rowKind) ? [rowKind, `${rows}.`] : [kind, '']
  return fieldsOf(schema, owner).flatMap(({ name, key }) => (key ? [] : [`${prefix}${name}`]))
}
