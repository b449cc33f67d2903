import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { products } from '../products.js'
import { runs } from '../runs.js'
import { type Asking, asking } from './asking.js'

describe.each(products)('$product', ({ product, newTicket }) => {
  const create = 'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticketId } }'
  let tenant: Asking
  beforeAll(async () => {
    tenant = await asking({ product, tickets: 260 })
  })
  afterAll(() => tenant[Symbol.asyncDispose]())

  interface Rule {
    readonly attribute: string
    readonly order: 'ASC' | 'DESC'
  }

  const time = (value: unknown) =>
    typeof value === 'string' ? Date.parse(`${value.length === 10 ? `${value}T00:00` : value}Z`) : null
  const number = (value: unknown) => (value === null ? null : Number(value))
  const word = (value: unknown) => (value === null ? null : String(value))

  /** One attribute of each type that compares, and what it compares by. */
  const keys: Readonly<Record<string, (row: Record<string, unknown>) => string | number | null>> = {
    subject: (row) => word(row.subject),
    priority: (row) => word(row.priority),
    'technician.name': (row) => word((row.technician as { name: string } | null)?.name ?? null),
    worklogTimespent: (row) => number(row.worklogTimespent),
    createdTime: (row) => time(row.createdTime),
    updatedTime: (row) => time(row.updatedTime),
    firstResponseTime: (row) => time(row.firstResponseTime),
    resolutionViolated: (row) => word(row.resolutionViolated),
  }

  /** Ids in the order of the rules: an insertion of each row behind all that are not greater. */
  function sortedIds(rules: readonly Rule[], rows: readonly object[]): string[] {
    const compare = (left: Record<string, unknown>, right: Record<string, unknown>): number => {
      for (const { attribute, order } of rules) {
        const [a, b] = [keys[attribute]?.(left) ?? null, keys[attribute]?.(right) ?? null]
        const sign = order === 'DESC' ? -1 : 1
        if (a === b) continue
        if (a === null || b === null) return a === null ? sign : -sign
        return a < b ? -sign : sign
      }
      return 0
    }
    const sorted = rows.toSorted((a, b) =>
      compare(a as Record<string, unknown>, b as Record<string, unknown>),
    )
    return sorted.map((row) => (row as { ticketId: string }).ticketId)
  }

  const document =
    'query($i: ListInfoInput!) { getTicketList(input: $i) { tickets { ticketId } listInfo { totalCount } } }'

  async function idsOf(of: Asking, input: Record<string, unknown>): Promise<string[]> {
    const ids: string[] = []
    for (let page = 1; ; page++) {
      const { body, text } = await of.ask(document, { i: { ...input, page, pageSize: 100 } })
      if (body.errors !== undefined) throw new Error(text)
      const data = body.data as unknown as {
        getTicketList: { tickets: { ticketId: string }[]; listInfo: { totalCount: number } }
      }
      const { tickets, listInfo } = data.getTicketList
      ids.push(...tickets.map(({ ticketId }) => ticketId))
      if (tickets.length < 100) {
        expect(listInfo.totalCount).toBe(ids.length)
        return ids
      }
    }
  }

  const rule = fc.record<Rule>({
    attribute: fc.constantFrom(...Object.keys(keys)),
    order: fc.constantFrom('ASC', 'DESC'),
  })

  test.each(
    Object.keys(keys).flatMap((attribute) => [[attribute, 'ASC'] as const, [attribute, 'DESC'] as const]),
  )('by %s %s', async (attribute, order) => {
    const rows = tenant.tenant.world.tickets
    expect(await idsOf(tenant, { sort: [{ attribute, order }] })).toEqual(
      sortedIds([{ attribute, order }], rows),
    )
  })

  test('by several rules, filtered or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rule, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (sort, filtered) => {
          const condition = filtered ? { attribute: 'status', operator: 'isNot', value: 'Closed' } : undefined
          const rows = tenant.tenant.world.tickets.filter((row) => !filtered || row.status !== 'Closed')
          expect(await idsOf(tenant, { sort, condition })).toEqual(sortedIds(sort, rows))
        },
      ),
      { numRuns: runs(500) },
    )
  })

  const change = fc.record({
    kind: fc.constantFrom('create', 'update', 'delete', 'restore', 'ask'),
    at: fc.nat(1000),
    minute: fc.integer({ min: 0, max: 59 }),
  })

  test('sorted and filtered lists follow every change of the world', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 12 }),
        fc.array(rule, { minLength: 1 }),
        async (changes, sort) => {
          await using own = await asking({ product, tickets: 12 })
          const { world } = own.tenant
          const deleted: string[] = []
          const condition = { attribute: 'priority', operator: 'isNot', value: 'High' }
          const compare = async () => {
            expect(await idsOf(own, { sort })).toEqual(sortedIds(sort, world.tickets))
            const rows = world.tickets.filter((row) => row.priority !== 'High')
            expect(await idsOf(own, { sort, condition })).toEqual(sortedIds(sort, rows))
          }
          await compare()
          for (const { kind, at, minute } of changes) {
            const id = world.tickets[at % Math.max(1, world.tickets.length)]?.ticketId
            const createdTime = `2025-12-01T10:${String(minute).padStart(2, '0')}:00`
            if (kind === 'create') {
              await own.ask(create, {
                input: {
                  ...newTicket(world, `s${at}`),
                  createdTime,
                  priority: at % 2 === 0 ? 'High' : 'Low',
                },
              })
            } else if (kind === 'update' && id !== undefined) {
              await own.ask(
                `mutation { updateTicket(input: { ticketId: "${id}", subject: "u${at}", priority: "${at % 3 === 0 ? 'High' : 'Low'}" }) { ticketId } }`,
              )
            } else if (kind === 'delete' && id !== undefined) {
              await own.ask(`mutation { softDeleteTickets(input: [{ ticketId: "${id}" }]) }`)
              deleted.push(id)
            } else if (kind === 'restore') {
              const back = deleted.pop()
              if (back !== undefined)
                await own.ask(`mutation { restoreTickets(input: [{ ticketId: "${back}" }]) }`)
            }
            await compare()
          }
        },
      ),
      { numRuns: runs(300) },
    )
  })

  test('equal instants are equal, however they are printed: the next rule decides', async () => {
    await using own = await asking({ product, tickets: 0 })
    for (const [subject, at] of [
      ['b', '2026-01-01T10:00:00'],
      ['a', '2026-01-01T10:00'],
      ['c', '2026-01-01T10:00:00.000'],
    ] as const) {
      await own.ask(create, { input: { ...newTicket(own.tenant.world, subject), createdTime: at } })
    }
    const sort = [
      { attribute: 'createdTime', order: 'ASC' },
      { attribute: 'subject', order: 'ASC' },
    ]
    const { body } = await own.ask(
      'query($i: ListInfoInput!) { getTicketList(input: $i) { tickets { subject } } }',
      { i: { sort } },
    )
    expect(body.data).toEqual({
      getTicketList: { tickets: [{ subject: 'a' }, { subject: 'b' }, { subject: 'c' }] },
    })
  })

  test.each([
    ['nothing'],
    ['client'],
    ['followers'],
    ['customFields'],
    ['followers.name'],
    ['subject.name'],
    [''],
    [null],
  ])('a sort by %s is answered with the internal error', async (attribute) => {
    const { text } = await tenant.ask(document, { i: { sort: [{ attribute, order: 'ASC' }] } })
    expect(text).toBe(
      '{"errors":[{"message":"Internal Server Error(s) while executing query"}],"data":{"getTicketList":null}}',
    )
  })
})
