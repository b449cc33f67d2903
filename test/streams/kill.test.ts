import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@superhack/superops'
import { createStreamClient } from '@superhack/superops/stream-client'
import type { StreamEvent, TicketEventData } from '@superhack/superops/streams'
import { createMockTenant } from '@superhack/superops/testing'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { compiledFile } from '../program.js'
import { runs } from '../runs.js'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

async function start(program: string, args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout ?? expect.fail('no stdout'), 'data')
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

test('killed again and again, the manager tells a reader every change of a ticket, in order, no number twice', async () => {
  const tenant = createMockTenant({ seed: 3, tickets: 600 })
  await using server = await tenant.listen()
  const superops = createClient(server.credentials)
  const directory = mkdtempSync(join(tmpdir(), 'superops-streams-'))
  const port = await freePort()
  const program = await compiledFile('test/streams/manager-process.ts')
  const args = [JSON.stringify(server.credentials), directory, String(port)]
  const got: StreamEvent[] = []
  const gaps: unknown[] = []
  let child = await start(program, args)
  const before = new Map(tenant.world.tickets.map((ticket) => [ticket.ticketId, JSON.stringify(ticket)]))
  const reader = createStreamClient({
    url: `ws://127.0.0.1:${port}/stream`,
    streams: ['tickets'],
    WebSocket,
    minDelayMs: 20,
    maxDelayMs: 100,
  })
  reader.on('event', (event) => got.push(event))
  reader.on('gap', (gap) => gaps.push(gap))
  await expect.poll(() => reader.positions().tickets, { timeout: 10_000 }).toBeDefined()
  try {
    const kills = Math.max(2, runs(100))
    for (let round = 0; round < kills; round++) {
      tenant.world.advance({ hours: 12 })
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 1500))
      await kill(child)
      child = await start(program, args)
    }
    const changed = tenant.world.tickets.filter(
      (ticket) => before.get(ticket.ticketId) !== JSON.stringify(ticket),
    )
    expect(changed.length).toBeGreaterThan(5)
    const lastTold = (id: string) =>
      (got.filter(({ subject }) => subject === id).at(-1)?.data as TicketEventData | undefined)?.ticket
    const now = new Map((await superops.tickets.list().toArray()).map((ticket) => [ticket.ticketId, ticket]))
    for (const { ticketId } of changed)
      await expect.poll(() => lastTold(ticketId), { timeout: 20_000 }).toEqual(now.get(ticketId))
    expect(gaps).toEqual([])
    const numbers = new Map<string, string>()
    for (const { sequence, epoch, id } of got) {
      const key = `${epoch} ${sequence}`
      expect(numbers.get(key) ?? id).toBe(id)
      numbers.set(key, id)
    }
    expect(new Set(got.map(({ epoch }) => epoch)).size).toBe(1)
    expect(got.map(({ sequence }) => Number(sequence))).toEqual(
      got.map((_, at) => at + Number(got[0]?.sequence)),
    )
  } finally {
    reader.close()
    superops.close()
    await kill(child)
    rmSync(directory, { recursive: true, force: true })
  }
}, 600_000)
