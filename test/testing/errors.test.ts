import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asking, asking } from './asking.js'

let tenant: Asking
beforeAll(async () => {
  tenant = await asking()
})
afterAll(() => tenant[Symbol.asyncDispose]())

test('a sub-selection on a JSON leaf is refused in the vendor’s words', async () => {
  const query =
    'query {\n  getClientList(input: { page: 1 }) {\n    clients {\n      accountManager { name }\n    }\n  }\n}'
  const { status, text } = await tenant.ask(query)
  expect(status).toBe(200)
  expect(text).toBe(
    `{"errors":[{"message":"Validation error of type SubSelectionNotAllowed: Sub selection not allowed on leaf type JSON of field accountManager @ 'getClientList/clients/accountManager'","locations":[{"line":4,"column":7}],"extensions":{"classification":"ValidationError"}}],"data":null}`,
  )
})

test.each([
  [
    'client { name } of a required leaf',
    '{ getAssetList(input: {}) { assets { client { name } } } }',
    "SubSelectionNotAllowed: Sub selection not allowed on leaf type null of field client @ 'getAssetList/assets/client'",
  ],
  [
    'an object without braces',
    '{ getServiceCatalogItemList(input: {}) { items { serviceTypeItem } } }',
    "SubSelectionRequired: Sub selection required for type ServiceTypeItem of field serviceTypeItem @ 'getServiceCatalogItemList/items/serviceTypeItem'",
  ],
  [
    'an unknown field',
    '{ getTicket(input: { ticketId: "1" }) { x } }',
    "FieldUndefined: Field 'x' in type 'Ticket' is undefined @ 'getTicket/x'",
  ],
  [
    'createNote',
    'mutation { createNote(input: {}) { noteId } }',
    "FieldUndefined: Field 'createNote' in type 'Mutation' is undefined @ 'createNote'",
  ],
  [
    'a variable of the wrong type',
    'query($input: ListInfoInput!) { getTaskList(input: $input) { tasks { taskId } } }',
    "VariableTypeMismatch: Variable type 'ListInfoInput!' doesn't match expected type 'GetTaskListInput!' @ 'getTaskList'",
  ],
  [
    'a missing argument',
    '{ getTicket { subject } }',
    "MissingFieldArgument: Missing field argument input @ 'getTicket'",
  ],
  [
    'an unknown argument',
    '{ getSLAList(input: 1) { name } }',
    "UnknownArgument: Unknown field argument input @ 'getSLAList'",
  ],
  [
    'a wrong literal',
    '{ getTicketList(input: { sort: [{ attribute: "x", order: desc }] }) { tickets { subject } } }',
    "WrongType: argument 'input.sort[0].order' with value 'EnumValue{name='desc'}' is not a valid 'SortOrder' @ 'getTicketList'",
  ],
  [
    'a missing input field',
    '{ getTicket(input: {}) { subject } }',
    "WrongType: argument 'input' with value 'ObjectValue{objectFields=[]}' is missing required fields '[ticketId]' @ 'getTicket'",
  ],
  ['an unused variable', 'query($x: Int) { __typename }', 'UnusedVariable: Unused variable x'],
  [
    'an undefined variable',
    '{ getTicket(input: $x) { subject } }',
    "UndefinedVariable: Undefined variable x @ 'getTicket'",
  ],
  ['an unknown fragment', '{ ...F }', 'UndefinedFragment: Undefined fragment F'],
  [
    'an unknown type',
    'query($x: Nothing) { getTicket(input: { ticketId: $x }) { subject } }',
    'UnknownType: Unknown type Nothing',
  ],
  [
    'fields that do not merge',
    '{ getTicket(input: { ticketId: "1" }) { a: subject a: status } }',
    "FieldsConflict: a: subject and status are different fields @ 'getTicket/a'",
  ],
])('%s', async (_, query, text) => {
  const { status, body } = await tenant.ask(query)
  expect([status, body.data]).toEqual([200, null])
  expect(body.errors?.[0]?.message).toBe(
    `Validation error of type ${text.replace("'getTicket/a'", "'getTicket/subject'")}`,
  )
  expect(body.errors?.[0]?.extensions).toEqual({ classification: 'ValidationError' })
  expect(body.errors?.[0]?.locations).toEqual([{ line: 1, column: expect.any(Number) }])
})

