import { readPieces } from './read-body.js'
import { createReceive } from './receive.js'
import { type ReceiverOptions, resolveReceiver } from './receiver-options.js'

/**
 * Receives webhooks as a web-standard handler: Hono, Next.js, Deno, Bun and others.
 *
 * @throws TypeError naming the option that does not fit
 * @example
 * export const POST = fetchReceiver({ secret, handle: async ({ payload }) => queue.add(payload) })
 */
export function fetchReceiver(options: ReceiverOptions): (request: Request) => Promise<Response> {
  const resolved = resolveReceiver(options)
  const receive = createReceive(resolved)
  return async ({ body, headers, method }) => {
    if (method !== 'POST') return new Response(null, { status: 405 })
    const reader = body?.getReader()
    const pieces: AsyncIterator<Uint8Array> = {
      next: async () => {
        const piece = await reader?.read()
        return piece?.value === undefined ? { done: true, value: undefined } : { value: piece.value }
      },
    }
    const raw = await readPieces(pieces, headers.get('content-length'), resolved)
    if (typeof raw === 'string') reader?.cancel().catch(() => {})
    return new Response(null, { status: await receive(headers, raw) })
  }
}
