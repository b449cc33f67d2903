import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runs } from '../runs.js'
import { type Asking, asking } from './asking.js'
import { type Condition, type DataType, passes, valuesAt } from './plain-filter.js'

const now = Date.parse('2026-01-05T09:00:00Z')
let tenant: Asking
beforeAll(async () => {
  tenant = await asking({ tickets: 300, now: new Date(now) })
})
afterAll(() => tenant[Symbol.asyncDispose]())

/** Where attributes of each type are found: list, input, rows, key, and the attributes with their types. */
const lists = {
  tickets: {
    document:
      'query($i: ListInfoInput!) { getTicketList(input: $i) { tickets { ticketId } listInfo { totalCount } } }',
    key: 'ticketId',
    attributes: {
      status: 'text',
      subject: 'text',
      source: 'text',
      ticketId: 'text',
      'client.name': 'text',
      'technician.email': 'text',
      'customFields.udf1text': 'text',
      worklogTimespent: 'number',
      createdTime: 'date',
      resolutionTime: 'date',
      firstResponseDueTime: 'date',
      resolutionViolated: 'boolean',
    },
  },
  clients: {
    document:
      'query($i: ListInfoInput!) { getClientList(input: $i) { clients { accountId } listInfo { totalCount } } }',
    key: 'accountId',
    attributes: { emailDomains: 'text', 'accountManager.name': 'text', stage: 'text' },
  },
  assets: {
    document:
      'query($i: ListInfoInput!) { getAssetList(input: $i) { assets { assetId } listInfo { totalCount } } }',
    key: 'assetId',
    attributes: { purchasedDate: 'date', lastCommunicatedTime: 'date', domain: 'text', 'site.name': 'text' },
  },
  tasks: {
    document:
      'query($i: ListInfoInput!) { getTaskList(input: { listInfo: $i }) { tasks { taskId } listInfo { totalCount } } }',
    key: 'taskId',
    attributes: { estimatedTime: 'number', overdue: 'boolean', dueDate: 'date', 'ticket.displayId': 'text' },
  },
} as const satisfies Record<string, { document: string; key: string; attributes: Record<string, DataType> }>

type ListName = keyof typeof lists
const typeIn = (list: ListName) => (attribute: string) =>
  (lists[list].attributes as Record<string, DataType>)[attribute] ?? 'text'

const operators: Readonly<Record<DataType, readonly string[]>> = {
  text: [
    'is',
    'isNot',
    'isEmpty',
    'isNotEmpty',
    'startsWith',
    'endsWith',
    'contains',
    'notContains',
    'includes',
    'notIncludes',
    'in',
  ],
  number: [
    'is',
    'isNot',
    'isEmpty',
    'isNotEmpty',
    'greaterThan',
    'greaterThanOrEqual',
    'lessThan',
    'lessThanOrEqual',
  ],
  // `on` has a test file of its own.
  date: ['between', 'inNext', 'inLast', 'after', 'before'],
  boolean: ['is'],
}

async function ask(list: ListName, condition: unknown): Promise<{ ids: unknown[]; totalCount: number }> {
  const { document, key } = lists[list]
  const { body, text } = await tenant.ask(document, { i: { page: 1, pageSize: 100, condition } })
  const page: Record<string, unknown> = Object.values(body.data ?? {})[0] ?? {}
  if (body.errors !== undefined || page.listInfo === undefined) throw new Error(text)
  const { listInfo, ...rest } = page
  const rows = Object.values(rest)[0] as Record<string, unknown>[]
  return { ids: rows.map((row) => row[key]), totalCount: (listInfo as { totalCount: number }).totalCount }
}

function expected(list: ListName, condition: Condition) {
  const rows = tenant.tenant.world[list].filter((row) => passes(row, condition, typeIn(list), now))
  const ids = rows.slice(0, 100).map((row) => (row as unknown as Record<string, unknown>)[lists[list].key])
  return { ids, totalCount: rows.length }
}

/** Operands that hit: made of what the world holds, at the edges of it. */
function operandsFor(list: ListName, attribute: string, operator: string, pick: number): unknown {
  const found = tenant.tenant.world[list].flatMap((row) => valuesAt(row, attribute))
  const value = found[pick % found.length]
  const text = String(value)
  switch (typeIn(list)(attribute)) {
    case 'boolean':
      return pick % 2 === 0
    case 'number':
      return Number(value) + (pick % 3) / 2 - 0.5
    case 'text':
      if (/^(?:is|isNot|includes|notIncludes|in)$/.test(operator)) {
        const exact = pick % 5 === 0 ? text.toUpperCase() : text
        return operator.startsWith('is')
          ? exact
          : [exact, 'nothing', String(found[(pick * 7) % found.length])]
      }
      if (operator === 'startsWith') return text.slice(0, 1 + (pick % 4)).toUpperCase()
      if (operator === 'endsWith') return text.slice(-1 - (pick % 4))
      return text.slice(1, 3 + (pick % 3)).toLowerCase()
    case 'date': {
      const other = String(found[(pick * 13) % found.length])
      if (operator === 'between') return [text, other].sort()
      if (operator === 'after' || operator === 'before')
        return pick % 4 === 0 ? `${text.slice(0, 10)}T09:00:00Z` : text
      const unit = ['MINUTE', 'HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR'][pick % 6]
      return { unit, quantity: pick % 40 }
    }
  }
}

const cases = (Object.keys(lists) as ListName[]).flatMap((list) =>
  Object.entries(lists[list].attributes).flatMap(([attribute, type]) =>
    operators[type].map((operator) => [list, attribute, operator] as const),
  ),
)

