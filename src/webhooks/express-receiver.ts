import type { IncomingMessage, ServerResponse } from 'node:http'
import { readRequest } from './read-body.js'
import { createReceive } from './receive.js'
import { type ReceiverOptions, resolveReceiver } from './receiver-options.js'

export type ExpressReceiver = (
  request: IncomingMessage & { readonly body?: unknown },
  response: ServerResponse,
) => Promise<void>

/**
 * Receives webhooks in Express, or with `node:http` alone.
 *
 * Mount it before `express.json()`, whose bytes are gone; the buffer of `express.raw()` is taken as it is.
 *
 * @throws TypeError naming the option that does not fit
 * @example
 * app.post('/webhooks', expressReceiver({ secret, handle: async ({ payload }) => queue.add(payload) }))
 */
export function expressReceiver(options: ReceiverOptions): ExpressReceiver {
  const resolved = resolveReceiver(options)
  const receive = createReceive(resolved)
  return async (request, response) => {
    if (request.method !== 'POST') return end(request, response, 405)
    const { body } = request
    if (request.readableEnded && !Buffer.isBuffer(body)) {
      resolved.onError(new TypeError('the body was parsed before: mount the receiver before express.json()'))
      return end(request, response, 500)
    }
    const isKept = Buffer.isBuffer(body)
    const isLong = isKept && body.length > resolved.maxBytes
    const raw = isLong ? 'too-large' : isKept ? body : await readRequest(request, resolved)
    end(request, response, await receive(request.headers, raw))
  }
}

function end(request: IncomingMessage, response: ServerResponse, status: number): void {
  response.statusCode = status
  // What is left of the body is not read.
  if (!request.readableEnded) {
    response.setHeader('connection', 'close')
    response.once('finish', () => request.destroy())
  }
  response.end()
}
