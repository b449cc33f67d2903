import { canonicalInstant, formatInstant, parseInstant } from '../values/instant.js'
import type { Zone } from '../values/zone.js'
import { fieldsOf, isObjectName, parseShape, type Shape } from './fields.js'
import type { ObjectName } from './generated/objects.js'
import { inputInstants, mutations, type Operations, queries } from './generated/operations.js'
import { isRow } from './normalise.js'
import { type FieldNames, pathsBelow, selectionOf, without } from './selection.js'

export type OperationName = keyof Operations
export type QueryName = {
  [K in OperationName]: Operations[K]['kind'] extends 'query' ? K : never
}[OperationName]
export type MutationName = Exclude<OperationName, QueryName>

/** One row of the operation table. */
export interface OperationRow {
  readonly kind: 'query' | 'mutation'
  /** Name of its only argument. */
  readonly argument?: string
  /** Wire type of the argument. */
  readonly type?: string
  /** Where ListInfoInput goes in the variables: `input`, `listInfo` or `input.listInfo`. */
  readonly listInfo?: string
  /** Result in the kinds of the field tables. */
  readonly result: string
  /** Field of the result that holds the rows of a paged list. */
  readonly rows?: string
  /** Paths left out of the default selection because they break the answer on live tenants. */
  readonly omit?: readonly string[]
}

const table: Readonly<Record<OperationName, string>> = { ...queries, ...mutations }

export const operationNames = Object.keys(table) as OperationName[]

const read = new Map<OperationName, OperationRow>()

/** What the table says of an operation, read at first use. */
export function operationRow(name: OperationName): OperationRow {
  let row = read.get(name)
  if (row === undefined) {
    row = readRow(name)
    read.set(name, row)
  }
  return row
}

const rowText = /^(?:(?:(\w+):)?([^ +]+)(\+?) )?> (\S+)(?: -(\S+))?$/

function readRow(name: OperationName): OperationRow {
  const [, named = 'input', type, inside, result = '', omitted] = rowText.exec(table[name]) ?? []
  const listInfo = inside ? `${named}.listInfo` : type?.startsWith('ListInfoInput') ? named : undefined
  const rows = rowsField(result)
  return {
    kind: Object.hasOwn(queries, name) ? 'query' : 'mutation',
    ...(type !== undefined && { argument: named, type }),
    ...(listInfo !== undefined && { listInfo }),
    result,
    ...(rows !== undefined && { rows }),
    ...(omitted !== undefined && { omit: omitted.split(',') }),
  }
}

/** A page holds its rows and listInfo. */
function rowsField(result: string): string | undefined {
  const fields = isObjectName(result) ? fieldsOf(result) : []
  return fields.some(({ name }) => name === 'listInfo')
    ? fields.find(({ name }) => name !== 'listInfo')?.name
    : undefined
}

/** Type of the rows of a list operation, paged or bare; undefined where rows are no objects. */
export function rowTypeOf(name: OperationName): ObjectName | undefined {
  const row = operationRow(name)
  const { kind, items }: Shape = parseShape(row.result)
  if (!isObjectName(kind)) return undefined
  if (items !== undefined) return kind
  if (row.rows === undefined) return undefined
  const rows = fieldsOf(kind).find((field) => field.name === row.rows)
  return rows !== undefined && isObjectName(rows.kind) ? rows.kind : undefined
}

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
  const { kind, argument, type, result, rows, omit } = operationRow(name)
  const shape = parseShape(result)
  const declared = argument === undefined ? '' : `($${argument}: ${type})`
  const passed = argument === undefined ? '' : `(${argument}: $${argument})`
  const selection = isObjectName(shape.kind)
    ? ` ${select(shape.kind, rows, { omit: [...(omit ?? []), ...dropped], pick, dropped })}`
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

/**
 * Variables as they go out: instants in the tenant's zone without suffix, `undefined` left out,
 * `null` kept, bigints as text.
 *
 * @throws TypeError naming the path when an instant is none.
 */
export function encodeVariables(
  name: OperationName,
  variables: Readonly<Record<string, unknown>>,
  zone?: Zone,
): Record<string, unknown> {
  const { argument, type } = operationRow(name)
  if (argument === undefined) return {}
  const given = variables[argument]
  if (given === undefined) return {}
  return { [argument]: encode(given, (type ?? '').replace(/[![\]]/g, ''), argument, zone) }
}

function encode(value: unknown, type: string, path: string, zone: Zone | undefined): unknown {
  if (typeof value === 'bigint') return String(value)
  if ((type === 'Instant' && value !== null) || value instanceof Date) return encodeInstant(value, path, zone)
  if (Array.isArray(value)) return value.map((item, index) => encode(item, type, `${path}.${index}`, zone))
  if (!isRow(value)) return value
  const inner = inputInstants[type]
  const out: Record<string, unknown> = {}
  for (const [name, item] of Object.entries(value)) {
    if (item !== undefined) out[name] = encode(item, inner?.[name] ?? '', `${path}.${name}`, zone)
  }
  return out
}

function encodeInstant(value: unknown, path: string, zone: Zone | undefined): string {
  const text = value instanceof Date ? isoOf(value) : value
  const ms =
    typeof text === 'string' && canonicalInstant(text, zone) !== '' ? parseInstant(text, zone) : Number.NaN
  if (Number.isNaN(ms)) {
    throw new TypeError(
      `${path}: expected an instant (ISO 8601 text or a valid Date), received ${describe(value)}`,
    )
  }
  const wall = formatInstant(zone === undefined ? ms : zone.wallAt(ms)).slice(0, -1)
  return wall.endsWith('.000') ? wall.slice(0, -4) : wall
}

const isoOf = (date: Date) => (Number.isNaN(date.getTime()) ? '' : date.toISOString())
const describe = (value: unknown) =>
  value instanceof Date ? 'an invalid Date' : value === null ? 'null' : typeof value
