import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Client, type ClientOptions, createClient } from '@superhack/superops'
import { canaryToken } from '../answering-server.js'

/** A real server that leaves the body of a request alone, for what no tenant would answer. */
export interface RawServer extends AsyncDisposable {
  /** Requests as they came: method, path and headers. */
  readonly received: readonly IncomingMessage[]
  client(options?: Partial<ClientOptions>): Client
  /** Answers whose connection is still in use; idle ones are the adapter's, and `fetch` opens spare ones. */
  open(): number
}

export async function rawServer(
  answer: (request: IncomingMessage, response: ServerResponse, number: number) => unknown,
): Promise<RawServer> {
  const received: IncomingMessage[] = []
  const clients: Client[] = []
  let open = 0
  const server = createServer((request, response) => {
    received.push(request)
    open++
    response.once('close', () => open--)
    request.on('error', () => {})
    answer(request, response, received.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    received,
    client: (options = {}) => {
      const client = createClient({
        apiKey: canaryToken,
        tenantId: 'acme',
        baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/msp`,
        requestsPerMinute: Number.POSITIVE_INFINITY,
        retryDelayMs: 0,
        ...options,
      })
      clients.push(client)
      return client
    },
    open: () => open,
    [Symbol.asyncDispose]: async () => {
      for (const client of clients) client.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const attachments = { module: 'TICKET_CONVERSATION_ATTACHMENT' } as const
export const article = { module: 'KB_ARTICLE_CONTENT', kbArticleId: '7' } as const
/** A file name that must show up nowhere but in the request. */
export const canaryName = 'canary-file-41c8.pdf'
export const attachment = {
  ...attachments,
  ticketId: '1',
  conversationId: '2',
  fileName: canaryName,
} as const

export const uploadedText = (count = 1) =>
  JSON.stringify({
    data: Array.from({ length: count }, () => ({ fileName: 'a', originalFileName: 'a', fileSize: 1 })),
    errors: null,
  })

/** Reads a request to its end. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
