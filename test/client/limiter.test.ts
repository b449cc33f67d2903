import { createLimiter, type Limiter, type Priority } from '@superhack/superops'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const minute = 60_000

/** Starts as a server sees them. */
function recorder(limiter: Limiter) {
  const starts: { at: number; name: string }[] = []
  const call = (name: string, priority: Priority = 'interactive', signal?: AbortSignal) =>
    limiter.schedule(
      async () => {
        starts.push({ at: Date.now(), name })
        return { refused: false, value: name }
      },
      { priority, ...(signal !== undefined && { signal }) },
    )
  return { starts, call }
}

function mostInAnyWindow(times: readonly number[]): number {
  let most = 0
  for (const [last, at] of times.entries()) {
    const first = times.findIndex((time) => time > at - minute)
    most = Math.max(most, last - first + 1)
  }
  return most
}

test('in any 60 s at most the allowed number of requests start, and nearly all of it is used', async () => {
  const limiter = createLimiter({ requestsPerMinute: 100 })
  const { starts, call } = recorder(limiter)
  // A first burst late in the window is where refilling reservoirs let twice the limit through.
  await vi.advanceTimersByTimeAsync(55_000)
  const begun = Date.now()
  const calls = Array.from({ length: 450 }, (_, at) => call(`call ${at}`))
  await vi.advanceTimersByTimeAsync(5 * minute)
  await Promise.all(calls)
  const times = starts.map(({ at }) => at)
  expect(mostInAnyWindow(times)).toBe(100)
  const minutes = (Math.max(...times) - begun) / minute
  expect(450 / (100 * (Math.floor(minutes) + 1))).toBeGreaterThanOrEqual(0.9)
  limiter.close()
})

test.each(['answered', 'given up'])(
  'requests that arrive late count from then on: %s ones hold their place in the window',
  async (end) => {
    const limiter = createLimiter({ requestsPerMinute: 100 })
    const arrivals: number[] = []
    let sent = 0
    const calls = Array.from({ length: 300 }, () =>
      limiter.schedule(async () => {
        // The first hundred meet a slow token source, the others none.
        await new Promise((resolve) => setTimeout(resolve, sent++ < 100 ? 4000 - 30 * sent : 0))
        arrivals.push(Date.now())
        if (end === 'given up') throw new Error(end)
        return { refused: false, value: undefined }
      }),
    )
    const settled = Promise.allSettled(calls)
    await vi.advanceTimersByTimeAsync(5 * minute)
    await settled
    expect(arrivals).toHaveLength(300)
    expect(mostInAnyWindow(arrivals)).toBe(100)
    limiter.close()
  },
)

test('an interactive call behind a paced backfill waits at most one pacing step', async () => {
  const limiter = createLimiter({ requestsPerMinute: 100 })
  const { starts, call } = recorder(limiter)
  const backfill = Array.from({ length: 300 }, (_, at) => call(`backfill ${at}`, 'backfill'))
  await vi.advanceTimersByTimeAsync(90_000)
  const asked = Date.now()
  const urgent = call('urgent')
  await vi.advanceTimersByTimeAsync(2 * minute)
  await urgent
  const started = starts.find(({ name }) => name === 'urgent')?.at ?? Number.POSITIVE_INFINITY
  expect(started - asked).toBeLessThanOrEqual(605)
  limiter.close()
  await Promise.allSettled(backfill)
})

test('a caller that gives up leaves the queue and costs no request', async () => {
  const limiter = createLimiter({ requestsPerMinute: 1 })
  const { starts, call } = recorder(limiter)
  const first = call('first')
  await vi.advanceTimersByTimeAsync(100)
  await first
  const controller = new AbortController()
  const given = call('given up', 'interactive', controller.signal).catch((reason: unknown) => reason)
  const next = call('next')
  controller.abort('no longer needed')
  expect(await given).toBe('no longer needed')
  await vi.advanceTimersByTimeAsync(2 * minute)
  await next
  expect(starts.map(({ name }) => name)).toEqual(['first', 'next'])
  limiter.close()
})

