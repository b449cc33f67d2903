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
  ['another path', '/it', 'POST', 400],
  ['the root', '/', 'POST', 400],
  ['a trailing slash', '/msp/', 'POST', 200],
  ['GET', '/msp', 'GET', 405],
])('%s', async (_, path, method, status) => {
  const body = method === 'GET' ? null : '{"query":"{ __typename }"}'
  const answer = await fetch(new URL(path, tenant.url), { method, headers: tenantHeaders, body })
  expect(answer.status).toBe(status)
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
])('the body %s is answered with an empty 400', async (body) => {
  const answer = await tenant.post(body)
  expect([answer.status, answer.text]).toEqual([400, ''])
})

test('a body beyond 5 MB is refused', async () => {
  expect((await tenant.post(`{"query":"${' '.repeat(5 * 1024 * 1024)}"}`)).status).toBe(413)
})

test('a document or an input nested without end is answered', async () => {
  const deep = await tenant.ask('{ a'.repeat(20_000))
  expect(deep.body).toMatchObject({ errors: [{}], data: null })
  const value = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  const query = 'query($input: ListInfoInput!) { getTicketList(input: $input) { listInfo { condition } } }'
  const body = `{"query":"${query}","variables":{"input":{"condition":{"attribute":"status","operator":"is","value":${value}}}}}`
  expect((await tenant.post(body)).status).toBe(200)
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

test('random bodies are answered by 200 or 400 and never end the server', async () => {
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      const { status, body: answer } = await tenant.tenant.handle({ headers: tenantHeaders, body: text })
      expect([200, 400]).toContain(status)
      if (status === 200)
        expect(Object.keys(JSON.parse(answer)).filter((key) => key !== 'errors' && key !== 'data')).toEqual(
          [],
        )
    }),
    { numRuns: runs(10_000) },
  )
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      expect([200, 400]).toContain((await tenant.post(text)).status)
    }),
    { numRuns: runs(1000) },
  )
  expect((await tenant.ask('{ __typename }')).status).toBe(200)
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
