import { Agent, request } from 'node:http'
import { createMockTenant } from '@superhack/superops/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runs } from '../runs.js'
import { type Asking, asking, tenantHeaders } from './asking.js'

let tenant: Asking
beforeAll(async () => {
  tenant = await asking({ tickets: 30 })
})
afterAll(() => tenant[Symbol.asyncDispose]())

test.each([
  ['another path', '/it', 'POST', tenantHeaders, 400],
  ['the root', '/', 'POST', tenantHeaders, 400],
  ['a trailing slash', '/msp/', 'POST', tenantHeaders, 200],
  ['a question mark', '/msp?x=1', 'POST', tenantHeaders, 200],
  ['GET', '/msp?query={__typename}', 'GET', tenantHeaders, 405],
  ['PUT', '/msp', 'PUT', tenantHeaders, 405],
  ['GET without headers: the ingress is first', '/msp', 'GET', {}, 400],
  ['another path without headers', '/nothing', 'GET', {}, 400],
] as const)('%s', async (_, path, method, headers, status) => {
  const body = method === 'GET' ? null : '{"query":"{ __typename }"}'
  const answer = await fetch(new URL(path, tenant.url), { method, headers, body })
  expect(answer.status).toBe(status)
  expect(await answer.text()).toBe(status === 200 ? '{"data":{"__typename":"Query"}}' : '')
  expect(answer.headers.get('allow')).toBe(status === 405 ? 'POST' : null)
})

test.each([
  '',
  'null',
  '[]',
  '"x"',
  '{',
  '{"query":1}',
  '{"variables":{}}',
  '{"query":"{ __typename }","variables":[]}',
  '[{"query":"{ __typename }"}]',
  'query=%7B__typename%7D',
])('the body %s is answered with an empty 400', async (body) => {
  const answer = await tenant.post(body)
  expect([answer.status, answer.text]).toEqual([400, ''])
})

test.each(['application/json', 'text/plain', 'application/xml', 'application/json; charset=latin1'])(
  'a JSON body is read whatever it is called: %s',
  async (type) => {
    const body = '{"query":"{ __typename }"}'
    const answer = await tenant.post(body, { ...tenantHeaders, 'content-type': type })
    expect([answer.status, answer.text]).toEqual([200, '{"data":{"__typename":"Query"}}'])
    expect(answer.headers.get('content-type')).toBe('application/json')
  },
)

const requestError = (message: string, classification = 'ValidationError') =>
  `{"errors":[{"message":"${message}","extensions":{"classification":"${classification}"}}],"data":null}`

test.each([
  ['query A { __typename } query B { __typename }', 'C', requestError("Unknown operation named 'C'.")],
  [
    'query A { __typename } query B { __typename }',
    undefined,
    requestError('Must provide operation name if query contains multiple operations.'),
  ],
  ['query A { a: __typename } query B { b: __typename }', 'B', '{"data":{"b":"Query"}}'],
  ['query A { a: __typename }', '', '{"data":{"a":"Query"}}'],
  [
    'subscription { ticketCreated }',
    undefined,
    requestError('Schema is not configured for subscriptions.', 'OperationNotSupported'),
  ],
])('%s, operation %s', async (query, operationName, text) => {
  const answer = await tenant.post(JSON.stringify({ query, operationName }))
  expect([answer.status, answer.text]).toEqual([200, text])
  expect(tenant.tenant.calls('ticketCreated')).toEqual([])
})

test('a body beyond 5 MB is refused', async () => {
  expect((await tenant.post(`{"query":"${' '.repeat(5 * 1024 * 1024)}"}`)).status).toBe(413)
})

test('documents and inputs nested without end, and endlessly repeated fields, are answered', async () => {
  const deep = await tenant.ask('{ a'.repeat(20_000))
  expect(deep.body).toMatchObject({ errors: [{}], data: null })
  const fragments = await tenant.ask(`${'{ ...'.repeat(5000)}{ __typename ${'}'.repeat(5001)}`)
  expect(fragments.body).toMatchObject({ errors: [{}], data: null })
  const wide = await tenant.ask(`{ ${'__typename '.repeat(20_000)} }`)
  expect(wide.text).toBe('{"data":{"__typename":"Query"}}')
  const query = 'query($input: ListInfoInput!) { getTicketList(input: $input) { listInfo { condition } } }'
  const post = (condition: string) =>
    tenant.post(`{"query":"${query}","variables":{"input":{"condition":${condition}}}}`)
  const value = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  expect((await post(`{"attribute":"status","operator":"is","value":${value}}`)).status).toBe(200)
  const group = '{"joinOperator":"AND","operands":['.repeat(50_000)
  expect(await post(`${group}${']}'.repeat(50_000)}`)).toMatchObject({
    status: 200,
    text: '{"errors":[{"message":"Internal Server Error(s) while executing query"}],"data":null}',
  })
})

const document = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '{',
        '}',
        '(',
        ')',
        'query',
        'mutation',
        'fragment F on Ticket',
        '...F',
        '...',
        '@include(if: true)',
        '$x',
        ':',
        '"',
        'getTicket',
        'getTicketList',
        '(input: {})',
        '{ subject }',
        '__schema',
        'a:',
        '1',
        '#',
        '[',
        ']',
        '!',
        '"""',
      ),
      { maxLength: 25 },
    )
    .map((parts) => parts.join(' ')),
)
const body = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.json(),
  fc
    .record({
      query: document,
      variables: fc.oneof(fc.jsonValue(), fc.object()),
      operationName: fc.option(fc.string()),
    })
    .map((value) => JSON.stringify(value)),
)

test('random bodies are answered by 200 or 400 and never end the server', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(body, async (sent) => {
      const { status, text } = await tenant.post(sent)
      expect([200, 400]).toContain(status)
      if (status === 200) {
        const names = Object.keys(JSON.parse(text))
        expect(['data', 'errors,data']).toContain(names.join())
      } else expect(text).toBe('')
    }),
    { numRuns: runs(10_000) },
  )
  expect((await tenant.ask('{ __typename }')).text).toBe('{"data":{"__typename":"Query"}}')
})

test('close ends open keep-alive connections at once, and may be called twice', async () => {
  const server = await createMockTenant({ tickets: 1 }).listen()
  const agent = new Agent({ keepAlive: true })
  await new Promise<void>((resolve, reject) => {
    const call = request(server.url, { method: 'POST', headers: tenantHeaders, agent }, (response) => {
      response.resume().on('end', resolve)
    })
    call.on('error', reject).end('{"query":"{ __typename }"}')
  })
  const started = performance.now()
  await Promise.all([server.close(), server.close()])
  expect(performance.now() - started).toBeLessThan(500)
  agent.destroy()
})

test('close ends stalled calls', async () => {
  const stalling = createMockTenant({ tickets: 1 })
  stalling.faults.intercept(() => ({ delayMs: 60_000 }))
  const server = await stalling.listen()
  const call = fetch(server.url, {
    method: 'POST',
    headers: tenantHeaders,
    body: '{"query":"{ __typename }"}',
  }).catch((error: Error) => error.message)
  await new Promise((resolve) => setTimeout(resolve, 30))
  await server.close()
  expect(await call).toBe('fetch failed')
})

test('a port in use is an error of listen', async () => {
  const { port } = new URL(tenant.url)
  await expect(tenant.tenant.listen({ port: Number(port) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

test('a path that no URL can hold is answered like any other unknown one', async () => {
  const { port } = new URL(tenant.url)
  const status = await new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '//', method: 'POST' }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
  expect(status).toBe(400)
})
