import { createMockTenant, sampleVariables } from '@superhack/superops/testing'
import { expect, test } from 'vitest'
import { asking, tenantHeaders } from './asking.js'

test.each([
  [{ colour: 1 }, /unknown option colour/],
  [{ seed: '7' }, /seed expects a whole number, 0 or more, received string/],
  [{ tickets: -1 }, /tickets expects .* received number/],
  [{ now: 'yesterday' }, /now expects .* received string/],
  [{ now: new Date(Number.NaN) }, /now expects .* received object/],
  [{ requestsPerMinute: 0 }, /requestsPerMinute expects .* received number/],
  [{ subdomain: '' }, /subdomain expects a text/],
  [{ displayIds: 'YYYY' }, /displayIds expects MMDDYY-NNNN, DDMMYY-NNNN, integer/],
  [{ quirks: { colour: true } }, /unknown quirk colour; known are subdomainHeader, /],
  [{ quirks: { introspection: 'yes' } }, /quirks.introspection expects a boolean, received string/],
  [{ quoteReferenceIds: true }, /quoteReferenceIds expects .* received boolean/],
  [{ clock: 5 }, /clock expects a function, received number/],
])('wrong options are named: %o', (options, message) => {
  const create = () => createMockTenant(options as never)
  expect(create).toThrow(TypeError)
  expect(create).toThrow(message)
})

test('credentials carry no limit and no waits, and those of a server its address', async () => {
  const tenant = createMockTenant({ tickets: 1, apiKey: 'other', subdomain: 'globex' })
  const credentials = {
    apiKey: 'other',
    tenantId: 'globex',
    requestsPerMinute: Number.POSITIVE_INFINITY,
    retryDelayMs: 0,
    origin: 'mock',
  }
  expect(tenant.credentials).toEqual(credentials)
  await using server = await tenant.listen()
  expect(server.credentials).toEqual({ ...credentials, baseUrl: server.url })
  expect(server.url).toBe(`http://127.0.0.1:${server.port}/msp`)
})

test.each([
  ['no subdomain', { authorization: 'Bearer mock-token' }, 400],
  ['a wrong subdomain', { ...tenantHeaders, customersubdomain: 'globex' }, 400],
  ['no token', { customersubdomain: 'acme' }, 401],
  ['a wrong token', { ...tenantHeaders, authorization: 'Bearer old' }, 401],
  ['a token without Bearer', { ...tenantHeaders, authorization: 'mock-token' }, 401],
  ['headers in any case', { CustomerSubDomain: 'acme', AUTHORIZATION: 'Bearer mock-token' }, 200],
])('%s', async (_, headers, status) => {
  await using tenant = await asking({ tickets: 1 })
  const answer = await tenant.post('{"query":"{ __typename }"}', headers as Record<string, string>)
  expect(answer.status).toBe(status)
  if (status !== 200) expect(answer.text).toBe('')
})

const refused =
  '{"errors":[{"extensions":{"clientError":[{"code":"rate_limit_exceeded","param":{}}]}}],"data":{}}'

test('beyond the limit of any 60 seconds calls are refused inside HTTP 200 and not executed', async () => {
  let now = 1_000_000
  await using tenant = await asking({ tickets: 1, requestsPerMinute: 3, clock: () => now })
  const { ask } = tenant
  for (let call = 0; call < 3; call++) {
    expect((await ask('{ __typename }')).body.errors).toBeUndefined()
    now += 10_000
  }
  const over = await tenant.post(
    JSON.stringify({ query: 'mutation { createServiceCategory(input: { name: "x" }) { name } }' }),
  )
  expect([over.status, over.text, over.headers.get('retry-after')]).toEqual([200, refused, null])
  expect(tenant.tenant.world.serviceCategories.some((row) => row.name === 'x')).toBe(false)
  now += 29_999
  expect((await ask('{ __typename }')).text).toBe(refused)
  now += 1
  expect((await ask('{ __typename }')).body.errors).toBeUndefined()
})

test('faults.rateLimit sets a limit, clear and reset lift it', async () => {
  await using tenant = await asking({ tickets: 1 })
  tenant.tenant.faults.rateLimit({ perMinute: 1 })
  await tenant.ask('{ __typename }')
  expect((await tenant.ask('{ __typename }')).text).toBe(refused)
  tenant.tenant.faults.clear()
  expect((await tenant.ask('{ __typename }')).body.errors).toBeUndefined()
  tenant.tenant.faults.rateLimit({ perMinute: 1 })
  tenant.tenant.reset()
  await tenant.ask('{ __typename }')
  expect((await tenant.ask('{ __typename }')).body.errors).toBeUndefined()
  expect(() => tenant.tenant.faults.rateLimit({ perMinute: 0 })).toThrow(TypeError)
})

