import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import {
  AbortedError,
  ApiError,
  AuthError,
  type GraphQlError,
  HttpError,
  NetworkError,
  RateLimitError,
  ReadOnlyError,
  type SuperOpsError,
  TimeoutError,
  type WriteOutcome,
} from '../errors.js'
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
