import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { inspect } from 'node:util'
import { createLimiter, type Logger, type UploadFile, type UploadOptions } from '@superhack/superops'
import { expect, test, vi } from 'vitest'
import { canaryToken, rejection } from '../answering-server.js'
import { attachments, bodyOf, canaryName, rawServer, uploadedText } from './raw-server.js'

const adapters = ['http', 'fetch'] as const
const bytes = new Uint8Array(300_000).fill(7)
const bytesFile = { name: canaryName, content: bytes }
const streamFile = () => ({
  name: canaryName,
  content: Readable.from([bytes.subarray(0, 100), bytes.subarray(100)], { objectMode: false }),
})
const refusal =
  '{"errors":[{"extensions":{"clientError":[{"code":"rate_limit_exceeded","param":{}}]}}],"data":{}}'

test('wrong arguments are TypeErrors that name them, and take no stream', async () => {
  await using server = await rawServer((_request, response) => response.end(uploadedText()))
  const { files } = server.client()
  const stream = streamFile()
  const cases: [unknown, unknown, string][] = [
    [undefined, attachments, 'files: expected a list of files, received undefined'],
    [[], attachments, 'files: expected at least one file, received an empty list'],
    [
      [stream, { name: '', content: 'x' }],
      attachments,
      'files[1].name: expected a text that is not blank, received string',
    ],
    [
      [stream, { name: 'a', content: 7 }],
      attachments,
      'files[1].content: expected a Uint8Array, string, Blob, Readable, ReadableStream or AsyncIterable, received number',
    ],
    [
      [{ name: 'a', content: 'x', type: 'a\r\nX: y' }],
      attachments,
      'files[0].type: expected a media type such as image/png, received string',
    ],
    [
      [{ name: 'a', content: 'x', size: -1 }],
      attachments,
      'files[0].size: expected a number of bytes, received number',
    ],
    [
      [{ name: 'a', content: 'xyz', size: 2 }],
      attachments,
      'files[0].size: expected 3, as long as the content, received 2',
    ],
    [
      [stream],
      { module: 'TICKET' },
      "module: expected 'TICKET_CONVERSATION_ATTACHMENT', received another text",
    ],
    [[stream], { ...attachments, timeoutMs: 0 }, 'timeoutMs: expected an integer of at least 1, received 0'],
  ]
  for (const [given, options, message] of cases)
    expect(await rejection(files.upload(given as UploadFile[], options as UploadOptions))).toMatchObject({
      name: 'TypeError',
      message,
    })
  expect(server.received).toHaveLength(0)
})

test.each(adapters)(
  'with the %s adapter bytes refused with an old token are sent again with the new one',
  async (adapter) => {
    const bodies: number[] = []
    await using server = await rawServer(async (request, response) => {
      bodies.push((await bodyOf(request)).length)
      if (request.headers.authorization === 'Bearer new') response.end(uploadedText())
      else response.writeHead(401).end()
    })
    const tokens = ['old']
    const superops = server.client({ adapter, apiKey: () => tokens.shift() ?? 'new' })
    await superops.files.upload([bytesFile], attachments)
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new'])
    expect(bodies[0]).toBe(bodies[1])
    expect(server.received.map(({ url, headers }) => [url, headers.customersubdomain])).toEqual([
      ['/upload', 'acme'],
      ['/upload', 'acme'],
    ])
  },
)

test('a stream refused with an old token is not sent again', async () => {
  await using server = await rawServer((_request, response) => response.writeHead(401).end())
  const tokens = ['old']
  const superops = server.client({ apiKey: () => tokens.shift() ?? 'new' })
  const { content, name } = streamFile()
  expect(await rejection(superops.files.upload([{ name, content }], attachments))).toMatchObject({
    kind: 'auth',
    write: { outcome: 'not-applied', because: 'rejected' },
  })
  expect(server.received).toHaveLength(1)
  expect(content.destroyed).toBe(true)
})

test('bytes refused by the limit go again, a stream ends as not sent', async () => {
  await using server = await rawServer(async (request, response) => {
    await bodyOf(request)
    response.setHeader('content-type', 'application/json')
    response.end(server.received.length === 1 ? refusal : uploadedText())
  })
  const limiter = createLimiter({ requestsPerMinute: 1000, windowMs: 100, safetyMs: 0 })
  const superops = server.client({ limiter })
  const attempts: [number, string][] = []
  superops.events.on('response', ({ attempt, outcome }) => attempts.push([attempt, outcome]))
  await superops.files.upload([bytesFile], attachments)
  expect(attempts).toEqual([
    [1, 'rate-limit'],
    [2, 'ok'],
  ])
  limiter.close()

  await using refusing = await rawServer((_request, response) => response.end(refusal))
  const own = createLimiter({ requestsPerMinute: 1000, windowMs: 100, safetyMs: 0 })
  const error = await rejection(refusing.client({ limiter: own }).files.upload([streamFile()], attachments))
  expect(error).toMatchObject({
    kind: 'rate-limit',
    retryable: true,
    write: { outcome: 'not-applied', because: 'not-sent' },
    attempts: [{ outcome: 'rate-limit', status: 200 }],
  })
  expect([refusing.received.length, own.stats().refused, own.stats().waiting]).toEqual([1, 1, 0])
  own.close()
})

