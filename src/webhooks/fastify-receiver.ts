import type { IncomingMessage } from 'node:http'
import { readRequest } from './read-body.js'
import { createReceive } from './receive.js'
import { type ReceiverOptions, resolveReceiver } from './receiver-options.js'

interface Reply {
  code(status: number): unknown
  header(name: string, value: string): unknown
  send(): unknown
}

/** What of Fastify is used. */
export interface FastifyLike {
  removeAllContentTypeParsers(): void
  addContentTypeParser(
    type: string,
    parser: (request: unknown, payload: unknown, done: (error: Error | null) => void) => void,
  ): unknown
  post(
    path: string,
    handler: (request: { readonly raw: IncomingMessage }, reply: Reply) => Promise<unknown>,
  ): unknown
}

/**
 * A plugin of Fastify that receives webhooks at `path`; parsers of bodies elsewhere are not touched.
 *
 * @throws TypeError naming the option that does not fit
 * @example
 * await app.register(fastifyReceiver('/webhooks', { secret, handle: async ({ payload }) => queue.add(payload) }))
 */
export function fastifyReceiver(
  path: string,
  options: ReceiverOptions,
): (instance: FastifyLike) => Promise<void> {
  const resolved = resolveReceiver(options)
  const receive = createReceive(resolved)
  return async (instance) => {
    instance.removeAllContentTypeParsers()
    // The handler reads the bytes.
    instance.addContentTypeParser('*', (_request, _payload, done) => done(null))
    instance.post(path, async ({ raw }, reply) => {
      const status = await receive(raw.headers, await readRequest(raw, resolved))
      reply.code(status)
      if (!raw.readableEnded) reply.header('connection', 'close')
      return reply.send()
    })
  }
}
