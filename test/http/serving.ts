import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from '@superhack/superops'
import { createHandler, type HandlerOptions, nodeListener } from '@superhack/superops/http'
import { StreamManager, type StreamManagerOptions } from '@superhack/superops/streams'
import { createMockTenant } from '@superhack/superops/testing'
import { expect } from 'vitest'
import { undescribed } from './described.js'

export const apiKey = 'a-key-of-a-backend'

/** What every answer must keep to itself. */
export const secrets = [apiKey]

type End = () => unknown
const ended: End[] = []
/** For `afterAll` of each file, which share this module. */
export async function endAll(): Promise<void> {
  for (const end of ended.splice(0).reverse()) await end()
}
export const atEnd = (end: End) => void ended.push(end)

/** Over real HTTP, with the key unless it is left out; what comes is held against the published description. */
export async function ask(
  url: string,
  {
    key = apiKey,
    headers = {},
    ...init
  }: RequestInit & { key?: string | null; headers?: Record<string, string> } = {},
  base = '',
) {
  const credentials = key === null ? {} : { authorization: `Bearer ${key}` }
  const response = await fetch(url, { ...init, headers: { ...credentials, ...headers } })
  const text = await response.text()
  expect(undescribed({ method: init.method ?? 'GET', url: url.replace(base, '') }, response, text)).toEqual(
    [],
  )
  for (const secret of secrets) expect(text).not.toContain(secret)
  const isJson = /json$/.test(response.headers.get('content-type') ?? '') && text !== ''
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  }
}

/** A handler behind a server of Node. */
export async function serve(options: HandlerOptions): Promise<string> {
  const closing = new AbortController()
  const server = createServer(nodeListener(createHandler({ signal: closing.signal, ...options })))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  atEnd(async () => {
    closing.abort()
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A followed mock tenant behind the handler; resolves when it was read. */
export async function serveTenant(
  options: Partial<HandlerOptions> = {},
  { tickets = 30, ...managed }: Partial<StreamManagerOptions> & { tickets?: number } = {},
) {
  const tenant = createMockTenant({ seed: 5, tickets })
  const mock = await tenant.listen()
  secrets.push(mock.credentials.apiKey)
  const client = createClient(mock.credentials)
  const now = () => Date.parse(tenant.world.now)
  const streams = new StreamManager({ client, updateIntervalMs: 60_000, now, ...managed })
  const errors: unknown[] = []
  streams.on('error', (error) => errors.push(error))
  await streams.start()
  await streams.refresh()
  atEnd(async () => {
    await streams.stop()
    client.close()
    await mock.close()
  })
  const url = await serve({ streams, client, now, apiKeys: [apiKey], ...options })
  return { url, tenant, client, streams, errors }
}
