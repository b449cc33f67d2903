import { once } from 'node:events'
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  createWebhookSecret,
  expressReceiver,
  fastifyReceiver,
  fetchReceiver,
  type ReceiverOptions,
  replayGuard,
  signWebhook,
} from '@superhack/superops/webhooks'
import express from 'express'
import fastify from 'fastify'
import { describe, expect, onTestFinished, test } from 'vitest'

const secret = createWebhookSecret()
const body = '{"ticketId":"7", "status":"Open"}'
const headersOf = (sent: string, id = 'msg_1') => ({
  ...signWebhook({ id, timestamp: Math.floor(Date.now() / 1000), body: sent, secret }),
  'content-type': 'application/json',
})

type Serve = (options: ReceiverOptions) => Promise<string>

async function listening(server: ReturnType<typeof createServer>): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`
}

const serveExpress: Serve = async (options) => {
  const app = express()
  app.post('/hooks', expressReceiver(options))
  app.use(express.json())
  return listening(createServer(app))
}
const serveFastify: Serve = async (options) => {
  const app = fastify()
  await app.register(fastifyReceiver('/hooks', options))
  await app.ready()
  onTestFinished(() => app.close())
  return listening(app.server)
}
const serveFetch: Serve = async (options) => {
  const receive = fetchReceiver(options)
  const server = createServer(async (request, response) => {
    const url = `http://${request.headers.host}${request.url}`
    const webBody = new ReadableStream({
      start(controller) {
        request.on('data', (piece) => controller.enqueue(piece))
        request.on('end', () => controller.close())
      },
      cancel: () => void request.pause(),
    })
    const init = { method: request.method ?? '', body: webBody, duplex: 'half' as const }
    const headers = new Headers(Object.entries(request.headers) as [string, string][])
    response.statusCode = (await receive(new Request(url, { ...init, headers }))).status
    response.end()
  })
  return listening(server)
}

async function post(url: string, sent: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const answer = await fetch(url, { method: 'POST', body: sent, headers })
  return answer.status
}

/** Sends pieces without a length, and does not end unless told so. */
async function stream(url: string, pieces: readonly string[], ends: boolean, headers = headersOf(body)) {
  const request = httpRequest(url, { method: 'POST', headers })
  request.on('error', () => {})
  for (const piece of pieces) request.write(piece)
  if (ends) request.end()
  const [response] = await once(request, 'response')
  request.destroy()
  return response.statusCode
}

describe.each([
  ['Express', serveExpress],
  ['Fastify', serveFastify],
  ['a web-standard handler', serveFetch],
] as const)('%s', (_, serve) => {
  test('a webhook is handled once, with the bytes that were signed', async () => {
    const handled: unknown[] = []
    const handle: ReceiverOptions['handle'] = ({ id, payload, body: bytes }) =>
      void handled.push([id, payload, Buffer.from(bytes).toString()])
    const url = await serve({ secret, handle })
    const answers = [await post(url, body, headersOf(body)), await post(url, body, headersOf(body))]
    expect(answers).toEqual([204, 204])
    expect(handled).toEqual([['msg_1', { ticketId: '7', status: 'Open' }, body]])
  })

  test('what is not signed as it came is refused without a word', async () => {
    const handled: unknown[] = []
    const errors: unknown[] = []
    const url = await serve({
      secret,
      handle: ({ id }) => void handled.push(id),
      onError: (error) => errors.push(String(error)),
    })
    const written = JSON.stringify(JSON.parse(body))
    const answer = await fetch(url, { method: 'POST', body: written, headers: headersOf(body) })
    expect([answer.status, await answer.text(), await post(url, body, {})]).toEqual([401, '', 401])
    expect([handled, errors]).toEqual([
      [],
      [expect.stringContaining('no signature fits'), expect.stringContaining('is missing or doubled')],
    ])
    expect(await post(url, '{"a":', headersOf('{"a":'))).toBe(400)
  })

  test('a body above the limit is refused, whether its length is said or not', async () => {
    const url = await serve({ secret, handle: () => {}, maxBytes: 100 })
    const long = ' '.repeat(101)
    expect(await stream(url, [long.slice(50), long.slice(50)], false)).toBe(413)
    const said = { ...headersOf(body), 'content-length': '101' }
    expect(await stream(url, ['x'], false, said)).toBe(413)
    const justFits = `"${'x'.repeat(98)}"`
    expect(await post(url, justFits, headersOf(justFits))).toBe(204)
  })

  test('a body that does not end in time is refused', async () => {
    const url = await serve({ secret, handle: () => {}, readTimeoutMs: 30 })
    expect(await stream(url, ['{'], false)).toBe(408)
    expect(await stream(url, [body], true)).toBe(204)
  })

  test('what could not be handled may come again, and a repeat meanwhile fails with it', async () => {
    let fail = () => {}
    let calls = 0
    const errors: unknown[] = []
    const handle = () => {
      calls++
      if (calls > 1) return
      return new Promise<void>((_, reject) => {
        fail = () => reject(new Error('the queue is down'))
      })
    }
    const url = await serve({ secret, handle, onError: (error) => errors.push(error) })
    const first = post(url, body, headersOf(body))
    await expect.poll(() => calls).toBe(1)
    const repeat = post(url, body, headersOf(body))
    // Requests that came later are answered: the repeat is there by now, waiting.
    for (let index = 0; index < 5; index++) await post(url, body, {})
    fail()
    expect(await Promise.all([first, repeat])).toEqual([500, 500])
    expect(await post(url, body, headersOf(body))).toBe(204)
    expect(errors).toContainEqual(new Error('the queue is down'))
  })
})

