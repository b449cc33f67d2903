import { request } from 'node:http'
import { createClient, isSuperOpsError, type SuperOpsError } from '@superhack/superops'
import { createMockTenant, type Faults, type MockTenant } from '@superhack/superops/testing'
import { expect, test } from 'vitest'
import { tenantHeaders } from './asking.js'

interface Raw {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
  /** Sizes of the pieces in the order they came. */
  readonly pieces: readonly number[]
  /** How it ended. */
  readonly end: 'whole' | 'cut' | 'silent'
}

/** A raw call: waits for silence no longer than `patienceMs`. */
function raw(url: string, query: string, patienceMs = 300): Promise<Raw | 'no answer'> {
  return new Promise((resolve) => {
    const call = request(url, { method: 'POST', headers: tenantHeaders }, (response) => {
      const chunks: Buffer[] = []
      const finish = (end: Raw['end']) => {
        clearTimeout(silence)
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
          pieces: chunks.map((chunk) => chunk.length),
          end,
        })
      }
      const silence = setTimeout(() => {
        finish('silent')
        call.destroy()
      }, patienceMs)
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => finish('whole'))
      response.on('error', () => finish('cut'))
    })
    call.on('error', () => resolve('no answer'))
    call.end(JSON.stringify({ query }))
  })
}

const update = (tenant: MockTenant, subject = 'changed') =>
  `mutation { updateTicket(input: { ticketId: "${tenant.world.tickets[0]?.ticketId}", subject: "${subject}" }) { ticketId subject } }`
const subjectOf = (tenant: MockTenant) => tenant.world.tickets[0]?.subject

/** What the typed client makes of a fault, for a write that is sent once. */
async function clientError(tenant: MockTenant, url: string, retries = 0): Promise<SuperOpsError | 'fine'> {
  const superops = createClient({ ...tenant.credentials, baseUrl: url, timeoutMs: 250, retries })
  try {
    await superops.mutation.updateTicket({
      input: { ticketId: tenant.world.tickets[0]?.ticketId ?? '', subject: 'changed' },
    })
    return 'fine'
  } catch (error) {
    if (!isSuperOpsError(error)) throw error
    return error
  } finally {
    superops.close()
  }
}

const internal =
  '{"errors":[{"message":"Internal Server Error(s) while executing query"}],"data":{"updateTicket":null}}'

interface Expectation {
  readonly raw: Partial<Raw> | 'no answer'
  readonly applied: boolean
  readonly kind: string
  readonly outcome: 'not-applied' | 'unknown' | undefined
}

const cases: Record<string, [(faults: Faults) => void, Expectation]> = {
  'connection dropped before': [
    (faults) => faults.dropConnection(),
    { raw: 'no answer', applied: false, kind: 'network', outcome: 'unknown' },
  ],
  'connection dropped during the answer': [
    (faults) => faults.dropConnection({ at: 'during' }),
    { raw: { status: 200, end: 'cut' }, applied: true, kind: 'network', outcome: 'unknown' },
  ],
  'connection dropped after execution': [
    (faults) => faults.dropConnection({ at: 'after' }),
    { raw: 'no answer', applied: true, kind: 'network', outcome: 'unknown' },
  ],
  'a body that stalls': [
    (faults) => faults.stallBody({ bytes: 7 }),
    {
      raw: { status: 200, body: '{"data"', end: 'silent' },
      applied: true,
      kind: 'timeout',
      outcome: 'unknown',
    },
  ],
  'a body that drips': [
    (faults) => faults.drip({ bytes: 10, everyMs: 100 }),
    { raw: { status: 200, end: 'silent' }, applied: true, kind: 'timeout', outcome: 'unknown' },
  ],
  'an internal error': [
    (faults) => faults.internalError(),
    { raw: { status: 200, body: internal, end: 'whole' }, applied: false, kind: 'api', outcome: 'unknown' },
  ],
  'malformed JSON': [
    (faults) => faults.malformedJson(),
    { raw: { status: 200, end: 'whole' }, applied: true, kind: 'http', outcome: 'unknown' },
  ],
  'a truncated body': [
    (faults) => faults.truncatedBody({ share: 0.1 }),
    { raw: { status: 200, end: 'whole' }, applied: true, kind: 'http', outcome: 'unknown' },
  ],
  'a page of a proxy': [
    (faults) => faults.htmlError(),
    { raw: { status: 502, end: 'whole' }, applied: false, kind: 'http', outcome: 'unknown' },
  ],
  'a status with body': [
    (faults) => faults.status({ status: 503, body: 'busy', retryAfterSeconds: 7 }),
    { raw: { status: 503, body: 'busy', end: 'whole' }, applied: false, kind: 'http', outcome: 'unknown' },
  ],
  'a write that failed unclearly and was applied': [
    (faults) => faults.ambiguousWrite({ applied: true }),
    { raw: { status: 200, body: internal }, applied: true, kind: 'api', outcome: 'unknown' },
  ],
  'a write that failed unclearly and was not applied': [
    (faults) => faults.ambiguousWrite({ applied: false, answer: 'lost' }),
    { raw: 'no answer', applied: false, kind: 'network', outcome: 'unknown' },
  ],
  'a slow write': [
    (faults) => faults.ambiguousWrite({ applied: true, answer: 'late', delayMs: 400 }),
    { raw: { status: 200, end: 'whole' }, applied: true, kind: 'timeout', outcome: 'unknown' },
  ],
  'a required field that is null': [
    (faults) => faults.nullInNonNull({ type: 'Ticket', field: 'displayId' }),
    { raw: { status: 200, end: 'whole' }, applied: true, kind: 'api', outcome: 'unknown' },
  ],
  'a field that was removed': [
    (faults) => faults.schemaDrift({ removedField: { type: 'Ticket', field: 'displayId' } }),
    { raw: { status: 200, end: 'whole' }, applied: true, kind: 'api', outcome: 'not-applied' },
  ],
}