test('a connection that never opened is tried again with bytes and not with a stream', async () => {
  const server = await rawServer(() => {})
  const superops = server.client({ retries: 2, baseUrl: 'http://127.0.0.1:1' })
  const bytesError = await rejection(superops.files.upload([bytesFile], attachments))
  const streamError = await rejection(superops.files.upload([streamFile()], attachments))
  const write = { outcome: 'not-applied', because: 'not-sent' }
  expect([bytesError, streamError]).toMatchObject([
    { kind: 'network', code: 'ECONNREFUSED', write, attempts: [{}, {}, {}] },
    { kind: 'network', code: 'ECONNREFUSED', write, attempts: [{}] },
  ])
  expect((streamError as { attempts: unknown[] }).attempts).toHaveLength(1)
  await server[Symbol.asyncDispose]()
})

test('a lost answer leaves the upload unknown and is sent once', async () => {
  await using server = await rawServer(async (request) => {
    await bodyOf(request)
    request.socket.destroy()
  })
  expect(await rejection(server.client().files.upload([bytesFile], attachments))).toMatchObject({
    kind: 'network',
    write: { outcome: 'unknown' },
  })
  expect(server.received).toHaveLength(1)
})

test('readOnly refuses an upload before it leaves and destroys its streams', async () => {
  await using server = await rawServer(() => {})
  const file = streamFile()
  expect(await rejection(server.client({ readOnly: true }).files.upload([file], attachments))).toMatchObject({
    kind: 'read-only',
    operation: 'upload',
    write: { outcome: 'not-applied', because: 'not-sent' },
  })
  expect([server.received.length, file.content.destroyed]).toEqual([0, true])
})

test.each([
  [
    'errors',
    '{"data":null,"errors":[{"extensions":{"clientError":[{"code":"forbidden","param":{}}]}}]}',
    { kind: 'api', codes: [{ code: 'forbidden' }], write: { outcome: 'not-applied', because: 'rejected' } },
  ],
  ['HTML', '<html>hello</html>', { kind: 'http', status: 200, write: { outcome: 'unknown' } }],
  ['nothing', '', { kind: 'http', status: 200, write: { outcome: 'unknown' } }],
  [
    'fewer files',
    '{"data":[],"errors":null}',
    {
      kind: 'decode',
      issues: [{ entity: 'Attachment', expected: '1 with fileName, originalFileName and fileSize' }],
      write: { outcome: 'unknown' },
    },
  ],
  [
    'files without names',
    '{"data":[{"fileSize":1}],"errors":null}',
    { kind: 'decode', write: { outcome: 'unknown' } },
  ],
])('an answer with %s is a typed error', async (_what, body, expected) => {
  await using server = await rawServer(async (request, response) => {
    await bodyOf(request)
    response.end(body)
  })
  expect(await rejection(server.client().files.upload([bytesFile], attachments))).toMatchObject(expected)
})

test.each(adapters)(
  'with the %s adapter content that fails is told apart from the connection',
  async (adapter) => {
    await using server = await rawServer((request) => bodyOf(request).catch(() => {}))
    const { files } = server.client({ adapter })
    const own = new Error('the disk is gone')
    async function* failing() {
      yield bytes.subarray(0, 10)
      throw own
    }
    const sized = (size: number) => ({ ...streamFile(), size })
    const cases: [() => UploadFile, object][] = [
      [() => ({ name: canaryName, content: failing() }), { cause: own }],
      [
        () => ({ name: canaryName, content: createReadStream('/nowhere/at/all') }),
        { cause: { code: 'ENOENT' } },
      ],
      [
        () => sized(1000),
        { cause: { message: 'files[1].size: expected 1000 bytes of content, received more' } },
      ],
      [
        () => sized(400_000),
        { cause: { message: 'files[1].size: expected 400000 bytes of content, received 300000' } },
      ],
      [
        () => ({ name: canaryName, content: Readable.from([1, 2]) }),
        { cause: { name: 'TypeError', message: 'content: expected chunks of bytes, received number' } },
      ],
    ]
    for (const [file, expected] of cases)
      expect(await rejection(files.upload([bytesFile, file()], attachments))).toMatchObject({
        kind: 'aborted',
        message: 'upload: the content of files[1] failed',
        write: { outcome: 'unknown' },
        ...expected,
      })
  },
)

