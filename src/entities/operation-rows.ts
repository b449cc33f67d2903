import { fieldsOf, isObjectName, parseShape, type Shape } from './fields.js'
import { operationRow } from './operation.js'
import type { Schema } from './schema.js'

/** Field of the result of a paged list that holds its rows: a page holds them and listInfo. */
export function rowsFieldOf(schema: Schema, name: string): string | undefined {
  const { result } = operationRow(schema, name)
  const fields = isObjectName(schema, result) ? fieldsOf(schema, result) : []
  return fields.some((field) => field.name === 'listInfo')
    ? fields.find((field) => field.name !== 'listInfo')?.name
    : undefined
}

/** Type of the rows of a list operation, paged or bare; undefined where rows are no objects. */
export function rowTypeOf(schema: Schema, name: string): string | undefined {
  const { kind, items }: Shape = parseShape(operationRow(schema, name).result)
  if (!isObjectName(schema, kind)) return undefined
  if (items !== undefined) return kind
  const rowsField = rowsFieldOf(schema, name)
  const rows = fieldsOf(schema, kind).find((field) => field.name === rowsField)
  return rows !== undefined && isObjectName(schema, rows.kind) ? rows.kind : undefined
}
