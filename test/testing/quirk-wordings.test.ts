import { sampleVariables } from '@superhack/superops/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LiveAndPlain, liveAndPlain, refusal } from './live-and-plain.js'

let tenants: LiveAndPlain
beforeAll(async () => {
  tenants = await liveAndPlain()
})
afterAll(() => tenants[Symbol.asyncDispose]())

const both: LiveAndPlain['both'] = (query, variables) => tenants.both(query, variables)
const ownWords = (message: string, column: number): string =>
  `{"errors":[{"message":${JSON.stringify(message)},"locations":[{"line":1,"column":${column}}]}],"data":null}`

test('a sub-selection on a JSON leaf', async () => {
  const answers = await both('{ getTicketList(input: {}) { tickets { client { accountId } } } }')
  expect(answers.live.text).toBe(
    refusal(
      'SubSelectionNotAllowed',
      "Sub selection not allowed on leaf type JSON of field client @ 'getTicketList/tickets/client'",
      40,
    ),
  )
  expect(answers.plain.text).toBe(
    ownWords('Field "client" must not have a selection since type "JSON" has no subfields.', 47),
  )
})

test.each([
  [
    'getServiceCatalogItemList(input: {}) { items { serviceTypeItem } }',
    'ServiceTypeItem',
    'items/serviceTypeItem',
  ],
  ['getClientStageList { statuses }', 'null', 'statuses'],
  ['getTaxList(input: {}) { taxes { rates } }', 'null', 'taxes/rates'],
  ['getInvoiceList(input: {}) { invoices { taxes } }', 'null', 'invoices/taxes'],
  ['getKbItems(listInfo: {}) { items { visibility } }', 'null', 'items/visibility'],
  ['getClientContractList { clientContracts { contract } }', 'null', 'clientContracts/contract'],
])('an object without braces: %s', async (selection, type, path) => {
  const query = `{ ${selection} }`
  const answers = await both(query)
  const field = path.split('/').at(-1) ?? ''
  const operation = selection.split(/[ (]/)[0]
  const column = query.lastIndexOf(field) + 1
  expect(answers.live.text).toBe(
    refusal(
      'SubSelectionRequired',
      `Sub selection required for type ${type} of field ${field} @ '${operation}/${path}'`,
      column,
    ),
  )
  expect(answers.plain.body).toEqual({
    errors: [
      {
        message: expect.stringMatching(
          new RegExp(`^Field "${field}" of type "[^"]+" must have a selection of subfields.`),
        ),
        locations: [{ line: 1, column }],
      },
    ],
    data: null,
  })
})

test('createNote is not there, createTicketNote is', async () => {
  const answers = await both('mutation { createNote(input: {}) { noteId } }')
  expect(answers.live.text).toBe(
    refusal('FieldUndefined', "Field 'createNote' in type 'Mutation' is undefined @ 'createNote'", 12),
  )
  expect(answers.plain.body).toEqual({
    errors: [
      {
        message: expect.stringMatching(/^Cannot query field "createNote" on type "Mutation"\./),
        locations: [{ line: 1, column: 12 }],
      },
    ],
    data: null,
  })
  const note = await tenants.live.ask(
    'mutation($input: CreateTicketNoteInput!) { createTicketNote(input: $input) { noteId content } }',
    sampleVariables('createTicketNote', tenants.live.tenant.world),
  )
  expect(note.body.errors).toBeUndefined()
})

test('a ListInfoInput for getTaskList', async () => {
  const query = 'query($input: ListInfoInput!) { getTaskList(input: $input) { tasks { taskId } } }'
  const answers = await both(query, { input: { page: 1 } })
  expect(answers.live.body).toMatchObject({
    errors: [
      {
        message:
          "Validation error of type VariableTypeMismatch: Variable type 'ListInfoInput!' doesn't match expected type 'GetTaskListInput!' @ 'getTaskList'",
        extensions: { classification: 'ValidationError' },
      },
    ],
    data: null,
  })
  expect(answers.plain.text).toBe(
    '{"errors":[{"message":"Variable \\"$input\\" of type \\"ListInfoInput!\\" used in position expecting type \\"GetTaskListInput!\\".","locations":[{"line":1,"column":7},{"line":1,"column":52}]}],"data":null}',
  )
})

test.each([
  ['condition', { condition: { field: 'status', eq: 'Closed' } }, 'RuleConditionInput'],
  ['sort', { sort: [{ field: 'status' }] }, 'SortInput'],
])('the keys field and eq in a %s', async (_, input, type) => {
  const query = 'query($input: ListInfoInput!) { getTicketList(input: $input) { tickets { ticketId } } }'
  const answers = await both(query, { input })
  expect(answers.live.text).toBe(
    `{"errors":[{"message":"The variables input contains a field name 'field' that is not defined for input object type '${type}' ","locations":[{"line":1,"column":7}],"extensions":{"classification":"ValidationError"}}],"data":null}`,
  )
  expect(answers.plain.body).toEqual({
    errors: [
      {
        message: expect.stringContaining(`Field "field" is not defined by type "${type}".`),
        locations: [{ line: 1, column: 7 }],
      },
    ],
    data: null,
  })
  const literal = await both(
    '{ getTicketList(input: { sort: [{ field: "status" }] }) { tickets { ticketId } } }',
  )
  expect(literal.live.text).toBe(
    refusal(
      'WrongType',
      "argument 'input.sort[0]' with value 'ObjectValue{objectFields=[ObjectField{name='field', value=StringValue{value='status'}}]}' contains a field not in 'SortInput': 'field' @ 'getTicketList'",
      33,
    ),
  )
  expect(literal.plain.text).toBe(ownWords('Field "field" is not defined by type "SortInput".', 35))
})
