import { createClient } from '@superhack/superops'
import { createMockTenant } from '@superhack/superops/testing'
import { http } from 'msw'
import { setupServer } from 'msw/node'
import { clientBacklog } from './client-backlog.js'

const tenant = createMockTenant({ seed: 7, tickets: 150 })
// Jest cannot load msw for tenant.handlers before Node 24.9.
const msw = setupServer(
  http.post('https://api.superops.ai/msp', async ({ request }) => {
    const headers = Object.fromEntries(request.headers)
    const { body, ...init } = await tenant.handle({ headers, body: await request.text() })
    return new Response(body, init)
  }),
)
const superops = createClient({ ...tenant.credentials, retries: 1 })

beforeAll(() => msw.listen({ onUnhandledRequest: 'error' }))
afterEach(() => tenant.reset())
afterAll(() => {
  superops.close()
  msw.close()
})

test('counts every unresolved ticket once', async () => {
  const backlog = await clientBacklog(superops)
  const open = tenant.world.tickets.filter(({ status }) => status !== 'Resolved' && status !== 'Closed')
  expect([...backlog.values()].reduce((sum, count) => sum + count, 0)).toBe(open.length)
  expect(backlog.get(open[0].client.name)).toBeGreaterThan(0)
})

test('asks for the client only', async () => {
  await clientBacklog(superops)
  expect(tenant.calls('getTicketList')[0].document).toContain('tickets { ticketId client }')
})

test('a busy server is asked again', async () => {
  let asked = 0
  tenant.faults.intercept(() => (++asked === 1 ? { status: 503, body: '<html>busy</html>' } : undefined))
  expect((await clientBacklog(superops)).size).toBeGreaterThan(0)
  expect(asked).toBe(2)
})

test("an outage is the caller's to handle", async () => {
  tenant.faults.intercept(() => ({ status: 503, body: '<html>busy</html>' }))
  await expect(clientBacklog(superops)).rejects.toMatchObject({ kind: 'http', attempts: { length: 2 } })
})
