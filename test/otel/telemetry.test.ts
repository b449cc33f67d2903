import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { type ClientOptions, createLimiter } from '@superhack/superops'
import { openTelemetry } from '@superhack/superops/otel'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Answer, type AnsweringServer, answeringServer, rejection } from '../client/answering-server.js'
import { type Recording, recordTelemetry } from './record-telemetry.js'

let server: AnsweringServer
let recording: Recording
beforeEach(() => {
  recording = recordTelemetry()
})
afterEach(() => server.close())

async function watched(answer: Answer, options: Partial<ClientOptions> = {}) {
  server = await answeringServer(answer)
  const telemetry = openTelemetry(recording.tracers, recording.meters, { context, propagation })
  return server.client({ telemetry, ...options })
}

const slas: Answer = (response) => response.end('{"data":{"getSLAList":[]}}')
const refusal = '{"errors":[{"extensions":{"clientError":[{"code":"rate_limit_exceeded"}]}}],"data":{}}'
const shown = () =>
  recording.spans().map(
    ({ name, status, attributes }): Record<string, unknown> => ({
      name,
      code: status.code,
      ...attributes,
    }),
  )
const failed = { name: 'query getSLAList', code: SpanStatusCode.ERROR }

test('an attempt is a client span that tells operation, endpoint and status', async () => {
  const superops = await watched(slas)
  const { requestId } = await new Promise<{ requestId: string }>((resolve) => {
    superops.events.once('response', resolve)
    void superops.query.getSLAList()
  })
  await expect.poll(() => recording.spans()).toHaveLength(1)
  const port = Number(new URL(server.url).port)
  expect(recording.spans()[0]).toMatchObject({
    kind: SpanKind.CLIENT,
    instrumentationScope: { name: '@superhack/superops' },
    events: [],
  })
  expect(shown()).toEqual([
    {
      name: 'query getSLAList',
      code: SpanStatusCode.UNSET,
      'graphql.operation.name': 'getSLAList',
      'graphql.operation.type': 'query',
      'http.request.method': 'POST',
      'http.response.status_code': 200,
      'server.address': '127.0.0.1',
      'server.port': port,
      'url.full': `${server.url}/msp`,
      'superops.request_id': requestId,
      'superops.priority': 'interactive',
    },
  ])
})

test('a retry is a span of its own and counts what was sent before', async () => {
  const superops = await watched((response, received, number) =>
    number === 1 ? response.writeHead(503).end() : slas(response, received, number),
  )
  await superops.with({ priority: 'backfill' }).query.getSLAList()
  expect(shown()).toMatchObject([
    { ...failed, 'http.response.status_code': 503, 'error.type': 'http', 'superops.priority': 'backfill' },
    { code: SpanStatusCode.UNSET, 'http.response.status_code': 200, 'http.request.resend_count': 1 },
  ])
  expect(shown()[0]).not.toHaveProperty(['http.request.resend_count'])
  const [one, other] = shown()
  expect(one?.['superops.request_id']).toBe(other?.['superops.request_id'])
})

test.each<[string, Answer, Partial<ClientOptions>, Record<string, unknown>]>([
  [
    'a refusal by the limit',
    (response) => response.end(refusal),
    { deadlineMs: 150 },
    { 'error.type': 'rate-limit', 'http.response.status_code': 200 },
  ],
  [
    'a dropped connection',
    (response) => response.socket?.destroy(),
    { retries: 0 },
    { 'error.type': 'ECONNRESET' },
  ],
  ['a server that never answers', () => {}, { retries: 0, timeoutMs: 50 }, { 'error.type': 'timeout' }],
  [
    'an apiKey function that hangs',
    slas,
    { retries: 0, timeoutMs: 50, apiKey: () => new Promise(() => {}) },
    { 'error.type': 'timeout' },
  ],
])('%s is a span with an error', async (_what, answer, options, attributes) => {
  await rejection((await watched(answer, options)).query.getSLAList())
  expect(shown()).toMatchObject([{ ...failed, ...attributes }])
})

test('an aborted attempt is a span with an error; a call that never left the queue is none', async () => {
  const controller = new AbortController()
  const superops = await watched(() => controller.abort())
  const { signal } = controller
  await rejection(superops.query.getSLAList({}, { signal }))
  await rejection(superops.query.getSLAList({}, { signal }))
  expect(shown()).toMatchObject([{ ...failed, 'error.type': 'aborted' }])
})

