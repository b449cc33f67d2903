import { createClient, type InvoiceId, type ServiceItemId } from '@superhack/superops'
import { documentOf, operationNames, rowsFieldOf, rowTypeOf, selectionOf } from '@superhack/superops/entities'
import { createMockTenant, type MockServer, wireSchema } from '@superhack/superops/testing'
import { parse, validate } from 'graphql'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

const tenant = createMockTenant({ seed: 3, tickets: 60 })
let server: MockServer
beforeAll(async () => {
  server = await tenant.listen()
})
afterEach(() => tenant.reset())
afterAll(() => server.close())

const selected = (operation: string) => tenant.calls(operation).at(-1)?.document

test('fields within an object, and within a list of them, are selected and nothing beside', async () => {
  const superops = createClient(server.credentials)
  const invoices = await superops.invoices.list({ pick: ['displayId', { items: ['quantity'] }] }).toArray()
  expect(selected('getInvoiceList')).toContain('invoices { invoiceId displayId items { itemId quantity } }')
  const expected = tenant.world.invoices.map(({ invoiceId, displayId, items }) => ({
    invoiceId,
    displayId,
    items: items?.map((item) => ({ itemId: item?.itemId, quantity: item?.quantity })) ?? null,
  }))
  const byId = (a: { invoiceId: InvoiceId }, b: { invoiceId: InvoiceId }) =>
    a.invoiceId < b.invoiceId ? -1 : 1
  expect([...invoices].sort(byId)).toEqual(expected.sort(byId))
  superops.close()
})

test('picks of one field add up, and a whole field beats fields within', () => {
  const pickOf = (...pick: Parameters<typeof selectionOf>[2] & object) => selectionOf('ServiceItem', [], pick)
  expect(pickOf({ category: ['name'] }, { salesTax: [{ rates: ['name'] }] }, { salesTax: ['name'] })).toBe(
    '{ itemId category { categoryId name } salesTax { taxId name rates { name } } }',
  )
  expect(pickOf('category', { category: [] })).toBe('{ itemId category { categoryId name } }')
  expect(pickOf({ category: [] })).toBe('{ itemId category { categoryId } }')
  // A back reference is a stub unless more is picked.
  expect(pickOf('blockItemAdjustedItems')).toBe('{ itemId blockItemAdjustedItems { itemId name } }')
  expect(pickOf({ blockItemAdjustedItems: ['amount'] })).toBe(
    '{ itemId blockItemAdjustedItems { itemId amount } }',
  )
})

test('a type without key of which nothing is picked is left out', () => {
  expect(selectionOf('Tax', [], ['name', { rates: [] }])).toBe('{ taxId name }')
})

test('a leaf is selected as a whole, whatever is asked of it', () => {
  expect(selectionOf('Invoice', [], [{ client: ['name'] }])).toBe('{ invoiceId client }')
})

test('a field within that breaks answers can be picked, and is dropped when it does', async () => {
  const superops = createClient(server.credentials)
  const path = '/getServiceItemList/items[0]/salesTax/totalRate'
  tenant.faults.intercept(({ body }) =>
    body.includes('totalRate')
      ? {
          body: JSON.stringify({
            errors: [
              { message: `The field at path '${path}' failed`, path: path.slice(1).split(/\/|\[|\]\/?/) },
            ],
            data: { getServiceItemList: null },
          }),
        }
      : undefined,
  )
  const pick = ['name', { salesTax: ['name', 'totalRate' as never] }] as const
  const { rows, warnings } = await superops.serviceItems.list({ pick }).collect()
  expect(warnings).toEqual([
    { operation: 'getServiceItemList', field: 'items.salesTax.totalRate', found: 'named' },
  ])
  expect(selected('getServiceItemList')).toContain('items { itemId name salesTax { taxId name } }')
  expect(rows.length).toBe(tenant.world.serviceItems.length)
  superops.close()
})

test('a row within is decoded as any other: a wrong shape sets its row aside', async () => {
  const superops = createClient(server.credentials)
  const items = [
    { itemId: 9007199254740993n, category: { categoryId: 7 } },
    { itemId: '2', category: { categoryId: null } },
  ].map(({ itemId, category }) => `{"itemId":${itemId},"category":${JSON.stringify(category)}}`)
  tenant.faults.intercept(() => ({
    body: `{"data":{"getServiceItemList":{"items":[${items.join()}],"listInfo":{"hasMore":false,"totalCount":2}}}}`,
  }))
  const { rows, issues } = await superops.serviceItems.list({ pick: [{ category: [] }] }).collect()
  expect(rows).toEqual([{ itemId: '9007199254740993' as ServiceItemId, category: { categoryId: '7' } }])
  expect(issues).toMatchObject([{ severity: 'shape', id: '2', path: 'category.categoryId' }])
  superops.close()
})

test('every field within an object of the rows of a list can be picked alone', () => {
  const wire = wireSchema()
  let checked = 0
  for (const name of operationNames) {
    const rows = rowTypeOf(name)
    if (rows === undefined || rowsFieldOf(name) === undefined) continue
    for (const [, field = '', inner = ''] of selectionOf(rows).matchAll(/(\w+) \{ (\w+)/g)) {
      if (!selectionOf(rows, [], [field]).includes(`${field} {`)) continue
      const document = documentOf(name, [{ [field]: [inner] }])
      expect([document, validate(wire, parse(document)).map(String)]).toEqual([document, []])
      checked++
    }
  }
  expect(checked).toBeGreaterThan(8)
})
