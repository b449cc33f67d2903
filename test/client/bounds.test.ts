import { readFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { type Client, type ClientOptions, createLimiter, type Limiter } from '@superhack/superops'
import { afterEach, describe, expect, test } from 'vitest'
import { type Answer, type AnsweringServer, answeringServer, rejection } from './answering-server.js'

const boundMs = 300
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

const never: Answer = () => {}
const inBody: Answer = (response) => response.writeHead(200, { 'content-length': '1000' }).write('{"data":')
const dripping: Answer = (response) => {
  const timer = setInterval(() => response.write(' '), 10)
  response.once('close', () => clearInterval(timer))
}
const refusing: Answer = (response) => response.writeHead(429, { 'retry-after': '60' }).end()
const slas = '{"data":{"getSLAList":[]}}'

type Options = Partial<ClientOptions>
interface Stall {
  /** What the server does; it never answers when absent. */
  readonly answer?: Answer
  /** What makes a call stall there, beside the answer. */
  prepare?(client: Client): void
  options?(): Options
  readonly silent?: true
  /** Requests of a call that ends there, when it is known. */
  readonly received?: number
}

/** Each place of the table in docs/errors.md. */
const stalls: Record<string, Stall> = {
  'in the queue of the limiter': {
    answer: (response) => response.end(slas),
    options: () => ({ limiter: fullLimiter() }),
    received: 0,
  },
  'in the `apiKey` function': { options: () => ({ apiKey: () => new Promise(() => {}) }), received: 0 },
  'in a middleware': { prepare: (client) => client.use(() => new Promise(() => {})), received: 0 },
  'at the connection': { silent: true, received: 0 },
  'before the headers': { answer: never },
  'within the body': { answer: inBody },
  'in a body that drips': { answer: dripping },
  'in the wait for another attempt': {
    answer: (response) => response.writeHead(503, { 'retry-after': '60' }).end(),
    // Each call has a client of its own, or the budget for retries would run out.
    options: () => ({ retries: 3 }),
    received: 1,
  },
  'in a pause after a refusal': {
    answer: refusing,
    options: () => ({ limiter: createLimiter({ requestsPerMinute: 100 }) }),
  },
}

/** A limiter whose only token is out. */
function fullLimiter() {
  const limiter = createLimiter({ requestsPerMinute: 1 })
  void limiter.schedule(async () => ({ refused: false, value: undefined }))
  return limiter
}

const bounds = ['timeoutMs', 'deadlineMs', 'signal'] as const
const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')
const rows = (page.split('## Where a call can stall')[1] ?? '')
  .split('\n## ')[0]
  ?.split('\n')
  .filter((line) => /^\| (in|at|before|within) /.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''))) as string[][]

test('the page has a row for each place', () => {
  expect(rows.map(([place]) => place)).toEqual(Object.keys(stalls))
})

const cases = rows.flatMap(([place = '', ends = '', error = '']) =>
  bounds
    .filter((bound) => ends.includes(`\`${bound}\``))
    .map((bound) => {
      const [byTime = '', bySignal = ''] = error.split(', ').map((kind) => kind.replaceAll('`', ''))
      return { place, bound, kind: bound === 'signal' ? bySignal : byTime }
    }),
)

describe.each(['http', 'fetch'] as const)('with the %s adapter', (adapter) => {
  test.each(cases)('$bound ends a stall $place: $kind', async ({ place, bound, kind }) => {
    const { answer = never, prepare, options, silent, received } = stalls[place] as Stall
    const mute = silent === undefined ? undefined : await silentSocket()
    server = await answeringServer(answer)
    const { client } = server
    const limiters: Limiter[] = []
    const call = () => {
      const own = options?.() ?? {}
      if (own.limiter !== undefined) limiters.push(own.limiter)
      const superops = client({
        adapter,
        retries: 0,
        ...own,
        ...(mute !== undefined && { baseUrl: `https://127.0.0.1:${mute.port}` }),
        ...(bound !== 'signal' && { [bound]: boundMs }),
      })
      prepare?.(superops)
      return superops.query.getSLAList({}, bound === 'signal' ? { signal: AbortSignal.timeout(boundMs) } : {})
    }
    const expected = { kind, ...(kind === 'timeout' && { bound, ms: boundMs }) }
    const median = await medianMs(call, expected)
    expect(median).toBeGreaterThanOrEqual(boundMs - 5)
    expect(median).toBeLessThan(boundMs + graceMs)
    if (received !== undefined) expect(server.received).toHaveLength(received * times)
    for (const limiter of limiters) {
      expect(limiter.stats().waiting).toBe(0)
      limiter.close()
    }
    mute?.close()
  })
})
