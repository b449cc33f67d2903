import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { createServer } from 'node:net'
import { type Client, createLimiter } from '@superhack/superops'
import { afterEach, describe, expect, test } from 'vitest'
import { type Answer, type AnsweringServer, answeringServer } from './answering-server.js'

let server: AnsweringServer | undefined
afterEach(() => server?.close())

const end =
  (status: number, body = ''): Answer =>
  (response: ServerResponse) =>
    response.writeHead(status).end(body)
const refusal =
  '{"errors":[{"extensions":{"clientError":[{"code":"rate_limit_exceeded","param":{}}]}}],"data":{}}'

/** What a server does for each row of the table, in one or more forms. */
const failures: Record<string, readonly Answer[]> = {
  'the connection was reset': [
    (response) => response.socket?.destroy(),
    (response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{', () => response.socket?.destroy())
    },
  ],
  'no complete answer within `timeoutMs`': [
    () => {},
    (response) => response.writeHead(200, { 'content-length': '100' }).write('{'),
  ],
  'HTTP 500, 502, 503, 504': [500, 502, 503, 504].map((status) => end(status)),
  'refused by the limit, in HTTP 200 or 429': [end(200, refusal), end(429)],
  'HTTP 401, or 400 with an empty body': [end(401), end(400)],
  'another HTTP status': [end(403), end(404), end(413), end(302), end(400, 'no')],
  'HTTP 200 with a body that is no GraphQL answer': [
    end(200),
    end(200, '<html>'),
    end(200, '{"data":{"x"'),
    end(200, '[]'),
  ],
  'an internal error': [
    end(200, '{"errors":[{"message":"Internal Server Error(s) while executing query"}],"data":null}'),
  ],
  'an error with a code or a classification': [
    end(200, '{"errors":[{"extensions":{"clientError":[{"code":"forbidden","param":{}}]}}],"data":{}}'),
    end(200, '{"errors":[{"message":"x","extensions":{"classification":"ValidationError"}}],"data":null}'),
  ],
  'a row that does not fit the schema': [
    end(200, '{"data":{"getTicket":{"ticketId":7.5},"updateTicket":[]}}'),
  ],
}

const retries = 2
const sentAtMost: Record<string, number> = { yes: retries + 1, once: 2, no: 1 }
const input = { ticketId: '1' }
const calls = {
  query: (superops: Client) => superops.query.getTicket({ input }),
  mutation: (superops: Client) => superops.mutation.updateTicket({ input }),
}

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')
const rows = (page.split('## What is sent again')[1] ?? '')
  .split('##')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| failure'))
  .map((line) => line.split('|').map((cell) => cell.trim())) as string[][]

test('the page has a row for every failure', () => {
  const apart = ['no connection could be opened', 'HTTP 401, and `apiKey` gives another token']
  expect(rows.map(([, failure]) => failure).sort()).toEqual([...Object.keys(failures), ...apart].sort())
})

describe.each(rows)('%s%s: query %s, mutation %s', (_, failure = '', ofQuery = '', ofMutation = '') => {
  const cases = (failures[failure] ?? []).flatMap((answer, form) => [
    { kind: 'query' as const, form, answer, again: ofQuery },
    { kind: 'mutation' as const, form, answer, again: ofMutation },
  ])
  if (failure === 'no connection could be opened') {
    test.each(['query', 'mutation'] as const)('%s', async (kind) => {
      const closed = createServer().listen(0, '127.0.0.1')
      await new Promise((resolve) => closed.once('listening', resolve))
      const { port } = closed.address() as { port: number }
      await new Promise((resolve) => closed.close(resolve))
      server = await answeringServer(() => {})
      const superops = server.client({ baseUrl: `http://127.0.0.1:${port}`, retries })
      let requests = 0
      superops.events.on('request', () => requests++)
      await calls[kind](superops).catch(() => {})
      expect(requests).toBe(sentAtMost[kind === 'query' ? ofQuery : ofMutation])
    })
  } else if (failure === 'HTTP 401, and `apiKey` gives another token') {
    test.each(['query', 'mutation'] as const)('%s', async (kind) => {
      server = await answeringServer(end(401))
      let number = 0
      const superops = server.client({ retries, apiKey: () => `token-${number++}` })
      await calls[kind](superops).catch(() => {})
      expect(server.received).toHaveLength(sentAtMost[kind === 'query' ? ofQuery : ofMutation] ?? 0)
    })
  } else {
    test.each(cases)('$kind, form $form', async ({ kind, answer, again }) => {
      server = await answeringServer(answer)
      const limiter = createLimiter({ requestsPerMinute: 1000, windowMs: 20, safetyMs: 0 })
      const superops = server.client({ retries, limiter, timeoutMs: 150, deadlineMs: 600 })
      await calls[kind](superops).catch(() => {})
      limiter.close()
      if (failure.startsWith('refused')) {
        // The call waits for the limit and uses up no retry.
        expect(again).toBe('yes')
        expect(server.received.length).toBeGreaterThan(1)
      } else expect(server.received).toHaveLength(sentAtMost[again] ?? 0)
    })
  }
})

test.each<[form: string, headers: () => Record<string, string>]>([
  ['seconds', () => ({ 'retry-after': '1' })],
  ['a date', () => ({ 'retry-after': new Date(Date.now() + 2000).toUTCString() })],
  ['milliseconds', () => ({ 'retry-after-ms': '900' })],
])('HTTP 503 with Retry-After as %s is tried again when asked', async (_form, headers) => {
  server = await answeringServer((response, _received, number) =>
    number === 1 ? response.writeHead(503, headers()).end() : response.end('{"data":{"getTicket":null}}'),
  )
  const superops = server.client()
  const waits: number[] = []
  superops.events.on('retry', ({ delayMs }) => waits.push(delayMs))
  await superops.query.getTicket({ input })
  expect(waits[0]).toBeGreaterThanOrEqual(900)
  expect(waits[0]).toBeLessThanOrEqual(2100)
})

test('a server that is down is not asked four times for every call', async () => {
  server = await answeringServer(end(503))
  const superops = server.client({ retries: 3 })
  await Promise.all(Array.from({ length: 50 }, () => superops.query.getTicket({ input }).catch(() => {})))
  expect(server.received).toHaveLength(50 + 10)
})

test('the budget fills up again with answers', async () => {
  let isDown = true
  server = await answeringServer((response, received, number) =>
    isDown ? end(503)(response, received, number) : response.end('{"data":{"getTicket":null}}'),
  )
  const superops = server.client({ retries: 3 })
  const ask = () => superops.query.getTicket({ input }).catch(() => {})
  for (let call = 0; call < 10; call++) await ask()
  isDown = false
  for (let call = 0; call < 8; call++) await ask()
  isDown = true
  const before = server.received.length
  await Promise.all([ask(), ask(), ask()])
  expect(server.received.length - before).toBe(3 + 4)
})
