import { inspect } from 'node:util'
import { createClient, type Diagnosis } from '@superhack/superops'
import { createMockTenant, type MockServer } from '@superhack/superops/testing'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

const tenant = createMockTenant({ tickets: 20, apiKey: 'canary-token-doctor' })
let server: MockServer
beforeAll(async () => {
  server = await tenant.listen()
})
afterEach(() => tenant.reset())
afterAll(() => server.close())

async function examine(options: object = {}): Promise<Diagnosis> {
  await using superops = createClient({ ...server.credentials, ...options })
  return await superops.doctor()
}
const statusOf = (diagnosis: Diagnosis, name: string) => diagnosis.checks.find((check) => check.name === name)

test('a healthy tenant: every collection is readable, the schema fits, the clock is ours', async () => {
  const diagnosis = await examine()
  expect(diagnosis).toMatchObject({ healthy: true, tenantId: 'acme', missingFields: [], unknownFields: [] })
  expect(diagnosis.url).toBe(server.url)
  expect(diagnosis.checks.map(({ status }) => status)).toEqual(diagnosis.checks.map(() => 'ok'))
  expect(statusOf(diagnosis, 'tickets')?.detail).toBe('20 rows')
  expect(Math.abs(diagnosis.clockSkewMs ?? Number.NaN)).toBeLessThanOrEqual(1000)
  expect(diagnosis.requests).toBe(tenant.calls().length)
  expect(diagnosis.requests).toBeLessThanOrEqual(25)
  expect(tenant.calls().every(({ kind }) => kind === 'query')).toBe(true)
})

test('a wrong token is told once, and nothing else is asked', async () => {
  const diagnosis = await examine({ apiKey: 'wrong-canary' })
  expect(diagnosis).toMatchObject({ healthy: false, requests: 1, missingFields: null, clockSkewMs: null })
  expect(diagnosis.checks[0]).toMatchObject({ name: 'tickets', status: 'failed', error: 'auth' })
  expect(new Set(diagnosis.checks.slice(1).map(({ status }) => status))).toEqual(new Set(['skipped']))
  expect(inspect(diagnosis, { depth: null })).not.toContain('wrong-canary')
})

test('an endpoint that is not there is unhealthy within its retries', async () => {
  const diagnosis = await examine({ baseUrl: 'http://127.0.0.1:1' })
  expect(diagnosis).toMatchObject({ healthy: false, requests: 4 })
  expect(diagnosis.checks[0]).toMatchObject({ status: 'failed', error: 'network' })
})

test('a collection that the token may not read is told, the others are read', async () => {
  const strict = createMockTenant({ tickets: 5, forbidden: ['getInvoiceList'] })
  await using own = await strict.listen()
  await using superops = createClient(own.credentials)
  const diagnosis = await superops.doctor()
  expect(diagnosis.healthy).toBe(false)
  expect(statusOf(diagnosis, 'invoices')).toMatchObject({ status: 'failed', error: 'api' })
  expect(statusOf(diagnosis, 'invoices')?.detail).toContain('forbidden')
  expect(diagnosis.checks.filter(({ status }) => status === 'failed')).toHaveLength(1)
})

test('a clock that is ahead is told', async () => {
  tenant.faults.clockSkew({ ms: 120_000 })
  const diagnosis = await examine()
  expect(diagnosis).toMatchObject({ healthy: false })
  expect(Math.abs((diagnosis.clockSkewMs ?? 0) - 120_000)).toBeLessThanOrEqual(1000)
  expect(statusOf(diagnosis, 'clock')).toMatchObject({
    status: 'failed',
    detail: expect.stringMatching(/^1(19|20|21) s ahead$/),
  })
})

test('fields that the tenant does not have are named', async () => {
  tenant.faults.schemaDrift({ removedField: { type: 'Ticket', field: 'impact' } })
  const diagnosis = await examine()
  expect(diagnosis.missingFields).toEqual(['Ticket.impact'])
  expect(statusOf(diagnosis, 'schema')).toMatchObject({ status: 'failed' })
})

test('a tenant that does not tell its schema is healthy all the same', async () => {
  const silent = createMockTenant({ tickets: 5, quirks: { introspection: false } })
  await using own = await silent.listen()
  await using superops = createClient(own.credentials)
  expect(await superops.doctor()).toMatchObject({
    healthy: true,
    missingFields: null,
    unknownFields: null,
    requests: 14,
  })
})

test('a server that fails throughout ends it after 25 requests or the retries of one more', async () => {
  tenant.faults.status({ status: 503 })
  const diagnosis = await examine({ retries: 3 })
  expect(diagnosis.healthy).toBe(false)
  expect(diagnosis.requests).toBeLessThanOrEqual(25 + 3)
})
