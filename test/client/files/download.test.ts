import { getEventListeners } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { inspect } from 'node:util'
import { gzipSync } from 'node:zlib'
import { createLimiter, type DownloadOptions, type DownloadTarget } from '@superhack/superops'
import { afterEach, expect, test } from 'vitest'
import { canaryToken, rejection } from '../answering-server.js'
import { article, attachment, canaryName, type RawServer, rawServer } from './raw-server.js'

const adapters = ['http', 'fetch'] as const
const bytes = Buffer.alloc(300_000, 7)
const octets = { 'content-type': 'application/octet-stream' }

let server: RawServer | undefined
afterEach(() => server?.[Symbol.asyncDispose]())
async function serve(
  answer: (request: IncomingMessage, response: ServerResponse, number: number) => unknown,
) {
  server = await rawServer(answer)
  return server
}
const refusal =
  '{"errors":[{"extensions":{"clientError":[{"code":"rate_limit_exceeded","param":{}}]}}],"data":{}}'
const forbidden = refusal.replace('rate_limit_exceeded', 'forbidden')

test('a request names module and details, with the headers of the endpoint', async () => {
  const { client, received } = await serve((_request, response) => response.writeHead(200, octets).end('x'))
  const { files } = client()
  await (await files.download(attachment)).bytes()
  await (await files.download(article)).bytes()
  const asked = received.map(({ method, url, headers }) => {
    const { pathname, searchParams } = new URL(url ?? '', 'http://host')
    return [
      method,
      pathname,
      Object.fromEntries(searchParams),
      headers.customersubdomain,
      headers.authorization,
    ]
  })
  const { module, ...details } = attachment
  expect(asked).toEqual([
    ['GET', '/download', { module, details: JSON.stringify(details) }, 'acme', `Bearer ${canaryToken}`],
    [
      'GET',
      '/download',
      { module: article.module, details: '{"kbArticleId":"7"}' },
      'acme',
      `Bearer ${canaryToken}`,
    ],
  ])
  expect(received.every(({ headers }) => headers['content-type'] === undefined)).toBe(true)
})

test('wrong arguments are TypeErrors that name them', async () => {
  const { client, received } = await serve((_request, response) => response.end('x'))
  const cases: [object, object, string][] = [
    [
      { module: 'TICKET' },
      {},
      "module: expected 'TICKET_CONVERSATION_ATTACHMENT' or 'KB_ARTICLE_CONTENT', received another text",
    ],
    [
      { ...attachment, fileName: '' },
      {},
      'fileName: expected a text that is not blank, received a blank text',
    ],
    [
      { module: 'KB_ARTICLE_CONTENT' },
      {},
      'kbArticleId: expected a text that is not blank, received undefined',
    ],
    [article, { maxBytes: 0 }, 'maxBytes: expected an integer of at least 1, received 0'],
  ]
  for (const [target, options, message] of cases)
    expect(
      await rejection(client().files.download(target as DownloadTarget, options as DownloadOptions)),
    ).toMatchObject({ name: 'TypeError', message })
  expect(received).toHaveLength(0)
})

test.each(adapters)(
  'with the %s adapter a download is retried like a query until its headers came',
  async (adapter) => {
    const { client, received } = await serve((request, response, number) => {
      if (number === 1) request.socket.destroy()
      else if (number === 2) response.writeHead(503).end()
      else response.writeHead(200, octets).end(bytes)
    })
    const file = await client({ adapter }).files.download(attachment)
    expect(Buffer.from(await file.bytes()).equals(bytes)).toBe(true)
    expect(received).toHaveLength(3)
  },
)

test('a token that was replaced is read again, and a refusal waits for the limit', async () => {
  const { client, received } = await serve((request, response, number) => {
    if (request.headers.authorization !== 'Bearer new') response.writeHead(401).end()
    else if (number === 2) response.setHeader('content-type', 'application/json').end(refusal)
    else response.writeHead(200, octets).end('file')
  })
  const tokens = ['old']
  const limiter = createLimiter({ requestsPerMinute: 1000, windowMs: 100, safetyMs: 0 })
  const superops = client({ limiter, apiKey: () => tokens.shift() ?? 'new' })
  const throttled: string[] = []
  superops.events.on('throttled', ({ operation }) => throttled.push(operation))
  expect(await (await superops.files.download(attachment)).text()).toBe('file')
  expect([received.length, throttled, limiter.stats().refused]).toEqual([3, ['download'], 1])
  limiter.close()
})

