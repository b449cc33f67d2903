import { mutations, type Operations, queries } from './generated/operations.js'

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
  return {
    kind: Object.hasOwn(queries, name) ? 'query' : 'mutation',
    ...(type !== undefined && { argument: named, type }),
    ...(listInfo !== undefined && { listInfo }),
    result,
    ...(omitted !== undefined && { omit: omitted.split(',') }),
  }
}
