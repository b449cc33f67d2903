import type { RequestListener, ServerResponse } from 'node:http'
import { webhookSink } from '@superhack/superops/sinks/webhook'
import { createWebhookSecret, verifyWebhook } from '@superhack/superops/webhooks'
import { CloudEvent, HTTP } from 'cloudevents'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { sampleEvent, sampleEvents } from '../streams/sample-event.js'
import { localSink, secret, startReceiver } from './receiver.js'

const attempt = (number = 1, waitMs?: number) => ({
  number,
  signal: new AbortController().signal,
  ...(waitMs !== undefined && { waitMs }),
})

/** What became of a delivery, in short. */
const outcomeOf = (delivery: Promise<unknown>) =>
  delivery.then(
    (verdict) => verdict ?? 'delivered',
    (error) => error.message.replace(/127\.0\.0\.1:\d+/, 'host'),
  )

test('an event arrives as CloudEvents JSON that the reference library verifies', async () => {
  const receiver = await startReceiver()
  const sink = localSink({ url: receiver.url, headers: { authorization: 'Bearer x' } })
  const event = sampleEvent(1)
  expect(await sink.deliver(event, attempt())).toBeUndefined()
  const [{ headers, body } = { headers: {}, body: '' }] = receiver.arrived
  expect(body).toBe(JSON.stringify(event))
  expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(event)
  expect(HTTP.toEvent({ headers, body })).toBeInstanceOf(CloudEvent)
  expect([headers['content-type'], headers.authorization]).toEqual([
    'application/cloudevents+json; charset=utf-8',
    'Bearer x',
  ])
  await receiver.close()
})

test('id and bytes stay over attempts, time and signature do not; another endpoint has another id', async () => {
  const receiver = await startReceiver()
  let seconds = 1_700_000_000
  const now = () => seconds * 1000
  const next = createWebhookSecret()
  const sink = localSink({ url: receiver.url, now, secret: [next, secret] })
  await sink.deliver(sampleEvent(1), attempt(1))
  seconds += 300
  await sink.deliver(sampleEvent(1), attempt(2))
  await localSink({ url: receiver.url, name: 'second' }).deliver(sampleEvent(1), attempt())
  const [first, second, other] = receiver.arrived
  expect(second?.body).toBe(first?.body)
  const ids = receiver.arrived.map(({ headers }) => headers['webhook-id'])
  expect(ids).toEqual([expect.stringMatching(/^[\w-]{31}$/), ids[0], expect.stringMatching(/^[\w-]{31}$/)])
  expect(other?.headers['webhook-id']).not.toBe(ids[0])
  for (const [key, arrived] of [secret, next].map((each) => [each, second] as const)) {
    const { headers, body } = arrived ?? { headers: {}, body: '' }
    const timestamp = 1_700_000_300
    expect(verifyWebhook({ headers, body, secret: key, now })).toEqual({ id: ids[0], timestamp })
  }
  await receiver.close()
})

test('each answer has its meaning, and Retry-After is kept within one and two waits', async () => {
  let script: (response: ServerResponse) => unknown = () => {}
  const receiver = await startReceiver((_, response) => void script(response))
  const sink = localSink({ url: receiver.url })
  const answered = (status: number, headers: Record<string, string> = {}, waitMs?: number) => {
    script = (response) => response.writeHead(status, headers).end('customer data')
    return outcomeOf(sink.deliver(sampleEvent(1), attempt(1, waitMs)))
  }
  const later = (status: number, retryAfterMs: number) => ({
    retryAfterMs,
    reason: `webhook to 127.0.0.1:${receiver.port}: it answered ${status}`,
  })
  const gone = `webhook to 127.0.0.1:${receiver.port}: it is gone (410)`
  const refused = `webhook to 127.0.0.1:${receiver.port}: it refused the event for good (400)`
  expect(await answered(200)).toBe('delivered')
  expect(await answered(500)).toBe('webhook to host: it answered 500')
  expect(await answered(302, { location: receiver.url })).toBe(
    'webhook to host: it redirects (302), which is not followed',
  )
  expect(await answered(410)).toEqual({ disabled: gone })
  expect(await answered(400, { 'webhook-delivery': 'abort-message' })).toEqual({ dead: refused })
  expect(await answered(429, {}, 5000)).toEqual(later(429, 60_000))
  expect(await answered(503, {}, 300_000)).toEqual(later(503, 300_000))
  expect(await answered(429, { 'retry-after': '90' }, 5000)).toEqual(later(429, 90_000))
  expect(await answered(429, { 'retry-after': '86400' }, 5000)).toEqual(later(429, 120_000))
  expect(await answered(500, { 'retry-after': '7' }, 5000)).toEqual(later(500, 7000))
  expect(await answered(500, { 'retry-after': 'Wed, 21 Oct 2099 07:28:00 GMT' }, 5000)).toEqual(
    later(500, 10_000),
  )
  expect(await answered(500, { 'retry-after': 'soon' })).toBe('webhook to host: it answered 500')
  expect(receiver.arrived).toHaveLength(12)
  await receiver.close()
})

