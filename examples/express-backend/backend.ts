import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHandler, nodeListener } from '@superhack/superops/http'
import { sharedToken, webSocketSink } from '@superhack/superops/sinks/websocket'
import { StreamManager } from '@superhack/superops/streams'
import express from 'express'
import { connectTenant } from '../backend/connect-tenant.js'
import type { StartBackend } from '../backend/run.js'
import { wallboardPage } from '../wallboard/serve-page.js'

/** Client, streams, WebSocket, REST and wallboard in one Express application. */
export const startBackend: StartBackend = async (env, port) => {
  const { client, apiKey, now, clockRate, seed, close } = await connectTenant(env)
  const page = await wallboardPage({
    ...(seed !== undefined && { seed }),
    ticketUrl: env.WALLBOARD_TICKET_URL,
  })
  const app = express()
  const server = createServer(app)
  const sink = webSocketSink({ server, authenticate: sharedToken(apiKey) })
  const streams = new StreamManager({ client, now }).to(sink)
  streams.on('error', (error) => console.error(error instanceof Error ? error.message : error))
  const closing = new AbortController()
  const handler = createHandler({
    streams,
    client,
    apiKeys: [apiKey],
    now,
    clockRate,
    signal: closing.signal,
  })

  // Your own routes come first, your parsers of bodies behind: the handler reads bodies itself.
  app.use((request, response, next) => {
    if (!page(request, response)) next()
  })
  app.use(nodeListener(handler))

  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  await streams.start()
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey,
    close: async () => {
      closing.abort()
      await streams.stop()
      server.close()
      server.closeIdleConnections()
      await close()
    },
  }
}
