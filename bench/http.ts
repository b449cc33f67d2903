/**
 * Latency of REST over real HTTP on loopback: the first answer after records changed, and the same answer again; and for
 * how long nothing else was served meanwhile. The report of quality is kept for a minute: it is asked of a new handler.
 *
 * npm run bench -- http
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHandler, nodeListener } from '@superhack/superops/http'
import { createMetricsState } from '@superhack/superops/metrics'
import type { Snapshot } from '@superhack/superops/streams'
import { desk, now } from './desk.js'
import { median } from './measure.js'

const rounds = 7
const paths = [
  'entities/tickets?limit=100',
  'entities/tickets?limit=1000',
  'entities/tickets?limit=100&client=7',
  'reports/board',
  'reports/tickets?limit=100',
  'reports/clients?limit=1000',
  'reports/technicians',
  'reports/sla',
  'reports/service-delivery',
  'reports/service-delivery?from=2025-10-01&to=2026-01-01&granularity=week',
  'reports/portfolio',
  'reports/quality',
]

/** The longest time that nothing else had a turn. */
function longestBlock() {
  let [last, longest] = [performance.now(), 0]
  const look = () => {
    const at = performance.now()
    longest = Math.max(longest, at - last)
    last = at
  }
  const timer = setInterval(look, 1)
  return {
    end() {
      clearInterval(timer)
      look()
      return longest
    },
  }
}

for (const tickets of [10_000, 100_000]) {
  const state = createMetricsState({ now }, desk({ tickets }))
  let present = Date.parse(now)
  let snapshot: Snapshot | undefined
  /** What a manager hands out once a record changed. */
  const change = () => {
    present += 5000
    state.advance(new Date(present).toISOString())
    const [ticket] = state.data().tickets ?? []
    if (ticket !== undefined) state.update('tickets', ticket)
    snapshot = {
      origin: 'mock',
      data: state.data(),
      index: state.index(),
      context: state.context(),
      kept: state,
    }
  }
  change()
  const listen = () => nodeListener(createHandler({ snapshot: () => snapshot, apiKeys: false }))
  let listener = listen()
  const server = createServer((request, response) => listener(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const ask = async (path: string, etag?: string) => {
    const started = performance.now()
    const headers = etag === undefined ? {} : { 'if-none-match': etag }
    const response = await fetch(`http://127.0.0.1:${port}/v1/${path}`, { headers })
    const bytes = (await response.arrayBuffer()).byteLength
    return { ms: performance.now() - started, bytes, etag: response.headers.get('etag') ?? '' }
  }
  console.log(`\n${tickets} tickets${' '.repeat(66)} first     again       304     block`)
  for (const path of paths) {
    const times = { first: [] as number[], again: [] as number[], held: [] as number[] }
    const blocks: number[] = []
    let size = 0
    for (let round = -1; round < rounds; round++) {
      change()
      if (path === 'reports/quality') listener = listen()
      const block = longestBlock()
      const first = await ask(path)
      if (round >= 0) blocks.push(block.end())
      else block.end()
      const again = await ask(path)
      const held = await ask(path, first.etag)
      size = first.bytes
      if (round < 0) continue
      times.first.push(first.ms)
      times.again.push(again.ms)
      times.held.push(held.ms)
    }
    const [first, again, held] = [times.first, times.again, times.held].map((list) =>
      median(list).toFixed(1).padStart(7),
    )
    const block = median(blocks).toFixed(1).padStart(7)
    console.log(
      `  ${path.padEnd(72)} ${first} ms ${again} ms ${held} ms ${block} ms  ${(size / 1024).toFixed(0)} kB`,
    )
  }
  server.close()
  server.closeAllConnections()
}
