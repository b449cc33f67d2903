import { type ClientOptions, createClient, type FallbackTenant } from '@superhack/superops'
import { afterEach, expect, test, vi } from 'vitest'
import { canaryToken, rejection } from './answering-server.js'
import { back, closeAll, connect, gone, never, real, standIn, tickets } from './fallback-line.js'

afterEach(async () => {
  vi.useRealTimers()
  await closeAll()
})

test('after five reads that found nobody the mock answers, and a probe returns to the tenant', async () => {
  const { line, client, changes, fail } = await connect(20)
  expect((await client.tickets.list().collect()).origin).toBe('live')
  await line.down()
  await fail(4)
  expect({ origin: client.origin, changes }).toEqual({ origin: 'live', changes: [] })
  await fail(1)
  expect({ origin: client.origin, changes }).toEqual({ origin: 'mock', changes: [gone] })
  const { rows, origin } = await client.tickets.list().collect()
  expect({ origin, rows: rows.length }).toEqual({ origin: 'mock', rows: 150 })
  await line.up()
  await expect.poll(() => client.origin).toBe('live')
  expect(changes).toEqual([gone, back])
  expect((await client.tickets.list().collect()).rows).toHaveLength(tickets)
})

test('a read counts once, after its retries, and an answer in between begins anew', async () => {
  const { line, client, fail } = await connect(never, { retries: 2 })
  line.status = 503
  await fail(4)
  expect(line.requests).toBe(12)
  line.status = undefined
  await client.query.getSLAList()
  line.status = 502
  await fail(4)
  expect(client.origin).toBe('live')
  await fail(1)
  expect(client.origin).toBe('mock')
})

test.each([400, 401, 403, 404, 200])('HTTP %i never leads to the mock', async (status) => {
  const { line, client, changes, fail } = await connect()
  line.status = status
  await fail(12)
  expect({ origin: client.origin, changes }).toEqual({ origin: 'live', changes: [] })
})

test.each<[string, () => void, Partial<ClientOptions>]>([
  ['an api error', () => void real.faults.intercept(() => ({ body: '{"errors":[{"message":"no"}]}' })), {}],
  [
    'an answer of a wrong shape',
    () => void real.faults.intercept(() => ({ body: '{"data":{"getSLAList":[3]}}' })),
    { decode: 'strict' },
  ],
  [
    'a refusal by the limit',
    () =>
      void real.faults.intercept(() => ({
        body: '{"errors":[{"extensions":{"clientError":[{"code":"rate_limit_exceeded"}]}}]}',
      })),
    { deadlineMs: 30 },
  ],
  ['an attempt that takes too long', () => void real.faults.latency({ ms: 500 }), { timeoutMs: 20 }],
])('%s never leads to the mock', async (_what, break_, options) => {
  const { client, changes, fail } = await connect(never, options)
  break_()
  await fail(6)
  expect({ origin: client.origin, changes }).toEqual({ origin: 'live', changes: [] })
})

test('a timeout among failures neither counts nor begins anew', async () => {
  const { line, client, fail } = await connect(never, { timeoutMs: 100 })
  line.status = 500
  await fail(4)
  line.status = undefined
  const remove = real.faults.latency({ ms: 400 })
  await fail(1)
  remove()
  expect(client.origin).toBe('live')
  line.status = 500
  await fail(1)
  expect(client.origin).toBe('mock')
})

test('a mutation never counts and never reaches the mock, nor do the reads that verify it', async () => {
  const { line, client, fail } = await connect()
  const ticketId = standIn.world.tickets[0]?.ticketId ?? ''
  const update = () =>
    rejection(client.mutation.updateTicket({ input: { ticketId, priority: 'Low' } }, { verify: true }))
  await line.down()
  for (let left = 6; left > 0; left--) await update()
  expect(client.origin).toBe('live')
  await fail(5)
  expect(client.origin).toBe('mock')
  expect(await update()).toMatchObject({ kind: 'network', write: { outcome: 'not-applied' } })
  expect(standIn.calls().filter(({ kind }) => kind === 'mutation' || kind === 'query')).toEqual([])
  const unverified = client.mutation.updateTicket({ input: { ticketId, priority: 'Low' } })
  expect(await rejection(unverified)).toMatchObject({ kind: 'network' })
  const create = client.mutation.createClient(
    { input: { name: 'Acme', stage: 'Active', status: 'Paid', hqSite: { name: 'HQ' } } } as never,
    { verify: true },
  )
  expect(await rejection(create)).toMatchObject({ kind: 'network' })
  expect(standIn.calls()).toEqual([])
})

