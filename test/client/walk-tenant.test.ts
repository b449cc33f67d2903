import { type Client, type ListOptions, type ListPosition, sortBy, type Ticket } from '@superhack/superops'
import { createExtractor } from '@superhack/superops/extract'
import { createMockTenant } from '@superhack/superops/testing'
import { describe, expect, test } from 'vitest'
import { dice } from '../dice.js'
import { products } from '../products.js'
import { runs } from '../runs.js'
import { serveEach } from '../serve-each.js'

describe.each(products)('$product', ({ product, createClient, newTicket }) => {
  const tenant = createMockTenant({ product, seed: 7, tickets: 330 })
  let superops: Client

  serveEach(tenant, (credentials) => {
    superops = createClient(credentials)
    return superops
  })

  const headers = { customersubdomain: 'acme', authorization: 'Bearer mock-token' }
  const write = (query: string, input: unknown) =>
    tenant.handle({ headers, body: JSON.stringify({ query, variables: { input } }) })

  /** Ids of the tickets that were there all the time, while tickets come, change and go before each request. */
  function churn(seed: number): {
    always: Set<string>
    writes: ReturnType<typeof write>[]
    stop(): void
  } {
    const below = dice(seed)
    const always = new Set(tenant.world.tickets.map(({ ticketId }) => ticketId))
    const any = () => tenant.world.tickets[below(tenant.world.tickets.length)]?.ticketId ?? ''
    const writes: ReturnType<typeof write>[] = []
    let inside = false
    const stop = tenant.faults.intercept(({ operations }) => {
      if (inside || !operations.includes('getTicketList')) return undefined
      inside = true
      for (let change = below(4); change > 0; change--) {
        const kind = below(4)
        if (kind === 0)
          writes.push(
            write(
              'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticketId } }',
              newTicket(tenant.world, 'x'),
            ),
          )
        else if (kind === 1) {
          const ticketId = any()
          writes.push(
            write('mutation ($input: [TicketIdentifierInput]) { softDeleteTickets(input: $input) }', [
              { ticketId },
            ]),
          )
          always.delete(ticketId)
        } else
          writes.push(
            write('mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { ticketId } }', {
              ticketId: any(),
              subject: String(change),
            }),
          )
      }
      inside = false
      return undefined
    })
    return { always, writes, stop }
  }

  const orders: readonly [string, ListOptions<Ticket>, boolean][] = [
    ['createdTime', { sort: sortBy('tickets', 'createdTime', 'DESC') }, true],
    ['createdTime, ahead', { sort: sortBy('tickets', 'createdTime', 'DESC'), lookAhead: 4 }, true],
    ['updatedTime', { sort: sortBy('tickets', 'updatedTime', 'DESC') }, true],
    ['no time', {}, false],
  ]

  test.each(orders)(
    'tickets sorted by %s while they come, change and go',
    async (_, options, proven) => {
      const sums = { missed: 0, doubled: 0, wrong: 0, incomplete: 0, writes: 0 }
      for (let seed = 1; seed <= runs(1000); seed++) {
        tenant.reset()
        const { always, writes, stop } = churn(seed)
        const { rows, end } = await superops.tickets
          .list({ ...options, pick: ['subject'], pageSize: 90 })
          .collect()
        stop()
        const ids = new Set(rows.map(({ ticketId }) => ticketId))
        const missed = [...always].filter((id) => !ids.has(id)).length
        sums.doubled += rows.length - ids.size
        sums.missed += missed
        for (const { body } of await Promise.all(writes)) if (!body.includes('"errors"')) sums.writes++
        if (!end.complete) sums.incomplete++
        else if (missed > 0) sums.wrong++
      }
      expect(sums).toMatchObject({ doubled: 0, wrong: 0, ...(proven && { missed: 0 }) })
      expect(sums.writes).toBeGreaterThan(runs(1000))
    },
    600_000,
  )

  test('an extraction reads tickets newest first', async () => {
    const { data, report } = await createExtractor(superops).run({ entities: ['tickets'] })
    const times = data.tickets?.map(({ createdTime }) => createdTime ?? '') ?? []
    expect(times).toEqual([...times].sort().reverse())
    expect(report.entities).toMatchObject([{ rows: 330, complete: true, requests: 6 }])
  })

  test('a look-ahead out of range is refused by name', () => {
    expect(() => superops.tickets.list({ lookAhead: 11 })).toThrow(
      'lookAhead: expected an integer from 1 to 10',
    )
  })

  test('a list read down to a time holds what is not older, and stops there', async () => {
    const times = tenant.world.tickets
      .map(({ updatedTime }) => `${updatedTime}Z`)
      .sort()
      .reverse()
    const since = new Date(times[49] ?? '')
    const wanted = times.filter((time) => Date.parse(time) >= since.getTime()).length
    const list = superops.tickets.list({
      sort: sortBy('tickets', 'updatedTime', 'DESC'),
      since,
      pageSize: 100,
    })
    const { rows, end, requests } = await list.collect()
    expect({ rows: rows.length, end, requests }).toEqual({
      rows: wanted,
      end: { complete: true },
      requests: 1,
    })
  })

  test('a walk goes on from a position of another process, although the list moved', async () => {
    const options = { sort: sortBy('tickets', 'createdTime', 'DESC'), pageSize: 50 } as const
    const before = new Set(tenant.world.tickets.map(({ ticketId }) => ticketId))
    const read: string[] = []
    let position: string | undefined
    for await (const page of superops.tickets.list(options).pages()) {
      read.push(...page.rows.map(({ ticketId }) => ticketId))
      position = JSON.stringify(page.position)
      if (page.page === 3) break
    }
    for (const ticketId of read.slice(0, 60)) {
      await write('mutation ($input: [TicketIdentifierInput]) { softDeleteTickets(input: $input) }', [
        { ticketId },
      ])
    }
    tenant.world.advance({ hours: 12 })
    const from = JSON.parse(position ?? '') as ListPosition
    const { rows, end } = await superops.tickets.list({ ...options, from }).collect()
    const rest = rows.map(({ ticketId }) => ticketId)
    expect(end).toEqual({ complete: true })
    expect(rest.filter((id) => read.includes(id))).toEqual([])
    expect(new Set([...read, ...rest])).toEqual(before)
  })

  test('a time that is none is refused by name', () => {
    expect(() => superops.tickets.list({ since: 'yesterday' })).toThrow(
      'since: expected a time, received string',
    )
  })
})