test.each(Object.entries(cases))('%s', async (_, [add, expected]) => {
  const tenant = createMockTenant({ tickets: 3 })
  await using server = await tenant.listen()
  add(tenant.faults)
  const answer = await raw(server.url, update(tenant))
  expect(answer).toEqual(
    typeof expected.raw === 'string' ? expected.raw : expect.objectContaining(expected.raw),
  )
  expect(subjectOf(tenant) === 'changed').toBe(expected.applied)
  const error = await clientError(tenant, server.url)
  expect(error).toMatchObject({ kind: expected.kind, write: { outcome: expected.outcome } })
})

test('latency and clockSkew change what other faults answer, in any order of adding', async () => {
  let now = Date.UTC(2026, 0, 5, 9)
  const tenant = createMockTenant({ tickets: 1, clock: () => now })
  await using server = await tenant.listen()
  tenant.faults.status({ status: 503 })
  tenant.faults.latency({ ms: 80 })
  tenant.faults.clockSkew({ ms: -3_600_000 })
  now += 1000
  const started = performance.now()
  expect(await raw(server.url, '{ __typename }')).toMatchObject({
    status: 503,
    headers: { date: 'Mon, 05 Jan 2026 08:00:01 GMT' },
  })
  // Timers of node may fire a millisecond early.
  expect(performance.now() - started).toBeGreaterThanOrEqual(78)
})

test('a drip sends the whole body, piece by piece', async () => {
  const tenant = createMockTenant({ tickets: 1 })
  await using server = await tenant.listen()
  tenant.faults.drip({ bytes: 10, everyMs: 60 })
  const answer = await raw(server.url, '{ __typename }')
  expect(answer).toMatchObject({ body: '{"data":{"__typename":"Query"}}', end: 'whole' })
  // A busy machine may read two pieces at once.
  expect(answer).not.toMatchObject({ pieces: [31] })
})

test('a read that fails once is repeated by the client', async () => {
  const tenant = createMockTenant({ tickets: 3 })
  await using server = await tenant.listen()
  tenant.faults.dropConnection({ at: 'during', count: 1 })
  tenant.faults.status({ status: 503, count: 1 })
  const superops = createClient(server.credentials)
  expect(await superops.tickets.list().toArray()).toHaveLength(3)
  superops.close()
})

test('closing the server ends stalled and dripping answers', async () => {
  const tenant = createMockTenant({ tickets: 1 })
  const server = await tenant.listen()
  tenant.faults.stallBody({ count: 1 })
  tenant.faults.drip({ bytes: 1, everyMs: 60_000 })
  const calls = [raw(server.url, '{ __typename }', 10_000), raw(server.url, '{ __typename }', 10_000)]
  await new Promise((resolve) => setTimeout(resolve, 50))
  await server.close()
  expect((await Promise.all(calls)).map((call) => (call === 'no answer' ? call : call.end))).toEqual([
    'cut',
    'cut',
  ])
})

test('handle expresses what it can: rejection for lost answers, silence for stalled ones', async () => {
  const tenant = createMockTenant({ tickets: 1 })
  const ask = () => tenant.handle({ headers: tenantHeaders, body: '{"query":"{ __typename }"}' })
  for (const at of ['before', 'during', 'after'] as const) {
    tenant.faults.clear()
    tenant.faults.dropConnection({ at })
    await expect(ask()).rejects.toMatchObject({ code: 'ECONNRESET' })
  }
  tenant.faults.clear()
  tenant.faults.stallBody()
  const silent = new Promise((resolve) => setTimeout(() => resolve('silent'), 50))
  expect(await Promise.race([ask(), silent])).toBe('silent')
  tenant.faults.clear()
  tenant.faults.drip({ bytes: 10, everyMs: 10 })
  const started = performance.now()
  expect((await ask()).body).toBe('{"data":{"__typename":"Query"}}')
  expect(performance.now() - started).toBeGreaterThanOrEqual(27)
})