test('the doctor looks at the tenant, and finding it there returns to it', async () => {
  const { line, client, changes, fail } = await connect()
  await line.down()
  await fail(5)
  expect(await client.doctor()).toMatchObject({ healthy: false, origin: 'live' })
  expect(standIn.calls()).toEqual([])
  await line.up()
  expect(await client.doctor()).toMatchObject({ healthy: true, origin: 'live' })
  expect({ origin: client.origin, changes }).toEqual({ origin: 'live', changes: [gone, back] })
})

test('what the mock answers uses up no request of the limit, and it never sees the token', async () => {
  const seen: string[] = []
  const to: FallbackTenant = {
    credentials: standIn.credentials,
    handle: (request) => {
      seen.push(JSON.stringify(request.headers))
      return standIn.handle(request)
    },
  }
  const { line, client, fail } = await connect(never, {
    requestsPerMinute: 100,
    fallback: { to, when: 'unreachable', probeEveryMs: never },
  })
  await line.down()
  await fail(5)
  const { started } = client.stats()
  for (let left = 10; left > 0; left--) await client.query.getSLAList()
  expect(client.stats().started).toBe(started)
  expect(seen).toHaveLength(10)
  expect(seen.join()).not.toContain(canaryToken)
  expect(seen[0]).toContain('"customersubdomain":"acme"')
})

test('many reads in flight at the switch fail as they began, and the switch is told once', async () => {
  const lines: string[] = []
  const log = (facts: object, text: string) => lines.push(`${text} ${JSON.stringify(facts)}`)
  const { line, client, changes } = await connect(10, {
    logger: { debug: () => {}, info: log, warn: log, error: log },
  })
  await line.down()
  const errors = await Promise.all(Array.from({ length: 60 }, () => rejection(client.query.getSLAList())))
  expect(errors.every((error) => (error as { kind?: string }).kind === 'network')).toBe(true)
  expect(changes).toEqual([gone])
  await Promise.all(Array.from({ length: 60 }, () => client.query.getSLAList()))
  await line.up()
  await expect.poll(() => client.origin).toBe('live')
  expect(changes).toEqual([gone, back])
  expect(lines.filter((text) => /tenant/.test(text))).toEqual([
    'the tenant is unreachable: the fallback answers reads {"origin":"mock","because":"unreachable"}',
    'the tenant answers again {"origin":"live","because":"reachable"}',
  ])
})

test('what is wrong of one tenant is not held against the other', async () => {
  const { line, client, fail } = await connect(20)
  await line.down()
  await fail(5)
  standIn.faults.intercept(({ body }) =>
    /\btitle\b/.test(body)
      ? {
          body: '{"data":{"getTaskList":null},"errors":[{"message":"x","path":["getTaskList","tasks",0,"title"]}]}',
        }
      : undefined,
  )
  const pick = ['title'] as const
  const ofMock = await client.tasks.list({ pick, limit: 1 }).collect()
  expect(ofMock.warnings).toEqual([{ operation: 'getTaskList', field: 'tasks.title', found: 'named' }])
  await line.up()
  await expect.poll(() => client.origin).toBe('live')
  const { origin, warnings, rows } = await client.tasks.list({ pick, limit: 1 }).collect()
  expect({ origin, warnings }).toEqual({ origin: 'live', warnings: [] })
  expect(rows[0]).toHaveProperty('title')
})

