import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Handler } from './handler.js'
import { HttpProblem, problemAnswer } from './problem.js'

/** A listener of `node:http`, and of what is built on it. */
export type NodeListener = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Puts a handler behind `node:http`, Express (`app.use(nodeListener(handler))`, before parsers of bodies) or, with
 * `reply.hijack()`, Fastify.
 *
 * @example
 * createServer(nodeListener(createHandler({ streams, apiKeys: [key] }))).listen(8080)
 */
export function nodeListener(handler: Handler): NodeListener {
  return (incoming, outgoing) => {
    // A connection that breaks is the client's affair.
    outgoing.on('error', () => outgoing.destroy())
    void answer(handler, incoming, outgoing).catch(() => outgoing.destroy())
  }
}

async function answer(handler: Handler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const request = requestOf(incoming)
  const response =
    request === undefined
      ? problemAnswer(new HttpProblem('bad_request', 'expected a request of HTTP', { connection: 'close' }))
      : await handler(request)
  if (outgoing.destroyed) {
    await response.body?.cancel()
    return
  }
  // Bytes of a body that nobody reads would be taken for the next request.
  if (!incoming.complete && hasBody(incoming)) outgoing.setHeader('connection', 'close')
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (response.body === null) outgoing.end()
  else await send(response.body, outgoing)
}

/** Hands out a body no faster than it is taken. */
async function send(body: ReadableStream<Uint8Array>, outgoing: ServerResponse): Promise<void> {
  const reader = body.getReader()
  const leave = () => void reader.cancel().catch(() => {})
  outgoing.on('close', leave)
  // Also while the socket takes nothing more: the stream has given its reader up.
  reader.closed.catch(() => outgoing.destroy())
  outgoing.flushHeaders()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    if (!outgoing.write(value)) await drained(outgoing)
  }
  outgoing.off('close', leave)
  outgoing.end()
}

const drained = (outgoing: ServerResponse) =>
  new Promise<void>((resolve) => {
    const done = () => {
      outgoing.off('drain', done)
      outgoing.off('close', done)
      resolve()
    }
    outgoing.on('drain', done)
    outgoing.on('close', done)
    if (outgoing.destroyed) done()
  })

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/**
 * The body as it is asked for. `Readable.toWeb` of Node 20 throws past everyone, and so ends the process, when a piece
 * comes after the reader gave up.
 */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const pieces: AsyncIterator<Uint8Array> = incoming[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      // Without `cancel`: ending the iterator would end the connection before the answer is sent.
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done === true) controller.close()
        else controller.enqueue(value)
      },
    },
    { highWaterMark: 0 },
  )
}

/** Undefined for what the web's `Request` cannot say, such as TRACE or a path that is none. */
function requestOf(incoming: IncomingMessage): Request | undefined {
  const { method = 'GET', headers, url = '/' } = incoming
  try {
    const fields = new Headers()
    for (const [name, value] of Object.entries(headers))
      for (const one of Array.isArray(value) ? value : [value ?? '']) fields.append(name, one)
    // The host is the client's claim and names nothing here.
    const address = new URL(url.startsWith('/') ? `http://localhost${url}` : url)
    const isBodiless = method === 'GET' || method === 'HEAD' || !hasBody(incoming)
    return new Request(address, {
      method,
      headers: fields,
      ...(!isBodiless && {
        body: bodyOf(incoming),
        duplex: 'half' as const,
      }),
    })
  } catch {
    return undefined
  }
}
