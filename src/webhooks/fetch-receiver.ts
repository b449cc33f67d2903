import { readWebRequest } from './read-body.js'
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
  return async (request) => {
    if (request.method !== 'POST') return new Response(null, { status: 405 })
    const raw = await readWebRequest(request, resolved)
    return new Response(null, { status: await receive(request.headers, raw) })
  }
}
