import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@superhack/superops'
import { createMockTenant } from '@superhack/superops/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dice } from '../dice.js'
import { compiledFile } from '../program.js'
import { isFull } from '../runs.js'

const tenant = createMockTenant({ seed: 7, tickets: 60 })
let server: Awaited<ReturnType<typeof tenant.listen>>
let superops: Client
let program: string

beforeAll(async () => {
  program = await compiledFile('test/extract/extract-process.ts')
  server = await tenant.listen()
  superops = createClient(server.credentials)
})
afterAll(async () => {
  superops.close()
  await server.close()
})

async function start(directory: string, modes: readonly string[]): Promise<ChildProcess> {
  const args = [program, server.url, directory, ...modes]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  return child
}

/** What somebody holds who applied every line, in order. */
function heldBy(directory: string): Record<string, Record<string, unknown>> {
  const keys = { tickets: 'ticketId', clients: 'accountId', assets: 'assetId' } as const
  const held: Record<keyof typeof keys, Record<string, unknown>> = { tickets: {}, clients: {}, assets: {} }
  for (const line of readFileSync(join(directory, 'log'), 'utf8').trim().split('\n')) {
    const { entity, row, removed } = JSON.parse(line) as {
      entity: keyof typeof keys
      row?: Record<string, string>
      removed?: string
    }
    if (removed !== undefined) delete held[entity][removed]
    else if (row !== undefined) held[entity][row[keys[entity]] ?? ''] = row
  }
  return held
}

async function world(): Promise<Record<string, Record<string, unknown>>> {
  const [tickets, clients, assets] = await Promise.all([
    superops.tickets.list().toArray(),
    superops.clients.list().toArray(),
    superops.assets.list().toArray(),
  ])
  return {
    tickets: Object.fromEntries(tickets.map((row) => [row.ticketId, row])),
    clients: Object.fromEntries(clients.map((row) => [row.accountId, row])),
    assets: Object.fromEntries(assets.map((row) => [row.assetId, row])),
  }
}

const headers = { customersubdomain: 'acme', authorization: 'Bearer mock-token' }
const deleteTicket = (ticketId: string) =>
  tenant.handle({
    headers,
    body: JSON.stringify({
      query: 'mutation ($input: [TicketIdentifierInput]) { softDeleteTickets(input: $input) }',
      variables: { input: [{ ticketId }] },
    }),
  })

const seeds = isFull ? 200 : 2

test('an extraction that is killed at any instant goes on and loses no row', async () => {
  let midway = 0
  for (let seed = 1; seed <= seeds; seed++) {
    tenant.reset()
    tenant.faults.latency({ ms: 4 })
    const below = dice(seed)
    const directory = mkdtempSync(join(tmpdir(), 'superops-extract-'))
    for (let kills = 1 + below(2); kills > 0; kills--) {
      const child = await start(directory, ['full', 'incremental'])
      const exited = once(child, 'exit')
      const timer = setTimeout(() => child.kill('SIGKILL'), below(400))
      const [code, signal] = await exited
      clearTimeout(timer)
      expect([code, signal]).toEqual(signal === null ? [0, null] : [null, 'SIGKILL'])
      if (signal !== null) midway++
      await deleteTicket(tenant.world.tickets[below(40)]?.ticketId ?? '')
      tenant.world.advance({ minutes: 5 + below(60) })
    }
    const last = await start(directory, ['full', 'incremental', 'incremental'])
    expect(await once(last, 'exit')).toEqual([0, null])
    tenant.faults.clear()
    expect(heldBy(directory)).toEqual(await world())
    rmSync(directory, { recursive: true })
  }
  expect(midway).toBeGreaterThan(0)
}, 1_800_000)
