import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asking, asking } from './asking.js'

let small: Asking
let large: Asking
beforeAll(async () => {
  small = await asking({ tickets: 300 })
  large = await asking({ tickets: 20_000 })
})
afterAll(async () => {
  await small[Symbol.asyncDispose]()
  await large[Symbol.asyncDispose]()
})

const document =
  'query($i: ListInfoInput!) { getTicketList(input: $i) { tickets { ticketId } listInfo { totalCount } } }'

/** Median of 21 answers in milliseconds; the first one, which builds the list, does not count. */
async function median(of: Asking, input: (call: number) => Record<string, unknown>): Promise<number> {
  const times: number[] = []
  for (let call = 0; call < 22; call++) {
    const started = performance.now()
    const { body } = await of.ask(document, { i: { pageSize: 10, ...input(call) } })
    times.push(performance.now() - started)
    expect(body.errors).toBeUndefined()
  }
  return times.slice(1).sort((a, b) => a - b)[10] ?? 0
}

// Twenty searches of the subject: computed anew for every page they would take many times what is allowed here.
const condition = {
  joinOperator: 'AND',
  operands: Array.from({ length: 20 }, (_, at) => ({
    attribute: 'subject',
    operator: 'notContains',
    value: `text ${at}`,
  })),
}
const newest = [{ attribute: 'createdTime', order: 'DESC' }]

test.each([
  ['the first pages', (call: number) => ({ page: call + 1 })],
  ['a page in the middle', () => ({ page: 15 })],
  ['pages sorted by time', (call: number) => ({ page: call + 1, sort: newest })],
  ['pages of a filtered list', (call: number) => ({ page: call + 1, condition })],
  ['pages of a filtered and sorted list', (call: number) => ({ page: call + 1, condition, sort: newest })],
])('%s take as long with 20 000 tickets as with 300', async (_, input) => {
  expect(await median(large, input)).toBeLessThan(3 * (await median(small, input)) + 10)
})

test('a filtered list is computed again when the world changes', async () => {
  const isNew = { attribute: 'subject', operator: 'is', value: 'quite new' }
  const count = async () => (await small.ask(document, { i: { condition: isNew } })).text
  expect(await count()).toContain('"totalCount":0')
  const id = small.tenant.world.tickets[5]?.ticketId
  await small.ask(
    `mutation { updateTicket(input: { ticketId: "${id}", subject: "quite new" }) { ticketId } }`,
  )
  expect(await count()).toBe(
    `{"data":{"getTicketList":{"tickets":[{"ticketId":"${id}"}],"listInfo":{"totalCount":1}}}}`,
  )
})
