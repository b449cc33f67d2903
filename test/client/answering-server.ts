import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Client, type ClientOptions, createClient } from '@superhack/superops'

export interface Received {
  readonly headers: IncomingMessage['headers']
  readonly query: string
  readonly variables: Record<string, unknown>
}

/** A real HTTP server that answers as told, for what no tenant would answer. */
export interface AnsweringServer {
  readonly received: readonly Received[]
  readonly url: string
  /** Sockets that are open. */
  connections(): Promise<number>
  client(options?: Partial<ClientOptions>): Client
  close(): Promise<void>
}

export type Answer = (response: ServerResponse, received: Received, number: number) => unknown

/** Neither may be seen in anything that the client prints, tells or keeps: `canary.test.ts` looks for them. */
export const canaryToken = 'canary-token-9f27'
export const customer = 'Canary & Sons'

export async function answeringServer(answer: Answer, create = createClient): Promise<AnsweringServer> {
  const received: Received[] = []
  const clients: Client[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    const { query, variables } = JSON.parse(text) as Received
    const entry = { headers: request.headers, query, variables }
    received.push(entry)
    response.setHeader('content-type', 'application/json')
    answer(response, entry, received.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    received,
    url,
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error === null ? resolve(count) : reject(error))),
      ),
    client: (options = {}) => {
      const client = create({
        apiKey: canaryToken,
        tenantId: 'acme',
        baseUrl: url,
        requestsPerMinute: Number.POSITIVE_INFINITY,
        retryDelayMs: 0,
        ...options,
      })
      clients.push(client)
      return client
    },
    close: async () => {
      for (const client of clients) client.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** What a call rejects with; fails the test when it does not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('the call was expected to fail')
    },
    (error: unknown) => error,
  )
}
