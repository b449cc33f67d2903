import type { RequestListener } from 'node:http'
import { expect, onTestFinished, test, vi } from 'vitest'
import { sampleEvent } from '../streams/sample-event.js'
import { outboxFor } from './outbox-for.js'
import { localSink, startReceiver } from './receiver.js'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Time stands still but for what the test lets pass; sockets work as ever. */
function stopTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
}
/** Time enough for a request over loopback and its answer. */
async function socketsWork(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise<void>((resolve) => setImmediate(resolve))
}
/** Lets sockets work until it holds; once they rest, time goes on to the next timer when it is to pass. */
async function until(holds: () => boolean, isPassing = false): Promise<void> {
  for (let turns = 0; ; turns++) {
    await socketsWork()
    if (holds()) return
    if (turns > 10_000) throw new Error('it did not come true')
    if (isPassing) await vi.advanceTimersToNextTimerAsync()
  }
}

test('an endpoint that fails in every way is asked again by the schedule, then disabled by 410', async () => {
  stopTime()
  let script: RequestListener = () => {}
  const receiver = await startReceiver((request, response) => script(request, response))
  onTestFinished(receiver.close)
  const sink = localSink({ url: receiver.url })
  const { outbox, accept } = await outboxFor(sink)
  const answer =
    (status: number, headers = {}): RequestListener =>
    (_, response) =>
      response.writeHead(status, headers).end()
  const hang: RequestListener = () => {}
  const drip: RequestListener = (_, response) => response.writeHead(500).flushHeaders()
  const gigabyte: RequestListener = (_, response) => {
    const piece = Buffer.alloc(64 * 1024)
    const write = () => {
      while (!response.destroyed && response.write(piece)) {}
      if (!response.destroyed) response.once('drain', write)
    }
    response.writeHead(500)
    write()
  }
  const steps: readonly (readonly [what: string, script: RequestListener, least: number, most: number])[] = [
    // From one attempt to the next; one that is waited for in vain lasts 15 s.
    ['500', answer(500), 4 * second, 6 * second],
    ['a timeout', hang, 5 * minute, 6 * minute + 15 * second],
    ['429 with Retry-After', answer(429, { 'retry-after': '3000' }), 50 * minute, 50 * minute],
    ['302', answer(302, { location: receiver.url }), 1.6 * hour, 2.4 * hour],
    ['a reset', (request) => request.socket.resetAndDestroy(), 4 * hour, 6 * hour],
    ['a slow body', drip, 8 * hour, 12 * hour + 15 * second],
    ['a gigabyte', gigabyte, 8 * hour, 12 * hour],
  ]
  const begun = () => sink.deliveries().map(({ at }) => Date.parse(at))
  script = steps[0]?.[1] ?? hang
  await accept([sampleEvent(1)])
  await until(() => begun().length === 1)
  for (const [index, [what, , least, most]] of steps.entries()) {
    script = steps[index + 1]?.[1] ?? answer(410)
    await until(() => begun().length === index + 2, true)
    const [before = 0, after = 0] = begun().slice(index)
    expect([what, after - before >= least, after - before <= most]).toEqual([what, true, true])
  }
  await until(() => outbox.status().state === 'disabled')
  expect(outbox.status()).toMatchObject({ waiting: 1, failed: 8, deadLetters: 0 })
  // The reset met a connection that was used before: it may have been an old one, and is tried on a new one at once.
  expect(receiver.arrived).toHaveLength(9)
  expect(new Set(receiver.arrived.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(sink.deliveries().map(({ status }) => status)).toEqual([
    ...[500, undefined, 429, 302, undefined, 500, 500, 410],
  ])
})

test('an endpoint that only fails is left alone after 120 hours, not before, and one success starts them anew', async () => {
  stopTime()
  let status = 500
  const arrivals: number[] = []
  const receiver = await startReceiver((_, response) => {
    arrivals.push(Date.now())
    response.writeHead(status).end()
  })
  onTestFinished(receiver.close)
  const { outbox, accept } = await outboxFor(localSink({ url: receiver.url }))
  let sequence = 0
  /** Brings an event every two hours, so that there is always something to deliver. */
  const live = async (hours: number) => {
    for (const end = Date.now() + hours * hour; Date.now() < end; ) {
      sequence++
      await accept([{ ...sampleEvent(sequence), subject: String(sequence) }])
      let isOver = false
      setTimeout(() => (isOver = true), 2 * hour)
      await until(() => isOver, true)
    }
  }
  await live(60)
  expect(outbox.status().state).not.toBe('disabled')
  status = 204
  await live(2)
  expect(outbox.status().delivered).toBeGreaterThan(0)
  status = 500
  const failingFrom = Date.now()
  await live(118)
  expect(outbox.status().state).not.toBe('disabled')
  await live(6)
  expect(outbox.status()).toMatchObject({
    state: 'disabled',
    reason: 'every delivery failed for 120 hours',
  })
  const lastHours = ((arrivals.at(-1) ?? 0) - failingFrom) / hour
  expect([lastHours >= 120, lastHours <= 123]).toEqual([true, true])
  const { length } = arrivals
  await vi.advanceTimersByTimeAsync(48 * hour)
  await socketsWork()
  expect(arrivals).toHaveLength(length)
  status = 204
  outbox.enable()
  await until(() => outbox.status().waiting + outbox.status().inFlight === 0)
  expect(outbox.status().state).toBe('closed')
})
