import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Product } from '../client/surface.js'
import type { AnsweredCall } from './answer-calls.js'
import type { ControlAnswer, ControlRequest } from './control/control-api.js'
import type { AnswerFile } from './files/answer-files.js'
import type { FileAnswer } from './files/files.js'
import type { MockRequest } from './mock-call.js'
import { sendAnswer } from './send-answer.js'

export interface ListenOptions {
  /** 0 takes a free one. @defaultValue 0 */
  port?: number
  /** @defaultValue '127.0.0.1' */
  host?: string
  /** Serves the control API at `/__mock/`, without authentication. @defaultValue false */
  control?: boolean
  /** Told of every request once its answer is known. */
  onRequest?: (request: ServedRequest) => void
}

/** A request as it was answered; no headers, so no token. */
export interface ServedRequest {
  readonly method: string
  /** Without the query. */
  readonly path: string
  /** Root fields of a call. */
  readonly operations: readonly string[]
  readonly status: number
  /** Until the answer was known; faults may hold it back for longer. */
  readonly ms: number
}

/** What a server serves. */
export interface Served {
  readonly product: Product
  answer(request: MockRequest): AnsweredCall
  readonly answerFile: AnswerFile
  control(request: ControlRequest): ControlAnswer
}

export interface HttpServer {
  /** Ends in `/msp` or `/it`. */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

const MAX_CALL_BYTES = 5 * 1024 * 1024
const MAX_UPLOAD_BYTES = 50 * 1024 * 1024

/** The body, undefined when it is too large. */
async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= most) chunks.push(chunk)
  }
  return bytes > most ? undefined : Buffer.concat(chunks)
}

const headersOf = (request: IncomingMessage): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  )

type Outcome = FileAnswer | AnsweredCall

const nothing = (status: number): FileAnswer => ({ status, headers: {}, body: '' })

async function outcomeOf(
  request: IncomingMessage,
  { pathname: path, searchParams: query }: URL,
  served: Served,
  options: ListenOptions,
): Promise<Outcome> {
  const method = request.method ?? ''
  const body = await bodyOf(request, path === '/upload' ? MAX_UPLOAD_BYTES : MAX_CALL_BYTES)
  if (body === undefined) return nothing(413)
  const text = () => body.toString('utf8')
  if (options.control === true && path.startsWith('/__mock/'))
    return served.control({ method, path, query, body: text() })
  const headers = headersOf(request)
  const file = served.answerFile({ method, path, query, headers, body })
  if (file !== undefined) return file
  if (path.replace(/\/$/, '') !== `/${served.product}`) return nothing(400)
  return served.answer({ method, headers, body: text() })
}

function send(response: ServerResponse, outcome: Outcome): Promise<void> | undefined {
  if (typeof outcome.body === 'string') return sendAnswer(response, { ...outcome, body: outcome.body })
  response.writeHead(outcome.status, { 'content-length': outcome.body.byteLength, ...outcome.headers })
  response.end(outcome.body)
  return undefined
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  served: Served,
  options: ListenOptions,
): Promise<void> {
  const started = performance.now()
  const target = request.url ?? '/'
  // `//` is a path that no URL can hold.
  const url = new URL(URL.canParse(target, 'http://localhost') ? target : '/', 'http://localhost')
  const outcome = await outcomeOf(request, url, served, options)
  options.onRequest?.({
    method: request.method ?? '',
    path: url.pathname,
    operations: 'operations' in outcome ? outcome.operations : [],
    status: outcome.status,
    ms: performance.now() - started,
  })
  await send(response, outcome)
}

/** Serves a tenant over real HTTP. */
export async function listen(served: Served, options: ListenOptions = {}): Promise<HttpServer> {
  const { port = 0, host = '127.0.0.1' } = options
  const server = createServer((request, response) => {
    serve(request, response, served, options).catch((error: unknown) => {
      // An upload that was cut off, or an interceptor that threw: the caller sees a lost connection or a 500.
      if (response.headersSent || response.destroyed) return
      const body = error instanceof Error ? error.message : 'failed'
      void sendAnswer(response, { status: 500, headers: { 'content-type': 'text/plain' }, body })
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
    url: `http://${name}:${address.port}/${served.product}`,
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