test.each(adapters)('with the %s adapter timeoutMs ends a stall and not a slow upload', async (adapter) => {
  const timeoutMs = 200
  await using slow = await rawServer(async (request, response) => {
    await bodyOf(request)
    response.end(uploadedText())
  })
  async function* dripping() {
    for (let left = 10; left > 0; left--) {
      await new Promise((resolve) => setTimeout(resolve, timeoutMs / 4))
      yield bytes.subarray(0, 10)
    }
  }
  const started = performance.now()
  await slow
    .client({ adapter })
    .files.upload([{ name: 'a', content: dripping() }], { ...attachments, timeoutMs })
  expect(performance.now() - started).toBeGreaterThan(2 * timeoutMs)

  await using silent = await rawServer(() => {})
  const big = Readable.from(
    (function* () {
      for (let left = 400; left > 0; left--) yield bytes
    })(),
    { objectMode: false },
  )
  const { files } = silent.client({ adapter })
  const error = await rejection(files.upload([{ name: 'a', content: big }], { ...attachments, timeoutMs }))
  expect(error).toMatchObject({ kind: 'timeout', bound: 'timeoutMs', write: { outcome: 'unknown' } })
  expect(big.destroyed).toBe(true)
  // A server that does not read does not see that the client is gone.
  silent.received[0]?.resume()
  await expect.poll(() => silent.open()).toBe(0)
})

test('a signal, close() and deadlineMs end an upload and destroy its stream', async () => {
  await using server = await rawServer((request) => request.resume())
  const endless = () => new Readable({ read: () => {} })
  const ends: ((file: UploadFile) => Promise<unknown>)[] = [
    (file) => server.client().files.upload([file], { ...attachments, signal: AbortSignal.timeout(50) }),
    (file) => server.client().files.upload([file], { ...attachments, deadlineMs: 50 }),
    (file) => {
      const superops = server.client()
      const sent = superops.files.upload([file], attachments)
      setTimeout(() => superops.close(), 50)
      return sent
    },
  ]
  const kinds = []
  for (const end of ends) {
    const content = endless()
    const error = await rejection(end({ name: 'a', content }))
    kinds.push([(error as { kind: string }).kind, content.destroyed])
  }
  expect(kinds).toEqual([
    ['aborted', true],
    ['timeout', true],
    ['aborted', true],
  ])
})

test('a callback that throws or rejects is logged and loses nothing', async () => {
  await using server = await rawServer(async (request, response) => {
    const body = await bodyOf(request)
    response.end(body.includes(Buffer.from(bytes)) ? uploadedText() : '')
  })
  const logger = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() } satisfies Logger
  const superops = server.client({ logger })
  const err = new Error('progress')
  const throwing = () => {
    throw err
  }
  const rejecting = async () => throwing()
  await superops.files.upload([bytesFile], { ...attachments, onProgress: throwing })
  const calls = logger.error.mock.calls.length
  await superops.files.upload([bytesFile], { ...attachments, onProgress: rejecting })
  await expect.poll(() => logger.error.mock.calls.length).toBe(2 * calls)
  expect(new Set(logger.error.mock.calls.map((call) => JSON.stringify(call)))).toEqual(
    new Set([JSON.stringify([{ err }, 'onProgress failed'])]),
  )
})

test('neither token nor file name shows up in errors, events or log', async () => {
  const seen: unknown[] = []
  const log = (...call: unknown[]) => seen.push(call)
  const logger: Logger = { debug: log, info: log, warn: log, error: log }
  for (const answer of [refusal.replace('rate_limit_exceeded', 'forbidden'), '<html>', undefined]) {
    await using server = await rawServer(async (request, response) => {
      await bodyOf(request)
      if (answer === undefined) request.socket.destroy()
      else response.end(answer)
    })
    const superops = server.client({ logger })
    superops.events.on('response', log)
    superops.use((request, next) => {
      seen.push(request)
      return next()
    })
    const error = await rejection(superops.files.upload([bytesFile], attachments))
    seen.push(error, JSON.stringify(error), (error as Error).stack)
  }
  const text = inspect(seen, { depth: null, showHidden: true })
  expect(text).toContain('upload')
  expect(text).not.toContain(canaryName)
  expect(text).not.toContain(canaryToken)
})

test.each([
  ['http', { kind: 'http', status: 307 }],
  ['fetch', { kind: 'network' }],
] as const)('with the %s adapter a redirect is not followed', async (adapter, expected) => {
  await using server = await rawServer(async (request, response) => {
    await bodyOf(request)
    if (request.url === '/upload') response.writeHead(307, { location: '/elsewhere' }).end()
    else response.end(uploadedText())
  })
  expect(await rejection(server.client({ adapter }).files.upload([bytesFile], attachments))).toMatchObject(
    expected,
  )
  expect(server.received.map(({ url }) => url)).toEqual(['/upload'])
})
