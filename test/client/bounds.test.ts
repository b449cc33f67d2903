import { createServer, type Server, type Socket } from 'node:net'
import { type ClientOptions, createLimiter } from '@superhack/superops'
import { afterEach, describe, expect, test } from 'vitest'
import { type Answer, type AnsweringServer, answeringServer, rejection } from './answering-server.js'

const boundMs = 150
const times = 20
/** On a quiet machine calls end within 20 ms of their bound; test machines are not quiet. */
const graceMs = 1000

let server: AnsweringServer | undefined
afterEach(() => server?.close())

/** Time of calls made side by side, the median of them. */
async function medianMs(call: () => Promise<unknown>, expected: object): Promise<number> {
  const took = await Promise.all(
    Array.from({ length: times }, async () => {
      const started = performance.now()
      expect(await rejection(call())).toMatchObject(expected)
      return performance.now() - started
    }),
  )
  return took.sort((a, b) => a - b)[times / 2] ?? Number.NaN
}

/** Accepts connections and says nothing: a TLS handshake never ends. */
async function silentSocket(): Promise<{ port: number; close(): void }> {
  const sockets = new Set<Socket>()
  const silent: Server = createServer((socket) => sockets.add(socket.on('error', () => {})))
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  return {
    port: (silent.address() as { port: number }).port,
    close: () => {
      for (const socket of sockets) socket.destroy()
      silent.close()
    },
  }
}

const stalls: Record<string, Answer> = {
  headers: () => {},
  body: (response) => response.writeHead(200, { 'content-length': '1000' }).write('{"data":'),
  drip: (response) => {
    const timer = setInterval(() => response.write(' '), 10)
    response.once('close', () => clearInterval(timer))
  },
}
const adapters = ['http', 'fetch'] as const

describe.each(adapters)('with the %s adapter', (adapter) => {
  describe.each(['timeoutMs', 'deadlineMs'] as const)('%s', (bound) => {
    const bounds: Partial<ClientOptions> = { retries: 0, [bound]: boundMs, adapter }
    const expected = { kind: 'timeout', bound, ms: boundMs }

    test.each(Object.keys(stalls))('ends a stall at the %s', async (stage) => {
      server = await answeringServer(stalls[stage] as Answer)
      const superops = server.client(bounds)
      const median = await medianMs(() => superops.query.getSLAList(), expected)
      expect(median).toBeGreaterThanOrEqual(boundMs - 5)
      expect(median).toBeLessThan(boundMs + graceMs)
    })

    test('ends a stall at the connection', async () => {
      const silent = await silentSocket()
      server = await answeringServer(() => {})
      const superops = server.client({ ...bounds, baseUrl: `https://127.0.0.1:${silent.port}` })
      const median = await medianMs(() => superops.query.getSLAList(), expected)
      expect(median).toBeGreaterThanOrEqual(boundMs - 5)
      expect(median).toBeLessThan(boundMs + graceMs)
      silent.close()
    })
  })
})

test('deadlineMs ends a wait in the queue, which sends nothing', async () => {
  server = await answeringServer((response) => response.end('{"data":{"getSLAList":[]}}'))
  const limiter = createLimiter({ requestsPerMinute: 1 })
  const superops = server.client({ limiter, deadlineMs: boundMs })
  await superops.query.getSLAList()
  const expected = { kind: 'timeout', bound: 'deadlineMs', attempts: [] }
  expect(await medianMs(() => superops.query.getSLAList(), expected)).toBeLessThan(boundMs + graceMs)
  expect(limiter.stats().waiting).toBe(0)
  expect(server.received).toHaveLength(1)
  limiter.close()
})

test('deadlineMs ends a wait between attempts', async () => {
  server = await answeringServer((response) => response.writeHead(503, { 'retry-after': '60' }).end())
  const { client } = server
  // A client for each, or the budget for retries would run out.
  const call = () => client({ deadlineMs: boundMs }).query.getSLAList()
  expect(await medianMs(call, { kind: 'timeout', bound: 'deadlineMs' })).toBeLessThan(boundMs + graceMs)
})

test('an abort ends a call at any stage', async () => {
  for (const answer of Object.values(stalls)) {
    const own = await answeringServer(answer)
    const superops = own.client()
    const call = () => superops.query.getSLAList({}, { signal: AbortSignal.timeout(boundMs) })
    expect(await medianMs(call, { kind: 'aborted' })).toBeLessThan(boundMs + graceMs)
    await own.close()
  }
})
