import { createExtractor, itExtractedEntities } from '@superhack/superops/extract'
import { configFromEnv, createClient, type ItClient } from '@superhack/superops/it'
import { allClientMetrics, departmentsAsClients } from '@superhack/superops/metrics'
import { memoryStore } from '@superhack/superops/state'
import { type StreamEvent, StreamManager } from '@superhack/superops/streams'
import { createMockTenant } from '@superhack/superops/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

const tenant = createMockTenant({ product: 'it', tickets: 150 })
let server: Awaited<ReturnType<typeof tenant.listen>>
let superops: ItClient

beforeAll(async () => {
  server = await tenant.listen()
  superops = createClient(server.credentials)
})
afterAll(async () => {
  superops.close()
  await server.close()
})

const env = { SUPEROPS_API_KEY: 'token', SUPEROPS_TENANT_ID: 'acme' }

test('configFromEnv takes its own product and names the entry of the other', () => {
  expect(configFromEnv({ ...env, SUPEROPS_PRODUCT: 'it' })).toEqual({ apiKey: 'token', tenantId: 'acme' })
  expect(() => configFromEnv({ ...env, SUPEROPS_PRODUCT: 'msp' })).toThrow(
    'SUPEROPS_PRODUCT: expected it; msp is read by the configFromEnv of @superhack/superops',
  )
  expect(() =>
    createClient({ apiKey: 'token', tenantId: 'acme', baseUrl: 'https://api.superops.ai/msp' }),
  ).toThrow('baseUrl: /msp is read by the createClient of @superhack/superops')
})

test('the endpoint is that of the product', () => {
  const client = createClient({ apiKey: 'token', tenantId: 'acme', region: 'eu' })
  expect(client.toJSON().url).toBe('https://euapi.superops.ai/it')
  client.close()
  expect(server.url).toMatch(/\/it$/)
})

test('every ticket is of a department that the tenant lists, and of a site of the company', async () => {
  const departments = new Set((await superops.departments.list().toArray()).map((row) => row.departmentId))
  const sites = new Set((await superops.sites.list().toArray()).map(({ id }) => id))
  const tickets = await superops.tickets.list().toArray()
  expect(tickets).toHaveLength(150)
  for (const { department, site } of tickets) {
    expect(departments).toContain(department?.departmentId)
    if (site !== null) expect(sites).toContain(site.id)
  }
})

test('nothing of an answer of this surface names a client', async () => {
  const rows = [
    ...(await superops.tickets.list().toArray()),
    ...(await superops.alerts.list().toArray()),
    ...(await superops.assets.list().toArray()),
    ...(await superops.users.list().toArray()),
  ]
  expect(JSON.stringify(rows)).not.toMatch(/accountId|"client"/)
})

test('an extraction groups by department, and what has no source is null', async () => {
  const extraction = await createExtractor(superops).run()
  expect(extraction.report.entities.map(({ entity }) => entity)).toEqual([...itExtractedEntities])
  expect(extraction.report.complete).toBe(true)
  const { data, metrics, quality } = extraction
  const open = metrics?.clients.reduce((sum, { openTicketCount }) => sum + (openTicketCount ?? 0), 0)
  const own = metrics?.tickets.filter((ticket) => ticket.isOpen === true).length
  expect(open).toBe(own)
  expect(metrics?.clients.map(({ clientId }) => clientId).sort()).toEqual(
    data.departments?.map(({ departmentId }) => String(departmentId)).sort(),
  )
  const ctx = { now: extraction.report.finishedAt }
  expect(metrics?.clients).toEqual(allClientMetrics(departmentsAsClients(data), ctx))
  for (const row of metrics?.clients ?? [])
    expect([row.monthlyRecurringRevenue, row.invoicedAmount, row.laborCost]).toEqual([null, null, null])
  const judged = Object.values(quality?.byEntity ?? {}).flatMap(({ rules }) => rules)
  expect(judged.filter(({ ruleId }) => /^(CLI-0[3-7]|SIT-04|SVC-03)$/.test(ruleId))).toEqual([])
  expect(quality?.byEntity.client?.completenessScore).toBe(100)
})

test('a filter by department reads its tickets alone; one by client does not exist here', async () => {
  const [first] = tenant.world.departments ?? []
  const id = String(first?.departmentId)
  const extractor = createExtractor(superops)
  const { data } = await extractor.run({
    entities: ['tickets'],
    filters: { tickets: { departments: [id] } },
  })
  const wanted = (await superops.tickets.list().toArray()).filter(
    (row) => row.department?.departmentId === id,
  )
  expect(data.tickets?.map(({ ticketId }) => ticketId).sort()).toEqual(
    wanted.map((row) => row.ticketId).sort(),
  )
  await expect(extractor.run({ filters: { tickets: { clients: ['1'] } } })).rejects.toThrow(
    'filters.tickets.clients: no such criterion',
  )
})

test('an incremental run and a stream tell what came in', async () => {
  const state = memoryStore()
  const extractor = createExtractor(superops, { state })
  await extractor.run({ entities: ['tickets'] })
  const streams = new StreamManager({
    client: superops,
    updateIntervalMs: 1000,
    now: () => Date.parse(tenant.world.now),
  })
  const events: StreamEvent[] = []
  streams.on('tickets', (event: StreamEvent) => events.push(event))
  await streams.start()
  await expect.poll(() => streams.status().phase, { timeout: 15_000 }).toBe('live')
  const came = tenant.world.advance({ hours: 24 }).created.tickets
  expect(came.length).toBeGreaterThan(0)
  await expect
    .poll(() => events.filter(({ type }) => type === 'ticket.created').length, { timeout: 15_000 })
    .toBe(came.length)
  await streams.stop()
  expect(events[0]?.source).toBe('superops/acme/it')
  const { created } = await extractor.run({ entities: ['tickets'], mode: 'incremental' })
  expect([...(created.tickets ?? [])].sort()).toEqual(came.map(({ ticketId }) => String(ticketId)).sort())
})
