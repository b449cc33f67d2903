import type { DecodeIssue } from './entities/decode.js'

/** One try to send a request. */
export interface Attempt {
  /** Start, UTC. */
  readonly at: string
  readonly ms: number
  /** HTTP status, when an answer came. */
  readonly status?: number
  /** What ended it: `ok`, an error kind or a network code such as `ECONNRESET`. */
  readonly outcome: string
}

/** An entry of `extensions.clientError`; `param` is reduced to names and position. */
export interface ClientErrorCode {
  readonly code: string
  readonly attributes?: readonly string[]
  /** Element of a list input; whether SuperOps counts from 0 or 1 is not known. */
  readonly index?: number
}

/** An entry of the answer's `errors`, as sent. May quote values: do not log it unseen. */
export interface GraphQlError {
  readonly message?: string | null
  readonly path?: readonly (string | number)[]
  readonly extensions?: Readonly<Record<string, unknown>>
}

/** How sure it is that a failed mutation changed nothing. */
export interface WriteOutcome {
  readonly outcome: 'not-applied' | 'unknown'
  /** `verified-absent`: the server answered, and what was to be written is not there. */
  readonly because?: 'not-sent' | 'rejected' | 'verified-absent'
}

export interface ErrorFacts {
  /** Operation or document name, `anonymous` when it has none. */
  readonly operation: string
  /** Ours, for logs; SuperOps has none. */
  readonly requestId: string
  readonly attempts: readonly Attempt[]
  /** Whether the same call may succeed later. Of a write also read `write`. */
  readonly retryable: boolean
  /** Set when the operation is a mutation. */
  readonly write?: WriteOutcome
}

const brand = Symbol.for('@superhack/superops/error')

abstract class BaseError<Kind extends string> extends Error implements ErrorFacts {
  abstract readonly kind: Kind
  readonly operation: string
  readonly requestId: string
  readonly attempts: readonly Attempt[]
  readonly retryable: boolean
  declare readonly write?: WriteOutcome

  constructor(facts: ErrorFacts, message: string, options?: ErrorOptions) {
    super(`${facts.operation}: ${message}`, options)
    this.operation = facts.operation
    this.requestId = facts.requestId
    this.attempts = facts.attempts
    this.retryable = facts.retryable
    if (facts.write !== undefined) this.write = facts.write
    Object.defineProperty(this, brand, { value: true })
  }

  /** Name, message and facts; no stack, no answer. */
  toJSON(): Record<string, unknown> {
    return Object.assign<Record<string, unknown>, this>({ message: this.message }, this)
  }
}

/** No answer: name not found, refused, reset, cut off. */
export class NetworkError extends BaseError<'network'> {
  override readonly name = 'NetworkError'
  readonly kind = 'network'
  /** System code such as `ECONNRESET`. */
  readonly code: string
  constructor(facts: ErrorFacts, code: string, cause: Error) {
    super(facts, `no complete answer (${code})`, { cause })
    this.code = code
  }
}

/** `timeoutMs` of an attempt or `deadlineMs` of the call passed. */
export class TimeoutError extends BaseError<'timeout'> {
  override readonly name = 'TimeoutError'
  readonly kind = 'timeout'
  readonly bound: 'timeoutMs' | 'deadlineMs'
  readonly ms: number
  constructor(facts: ErrorFacts, bound: 'timeoutMs' | 'deadlineMs', ms: number) {
    super(facts, `not done within ${bound} = ${ms} ms`)
    this.bound = bound
    this.ms = ms
  }
}

/** An HTTP status other than 200, or a body that is no GraphQL answer. */
export class HttpError extends BaseError<'http'> {
  override readonly name = 'HttpError'
  readonly kind = 'http'
  readonly status: number
  constructor(facts: ErrorFacts, status: number, what: string) {
    super(facts, `HTTP ${status}, ${what}`)
    this.status = status
  }
}

/** HTTP 401, or 400 with an empty body. */
export class AuthError extends BaseError<'auth'> {
  override readonly name = 'AuthError'
  readonly kind = 'auth'
  readonly status: number
  constructor(facts: ErrorFacts, status: number, what: string, options?: ErrorOptions) {
    super(facts, what, options)
    this.status = status
  }
}

