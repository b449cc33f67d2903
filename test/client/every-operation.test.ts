import { type Client, createClient } from '@superhack/superops'
import { createMockTenant } from '@superhack/superops/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

const tenant = createMockTenant({ seed: 7, tickets: 120 })
let server: Awaited<ReturnType<typeof tenant.listen>>
let superops: Client

beforeAll(async () => {
  server = await tenant.listen()
  // Strict: an answer that does not fit the schema to the letter fails the call.
  superops = createClient({ ...server.credentials, decode: 'strict' })
})
afterAll(async () => {
  superops.close()
  await server.close()
})

test('get answers the row that the list showed, and tells when there is none', async () => {
  const ticket = await superops.tickets.list().first()
  const client = await superops.clients.list().first()
  if (ticket === null || client === null) throw new Error('the world is empty')
  expect(await superops.tickets.get(ticket.ticketId)).toEqual(ticket)
  expect(await superops.clients.get(client.accountId)).toEqual(client)
  await expect(superops.clients.get('1')).rejects.toMatchObject({
    kind: 'api',
    codes: [{ code: 'entity_does_not_exist' }],
  })
})

test('a document of the caller is sent as it is and answered as parsed, ids with all digits', async () => {
  const document =
    'query Sites($input: GetClientSiteListInput!) { sites: getClientSiteList(input: $input) { sites { id client } } }'
  const data = await superops.request<{ sites: { sites: { id: string; client: { accountId: string } }[] } }>(
    document,
    { input: { listInfo: { page: 1, pageSize: 5 } } },
  )
  const clients = new Set((await superops.clients.list().toArray()).map(({ accountId }) => String(accountId)))
  expect(data.sites.sites).toHaveLength(5)
  for (const site of data.sites.sites) expect(clients.has(site.client.accountId)).toBe(true)
})

test('pick narrows the document and the rows', async () => {
  const [row] = await superops.tickets.list({ pick: ['subject'], limit: 1 }).toArray()
  expect(Object.keys(row ?? {}).sort()).toEqual(['subject', 'ticketId'])
  expect(tenant.calls('getTicketList').at(-1)?.document).toContain('{ tickets { ticketId subject } listInfo')
})

test('the tenant sees token and subdomain in the documented headers', async () => {
  const wrong = createClient({ ...server.credentials, apiKey: 'wrong' })
  await expect(wrong.query.getSLAList()).rejects.toMatchObject({ kind: 'auth', status: 401 })
  const stranger = createClient({ ...server.credentials, tenantId: 'stranger' })
  await expect(stranger.query.getSLAList()).rejects.toMatchObject({ kind: 'auth', status: 400 })
  wrong.close()
  stranger.close()
})