test.each<[string, number, Record<string, string>, string, object]>([
  [
    'errors',
    200,
    { 'content-type': 'application/json' },
    forbidden,
    { kind: 'api', codes: [{ code: 'forbidden' }] },
  ],
  ['errors and null', 200, {}, '{"data":null,"errors":[{"message":"no"}]}', { kind: 'api', codes: [] }],
  ['404', 404, {}, '', { kind: 'http', status: 404 }],
  [
    'HTML of 403',
    403,
    { 'content-type': 'text/html' },
    '<html>',
    {
      kind: 'http',
      status: 403,
      message: 'download: HTTP 403, the body is no GraphQL answer (text/html, 6 characters)',
    },
  ],
  ['endless HTML', 404, { 'content-type': 'text/html' }, ' '.repeat(100_000), { kind: 'http', status: 404 }],
  ['401', 401, {}, '', { kind: 'auth', status: 401 }],
  ['400 and nothing', 400, {}, '', { kind: 'auth', status: 400 }],
  ['a redirect', 302, { location: 'http://127.0.0.1:1/' }, '', { kind: 'http', status: 302 }],
])('an answer with %s is a typed error', async (_what, status, headers, body, expected) => {
  const { client } = await serve((_request, response) => response.writeHead(status, headers).end(body))
  for (const adapter of adapters) {
    const error = await rejection(client({ adapter, retries: 0 }).files.download(attachment))
    expect(error).toMatchObject({ operation: 'download', ...expected })
    expect(inspect([error, JSON.stringify(error)], { depth: null, showHidden: true })).not.toContain(
      canaryName,
    )
  }
})

test.each<[string, Record<string, string>, string]>([
  ['JSON', { 'content-type': 'application/json' }, '{"rows":[1,2]}'],
  ['JSON with errors and data', { 'content-type': 'application/json' }, '{"errors":[{}],"data":{"a":1}}'],
  [
    'JSON as long as no error',
    { 'content-type': 'application/json' },
    JSON.stringify({ errors: [{ text: 'x'.repeat(40_000) }] }),
  ],
  [
    'an error envelope that is called a file',
    { 'content-type': 'application/json', 'content-disposition': 'attachment' },
    forbidden,
  ],
  ['text that quotes a refusal', { 'content-type': 'text/plain' }, refusal],
  ['no type', {}, 'plain'],
])('a file may hold %s', async (_what, headers, text) => {
  const { client } = await serve((_request, response) => response.writeHead(200, headers).end(text))
  for (const adapter of adapters)
    expect(await (await client({ adapter }).files.download(attachment)).text()).toBe(text)
})

test.each(adapters)(
  'with the %s adapter a compressed file is decoded, its length unknown',
  async (adapter) => {
    const { client } = await serve((_request, response) => {
      const packed = gzipSync(bytes)
      response
        .writeHead(200, { ...octets, 'content-encoding': 'gzip', 'content-length': packed.length })
        .end(packed)
    })
    const file = await client({ adapter }).files.download(attachment)
    expect(file.contentLength).toBeNull()
    expect(Buffer.from(await file.bytes()).equals(bytes)).toBe(true)
  },
)

const cuts: Record<string, (response: ServerResponse) => void> = {
  'a given length': (response) => response.writeHead(200, { ...octets, 'content-length': 2 * bytes.length }),
  chunks: (response) => response.writeHead(200, octets),
}
test.each(adapters.flatMap((adapter) => Object.keys(cuts).map((cut) => [adapter, cut] as const)))(
  'with the %s adapter a body of %s that is cut is never a short file',
  async (adapter, cut) => {
    const { client, received } = await serve((request, response) => {
      cuts[cut]?.(response)
      response.write(bytes, () => request.socket.destroy())
    })
    const superops = client({ adapter })
    const file = await superops.files.download(attachment)
    const error = await rejection(file.bytes())
    expect(error).toMatchObject({ kind: 'network', operation: 'download', retryable: true })
    expect(received).toHaveLength(1)
    const piped = await superops.files.download(attachment)
    const discard = new Writable({ write: (_chunk, _encoding, done) => done() })
    expect(await rejection(pipeline(piped.body, discard))).toMatchObject({ kind: 'network' })
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain(canaryName)
  },
)

test.each(adapters)(
  'with the %s adapter a stall is ended, a slow reader and a slow file are not',
  async (adapter) => {
    const timeoutMs = 200
    const { client } = await serve((_request, response, number) => {
      response.writeHead(200, octets)
      if (number === 1) return response.write('x')
      if (number === 2) return response.end(bytes)
      let left = 8
      const timer = setInterval(() => {
        response.write('y')
        if (--left === 0) {
          clearInterval(timer)
          response.end()
        }
      }, timeoutMs / 4)
    })
    const { files } = client({ adapter, timeoutMs })
    const stalled = await files.download(attachment)
    expect(await rejection(stalled.bytes())).toMatchObject({
      kind: 'timeout',
      bound: 'timeoutMs',
      ms: timeoutMs,
    })

    const slow = await files.download(attachment)
    let read = 0
    for await (const chunk of slow.body as AsyncIterable<Buffer>) {
      if (read === 0) await new Promise((resolve) => setTimeout(resolve, 2 * timeoutMs))
      read += chunk.length
    }
    expect(read).toBe(bytes.length)

    const started = performance.now()
    expect(await (await files.download(attachment)).text()).toBe('y'.repeat(8))
    expect(performance.now() - started).toBeGreaterThan(timeoutMs)
  },
)