test.each(cases)('%s: %s %s', async (list, attribute, operator) => {
  for (const pick of [0, 1, 2, 5, 12, 29, 44]) {
    const value = operator.endsWith('mpty') ? null : operandsFor(list, attribute, operator, pick)
    const condition = { attribute, operator, value }
    expect(await ask(list, condition), JSON.stringify(condition)).toEqual(expected(list, condition))
  }
})

test('every operator tells rows apart somewhere', () => {
  const trivial = Object.entries(operators).flatMap(([type, names]) =>
    names.filter(
      (operator) =>
        !cases.some(
          ([list, attribute, own]) =>
            own === operator &&
            typeIn(list)(attribute) === type &&
            [0, 1, 2, 5, 12, 29, 44].some((pick) => {
              const value = operandsFor(list, attribute, operator, pick)
              const { totalCount } = expected(list, { attribute, operator, value })
              return totalCount > 0 && totalCount < tenant.tenant.world[list].length
            }),
        ),
    ),
  )
  expect(trivial).toEqual([])
})

interface Plan {
  readonly at: number
  readonly operator: number
  readonly pick: number
  readonly join?: 'AND' | 'OR'
  readonly of?: readonly Plan[]
}
const { plan } = fc.letrec<{ plan: Plan; group: Plan; leaf: Plan }>((tie) => ({
  plan: fc.oneof({ maxDepth: 3 }, tie('leaf'), tie('group')),
  leaf: fc.record({ at: fc.nat(1000), operator: fc.nat(1000), pick: fc.nat(1000) }),
  group: fc.record({
    at: fc.constant(0),
    operator: fc.constant(0),
    pick: fc.constant(0),
    join: fc.constantFrom('AND' as const, 'OR' as const),
    of: fc.array(tie('plan'), { maxLength: 4 }),
  }),
}))

function conditionOf(list: ListName, { at, operator, pick, join, of }: Plan): Condition {
  if (join !== undefined)
    return { joinOperator: join, operands: (of ?? []).map((entry) => conditionOf(list, entry)) }
  const entries = Object.entries(lists[list].attributes)
  const [attribute, type] = entries[at % entries.length] ?? ['', 'text' as const]
  const name = operators[type][operator % operators[type].length] ?? ''
  return { attribute, operator: name, value: operandsFor(list, attribute, name, pick) }
}

test('nested groups of any conditions hold what the plain filter holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...(Object.keys(lists) as ListName[])), plan, async (list, drawn) => {
      const condition = conditionOf(list, drawn)
      expect(await ask(list, condition)).toEqual(expected(list, condition))
    }),
    { numRuns: runs(2000) },
  )
})

test('numbers may come as text, attributes in any case', async () => {
  const { totalCount } = await ask('tickets', {
    attribute: 'WorklogTimeSpent',
    operator: 'greaterThan',
    value: '15',
  })
  const worked = tenant.tenant.world.tickets.filter((row) => Number(row.worklogTimespent) > 15)
  expect(totalCount).toBe(worked.length)
})

test.each([{}, { attribute: null, operator: null, value: null }, null])(
  'the empty condition %j lets all rows pass',
  async (condition) => {
    expect((await ask('tickets', condition)).totalCount).toBe(300)
  },
)

const others = (type: DataType) => [
  ...new Set(
    Object.values(operators)
      .flat()
      .filter((operator) => !operators[type].includes(operator)),
  ),
]

test.each<readonly [attribute: string, operator: string, value: unknown]>([
  ...others('text').map((operator) => ['subject', operator, 'x'] as const),
  ...others('number').map((operator) => ['worklogTimespent', operator, 1] as const),
  ...others('date').map((operator) => ['createdTime', operator, '2026-01-01T00:00:00'] as const),
  ...others('boolean').map((operator) => ['resolutionViolated', operator, true] as const),
  ['status', 'constructor', 'x'],
  ['status', 'is', null],
  ['status', 'is', ['Closed']],
  ['status', 'contains', { a: 1 }],
  ['status', 'startsWith', ''],
  ['status', 'includes', 'Closed'],
  ['worklogTimespent', 'greaterThan', 'many'],
  ['worklogTimespent', 'is', null],
  ['resolutionViolated', 'is', 'perhaps'],
  ['resolutionViolated', 'is', null],
  ['createdTime', 'after', 'placeholder.today'],
  ['createdTime', 'after', '2026-02-30T00:00:00'],
  ['createdTime', 'between', '2026-01-01T00:00:00'],
  ['createdTime', 'between', ['2026-01-01T00:00:00']],
  ['createdTime', 'inLast', 7],
  ['createdTime', 'inLast', { unit: 'FORTNIGHT', quantity: 1 }],
  ['createdTime', 'inLast', { unit: 'DAY', quantity: -1 }],
  ['createdTime', 'inLast', { unit: 'DAY', quantity: null }],
  ['createdTime', 'inLast', { unit: 'DAY', quantity: '7 days' }],
  ['client', 'is', 'x'],
  ['client.nothing', 'is', 'x'],
  ['status.name', 'is', 'x'],
  ['', 'is', 'x'],
])('rejected: %s %s %j', async (attribute, operator, value) => {
  const { text } = await tenant.ask(lists.tickets.document, {
    i: { condition: { attribute, operator, value } },
  })
  expect(text).toBe(
    '{"errors":[{"message":"Internal Server Error(s) while executing query"}],"data":{"getTicketList":null}}',
  )
})

test.each(['and', 'NOT', null])('rejected: a group joined by %s', async (joinOperator) => {
  const operands = [{ attribute: 'status', operator: 'is', value: 'Closed' }]
  const { body } = await tenant.ask(lists.tickets.document, { i: { condition: { joinOperator, operands } } })
  expect(body.errors).toEqual([{ message: 'Internal Server Error(s) while executing query' }])
})
