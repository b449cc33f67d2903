import type { Operations } from './generated/operations.js'
import { kindOfOperation, type OperationKind } from './operation-kinds.js'
import { type OperationTexts, perOwner } from './schema.js'

export type OperationName = keyof Operations
export type QueryName = QueryOf<Operations>
export type MutationName = Exclude<OperationName, QueryName>

/** Names of the queries among operations. */
export type QueryOf<Operations> = {
  [Name in keyof Operations]: Operations[Name] extends { kind: 'query' } ? Name : never
}[keyof Operations]
export type MutationOf<Operations> = Exclude<keyof Operations, QueryOf<Operations>>

/** What an operation takes. */
export type VariablesOf<Operation> = Operation extends { variables: infer Variables } ? Variables : never
/** What an operation answers. */
export type ResultOf<Operation> = Operation extends { result: infer Result } ? Result : never

/** One row of the operation table. */
export interface OperationRow {
  readonly kind: OperationKind
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

const read = perOwner<OperationRow>()

/** What the table says of an operation, read at first use. */
export function operationRow(texts: OperationTexts, name: string): OperationRow {
  const known = read(texts)
  let row = known.get(name)
  if (row === undefined) {
    row = readRow(texts, name)
    known.set(name, row)
  }
  return row
}

const rowText = /^(?:(?:(\w+):)?([^ +]+)(\+?) )?> (\S+)(?: -(\S+))?$/

function readRow(texts: OperationTexts, name: string): OperationRow {
  const text = texts.queries[name] ?? texts.mutations[name] ?? ''
  const [, named = 'input', type, inside, result = '', omitted] = rowText.exec(text) ?? []
  const listInfo = inside ? `${named}.listInfo` : type?.startsWith('ListInfoInput') ? named : undefined
  return {
    kind: kindOfOperation(texts, name),
    ...(type !== undefined && { argument: named, type }),
    ...(listInfo !== undefined && { listInfo }),
    result,
    ...(omitted !== undefined && { omit: omitted.split(',') }),
  }
}