test.each<[string, FallbackTenant['handle'], object]>([
  ['throws', () => Promise.reject(new Error(canaryToken)), { kind: 'network', code: 'ERR_FALLBACK' }],
  [
    'throws at once',
    () => {
      throw Object.assign(new Error(canaryToken), { code: 'ECONNRESET' })
    },
    { kind: 'network', code: 'ECONNRESET' },
  ],
  ['answers nothing', async () => undefined as never, { kind: 'network', code: 'ERR_FALLBACK_ANSWER' }],
  [
    'answers no text',
    async () => ({ status: 200, body: {} }) as never,
    { kind: 'network', code: 'ERR_FALLBACK_ANSWER' },
  ],
  ['answers HTML', async () => ({ status: 200, body: '<html>' }), { kind: 'http', status: 200 }],
  ['answers a status', async () => ({ status: 503, body: '' }), { kind: 'http', status: 503 }],
  ['refuses the caller', async () => ({ status: 401, body: '' }), { kind: 'auth', status: 401 }],
  ['never answers', () => new Promise(() => undefined), { kind: 'timeout', bound: 'timeoutMs' }],
])('a fallback that %s rejects with a typed error', async (_what, handle, expected) => {
  await using client = createClient({
    timeoutMs: 50,
    retryDelayMs: 0,
    fallback: { to: { handle }, when: 'unconfigured' },
  })
  const error = await rejection(client.query.getSLAList())
  expect(error).toMatchObject(expected)
  expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain(canaryToken)
})

test('without credentials the fallback is the tenant from the start, writes included', async () => {
  await using client = createClient({ fallback: { to: standIn, when: 'unconfigured' } })
  expect(client.origin).toBe('mock')
  const { rows, origin } = await client.tickets.list().collect()
  expect({ origin, rows: rows.length }).toEqual({ origin: 'mock', rows: 150 })
  const ticketId = rows[0]?.ticketId ?? ''
  const written = await client.mutation.updateTicket({ input: { ticketId, subject: 'Printer' } })
  expect(written?.ticketId).toBe(ticketId)
  expect(await client.tickets.get(ticketId)).toMatchObject({ subject: 'Printer' })
  expect(await client.doctor()).toMatchObject({ healthy: true, origin: 'mock' })
  expect(client.stats().started).toBe(0)
})

test('with credentials a client of the unconfigured kind is live and stays live', async () => {
  const { line, client, fail } = await connect(never, { fallback: { to: standIn, when: 'unconfigured' } })
  expect((await client.query.getSLAList())?.length).toBeGreaterThan(0)
  await line.down()
  await fail(12)
  expect(client.origin).toBe('live')
})

test('a client of the mock by its credentials has the origin mock, over HTTP as well', async () => {
  await using server = await standIn.listen()
  await using client = createClient(server.credentials)
  expect([client.origin, (await client.tickets.list({ limit: 1 }).collect()).origin]).toEqual([
    'mock',
    'mock',
  ])
})

test('the probe comes every 30 seconds', async () => {
  const { line, client, fail } = await connect(never, {
    fallback: { to: standIn, when: 'unreachable' },
  })
  line.status = 500
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await fail(5)
  const before = line.requests
  await vi.advanceTimersByTimeAsync(29_900)
  expect(line.requests).toBe(before)
  await vi.advanceTimersByTimeAsync(200)
  await vi.waitUntil(() => line.requests === before + 1)
  expect(client.origin).toBe('mock')
  line.status = 401
  await vi.waitUntil(() => vi.getTimerCount() > 0)
  await vi.advanceTimersByTimeAsync(30_000)
  await vi.waitUntil(() => client.origin === 'live')
  expect(line.requests).toBe(before + 2)
})

test.each(['live', 'fallen back', 'probing', 'returned'])(
  'close() leaves nothing behind when %s',
  async (state) => {
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
    const before = timers()
    const { line, client, changes, fail } = await connect(state === 'fallen back' ? never : 5)
    if (state !== 'live') {
      line.status = 500
      await fail(5)
    }
    if (state === 'probing') {
      line.status = undefined
      real.faults.latency({ ms: 5000 })
      const asked = line.requests
      await expect.poll(() => line.requests).toBeGreaterThan(asked)
    }
    if (state === 'returned') {
      line.status = undefined
      await expect.poll(() => client.origin).toBe('live')
    }
    const told = changes.length
    client.close()
    expect(await rejection(client.query.getSLAList())).toMatchObject({ kind: 'aborted' })
    const requests = line.requests
    await expect.poll(timers).toBeLessThanOrEqual(before + (state === 'probing' ? 1 : 0))
    expect({ changes: changes.length, requests: line.requests }).toEqual({ changes: told, requests })
  },
)
