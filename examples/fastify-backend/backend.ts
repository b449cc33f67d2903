import { createHandler, nodeListener } from '@superhack/superops/http'
import { sharedToken, webSocketSink } from '@superhack/superops/sinks/websocket'
import { StreamManager } from '@superhack/superops/streams'
import { fastify } from 'fastify'
import { connectTenant } from '../backend/connect-tenant.js'
import type { StartBackend } from '../backend/run.js'
import { wallboardPage } from '../wallboard/serve-page.js'

/** Client, streams, WebSocket, REST and wallboard in one Fastify application. */
export const startBackend: StartBackend = async (env, port) => {
  const { client, apiKey, now, clockRate, seed, close } = await connectTenant(env)
  const page = await wallboardPage({
    ...(seed !== undefined && { seed }),
    board: '/api/v1/reports/board',
    ticketUrl: env.WALLBOARD_TICKET_URL,
  })
  const app = fastify()
  const sink = webSocketSink({ server: app.server, authenticate: sharedToken(apiKey) })
  const streams = new StreamManager({ client, now }).to(sink)
  streams.on('error', (error) => console.error(error instanceof Error ? error.message : error))
  const closing = new AbortController()
  const handler = createHandler({
    streams,
    client,
    apiKeys: [apiKey],
    now,
    clockRate,
    basePath: '/api',
    signal: closing.signal,
  })
  const listener = nodeListener(handler)

  for (const path of ['/', '/wallboard/*'])
    app.get(path, (request, reply) => {
      reply.hijack()
      if (!page(request.raw, reply.raw)) reply.raw.writeHead(404).end()
    })
  await app.register(async (rest) => {
    // The handler reads bodies itself.
    rest.removeAllContentTypeParsers()
    rest.addContentTypeParser('*', (_request, _payload, done) => done(null))
    rest.all('/api/*', (request, reply) => {
      reply.hijack()
      listener(request.raw, reply.raw)
    })
  })

  const address = await app.listen({ port, host: '127.0.0.1' })
  await streams.start()
  return {
    url: `${address}/api`,
    apiKey,
    close: async () => {
      closing.abort()
      await streams.stop()
      await app.close()
      await close()
    },
  }
}
