import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { compiledFile } from '../program.js'
import { isFull } from '../runs.js'
import { sampleEvents } from '../streams/sample-event.js'
import { connect } from './raw-client.js'
import { eventually, serving } from './serving.js'

/** Clients of `tickets` in a process of their own. */
async function following(url: string, clients: number): Promise<ChildProcess> {
  const child = fork(await compiledFile('test/sinks/following-process.ts'), [url, String(clients)])
  onTestFinished(() => void child.kill('SIGKILL'))
  expect(await once(child, 'message')).toContain('ready')
  return child
}
async function answered(child: ChildProcess, asked: number | string): Promise<unknown> {
  child.send(asked)
  const [answer] = await once(child, 'message')
  return answer
}

test('clients that stall are closed, and the others get 20 MB of events without a hole', async () => {
  const [good, stalled] = isFull ? [200, 20] : [10, 2]
  const kilobytes = isFull ? 1 : 20
  const { feed, sink, url } = await serving()
  const stalls = await Promise.all(Array.from({ length: stalled }, () => connect(url)))
  for (const client of stalls) {
    client.send({ type: 'subscribe', id: 1, streams: ['tickets'] })
    await client.next('subscribed')
    client.socket.pause()
  }
  const others = await following(url, good)
  expect(sink.stats().connections).toBe(good + stalled)
  const data = 'x'.repeat(kilobytes * 1024)
  // No more at once than a good client may let wait.
  const atOnce = 200 / kilobytes
  for (let last = atOnce; last <= 20_000 / kilobytes; last += atOnce) {
    feed.publish(sampleEvents(last - atOnce + 1, last, { data }))
    expect(await answered(others, last)).toBe(last)
  }
  await eventually(() => sink.stats().connections === good)
  for (const { socket } of stalls) socket.resume()
  // The code is behind all that they did not read: it gets through if the system still had room for it.
  for (const { closed } of stalls) expect((await closed).slice(0, 4)).toMatch(/4008|1006/)
}, 300_000)

test.skipIf(process.platform === 'win32')(
  'clients that hang are closed with 4012 within a heartbeat and the time for its answer',
  async () => {
    const clients = isFull ? 100 : 10
    const toFake = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] as const
    vi.useFakeTimers({ toFake: [...toFake] })
    const { sink, url } = await serving()
    onTestFinished(() => void vi.useRealTimers())
    const hanging = await following(url, clients)
    hanging.kill('SIGSTOP')
    await vi.advanceTimersByTimeAsync(7900)
    expect(sink.stats().connections).toBe(clients)
    // 25 s, 8 s, the second between two looks and the one for the end of the handshake.
    await vi.advanceTimersByTimeAsync(33_000 + 2000 - 7900)
    while (sink.stats().connections > 0) await new Promise((resolve) => setImmediate(resolve))
    hanging.kill('SIGCONT')
    expect(await answered(hanging, 'codes')).toEqual(Array(clients).fill(4012))
  },
)

test('connections that come and go leave no timer, no socket and no place taken', async () => {
  const atOnce = 50
  const { sink, url } = await serving({ maxConnections: atOnce, maxConnectionsPerAddress: atOnce })
  const kinds = (pattern: RegExp) =>
    process.getActiveResourcesInfo().filter((name) => pattern.test(name)).length
  const come = () =>
    new Promise<WebSocket>((resolve, reject) => {
      const socket = new WebSocket(url, 'superops.stream.v1')
      const streams = ['tickets', { stream: 'metrics', mode: 'cache' }]
      socket.on('open', () => socket.send(JSON.stringify({ type: 'subscribe', id: 1, streams })))
      socket.on('message', (data) => String(data).includes('"metrics","epoch"') && resolve(socket))
      socket.on('error', reject)
    })
  const before = { timers: kinds(/^Timeout$/), sockets: kinds(/^TCPSocketWrap$/) }
  for (let left = isFull ? 1000 : 100; left > 0; left -= atOnce) {
    const sockets = await Promise.all(Array.from({ length: atOnce }, come))
    expect(sink.stats()).toEqual({ connections: atOnce, subscriptions: 2 * atOnce })
    for (const [index, socket] of sockets.entries()) {
      if (index % 2 === 0) socket.close()
      else socket.terminate()
    }
    await eventually(() => sink.stats().connections === 0)
  }
  await eventually(() => kinds(/^TCPSocketWrap$/) <= before.sockets)
  expect(kinds(/^Timeout$/) - before.timers).toBeLessThanOrEqual(1)
}, 120_000)
