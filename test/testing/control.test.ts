import { createMockTenant, type ServedRequest } from '@superhack/superops/testing'
import { expect, test } from 'vitest'
import { tenantHeaders } from './asking.js'

async function controlled() {
  const tenant = createMockTenant({ tickets: 5 })
  const server = await tenant.listen({ control: true })
  const send = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(new URL(`/__mock/${path}`, server.url), {
      method,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as Record<string, never> }
  }
  const ask = async () =>
    (
      await fetch(server.url, {
        method: 'POST',
        headers: tenantHeaders,
        body: '{"query":"{ getSLAList { name } }"}',
      })
    ).status
  return { tenant, send, ask, [Symbol.asyncDispose]: server.close }
}

test('it tells counts, records and calls', async () => {
  await using mock = await controlled()
  const { body } = await mock.send('GET', 'world')
  expect(body).toMatchObject({ now: '2026-01-05T09:00:00.000Z', counts: { tickets: 5 } })
  const { body: tickets } = await mock.send('GET', 'world?entity=tickets')
  expect(tickets).toEqual(JSON.parse(JSON.stringify(mock.tenant.world.tickets)))
  await mock.ask()
  expect((await mock.send('GET', 'calls?operation=getSLAList')).body).toMatchObject([
    { operation: 'getSLAList', kind: 'query' },
  ])
  expect((await mock.send('GET', 'calls?operation=getTaxList')).body).toEqual([])
})

test('it adds and clears faults, one or a list', async () => {
  await using mock = await controlled()
  expect((await mock.send('POST', 'faults', { fault: 'status', status: 503, count: 1 })).body).toEqual({
    added: 1,
  })
  expect([await mock.ask(), await mock.ask()]).toEqual([503, 200])
  const list = [
    { fault: 'htmlError', operation: 'getSLAList' },
    { fault: 'latency', ms: 1 },
  ]
  expect((await mock.send('POST', 'faults', list)).body).toEqual({ added: 2 })
  expect(await mock.ask()).toBe(502)
  expect((await mock.send('DELETE', 'faults')).body).toEqual({ cleared: true })
  expect(await mock.ask()).toBe(200)
})

test('it lets time pass and tells what changed', async () => {
  await using mock = await controlled()
  const { body } = await mock.send('POST', 'advance', { hours: 240 })
  expect(body).toMatchObject({ from: '2026-01-05T09:00:00.000Z', to: '2026-01-15T09:00:00.000Z' })
  const { created } = body as unknown as { created: { alerts: { id: string }[] } }
  const { body: alerts } = await mock.send('GET', 'world?entity=alerts')
  expect(created.alerts.length).toBeGreaterThan(0)
  expect(alerts).toEqual(expect.arrayContaining(created.alerts))
})

test('it brings back the initial world', async () => {
  await using mock = await controlled()
  await mock.ask()
  await mock.send('POST', 'faults', { fault: 'internalError' })
  expect((await mock.send('POST', 'reset')).body).toEqual({ now: '2026-01-05T09:00:00.000Z' })
  expect(mock.tenant.calls()).toEqual([])
  expect(await mock.ask()).toBe(200)
})

test.each([
  ['GET', 'world?entity=ticket', undefined, 400, 'entity'],
  ['GET', 'nothing', undefined, 404, 'path'],
  ['GET', 'toString', undefined, 404, 'path'],
  ['GET', 'reset', undefined, 405, 'method'],
  ['POST', 'faults', '{', 400, 'body'],
  ['POST', 'faults', 'null', 400, '[0]'],
  ['POST', 'faults', [{ fault: 'latency', ms: 1 }, { fault: 'slow' }], 400, '[1].fault'],
  ['POST', 'faults', { fault: 'clear' }, 400, '[0].fault'],
  [
    'POST',
    'faults',
    [
      { fault: 'status', status: 503 },
      { fault: 'latency', ms: '1' },
    ],
    400,
    '[1].ms',
  ],
  ['POST', 'advance', {}, 400, 'hours'],
  ['POST', 'advance', { hours: -1 }, 400, 'hours'],
  ['POST', 'advance', '', 400, 'body'],
])('%s %s %j is refused with %i and names %s', async (method, path, body, status, field) => {
  await using mock = await controlled()
  const answer = await mock.send(method, path, body)
  expect(answer).toEqual({ status, body: { error: { field, message: expect.stringMatching(/\w/) } } })
  // All or none: the first of two entries was right.
  expect(await mock.ask()).toBe(200)
})

test('without the option it does not exist', async () => {
  const tenant = createMockTenant({ tickets: 1 })
  await using server = await tenant.listen()
  expect((await fetch(new URL('/__mock/world', server.url))).status).toBe(400)
})

test('onRequest is told of every request, without the token', async () => {
  const tenant = createMockTenant({ tickets: 1 })
  const seen: ServedRequest[] = []
  await using server = await tenant.listen({ onRequest: (request) => seen.push(request) })
  const body = '{"query":"{ getSLAList { name } getTeamList { name } }"}'
  await fetch(server.url, { method: 'POST', headers: tenantHeaders, body })
  await fetch(new URL('/download?details=secret', server.url))
  expect(seen).toEqual([
    {
      method: 'POST',
      path: '/msp',
      operations: ['getSLAList', 'getTeamList'],
      status: 200,
      ms: expect.any(Number),
    },
    { method: 'GET', path: '/download', operations: [], status: 400, ms: expect.any(Number) },
  ])
})

test('listen takes an address of IPv6 and a port', async () => {
  const tenant = createMockTenant({ tickets: 1 })
  const first = await tenant.listen({ host: '::1' })
  expect(first.url).toBe(`http://[::1]:${first.port}/msp`)
  const ask = async (url: string) =>
    (await fetch(url, { method: 'POST', headers: tenantHeaders, body: '{"query":"{ __typename }"}' })).status
  expect(await ask(first.url)).toBe(200)
  await first.close()
  await using second = await tenant.listen({ port: first.port })
  expect(second.url).toBe(`http://127.0.0.1:${first.port}/msp`)
  expect(await ask(second.url)).toBe(200)
})
