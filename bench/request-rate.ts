/**
 * Share of the allowed request rate that the client uses, and whether it ever exceeds it, as counted by
 * the server over a sliding window. Windows are scaled to 6 s; every tenth answer is a 503, so retries count too.
 *
 * npm run bench -- request-rate
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient, createLimiter } from '@superhack/superops'

const windowMs = 6000
const safetyMs = 50
const windows = 5

async function measure(perWindow: number): Promise<void> {
  const arrivals: number[] = []
  const server = createServer((request, response) => {
    arrivals.push(performance.now())
    request.resume().on('end', () => {
      const failing = arrivals.length % 10 === 0
      response.writeHead(failing ? 503 : 200, { 'content-type': 'application/json' })
      response.end(failing ? '' : '{"data":{"getSLAList":[]}}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const limiter = createLimiter({ requestsPerMinute: perWindow, windowMs, safetyMs })
  const superops = createClient({
    apiKey: 'bench',
    tenantId: 'acme',
    baseUrl: `http://127.0.0.1:${port}`,
    limiter,
    retryDelayMs: 1,
  })
  const signal = AbortSignal.timeout(windows * windowMs)
  const calls = Array.from({ length: perWindow * (windows + 1) }, () =>
    superops.query.getSLAList({}, { signal }),
  )
  await Promise.allSettled(calls)
  superops.close()
  limiter.close()
  server.closeAllConnections()
  server.close()
  const [first = 0] = arrivals
  const inTime = arrivals.filter((at) => at - first <= windows * windowMs)
  let most = 0
  for (let last = 0, start = 0; last < inTime.length; last++) {
    while ((inTime[start] ?? 0) <= (inTime[last] ?? 0) - windowMs) start++
    most = Math.max(most, last - start + 1)
  }
  const allowed = perWindow * windows
  console.log(
    `  ${String(perWindow).padStart(4)} per window: most in any window ${most}, ${inTime.length} sent in ${windows} windows = ${((inTime.length / allowed) * 100).toFixed(1)} % of the allowed rate`,
  )
}

console.log(`\nrequests against the allowed rate, window ${windowMs / 1000} s, safety ${safetyMs} ms`)
for (const perWindow of [100, 800]) await measure(perWindow)
