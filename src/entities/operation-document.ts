import { fieldsOf, isObjectName, parseShape } from './fields.js'
import { operationRow } from './operation.js'
import { rowsFieldOf } from './operation-rows.js'
import { perOwner, type Schema } from './schema.js'
import { type FieldNames, pathsBelow, selectionOf, without } from './selection.js'

const documents = perOwner<string>()

/**
 * Document of an operation with its default selection.
 *
 * @param pick For lists, the fields of a row to select instead of all; else those of the result.
 * @param dropped Dotted paths from the result to leave out in any case.
 */
export function documentOf(
  schema: Schema,
  name: string,
  pick?: FieldNames,
  dropped: readonly string[] = [],
): string {
  if (pick !== undefined || dropped.length > 0) return writeDocument(schema, name, pick, dropped)
  const known = documents(schema)
  let text = known.get(name)
  if (text === undefined) {
    text = writeDocument(schema, name)
    known.set(name, text)
  }
  return text
}

function writeDocument(
  schema: Schema,
  name: string,
  pick?: FieldNames,
  dropped: readonly string[] = [],
): string {
  const { kind, argument, type, result, omit } = operationRow(schema, name)
  const shape = parseShape(result)
  const declared = argument === undefined ? '' : `($${argument}: ${type})`
  const passed = argument === undefined ? '' : `(${argument}: $${argument})`
  const selection = isObjectName(schema, shape.kind)
    ? ` ${select(schema, shape.kind, rowsFieldOf(schema, name), { omit: [...(omit ?? []), ...dropped], pick, dropped })}`
    : ''
  return `${kind} ${name}${declared} { ${name}${passed}${selection} }`
}

function select(
  schema: Schema,
  kind: string,
  rows: string | undefined,
  {
    omit,
    pick,
    dropped,
  }: { omit: readonly string[]; pick: FieldNames | undefined; dropped: readonly string[] },
): string {
  const rowType = fieldsOf(schema, kind).find((field) => field.name === rows)?.kind
  if (pick === undefined) return selectionOf(schema, kind, omit)
  // What is picked is selected although it is known to break answers, but not when it just did.
  if (rows === undefined || rowType === undefined || !isObjectName(schema, rowType))
    return selectionOf(schema, kind, omit, without(pick, dropped))
  const picked = without(pick, pathsBelow(dropped, rows))
  return `{ ${rows} ${selectionOf(schema, rowType, pathsBelow(omit, rows), picked)} listInfo ${selectionOf(schema, 'ListInfo')} }`
}
