import type { Client } from '@superhack/superops'
import { createExtractor, type Extraction } from '@superhack/superops/extract'
import { memoryStore } from '@superhack/superops/state'
import { createMockTenant } from '@superhack/superops/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dice } from '../dice.js'
import { products } from '../products.js'
import { isFull } from '../runs.js'

describe.each(products)('$product', ({ product, createClient, newTicket }) => {
  const tenant = createMockTenant({ product, seed: 7, tickets: 40 })
  let server: Awaited<ReturnType<typeof tenant.listen>>
  let superops: Client

  beforeAll(async () => {
    server = await tenant.listen()
    superops = createClient(server.credentials)
  })
  afterAll(async () => {
    superops.close()
    await server.close()
  })

  const headers = { customersubdomain: 'acme', authorization: 'Bearer mock-token' }
  const write = (query: string, input: unknown) =>
    tenant.handle({ headers, body: JSON.stringify({ query, variables: { input } }) })

  /** Before each request tickets come, change, go and come back. */
  function churn(below: (most: number) => number): () => void {
    const gone: string[] = []
    let inside = false
    return tenant.faults.intercept(({ operations }) => {
      if (inside || !operations.includes('getTicketList')) return undefined
      inside = true
      for (let change = below(4); change > 0; change--) {
        const kind = below(6)
        const ticketId = tenant.world.tickets[below(tenant.world.tickets.length)]?.ticketId ?? ''
        const back =
          gone.length > 0 && (kind === 2 || kind === 3) ? gone.splice(below(gone.length), 1)[0] : undefined
        if (kind === 0)
          void write(
            'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticketId } }',
            newTicket(tenant.world, 'x'),
          )
        else if (kind === 1) {
          gone.push(ticketId)
          void write('mutation ($input: [TicketIdentifierInput]) { softDeleteTickets(input: $input) }', [
            { ticketId },
          ])
        } else if (back !== undefined)
          void write('mutation ($input: [TicketIdentifierInput]) { restoreTickets(input: $input) }', [
            { ticketId: back },
          ])
        else
          void write('mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { ticketId } }', {
            ticketId,
            subject: `version ${below(1_000_000)}`,
          })
      }
      inside = false
      return undefined
    })
  }

  /** What somebody who follows the rounds holds, and how often a version was told. */
  function mirror() {
    const rows = new Map<string, string>()
    const told = new Map<string, number>()
    return {
      rows,
      told,
      take({ data, changed, removed }: Extraction) {
        for (const ticket of data.tickets ?? []) {
          const version = JSON.stringify(ticket)
          rows.set(ticket.ticketId, version)
        }
        for (const { id } of changed.tickets ?? []) {
          const version = rows.get(id) ?? ''
          told.set(version, (told.get(version) ?? 0) + 1)
        }
        for (const id of removed.tickets ?? []) rows.delete(id)
      },
    }
  }

  const now = async () =>
    new Map(
      (await superops.tickets.list().toArray()).map((ticket) => [ticket.ticketId, JSON.stringify(ticket)]),
    )

  const seeds = isFull ? 1000 : 6

  test('rounds over tickets that come, change and go miss nothing and tell each version once', async () => {
    const sums = { missed: 0, ghosts: 0, doubled: 0, incomplete: 0, told: 0, removed: 0, restored: 0 }
    for (let seed = 1; seed <= seeds; seed++) {
      tenant.reset()
      const below = dice(seed)
      const held = mirror()
      const extractor = createExtractor(superops, { state: memoryStore(), pageSize: 25, sweepEveryMs: 0 })
      const round = () => extractor.run({ entities: ['tickets'], mode: 'incremental' })
      for (let number = 0; number < 4; number++) {
        const stop = churn(below)
        const extraction = await round()
        stop()
        held.take(extraction)
        if (!extraction.report.complete) sums.incomplete++
        sums.removed += extraction.removed.tickets?.length ?? 0
        sums.restored += extraction.restored.tickets?.length ?? 0
        tenant.world.advance({ minutes: 1 + below(30) })
      }
      held.take(await round())
      held.take(await round())
      const world = await now()
      for (const [id, version] of world) if (held.rows.get(id) !== version) sums.missed++
      for (const id of held.rows.keys()) if (!world.has(id)) sums.ghosts++
      for (const times of held.told.values()) {
        sums.told += times
        sums.doubled += times - 1
      }
    }
    expect(sums).toMatchObject({ missed: 0, ghosts: 0, doubled: 0 })
    expect(sums.told).toBeGreaterThan(seeds)
    expect(sums.removed).toBeGreaterThan(0)
  }, 1_800_000)
})
