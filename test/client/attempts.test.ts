import { AsyncLocalStorage } from 'node:async_hooks'
import { type AttemptResponse, createLimiter, type Logger, type Middleware } from '@superhack/superops'
import { afterEach, expect, test } from 'vitest'
import {
  type Answer,
  type AnsweringServer,
  answeringServer,
  canaryToken,
  rejection,
} from './answering-server.js'

let server: AnsweringServer | undefined
afterEach(() => server?.close())
async function serve(answer: Answer): Promise<AnsweringServer> {
  server = await answeringServer(answer)
  return server
}

const answer: Answer = (response) => response.end('{"data":{"getSLAList":[],"updateTicket":null}}')
const refusal = '{"errors":[{"extensions":{"clientError":[{"code":"rate_limit_exceeded"}]}}]}'
const onlyNewToken: Answer = (response, received, number) =>
  received.headers.authorization === 'Bearer new'
    ? answer(response, received, number)
    : response.writeHead(401).end()

test.each(['query', 'mutation'] as const)(
  'a %s refused with an old token is sent again with the new one',
  async (kind) => {
    const { client, received } = await serve(onlyNewToken)
    const tokens = ['old', 'new']
    const superops = client({ apiKey: () => (tokens.length > 1 ? (tokens.shift() ?? '') : 'new') })
    if (kind === 'query') expect(await superops.query.getSLAList()).toEqual([])
    else expect(await superops.mutation.updateTicket({ input: { ticketId: '1' } })).toBeNull()
    expect(received.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new'])
  },
)

test('a 401 with a token that did not change is not repeated', async () => {
  const { client, received } = await serve(onlyNewToken)
  expect(await rejection(client({ apiKey: () => 'old' }).query.getSLAList())).toMatchObject({ kind: 'auth' })
  expect(received).toHaveLength(1)
})

test.each([
  ['a blank text', ' '],
  ['a token with a line break', `${canaryToken}\nX: y`],
  ['nothing', undefined],
])('an apiKey function that gives %s is an auth error', async (_what, given) => {
  const { client, received } = await serve(answer)
  const error = await rejection(client({ apiKey: () => given as string }).query.getSLAList())
  expect(error).toMatchObject({
    kind: 'auth',
    cause: { message: expect.stringMatching(/^apiKey: expected/) },
  })
  expect(received).toHaveLength(0)
})

test('bounds of a call and of a copy beat those of the client', async () => {
  const { client } = await serve(() => {})
  const superops = client({ retries: 0 })
  expect(await rejection(superops.query.getSLAList({}, { timeoutMs: 30 }))).toMatchObject({
    bound: 'timeoutMs',
    ms: 30,
  })
  expect(await rejection(superops.query.getSLAList({}, { deadlineMs: 40 }))).toMatchObject({
    bound: 'deadlineMs',
    ms: 40,
  })
  const copy = superops.with({ timeoutMs: 20 })
  expect(await rejection(copy.query.getSLAList())).toMatchObject({ bound: 'timeoutMs', ms: 20 })
  expect(await rejection(superops.request('{ x }', {}, { timeoutMs: 25 }))).toMatchObject({ ms: 25 })
  expect(await rejection(superops.query.getSLAList({}, { timeoutMs: 0 }))).toMatchObject({
    name: 'TypeError',
    message: 'timeoutMs: expected an integer of at least 1, received 0',
  })
})

test('decode can be strict for one call or one copy', async () => {
  const { client } = await serve((response) =>
    response.end('{"data":{"getSLAList":[{"id":"1","name":null}]}}'),
  )
  const superops = client()
  expect(await superops.query.getSLAList()).toEqual([])
  expect(await rejection(superops.query.getSLAList({}, { decode: 'strict' }))).toMatchObject({
    kind: 'decode',
  })
  expect(await rejection(superops.with({ decode: 'strict' }).query.getSLAList())).toMatchObject({
    kind: 'decode',
  })
})

test('every signal on the way ends a call', async () => {
  const { client } = await serve(() => {})
  const outer = new AbortController()
  const inner = new AbortController()
  const copy = client().with({ signal: outer.signal }).with({ signal: inner.signal })
  const one = rejection(copy.query.getSLAList())
  setTimeout(() => outer.abort('outer'), 20)
  expect(await one).toMatchObject({ kind: 'aborted', cause: 'outer' })
})

test('a middleware sees every attempt and adds headers, but not those of the client', async () => {
  const { client, received } = await serve((response, request, number) =>
    number === 1 ? response.writeHead(503).end() : answer(response, request, number),
  )
  const superops = client()
  const seen: unknown[] = []
  const watch: Middleware = async (request, next) => {
    request.headers.traceparent = `00-${request.attempt}`
    request.headers.Authorization = 'Bearer mine'
    const { outcome, status } = await next()
    seen.push([request.operation, request.kind, request.attempt, request.priority, outcome, status])
  }
  const remove = superops.use(watch)
  await superops.with({ priority: 'backfill' }).query.getSLAList()
  expect(seen).toEqual([
    ['getSLAList', 'query', 1, 'backfill', 'http', 503],
    ['getSLAList', 'query', 2, 'backfill', 'ok', 200],
  ])
  expect(received.map(({ headers }) => [headers.traceparent, headers.authorization])).toEqual([
    ['00-1', `Bearer ${canaryToken}`],
    ['00-2', `Bearer ${canaryToken}`],
  ])
  remove()
  await superops.query.getSLAList()
  expect(seen).toHaveLength(2)
})

test('middlewares and listeners run in the async context of the call, however long it was queued', async () => {
  const { client } = await serve((response, request, number) =>
    number === 2 ? response.end(refusal) : answer(response, request, number),
  )
  const limiter = createLimiter({ requestsPerMinute: 1, windowMs: 30, safetyMs: 0 })
  const superops = client({ limiter })
  const caller = new AsyncLocalStorage<string>()
  const seen: string[][] = []
  const note = (what: string) => void seen.push([what, caller.getStore() ?? 'nobody'])
  superops.use(() => note('attempt'))
  superops.events.on('throttled', () => note('throttled'))
  const callers = ['a', 'b', 'c', 'd']
  await Promise.all(callers.map((name) => caller.run(name, () => superops.query.getSLAList())))
  limiter.close()
  expect(seen.sort()).toEqual([
    ['attempt', 'a'],
    ['attempt', 'b'],
    ['attempt', 'b'],
    ['attempt', 'c'],
    ['attempt', 'd'],
    ['throttled', 'b'],
  ])
})

const lines: [level: string, facts: unknown, message: string][] = []
const record = (level: string) => (facts: object, message: string) => void lines.push([level, facts, message])
const logger: Logger = {
  debug: record('debug'),
  info: record('info'),
  warn: record('warn'),
  error: record('error'),
}
afterEach(() => lines.splice(0))

test('a middleware that throws, calls next twice or answers nothing loses no answer', async () => {
  const { client, received } = await serve(answer)
  const superops = client({ logger })
  const broken = new Error('broken')
  superops.use(() => {
    throw broken
  })
  superops.use(async (_request, next) => {
    const [one, other] = await Promise.all([next(), next()])
    expect(one).toBe(other)
    throw broken
  })
  superops.use(() => undefined)
  expect(await superops.query.getSLAList()).toEqual([])
  expect(received).toHaveLength(1)
  expect(lines.filter(([level]) => level === 'error')).toEqual([
    ['error', { err: broken }, 'a middleware failed'],
    ['error', { err: broken }, 'a middleware failed'],
  ])
})

test('a middleware or an apiKey function that hangs ends with the attempt', async () => {
  const { client, received } = await serve(answer)
  const stuck = client({ timeoutMs: 40, retries: 0 })
  stuck.use(() => new Promise<AttemptResponse>(() => {}))
  expect(await rejection(stuck.query.getSLAList())).toMatchObject({ kind: 'timeout', bound: 'timeoutMs' })
  const silent = client({ timeoutMs: 40, retries: 0, apiKey: () => new Promise(() => {}) })
  expect(await rejection(silent.query.getSLAList())).toMatchObject({ kind: 'timeout', bound: 'timeoutMs' })
  expect(received).toHaveLength(0)
})

test('use refuses what is no function', async () => {
  const { client } = await serve(answer)
  expect(() => client().use('watch' as never)).toThrow(
    new TypeError('use: expected a function, received string'),
  )
})

test('the logger gets a line per attempt', async () => {
  const { client } = await serve((response, request, number) =>
    number === 1 ? response.socket?.destroy() : answer(response, request, number),
  )
  await client({ logger }).query.getSLAList()
  expect(lines.map(([level, facts]) => [level, (facts as { outcome: string }).outcome])).toEqual([
    ['warn', 'ECONNRESET'],
    ['debug', 'ok'],
  ])
})

test('a client is disposed of as await using does, and says in JSON which it is', async () => {
  const { client, url } = await serve(answer)
  const superops = client()
  superops.events.on('request', () => {})
  expect(JSON.parse(JSON.stringify({ superops }))).toEqual({
    superops: { url: `${url}/msp`, tenantId: 'acme' },
  })
  await superops[Symbol.asyncDispose]()
  expect(await rejection(superops.query.getSLAList())).toMatchObject({ kind: 'aborted' })
})
