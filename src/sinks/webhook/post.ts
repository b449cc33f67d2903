import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import { blockedAddress, guardedLookup } from './guarded-lookup.js'
import type { Endpoint } from './options.js'
import { WebhookError } from './webhook-error.js'

/** More of an answer than this is not read. */
const answerBytes = 16 * 1024

/** What of an answer is looked at. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
}

export interface Poster {
  /** Sends one request; answers any status, and follows no redirect. */
  post(headers: Readonly<Record<string, string>>, body: Buffer, signal: AbortSignal): Promise<Answer>
  close(): void
}

/** Keeps connections to one endpoint open. They are this endpoint's alone: a socket that is used again is not looked up. */
export function createPoster(endpoint: Endpoint): Poster {
  const { url, isAllowed, timeoutMs, connectTimeoutMs } = endpoint
  const isSecure = url.protocol === 'https:'
  const agent = new (isSecure ? https : http).Agent({ keepAlive: true, scheduling: 'fifo' })
  const lookup = guardedLookup(endpoint.lookup, isAllowed)
  const failure = (reason: 'network' | 'timeout', what: string) => new WebhookError(reason, url.host, what)

  /** `endsAt` is one for the attempt, however many sockets it takes. */
  const postBy = (endsAt: number, ...[headers, body, signal]: Parameters<Poster['post']>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = { ...endpoint.headers, ...headers, 'content-length': String(body.length) }
      const options = { agent, lookup, method: 'POST', headers: sent, signal }
      const request = (isSecure ? https : http).request(url, options)
      let answer: Answer | undefined
      const stopAfter = (ms: number, what: string) =>
        setTimeout(() => request.destroy(failure('timeout', what)), ms)
      const total = stopAfter(endsAt - performance.now(), `no answer within ${timeoutMs} ms`)
      const connecting = stopAfter(connectTimeoutMs, `no connection within ${connectTimeoutMs} ms`)
      const end = (error?: unknown) => {
        clearTimeout(total)
        clearTimeout(connecting)
        // Once the status is there it decides, however the body ends.
        if (answer !== undefined) resolve(answer)
        else if (error instanceof WebhookError || signal.aborted) reject(error)
        // The endpoint may have closed a socket that lay idle, at the moment it was used again.
        else if (request.reusedSocket) resolve(postBy(endsAt, headers, body, signal))
        else reject(failure('network', codeOf(error)))
      }
      request.once('socket', (socket: Socket) => {
        // A socket that is used again is open already.
        if (!socket.connecting) return clearTimeout(connecting)
        socket.once('connect', () => {
          if (!isAllowed(socket.remoteAddress ?? '')) request.destroy(blockedAddress(url.host))
        })
        socket.once(isSecure ? 'secureConnect' : 'connect', () => clearTimeout(connecting))
      })
      request.once('response', (response) => {
        answer = { status: response.statusCode ?? 0, headers: response.headers }
        let size = 0
        response.on('data', (piece: Buffer) => {
          size += piece.length
          if (size > answerBytes) request.destroy()
        })
        response.once('close', () => end())
        response.on('error', () => {})
      })
      request.on('error', end)
      request.end(body)
    })

  return {
    post: (...sent) => postBy(performance.now() + timeoutMs, ...sent),
    close: () => agent.destroy(),
  }
}

/** Messages of Node name addresses and more. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^[A-Z][A-Z0-9_]{2,40}$/.test(code) ? `the connection failed (${code})` : 'the connection failed'
}
