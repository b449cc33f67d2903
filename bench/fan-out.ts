/**
 * CPU time of a server per delivered event, and the time until the last of many clients has it: the WebSocket sink
 * against a loop of ws over sockets with one shared Buffer, and server-sent events beside them.
 *
 * npm run bench -- fan-out
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { median } from './measure.js'

const clients = 1000
const atOnce = 10
const rounds = 5
const batches = 8
const variants = ['bare', 'sink', 'sse'] as const

const upgrade = [
  'GET /stream HTTP/1.1',
  'Host: localhost',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Protocol: superops.stream.v1',
  '',
  '',
].join('\r\n')
const follow = [
  'GET /v1/streams/tickets/events HTTP/1.1',
  'Host: localhost',
  'Accept: text/event-stream',
  '',
  '',
].join('\r\n')
const subscribe = Buffer.from('{"type":"subscribe","id":1,"streams":["tickets"]}')
const command = Buffer.concat([Buffer.from([0x81, 0x80 | subscribe.length, 0, 0, 0, 0]), subscribe])

/** Counts frames by their ends, since clients that parse would be slower than the server. */
async function open(variant: string, port: number, onEvents: (count: number) => void): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.write(variant === 'sse' ? follow : Buffer.concat([Buffer.from(upgrade), command]))
  let text = ''
  await new Promise<void>((resolve) => {
    const read = (piece: Buffer) => {
      text += piece.toString('latin1')
      if (!/subscribed|id: bench/.test(text)) return
      socket.off('data', read)
      resolve()
    }
    socket.on('data', read)
  })
  const end = Buffer.from('"origin":"mock"}')
  let carried = Buffer.alloc(0)
  socket.on('data', (piece: Buffer) => {
    const all = carried.length === 0 ? piece : Buffer.concat([carried, piece])
    let count = 0
    let from = 0
    for (let at = all.indexOf(end); at >= 0; at = all.indexOf(end, from)) {
      count++
      from = at + end.length
    }
    carried = Buffer.from(all.subarray(Math.max(from, all.length - end.length)))
    if (count > 0) onEvents(count)
  })
  return socket
}

async function serve(variant: string) {
  const child = fork(new URL('fan-out-process.ts', import.meta.url), [variant], {
    execArgv: process.execArgv,
  })
  const [port] = (await once(child, 'message')) as [number]
  let left = 0
  let done = () => {}
  const onEvents = (count: number) => {
    left -= count
    if (left === 0) done()
  }
  const sockets: Socket[] = []
  for (let index = 0; index < clients; index++) sockets.push(await open(variant, port, onEvents))
  const broadcast = (count: number) =>
    new Promise<void>((resolve) => {
      left = count * clients
      done = resolve
      child.send(count)
    })
  const cpu = async () => {
    child.send(0)
    const [us] = (await once(child, 'message')) as [number]
    return us
  }
  const close = () => {
    for (const socket of sockets) socket.destroy()
    child.kill()
  }
  return { broadcast, cpu, close }
}

const servers = new Map(await Promise.all(variants.map(async (name) => [name, await serve(name)] as const)))
const figures = new Map(
  variants.map((name) => [name, { cpu: [] as number[], ms: [] as number[], perSecond: [] as number[] }]),
)
for (let round = -1; round < rounds; round++) {
  for (const name of Math.abs(round) % 2 === 0 ? variants : [...variants].reverse()) {
    const server = servers.get(name)
    const figure = figures.get(name)
    if (server === undefined || figure === undefined) continue
    await server.cpu()
    const started = performance.now()
    for (let batch = 0; batch < batches; batch++) await server.broadcast(atOnce)
    const elapsed = performance.now() - started
    const cpu = await server.cpu()
    const latencies: number[] = []
    for (let single = 0; single < 8; single++) {
      const at = performance.now()
      await server.broadcast(1)
      latencies.push(performance.now() - at)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    if (round < 0) continue
    const delivered = batches * atOnce * clients
    figure.cpu.push(cpu / delivered)
    figure.perSecond.push((delivered / elapsed) * 1000)
    figure.ms.push(Math.max(...latencies))
  }
}
for (const { close } of servers.values()) close()
const of = (name: (typeof variants)[number], what: 'cpu' | 'ms' | 'perSecond') =>
  median(figures.get(name)?.[what] ?? [])
for (const name of variants)
  console.log(
    `fan-out to ${clients}, ${name}: ${of(name, 'cpu').toFixed(2)} µs of server CPU per event, ${Math.round(of(name, 'perSecond') / 1000)} k/s, slowest single broadcast ${of(name, 'ms').toFixed(1)} ms`,
  )
const ratio = of('sink', 'cpu') / of('bare', 'cpu')
console.log(`fan-out: ${ratio.toFixed(2)} × the bare loop (bound 1.1)`)
console.log(
  `fan-out: ${(of('sink', 'ms') - of('bare', 'ms')).toFixed(1)} ms later than the bare loop (bound 50)`,
)
console.log(`fan-out: server-sent events of one turn go out as one write; the WebSocket writes ${atOnce}`)
