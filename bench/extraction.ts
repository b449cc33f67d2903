/**
 * An extraction by batches against a page server, each in a process of its own: peak memory of the reader and how it
 * runs over the rows, rows per second beside axios with JSON.parse on the same pages, and the share of the allowed
 * requests that it uses. The memory is drawn to bench/results/extraction-memory.png where a browser is found.
 *
 * npm run bench -- extraction
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { compiledFile } from '../test/program.js'
import { drawLines } from './draw-lines.js'

interface Sample {
  readonly rows: number
  readonly rss: number
  readonly ms: number
}
interface Ended {
  readonly complete: boolean
  readonly reason?: string
  readonly rows: number
  readonly ms: number
}

const total = Number(process.env.ROWS ?? 1_000_000)
const megabyte = 1024 * 1024
// Compiled: what compiles on the way takes memory too.
const programs = {
  server: await compiledFile('bench/page-server.ts'),
  reader: await compiledFile('bench/extraction-reader.ts'),
}

async function read(how: string, rows: number, limits: readonly string[] = [], execArgv: string[] = []) {
  const server = fork(programs.server, [String(rows)], { execArgv: [] })
  const [port] = (await once(server, 'message')) as [number]
  const reader = fork(programs.reader, [how, `http://127.0.0.1:${port}`, ...limits], { execArgv })
  const samples: Sample[] = []
  const ended = await new Promise<Ended>((resolve, reject) => {
    reader.on('message', (message: Sample | Ended) => {
      if ('complete' in message) resolve(message)
      else samples.push(message)
    })
    reader.on('exit', (code) => code !== 0 && reject(new Error(`the reader ended with ${code}`)))
  })
  server.send('arrivals')
  const [arrivals] = (await once(server, 'message')) as [number[]]
  server.kill()
  return { samples, arrivals, ...ended }
}

const batches = await read('batches', total)
const bare = await read('bare', total)
// How far up the memory goes is V8's choice: with less room for young objects it is less.
const semiSpace = '--max-semi-space-size=8'
const tight = await read('batches', total, [], [semiSpace])
const perSecond = ({ rows, ms }: Ended) => (rows / ms) * 1000
const after = batches.samples.filter(({ rows }) => rows >= total / 10)
const most = (samples: readonly Sample[]) => Math.max(...samples.map(({ rss }) => rss)) / megabyte
const half = after.length >> 1
const mean = (samples: readonly Sample[]) =>
  samples.reduce((sum, { rss }) => sum + rss, 0) / samples.length / megabyte
console.log(`
${batches.rows.toLocaleString('en')} tickets by batches, ${batches.complete ? 'complete' : batches.reason}
  peak RSS ${most(batches.samples).toFixed(0)} MB (bound 150); mean after a tenth ${mean(after.slice(0, half)).toFixed(0)} MB in the first half, ${mean(after.slice(half)).toFixed(0)} MB in the second
  ${perSecond(batches).toFixed(0)} rows/s, ${(perSecond(batches) / perSecond(bare)).toFixed(2)} of axios and JSON.parse (${perSecond(bare).toFixed(0)} rows/s, peak ${most(bare.samples).toFixed(0)} MB); bound 0.5
  node ${semiSpace}: peak RSS ${most(tight.samples).toFixed(0)} MB, ${perSecond(tight).toFixed(0)} rows/s`)

const windowMs = 6000
const windows = 10
const perWindow = 100
const limited = await read('batches', total, [perWindow, windowMs, windows * windowMs].map(String))
const [first = 0] = limited.arrivals
const sent = limited.arrivals.filter((at) => at - first < windows * windowMs).length
console.log(
  `  with ${perWindow} requests per window of ${windowMs / 1000} s: ${sent} of ${perWindow * windows} used = ${((sent / perWindow / windows) * 100).toFixed(1)} % (bound 97)`,
)

mkdirSync(new URL('results', import.meta.url), { recursive: true })
const line = (samples: readonly Sample[]) =>
  samples.map(({ rows, rss }) => [rows / 1000, rss / megabyte] as const)
await drawLines(new URL('results/extraction-memory.png', import.meta.url), {
  title: `RSS of the reader, MB, over thousands of tickets (bound 150)`,
  lines: { batches: line(batches.samples), 'axios + JSON.parse': line(bare.samples) },
})
