import { createServer } from 'node:http'
import { connect as connectTcp } from 'node:net'
import { sharedToken, webSocketSink } from '@superhack/superops/sinks/websocket'
import { createFeed } from '@superhack/superops/streams'
import { expect, onTestFinished, test } from 'vitest'
import { sampleEvent } from '../streams/sample-event.js'
import { connect } from './raw-client.js'
import { eventually, serving } from './serving.js'

const token = 'a-token-of-a-board'
const authenticate = sharedToken(token)
const refusal = (promise: Promise<unknown>) =>
  promise.then(() => 'accepted').catch(({ message }: Error) => message)
const bearer = (text: string) => ({ headers: { authorization: `Bearer ${text}` } })
const unauthorized = 'HTTP 401 credentials not accepted'

/** Status line and headers of an upgrade that ws would not send. */
function rawUpgrade(port: number, lines: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connectTcp(port, '127.0.0.1', () => socket.write([...lines, '', ''].join('\r\n')))
    let answer = ''
    socket.on('data', (data) => {
      answer += data
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
  })
}
const upgradeLines = (host: string) => [
  'GET /stream HTTP/1.1',
  `Host: ${host}`,
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Protocol: superops.stream.v1',
]

test('another path, subprotocol or origin is refused before the upgrade', async () => {
  const { url } = await serving()
  expect(await refusal(connect(`${url}s`))).toBe('HTTP 404 no stream here')
  expect(await refusal(connect(url, {}, 'graphql-ws'))).toBe(
    'HTTP 400 subprotocol superops.stream.v1 is spoken here',
  )
  const origins = ['https://evil.example', 'null', 'http://localhost.evil.example', 'http://127.0.0.1:1']
  for (const origin of origins)
    expect(await refusal(connect(url, { origin }))).toBe('HTTP 403 origin not allowed')
  expect(await refusal(connect(url, { origin: url.replace('ws:', 'http:').replace('/stream', '') }))).toBe(
    'accepted',
  )
})

test('only the origins of the list pass where there is one', async () => {
  const { url } = await serving({ origins: ['https://board.example'] })
  expect(await refusal(connect(url, { origin: 'https://board.example' }))).toBe('accepted')
  const own = url.replace('ws:', 'http:').replace('/stream', '')
  expect(await refusal(connect(url, { origin: own }))).toBe('HTTP 403 origin not allowed')
})

test('a name that was made to point to this machine is refused without credentials', async () => {
  const { sink } = await serving()
  const port = sink.address()?.port ?? 0
  const lines = [...upgradeLines(`evil.example:${port}`), `Origin: http://evil.example:${port}`]
  expect(await rawUpgrade(port, [...lines, 'Sec-WebSocket-Version: 13'])).toMatch(
    /^HTTP\/1.1 403 Forbidden\r\n/,
  )
})

test('another version of WebSocket is told which one is spoken', async () => {
  const { sink } = await serving()
  const port = sink.address()?.port ?? 0
  const answer = await rawUpgrade(port, [...upgradeLines('localhost'), 'Sec-WebSocket-Version: 8'])
  expect(answer.split('\r\n').slice(0, 6)).toEqual([
    'HTTP/1.1 426 Upgrade Required',
    'Connection: close',
    'Content-Type: text/plain',
    'Content-Length: 35',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
  ])
  const plain = await fetch(`http://127.0.0.1:${port}/stream`)
  expect([plain.status, await plain.text()]).toEqual([426, 'WebSocket is spoken here'])
})

test('a service shows its token in the upgrade', async () => {
  const { url } = await serving({ authenticate })
  const { next } = await connect(url, bearer(token))
  expect(await next('welcome')).toMatchObject({ type: 'welcome', protocol: 1 })
  expect(await refusal(connect(url, bearer('another-token-here')))).toBe(unauthorized)
})

