/** What an answer of RFC 9457 names as `code`, for programs. */
export type ProblemCode =
  | 'bad_request'
  | 'unauthorized'
  | 'not_found'
  | 'unknown_stream'
  | 'unknown_entity'
  | 'unknown_report'
  | 'method_not_allowed'
  | 'not_acceptable'
  | 'body_timeout'
  | 'too_large'
  | 'unsupported_media_type'
  | 'internal'
  | 'not_read_yet'
  | 'too_busy'

const problems: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = Object.freeze({
  bad_request: [400, 'Bad Request'],
  unauthorized: [401, 'Unauthorized'],
  not_found: [404, 'Not Found'],
  unknown_stream: [404, 'Not Found'],
  unknown_entity: [404, 'Not Found'],
  unknown_report: [404, 'Not Found'],
  method_not_allowed: [405, 'Method Not Allowed'],
  not_acceptable: [406, 'Not Acceptable'],
  body_timeout: [408, 'Request Timeout'],
  too_large: [413, 'Content Too Large'],
  unsupported_media_type: [415, 'Unsupported Media Type'],
  internal: [500, 'Internal Server Error'],
  not_read_yet: [503, 'Service Unavailable'],
  too_busy: [503, 'Service Unavailable'],
})

/** A request that is answered by a problem; `message` is told, so it holds nothing of the request. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem'
  readonly code: ProblemCode
  readonly headers: Readonly<Record<string, string>>

  constructor(code: ProblemCode, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail)
    this.code = code
    this.headers = headers
  }
}

/** The answer of RFC 9457. */
export function problemAnswer({ code, message: detail, headers }: HttpProblem): Response {
  const [status, title] = problems[code]
  const text = JSON.stringify({ type: 'about:blank', title, status, code, detail })
  return new Response(text, {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'content-length': String(Buffer.byteLength(text)),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  })
}

export const unauthorized = () =>
  new HttpProblem('unauthorized', 'expected an API key, as Authorization: Bearer or X-API-Key', {
    'www-authenticate': 'Bearer',
  })