/** Refused by the request limit until the deadline passed. */
export class RateLimitError extends BaseError<'rate-limit'> {
  override readonly name = 'RateLimitError'
  readonly kind = 'rate-limit'
  constructor(facts: ErrorFacts, refusals: number) {
    super(
      facts,
      `refused ${refusals} times by the request limit; lower requestsPerMinute or share one limiter`,
    )
  }
}

/** SuperOps answered with `errors`. */
export class ApiError extends BaseError<'api'> {
  override readonly name = 'ApiError'
  readonly kind = 'api'
  readonly codes: readonly ClientErrorCode[]
  readonly classifications: readonly string[]
  readonly #errors: readonly GraphQlError[]
  constructor(
    facts: ErrorFacts,
    codes: readonly ClientErrorCode[],
    classifications: readonly string[],
    errors: readonly GraphQlError[],
  ) {
    super(facts, describeCodes(codes, classifications))
    this.codes = codes
    this.classifications = classifications
    this.#errors = errors
  }
  /** Every entry as sent; a getter, so that loggers do not print what it quotes, and not named `errors`, which node prints. */
  get graphQlErrors(): readonly GraphQlError[] {
    return this.#errors
  }
}

function describeCodes(codes: readonly ClientErrorCode[], classifications: readonly string[]): string {
  if (codes.length > 0) {
    const parts = codes.map(({ code, attributes, index }) => {
      const where = [...(attributes ?? []), ...(index === undefined ? [] : [`element ${index}`])]
      return where.length > 0 ? `${code} (${where.join(', ')})` : code
    })
    return `rejected with ${parts.join(', ')}`
  }
  const kinds = classifications.length > 0 ? ` (${[...new Set(classifications)].join(', ')})` : ''
  return `answered with an error${kinds}; read error.graphQlErrors for its text`
}

/** The answer does not have the shape of the schema. */
export class DecodeError extends BaseError<'decode'> {
  override readonly name = 'DecodeError'
  readonly kind = 'decode'
  readonly issues: readonly DecodeIssue[]
  constructor(facts: ErrorFacts, issues: readonly DecodeIssue[]) {
    const [first] = issues
    const where =
      first === undefined
        ? ''
        : `: ${first.entity}${first.path ? `.${first.path}` : ''} expected ${first.expected}`
    super(
      facts,
      `${issues.length} ${issues.length === 1 ? 'value does' : 'values do'} not fit the schema${where}`,
    )
    this.issues = issues
  }
}

/** The caller's signal, `close()`, or a stream to be sent that failed, ended the call. */
export class AbortedError extends BaseError<'aborted'> {
  override readonly name = 'AbortedError'
  readonly kind = 'aborted'
  constructor(facts: ErrorFacts, reason: unknown, what = 'aborted') {
    super(facts, what, { cause: reason })
  }
}

/** A mutation on a client with `readOnly: true`. */
export class ReadOnlyError extends BaseError<'read-only'> {
  override readonly name = 'ReadOnlyError'
  readonly kind = 'read-only'
  constructor(facts: ErrorFacts) {
    super(facts, 'this client was made with readOnly: true')
  }
}

/** Everything a call rejects with; switch on `kind`. */
export type SuperOpsError =
  | NetworkError
  | TimeoutError
  | HttpError
  | AuthError
  | RateLimitError
  | ApiError
  | DecodeError
  | AbortedError
  | ReadOnlyError

/** The same error after the outcome of its write was found out. */
export function settleWrite(error: SuperOpsError, write: WriteOutcome): SuperOpsError {
  return Object.assign(error, { write })
}

/** The same error after other tries of its call. */
export function withAttempts(error: SuperOpsError, attempts: readonly Attempt[]): SuperOpsError {
  return Object.assign(error, { attempts })
}

export type ErrorKind = SuperOpsError['kind']

/**
 * Whether a value is an error of this package, of the given kind; also across its ESM and CJS copies.
 *
 * @example
 * isSuperOpsError(new Error('no'))
 * // => false
 */
export function isSuperOpsError<Kind extends ErrorKind = ErrorKind>(
  value: unknown,
  kind?: Kind,
): value is Extract<SuperOpsError, { kind: Kind }> {
  if (typeof value !== 'object' || value === null || !(brand in value)) return false
  return kind === undefined || (value as { kind?: unknown }).kind === kind
}
