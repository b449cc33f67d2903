/**
 * The mock tenant: requests per second over real HTTP, latency of a page of 100 tickets, time to build a world, to let
 * an hour pass and to change a ticket, at growing sizes. Medians; a growth near 1 is independence of the size.
 *
 * npm run bench -- mock
 */
import { Agent, request } from 'node:http'
import { documentOf } from '@superhack/superops/entities'
import { createMockTenant, type MockTenant, sampleVariables } from '@superhack/superops/testing'
import { median } from './measure.js'

const small = 1_000
const large = 100_000

type Post = (query: string, variables: unknown) => Promise<string>

function poster(url: string, { credentials }: MockTenant, agent: Agent): Post {
  const headers = {
    authorization: `Bearer ${credentials.apiKey}`,
    customersubdomain: credentials.tenantId,
    'content-type': 'application/json',
  }
  return (query, variables) =>
    new Promise((resolve, reject) => {
      const call = request(url, { method: 'POST', headers, agent }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
        })
        response.on('end', () => resolve(text))
      })
      call.on('error', reject)
      call.end(JSON.stringify({ query, variables }))
    })
}

async function timed(run: () => unknown): Promise<number> {
  const started = performance.now()
  await run()
  return performance.now() - started
}

async function medianOf(rounds: number, run: (round: number) => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(await timed(() => run(round)))
  return median(times)
}

const byTime = [{ attribute: 'createdTime', order: 'DESC' }]
const highOnly = { attribute: 'priority', operator: 'is', value: 'High' }
const listOf = documentOf('getTicketList')
const update = 'mutation($input: UpdateTicketInput!) { updateTicket(input: $input) { ticketId } }'

/** Milliseconds by name. */
async function latencies(tickets: number): Promise<Map<string, number>> {
  const tenant = createMockTenant({ tickets })
  await using server = await tenant.listen()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const post = poster(server.url, tenant, agent)
  const page = (input: object) => post(listOf, { input: { pageSize: 100, ...input } })
  const pageAt = (round: number) => 1 + ((round * 7) % Math.floor(small / 100))
  const variables = sampleVariables('updateTicket', tenant.world)
  for (let round = 0; round < 20; round++) await page({ page: 1 })
  const measured = new Map<string, number>()
  const note = async (name: string, rounds: number, run: (round: number) => unknown) =>
    measured.set(name, await medianOf(rounds, run))
  await note('page, unsorted', 40, (round) => page({ page: pageAt(round) }))
  await note('page, unsorted, the last', 40, () => page({ page: tickets / 100 }))
  await note('page by time, first asked', 1, () => page({ page: 1, sort: byTime }))
  await note('page by time, again', 40, (round) => page({ page: pageAt(round), sort: byTime }))
  await note('page filtered, first asked', 1, () => page({ page: 1, condition: highOnly }))
  await note('page filtered, again', 40, () => page({ page: 1, condition: highOnly }))
  await note('one ticket changed', 40, () => post(update, variables))
  const afterWrite: number[] = []
  for (let round = 0; round < 7; round++) {
    await post(update, variables)
    afterWrite.push(await timed(() => page({ page: 1, sort: byTime })))
  }
  measured.set('page by time after a write', median(afterWrite))
  let changed = 0
  const passing = await timed(() => {
    for (let hour = 0; hour < 24; hour++) {
      const { created, updated } = tenant.world.advance({ hours: 1 })
      for (const rows of [...Object.values(created), ...Object.values(updated)]) changed += rows.length
    }
  })
  measured.set('an hour passes', passing / 24)
  measured.set('a thousand records change while time passes', (passing * 1000) / changed)
  agent.destroy()
  return measured
}

async function requestRate(): Promise<void> {
  const tenant = createMockTenant({ tickets: small })
  await using server = await tenant.listen()
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const post = poster(server.url, tenant, agent)
  const ticketId = tenant.world.tickets[0]?.ticketId
  const calls = {
    'getSLAList { id name }': () => post('{ getSLAList { id name } }', {}),
    'getTicket, all fields': () => post(documentOf('getTicket'), { input: { ticketId } }),
    'getTicketList, 100 rows, all fields': () => post(listOf, { input: { page: 1, pageSize: 100 } }),
  }
  console.log('\nrequests per second over HTTP, 8 connections, client in the same process')
  for (const [name, call] of Object.entries(calls)) {
    const count = name.includes('100 rows') ? 100 : 1000
    const round = () => Promise.all(Array.from({ length: count }, call))
    await round()
    const ms = await medianOf(5, round)
    console.log(`  ${name.padEnd(40)} ${((count * 1000) / ms).toFixed(0).padStart(6)} /s`)
  }
  agent.destroy()
}

async function builds(): Promise<void> {
  console.log('\ntime to build a world')
  for (const [tickets, rounds] of [
    [500, 7],
    [1_000, 7],
    [10_000, 5],
    [100_000, 3],
  ] as const) {
    const ms = await medianOf(rounds, () => createMockTenant({ tickets }))
    console.log(`  ${String(tickets).padStart(7)} tickets ${ms.toFixed(0).padStart(6)} ms`)
  }
}

await builds()
await requestRate()
const few = await latencies(small)
const many = await latencies(large)
console.log(`\nmilliseconds at ${small} and ${large} tickets, and the growth`)
for (const [name, ms] of few) {
  const grown = many.get(name) ?? Number.NaN
  console.log(
    `  ${name.padEnd(44)} ${ms.toFixed(2).padStart(8)} ${grown.toFixed(2).padStart(9)} ${(grown / ms).toFixed(1).padStart(7)} x`,
  )
}
