/**
 * Deliveries a second of the webhook sink behind its outbox, against a loop of axios that signs and posts as many at a
 * time; and what a dead endpoint costs the one beside it. The receiver is a process of its own.
 *
 * npm run bench -- webhooks
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent } from 'node:http'
import { createClient } from '@superhack/superops'
import { webhookSink } from '@superhack/superops/sinks/webhook'
import { type StreamEvent, StreamManager } from '@superhack/superops/streams'
import { createWebhookSecret, signWebhook } from '@superhack/superops/webhooks'
import axios from 'axios'
import { median, quantile } from './measure.js'
import { ticketEvent } from './ticket-event.js'

const [events, rounds, concurrency] = [3000, 5, 4]
const secret = createWebhookSecret()
const receiver = fork(new URL('receiver-process.ts', import.meta.url), { execArgv: process.execArgv })
const [port] = (await once(receiver, 'message')) as [number]
const url = `http://127.0.0.1:${port}/hook`

/** Signs and posts, four at a time, and nothing else. */
async function bare(): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency })
  let next = 0
  const work = async () => {
    for (let sequence = ++next; sequence <= events; sequence = ++next) {
      const event = ticketEvent(sequence)
      const body = Buffer.from(JSON.stringify(event))
      const headers = {
        ...signWebhook({ id: event.id, timestamp: Math.floor(Date.now() / 1000), body, secret }),
        'content-type': 'application/cloudevents+json',
      }
      await axios.post(url, body, { headers, httpAgent: agent, maxRedirects: 0 })
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  agent.destroy()
}

const local = { secret, allowHttp: true, allowNetworks: ['127.0.0.0/8'] }
const client = createClient({ apiKey: 'bench', tenantId: 'acme' })

/** A manager whose source has so many tickets anew. */
async function manager(sinks: readonly ReturnType<typeof webhookSink>[], tickets: number) {
  let round = 0
  const streams = new StreamManager({
    client,
    entities: ['tickets'],
    updateIntervalMs: 3_600_000,
    drainMs: 0,
    source: {
      async *read() {
        const rows = Array.from({ length: tickets }, (_, at) => ({ ticketId: `${at}`, subject: `${round}` }))
        const end = { complete: true, requests: 1, totalCount: tickets }
        yield { entity: 'tickets', origin: 'live', rows: rows as never, removed: [], restored: [], end }
      },
    },
  })
  for (const sink of sinks) streams.to(sink, { streams: ['tickets'], concurrency })
  streams.on('error', () => {})
  await streams.start()
  await streams.refresh('tickets')
  return {
    streams,
    async change() {
      round++
      await streams.refresh('tickets')
    },
  }
}

async function perSecond(): Promise<void> {
  const sink = webhookSink({ url, ...local })
  const { streams, change } = await manager([sink], events)
  let delivered = 0
  const sunk = async () => {
    delivered += events
    await change()
    const started = performance.now()
    const done = streams.outbox('webhook')?.status().delivered ?? 0
    while ((streams.outbox('webhook')?.status().delivered ?? 0) < delivered)
      await new Promise((resolve) => setImmediate(resolve))
    return (events - (done - (delivered - events))) / (performance.now() - started)
  }
  const rates = { bare: [] as number[], sink: [] as number[] }
  for (let round = -1; round < rounds; round++) {
    const started = performance.now()
    await bare()
    const bareRate = events / (performance.now() - started)
    const sinkRate = await sunk()
    if (round < 0) continue
    rates.bare.push(bareRate * 1000)
    rates.sink.push(sinkRate * 1000)
  }
  await streams.stop()
  const [axiosRate, sinkRate] = [median(rates.bare), median(rates.sink)]
  console.log(`webhooks: ${concurrency} at a time, signed, 1 kB; medians of ${rounds}`)
  console.log(
    `  axios loop ${Math.round(axiosRate)} deliveries/s, sink behind its outbox ${Math.round(sinkRate)}`,
  )
  console.log(`  ${(sinkRate / axiosRate).toFixed(2)} × the axios loop`)
}

/** Time of each delivery to an endpoint, alone and beside one that refuses connections. */
async function besideDead(isBeside: boolean): Promise<number> {
  const sink = webhookSink({ url, ...local })
  const times: number[] = []
  const timed = {
    ...sink,
    async deliver(event: StreamEvent, attempt: Parameters<typeof sink.deliver>[1]) {
      const started = performance.now()
      const verdict = await sink.deliver(event, attempt)
      times.push(performance.now() - started)
      return verdict
    },
  }
  const dead = webhookSink({ url: 'http://127.0.0.1:1/', name: 'dead', ...local })
  const { streams, change } = await manager(isBeside ? [timed, dead] : [timed], 500)
  for (let round = 0; round < 4; round++) {
    const before = times.length
    await change()
    while (times.length < before + 500) await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await streams.stop()
  return quantile(times, 0.99)
}

await perSecond()
const alone: number[] = []
const beside: number[] = []
for (let round = 0; round < 3; round++) {
  alone.push(await besideDead(false))
  beside.push(await besideDead(true))
}
console.log(
  `webhooks: p99 of a delivery ${median(alone).toFixed(1)} ms, beside a dead endpoint ${median(beside).toFixed(1)} ms`,
)
client.close()
receiver.kill()
