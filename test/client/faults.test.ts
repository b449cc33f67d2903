import { createLimiter, isSuperOpsError } from '@superhack/superops'
import { afterEach, describe, expect, test } from 'vitest'
import { products } from '../products.js'
import {
  type Answer,
  type AnsweringServer,
  answeringServer,
  customer,
  rejection,
} from './answering-server.js'
import { faultCases, internalError, json, refusal } from './fault-cases.js'

describe.each(products)('$product', ({ createClient }) => {
  let server: AnsweringServer | undefined
  afterEach(() => server?.close())

  async function serve(answer: Answer): Promise<AnsweringServer> {
    server = await answeringServer(answer, createClient)
    return server
  }

  const adapters = ['http', 'fetch'] as const
  const adapted = Object.entries(faultCases).flatMap(([name, fault]) =>
    adapters.map((adapter) => [name, adapter, fault] as const),
  )

  test.each(adapted)(
    '%s with the %s adapter is a typed error',
    async (_name, adapter, { answer, expected, requests, options }) => {
      const { received, client } = await serve(answer)
      const error = await rejection(client({ adapter, ...options }).query.getSLAList())
      expect(isSuperOpsError(error)).toBe(true)
      expect(error).toMatchObject({ operation: 'getSLAList', ...expected })
      expect(received).toHaveLength(requests)
      expect((error as { attempts: unknown[] }).attempts).toHaveLength(requests)
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
    expect(await midway).toMatchObject({
      kind: 'aborted',
      cause: 'enough',
      attempts: [{ outcome: 'aborted' }],
    })
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
    [
      'HTTP 503',
      (response) => response.writeHead(503).end(),
      { kind: 'http', write: { outcome: 'unknown' } },
    ],
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
})
