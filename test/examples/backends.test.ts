import { createStreamClient } from '@superhack/superops/stream-client'
import { afterAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { connectTenant } from '../../examples/backend/connect-tenant.js'
import type { StartBackend } from '../../examples/backend/run.js'
import { startBackend as startExpress } from '../../examples/express-backend/backend.js'
import { startBackend as startFastify } from '../../examples/fastify-backend/backend.js'
import { readEvents } from '../http/read-events.js'
import { ask, atEnd, endAll } from '../http/serving.js'

afterAll(endAll)

const apiKey = 'a-key-of-a-backend'

async function start(startBackend: StartBackend) {
  const { url, close } = await startBackend({ BACKEND_API_KEY: apiKey }, 0)
  atEnd(close)
  const { origin, pathname } = new URL(url)
  return { origin, base: pathname === '/' ? '' : pathname }
}

test.each([
  { name: 'Express', startBackend: startExpress },
  { name: 'Fastify', startBackend: startFastify },
])(
  'the $name backend serves REST, event streams and WebSocket of one mock tenant',
  async ({ startBackend }) => {
    const { origin, base } = await start(startBackend)
    const of = (path: string, init = {}) => ask(`${origin}${base}${path}`, init, base)
    expect((await of('/health/live', { key: null })).json).toEqual({ status: 'live' })
    expect((await of('/v1/streams', { key: null })).status).toBe(401)
    await expect.poll(async () => (await of('/health/ready')).status, { timeout: 20_000 }).toBe(200)
    const { json: board } = await of('/v1/reports/board')
    expect(board).toMatchObject({ origin: 'mock', clock: { rate: 60 }, health: { phase: 'live' } })
    const [ticket] = (await of('/v1/entities/tickets?limit=1')).json.rows
    const nudged = await of('/v1/nudge', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ entity: 'tickets', id: ticket.ticketId }),
    })
    expect(nudged.status).toBe(202)
    const reader = await readEvents(`${origin}${base}/v1/streams/metrics/events?mode=cache`)
    const [{ data: event } = { data: undefined }] = await reader.data(1)
    expect(event).toMatchObject({ type: 'metrics.updated', origin: 'mock' })
    const client = createStreamClient({
      url: `${origin.replace('http', 'ws')}/stream`,
      token: apiKey,
      streams: ['metrics'],
      WebSocket,
    })
    await new Promise((resolve) => client.once('open', resolve))
    client.close()
    const page = await fetch(origin)
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'self'; /)
    const html = await page.text()
    expect(html).not.toContain(apiKey)
    for (const [, path = ''] of html.matchAll(/(?:href|src)="([^"]+)"/g))
      expect({ path, status: (await fetch(`${origin}${path}`, { method: 'HEAD' })).status }).toEqual({
        path,
        status: 200,
      })
    expect((await fetch(`${origin}/wallboard/main.js`)).status).not.toBe(200)
  },
)

test('a real tenant is not served without a key', async () => {
  await expect(connectTenant({ SUPEROPS_API_KEY: 'x', SUPEROPS_TENANT_ID: 'acme' })).rejects.toThrow(
    /^BACKEND_API_KEY: expected/,
  )
})
