import { createClient } from '@superhack/superops'
import { describe, expect, test } from 'vitest'
import { products } from '../products.js'
import { asking } from './asking.js'

describe.each(products)('$product', ({ product, groupRef }) => {
  const list = `{ getTicketList(input: { pageSize: 3 }) { tickets { ticketId displayId source ${groupRef.field} } } }`

  test('a required field that is null costs its row and adds the error of the vendor', async () => {
    await using tenant = await asking({ product, tickets: 5 })
    tenant.tenant.faults.nullInNonNull({ type: 'Ticket', field: 'displayId', rows: 2, count: 1 })
    const { body } = await tenant.ask(list)
    expect(body.errors).toEqual([
      {
        message:
          "Cannot return null for non-nullable type: 'String' within parent 'Ticket' (/getTicketList/tickets[0]/displayId)",
        path: ['getTicketList', 'tickets', 0, 'displayId'],
        extensions: { classification: 'NullValueInNonNullableField' },
      },
      expect.objectContaining({ path: ['getTicketList', 'tickets', 1, 'displayId'] }),
    ])
    expect(body.data).toMatchObject({
      getTicketList: { tickets: [null, null, { source: expect.any(String) }] },
    })
    expect((await tenant.ask(list)).body.errors).toBeUndefined()
  })

  test('a removed field is refused by validation and missing in introspection', async () => {
    await using tenant = await asking({ product, tickets: 5 })
    const remove = tenant.tenant.faults.schemaDrift({ removedField: { type: 'Ticket', field: 'source' } })
    const { body } = await tenant.ask(list)
    expect(body).toMatchObject({
      errors: [
        {
          message:
            "Validation error of type FieldUndefined: Field 'source' in type 'Ticket' is undefined @ 'getTicketList/tickets/source'",
          extensions: { classification: 'ValidationError' },
        },
      ],
      data: null,
    })
    const fields = async () => {
      const answer = await tenant.ask('{ __type(name: "Ticket") { fields { name } } }')
      return JSON.stringify(answer.body.data)
    }
    expect(await fields()).not.toContain('"source"')
    remove()
    expect(await fields()).toContain('"source"')
    expect((await tenant.ask(list)).body.errors).toBeUndefined()
  })

  test('several changes of the schema hold together', async () => {
    await using tenant = await asking({ product, tickets: 5 })
    tenant.tenant.faults.schemaDrift({ removedField: { type: 'Ticket', field: 'sla' } })
    tenant.tenant.faults.schemaDrift({ removedField: { type: 'Query', field: 'getSLAList' } })
    for (const query of ['{ getSLAList { name } }', '{ getTicketList(input: {}) { tickets { sla } } }'])
      expect((await tenant.ask(query)).text).toContain('FieldUndefined')
    expect((await tenant.ask(list)).body.errors).toBeUndefined()
  })
})

test('a new enum member and a new key in references reach the typed client', async () => {
  await using tenant = await asking({ tickets: 5 })
  const { tenant: mock, url } = tenant
  mock.faults.schemaDrift({
    enumMember: { type: 'TicketSource', value: 'INSTANT_MESSAGING' },
    leafKey: { key: 'tier', value: { level: 1 } },
  })
  const superops = createClient({ ...mock.credentials, baseUrl: url })
  const [ticket] = await superops.tickets.list({ limit: 1 }).toArray()
  superops.close()
  expect(ticket?.source).toBe('INSTANT_MESSAGING')
  expect(ticket?.client).toMatchObject({ accountId: expect.any(String), tier: { level: 1 } })
  expect(mock.world.tickets.map(({ source }) => String(source))).not.toContain('INSTANT_MESSAGING')
  const { body } = await tenant.ask('{ __type(name: "TicketSource") { enumValues { name } } }')
  expect(JSON.stringify(body.data)).toContain('INSTANT_MESSAGING')
})
