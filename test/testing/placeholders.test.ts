import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.js'
import { asking } from './asking.js'

const DAY = 86_400_000

/** Start and end of every placeholder around a present, by a calendar of its own. */
function ranges(present: number): Record<string, readonly [from: number, to: number]> {
  const date = new Date(present)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  const at = (months: number, days: number) => Date.UTC(year, months, days)
  const monday = day - ((date.getUTCDay() + 6) % 7)
  const quarter = Math.floor(month / 3) * 3
  return {
    yesterday: [at(month, day - 1), at(month, day)],
    today: [at(month, day), at(month, day + 1)],
    tomorrow: [at(month, day + 1), at(month, day + 2)],
    'last.week': [at(month, monday - 7), at(month, monday)],
    'this.week': [at(month, monday), at(month, monday + 7)],
    'next.week': [at(month, monday + 7), at(month, monday + 14)],
    'last.month': [at(month - 1, 1), at(month, 1)],
    'this.month': [at(month, 1), at(month + 1, 1)],
    'next.month': [at(month + 1, 1), at(month + 2, 1)],
    'last.quarter': [at(quarter - 3, 1), at(quarter, 1)],
    'this.quarter': [at(quarter, 1), at(quarter + 3, 1)],
    'next.quarter': [at(quarter + 3, 1), at(quarter + 6, 1)],
  }
}

const wire = (ms: number): string => new Date(ms).toISOString().slice(0, 23)

/** Creates tickets at instants around the edges of all placeholders, then asks for each placeholder. */
async function placeholdersAt(present: number): Promise<void> {
  const expectations = ranges(present)
  const edges = Object.values(expectations).flat()
  const instants = [
    ...new Set([present, ...edges.flatMap((edge) => [edge - 1, edge, edge + 1, edge + DAY / 2])]),
  ]
  // Every ticket that is created moves the present on by a millisecond.
  await using tenant = await asking({ tickets: 0, now: new Date(present - instants.length) })
  const parts = instants.map(
    (ms, at) =>
      `t${at}: createTicket(input: { subject: "${ms}", requestType: "Incident", source: FORM, client: { accountId: "${tenant.tenant.world.clients[0]?.accountId}" }, createdTime: "${wire(ms)}" }) { createdTime }`,
  )
  const created = await tenant.ask(`mutation { ${parts.join(' ')} }`)
  expect(created.body.errors).toBeUndefined()
  const asked = Object.keys(expectations)
  const query = asked.map(
    (name, at) =>
      `p${at}: getTicketList(input: { condition: { attribute: "createdTime", operator: "on", value: "placeholder.${name}" } }) { tickets { subject } }`,
  )
  const { body } = await tenant.ask(`{ ${query.join(' ')} }`)
  expect(body.errors).toBeUndefined()
  const pages = Object.values(body.data ?? {}) as { tickets: { subject: string }[] }[]
  for (const [at, name] of asked.entries()) {
    const [from, to] = expectations[name] ?? [0, 0]
    expect(
      pages[at]?.tickets.map(({ subject }) => Number(subject)).sort(),
      `${name} at ${wire(present)}`,
    ).toEqual(instants.filter((ms) => ms >= from && ms < to).sort())
  }
}

test.each([
  '2026-01-05T09:00:00Z',
  '2026-01-01T00:00:00.500Z',
  '2025-12-31T23:59:59.999Z',
  '2024-02-29T12:00:00Z',
  '2026-03-29T01:30:00Z',
  '2026-10-25T01:30:00Z',
  '2026-05-31T23:30:00Z',
  '2026-08-02T23:59:59Z',
])('all placeholders at their edges, present %s', async (present) => {
  await placeholdersAt(Date.parse(present))
})

test('all placeholders at their edges, at any present', async () => {
  const present = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  await fc.assert(
    fc.asyncProperty(present, (date) => placeholdersAt(date.getTime())),
    { numRuns: runs(100) },
  )
})

test.each([
  'placeholder.this.year',
  'placeholder.today.week',
  'placeholder.this.week.x',
  'placeholder.constructor',
  'placeholder.constructor.week',
  'placeholder.this',
  'today',
  '2026-01-05',
  7,
  null,
])('%j is no placeholder', async (value) => {
  await using tenant = await asking({ tickets: 1 })
  const { text } = await tenant.ask(
    'query($i: ListInfoInput!) { getTicketList(input: $i) { tickets { ticketId } } }',
    { i: { condition: { attribute: 'createdTime', operator: 'on', value } } },
  )
  expect(text).toBe(
    '{"errors":[{"message":"Internal Server Error(s) while executing query"}],"data":{"getTicketList":null}}',
  )
})