test('an endpoint that is down, resets or hangs fails in time, and says so without address of the path', async () => {
  let script: RequestListener = () => {}
  const receiver = await startReceiver((request, response) => script(request, response))
  script = (request) => request.socket.resetAndDestroy()
  const patient = localSink({ url: receiver.url })
  expect(await outcomeOf(patient.deliver(sampleEvent(1), attempt()))).toBe(
    'webhook to host: the connection failed (ECONNRESET)',
  )
  const sink = localSink({ url: receiver.url, timeoutMs: 300 })
  script = () => {}
  expect(await sink.deliver(sampleEvent(1), attempt(1, 5000))).toEqual({
    retryAfterMs: 60_000,
    reason: `webhook to 127.0.0.1:${receiver.port}: no answer within 300 ms`,
  })
  // The status decides, however the body ends.
  script = (_, response) => void response.writeHead(200).write('and then nothing')
  expect(await outcomeOf(sink.deliver(sampleEvent(1), attempt()))).toBe('delivered')
  await receiver.close()
  expect(await outcomeOf(patient.deliver(sampleEvent(1), attempt()))).toBe(
    'webhook to host: the connection failed (ECONNREFUSED)',
  )
  expect(JSON.stringify([...patient.deliveries(), ...sink.deliveries()])).not.toMatch(
    /hidden|hooks|whsec|Drucker/,
  )
})

test('of an answer of a gigabyte the first pieces are read', async () => {
  let written = 0
  const receiver = await startReceiver((_, response) => {
    const piece = Buffer.alloc(64 * 1024)
    const write = () => {
      while (!response.destroyed && written < 2 ** 30) {
        written += piece.length
        if (!response.write(piece)) return void response.once('drain', write)
      }
      response.end()
    }
    response.writeHead(200)
    write()
  })
  const sink = localSink({ url: receiver.url })
  expect(await outcomeOf(sink.deliver(sampleEvent(1), attempt()))).toBe('delivered')
  expect(written).toBeLessThan(32 * 1024 * 1024)
  await receiver.close()
})

test('deliveries share connections, and an idle one that was closed is no failure', async () => {
  const receiver = await startReceiver()
  const sink = localSink({ url: receiver.url })
  for (const event of sampleEvents(1, 20)) await sink.deliver(event, attempt())
  expect([receiver.arrived.length, receiver.connections()]).toEqual([20, 1])
  receiver.server.closeAllConnections()
  expect(await outcomeOf(sink.deliver(sampleEvent(21), attempt()))).toBe('delivered')
  await receiver.close()
})

test('an attempt ends when its signal does', async () => {
  const receiver = await startReceiver(() => {})
  const sink = localSink({ url: receiver.url })
  const ended = new AbortController()
  const delivery = outcomeOf(sink.deliver(sampleEvent(1), { number: 1, signal: ended.signal }))
  await expect.poll(() => receiver.arrived.length).toBe(1)
  ended.abort()
  expect(await delivery).toBe('The operation was aborted')
  await receiver.close()
})

test('a test delivery tells what became of it, and the log keeps the latest', async () => {
  const receiver = await startReceiver()
  const sink = localSink({ url: receiver.url, maxLog: 2, now: () => 1_700_000_000_000 })
  const delivery = await sink.test()
  expect(delivery).toEqual({
    webhookId: expect.any(String),
    type: 'webhook.test',
    attempt: 1,
    at: '2023-11-14T22:13:20.000Z',
    ms: 0,
    outcome: 'delivered',
    status: 204,
  })
  expect(JSON.parse(receiver.arrived[0]?.body ?? '')).toMatchObject({ type: 'webhook.test', data: null })
  await sink.deliver(sampleEvent(1), attempt())
  await receiver.close()
  await sink.deliver(sampleEvent(2), attempt(3)).catch(() => {})
  expect(sink.deliveries().map(({ attempt: number, outcome, reason }) => [number, outcome, reason])).toEqual([
    [1, 'delivered', undefined],
    [3, 'failed', `webhook to 127.0.0.1:${receiver.port}: the connection failed (ECONNREFUSED)`],
  ])
})

test('wrong options are told by name, without secrets', () => {
  const url = 'https://example.com/hooks'
  const make = (options: object) => () => webhookSink({ url, secret, ...options })
  expect(make({ url: 'example.com' })).toThrow(
    new TypeError('url: expected an absolute URL, received string'),
  )
  expect(make({ url: 'ftp://example.com' })).toThrow(/^url: expected https:/)
  expect(make({ url: 'http://example.com' })).toThrow('url: expected https:, or http: with `allowHttp`')
  expect(make({ url: 'https://me:hidden@example.com' })).toThrow(
    'url: expected no user and password; use `headers`',
  )
  expect(make({ secret: 'whsec_short' })).toThrow(/^secret: expected whsec_ and base64/)
  expect(make({ headers: { 'Webhook-Id': 'x' } })).toThrow(
    /^headers\['Webhook-Id'\]: expected none of the headers/,
  )
  expect(make({ allowNetworks: ['127.0.0.1'] })).toThrow(/^allowNetworks\[0\]: expected a network/)
  expect(make({ timeoutMs: 0 })).toThrow(/^timeoutMs: /)
})
