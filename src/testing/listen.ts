import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MockAnswer, MockRequest } from './mock-call.js'

export interface ListenOptions {
  /** 0 takes a free one. @defaultValue 0 */
  port?: number
  /** @defaultValue '127.0.0.1' */
  host?: string
}

export interface HttpServer {
  /** Ends in `/msp`. */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

const MAX_BODY_BYTES = 5 * 1024 * 1024

/** The body as text, undefined when it is too large. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk)
  }
  return bytes > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks).toString('utf8')
}

const headersOf = (request: IncomingMessage): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  )

function send(response: ServerResponse, { status, headers, body }: MockAnswer): void {
  const bytes = Buffer.from(body, 'utf8')
  response.writeHead(status, { 'content-length': bytes.length, ...headers })
  response.end(bytes)
}

const nothing = (status: number): MockAnswer => ({ status, headers: {}, body: '' })

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: MockRequest) => MockAnswer,
): Promise<void> {
  const body = await bodyOf(request)
  const path = (request.url ?? '').split('?')[0]
  if (path !== '/msp' && path !== '/msp/') return send(response, nothing(400))
  if (body === undefined) return send(response, nothing(413))
  const result = answer({ method: request.method ?? 'POST', headers: headersOf(request), body })
  const { delayMs = 0 } = result
  if (delayMs > 0) await pause(delayMs, response)
  if (response.destroyed) return
  if (result.destroy === true) request.socket.destroy()
  else send(response, result)
}

/** Waits, but not for a caller who has gone: the timer must not outlive its connection. */
const pause = (ms: number, response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    response.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
  })

/** Serves a tenant over real HTTP. */
export async function listen(
  answer: (request: MockRequest) => MockAnswer,
  options: ListenOptions = {},
): Promise<HttpServer> {
  const { port = 0, host = '127.0.0.1' } = options
  const server = createServer((request, response) => {
    serve(request, response, answer).catch((error: unknown) => {
      // An upload that was cut off, or an interceptor that threw: the caller sees a lost connection or a 500.
      if (response.headersSent || response.destroyed) return
      send(response, {
        status: 500,
        headers: { 'content-type': 'text/plain' },
        body: error instanceof Error ? error.message : 'failed',
      })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  let closing: Promise<void> | undefined
  return {
    url: `http://${name}:${address.port}/msp`,
    port: address.port,
    close: () => {
      closing ??= new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      return closing
    },
  }
}
