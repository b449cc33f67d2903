import type { Ticket } from '@superhack/superops/entities'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { products } from '../products.js'
import { type Asking, asking } from './asking.js'

describe.each(products)('$product', ({ product }) => {
  let tenant: Asking
  beforeAll(async () => {
    tenant = await asking({ product, tickets: 230 })
  })
  afterAll(() => tenant[Symbol.asyncDispose]())

  interface Page {
    readonly tickets: Ticket[]
    readonly listInfo: Record<string, unknown>
  }

  const fields =
    'tickets { ticketId displayId status createdTime updatedTime priority technician resolutionViolated }'
  const info = 'listInfo { page pageSize hasMore totalCount condition sort { attribute order } }'
  const document = `query tickets($input: ListInfoInput!) { getTicketList(input: $input) { ${fields} ${info} } }`

  async function list(input: Record<string, unknown>): Promise<Page> {
    const { body, text } = await tenant.ask(document, { input })
    if (body.errors !== undefined) throw new Error(text)
    return body.data?.getTicketList as unknown as Page
  }
  const where = async (attribute: string, operator: string, value?: unknown) =>
    (await list({ pageSize: 100, condition: { attribute, operator, value } })).tickets
  const all = () => tenant.tenant.world.tickets

  test('inner pages say hasMore true, the last one null, and the count is a number', async () => {
    const seen: string[] = []
    for (const [page, hasMore] of [
      [1, true],
      [2, true],
      [3, null],
    ] as const) {
      const { tickets, listInfo } = await list({ page, pageSize: 100 })
      expect(listInfo).toEqual({ page, pageSize: 100, hasMore, totalCount: 230, condition: null, sort: null })
      seen.push(...tickets.map((ticket) => ticket.ticketId))
    }
    expect(seen).toEqual(all().map((ticket) => ticket.ticketId))
    expect((await list({ page: 4, pageSize: 100 })).tickets).toEqual([])
  })

  test('a page holds 100 rows at most, however many are asked for', async () => {
    const { tickets, listInfo } = await list({ pageSize: 500 })
    expect([tickets.length, listInfo.pageSize]).toEqual([100, 100])
  })

  test('without a sort the order is stable and not newest first', async () => {
    const first = (await list({ pageSize: 50 })).tickets.map((ticket) => ticket.createdTime ?? '')
    expect((await list({ pageSize: 50 })).tickets.map((ticket) => ticket.createdTime)).toEqual(first)
    expect(first).not.toEqual([...first].sort().reverse())
  })

  test('sorts apply in sequence, up and down; a single object is accepted; the sort is echoed', async () => {
    const sort = [
      { attribute: 'status', order: 'ASC' },
      { attribute: 'createdTime', order: 'DESC' },
    ]
    const { tickets, listInfo } = await list({ pageSize: 100, sort })
    expect(listInfo.sort).toEqual(sort)
    for (const [at, right] of tickets.entries()) {
      const left = tickets[at - 1]
      if (left === undefined) continue
      const ordered =
        (left.status ?? '') < (right.status ?? '') ||
        (left.status === right.status && (left.createdTime ?? '') >= (right.createdTime ?? ''))
      expect(ordered).toBe(true)
    }
    const single = await list({ pageSize: 5, sort: { attribute: 'createdTime', order: 'DESC' } })
    expect(single.tickets[0]?.createdTime).toBe(
      all()
        .map((ticket) => ticket.createdTime ?? '')
        .sort()
        .at(-1),
    )
    expect(
      (await list({ pageSize: 5, sort: { attribute: 'displayID', order: 'DESC' } })).tickets,
    ).toHaveLength(5)
  })

  test('text operators', async () => {
    const closed = all().filter((ticket) => ticket.status === 'Closed')
    const count = async (operator: string, value: unknown) =>
      (await list({ pageSize: 1, condition: { attribute: 'status', operator, value } })).listInfo.totalCount
    expect(await count('is', 'Closed')).toBe(closed.length)
    expect(await count('isNot', 'Closed')).toBe(230 - closed.length)
    expect(await count('includes', ['Closed', 'Resolved'])).toBe(
      all().filter((ticket) => ['Closed', 'Resolved'].includes(ticket.status ?? '')).length,
    )
    expect(await count('notIncludes', ['Closed'])).toBe(230 - closed.length)
    expect(await count('startsWith', 'Clo')).toBe(closed.length)
    expect(await count('endsWith', 'sed')).toBe(closed.length)
    expect(await count('contains', 'los')).toBe(closed.length)
    expect(await count('notContains', 'los')).toBe(230 - closed.length)
    expect(await count('isEmpty', null)).toBe(0)
    expect(await count('isNotEmpty', null)).toBe(230)
  })

  test('dotted attributes reach into references, booleans compare, empty references are empty', async () => {
    const technician = tenant.tenant.world.technicians[0]
    const rows = await where('technician.email', 'is', technician?.email)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every((ticket) => ticket.technician?.userId === technician?.userId)).toBe(true)
    expect((await where('technician', 'isEmpty')).every((ticket) => ticket.technician === null)).toBe(true)
    expect(
      (await where('resolutionViolated', 'is', true)).every((ticket) => ticket.resolutionViolated === true),
    ).toBe(true)
  })

  test('date operators: placeholders, spans, after, before, between', async () => {
    const created = (rows: readonly Ticket[]) => rows.map((ticket) => ticket.createdTime ?? '')
    const week = created(await where('createdTime', 'inLast', { unit: 'DAY', quantity: 7 }))
    expect(week.length).toBeGreaterThan(0)
    expect(week.every((time) => time >= '2025-12-29T09:00:00')).toBe(true)
    expect(
      created(await where('createdTime', 'on', 'placeholder.today')).every((time) =>
        time.startsWith('2026-01-05'),
      ),
    ).toBe(true)
    const month = created(await where('createdTime', 'on', 'placeholder.last.month'))
    expect(month.length).toBeGreaterThan(0)
    expect(month.every((time) => time.startsWith('2025-12'))).toBe(true)
    expect(
      created(await where('createdTime', 'after', '2025-12-20T00:00:00')).every(
        (time) => time > '2025-12-20',
      ),
    ).toBe(true)
    expect(
      created(await where('createdTime', 'before', '2025-11-20T00:00:00')).every(
        (time) => time < '2025-11-20',
      ),
    ).toBe(true)
    const between = created(
      await where('createdTime', 'between', ['2025-12-01T00:00:00', '2025-12-08T00:00:00']),
    )
    expect(between.every((time) => time >= '2025-12-01' && time <= '2025-12-08T00:00:00')).toBe(true)
  })

  test('groups nest', async () => {
    const condition = {
      joinOperator: 'AND',
      operands: [
        { attribute: 'status', operator: 'notIncludes', value: ['Closed', 'Resolved'] },
        {
          joinOperator: 'OR',
          operands: [
            { attribute: 'priority', operator: 'is', value: 'Critical' },
            { attribute: 'priority', operator: 'is', value: 'High' },
          ],
        },
      ],
    }
    const { tickets, listInfo } = await list({ pageSize: 100, condition })
    const expected = all().filter(
      (ticket) =>
        !['Closed', 'Resolved'].includes(ticket.status ?? '') &&
        ['Critical', 'High'].includes(ticket.priority ?? ''),
    )
    expect(tickets.map((ticket) => ticket.ticketId)).toEqual(expected.map((ticket) => ticket.ticketId))
    expect(listInfo.condition).toEqual(condition)
  })

  const internal =
    '{"errors":[{"message":"Internal Server Error(s) while executing query"}],"data":{"getTicketList":null}}'

  test.each([
    ['an operator with blanks', { condition: { attribute: 'status', operator: 'is not', value: 'x' } }],
    ['an operator in capitals', { condition: { attribute: 'status', operator: 'EQUALS', value: 'x' } }],
    ['a group by operator', { condition: { operator: 'AND', value: [] } }],
    [
      'an operator of another type',
      { condition: { attribute: 'createdTime', operator: 'contains', value: '2026' } },
    ],
    ['an unknown attribute', { condition: { attribute: 'nothing', operator: 'is', value: 'x' } }],
    ['a sort by an unknown attribute', { sort: [{ attribute: 'nothing', order: 'ASC' }] }],
  ])('%s is answered with the internal error', async (_, input) => {
    const answer = await tenant.ask(document, { input })
    expect([answer.status, answer.text]).toEqual([200, internal])
    expect(tenant.tenant.calls('getTicketList').at(-1)?.failure).toEqual(expect.any(String))
  })

  test('keys that the input does not have are a validation error', async () => {
    const { body } = await tenant.ask(document, { input: { condition: { field: 'status', eq: 'Closed' } } })
    expect(body).toMatchObject({
      errors: [{ extensions: { classification: 'ValidationError' } }],
      data: null,
    })
  })
})

test('lists narrowed by their input hold what belongs to it', async () => {
  await using tenant = await asking()
  const { world } = tenant.tenant
  const client = world.clients[1]
  const answer = await tenant.ask(
    'query($id: ID) { getClientSiteList(input: { clientId: $id }) { sites { id } } getClientUserList(input: { clientId: $id }) { listInfo { totalCount } } }',
    { id: client?.accountId },
  )
  const sites = world.sites.filter((site) => site.client.accountId === client?.accountId)
  const users = world.clientUserAssociations.filter((link) => link.client.accountId === client?.accountId)
  expect(answer.body.data).toMatchObject({
    getClientSiteList: { sites: sites.map(({ id }) => ({ id })) },
    getClientUserList: { listInfo: { totalCount: users.length } },
  })
})
