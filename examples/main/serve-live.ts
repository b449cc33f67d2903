import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  createHandler,
  type HandlerOptions,
  nodeListener,
  type ServedStreams,
} from '@superhack/superops/http'
import { webSocketSink } from '@superhack/superops/sinks/websocket'
import type { Sink } from '@superhack/superops/streams'
import { isLocalRequest } from '../wallboard/local-host.js'
import { type PageOptions, wallboardPage } from '../wallboard/serve-page.js'

/** Tried in turn when none is asked for. */
const usualPorts = [8080, 8081, 8082, 8083, 8084, 8085, 8086, 8087, 8088, 8089]

export interface LiveServer {
  readonly url: string
  /** To be added before the manager starts. */
  readonly sink: Sink
  serve(streams: ServedStreams, options: Pick<HandlerOptions, 'client' | 'clockRate' | 'now'>): void
  close(): Promise<void>
}

/**
 * The wallboard, REST and WebSocket on one port of this machine, for everyone on it.
 *
 * @throws Error of `listen` when the port is taken, or all of the usual ones are.
 */
export async function serveLive(port: number | undefined, page: PageOptions): Promise<LiveServer> {
  const answerPage = await wallboardPage(page)
  const closing = new AbortController()
  let rest = nodeListener(async () => new Response(null, { status: 503 }))
  const server = createServer((incoming, outgoing) => {
    if (!isLocalRequest(incoming)) outgoing.writeHead(403).end('only for pages of this machine\n')
    else if (!answerPage(incoming, outgoing)) rest(incoming, outgoing)
  })
  const own = await listen(server, port === undefined ? usualPorts : [port])
  return {
    url: `http://127.0.0.1:${own}`,
    sink: webSocketSink({
      server,
      authenticate: ({ headers }) => (isLocalRequest({ headers }) ? {} : null),
    }),
    serve: (streams, options) => {
      rest = nodeListener(createHandler({ streams, apiKeys: false, signal: closing.signal, ...options }))
    },
    close: async () => {
      closing.abort()
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function listen(server: Server, ports: readonly number[]): Promise<number> {
  for (const [at, port] of ports.entries()) {
    try {
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
      return (server.address() as AddressInfo).port
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      if (!isTaken || at === ports.length - 1) throw error
    }
  }
  throw new TypeError('ports: expected at least one')
}
