import { fieldsOf, isObjectName, parseShape, type Shape } from './fields.js'
import type { ObjectName } from './generated/objects.js'
import { type OperationName, operationRow } from './operation.js'

/** Field of the result of a paged list that holds its rows: a page holds them and listInfo. */
export function rowsFieldOf(name: OperationName): string | undefined {
  const { result } = operationRow(name)
  const fields = isObjectName(result) ? fieldsOf(result) : []
  return fields.some((field) => field.name === 'listInfo')
    ? fields.find((field) => field.name !== 'listInfo')?.name
    : undefined
}

/** Type of the rows of a list operation, paged or bare; undefined where rows are no objects. */
export function rowTypeOf(name: OperationName): ObjectName | undefined {
  const { kind, items }: Shape = parseShape(operationRow(name).result)
  if (!isObjectName(kind)) return undefined
  if (items !== undefined) return kind
  const rowsField = rowsFieldOf(name)
  const rows = fieldsOf(kind).find((field) => field.name === rowsField)
  return rows !== undefined && isObjectName(rows.kind) ? rows.kind : undefined
}
