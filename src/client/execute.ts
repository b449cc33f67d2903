import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { DecodedRows, DecodeIssue } from '../entities/decode.js'
import { fieldsOf, isObjectName, parseShape } from '../entities/fields.js'
import type { ObjectName } from '../entities/generated/objects.js'
import { normaliseRows } from '../entities/normalise-rows.js'
import { documentOf, encodeVariables, type OperationName, operationRow } from '../entities/operation.js'
import type { FieldNames } from '../entities/selection.js'
import {
  AbortedError,
  ApiError,
  type Attempt,
  AuthError,
  DecodeError,
  type GraphQlError,
  HttpError,
  NetworkError,
  RateLimitError,
  ReadOnlyError,
  type SuperOpsError,
  TimeoutError,
  type WriteOutcome,
  withAttempts,
} from '../errors.js'
import type { Zone } from '../values/zone.js'
import { Call, type CallSettings } from './call.js'
import { clientErrorCodes, isPrintableName } from './envelope.js'
import type { Healing, Warning } from './heal.js'
import type { ResolvedOptions } from './options.js'
import type { Transport } from './transport.js'

export interface Execution {
  readonly options: ResolvedOptions
  readonly transport: Transport
  readonly healing: Healing
  onWarning(warning: Warning): void
}

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
const rejected: WriteOutcome = { outcome: 'not-applied', because: 'rejected' }
const notSent: WriteOutcome = { outcome: 'not-applied', because: 'not-sent' }
const unknown: WriteOutcome = { outcome: 'unknown' }

/** Runs one call; whatever ends it without an answer becomes an error. */
export function executeCall<T>(
  { options }: Execution,
  settings: CallSettings,
  send: (call: Call) => Promise<E.Either<SuperOpsError, T>>,
): TE.TaskEither<SuperOpsError, T> {
  return async () => {
    const call = new Call(settings)
    try {
      if (options.readOnly && settings.kind === 'mutation')
        return E.left(new ReadOnlyError(call.facts(false, notSent)))
      if (call.signal.aborted) return E.left(endedBySignal(call))
      return await send(call)
    } catch (error) {
      return E.left(errorOf(call, error))
    } finally {
      call.end()
    }
  }
}

/** Sends a document and answers its `data`, or says why not. */
export function executeDocument(
  execution: Execution,
  settings: CallSettings,
  document: string,
  variables: Record<string, unknown>,
): TE.TaskEither<SuperOpsError, { data: Record<string, unknown>; call: Call }> {
  return executeCall(execution, settings, async (call) => {
    const envelope = await execution.transport.send(call, document, variables)
    return pipe(
      refuseErrors(envelope, call),
      E.map((data) => ({ data, call })),
    )
  })
}

/** Runs an operation of the table with its derived document and decodes its result. */
export function executeOperation(
  execution: Execution,
  settings: CallSettings & { readonly operation: OperationName },
  variables: Record<string, unknown>,
  pick?: FieldNames,
): TE.TaskEither<SuperOpsError, Answer<unknown>> {
  const { operation, kind } = settings
  const { options, healing, onWarning } = execution
  const sent = encodeVariables(operation, variables, options.zone)
  // Further tries share the bound of the call, and its attempts are told together.
  const bounded = { ...settings, startedAt: Date.now() }
  const attempts: Attempt[] = []
  const runWithout = async (dropped: readonly string[]) => {
    const result = await pipe(
      executeDocument(execution, bounded, documentOf(operation, pick, dropped), sent),
      TE.chain(
        ({ data, call }) =>
          () =>
            decodeResult(operation, data[operation], call, options),
      ),
    )()
    attempts.push(...(E.isRight(result) ? result.right.call : result.left).attempts)
    return result
  }
  if (kind === 'mutation') return () => runWithout([])
  return pipe(
    () => healing.run(operation, options.heal, runWithout, onWarning),
    TE.bimap(
      (error) => withAttempts(error, attempts),
      (answer) => ({ ...answer, warnings: healing.warnings(operation), requests: attempts.length }),
    ),
  )
}

/** The `data` of an answer without errors. */
export function refuseErrors<Data>(
  envelope: { readonly data: Data; readonly errors: readonly GraphQlError[] },
  call: Call,
): E.Either<SuperOpsError, Data> {
  if (envelope.errors.length === 0) return E.right(envelope.data)
  return E.left(apiError(envelope.errors, call))
}

function apiError(errors: readonly GraphQlError[], call: Call): ApiError {
  const codes = clientErrorCodes(errors)
  const classifications = errors.map(({ extensions }) => extensions?.classification).filter(isPrintableName)
  // A named rejection comes before anything is written; an internal error can come after.
  const clear = codes.length > 0 || classifications.includes('ValidationError')
  return new ApiError(call.facts(false, clear ? rejected : unknown), codes, classifications, errors)
}

