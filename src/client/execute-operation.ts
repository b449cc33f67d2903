import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { DecodedRows, DecodeIssue } from '../entities/decode.js'
import { encodeVariables } from '../entities/encode-variables.js'
import { fieldsOf, isObjectName, parseShape } from '../entities/fields.js'
import { normaliseRows } from '../entities/normalise-rows.js'
import { operationRow } from '../entities/operation.js'
import { documentOf } from '../entities/operation-document.js'
import { rowsFieldOf } from '../entities/operation-rows.js'
import type { Schema } from '../entities/schema.js'
import type { FieldNames } from '../entities/selection.js'
import { type Attempt, DecodeError, type SuperOpsError, withAttempts } from '../errors.js'
import type { Zone } from '../values/zone.js'
import type { Call, CallSettings } from './call.js'
import { type Execution, executeDocument } from './execute.js'
import type { Warning } from './heal.js'
import type { ResolvedOptions } from './options.js'

export interface Answer<T> {
  readonly value: T
  readonly issues: readonly DecodeIssue[]
  /** Keys of the rows of a list as they came, also of those set aside. */
  readonly keys: readonly (string | undefined)[]
  /** Fields that are missing because they break the answers of this tenant. */
  readonly warnings: readonly Warning[]
  /** The rows of a page as they came, decoded in place, also those set aside. */
  readonly given?: readonly unknown[]
  readonly call: Call
  /** All that were sent for it: retries, refused ones and those of healing included. */
  readonly requests: number
}

const nothingFound: Omit<DecodedRows, 'rows'> = { issues: [], setAside: 0, keys: [] }

/** Runs an operation of the table with its derived document and decodes its result. */
export function executeOperation(
  schema: Schema,
  execution: Execution,
  settings: CallSettings,
  variables: Record<string, unknown>,
  pick?: FieldNames,
): TE.TaskEither<SuperOpsError, Answer<unknown>> {
  const { operation, kind } = settings
  const { options, healing, onWarning } = execution
  const sent = encodeVariables(schema, operation, variables, options.zone)
  // Further tries share the bound of the call, and its attempts are told together.
  const bounded = { ...settings, startedAt: Date.now() }
  const attempts: Attempt[] = []
  const runWithout = async (dropped: readonly string[]) => {
    const result = await pipe(
      executeDocument(execution, bounded, documentOf(schema, operation, pick, dropped), sent),
      TE.chain(
        ({ data, call }) =>
          () =>
            decodeResult(schema, operation, data[operation], call, options),
      ),
    )()
    attempts.push(...(E.isRight(result) ? result.right.call : result.left).attempts)
    return result
  }
  if (kind === 'mutation') return () => runWithout([])
  return pipe(
    () => healing.run(schema, operation, options.heal, runWithout, onWarning),
    TE.bimap(
      (error) => withAttempts(error, attempts),
      (answer) => ({ ...answer, warnings: healing.warnings(operation), requests: attempts.length }),
    ),
  )
}

async function decodeResult(
  schema: Schema,
  operation: string,
  value: unknown,
  call: Call,
  options: ResolvedOptions,
): Promise<E.Either<SuperOpsError, Answer<unknown>>> {
  const { result } = operationRow(schema, operation)
  const rowsField = rowsFieldOf(schema, operation)
  const shape = parseShape(result)
  const fail = (issues: readonly DecodeIssue[]) =>
    E.left(new DecodeError(call.facts(false, { outcome: 'unknown' }), issues))
  const done = (
    decoded: unknown,
    { issues, setAside, keys }: Omit<DecodedRows, 'rows'> = nothingFound,
    given?: readonly unknown[],
  ) =>
    issues.length > 0 && (options.decode === 'strict' || (setAside > 0 && !isRowList(schema, operation)))
      ? fail(issues)
      : E.right({
          value: decoded,
          issues,
          keys,
          warnings: [],
          call,
          requests: call.attempts.length,
          ...(given !== undefined && { given }),
        })
  if (!isObjectName(schema, shape.kind)) return done(value ?? null)
  if (value === null || value === undefined) return done(null)
  const misfit: DecodeIssue = { severity: 'shape', entity: shape.kind, index: 0, path: '', expected: result }
  if (shape.items !== undefined) {
    if (!Array.isArray(value)) return fail([misfit])
    const decoded = await decodeRows(schema, shape.kind, value, options.zone)
    return done(decoded.rows, decoded)
  }
  if (rowsField === undefined) {
    const decoded = await decodeRows(schema, shape.kind, [value], options.zone)
    return done(decoded.rows[0], decoded)
  }
  const list = value as Record<string, unknown>
  const rowKind = fieldsOf(schema, shape.kind).find((field) => field.name === rowsField)?.kind
  if (
    typeof value !== 'object' ||
    Array.isArray(value) ||
    rowKind === undefined ||
    !isObjectName(schema, rowKind)
  )
    return fail([misfit])
  const given = list[rowsField]
  const decoded = await decodeList(schema, list, rowsField, rowKind, options)
  if (decoded === undefined) return fail([{ ...misfit, path: rowsField, expected: `[${rowKind}]` }])
  return done(list, decoded, Array.isArray(given) ? given : undefined)
}

const isRowList = (schema: Schema, operation: string) =>
  rowsFieldOf(schema, operation) !== undefined || operationRow(schema, operation).result.startsWith('[')

/** As decodeRows of entities; io-ts is loaded when there is something to report. */
async function decodeRows(
  schema: Schema,
  kind: string,
  given: readonly unknown[],
  zone?: Zone,
): Promise<DecodedRows> {
  const { odd, ...decoded } = normaliseRows(schema, kind, given, zone)
  if (odd.length === 0) return { ...decoded, issues: [] }
  const { reportRows } = await import('../entities/decode.js')
  return { ...decoded, issues: reportRows(schema, kind, odd) }
}

/** Decodes the rows of a paged answer in place; the page description is read tolerantly. */
async function decodeList(
  schema: Schema,
  list: Record<string, unknown>,
  rowsField: string,
  rowKind: string,
  options: ResolvedOptions,
): Promise<DecodedRows | undefined> {
  const given = list[rowsField]
  if (given !== null && given !== undefined && !Array.isArray(given)) return undefined
  const info = await decodeRows(schema, 'ListInfo', [list.listInfo ?? {}], options.zone)
  list.listInfo = info.rows[0] ?? null
  if (!Array.isArray(given)) return { rows: [], ...nothingFound }
  const decoded = await decodeRows(schema, rowKind, given, options.zone)
  list[rowsField] = decoded.rows
  return decoded
}
