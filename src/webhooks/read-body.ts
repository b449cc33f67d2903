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

export function readRequest(request: IncomingMessage, limits: BodyLimits): Promise<Uint8Array | Unread> {
  return readPieces(request[Symbol.asyncIterator](), request.headers['content-length'], limits)
}
