import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type WebhookSinkOptions, webhookSink } from '@superhack/superops/sinks/webhook'
import { createWebhookSecret } from '@superhack/superops/webhooks'
import { onTestFinished } from 'vitest'
import type { Certified } from './certificate.js'

export const secret = createWebhookSecret()

export interface Arrived {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A server that keeps what it gets, and answers as told; 204 else. Over TLS when it has a certificate. */
export async function startReceiver(
  answer: RequestListener = (_, response) => response.writeHead(204).end(),
  certificate?: Certified,
) {
  const arrived: Arrived[] = []
  const listener: RequestListener = async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    arrived.push({ headers: request.headers, body: Buffer.concat(pieces).toString() })
    answer(request, response)
  }
  const server =
    certificate === undefined ? createServer(listener) : createSecureServer({ ...certificate }, listener)
  let connections = 0
  server.on('connection', () => connections++)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    if (server.listening) await new Promise((resolve) => server.close(resolve))
  }
  return {
    ...{
      server,
      arrived,
      port,
      close,
      url: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}/hooks?token=hidden`,
    },
    connections: () => connections,
  }
}

/** A sink that may reach this machine. */
export function localSink(options: Partial<WebhookSinkOptions> & Pick<WebhookSinkOptions, 'url'>) {
  const sink = webhookSink({ secret, allowHttp: true, allowNetworks: ['127.0.0.0/8'], ...options })
  onTestFinished(() => sink.close())
  return sink
}
