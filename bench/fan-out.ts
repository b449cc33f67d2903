/**
 * CPU time of a server per delivered event, and how late clients have it: the WebSocket sink against a loop of ws over
 * sockets with one shared Buffer and against socket.io, and server-sent events beside them.
 *
 * npm run bench -- fan-out
 */
import type { Socket } from 'node:net'
import { openClient, startServer } from './fan-out-clients.js'
import { median, quantile } from './measure.js'

const atOnce = 10
const rounds = 5
const batches = 8
const singles = 8
const variants = ['bare', 'sink', 'socket.io', 'sse'] as const

async function serve(variant: string, clients: number) {
  const server = await startServer(variant)
  let left = 0
  let done = () => {}
  let onArrival = (_count: number) => {}
  const onEvents = (count: number) => {
    onArrival(count)
    left -= count
    if (left === 0) done()
  }
  const sockets: Socket[] = []
  for (let index = 0; index < clients; index++) sockets.push(await openClient(variant, server.port, onEvents))
  const broadcast = (count: number) =>
    new Promise<void>((resolve) => {
      left = count * clients
      done = resolve
      server.publish(count)
    })
  return {
    broadcast,
    used: server.used,
    /** Milliseconds until each client had it. */
    async latencies(): Promise<number[]> {
      const found: number[] = []
      const at = performance.now()
      onArrival = () => void found.push(performance.now() - at)
      await broadcast(1)
      onArrival = () => {}
      return found
    },
    close() {
      for (const socket of sockets) socket.destroy()
      server.stop()
    },
  }
}

interface Figures {
  readonly cpu: number[]
  readonly perSecond: number[]
  readonly p50: number[]
  readonly p99: number[]
}

async function measure(clients: number): Promise<void> {
  const servers = new Map(
    await Promise.all(variants.map(async (name) => [name, await serve(name, clients)] as const)),
  )
  const figures = new Map<string, Figures>(
    variants.map((name) => [name, { cpu: [], perSecond: [], p50: [], p99: [] }]),
  )
  for (let round = -1; round < rounds; round++) {
    for (const name of Math.abs(round) % 2 === 0 ? variants : [...variants].reverse()) {
      const server = servers.get(name)
      const figure = figures.get(name)
      if (server === undefined || figure === undefined) continue
      await server.used()
      const started = performance.now()
      for (let batch = 0; batch < batches; batch++) await server.broadcast(atOnce)
      const elapsed = performance.now() - started
      const { cpu } = await server.used()
      const latencies: number[] = []
      for (let single = 0; single < singles; single++) {
        latencies.push(...(await server.latencies()))
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      if (round < 0) continue
      const delivered = batches * atOnce * clients
      figure.cpu.push(cpu / delivered)
      figure.perSecond.push((delivered / elapsed) * 1000)
      figure.p50.push(quantile(latencies, 0.5))
      figure.p99.push(quantile(latencies, 0.99))
    }
  }
  for (const { close } of servers.values()) close()
  const of = (name: (typeof variants)[number], what: keyof Figures) => median(figures.get(name)?.[what] ?? [])
  console.log(`\nfan-out to ${clients}; medians of ${rounds} rounds`)
  for (const name of variants)
    console.log(
      `  ${name.padEnd(10)} ${of(name, 'cpu').toFixed(2).padStart(6)} µs of server CPU per event ${String(Math.round(of(name, 'perSecond') / 1000)).padStart(5)} k/s   p50 ${of(name, 'p50').toFixed(1)} ms   p99 ${of(name, 'p99').toFixed(1)} ms`,
    )
  const against = (name: 'bare' | 'socket.io', bound: number) =>
    console.log(
      `  sink ${(of('sink', 'cpu') / of(name, 'cpu')).toFixed(2)} × ${name} (bound ${bound}${clients === 1000 ? '' : ' at 1000'})`,
    )
  against('bare', 1.1)
  against('socket.io', 0.8)
  const later = (what: 'p50' | 'p99') => (of('sink', what) - of('bare', what)).toFixed(1)
  console.log(`  sink later than bare: p50 ${later('p50')} ms, p99 ${later('p99')} ms (bound 50)`)
}

for (const clients of [200, 1000]) await measure(clients)
console.log(`  server-sent events of one turn go out as one write; the others write ${atOnce} times`)