test('a token in the query counts only where it is allowed', async () => {
  const allowed = await serving({ authenticate, tokenInQuery: true })
  expect((await (await connect(`${allowed.url}?token=${token}`)).next('welcome')).type).toBe('welcome')
  const { url } = await serving({ authenticate, connectTimeoutMs: 50 })
  expect(await (await connect(`${url}?token=${token}`)).closed).toBe('4502 no connect in time')
})

test('a page shows its token in the first frame', async () => {
  const { url, feed } = await serving({ authenticate })
  const origin = url.replace('ws:', 'http:').replace('/stream', '')
  const page = await connect(url, { origin })
  page.send({ type: 'connect', id: 1, token })
  page.send({ type: 'subscribe', id: 2, streams: ['tickets'] })
  expect(await page.next('welcome')).toMatchObject({ id: 1 })
  await page.next('subscribed')
  feed.publish([sampleEvent(1)])
  expect(await page.events(1)).toEqual(['1'])
  const stranger = await connect(url, { origin })
  stranger.send({ type: 'connect', id: 1, token: 'another-token-here' })
  stranger.send({ type: 'subscribe', id: 2, streams: ['tickets'] })
  expect(await stranger.closed).toBe('4500 invalid token')
  expect(stranger.frames).toEqual([])
})

test('who sends something else first, or nothing in time, is closed', async () => {
  const { url } = await serving({ authenticate, connectTimeoutMs: 60 })
  const origin = url.replace('ws:', 'http:').replace('/stream', '')
  const hasty = await connect(url, { origin })
  hasty.send({ type: 'subscribe', id: 2, streams: ['tickets'] })
  expect(await hasty.closed).toBe('4501 bad request')
  expect(await (await connect(url, { origin })).closed).toBe('4502 no connect in time')
})

test('credentials may narrow the streams, and end', async () => {
  const expiresAt = new Date(Date.now() + 300)
  const { url } = await serving({
    heartbeatMs: 100,
    authenticate: () => ({ streams: ['metrics'], expiresAt }),
  })
  const client = await connect(url)
  expect(await client.next('welcome')).toMatchObject({
    streams: ['metrics'],
    expiresAt: expiresAt.toISOString(),
  })
  client.send({ type: 'subscribe', id: 1, streams: ['tickets', 'metrics'] })
  expect((await client.next('error')).error.code).toBe('permission_denied')
  expect(await client.next('subscribed')).toMatchObject({ stream: 'metrics' })
  expect(await client.closed).toBe('4005 credentials expired')
})

test('a page may be known by its cookie', async () => {
  const { url } = await serving({
    authenticate: ({ headers }) => (headers.cookie === 'session=known' ? {} : null),
    connectTimeoutMs: 50,
  })
  const origin = url.replace('ws:', 'http:').replace('/stream', '')
  const page = await connect(url, { origin, headers: { cookie: 'session=known' } })
  expect((await page.next('welcome')).streams).toEqual(['tickets', 'metrics'])
  const stranger = await connect(url, { origin, headers: { cookie: 'session=other' } })
  expect(await stranger.closed).toBe('4502 no connect in time')
})

test('a client shows new credentials while connected, and loses what they no longer allow', async () => {
  const { url } = await serving({
    authenticate: ({ token: shown }) =>
      shown === 'narrow' ? { streams: ['metrics'] } : shown === 'wide' ? {} : null,
  })
  const client = await connect(url, bearer('wide'))
  client.send({ type: 'subscribe', id: 1, streams: ['tickets', 'metrics'] })
  client.send({ type: 'connect', id: 2, token: 'narrow' })
  client.send({ type: 'ping', id: 3 })
  await client.next('pong')
  expect(client.frames.map(({ type }) => type)).toEqual([
    'welcome',
    'subscribed',
    'subscribed',
    'welcome',
    'error',
    'pong',
  ])
  client.send({ type: 'connect', id: 4, token: 'other' })
  expect(await client.closed).toBe('4500 invalid token')
})