test('an interceptor replaces an answer, and the call is not executed', async () => {
  await using tenant = await asking()
  const remove = tenant.tenant.faults.intercept(({ operations }) =>
    operations.includes('createStatus')
      ? { status: 503, headers: { 'content-type': 'text/html' }, body: '<h1>busy</h1>' }
      : undefined,
  )
  const body = JSON.stringify({ query: 'mutation { createStatus(input: [{ name: "Parked" }]) { name } }' })
  const answer = await tenant.post(body)
  expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([
    503,
    '<h1>busy</h1>',
    'text/html',
  ])
  expect(tenant.tenant.world.statuses.some((status) => status.name === 'Parked')).toBe(false)
  expect((await tenant.ask('{ getSLAList { name } }')).status).toBe(200)
  remove()
  expect((await tenant.post(body)).status).toBe(200)
  expect(tenant.tenant.world.statuses.some((status) => status.name === 'Parked')).toBe(true)
})

test('an interceptor can let the call happen and spoil the answer', async () => {
  await using tenant = await asking()
  tenant.tenant.faults.intercept((call) => ({ body: call.proceed().body.slice(0, 20) }))
  const answer = await tenant.post(
    JSON.stringify({ query: 'mutation { createStatus(input: [{ name: "Parked" }]) { name } }' }),
  )
  expect([answer.status, answer.text.length]).toEqual([200, 20])
  expect(tenant.tenant.world.statuses.some((status) => status.name === 'Parked')).toBe(true)
})

test('an interceptor can hang up and can stall', async () => {
  await using tenant = await asking({ tickets: 1 })
  const remove = tenant.tenant.faults.intercept(() => ({ destroy: true }))
  await expect(tenant.ask('{ __typename }')).rejects.toThrow('fetch failed')
  await expect(tenant.tenant.handle({ headers: tenantHeaders, body: '{}' })).rejects.toMatchObject({
    code: 'ECONNRESET',
  })
  remove()
  tenant.tenant.faults.intercept(() => ({ delayMs: 60_000 }))
  const stalled = fetch(tenant.url, {
    method: 'POST',
    headers: tenantHeaders,
    body: '{"query":"{ __typename }"}',
    signal: AbortSignal.timeout(50),
  })
  await expect(stalled).rejects.toMatchObject({ name: 'TimeoutError' })
})

test('calls are remembered in order, one per root field', async () => {
  let now = 5
  await using tenant = await asking({ tickets: 3, clock: () => now++ })
  const query = 'query($id: ID!) { getSLAList { name } getTicket(input: { ticketId: $id }) { subject } }'
  const id = tenant.tenant.world.tickets[0]?.ticketId
  await tenant.ask(query, { id })
  await tenant.ask('mutation { createStatus(input: [{ name: "Parked" }]) { name } }')
  await tenant.post('{"query":"{ getSLAList { name } }"}', { customersubdomain: 'acme' })
  const { calls } = tenant.tenant
  expect(calls().map(({ operation, kind }) => [operation, kind])).toEqual([
    ['getSLAList', 'query'],
    ['getTicket', 'query'],
    ['createStatus', 'mutation'],
  ])
  expect(calls('getTicket')).toEqual([
    { operation: 'getTicket', kind: 'query', variables: { id }, document: query, at: expect.any(Number) },
  ])
  tenant.tenant.reset()
  expect(calls()).toEqual([])
})

test('reset brings back the initial world', async () => {
  await using tenant = await asking({ tickets: 20 })
  const { world } = tenant.tenant
  const before = JSON.stringify(world)
  const input = sampleVariables('updateTicket', world)
  await tenant.ask('mutation($input: UpdateTicketInput!) { updateTicket(input: $input) { ticketId } }', input)
  await tenant.ask(
    'mutation($input: [TicketIdentifierInput]) { hardDeleteTickets(input: $input) }',
    sampleVariables('hardDeleteTickets', world),
  )
  expect(JSON.stringify(world)).not.toBe(before)
  tenant.tenant.reset()
  expect(JSON.stringify(world)).toBe(before)
})

test('sampleVariables names an operation that is none', () => {
  expect(() => sampleVariables('createNote', createMockTenant({ tickets: 1 }).world)).toThrow(
    'createNote is no operation',
  )
})
