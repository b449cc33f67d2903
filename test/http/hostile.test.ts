import { once } from 'node:events'
import { connect } from 'node:net'
import type { ServedStreams } from '@superhack/superops/http'
import { indexMetricsData } from '@superhack/superops/metrics'
import { createFeed } from '@superhack/superops/streams'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { runs } from '../runs.js'
import { sampleEvents } from '../streams/sample-event.js'
import { undescribed } from './described.js'
import { apiKey, ask, endAll, serve } from './serving.js'

afterAll(endAll)

const context = { now: '2026-01-02T03:04:05.000Z' }
const data = {
  tickets: [{ ticketId: '1', subject: '<script>' }],
  clients: [{ accountId: '11', name: 'Acme' }],
}

async function serveFixed() {
  const feed = createFeed()
  feed.open('tickets', { epoch: 'e1' })
  feed.publish(sampleEvents(1, 9))
  const snapshot = { origin: 'mock', data, context, index: indexMetricsData(data, context) } as const
  const status = { phase: 'live', health: 'ok', sinks: [], streams: feed.positions(), ages: {}, polls: 1 }
  const reading = { reasons: [], incomplete: [], updateIntervalMs: 60_000 }
  const streams = {
    feed,
    snapshot: () => snapshot,
    status: () => ({ ...status, ...reading, skippedPolls: 0, failedPolls: 0, requests: 1 }),
    refresh: async () => {},
    nudge: async () => true,
  } as unknown as ServedStreams
  const errors: unknown[] = []
  const onError = (error: unknown) => void errors.push(error)
  return { errors, url: await serve({ streams, apiKeys: [apiKey], bodyTimeoutMs: 200, onError }) }
}

const odd = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '..',
    '%2e%2e%2f',
    '%00',
    '%',
    '%ff',
    '__proto__',
    'constructor',
    '\\',
    '//evil.example',
    "1' OR 1=1",
    '{{7*7}}',
    'x'.repeat(600),
  ),
)
const word = fc.constantFrom('tickets', 'board', 'sla', 'service-delivery', 'quality', 'clients', 'portfolio')
const part = fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: odd })
const path = fc.oneof(
  fc.constantFrom('/health/live', '/health/ready', '/metrics', '/v1/streams', '/v1/nudge', '*', ''),
  part.map((name) => `/v1/reports/${name}`),
  part.map((name) => `/v1/entities/${name}`),
  part.map((name) => `/v1/streams/${name}/events`),
  part.map((name) => `/v1/streams/${name}/refresh`),
  fc.array(odd, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`),
  odd,
)
const parameter = fc.tuple(
  fc.oneof(
    fc.constantFrom('from', 'to', 'limit', 'cursor', 'client', 'since', 'mode', 'granularity', 'groupBy'),
    odd,
  ),
  fc.oneof(
    fc.constantFrom('1', '-1', '2026-01-01', 'hour', 'client', 'MQ', 'e1:3', 'e1:0x9', 'NaN', '1e9'),
    odd,
  ),
)
const query = fc
  .array(parameter, { maxLength: 4 })
  .map((pairs) =>
    pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`,
  )
const header = fc.tuple(
  fc.constantFrom(
    'accept',
    'if-none-match',
    'last-event-id',
    'content-type',
    'x-api-key',
    'webhook-id',
    'range',
    'host',
  ),
  fc.oneof(fc.constantFrom('application/json', '*', 'W/"x"', '"', 'text/html', ';;q=', '0'), odd),
)
const hostile = fc.record({
  method: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS') },
    { weight: 1, arbitrary: fc.oneof(fc.constantFrom('TRACE', 'PROPFIND', 'get'), odd) },
  ),
  target: fc.tuple(path, query).map(([first, second]) => first + second),
  headers: fc.array(header, { maxLength: 4 }),
  hasKey: fc.boolean(),
  body: fc.option(fc.oneof(fc.json(), odd), { nil: undefined }),
})

type Hostile = typeof hostile extends fc.Arbitrary<infer Request> ? Request : never

const plain = { method: 'GET', target: '/v1/streams', headers: [], hasKey: true, body: undefined }
/** What chance would bring seldom, where it is asked for a hundred requests alone. */
const oneOfEach: Hostile[] = [
  plain,
  { ...plain, target: '/v1/streams?limit=1' },
  { ...plain, hasKey: false },
  { ...plain, target: '/v1/reports/none' },
  { ...plain, method: 'DELETE' },
]

/** Sent byte by byte as it is: what a client library would refuse to send, too. */
async function send(port: number, { method, target, headers, hasKey, body }: Hostile): Promise<string> {
  const lines = [
    `${method} ${target} HTTP/1.1`,
    'Host: backend.example',
    'Connection: close',
    ...(hasKey ? [`Authorization: Bearer ${apiKey}`] : []),
    ...headers.map(([name, value]: [string, string]) => `${name}: ${value}`),
    ...(body === undefined ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
  ]
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`)
  let text = ''
  socket.on('data', (piece) => (text += piece))
  await once(socket, 'close')
  return text
}

test('whatever is sent, the answer is one that is described, keeps its secrets, and the next one comes', async () => {
  const { url, errors } = await serveFixed()
  const port = Number(new URL(url).port)
  const statuses = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(hostile, async (request) => {
      const text = await send(port, request)
      expect(text).not.toContain(apiKey)
      const [head = '', ...rest] = text.split('\r\n\r\n')
      const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1])
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      const isOfHandler = /^x-content-type-options: nosniff$/im.test(head)
      // What is no HTTP is refused by Node, without a body.
      if (!isOfHandler) {
        expect([400, 431]).toContain(status)
        expect(rest).toEqual([''])
        return
      }
      expect(status).not.toBe(500)
      const fields = head
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string])
      const bodiless = status === 304 || status === 204
      const response = new Response(bodiless ? null : '', { status, headers: fields })
      const { pathname } = new URL(
        request.target.startsWith('/') ? `http://x${request.target}` : request.target,
        url,
      )
      expect(
        undescribed({ method: request.method, url: `http://x${pathname}` }, response, rest.join('\r\n\r\n')),
      ).toEqual([])
    }),
    { numRuns: runs(10_000), examples: oneOfEach.map((request) => [request]) },
  )
  expect(errors).toEqual([])
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 404, 405]))
  expect((await ask(`${url}/health/live`)).json).toEqual({ status: 'live' })
})

test('a description that does not fit an answer is noticed', () => {
  const request = { method: 'GET', url: 'http://x/v1/streams' }
  const headers = { 'content-type': 'application/json' }
  const of = (body: unknown, status = 200) =>
    undescribed(request, new Response('', { status, headers }), JSON.stringify(body)).length
  const stream = { name: 'tickets', epoch: 'e1', sequence: 1, oldest: 1 }
  expect([
    of({ streams: [stream] }),
    of({ streams: [{ ...stream, more: 1 }] }),
    of({}),
    of({ streams: [] }, 201),
  ]).toEqual([0, expect.toBeOneOf([1, 2]), 1, 1])
})
