/**
 * How long after its bound a stalled call ends: the median of 20 calls for each stall of the server, bound and adapter;
 * at most 100 ms on a quiet machine.
 *
 * npm run bench -- bounds
 */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from '@superhack/superops'
import { median } from './measure.js'

const boundMs = 300
const mostMs = 100
const stalls: Record<string, (response: ServerResponse) => void> = {
  'before the headers': () => {},
  'within the body': (response) => response.writeHead(200, { 'content-length': '1000' }).write('{"data":'),
  'in a body that drips': (response) => {
    const timer = setInterval(() => response.write(' '), 10)
    response.once('close', () => clearInterval(timer))
  },
  'in the wait for another attempt': (response) => response.writeHead(503, { 'retry-after': '60' }).end(),
}

console.log(`\nms after a bound of ${boundMs} ms, median of 20; at most ${mostMs}`)
for (const [name, stall] of Object.entries(stalls)) {
  const server = createServer((request, response) => request.resume().on('end', () => stall(response)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  for (const adapter of ['http', 'fetch'] as const) {
    for (const bound of ['timeoutMs', 'deadlineMs'] as const) {
      if (name === 'in the wait for another attempt' && bound === 'timeoutMs') continue
      const late: number[] = []
      for (let call = 0; call < 20; call++) {
        const superops = createClient({
          apiKey: 'bench',
          tenantId: 'acme',
          baseUrl: `http://127.0.0.1:${port}`,
          requestsPerMinute: Number.POSITIVE_INFINITY,
          retries: name === 'in the wait for another attempt' ? 3 : 0,
          adapter,
          [bound]: boundMs,
        })
        const started = performance.now()
        await superops.query.getSLAList().catch(() => {})
        late.push(performance.now() - started - boundMs)
        superops.close()
      }
      const ms = median(late)
      console.log(
        `  ${name.padEnd(32)} ${adapter.padEnd(6)} ${bound.padEnd(11)} ${ms.toFixed(1).padStart(6)}  ${ms <= mostMs ? 'ok' : 'LATE'}`,
      )
    }
  }
  server.closeAllConnections()
  server.close()
}