test('spans of queued calls are children of what was active where each call was made', async () => {
  const limiter = createLimiter({ requestsPerMinute: 2, windowMs: 80, safetyMs: 0 })
  const superops = await watched(
    (response, received, number) =>
      number === 1 ? response.writeHead(503).end() : slas(response, received, number),
    { limiter, retryDelayMs: 1 },
  )
  const tracer = recording.tracers.getTracer('caller')
  const callers = ['a', 'b', 'c', 'd', 'e']
  await Promise.all(
    callers.map((name) =>
      tracer.startActiveSpan(name, async (span) => {
        await superops.query.getSLAList()
        span.end()
      }),
    ),
  )
  limiter.close()
  const spans = recording.spans()
  const nameOf = (id: string | undefined) => spans.find((span) => span.spanContext().spanId === id)?.name
  const attempts = spans.filter(({ kind }) => kind === SpanKind.CLIENT)
  expect(attempts.map(({ parentSpanContext }) => nameOf(parentSpanContext?.spanId)).sort()).toEqual(
    // The first one was sent twice.
    ['a', ...callers],
  )
})

test('the trace context of each attempt goes along in its headers', async () => {
  const superops = await watched((response, received, number) =>
    number === 1 ? response.writeHead(503).end() : slas(response, received, number),
  )
  await superops.query.getSLAList()
  expect(server.received.map(({ headers }) => headers.traceparent)).toEqual(
    recording.spans().map((span) => {
      const { traceId, spanId } = span.spanContext()
      return `00-${traceId}-${spanId}-01`
    }),
  )
})

test('listeners, log lines and other middlewares of an attempt run inside of its span', async () => {
  const inside: (string | undefined)[] = []
  const note = () => void inside.push(trace.getActiveSpan()?.spanContext().spanId)
  const logger = { debug: note, info: note, warn: note, error: note }
  const superops = await watched(slas, { logger })
  superops.events.on('request', note)
  superops.use(note)
  await superops.query.getSLAList()
  const id = recording.spans()[0]?.spanContext().spanId
  expect(inside).toEqual([id, id, id])
})

test('durations go to a histogram with the buckets of the conventions, refusals to a counter', async () => {
  const limiter = createLimiter({ requestsPerMinute: 100, windowMs: 100, safetyMs: 0 })
  const superops = await watched(
    (response, received, number) => (number === 1 ? response.end(refusal) : slas(response, received, number)),
    { limiter },
  )
  await superops.query.getSLAList()
  limiter.close()
  const shared = {
    'graphql.operation.name': 'getSLAList',
    'graphql.operation.type': 'query',
    'http.request.method': 'POST',
    'http.response.status_code': 200,
    'server.address': '127.0.0.1',
    'server.port': Number(new URL(server.url).port),
  }
  const refused = { ...shared, 'error.type': 'rate-limit' }
  const [resource] = (await recording.metrics()).getMetrics()
  const boundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]
  const spent = { value: { count: 1, buckets: { boundaries } } }
  expect(resource?.scopeMetrics).toMatchObject([
    {
      scope: { name: '@superhack/superops' },
      metrics: [
        {
          descriptor: { name: 'http.client.request.duration', unit: 's' },
          dataPoints: [
            { attributes: refused, ...spent },
            { attributes: shared, ...spent },
          ],
        },
        {
          descriptor: { name: 'superops.client.refusals', unit: '{request}' },
          dataPoints: [{ attributes: refused, value: 1 }],
        },
      ],
    },
  ])
})

test('it is a middleware, and does nothing as long as no SDK is registered', async () => {
  server = await answeringServer(slas)
  const superops = server.client()
  superops.use(openTelemetry(trace))
  expect(await superops.query.getSLAList()).toEqual([])
  superops.use(openTelemetry(recording.tracers))
  expect(await superops.query.getSLAList()).toEqual([])
  expect(shown()).toMatchObject([{ name: 'query getSLAList' }])
  expect(server.received[1]?.headers).not.toHaveProperty('traceparent')
})

test.each<[string, unknown[]]>([
  ['trace: expected the trace API of @opentelemetry/api, received undefined', []],
  ['metrics: expected the metrics API of @opentelemetry/api, received object', [trace, {}]],
  [
    'propagation: expected the propagation API of @opentelemetry/api, received undefined',
    [trace, undefined, { context }],
  ],
  [
    'context: expected the context API of @opentelemetry/api, received undefined',
    [trace, undefined, { propagation }],
  ],
])('%s', async (message, args) => {
  server = await answeringServer(slas)
  expect(() => Reflect.apply(openTelemetry, undefined, args)).toThrow(new TypeError(message))
})
