import { createClient } from '@superhack/superops'
import { createMockTenant } from '@superhack/superops/testing'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tenantHeaders } from './asking.js'

const tenant = createMockTenant({ tickets: 10 })
const server = setupServer(...tenant.handlers)
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterAll(() => server.close())

test.each(['https://api.superops.ai/msp', 'https://euapi.superops.ai/msp', 'https://api.superops.ai/msp/'])(
  '%s is answered',
  async (url) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: tenantHeaders,
      body: '{"query":"{ __typename }"}',
    })
    expect([response.status, await response.text()]).toEqual([200, '{"data":{"__typename":"Query"}}'])
  },
)

test('statuses without a body and unquoted ids pass through', async () => {
  const unknown = await fetch('https://api.superops.ai/msp', { method: 'POST', body: '{}' })
  expect([unknown.status, await unknown.text()]).toEqual([400, ''])
  const query = '{ getClientSiteList(input: { listInfo: { pageSize: 1 } }) { sites { client } } }'
  const response = await fetch('https://api.superops.ai/msp', {
    method: 'POST',
    headers: tenantHeaders,
    body: JSON.stringify({ query }),
  })
  expect(await response.text()).toContain(`"accountId":${tenant.world.sites[0]?.client.accountId}`)
})

test('a connection that ends is a network error', async () => {
  const remove = tenant.faults.intercept(() => ({ destroy: true }))
  await expect(
    fetch('https://api.superops.ai/msp', { method: 'POST', headers: tenantHeaders, body: '{}' }),
  ).rejects.toThrow('Failed to fetch')
  remove()
})

const call = (signal?: AbortSignal) =>
  fetch('https://api.superops.ai/msp', {
    method: 'POST',
    headers: tenantHeaders,
    body: '{"query":"{ __typename }"}',
    ...(signal && { signal }),
  })

test.each(['before', 'during', 'after'] as const)(
  'a connection dropped %s is a network error',
  async (at) => {
    tenant.faults.dropConnection({ at })
    await expect(call()).rejects.toThrow('Failed to fetch')
    tenant.faults.clear()
  },
)

test('a stalled body stalls and a dripping one drips', async () => {
  const remove = tenant.faults.stallBody({ bytes: 5 })
  const stalled = await call(AbortSignal.timeout(100))
  const reader = stalled.body?.getReader()
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('{"dat')
  const silence = new Promise((resolve) => setTimeout(() => resolve('silence'), 50))
  expect(await Promise.race([reader?.read(), silence])).toBe('silence')
  remove()
  tenant.faults.drip({ bytes: 10, everyMs: 10 })
  const started = performance.now()
  expect(await (await call()).text()).toBe('{"data":{"__typename":"Query"}}')
  expect(performance.now() - started).toBeGreaterThanOrEqual(27)
  tenant.faults.clear()
})

test('the typed client meets status, latency and skew', async () => {
  tenant.faults.clockSkew({ ms: 5000 })
  tenant.faults.latency({ ms: 20 })
  tenant.faults.status({ status: 503, body: 'busy', retryAfterSeconds: 3 })
  const answer = await call()
  expect([answer.status, await answer.text(), answer.headers.get('retry-after')]).toEqual([503, 'busy', '3'])
  expect(Date.parse(answer.headers.get('date') ?? '') - Date.now()).toBeGreaterThan(2000)
  const superops = createClient({ ...tenant.credentials, retries: 0 })
  await expect(superops.query.getSLAList()).rejects.toMatchObject({ kind: 'http', status: 503 })
  superops.close()
  tenant.faults.clear()
})
