import { fieldsOf, itEntities } from '@superhack/superops/entities'
import {
  clientGenomeSchema,
  clientMetricsCatalogue,
  ticketMetricsCatalogue,
} from '@superhack/superops/metrics'
import { tableNames, tableNamesOf, tableSchema } from '@superhack/superops/tables'
import { expect, test } from 'vitest'
import { query } from './read-back.js'

const columnOf = (table: (typeof tableNames)[number], name: string) =>
  tableSchema(table).columns.find((column) => column.name === name)

test.each(['msp', 'it'] as const)(
  '%s: every column has a name of its own in snake case that SQL takes without quotes, and a meaning',
  async (product) => {
    const reserved = await query(
      "SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category = 'reserved'",
    )
    const words = new Set(reserved.map((row) => row.keyword_name))
    for (const table of tableNamesOf(product)) {
      const { columns, key, meaning } = tableSchema(table, { product })
      const names = columns.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      expect(names.filter((name) => !/^_?[a-z][a-z0-9_]*$/.test(name) || words.has(name))).toEqual([])
      expect(columns.filter((column) => column.meaning.trim() === '')).toEqual([])
      expect(names).toEqual(expect.arrayContaining([...key]))
      expect(meaning).toMatch(/^\S/)
    }
  },
)

test('columns of records are the fields of the schema, in their order, objects laid out', () => {
  const direct = tableSchema('tickets').columns.flatMap(({ path }) => path[0] ?? [])
  expect([...new Set(direct)]).toEqual([...fieldsOf('Ticket').map(({ name }) => name), '_doubtful'])
  expect(columnOf('tickets', 'client_account_id')).toEqual({
    name: 'client_account_id',
    type: 'VARCHAR',
    isJson: false,
    unit: null,
    meaning: 'client: account id',
    path: ['client', 'accountId'],
  })
  expect(columnOf('tickets', 'followers')).toMatchObject({ type: 'VARCHAR', isJson: true })
  expect(columnOf('sites', 'working24x7')).toMatchObject({ type: 'BOOLEAN' })
  expect(columnOf('conversations', 'ticket_id')).toMatchObject({ type: 'VARCHAR' })
})

test('columns of the IT surface are the fields of its own types', () => {
  const direct = tableSchema('tickets', { product: 'it' }).columns.flatMap(({ path }) => path[0] ?? [])
  expect([...new Set(direct)]).toEqual([
    ...itEntities.fieldsOf('Ticket').map(({ name }) => name),
    '_doubtful',
  ])
  expect(tableSchema('departments').columns.map(({ name }) => name)).toEqual([
    'department_id',
    'name',
    'head_user_id',
    'head_name',
    'head_email',
    '_doubtful',
  ])
  expect(() => tableSchema('clients', { product: 'it' })).toThrow("table: there is no table 'clients'")
})

test('units of records are those of the schema', () => {
  expect(columnOf('tickets', 'worklog_timespent')).toMatchObject({
    type: 'DECIMAL(18,6)',
    unit: 'min',
    meaning: 'time logged on it',
  })
  expect(columnOf('invoices', 'total_amount')).toMatchObject({ unit: 'money' })
  expect(columnOf('invoices', 'invoice_payment_term_payment_term_value')).toMatchObject({
    type: 'BIGINT',
    unit: 'days',
    meaning: 'invoice payment term: time from invoice to due date',
  })
  // Of a number without unit nobody knows what it counts: the documentation does not tell.
  const numbers = tableNames.flatMap((table) =>
    tableSchema(table).columns.filter(({ type }) => /^(DECIMAL|BIGINT|DOUBLE)/.test(type)),
  )
  expect(numbers.filter(({ unit }) => unit === null).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['contract_billable_contract_recurring_contract_billing_offset']),
  )
})

test('units and meanings of figures are those of the catalogues', () => {
  for (const { field, formula, unit } of ticketMetricsCatalogue.filter((row) => row.unit === 'min')) {
    const column = tableSchema('ticket_metrics').columns.find(({ path }) => path[0] === field)
    expect(column).toMatchObject({ type: 'DOUBLE', unit })
    expect(column?.meaning).toContain(formula)
  }
  const money = clientMetricsCatalogue.find(({ unit }) => unit === 'money')
  expect(tableSchema('client_metrics').columns.find(({ path }) => path[0] === money?.field)?.unit).toBe(
    'money',
  )
  const genome = tableSchema('client_genome').columns
  expect(genome.map(({ path }) => path[0])).toEqual(clientGenomeSchema.map(({ name }) => name))
  expect(genome.map(({ meaning }) => meaning)).toEqual(
    clientGenomeSchema.map(({ description }) => description),
  )
})

test('a table that does not exist is named', () => {
  expect(() => tableSchema('nothing' as never)).toThrow(new TypeError("table: there is no table 'nothing'"))
})
