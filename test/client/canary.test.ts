import type { ServerResponse } from 'node:http'
import { inspect } from 'node:util'
import { trace } from '@opentelemetry/api'
import {
  type CallOptions,
  type Client,
  type ClientOptions,
  configFromEnv,
  createClient,
  createLimiter,
  type ErrorKind,
  environmentVariables,
  isSuperOpsError,
} from '@superhack/superops'
import { afterEach, expect, test } from 'vitest'
import { products } from '../products.js'
import {
  type Answer,
  type AnsweringServer,
  answeringServer,
  canaryToken,
  customer,
  rejection,
} from './answering-server.js'
import { type FaultCase, faultCases, internalError, json, refusal } from './fault-cases.js'
import { Observed, printsOf, sightings } from './observed.js'

let server: AnsweringServer | undefined
afterEach(() => server?.close())

async function observe(
  answer: Answer,
  options?: Partial<ClientOptions>,
  create = createClient,
): Promise<Observed> {
  server = await answeringServer(answer, create)
  return new Observed(server.client, options)
}

/** Its pauses after refusals end within the test. */
const quickLimiter = () => createLimiter({ requestsPerMinute: Number.POSITIVE_INFINITY, windowMs: 40 })

type Ask = (superops: Client) => Promise<unknown>

/** Customer data in variables of every form, and in the text of a document. */
const asks: readonly Ask[] = [
  (superops) => superops.query.getSLAList(),
  (superops) =>
    superops.query.getTicketList({
      input: { page: 1, pageSize: 1, condition: { attribute: 'subject', operator: 'is', value: customer } },
    }),
  (superops) => superops.mutation.updateTicket({ input: { ticketId: '1', subject: customer } }),
  (superops) => superops.request(`query slas { getSLAList(name: "${customer}") { id } }`, { name: customer }),
  (superops) => superops.tickets.get(customer),
  (superops) =>
    superops.tickets
      .list({
        where: { attribute: 'subject', operator: 'is', value: customer },
        signal: AbortSignal.timeout(250),
      })
      .collect(),
]

interface CanaryCase extends Pick<FaultCase, 'answer' | 'options'> {
  readonly kind: ErrorKind
  /** All of `asks` when absent; those that fail must fail with `kind`. */
  readonly ask?: Ask
}

const withHeaders =
  (status: number, body: string): Answer =>
  (response, { headers }) => {
    const told = { 'x-customer': customer, 'set-cookie': `token=${canaryToken}`, date: customer }
    const echoed = { 'www-authenticate': headers.authorization, 'retry-after': customer }
    response
      .writeHead(status, customer, { ...told, ...echoed, location: `http://x/${canaryToken}` })
      .end(body)
  }

const raw =
  (text: string): Answer =>
  ({ socket }) =>
    socket?.end(text)