test('a refused call pauses the limiter, goes first as a probe, and its success resumes the others', async () => {
  const limiter = createLimiter({ requestsPerMinute: 100 })
  const { starts, call } = recorder(limiter)
  let refusals = 0
  const pauses: number[] = []
  const refused = limiter.schedule(
    async () => {
      starts.push({ at: Date.now(), name: 'refused' })
      refusals++
      return { refused: refusals <= 2, value: 'done' }
    },
    { onRefused: (pauseMs) => pauses.push(pauseMs) },
  )
  await vi.advanceTimersByTimeAsync(10)
  const others = [call('second'), call('third')]
  await vi.advanceTimersByTimeAsync(minute)
  expect(await refused).toBe('done')
  await Promise.all(others)
  expect(starts.map(({ name }) => name)).toEqual(['refused', 'refused', 'refused', 'second', 'third'])
  expect(pauses[0]).toBeGreaterThanOrEqual(12_000)
  expect(pauses[0]).toBeLessThanOrEqual(18_000)
  expect(pauses[1]).toBeGreaterThanOrEqual(24_000)
  expect(pauses[1]).toBeLessThanOrEqual(36_000)
  limiter.close()
})

test('without a limit nothing is queued and 5000 calls start at once', async () => {
  const limiter = createLimiter({ requestsPerMinute: Number.POSITIVE_INFINITY })
  const { starts, call } = recorder(limiter)
  await Promise.all(Array.from({ length: 5000 }, (_, at) => call(`call ${at}`, 'backfill')))
  expect(starts).toHaveLength(5000)
  expect(limiter.stats()).toMatchObject({ started: 5000, waiting: 0, refused: 0 })
})

test('closing rejects what waits', async () => {
  const limiter = createLimiter({ requestsPerMinute: 1 })
  const { call } = recorder(limiter)
  const first = call('first')
  await vi.advanceTimersByTimeAsync(100)
  await first
  const waiting = call('second')
  limiter.close()
  await expect(waiting).rejects.toThrow('closed')
  await expect(call('third')).rejects.toThrow('closed')
})

test.each([
  ['requestsPerMinute', { requestsPerMinute: 0 }],
  ['requestsPerMinute', { requestsPerMinute: Number.NaN }],
  ['windowMs', { windowMs: 0 }],
  ['minSpacingMs', { minSpacingMs: -1 }],
])('%s out of range is refused by name', (name, options) => {
  expect(() => createLimiter(options)).toThrow(new RegExp(`^${name}: expected a number`))
})

test('stats tell how long calls wait and when a backfill will have started', async () => {
  const limiter = createLimiter({ requestsPerMinute: 100 })
  const { starts, call } = recorder(limiter)
  expect(limiter.stats()).toMatchObject({ waiting: 0, longestWaitMs: 0, drainMs: 0 })
  const calls = Array.from({ length: 400 }, (_, at) => call(`${at}`, 'backfill'))
  await vi.advanceTimersByTimeAsync(30_000)
  const { waiting, longestWaitMs, drainMs } = limiter.stats()
  const told = Date.now() + drainMs
  expect(longestWaitMs).toBe(30_000)
  expect(waiting).toBeGreaterThan(300)
  await vi.advanceTimersByTimeAsync(10 * minute)
  await Promise.all(calls)
  const last = Math.max(...starts.map(({ at }) => at))
  expect(Math.abs(last - told)).toBeLessThan(5000)
  expect(limiter.stats()).toMatchObject({ waiting: 0, longestWaitMs: 0, drainMs: 0 })
  limiter.close()
})

test('the estimate of waiting interactive calls counts the tokens that are free', async () => {
  const limiter = createLimiter({ requestsPerMinute: 100 })
  const { starts, call } = recorder(limiter)
  const calls = Array.from({ length: 250 }, (_, at) => call(`${at}`))
  await vi.advanceTimersByTimeAsync(1000)
  expect(limiter.stats()).toMatchObject({ used: 100, waiting: 150 })
  const told = Date.now() + limiter.stats().drainMs
  await vi.advanceTimersByTimeAsync(5 * minute)
  await Promise.all(calls)
  const last = Math.max(...starts.map(({ at }) => at))
  // A burst comes back as a burst, so this is right to within a window.
  expect(Math.abs(last - told)).toBeLessThan(minute)
  limiter.close()
})
