import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Client, type ClientOptions, createClient, type OriginChange } from '@superhack/superops'
import { createMockTenant } from '@superhack/superops/testing'
import { canaryToken, rejection } from './answering-server.js'

export const tickets = 230
/** Plays the real tenant; its token and ids differ from those of the mock that stands in. */
export const real = createMockTenant({ seed: 1, tickets, apiKey: canaryToken, subdomain: 'real' })
export const standIn = createMockTenant({ seed: 2, tickets: 150 })
export const realIds = new Set(real.world.tickets.map(({ ticketId }) => ticketId))
export const standInIds = new Set(standIn.world.tickets.map(({ ticketId }) => ticketId))

/** A tenant on one port that dies and comes back, or answers every call with a status. */
export class Line {
  readonly #sockets = new Set<{ destroy(): unknown }>()
  #server: Server | undefined
  port = 0
  status: number | undefined
  requests = 0
  /** Holds an answer back. */
  hold: ((body: string) => Promise<unknown> | undefined) | undefined

  async up(): Promise<void> {
    if (this.#server !== undefined) return
    const server = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      this.requests++
      await this.hold?.(body)
      if (this.status !== undefined) return void response.writeHead(this.status).end()
      const headers = request.headers as Record<string, string>
      const answer = await real.handle({ headers, body }).catch(() => undefined)
      if (answer === undefined) return void response.destroy()
      response.writeHead(answer.status, answer.headers).end(answer.body)
    })
    server.on('connection', (socket) => {
      this.#sockets.add(socket)
      socket.once('close', () => this.#sockets.delete(socket))
    })
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve))
    this.port = (server.address() as AddressInfo).port
    this.#server = server
  }

  async down(): Promise<void> {
    const server = this.#server
    if (server === undefined) return
    this.#server = undefined
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }
}

const opened: { client: Client; line: Line }[] = []
/** Ends what a test opened. */
export async function closeAll(): Promise<void> {
  for (const { client, line } of opened.splice(0)) {
    client.close()
    await line.down()
  }
  real.reset()
  standIn.reset()
}

export const never = 2 ** 31 - 1

export async function connect(probeEveryMs: number = never, options: Partial<ClientOptions> = {}) {
  const line = new Line()
  await line.up()
  const client = createClient({
    apiKey: canaryToken,
    tenantId: 'real',
    baseUrl: `http://127.0.0.1:${line.port}`,
    requestsPerMinute: Number.POSITIVE_INFINITY,
    retries: 0,
    retryDelayMs: 0,
    fallback: { to: standIn, when: 'unreachable', probeEveryMs },
    ...options,
  })
  const changes: OriginChange[] = []
  client.events.on('fallback', (change) => changes.push(change))
  opened.push({ client, line })
  const fail = async (times: number) => {
    for (let left = times; left > 0; left--) await rejection(client.query.getSLAList())
  }
  return { line, client, changes, fail }
}
export const gone: OriginChange = { origin: 'mock', because: 'unreachable' }
export const back: OriginChange = { origin: 'live', because: 'reachable' }
