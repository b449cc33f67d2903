import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Client } from '@superhack/superops'
import { createMockTenant } from '@superhack/superops/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dice } from '../dice.js'
import { products } from '../products.js'
import { compiledFile } from '../program.js'
import { isFull } from '../runs.js'
import { digestOf } from './digest.js'

describe.each(products)('$product', ({ product, createClient, groups }) => {
  // The large tenant takes many requests to read: most kills hit a reading that has come far.
  const tenant = createMockTenant({ product, seed: 7, tickets: isFull ? 50_000 : 60 })
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
    const args = [program, product, server.url, directory, ...modes]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
    return child
  }

  type Held = Record<'tickets' | 'assets' | typeof groups, Record<string, string>>

  /** What somebody holds who applied every line, in order. */
  async function heldBy(directory: string): Promise<Held> {
    const held: Held = { tickets: {}, [groups]: {}, assets: {} }
    for await (const line of createInterface(createReadStream(join(directory, 'log')))) {
      const { entity, id, digest } = JSON.parse(line) as { entity: keyof Held; id: string; digest?: string }
      if (digest === undefined) delete held[entity][id]
      else held[entity][id] = digest
    }
    return held
  }

  async function world(): Promise<Held> {
    const digests = (rows: readonly object[]) =>
      Object.fromEntries(rows.map(digestOf).map(({ id, digest }) => [id, digest]))
    const [tickets, grouped, assets] = await Promise.all([
      superops.tickets.list().toArray(),
      superops[groups].list().toArray(),
      superops.assets.list().toArray(),
    ])
    return { tickets: digests(tickets), [groups]: digests(grouped), assets: digests(assets) }
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

  const mostKills = isFull ? 200 : 3
  /** Missing rows that one round asks for, as docs/extraction.md says; the others wait for the next. */
  const questionsPerRound = 50
  /** A reading of the small tenant takes less. */
  const longestRunMs = isFull ? 1500 : 400

  test('an extraction that is killed at any instant goes on and loses no row', async () => {
    let kills = 0
    for (let seed = 1; kills < mostKills; seed++) {
      tenant.reset()
      tenant.faults.latency({ ms: 4 })
      const below = dice(seed)
      const directory = mkdtempSync(join(tmpdir(), 'superops-extract-'))
      let isKilled = true
      let deleted = 0
      while (isKilled && kills < mostKills) {
        const child = await start(directory, ['full', 'incremental'])
        const exited = once(child, 'exit')
        const timer = setTimeout(() => child.kill('SIGKILL'), below(longestRunMs))
        const [code, signal] = await exited
        clearTimeout(timer)
        expect([code, signal]).toEqual(signal === null ? [0, null] : [null, 'SIGKILL'])
        isKilled = signal !== null
        if (isKilled) kills++
        await deleteTicket(tenant.world.tickets[below(40)]?.ticketId ?? '')
        deleted++
        tenant.world.advance({ minutes: 5 + below(60) })
      }
      const rounds = 1 + Math.ceil(deleted / questionsPerRound)
      const last = await start(directory, ['full', ...Array<string>(rounds).fill('incremental')])
      expect(await once(last, 'exit')).toEqual([0, null])
      tenant.faults.clear()
      expect(await heldBy(directory)).toEqual(await world())
      rmSync(directory, { recursive: true })
    }
    expect(kills).toBe(mostKills)
  }, 3_600_000)
})