test.each(adapters)(
  'with the %s adapter a body that nobody reads or that is destroyed frees its socket',
  async (adapter) => {
    const { client, open } = await serve((_request, response) => {
      response.writeHead(200, octets).write(bytes)
    })
    const shared = new AbortController()
    const { files } = client({ adapter })
    const options = { signal: shared.signal, timeoutMs: 150 }
    const unread = await files.download(attachment, options)
    const destroyed = await files.download(attachment, options)
    const left = await files.download(attachment, options)
    expect(open()).toBe(3)
    destroyed.body.destroy()
    for await (const _chunk of left.body) break
    await expect.poll(() => open(), { timeout: 5000 }).toBe(0)
    expect(unread.body.errored).toMatchObject({ kind: 'timeout', bound: 'timeoutMs' })
    expect(destroyed.body.errored).toBeNull()
    expect(getEventListeners(shared.signal, 'abort')).toHaveLength(0)
  },
)

test.each(adapters)('with the %s adapter a signal, close() and deadlineMs end a body', async (adapter) => {
  const { client, open } = await serve((_request, response) => {
    response.writeHead(200, octets).write('x')
  })
  const stop = new AbortController()
  const closing = client({ adapter })
  const superops = client({ adapter })
  const files = [
    await superops.files.download(attachment, { signal: stop.signal }),
    await closing.files.download(attachment),
    await superops.files.download(attachment, { deadlineMs: 100 }),
  ]
  const ended = files.map((file) => rejection(file.bytes()))
  stop.abort(new Error('enough'))
  closing.close()
  expect(await Promise.all(ended)).toMatchObject([
    { kind: 'aborted', cause: { message: 'enough' } },
    { kind: 'aborted' },
    { kind: 'timeout', bound: 'deadlineMs', ms: 100 },
  ])
  await expect.poll(() => open()).toBe(0)
})

test('files have no deadline but their own', async () => {
  const { client } = await serve((_request, response) => {
    response.writeHead(200, octets).write('x')
    setTimeout(() => response.end('y'), 150)
  })
  const superops = client({ deadlineMs: 50 })
  expect(await (await superops.files.download(attachment)).text()).toBe('xy')
})

test.each(adapters)('with the %s adapter maxBytes ends a file that is longer', async (adapter) => {
  const { client, open } = await serve((_request, response, number) => {
    response.writeHead(200, { ...octets, ...(number === 1 && { 'content-length': bytes.length }) })
    response.end(bytes)
  })
  const { files } = client({ adapter, maxResponseBytes: 200_000 })
  const expected = (option: string, most: number) => ({
    kind: 'http',
    message: `download: HTTP 200, the body is larger than ${option} = ${most}`,
  })
  // Told by its length at once, else while it is read.
  expect(await rejection(files.download(attachment, { maxBytes: 299_999 }))).toMatchObject(
    expected('maxBytes', 299_999),
  )
  const streamed = await files.download(attachment, { maxBytes: 299_999 })
  expect(
    await rejection(
      pipeline(streamed.body, async (chunks) => {
        for await (const _chunk of chunks);
      }),
    ),
  ).toMatchObject(expected('maxBytes', 299_999))
  expect((await (await files.download(attachment, { maxBytes: 300_000 })).bytes()).length).toBe(300_000)
  // What is held in memory has the bound of answers; a stream has none.
  expect(await rejection((await files.download(attachment)).bytes())).toMatchObject(
    expected('maxResponseBytes', 200_000),
  )
  let read = 0
  for await (const chunk of (await files.download(attachment)).body as AsyncIterable<Buffer>)
    read += chunk.length
  expect(read).toBe(bytes.length)
  await expect.poll(() => open()).toBe(0)
})

test('a callback that throws does not cost the file', async () => {
  const { client } = await serve((_request, response) => response.writeHead(200, octets).end(bytes))
  const file = await client().files.download(attachment, {
    onProgress: () => {
      throw new Error('progress')
    },
  })
  expect((await file.bytes()).length).toBe(bytes.length)
})

test('a middleware that hangs after the answer ends in a timeout and frees the socket', async () => {
  const { client, open } = await serve((_request, response) => {
    response.writeHead(200, octets).write('x')
  })
  const superops = client({ retries: 0, timeoutMs: 150 })
  superops.use(async (_request, next) => {
    await next()
    await new Promise(() => {})
  })
  expect(await rejection(superops.files.download(attachment))).toMatchObject({ kind: 'timeout' })
  await expect.poll(() => open()).toBe(0)
})

test('a body can be handed on as a web stream', async () => {
  const { client } = await serve((_request, response) => response.writeHead(200, octets).end(bytes))
  const { body } = await client().files.download(attachment)
  const response = new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>)
  expect((await response.arrayBuffer()).byteLength).toBe(bytes.length)
})
