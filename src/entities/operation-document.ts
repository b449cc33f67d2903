import { fieldsOf, isObjectName, parseShape } from './fields.js'
import type { ObjectName } from './generated/objects.js'
import { type OperationName, operationRow } from './operation.js'
import { rowsFieldOf } from './operation-rows.js'
import { type FieldNames, pathsBelow, selectionOf, without } from './selection.js'

const documents = new Map<OperationName, string>()

/**
 * Document of an operation with its default selection.
 *
 * @param pick For lists, the fields of a row to select instead of all; else those of the result.
 * @param dropped Dotted paths from the result to leave out in any case.
 */
export function documentOf(name: OperationName, pick?: FieldNames, dropped: readonly string[] = []): string {
  if (pick !== undefined || dropped.length > 0) return writeDocument(name, pick, dropped)
  let text = documents.get(name)
  if (text === undefined) {
    text = writeDocument(name)
    documents.set(name, text)
  }
  return text
}

function writeDocument(name: OperationName, pick?: FieldNames, dropped: readonly string[] = []): string {
  const { kind, argument, type, result, omit } = operationRow(name)
  const shape = parseShape(result)
  const declared = argument === undefined ? '' : `($${argument}: ${type})`
  const passed = argument === undefined ? '' : `(${argument}: $${argument})`
  const selection = isObjectName(shape.kind)
    ? ` ${select(shape.kind, rowsFieldOf(name), { omit: [...(omit ?? []), ...dropped], pick, dropped })}`
    : ''
  return `${kind} ${name}${declared} { ${name}${passed}${selection} }`
}

function select(
  kind: ObjectName,
  rows: string | undefined,
  {
    omit,
    pick,
    dropped,
  }: { omit: readonly string[]; pick: FieldNames | undefined; dropped: readonly string[] },
): string {
  const rowType = fieldsOf(kind).find((field) => field.name === rows)?.kind
  if (pick === undefined) return selectionOf(kind, omit)
  // What is picked is selected although it is known to break answers, but not when it just did.
  if (rows === undefined || rowType === undefined || !isObjectName(rowType))
    return selectionOf(kind, omit, without(pick, dropped))
  const picked = without(pick, pathsBelow(dropped, rows))
  return `{ ${rows} ${selectionOf(rowType, pathsBelow(omit, rows), picked)} listInfo ${selectionOf('ListInfo')} }`
}
