import type { IncomingMessage } from 'node:http'
import type { Unread } from './receive.js'

export interface BodyLimits {
  readonly maxBytes: number
  readonly readTimeoutMs: number
}

/** Reads pieces until they end, are too many or take too long; the pieces are not asked for more after that. */
export async function readPieces(
  pieces: AsyncIterator<Uint8Array>,
  declared: string | null | undefined,
  { maxBytes, readTimeoutMs }: BodyLimits,
): Promise<Uint8Array | Unread> {
  if (Number(declared ?? 0) > maxBytes) return 'too-large'
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'too-slow'>((resolve) => {
    timer = setTimeout(() => resolve('too-slow'), readTimeoutMs)
  })
  const read = async (): Promise<Uint8Array | Unread> => {
    const all: Uint8Array[] = []
    let size = 0
    for (;;) {
      const next = await pieces.next()
      if (next.done === true) return Buffer.concat(all)
      size += next.value.length
      if (size > maxBytes) return 'too-large'
      all.push(next.value)
    }
  }
  try {
    return await Promise.race([read().catch(() => 'broken-off' as const), late])
  } finally {
    clearTimeout(timer)
  }
}

/** Of a web-standard request. */
export async function readWebRequest(
  { body, headers }: Pick<Request, 'body' | 'headers'>,
  limits: BodyLimits,
): Promise<Uint8Array | Unread> {
  const reader = body?.getReader()
  const pieces: AsyncIterator<Uint8Array> = {
    next: async () => {
      const piece = await reader?.read()
      return piece?.value === undefined ? { done: true, value: undefined } : { value: piece.value }
    },
  }
  const raw = await readPieces(pieces, headers.get('content-length'), limits)
  if (typeof raw === 'string') reader?.cancel().catch(() => {})
  return raw
}

/** Of a request of Node. */
export function readRequest(request: IncomingMessage, limits: BodyLimits): Promise<Uint8Array | Unread> {
  return readPieces(request[Symbol.asyncIterator](), request.headers['content-length'], limits)
}