test('a body that was parsed before is told, and the buffer of a raw parser taken', async () => {
  const errors: unknown[] = []
  const app = express()
  const receiver = expressReceiver({
    secret,
    handle: () => {},
    onError: (error) => errors.push(String(error)),
  })
  app.post('/hooks', express.json(), receiver)
  app.post('/hooks/raw', express.raw({ type: '*/*' }), receiver)
  const url = await listening(createServer(app))
  expect(await post(url, body, headersOf(body))).toBe(500)
  expect(errors).toEqual([expect.stringContaining('mount the receiver before express.json()')])
  expect(await post(`${url}/raw`, body, headersOf(body))).toBe(204)
})

test('a verifier of your own decides, and without an id the body is what is known', async () => {
  const handled: string[] = []
  const receive = fetchReceiver({
    verify: ({ headers }) => {
      const token = typeof headers.get === 'function' ? headers.get('x-token') : undefined
      if (token !== 'right') throw new Error('wrong token')
    },
    handle: ({ id }) => void handled.push(id),
  })
  const send = async (token: string, sent = body) => {
    const init = { method: 'POST', body: sent, headers: { 'x-token': token } }
    return (await receive(new Request('http://receiver/', init))).status
  }
  expect([await send('wrong'), await send('right'), await send('right')]).toEqual([401, 204, 204])
  expect([await send('right', '{}'), handled.length]).toEqual([204, 2])
  expect((await receive(new Request('http://receiver/'))).status).toBe(405)
})

test('a replay is known for the window, and the memory is bounded', () => {
  let time = 0
  const guard = replayGuard({ windowMs: 600_000, maxEntries: 2, now: () => time })
  const claim = (id: string, at: number) => {
    time = at
    return guard.claim(id)
  }
  expect([claim('a', 0), claim('a', 600_000), claim('a', 600_001)]).toEqual([true, false, true])
  expect([claim('b', 600_002), claim('c', 600_003), claim('b', 600_004), claim('a', 600_005)]).toEqual([
    ...[true, true, false, true],
  ])
  guard.release('a')
  expect(claim('a', 600_006)).toBe(true)
})

test('a receiver that would trust everyone is not made', () => {
  const handle = () => {}
  expect(() => expressReceiver({ handle })).toThrow(
    /^secret: expected a secret, unless `verify` is a function/,
  )
  expect(() => fetchReceiver({ secret, verify: () => {}, handle })).toThrow(
    /^verify: expected none beside `secret`/,
  )
  expect(() => fastifyReceiver('/', { secret, handle, maxBytes: 0 })).toThrow(/^maxBytes: /)
})