/** Beside the faults that are tested for what they become. */
const leaks: Record<string, CanaryCase> = {
  'headers and a status text of a 503': {
    kind: 'http',
    answer: withHeaders(503, customer),
    options: { retries: 1 },
  },
  'headers of a redirect': { kind: 'http', answer: withHeaders(302, '') },
  'headers of a 401': { kind: 'auth', answer: withHeaders(401, customer) },
  'headers of a 429': {
    kind: 'rate-limit',
    answer: withHeaders(429, customer),
    options: { deadlineMs: 100 },
  },
  'the media type': {
    kind: 'http',
    answer: (response) =>
      response.writeHead(200, { 'content-type': `${customer}; x=${canaryToken}` }).end('no'),
  },
  'a header that is none': {
    kind: 'network',
    answer: raw(`HTTP/1.1 200 OK\r\n${customer}\x01${canaryToken}\r\n\r\n`),
  },
  'a start line that is none': { kind: 'network', answer: raw(`${customer} ${canaryToken}\r\n\r\n`) },
  'a body that does not unpack': {
    kind: 'network',
    answer: (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(customer),
    options: { retries: 0 },
  },
  'a body beyond the bound': {
    kind: 'http',
    answer: json({ data: { name: customer.repeat(100) } }),
    options: { maxResponseBytes: 100 },
  },
  'a token that the server quotes': {
    kind: 'api',
    answer: (response, { headers, query, variables }) =>
      response.end(
        JSON.stringify({
          errors: [{ message: headers.authorization, path: [query], extensions: variables }],
        }),
      ),
  },
  'customer data where codes and names belong': {
    kind: 'api',
    answer: json({
      errors: [
        {
          extensions: {
            classification: customer,
            clientError: [
              { code: customer },
              { code: 'a_code', param: { attributes: [customer, 'subject'] } },
            ],
          },
        },
      ],
    }),
  },
  'a refusal that quotes': {
    kind: 'rate-limit',
    answer: json({ ...refusal, data: { name: customer } }),
    options: { deadlineMs: 100 },
  },
  'a value where a number belongs': {
    kind: 'decode',
    answer: json({
      data: {
        getTicketList: {
          tickets: [{ ticketId: '1', subject: customer, createdTime: customer }],
          listInfo: { totalCount: customer },
        },
      },
    }),
    options: { decode: 'strict' },
    ask: (superops) => superops.tickets.list().collect(),
  },
  'a row of another shape': {
    kind: 'decode',
    answer: json({ data: { getSLAList: [customer, { id: null, [customer]: customer }] } }),
    options: { decode: 'strict' },
    ask: (superops) => superops.query.getSLAList(),
  },
  'a call that is aborted': {
    kind: 'aborted',
    answer: () => {},
    ask: (superops) =>
      superops.mutation.updateTicket({ input: { ticketId: customer } }, { signal: AbortSignal.timeout(30) }),
  },
  'a client that is closed': {
    kind: 'aborted',
    answer: () => {},
    ask: (superops) => {
      const call = superops.mutation.updateTicket({ input: { ticketId: customer } })
      superops.close()
      return call
    },
  },
  'a mutation that is not allowed': {
    kind: 'read-only',
    answer: json({}),
    options: { readOnly: true },
    ask: (superops) => superops.mutation.updateTicket({ input: { ticketId: customer } }),
  },
  'a token that is none': {
    kind: 'auth',
    answer: json({}),
    options: { apiKey: () => `${canaryToken}\nX: y` },
  },
}

const cases: readonly (readonly [name: string, CanaryCase])[] = [
  ...Object.entries(leaks),
  ...Object.entries(faultCases).map(
    ([name, { answer, expected, options }]) =>
      [
        name,
        { answer, kind: expected.kind as ErrorKind, ...(options !== undefined && { options }) },
      ] as const,
  ),
]
const adapted = cases.flatMap(([name, leak]) =>
  (['http', 'fetch'] as const).map((adapter) => ['msp', name, adapter, leak, createClient] as const),
)
/** The other product shares all but its names: what the server tells is enough. */
const others = products.flatMap(({ product, createClient: create }) =>
  product === 'msp'
    ? []
    : Object.entries(leaks).map(([name, leak]) => [product, name, 'http', leak, create] as const),
)

test('there is a case for every kind of error', () => {
  const kinds: Record<ErrorKind, true> = {
    network: true,
    timeout: true,
    http: true,
    auth: true,
    'rate-limit': true,
    api: true,
    decode: true,
    aborted: true,
    'read-only': true,
  }
  expect([...new Set(cases.map(([, { kind }]) => kind))].sort()).toEqual(Object.keys(kinds).sort())
})

test.each([...adapted, ...others])(
  '%s: %s, %s adapter: no output shows token or customer data',
  async (_product, _name, adapter, leak, create) => {
    const { answer, kind, ask, options } = leak
    const observed = await observe(
      answer,
      { adapter, retries: 1, limiter: quickLimiter(), ...options },
      create,
    )
    const kinds = new Set<unknown>()
    for (const one of ask === undefined ? asks : [ask]) {
      const error = await one(observed.superops).then(
        () => undefined,
        (thrown: unknown) => observed.meet(thrown),
      )
      if (error !== undefined) kinds.add(isSuperOpsError(error) ? error.kind : error)
    }
    expect(kinds).toContain(kind)
    expect([...kinds].filter((met) => typeof met !== 'string')).toEqual([])
    expect(sightings(await observed.outputs())).toEqual([])
  },
)

test('answers that are good, bad in part or healed show none of their rows', async () => {
  const ticket = { ticketId: '1', subject: customer, client: { name: customer } }
  const tickets = [ticket, { ...ticket, ticketId: null }, { ...ticket, createdTime: customer }, customer]
  const listInfo = { totalCount: customer, hasMore: false }
  const observed = await observe(
    (response, { query }, number) =>
      number === 1
        ? response.writeHead(503).end(customer)
        : response.end(
            JSON.stringify(
              query.includes('impact')
                ? {
                    errors: [{ message: customer, path: ['getTicketList', 'tickets', 0, 'impact'] }],
                    data: null,
                  }
                : { data: { getTicketList: { tickets, listInfo } } },
            ),
          ),
    { retries: 1 },
  )
  const told = new Set<string>()
  const { superops } = observed
  for (const name of ['request', 'response', 'retry', 'page', 'issue', 'warning'] as const)
    superops.events.on(name, () => void told.add(name))
  const rows: unknown[] = []
  for await (const row of superops.tickets.list()) rows.push(row)
  // What was asked for is given, and told nowhere else.
  expect(sightings({ rows: JSON.stringify(rows) })).toEqual(['rows'])
  expect([...told].sort()).toEqual(['issue', 'page', 'request', 'response', 'retry', 'warning'])
  expect(sightings(await observed.outputs())).toEqual([])
})

test('a diagnosis shows nothing of the tenant', async () => {
  const page = { listInfo: { totalCount: customer }, tickets: [{ ticketId: '1', subject: customer }] }
  const observed = await observe((response, { query }, number) =>
    number % 2 === 0
      ? response.end(JSON.stringify(internalError))
      : response.end(JSON.stringify({ data: { [/get\w+/.exec(query)?.[0] ?? '']: page }, customer })),
  )
  const diagnosis = await observed.superops.doctor()
  expect(diagnosis.checks.map(({ status }) => status)).toEqual(expect.arrayContaining(['ok', 'failed']))
  const outputs = await observed.outputs()
  const shown = {
    inspect: inspect(diagnosis, { depth: 12, showHidden: true }),
    JSON: JSON.stringify(diagnosis),
  }
  expect(sightings({ ...outputs, ...shown })).toEqual([])
})

test('calls under way, in the queue and paused show nothing of themselves', async () => {
  const limiter = createLimiter({ requestsPerMinute: 2 })
  let first: ServerResponse | undefined
  const observed = await observe(
    (response) => {
      // Refused once both are under way.
      first?.end(JSON.stringify(refusal))
      first ??= response
    },
    { limiter },
  )
  const calls = asks.map((ask) => rejection(ask(observed.superops)))
  await expect.poll(() => limiter.stats()).toMatchObject({ used: 2, refused: 1, waiting: asks.length - 1 })
  expect(sightings(await observed.outputs())).toEqual([])
  limiter.close()
  observed.superops.close()
  for (const error of await Promise.all(calls)) observed.meet(error)
  expect(sightings(await observed.outputs())).toEqual([])
})

test('entries of an api error are there to be read, and in no print of it', async () => {
  const observed = await observe(json(internalError), { heal: 'off' })
  const error = observed.meet(await rejection(observed.superops.query.getSLAList()))
  expect(error).toMatchObject({ graphQlErrors: internalError.errors })
  expect(sightings(await observed.outputs())).toEqual([])
})

const badOptions: Record<string, Record<string, unknown>> = {
  'a key with a line break': { apiKey: `${canaryToken}\nX: y` },
  'a key among others': { apiKey: [canaryToken] },
  'a token for the subdomain': { tenantId: `${canaryToken} ${customer}` },
  'a token for the region': { region: canaryToken },
  'a token for the endpoint': { baseUrl: canaryToken },
  'a token for a scheme': { baseUrl: `${canaryToken}://x` },
  'credentials in the endpoint': { baseUrl: `https://${canaryToken}:x@api.superops.ai` },
  'a token for the zone': { sourceTimeZone: canaryToken },
  'a token for a number': { timeoutMs: canaryToken, retries: canaryToken },
  'a token for the rate': { requestsPerMinute: canaryToken },
  'a token for the priority': { priority: canaryToken },
  'a token for healing': { heal: canaryToken },
  'a token for the adapter': { adapter: canaryToken },
  'a token for telemetry': { telemetry: canaryToken },
}

test.each(Object.entries(badOptions))('%s is refused without being shown', (_what, change) => {
  const options = { apiKey: canaryToken, tenantId: 'acme', ...change } as ClientOptions
  const error = thrownBy(() => createClient(options))
  expect(error).toBeInstanceOf(TypeError)
  expect(sightings(printsOf(error))).toEqual([])
})

test('an environment that is wrong throughout is refused without being shown', () => {
  const env = Object.fromEntries(environmentVariables.map((name) => [name, `${canaryToken}://`]))
  expect(sightings(printsOf(thrownBy(() => configFromEnv(env))))).toEqual([])
})

function thrownBy(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

const theirs: Record<string, (given: Error) => [Partial<ClientOptions>, CallOptions]> = {
  'the reason of an abort': (given) => [{}, { signal: AbortSignal.abort(given) }],
  'what an apiKey function throws': (given) => [{ apiKey: () => Promise.reject(given) }, {}],
}

test.each(Object.entries(theirs))('%s is the cause, and told nowhere else', async (_what, give) => {
  const given = new Error(`${canaryToken} of ${customer}`)
  const [options, call] = give(given)
  const observed = await observe(json({}), options)
  const error = await rejection(observed.superops.query.getSLAList({}, call))
  expect(error).toMatchObject({ cause: given })
  const told = sightings({ ...(await observed.outputs()), ...printsOf(error) })
  expect(told.filter((name) => name !== 'inspect' && !name.startsWith('cause.'))).toEqual([])
})

test('what leaks by the hand of the caller is seen: the search finds it in every output', async () => {
  const observed = await observe((response) => response.writeHead(503).end(), { retries: 0 })
  const { superops, logger, told } = observed
  superops.use(({ requestId }) => {
    trace.getActiveSpan()?.setAttribute('customer', customer).setStatus({ code: 2, message: canaryToken })
    logger.trace({ requestId, customer }, 'a leak')
    throw new Error(customer)
  })
  superops.events.on('response', (facts) => void told.push(canaryToken, facts.outcome))
  const error = await rejection(superops.query.getSLAList())
  observed.meet(Object.assign(error as Error, { customer, cause: new Error(canaryToken) }))
  Object.assign(superops, { canaryToken })
  const seen = sightings(await observed.outputs())
  expect(seen).toEqual([
    'error 0 JSON',
    'error 0 inspect',
    'error 0 cause.String',
    'error 0 cause.message',
    'error 0 cause.stack',
    'error 0 cause.inspect',
    'log',
    'events',
    'spans',
    'inspect(client)',
  ])
  expect(
    sightings({ base64: Buffer.from(canaryToken).toString('base64'), bytes: inspect(Buffer.from(customer)) }),
  ).toEqual(['base64', 'bytes'])
})