test('a failure of `authenticate` lets nobody in and reaches `onError`', async () => {
  const errors: unknown[] = []
  const broken = new Error('directory is down')
  const onError = (error: unknown) => void errors.push(error)
  const { url } = await serving({ authenticate: () => Promise.reject(broken), onError })
  expect(await refusal(connect(url, bearer(token)))).toBe('HTTP 500 internal error')
  expect(errors).toEqual([broken])
  const slow = await serving({ authenticate: () => new Promise(() => {}), connectTimeoutMs: 30 })
  expect(await refusal(connect(slow.url))).toBe('HTTP 503 credentials could not be looked at in time')
})

test('connections are limited in all and per address', async () => {
  const perAddress = await serving({ maxConnectionsPerAddress: 1 })
  const first = await perAddress.client()
  expect(await refusal(perAddress.client())).toBe('HTTP 429 too many connections')
  first.socket.close()
  await eventually(() => perAddress.sink.stats().connections === 0)
  expect(await refusal(perAddress.client())).toBe('accepted')
  let address = 0
  const inAll = await serving({
    maxConnections: 2,
    clientAddress: () => `${++address}`,
    maxConnectionsPerAddress: 1,
  })
  await inAll.client()
  await inAll.client()
  expect(await refusal(inAll.client())).toBe('HTTP 429 too many connections')
})

test('elsewhere than on loopback credentials are asked for', () => {
  const needed = /^authenticate: expected a function, since `host` can be reached from other machines$/
  for (const host of ['0.0.0.0', '::', '192.168.1.5', 'localhost.example'])
    expect(() => webSocketSink({ host })).toThrow(needed)
  for (const host of ['127.0.0.1', 'localhost', '::1', '127.1.2.3'])
    expect(webSocketSink({ host }).name).toBe('websocket')
  expect(webSocketSink({ host: '0.0.0.0', authenticate }).address()).toBe(null)
  expect(() => webSocketSink({ server: createServer() })).toThrow(
    /^authenticate: expected a function, since `server`/,
  )
})

test.each([
  [{ port: 70_000 }, 'port: expected an integer below 65536, received number'],
  [{ port: -1 }, 'port: expected an integer of at least 0, received -1'],
  [{ heartbeatMs: 0 }, 'heartbeatMs: expected an integer of at least 1, received 0'],
  [{ path: 'stream' }, "path: expected a text that starts with '/', received string"],
  [
    { origins: ['board.example'] },
    "origins: expected a list of origins such as 'https://board.example', received an array",
  ],
])('%j is refused by name', (options, message) => {
  expect(() => webSocketSink(options)).toThrow(new TypeError(message))
})

test('a short token is refused without showing it', () => {
  expect(() => sharedToken('short')).toThrow(
    new TypeError('sharedToken: expected texts of 16 characters or more, received string'),
  )
})

test('a port in use is an error of `open`, and the sink can be opened later', async () => {
  const blocker = createServer()
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve))
  const port = Number((blocker.address() as { port: number }).port)
  const sink = webSocketSink({ port })
  await expect(sink.open(createFeed())).rejects.toThrow(
    `webSocketSink: the port is in use (127.0.0.1:${port})`,
  )
  await new Promise((resolve) => blocker.close(resolve))
  await sink.open(createFeed())
  expect(sink.address()).toEqual({ host: '127.0.0.1', port, url: `ws://127.0.0.1:${port}/stream` })
  await sink.close()
  expect(sink.address()).toBe(null)
})

test('it listens on a server of yours and leaves the rest of it alone', async () => {
  const server = createServer((_, response) => void response.end('page'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  server.on('upgrade', (request, socket) => {
    if (request.url === '/other') socket.end('HTTP/1.1 418 teapot\r\nContent-Length: 0\r\n\r\n')
  })
  const sink = webSocketSink({ server, path: '/live', authenticate })
  const feed = createFeed()
  await sink.open(feed)
  const { url = '', port } = sink.address() ?? {}
  const client = await connect(url, bearer(token))
  await client.next('welcome')
  expect(await refusal(connect(url.replace('/live', '/other')))).toBe('HTTP 418 ')
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('page')
  await sink.close()
  expect(await client.closed).toBe('4001 shutdown')
  expect(server.listening).toBe(true)
})
