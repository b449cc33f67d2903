import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { compiledProgram } from '../program.js'
import { sampleEvent } from '../streams/sample-event.js'
import { certified } from './certificate.js'
import { localSink, secret, startReceiver } from './receiver.js'

const attempt = (number = 1) => ({ number, signal: new AbortController().signal })
const noConnection = (port: number, ms: number) => ({
  retryAfterMs: 60_000,
  reason: expect.stringMatching(new RegExp(`^webhook to [\\w.]+:${port}: no connection within ${ms} ms$`)),
})

test('over https it delivers to who the authorities of the process certify for the address, and to nobody else', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'webhook-tls-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const { ca, server } = certified('127.0.0.1')
  await writeFile(join(directory, 'ca.pem'), ca)
  const [receiver, elsewhere] = await Promise.all([
    startReceiver(undefined, server),
    startReceiver(undefined, certified('127.0.0.2').server),
  ])
  const run = await compiledProgram('test/sinks/webhook-process.ts')
  const deliver = (url: string, state: string, env: Record<string, string>) =>
    run([url, secret, join(directory, state), '1', '3'], env)
  const trusting = { NODE_EXTRA_CA_CERTS: join(directory, 'ca.pem') }
  const [trusted, stranger, otherName] = await Promise.all([
    deliver(receiver.url, 'trusted', trusting),
    deliver(receiver.url, 'stranger', {}),
    deliver(elsewhere.url, 'other', trusting),
  ])
  expect(trusted).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(receiver.arrived.map(({ body }) => JSON.parse(body))).toEqual([1, 2, 3].map((at) => sampleEvent(at)))
  expect(elsewhere.arrived).toEqual([])
  for (const { stderr } of [stranger, otherName])
    expect(stderr).toMatch(
      /^(WebhookError: webhook to 127\.0\.0\.1:\d+: the connection failed \([A-Z_]+\)\n)+$/,
    )
  await Promise.all([receiver.close(), elsewhere.close()])
})

test('a server that takes the connection and says nothing of TLS is given up by the bound of connecting', async () => {
  const silent = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => silent.once('listening', resolve))
  const { port } = silent.address() as AddressInfo
  const sink = localSink({ url: `https://127.0.0.1:${port}`, connectTimeoutMs: 50 })
  expect(await sink.deliver(sampleEvent(1), attempt())).toEqual(noConnection(port, 50))
  silent.close()
})

test('a name that is never resolved is given up by the bound of connecting', async () => {
  const sink = localSink({ url: 'http://hooks.example:8080', connectTimeoutMs: 50, lookup: () => {} })
  expect(await sink.deliver(sampleEvent(1), attempt())).toEqual(noConnection(8080, 50))
})

test('an attempt that needs a second connection, since the first was closed in use, ends within its one bound', async () => {
  let script: RequestListener = (_, response) => response.writeHead(204).end()
  const receiver = await startReceiver((request, response) => script(request, response))
  const sink = localSink({ url: receiver.url })
  await sink.deliver(sampleEvent(1), attempt())
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const arrived = async (count: number) => {
    while (receiver.arrived.length < count) await new Promise<void>((resolve) => setImmediate(resolve))
  }
  let reset = () => {}
  script = ({ socket }) => {
    reset = () => socket.resetAndDestroy()
  }
  const delivery = sink.deliver(sampleEvent(2), attempt())
  await arrived(2)
  await vi.advanceTimersByTimeAsync(14_000)
  reset()
  await arrived(3)
  await vi.advanceTimersByTimeAsync(1000)
  expect(await delivery).toMatchObject({ reason: expect.stringContaining('no answer within 15000 ms') })
  await receiver.close()
}, 5000)
