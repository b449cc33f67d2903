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
