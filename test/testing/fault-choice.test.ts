import { createMockTenant, type Faults, type MockTenant } from '@superhack/superops/testing'
import { afterEach, expect, test, vi } from 'vitest'
import { tenantHeaders } from './asking.js'

afterEach(() => {
  vi.useRealTimers()
})

const small = () => createMockTenant({ tickets: 1 })

async function ask(tenant: MockTenant, query = '{ getSLAList { name } }') {
  const { status, body } = await tenant.handle({ headers: tenantHeaders, body: JSON.stringify({ query }) })
  return { status, body }
}

async function statuses(tenant: MockTenant, calls: number, query?: string): Promise<number[]> {
  const list: number[] = []
  for (let call = 0; call < calls; call++) list.push((await ask(tenant, query)).status)
  return list
}

test('a rate fails its share of the calls, the same ones for the same seed', async () => {
  const failing = async (add: (faults: Faults) => void, seed = 7) => {
    const tenant = createMockTenant({ tickets: 1, seed })
    add(tenant.faults)
    return statuses(tenant, 400)
  }
  const add = (faults: Faults) => faults.status({ status: 503, rate: 0.25 })
  const first = await failing(add)
  expect(await failing(add)).toEqual(first)
  expect(await failing(add, 8)).not.toEqual(first)
  const share = first.filter((status) => status === 503).length / 400
  expect(share).toBeGreaterThan(0.17)
  expect(share).toBeLessThan(0.33)
  // Another fault does not shift the choices of one with a seed of its own.
  const own = (faults: Faults) => faults.status({ status: 503, rate: 0.25, seed: 3 })
  const alone = await failing(own)
  expect(
    await failing((faults) => {
      faults.clockSkew({ ms: 0, rate: 0.5 })
      own(faults)
    }),
  ).toEqual(alone)
})

test('a rate of 0 strikes nothing', async () => {
  const tenant = small()
  tenant.faults.status({ status: 503, rate: 0 })
  expect(await statuses(tenant, 20)).toEqual(Array(20).fill(200))
})

test('a count strikes so many calls, of the operations named only', async () => {
  const tenant = small()
  tenant.faults.status({ status: 503, operation: ['getSLAList', 'getTeamList'], count: 2 })
  expect(await statuses(tenant, 1, '{ getTaxList { name } }')).toEqual([200])
  expect(await statuses(tenant, 4)).toEqual([503, 503, 200, 200])
})

test('a predicate sees the call', async () => {
  const tenant = small()
  tenant.faults.status({ status: 503, when: ({ body }) => body.includes('getTeamList') })
  expect((await ask(tenant)).status).toBe(200)
  expect((await ask(tenant, '{ getTeamList { name } }')).status).toBe(503)
})

test('a fault is taken away by its function, by clear and by reset', async () => {
  const tenant = small()
  const add = () => tenant.faults.status({ status: 503 })
  const twice = [add(), add()]
  twice[0]?.()
  expect((await ask(tenant)).status).toBe(503)
  twice[1]?.()
  expect((await ask(tenant)).status).toBe(200)
  add()
  tenant.faults.clear()
  expect((await ask(tenant)).status).toBe(200)
  add()
  tenant.reset()
  expect((await ask(tenant)).status).toBe(200)
})

test('rateLimit gives back the limit before it', async () => {
  const tenant = createMockTenant({ tickets: 1, requestsPerMinute: 3 })
  const remove = tenant.faults.rateLimit({ perMinute: 1 })
  await ask(tenant)
  expect((await ask(tenant)).body).toContain('rate_limit_exceeded')
  remove()
  expect((await ask(tenant)).body).not.toContain('rate_limit_exceeded')
})

async function waits(add: (faults: Faults) => void, calls: number): Promise<number[]> {
  vi.useFakeTimers()
  const tenant = small()
  add(tenant.faults)
  const list: number[] = []
  for (let call = 0; call < calls; call++) {
    const started = Date.now()
    const done = ask(tenant, '{ __typename }')
    await vi.runAllTimersAsync()
    await done
    list.push(Date.now() - started)
  }
  return list.sort((left, right) => left - right)
}

test('latency is even between min and max', async () => {
  const list = await waits((faults) => faults.latency({ min: 100, max: 300 }), 400)
  expect(list[0]).toBeGreaterThanOrEqual(100)
  expect(list.at(-1)).toBeLessThanOrEqual(300)
  expect(Math.abs((list[200] ?? 0) - 200)).toBeLessThan(30)
})

test('latency is log-normal with its median and 99th percentile', async () => {
  const list = await waits((faults) => faults.latency({ median: 200, p99: 2000 }), 2000)
  expect((list[1000] ?? 0) / 200).toBeGreaterThan(0.85)
  expect((list[1000] ?? 0) / 200).toBeLessThan(1.15)
  expect((list[1980] ?? 0) / 2000).toBeGreaterThan(0.6)
  expect((list[1980] ?? 0) / 2000).toBeLessThan(1.6)
})

test('two latencies add up', async () => {
  const list = await waits((faults) => {
    faults.latency({ ms: 30 })
    faults.latency({ ms: 12 })
  }, 1)
  expect(list).toEqual([42])
})

test('an internal error names the operations as the document does', async () => {
  const tenant = small()
  tenant.faults.internalError()
  const body = async (query: string) => JSON.parse((await ask(tenant, query)).body) as { data: unknown }
  expect((await body('{ a: getSLAList { name } b: getSLAList { id } getTeamList { name } }')).data).toEqual({
    a: null,
    b: null,
    getTeamList: null,
  })
  expect((await body('{')).data).toBeNull()
})

