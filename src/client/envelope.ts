import type { AxiosResponse } from 'axios'
import type { ClientErrorCode, GraphQlError } from '../errors.js'
import type { Failure } from './call.js'
import { describeBody } from './failure.js'
import { parseLossless } from './lossless-json.js'
import { readRetryAfter } from './retry-after.js'

export interface Envelope {
  readonly kind: 'answer'
  /** Answer per field of the operation; absent, `{}` and `null` all read as `{}`. */
  readonly data: Record<string, unknown>
  readonly errors: readonly GraphQlError[]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Unreadable = { readonly kind: 'failure'; readonly failure: Failure }

/** Reads the body of an HTTP 200 answer to a document. */
export function readEnvelope(response: AxiosResponse<string>): Envelope | Unreadable {
  const read = readBody(response)
  if (read.kind === 'failure') return read
  return { ...read, data: isObject(read.data) ? read.data : {} }
}

/** Reads the body of an HTTP 200 answer, whatever its `data` is. */
export function readBody(
  response: AxiosResponse<string>,
): (Omit<Envelope, 'data'> & { readonly data: unknown }) | Unreadable {
  let body: unknown
  try {
    body = parseLossless(response.data)
  } catch {
    // The SyntaxError quotes the body, so it is not kept.
    body = undefined
  }
  if (!isObject(body) || !('data' in body || 'errors' in body)) {
    return {
      kind: 'failure',
      failure: { kind: 'http', status: response.status, what: describeBody(response) },
    }
  }
  const errors = Array.isArray(body.errors) ? body.errors.filter(isObject) : []
  return { kind: 'answer', data: body.data, errors }
}

/** Codes, classifications and names of attributes are printed; where one holds other text, it is not. */
export const isPrintableName = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w.[\]-]{1,100}$/.test(value)

/** All `clientError` entries of an answer, reduced to code, names and position. */
export function clientErrorCodes(errors: readonly GraphQlError[]): ClientErrorCode[] {
  return errors.flatMap((error) => {
    const list = error.extensions?.clientError
    return Array.isArray(list) ? list.filter(isObject).flatMap(readCode) : []
  })
}

function readCode(entry: Record<string, unknown>): ClientErrorCode[] {
  if (!isPrintableName(entry.code)) return []
  const param = isObject(entry.param) ? entry.param : {}
  const attributes = Array.isArray(param.attributes) ? param.attributes.filter(isPrintableName) : []
  return [
    {
      code: entry.code,
      ...(attributes.length > 0 && { attributes }),
      ...(typeof param.index === 'number' && { index: param.index }),
    },
  ]
}

const limitCode = 'rate_limit_exceeded'
/** A refusal is short; rows that merely quote the code are not parsed twice. */
const longestRefusal = 4096

/** Whether the limit turned the call away: inside HTTP 200 as SuperOps does, or with HTTP 429. */
export function refusalOf(response: AxiosResponse<string>): { retryAfterMs?: number } | undefined {
  if (response.status === 429) {
    const retryAfterMs = readRetryAfter(response.headers)
    return retryAfterMs === undefined ? {} : { retryAfterMs }
  }
  const text = response.data
  if (response.status !== 200 || text.length > longestRefusal || !text.includes(limitCode)) return undefined
  const envelope = readEnvelope(response)
  if (envelope.kind === 'failure') return undefined
  return clientErrorCodes(envelope.errors).some(({ code }) => code === limitCode) ? {} : undefined
}
