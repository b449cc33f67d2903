import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { createMockTenant, resultFixtureOf } from '@superhack/superops/testing'
import { afterEach, describe, expect, test } from 'vitest'
import { products } from '../products.js'
import { type AnsweringServer, answeringServer, rejection } from './answering-server.js'

describe.each(products)('$product', ({ product, createClient, entry, newTicket }) => {
  let server: AnsweringServer | undefined
  afterEach(() => server?.close())

  const customer = 'Canary & Sons'
  const { world } = createMockTenant({ product, tickets: 1 })

  /** Serves ticket rows as one page. */
  async function serveTickets(rows: readonly unknown[]): Promise<AnsweringServer> {
    server = await answeringServer(
      (response) =>
        response.end(
          JSON.stringify({
            data: {
              getTicketList: { tickets: rows, listInfo: { page: 1, hasMore: null, totalCount: rows.length } },
            },
          }),
        ),
      createClient,
    )
    return server
  }

  const ticket = (at: number, changes: object = {}) => ({
    ...(resultFixtureOf('getTicket', product) as object),
    ticketId: String(at),
    ...changes,
  })
  const hundred = (bad: object) =>
    Array.from({ length: 100 }, (_, at) => ticket(at + 1, at === 41 ? bad : {}))

  test('one bad row of 100 gives 99 rows and one issue without the value in it', async () => {
    const { client } = await serveTickets(hundred({ displayId: { text: customer }, subject: customer }))
    const superops = client()
    const told: unknown[] = []
    superops.events.on('issue', (issue) => told.push(issue))
    const { rows, issues, setAside, end } = await superops.tickets.list().collect()
    expect(rows).toHaveLength(99)
    expect(setAside).toBe(1)
    expect(end).toEqual({ complete: true })
    const issue = {
      severity: 'shape',
      entity: 'Ticket',
      id: '42',
      index: 41,
      path: 'displayId',
      expected: 'String',
    }
    expect(issues).toEqual([{ ...issue, page: 1 }])
    expect(told).toMatchObject([{ operation: 'getTicketList', ...issue }])
    expect(JSON.stringify([issues, told])).not.toContain(customer)
  })

  test('a value of a wrong form is delivered as it came, with an issue', async () => {
    const { client } = await serveTickets(
      hundred({ createdTime: '2024-02-30T10:00:00', worklogTimespent: '1,5' }),
    )
    const { rows, issues, setAside } = await client().tickets.list().collect()
    expect(setAside).toBe(0)
    expect(rows[41]).toMatchObject({ createdTime: '2024-02-30T10:00:00', worklogTimespent: '1,5' })
    expect(issues.map(({ severity, path, expected }) => [severity, path, expected])).toEqual([
      ['value', 'createdTime', 'Instant'],
      ['value', 'worklogTimespent', 'Decimal'],
    ])
  })

  test('toArray refuses to lose a row unless it is told to', async () => {
    const { client } = await serveTickets(hundred({ displayId: null }))
    const list = client().tickets.list()
    expect(await rejection(list.toArray())).toMatchObject({ kind: 'decode', issues: [{ path: 'displayId' }] })
    expect(await list.toArray({ skipBadRows: true })).toHaveLength(99)
  })

  test('plain iteration warns of rows that were set aside when nobody listens', async () => {
    const { client } = await serveTickets(hundred({ displayId: null }))
    const warnings: object[] = []
    const silent = () => {}
    const logger = {
      debug: silent,
      info: silent,
      error: silent,
      warn: (facts: object) => warnings.push(facts),
    }
    let rows = 0
    for await (const _ of client({ logger }).tickets.list()) rows++
    expect(rows).toBe(99)
    expect(warnings).toEqual([{ operation: 'getTicketList', issues: 1 }])
  })

  test('at most 20 bad rows of a page are reported in full, the others by row', async () => {
    const { client } = await serveTickets(
      Array.from({ length: 100 }, (_, at) => ticket(at + 1, { displayId: null })),
    )
    const { rows, issues } = await client().tickets.list().collect()
    expect(rows).toEqual([])
    expect(issues).toHaveLength(100)
    expect(issues.filter(({ path }) => path !== undefined)).toHaveLength(20)
    expect(issues[99]).toEqual({ severity: 'shape', entity: 'Ticket', id: '100', index: 99, page: 1 })
  })

  test('a row that is null is set aside and counted', async () => {
    const { client } = await serveTickets([ticket(1), null, ticket(3)])
    const { rows, issues } = await client().tickets.list().collect()
    expect(rows.map(({ ticketId }) => ticketId)).toEqual(['1', '3'])
    expect(issues).toEqual([
      { severity: 'shape', entity: 'Ticket', index: 1, page: 1, path: '', expected: 'Ticket' },
    ])
  })

  test('unknown fields and unknown members of an enum pass', async () => {
    const { client } = await serveTickets([ticket(1, { source: 'INSTANT_MESSAGING', approvalStatus: 'x' })])
    const { rows, issues } = await client().tickets.list().collect()
    expect(issues).toEqual([])
    expect(rows[0]).toMatchObject({ source: 'INSTANT_MESSAGING', approvalStatus: 'x' })
  })

  test('times are the same instants in every host zone and follow sourceTimeZone', async () => {
    const { url } = await serveTickets([
      ticket(1, { createdTime: '2022-06-28T05:25:10', updatedTime: '2022-06-28T05:25' }),
    ])
    const script = `
    import { createClient } from '${entry}'
    const superops = createClient({ apiKey: 'k', tenantId: 'acme', baseUrl: '${url}', sourceTimeZone: process.argv[1] })
    const [ticket] = await superops.tickets.list().toArray()
    console.log(ticket.createdTime, ticket.updatedTime, new Date(ticket.createdTime).getTime())
    superops.close()`
    const root = new URL('../..', import.meta.url).pathname
    const read = async (TZ: string, zone: string) => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['--input-type=module', '-e', script, zone],
        { cwd: root, env: { ...process.env, TZ } },
      )
      return stdout.trim()
    }
    for (const TZ of ['UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']) {
      expect(await read(TZ, 'UTC')).toBe('2022-06-28T05:25:10.000Z 2022-06-28T05:25:00.000Z 1656393910000')
    }
    expect(await read('America/New_York', 'Asia/Kolkata')).toBe(
      '2022-06-27T23:55:10.000Z 2022-06-27T23:55:00.000Z 1656374110000',
    )
  })

  test('instants go out in the zone of the tenant without suffix, null stays, undefined is left out', async () => {
    server = await answeringServer((response) => response.end('{"data":{"createTicket":null}}'), createClient)
    const input = {
      ...newTicket(world, 'x'),
      createdTime: new Date('2022-06-28T05:25:10Z'),
      updatedTime: '2022-06-28T05:25:10.270Z',
      status: null,
      sla: undefined,
    }
    await server.client().mutation.createTicket({ input })
    await server.client({ sourceTimeZone: 'Asia/Kolkata' }).mutation.createTicket({ input })
    const common = { ...newTicket(world, 'x'), status: null }
    expect(server.received.map(({ variables }) => variables)).toEqual([
      { input: { ...common, createdTime: '2022-06-28T05:25:10', updatedTime: '2022-06-28T05:25:10.270' } },
      { input: { ...common, createdTime: '2022-06-28T10:55:10', updatedTime: '2022-06-28T10:55:10.270' } },
    ])
  })

  test.each([
    ['an invalid Date', new Date('nonsense')],
    ['string', 'tomorrow'],
    ['number', 5 as unknown as string],
  ])('%s where an instant belongs is refused by name', async (what, createdTime) => {
    server = await answeringServer((response) => response.end('{"data":{}}'), createClient)
    const input = { ...newTicket(world, 'x'), createdTime }
    const error = await rejection(server.client().mutation.createTicket({ input }))
    expect(String(error)).toBe(
      `TypeError: input.createdTime: expected an instant (ISO 8601 text or a valid Date), received ${what}`,
    )
    expect(server.received).toEqual([])
  })

  test.each([
    ['pageSize', { pageSize: 0 }],
    ['pageSize', { pageSize: 101 }],
    ['limit', { limit: 0 }],
  ])('%s out of range is refused by name', async (name, options) => {
    const { client } = await serveTickets([])
    expect(() => client().tickets.list(options)).toThrow(new RegExp(`^${name}: expected an integer`))
  })
})
