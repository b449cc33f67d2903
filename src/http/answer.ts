import { createHash } from 'node:crypto'

/** A JSON text with what tells it from others. */
export interface Document {
  readonly text: string
  readonly etag: string
}

export function documentOf(value: unknown): Document {
  const text = JSON.stringify(value)
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` }
}

export function textAnswer(
  text: string,
  type = 'application/json',
  headers: Readonly<Record<string, string>> = { 'cache-control': 'no-store' },
  status = 200,
): Response {
  const length = String(Buffer.byteLength(text))
  return new Response(text, {
    status,
    headers: { 'content-type': type, 'content-length': length, ...headers },
  })
}

/** The document, or 304 when the client holds it. */
export function documentAnswer(request: Request, { text, etag }: Document): Response {
  // Kept by the client alone, and asked about each time.
  const headers = { etag, 'cache-control': 'private, no-cache' }
  if (holds(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  return textAnswer(text, 'application/json', headers)
}

/** The comparison of RFC 9110, 13.1.2: weak. */
function holds(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => bare(tag) === bare(etag))
}
