import type { AxiosResponse } from 'axios'
import type { Failure } from './call.js'
import { readRetryAfter } from './retry-after.js'

/** Codes of failures before a connection was open: the request surely was not received. */
const neverOpened = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'ERR_INVALID_URL',
])

interface Thrown {
  readonly code?: unknown
  readonly cause?: unknown
  readonly message?: unknown
  readonly response?: { readonly status?: number }
}

/** Reads an error of axios or node; nothing of it is kept but its code, since both hold the request. */
export function failureOf(error: unknown, maxResponseBytes: number): Failure {
  const { code, message, response }: Thrown = typeof error === 'object' && error !== null ? error : {}
  if (typeof message === 'string' && message.startsWith('maxContentLength')) {
    return {
      kind: 'http',
      status: response?.status ?? 200,
      what: `the body is larger than maxResponseBytes = ${maxResponseBytes}`,
    }
  }
  const name = systemCodeOf(error) ?? (typeof code === 'string' ? code : 'ERR_NETWORK')
  return { kind: 'network', code: name, opened: !neverOpened.has(name) }
}

/** The innermost code: `fetch` wraps that of the system twice. */
function systemCodeOf(error: unknown): string | undefined {
  let found: string | undefined
  for (let inner = error, depth = 0; typeof inner === 'object' && inner !== null && depth < 5; depth++) {
    const { code, cause }: Thrown = inner
    if (typeof code === 'string') found = code
    inner = cause
  }
  return found
}

const textOf = (response: AxiosResponse<unknown>) => (typeof response.data === 'string' ? response.data : '')

/** What an HTTP status says by itself; undefined for 200 and for refusals by the limit. */
export function failureOfStatus(response: AxiosResponse<unknown>): Failure | undefined {
  const { status } = response
  if (status === 200 || status === 429) return undefined
  if (status === 401) {
    return {
      kind: 'auth',
      status,
      what: 'HTTP 401, the token was not accepted; was it replaced by a newer one?',
    }
  }
  if (status === 400 && textOf(response).trim() === '') {
    return {
      kind: 'auth',
      status,
      what: 'HTTP 400 with an empty body; is tenantId the subdomain of the tenant?',
    }
  }
  const retryAfterMs = readRetryAfter(response.headers)
  const asked = retryAfterMs === undefined ? {} : { retryAfterMs }
  return { kind: 'http', status, what: describeBody(response), ...asked }
}

/** Kind and size of a body, never its text. */
export function describeBody(response: AxiosResponse<unknown>): string {
  const text = textOf(response)
  if (text.trim() === '') return 'the body is empty'
  const [given = ''] = String(response.headers['content-type']).split(';')
  // A header is text of the server like any other.
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(given.trim()) ? given.trim() : 'no content type'
  return `the body is no GraphQL answer (${type}, ${text.length} characters)`
}
