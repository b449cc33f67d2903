import { type MockWorld, wireSchema } from '@superhack/superops/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { products } from '../products.js'
import { type Asking, asking } from './asking.js'
import { client, itRefusals, ofMspInputs, refusals } from './writes/refusals.js'

const hashOf = (world: MockWorld) => JSON.stringify(world)

describe.each(products)('$product', (tested) => {
  const { product } = tested
  let tenant: Asking
  beforeAll(async () => {
    tenant = await asking({ product, tickets: 60 })
  })
  beforeEach(() => tenant.tenant.reset())
  afterAll(() => tenant[Symbol.asyncDispose]())

  const mutations = wireSchema(product).getMutationType()?.getFields() ?? {}
  const argumentOf = (name: string) => mutations[name]?.args[0]
  const isObject = (name: string) => /^\[?(ID|Boolean)!?\]?!?$/.exec(String(mutations[name]?.type)) === null
  const documentOf = (name: string) =>
    `mutation($input: ${argumentOf(name)?.type}) { ${name}(${argumentOf(name)?.name}: $input) ${isObject(name) ? '{ __typename }' : ''} }`

  const own = product === 'it' ? [...refusals, ...itRefusals] : refusals
  const table = own.flatMap(([title, mutation, input, ...entries]) =>
    mutation in mutations && (product === 'msp' || !ofMspInputs.has(title))
      ? [{ title, mutation, input, entries }]
      : [],
  )

  test.each(table)(
    '$title is refused by $mutation and changes nothing',
    async ({ mutation, input, entries }) => {
      const { world } = tenant.tenant
      const before = hashOf(world)
      const { text } = await tenant.ask(documentOf(mutation), { input: input(world, tested) })
      const clientError = JSON.stringify(entries.map(([code, param]) => ({ code, param })))
      // Mutations that promise an id leave no data at all.
      const data = String(mutations[mutation]?.type).endsWith('!') ? 'null' : `{"${mutation}":null}`
      expect(text).toBe(
        `{"errors":[{"message":null,"extensions":{"clientError":${clientError},"classification":"DataFetchingException"}}],"data":${data}}`,
      )
      expect(hashOf(world)).toBe(before)
    },
  )

  test('a category that lacks the present subcategory takes it away', async () => {
    const { world } = tenant.tenant
    const own = world.tickets.find((row) => row.subcategory !== null)
    const other = world.categories.find((row) => row.name !== own?.category)
    const input = { ticketId: own?.ticketId, category: other?.name }
    expect((await tenant.ask(documentOf('updateTicket'), { input })).body.errors).toBeUndefined()
    expect(own).toMatchObject({ category: other?.name, subcategory: null })
  })

  if (product === 'msp')
    test('the name of a trashed client stays taken, and who was deleted can only be forgotten', async () => {
      const { world } = tenant.tenant
      const name = world.clients[0]?.name
      await tenant.ask(documentOf('softDeleteClients'), { input: [client(world)] })
      const again = await tenant.ask(documentOf('createClient'), { input: { name } })
      expect(again.text).toContain('"unique_validation_failed"')

      const own = world.tickets.find((row) => row.requester !== null && row.requester.name !== null)
      const { userId = '', name: called } = own?.requester ?? {}
      const remove = (forget?: boolean) =>
        tenant.ask(documentOf('deleteClientUser'), {
          input: { userId, ...(forget !== undefined && { forget }) },
        })
      expect((await remove()).text).toBe(`{"data":{"deleteClientUser":"${userId}"}}`)
      expect(own?.requester).toMatchObject({ userId, name: called })
      expect((await remove()).text).toContain('"entity_does_not_exist"')
      expect((await remove(true)).text).toBe(`{"data":{"deleteClientUser":"${userId}"}}`)
      expect(own?.requester).toEqual({ userId, name: 'Anonymous', email: `${userId}@anonymous.invalid` })
    })
})
