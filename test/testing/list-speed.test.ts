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

/**
 * Medians of 21 answers of both in milliseconds, asked in turn, so that what else the machine does meets them alike; the
 * first ones, which build the list, do not count.
 */
async function medians(
  input: (call: number) => Record<string, unknown>,
): Promise<{ of300: number; of20000: number }> {
  const times: Record<'of300' | 'of20000', number[]> = { of300: [], of20000: [] }
  for (let call = 0; call < 22; call++)
    for (const [name, of] of [
      ['of300', small],
      ['of20000', large],
    ] as const) {
      const started = performance.now()
      const { body } = await of.ask(document, { i: { pageSize: 10, ...input(call) } })
      times[name].push(performance.now() - started)
      expect(body.errors).toBeUndefined()
    }
  const median = (all: readonly number[]) => all.slice(1).sort((a, b) => a - b)[10] ?? Number.NaN
  return { of300: median(times.of300), of20000: median(times.of20000) }
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
  const { of300, of20000 } = await medians(input)
  expect(of20000).toBeLessThan(3 * of300 + 10)
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