/** Why a call ended that its signals or its deadline ended. */
export function endedBySignal(call: Call): SuperOpsError {
  const write = call.attempts.length > 0 ? unknown : notSent
  if (!call.pastDeadline) return new AbortedError(call.facts(false, write), call.signal.reason)
  if (call.refusals > 0 && call.attempts.length === call.refusals) {
    return new RateLimitError(call.facts(true, notSent), call.refusals)
  }
  return new TimeoutError(call.facts(true, write), 'deadlineMs', call.settings.deadlineMs ?? 0)
}

/** The error of a call that a failure or its signal ended. */
export function errorOf(call: Call, thrown: unknown, failure = call.failure): SuperOpsError {
  if (call.signal.aborted) return endedBySignal(call)
  if (failure === undefined) return new AbortedError(call.facts(false, notSent), thrown)
  switch (failure.kind) {
    case 'network': {
      const write = failure.opened ? unknown : notSent
      return new NetworkError(call.facts(true, write), failure.code, new Error(failure.code))
    }
    case 'timeout':
      return new TimeoutError(call.facts(true, unknown), 'timeoutMs', call.settings.timeoutMs)
    case 'refused':
      return new RateLimitError(call.facts(true, notSent), call.refusals)
    case 'content':
      return new AbortedError(call.facts(false, unknown), failure.cause, failure.what)
    case 'http': {
      const { status, what } = failure
      return new HttpError(
        call.facts(status >= 500, status < 500 && status !== 200 ? rejected : unknown),
        status,
        what,
      )
    }
    case 'auth':
      return new AuthError(
        call.facts(false, rejected),
        failure.status,
        failure.what,
        failure.cause === undefined ? undefined : { cause: failure.cause },
      )
  }
}

async function decodeResult(
  operation: OperationName,
  value: unknown,
  call: Call,
  options: ResolvedOptions,
): Promise<E.Either<SuperOpsError, Answer<unknown>>> {
  const { result, rows: rowsField } = operationRow(operation)
  const shape = parseShape(result)
  const fail = (issues: readonly DecodeIssue[]) => E.left(new DecodeError(call.facts(false, unknown), issues))
  const done = (
    decoded: unknown,
    { issues, setAside, keys }: Omit<DecodedRows, 'rows'> = nothingFound,
    given?: readonly unknown[],
  ) =>
    issues.length > 0 && (options.decode === 'strict' || (setAside > 0 && !isRowList(operation)))
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
  if (!isObjectName(shape.kind)) return done(value ?? null)
  if (value === null || value === undefined) return done(null)
  const misfit: DecodeIssue = { severity: 'shape', entity: shape.kind, index: 0, path: '', expected: result }
  if (shape.items !== undefined) {
    if (!Array.isArray(value)) return fail([misfit])
    const decoded = await decodeRows(shape.kind, value, options.zone)
    return done(decoded.rows, decoded)
  }
  if (rowsField === undefined) {
    const decoded = await decodeRows(shape.kind, [value], options.zone)
    return done(decoded.rows[0], decoded)
  }
  const list = value as Record<string, unknown>
  const rowKind = fieldsOf(shape.kind).find((field) => field.name === rowsField)?.kind
  if (typeof value !== 'object' || Array.isArray(value) || rowKind === undefined || !isObjectName(rowKind))
    return fail([misfit])
  const given = list[rowsField]
  const decoded = await decodeList(list, rowsField, rowKind, options)
  if (decoded === undefined) return fail([{ ...misfit, path: rowsField, expected: `[${rowKind}]` }])
  return done(list, decoded, Array.isArray(given) ? given : undefined)
}

const isRowList = (operation: OperationName) =>
  operationRow(operation).rows !== undefined || operationRow(operation).result.startsWith('[')

/** As decodeRows of entities; io-ts is loaded when there is something to report. */
async function decodeRows(kind: ObjectName, given: readonly unknown[], zone?: Zone): Promise<DecodedRows> {
  const { odd, ...decoded } = normaliseRows(kind, given, zone)
  if (odd.length === 0) return { ...decoded, issues: [] }
  const { reportRows } = await import('../entities/decode.js')
  return { ...decoded, issues: reportRows(kind, odd) }
}

/** Decodes the rows of a paged answer in place; the page description is read tolerantly. */
async function decodeList(
  list: Record<string, unknown>,
  rowsField: string,
  rowKind: ObjectName,
  options: ResolvedOptions,
): Promise<DecodedRows | undefined> {
  const given = list[rowsField]
  if (given !== null && given !== undefined && !Array.isArray(given)) return undefined
  const info = await decodeRows('ListInfo', [list.listInfo ?? {}], options.zone)
  list.listInfo = info.rows[0] ?? null
  if (!Array.isArray(given)) return { rows: [], ...nothingFound }
  const decoded = await decodeRows(rowKind, given, options.zone)
  list[rowsField] = decoded.rows
  return decoded
}
