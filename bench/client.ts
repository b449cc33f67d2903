/**
 * Requests per second and time per request of the client beside bare axios and undici, on the same server in a process
 * of its own: a tiny answer and a recorded page of 100 tickets, one by one and 10 at a time. Medians of interleaved rounds;
 * the overhead is ours less that of axios with JSON.parse.
 *
 * npm run bench -- client
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, createLimiter } from '@superhack/superops'
import { documentOf } from '@superhack/superops/entities'
import { createMockTenant } from '@superhack/superops/testing'
import axios from 'axios'
import { Pool } from 'undici'
import { median } from './measure.js'

const directory = mkdtempSync(join(tmpdir(), 'superops-bench-'))
const tenant = createMockTenant({ tickets: 200 })
const query = documentOf('getTicketList')
const variables = { input: { page: 1, pageSize: 100 } }
const { apiKey, tenantId } = tenant.credentials
const page = await tenant.handle({
  headers: {
    authorization: `Bearer ${String(apiKey)}`,
    customersubdomain: tenantId,
    'content-type': 'application/json',
  },
  body: JSON.stringify({ query, variables }),
})
const files = [join(directory, 'tiny.json'), join(directory, 'page.json')] as const
writeFileSync(files[0], '{"data":{"getSLAList":[]}}')
writeFileSync(files[1], page.body)
const child = spawn(process.execPath, ['--import', 'tsx', 'bench/answering-process.ts', ...files])
const port = await new Promise<string>((resolve) =>
  child.stdout.once('data', (text) => resolve(`${text}`.trim())),
)
const origin = `http://127.0.0.1:${port}`

const httpAgent = new Agent({ keepAlive: true })
const pool = new Pool(origin, { connections: 10 })
const headers = { 'content-type': 'application/json' }
const bodies = ['{"query":"{ getSLAList { id name } }"}', JSON.stringify({ query, variables })] as const
const options = { apiKey: 'bench', tenantId: 'acme' }
const unlimited = Number.POSITIVE_INFINITY
const clientsOf = (requestsPerMinute: number) =>
  ([0, 1] as const).map((answer) =>
    createClient({
      ...options,
      baseUrl: `${origin}/${answer}`,
      limiter: createLimiter({ requestsPerMinute }),
    }),
  )
const ours = clientsOf(unlimited)
const limited = clientsOf(1_000_000)
const ask = (client: (typeof ours)[number] | undefined, answer: 0 | 1): Promise<unknown> =>
  answer === 0 ? (client?.query.getSLAList() ?? fail()) : (client?.query.getTicketList(variables) ?? fail())
const fail = (): never => {
  throw new Error('no client')
}

const variants: Record<string, (answer: 0 | 1) => Promise<unknown>> = {
  'undici + JSON.parse': async (answer) => {
    const { body } = await pool.request({ path: `/${answer}`, method: 'POST', headers, body: bodies[answer] })
    return JSON.parse(await body.text())
  },
  'axios + JSON.parse': async (answer) =>
    (await axios.post(`${origin}/${answer}`, bodies[answer], { headers, httpAgent })).data,
  'this client, no limit': (answer) => ask(ours[answer], answer),
  'this client, a limit that does not bind': (answer) => ask(limited[answer], answer),
}

async function round(run: () => Promise<unknown>, count: number, atOnce: number): Promise<number> {
  const started = performance.now()
  let left = count
  const worker = async () => {
    while (left-- > 0) await run()
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return (performance.now() - started) / count
}

const rounds = 9
for (const [answer, what, count] of [
  [0, 'a tiny answer', 300],
  [1, `a page of 100 tickets, ${Math.round(page.body.length / 1024)} kB`, 100],
] as const) {
  for (const atOnce of [1, 10]) {
    const times = new Map<string, number[]>(Object.keys(variants).map((name) => [name, []]))
    for (let at = -2; at < rounds; at++) {
      for (const [name, run] of Object.entries(variants)) {
        const ms = await round(() => run(answer), count, atOnce)
        if (at >= 0) times.get(name)?.push(ms)
      }
    }
    const base = median(times.get('axios + JSON.parse') ?? [])
    console.log(`\n${what}, ${atOnce === 1 ? 'one by one' : `${atOnce} at a time`}`)
    for (const [name, list] of times) {
      const ms = median(list)
      const overhead = Math.round((ms - base) * 1000)
      console.log(
        `  ${name.padEnd(42)}${(1000 / ms).toFixed(0).padStart(6)} /s ${(ms * 1000).toFixed(0).padStart(6)} us ${(ms / base).toFixed(2).padStart(6)} x ${`${overhead > 0 ? '+' : ''}${overhead}`.padStart(6)} us`,
      )
    }
  }
}
for (const client of [...ours, ...limited]) client.close()
await pool.close()
httpAgent.destroy()
child.kill()
rmSync(directory, { recursive: true })