test('ambiguousWrite leaves reads alone, and random applies some writes and not others', async () => {
  const tenant = small()
  tenant.faults.ambiguousWrite()
  expect((await ask(tenant)).body).toContain('"data":{"getSLAList":[')
  for (let at = 0; at < 40; at++) {
    const query = `mutation { createServiceCategory(input: { name: "n${at}" }) { name } }`
    expect((await ask(tenant, query)).body).toBe(
      '{"errors":[{"message":"Internal Server Error(s) while executing query"}],"data":{"createServiceCategory":null}}',
    )
  }
  const applied = tenant.world.serviceCategories.filter(({ name }) => /^n\d+$/.test(name)).length
  expect(applied).toBeGreaterThan(8)
  expect(applied).toBeLessThan(32)
})

const wrong: [string, (faults: Record<string, (options?: unknown) => unknown>) => unknown, RegExp][] = [
  [
    'no object',
    (faults) => faults.latency?.(5),
    /^faults\.latency: options expects an object, received number/,
  ],
  [
    'unknown option',
    (faults) => faults.drip?.({ speed: 1 }),
    /^faults\.drip: unknown option speed; known are bytes, everyMs, operation/,
  ],
  [
    'rate',
    (faults) => faults.internalError?.({ rate: 1.5 }),
    /^faults\.internalError: rate expects a number from 0 to 1, received number/,
  ],
  ['count', (faults) => faults.internalError?.({ count: 0 }), /count expects a whole number, 1 or more/],
  [
    'operation',
    (faults) => faults.internalError?.({ operation: 'getTickets' }),
    /operation expects the name of an operation/,
  ],
  ['when', (faults) => faults.internalError?.({ when: true }), /when expects a function, received boolean/],
  [
    'seed',
    (faults) => faults.internalError?.({ seed: 'x' }),
    /seed expects a whole number, 0 or more, received string/,
  ],
  ['no latency', (faults) => faults.latency?.({}), /expects ms, or min and max, or median and p99/],
  ['two latencies', (faults) => faults.latency?.({ ms: 1, min: 1, max: 2 }), /expects ms, or min and max/],
  ['max below min', (faults) => faults.latency?.({ min: 2, max: 1 }), /max expects min or more/],
  ['median 0', (faults) => faults.latency?.({ median: 0, p99: 1 }), /median expects more than 0/],
  ['p99 below median', (faults) => faults.latency?.({ median: 2, p99: 1 }), /p99 expects the median or more/],
  ['a wait too long for timers', (faults) => faults.latency?.({ ms: 2 ** 31 }), /ms expects milliseconds/],
  [
    'at',
    (faults) => faults.dropConnection?.({ at: 'never' }),
    /at expects before, during, after, received string/,
  ],
  ['stall', (faults) => faults.stallBody?.({ bytes: -1 }), /bytes expects a whole number, 0 or more/],
  ['drip', (faults) => faults.drip?.({ bytes: 0 }), /bytes expects a whole number, 1 or more/],
  ['share', (faults) => faults.truncatedBody?.({ share: 2 }), /share expects a number from 0 to 1/],
  ['status', (faults) => faults.status?.({ status: 200 }), /status expects an HTTP status from 400 to 599/],
  ['no status', (faults) => faults.status?.({}), /status expects an HTTP status .* received undefined/],
  ['html', (faults) => faults.htmlError?.({ status: '502' }), /status expects .* received string/],
  [
    'applied',
    (faults) => faults.ambiguousWrite?.({ applied: 'maybe' }),
    /applied expects true, false, random/,
  ],
  [
    'late',
    (faults) => faults.ambiguousWrite?.({ answer: 'late' }),
    /delayMs expects more than 0 when answer is late/,
  ],
  [
    'type',
    (faults) => faults.nullInNonNull?.({ type: 'Tickets', field: 'x' }),
    /type Tickets is no object type/,
  ],
  ['field', (faults) => faults.nullInNonNull?.({ type: 'Ticket', field: 'x' }), /Ticket has no field x/],
  [
    'nullable',
    (faults) => faults.nullInNonNull?.({ type: 'Ticket', field: 'status' }),
    /Ticket\.status may be null anyway/,
  ],
  ['no drift', (faults) => faults.schemaDrift?.({}), /expects removedField, enumMember or leafKey/],
  [
    'removed',
    (faults) => faults.schemaDrift?.({ removedField: { type: 'Ticket', field: 'x' } }),
    /Ticket has no field x/,
  ],
  [
    'no enum',
    (faults) => faults.schemaDrift?.({ enumMember: { type: 'Ticket', value: 'X' } }),
    /Ticket is no enum/,
  ],
  [
    'member',
    (faults) => faults.schemaDrift?.({ enumMember: { type: 'TicketSource', value: 'FORM' } }),
    /expects a name that TicketSource does not have/,
  ],
  [
    'leaf',
    (faults) => faults.schemaDrift?.({ leafKey: 'x' }),
    /leafKey expects an object with key, received string/,
  ],
  ['skew', (faults) => faults.clockSkew?.({ ms: Number.NaN }), /ms expects milliseconds/],
  [
    'limit',
    (faults) => faults.rateLimit?.({ perMinute: '5' }),
    /perMinute expects a whole number above 0, or Infinity, received string/,
  ],
  [
    'interceptor',
    (faults) => faults.intercept?.({}),
    /faults\.intercept: expected a function, received object/,
  ],
]

test.each(wrong)('wrong options are named: %s', async (_, add, message) => {
  const tenant = small()
  const run = () => add(tenant.faults as never)
  expect(run).toThrow(TypeError)
  expect(run).toThrow(message)
  expect((await ask(tenant)).status).toBe(200)
})
