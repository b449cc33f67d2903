import { inspect } from 'node:util'
import { createLimiter, isSuperOpsError } from '@superhack/superops'
import { afterEach, expect, test } from 'vitest'
import {
  type Answer,
  type AnsweringServer,
  answeringServer,
  canaryToken,
  rejection,
} from './answering-server.js'

const customer = 'Canary & Sons'
let server: AnsweringServer | undefined
afterEach(() => server?.close())

async function serve(answer: Answer): Promise<AnsweringServer> {
  server = await answeringServer(answer)
  return server
}

const json =
  (body: unknown): Answer =>
  (response) =>
    response.end(JSON.stringify(body))
const refusal = {
  errors: [{ extensions: { clientError: [{ code: 'rate_limit_exceeded', param: {} }] } }],
  data: {},
}
const internalError = {
  errors: [{ message: `Internal Server Error(s): ${customer}` }],
  data: { getSLAList: null },
}

interface Case {
  readonly answer: Answer
  readonly expected: Record<string, unknown>
  readonly requests: number
  readonly options?: Record<string, unknown>
}

const cases: Record<string, Case> = {
  'HTTP 401': {
    answer: (response) => response.writeHead(401).end(),
    expected: { kind: 'auth', status: 401, retryable: false },
    requests: 1,
  },
  'HTTP 400 with an empty body': {
    answer: (response) => response.writeHead(400).end(),
    expected: { kind: 'auth', status: 400 },
    requests: 1,
  },
  'HTTP 400 with a body': {
    answer: (response) => response.writeHead(400).end(`bad ${customer}`),
    expected: { kind: 'http', status: 400, retryable: false },
    requests: 1,
  },
  'HTTP 503, each time': {
    answer: (response) => response.writeHead(503).end(`<html>${customer}</html>`),
    expected: { kind: 'http', status: 503, retryable: true },
    requests: 4,
  },
  'a redirect': {
    answer: (response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
    expected: { kind: 'http', status: 307 },
    requests: 1,
  },
  'an HTML body': {
    answer: (response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<html>${customer}</html>`),
    expected: { kind: 'http', status: 200 },
    requests: 1,
  },
  'an empty body': {
    answer: (response) => response.end(),
    expected: { kind: 'http', status: 200, message: 'getSLAList: HTTP 200, the body is empty' },
    requests: 1,
  },
  'JSON that is no GraphQL answer': {
    answer: json([customer]),
    expected: { kind: 'http', status: 200 },
    requests: 1,
  },
  'truncated JSON': {
    answer: (response) => response.end(`{"data":{"getSLAList":[{"id":"1","name":"${customer}`),
    expected: { kind: 'http', status: 200 },
    requests: 1,
  },
  'a body cut off by the network': {
    answer: (response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write(`{"data":{"getSLAList":[{"name":"${customer}`, () => response.socket?.destroy())
    },
    expected: { kind: 'network', retryable: true },
    requests: 4,
  },
  'a dropped connection': {
    answer: (response) => response.socket?.destroy(),
    // The fetch of node has codes of its own.
    expected: { kind: 'network', code: expect.stringMatching(/^(ECONNRESET|UND_ERR_SOCKET)$/) },
    requests: 4,
  },
  'a server that never answers': {
    answer: () => {},
    expected: { kind: 'timeout', bound: 'timeoutMs', ms: 100 },
    requests: 4,
    options: { timeoutMs: 100 },
  },
  'a deadline shorter than the attempts': {
    answer: () => {},
    expected: { kind: 'timeout', bound: 'deadlineMs', ms: 150 },
    requests: 2,
    options: { timeoutMs: 100, deadlineMs: 150 },
  },
  'refusals until the deadline': {
    answer: json(refusal),
    expected: { kind: 'rate-limit', retryable: true },
    requests: 1,
    options: { deadlineMs: 150 },
  },
  'an internal error': {
    answer: json(internalError),
    expected: {
      kind: 'api',
      codes: [],
      message: 'getSLAList: answered with an error; read error.graphQlErrors for its text',
    },
    requests: 1,
    options: { heal: 'off' },
  },
  'a client error without message': {
    answer: json({
      errors: [
        {
          message: null,
          extensions: {
            clientError: [
              {
                code: 'mandatory_validation_failed',
                param: { attributes: ['cause'], index: 1, value: customer },
              },
            ],
            classification: 'DataFetchingException',
          },
        },
      ],
      data: { getSLAList: null },
    }),
    expected: {
      kind: 'api',
      codes: [{ code: 'mandatory_validation_failed', attributes: ['cause'], index: 1 }],
      message: 'getSLAList: rejected with mandatory_validation_failed (cause, element 1)',
    },
    requests: 1,
  },
  'an object where a list belongs': {
    answer: json({ data: { getSLAList: { name: customer } } }),
    expected: {
      kind: 'decode',
      issues: [{ severity: 'shape', entity: 'SLA', index: 0, path: '', expected: '[SLA]' }],
    },
    requests: 1,
  },
  'a broken row in strict mode': {
    answer: json({ data: { getSLAList: [{ id: '1', name: null, customer }] } }),
    expected: {
      kind: 'decode',
      issues: [{ severity: 'shape', entity: 'SLA', id: '1', index: 0, path: 'name', expected: 'String' }],
    },
    requests: 1,
    options: { decode: 'strict' },
  },
}

/** Everything a logger could print of an error. */
function prints(error: unknown): string {
  const { stack, message, cause } = error as Error
  const shown = inspect(error, { depth: null, showHidden: true, getters: false })
  return [String(error), message, stack, inspect(cause, { depth: null }), JSON.stringify(error), shown].join(
    '\n',
  )
}

const adapters = ['http', 'fetch'] as const
const adapted = Object.entries(cases).flatMap(([name, fault]) =>
  adapters.map((adapter) => [name, adapter, fault] as const),
)

test.each(adapted)(
  '%s with the %s adapter is a typed error without token or customer data',
  async (_name, adapter, { answer, expected, requests, options }) => {
    const { received, client } = await serve(answer)
    const error = await rejection(client({ adapter, ...options }).query.getSLAList())
    expect(isSuperOpsError(error)).toBe(true)
    expect(error).toMatchObject({ operation: 'getSLAList', ...expected })
    expect(received).toHaveLength(requests)
    expect((error as { attempts: unknown[] }).attempts).toHaveLength(requests)
    expect(prints(error)).not.toContain(canaryToken)
    expect(prints(error)).not.toContain(customer)
  },
)

test('the entries of the answer stay readable on an api error', async () => {
  const { client } = await serve(json(internalError))
  const error = await rejection(client().query.getSLAList())
  expect((error as { graphQlErrors: unknown }).graphQlErrors).toEqual(internalError.errors)
})

test('a body of 60 MB is refused before it is read whole', async () => {
  let sent = 0
  const chunk = ' '.repeat(1 << 20)
  const { client } = await serve((response) => {
    const write = () => {
      while (sent < 60 && !response.destroyed) {
        sent++
        if (!response.write(chunk)) return response.once('drain', write)
      }
      return response.end()
    }
    write()
  })
  const error = await rejection(client({ retries: 0 }).query.getSLAList())
  expect(error).toMatchObject({
    kind: 'http',
    message: 'getSLAList: HTTP 200, the body is larger than maxResponseBytes = 33554432',
  })
  expect(sent).toBeLessThan(60)
})

test('an aborted signal sends nothing, and one that aborts midway ends the call', async () => {
  const { client, received } = await serve(() => {})
  const superops = client()
  const before = await rejection(superops.query.getSLAList({}, { signal: AbortSignal.abort('gone') }))
  expect(before).toMatchObject({ kind: 'aborted', cause: 'gone' })
  expect(received).toHaveLength(0)
  const controller = new AbortController()
  const midway = rejection(superops.query.getSLAList({}, { signal: controller.signal }))
  setTimeout(() => controller.abort('enough'), 50)
  expect(await midway).toMatchObject({ kind: 'aborted', cause: 'enough', attempts: [{ outcome: 'aborted' }] })
})

test('close ends what is under way and everything after it', async () => {
  const { client } = await serve(() => {})
  const superops = client()
  const pending = rejection(superops.query.getSLAList())
  setTimeout(() => superops.close(), 20)
  expect(await pending).toMatchObject({ kind: 'aborted' })
  expect(await rejection(superops.query.getSLAList())).toMatchObject({ kind: 'aborted' })
})

test.each(adapters)('no connection at all is a network error with the %s adapter', async (adapter) => {
  const { client, close } = await serve(() => {})
  await close()
  const refused = { kind: 'network', code: 'ECONNREFUSED' }
  const other = client({ adapter, retries: 1 })
  expect(await rejection(other.query.getSLAList())).toMatchObject({ ...refused, retryable: true })
  // No connection, no write: it is safe to try again.
  expect(await rejection(other.mutation.updateTicket({ input: { ticketId: '1' } }))).toMatchObject({
    ...refused,
    attempts: [{ outcome: 'ECONNREFUSED' }, { outcome: 'ECONNREFUSED' }],
    write: { outcome: 'not-applied', because: 'not-sent' },
  })
  other.close()
})

test('a failing apiKey function is an auth error with its cause', async () => {
  const { client } = await serve(json({ data: {} }))
  const cause = new Error('vault is sealed')
  const error = await rejection(client({ apiKey: () => Promise.reject(cause) }).query.getSLAList())
  expect(error).toMatchObject({ kind: 'auth', cause })
})

test('a refused call waits, is sent again without using up a retry, and answers', async () => {
  const { client, received } = await serve((response, _received, number) =>
    response.end(JSON.stringify(number === 1 ? refusal : { data: { getSLAList: [] } })),
  )
  const limiter = createLimiter({ requestsPerMinute: 100, windowMs: 200 })
  const superops = client({ limiter, retries: 0 })
  const pauses: number[] = []
  superops.events.on('throttled', ({ pauseMs }) => pauses.push(pauseMs))
  expect(await superops.query.getSLAList()).toEqual([])
  expect(received).toHaveLength(2)
  expect(pauses).toHaveLength(1)
  limiter.close()
})

test.each([
  [
    'a dropped connection',
    (response) => response.socket?.destroy(),
    { kind: 'network', write: { outcome: 'unknown' } },
  ],
  ['HTTP 503', (response) => response.writeHead(503).end(), { kind: 'http', write: { outcome: 'unknown' } }],
  ['no answer in time', () => {}, { kind: 'timeout', write: { outcome: 'unknown' } }],
  [
    'an internal error',
    json({
      errors: [{ message: 'Internal Server Error(s) while executing query' }],
      data: { updateTicket: null },
    }),
    { kind: 'api', write: { outcome: 'unknown' } },
  ],
  [
    'a validation error',
    json({ errors: [{ message: 'x', extensions: { classification: 'ValidationError' } }], data: null }),
    { kind: 'api', write: { outcome: 'not-applied', because: 'rejected' } },
  ],
  [
    'HTTP 401',
    (response) => response.writeHead(401).end(),
    { kind: 'auth', write: { outcome: 'not-applied', because: 'rejected' } },
  ],
] satisfies [string, Answer, object][])(
  'a mutation meets %s: sent once, and the outcome is told',
  async (_name, answer, expected) => {
    const { client, received } = await serve(answer)
    const error = await rejection(
      client({ timeoutMs: 100 }).mutation.updateTicket({ input: { ticketId: '1', status: customer } }),
    )
    expect(error).toMatchObject(expected)
    expect(received).toHaveLength(1)
    expect(prints(error)).not.toContain(customer)
  },
)

test('a read-only client refuses a mutation before it leaves, also in a document of the caller', async () => {
  const { client, received } = await serve(json({ data: {} }))
  const superops = client({ readOnly: true })
  const expected = { kind: 'read-only', write: { outcome: 'not-applied', because: 'not-sent' } }
  expect(await rejection(superops.mutation.updateTicket({ input: { ticketId: '1' } }))).toMatchObject(
    expected,
  )
  expect(
    await rejection(superops.request('mutation { updateTicket(input: {ticketId: 1}) { ticketId } }')),
  ).toMatchObject(expected)
  expect(received).toHaveLength(0)
})

test('token and customer data appear in no event', async () => {
  const { client } = await serve(json(internalError))
  const superops = client()
  const seen: unknown[] = []
  for (const name of ['request', 'response', 'retry', 'throttled', 'page', 'issue'] as const)
    superops.events.on(name, (facts: unknown) => seen.push(facts))
  await rejection(superops.query.getSLAList())
  expect(seen.length).toBeGreaterThan(0)
  for (const text of [inspect(seen, { depth: null }), inspect(superops, { depth: null })]) {
    expect(text).not.toContain(canaryToken)
    expect(text).not.toContain(customer)
  }
})