test('a document that does not parse', async () => {
  const { status, body } = await tenant.ask('{ getTicket(')
  expect(status).toBe(200)
  expect(body).toMatchObject({ errors: [{ extensions: { classification: 'InvalidSyntax' } }], data: null })
  expect(body.errors?.[0]?.message).toMatch(/^Invalid Syntax : offending token '.*' at line 1 column \d+$/)
})

test.each([
  ['a missing variable', {}, "Variable 'input' has coerced Null value for NonNull type 'ListInfoInput!'"],
  [
    'a wrong enum value',
    { input: { sort: [{ attribute: 'x', order: 'asc' }] } },
    "Variable 'input' has an invalid value : Invalid input for Enum 'SortOrder'. No value found for name 'asc'",
  ],
  [
    'an unknown input field',
    { input: { filter: 1 } },
    "The variables input contains a field name 'filter' that is not defined for input object type 'ListInfoInput' ",
  ],
])('%s', async (_, variables, message) => {
  const query = 'query($input: ListInfoInput!) { getTicketList(input: $input) { tickets { subject } } }'
  const { body } = await tenant.ask(query, variables)
  expect(body).toMatchObject({
    errors: [{ message, extensions: { classification: 'ValidationError' } }],
    data: null,
  })
})

test('a get by an unknown id is a client error with an empty message', async () => {
  const { text } = await tenant.ask('{ getTicket(input: { ticketId: "1" }) { subject } }')
  expect(text).toBe(
    '{"errors":[{"message":null,"extensions":{"clientError":[{"code":"entity_does_not_exist","param":{}}],"classification":"DataFetchingException"}}],"data":{"getTicket":null}}',
  )
})

test('null where the schema promises a value costs the row and names the type', async () => {
  const rows = tenant.tenant.world.offeredItems
  const at = rows.findIndex((row) => row.type === null)
  expect(at).toBeGreaterThanOrEqual(0)
  const { body } = await tenant.ask(
    `{ getOfferedItems(input: { page: ${at + 1}, pageSize: 1 }) { items { itemId type } } }`,
  )
  expect(body).toMatchObject({
    errors: [
      {
        message:
          "Cannot return null for non-nullable type: 'OfferedItemType' within parent 'OfferedItem' (/getOfferedItems/items[0]/type)",
        path: ['getOfferedItems', 'items', 0, 'type'],
      },
    ],
    data: { getOfferedItems: { items: [null] } },
  })
})

test('the module of a project task cannot be printed, the rest of its row can', async () => {
  const { body } = await tenant.ask(
    '{ getTaskList(input: { listInfo: { sort: { attribute: "module", order: ASC }, pageSize: 1 } }) { tasks { taskId module } } }',
  )
  expect(body.data).toMatchObject({ getTaskList: { tasks: [{ taskId: expect.any(String), module: null }] } })
  expect(body.errors?.[0]?.message).toMatch(/^Can't serialize value \(\/getTaskList\/tasks\[0\]\/module\)/)
})

test('internal failures of several operations are one entry, client errors are listed, errors come first', async () => {
  const bad = '(input: { condition: { attribute: "x", operator: "is" } })'
  const { text, body } = await tenant.ask(
    `{ a: getTicketList${bad} { listInfo { page } } b: getAssetList${bad} { listInfo { page } } c: getTicket(input: { ticketId: "1" }) { subject } d: getSLAList { name } }`,
  )
  expect(text.startsWith('{"errors":')).toBe(true)
  expect(body.errors).toHaveLength(2)
  expect(body.errors?.[1]).toEqual({ message: 'Internal Server Error(s) while executing query' })
  expect(body.data).toMatchObject({ a: null, b: null, c: null })
  expect(body.data?.d).not.toBeNull()
})
