/**
 * What a WebSocket sink bears: 1000 clients that come back for 300 events each, clients that never read among others,
 * and 10 000 tickets that change at once, to all sinks.
 *
 * npm run bench -- streams
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@superhack/superops'
import { fileSink } from '@superhack/superops/sinks/file'
import { webhookSink } from '@superhack/superops/sinks/webhook'
import { webSocketSink } from '@superhack/superops/sinks/websocket'
import { levelStore } from '@superhack/superops/state/level'
import { type SourceBatch, StreamManager } from '@superhack/superops/streams'
import { createWebhookSecret } from '@superhack/superops/webhooks'
import { clientFrame, openClient, startServer } from './fan-out-clients.js'
import { median, quantile } from './measure.js'

const clients = 1000
const ms = (value: number) => `${value.toFixed(1)} ms`
const mb = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`

/** All ask at once for what they missed, while events go on. */
async function storm() {
  const [events, live, rounds] = [300, 20, 3]
  const took: number[] = []
  const used: number[] = []
  for (let round = 0; round < rounds; round++) {
    const server = await startServer('sink')
    server.publish(events)
    let left = clients * events
    let done = () => {}
    const all = new Promise<void>((resolve) => (done = resolve))
    const sockets: Socket[] = []
    for (let index = 0; index < clients; index++) {
      const onEvents = (count: number) => {
        left -= count
        if (left === 0) done()
      }
      sockets.push(await openClient('idle', server.port, onEvents))
    }
    await server.used()
    // Whoever comes later has more to catch up with, and less to come.
    const streams = [{ stream: 'tickets', since: { epoch: 'bench', sequence: live } }]
    const back = clientFrame(JSON.stringify({ type: 'subscribe', id: 1, streams }))
    const started = performance.now()
    for (const socket of sockets) socket.write(back)
    for (let index = 0; index < live; index++) {
      server.publish(1)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 30_000))])
    took.push(performance.now() - started)
    used.push((await server.used()).cpu / 1000)
    for (const socket of sockets) socket.destroy()
    server.stop()
    if (left !== 0) console.log(`  ${left} events too few`)
  }
  console.log(
    `storm: ${clients} clients × ${events} events, the last ${live} of them live: ${ms(median(took))} (bound 3000), ${ms(median(used))} of server CPU (bound 1500); medians of ${rounds}`,
  )
}

/** Some clients never read; the others' latency with them and without, and what the server keeps for them. */
async function stuck(stalled: number, good: number, events: number) {
  const server = await startServer('bounded')
  let onArrival = () => {}
  let left = 0
  let done = () => {}
  const sockets: Socket[] = []
  for (let index = 0; index < good; index++)
    sockets.push(
      await openClient('sink', server.port, (count) => {
        onArrival()
        left -= count
        if (left === 0) done()
      }),
    )
  const broadcast = (count: number) =>
    new Promise<void>((resolve) => {
      left = count * good
      done = resolve
      server.publish(count)
    })
  const p99 = async () => {
    const list: number[] = []
    for (let round = 0; round < 30; round++) {
      const at = performance.now()
      onArrival = () => void list.push(performance.now() - at)
      await broadcast(1)
      onArrival = () => {}
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    return quantile(list, 0.99)
  }
  await p99()
  for (let sent = 0; sent < 2000; sent += 20) await broadcast(20)
  const before = { p99: await p99(), rss: (await server.used()).rss }
  const stalls: Socket[] = []
  for (let index = 0; index < stalled; index++) {
    const socket = await openClient('sink', server.port, () => {})
    socket.pause()
    stalls.push(socket)
  }
  let most = before.rss
  const during: number[] = []
  for (let sent = 0; sent < events; sent += 20) {
    await broadcast(20)
    if (sent % 1000 === 0) {
      most = Math.max(most, (await server.used()).rss)
      during.push(await p99())
    }
  }
  console.log(
    `stuck: ${stalled} of ${stalled + good} clients never read, ${events} events of 1 kB: others' p99 ${ms(before.p99)} without them, ${ms(median(during))} with them (bound 2 ×); memory grows by ${mb((most - before.rss) / stalled)} per stuck client (bound 2 MB)`,
  )
  for (const socket of [...sockets, ...stalls]) socket.destroy()
  server.stop()
}

/** From the poll that finds the changes to the last delivery of each sink. */
async function changed(tickets: number) {
  const directory = mkdtempSync(join(tmpdir(), 'bench-streams-'))
  const receiver = fork(new URL('receiver-process.ts', import.meta.url), { execArgv: process.execArgv })
  const [receiverPort] = (await once(receiver, 'message')) as [number]
  const url = `http://127.0.0.1:${receiverPort}/`
  const secret = createWebhookSecret()
  const webhook = webhookSink({ url, secret, allowHttp: true, allowNetworks: ['127.0.0.0/8'] })
  const webSocket = webSocketSink({ port: 0 })
  let round = 0
  const state = await levelStore(join(directory, 'state'))
  const client = createClient({ apiKey: 'bench', tenantId: 'acme' })
  const rows = () =>
    Array.from({ length: tickets }, (_, at) => ({ ticketId: `${at}`, status: 'Open', subject: `${round}` }))
  const streams = new StreamManager({
    client,
    state,
    entities: ['tickets'],
    updateIntervalMs: 3_600_000,
    source: {
      async *read() {
        const end = { complete: true, requests: 1, totalCount: tickets }
        const batch = { entity: 'tickets', origin: 'live', removed: [], restored: [], end } as const
        yield { ...batch, rows: rows() as unknown as SourceBatch['rows'] }
      },
    },
  })
    .to(webSocket)
    .to(fileSink({ path: join(directory, 'events.ndjson') }), { streams: ['tickets'], whenFull: 'spill' })
    .to(webhook, { streams: ['tickets'], whenFull: 'spill' })
  await streams.start()
  await streams.refresh('tickets')
  const { port } = webSocket.address() ?? { port: 0 }
  let told = 0
  let delivered = 0
  streams.on('tickets', () => told++)
  const socket = await openClient('sink', port, () => {})
  socket.removeAllListeners('data')
  let bytes = 0
  socket.on('data', (piece: Buffer) => {
    bytes += piece.length
  })
  const times: Record<string, number[]> = { 'poll, store and listeners': [], file: [], webhook: [] }
  for (round = 1; round <= 3; round++) {
    const started = performance.now()
    const lap = (name: string) => times[name]?.push(performance.now() - started)
    await streams.refresh('tickets')
    lap('poll, store and listeners')
    delivered += tickets
    const waited = ['file', 'webhook'].map(async (name) => {
      while ((streams.outbox(name)?.status().delivered ?? 0) < delivered)
        await new Promise((resolve) => setTimeout(resolve, 2))
      lap(name)
    })
    await Promise.all(waited)
  }
  console.log(
    `changed: ${tickets} tickets in one poll, ${told / 3} events; medians of 3, from the start of the poll`,
  )
  for (const [name, list] of Object.entries(times)) console.log(`  ${name.padEnd(26)} ${ms(median(list))}`)
  console.log(`  WebSocket                  ${mb(bytes)} to one client in all`)
  socket.destroy()
  await streams.stop()
  await state.close()
  client.close()
  receiver.kill()
  rmSync(directory, { recursive: true })
}

await storm()
await stuck(1, 999, 20_000)
await stuck(20, 200, 20_000)
await changed(10_000)
