import { wireSchema } from '@superhack/superops/testing'
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, printSchema } from 'graphql'
import { ClientError, GraphQLClient, gql } from 'graphql-request'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asking, asking } from './asking.js'

let tenant: Asking
let client: GraphQLClient
beforeAll(async () => {
  tenant = await asking({ tickets: 60 })
  client = new GraphQLClient(tenant.url, {
    headers: { CustomerSubDomain: 'acme', Authorization: 'Bearer mock-token' },
  })
})
afterAll(() => tenant[Symbol.asyncDispose]())

test('introspection gives the whole wire schema', async () => {
  const answer = await client.request<IntrospectionQuery>(getIntrospectionQuery())
  expect(printSchema(buildClientSchema(answer))).toBe(printSchema(wireSchema()))
})

test('introspection by aliases, fragments, inline fragments, @include, @skip and variables', async () => {
  const document = gql`
    query Look($name: String!, $deep: Boolean!, $deprecated: Boolean = true) {
      ticket: __type(name: $name) { ...Type }
      status: __type(name: "SortOrder") {
        ... on __Type { kind values: enumValues(includeDeprecated: $deprecated) { name } }
        fields @include(if: $deep) { name }
      }
      nothing: __type(name: "TicketId") { name }
      __schema { queryType { name } ... @skip(if: $deep) { types { name } } }
    }
    fragment Type on __Type { called: name kind fields @skip(if: $deep) { name type { ...Reference } } }
    fragment Reference on __Type { kind name ofType { kind name } }
  `
  const answer = await client.request<Record<string, Record<string, unknown>>>(document, {
    name: 'Asset',
    deep: false,
  })
  expect(answer.ticket).toMatchObject({ called: 'Asset', kind: 'OBJECT' })
  expect(answer.ticket?.fields).toContainEqual({
    name: 'client',
    type: { kind: 'NON_NULL', name: null, ofType: { kind: 'SCALAR', name: 'JSON' } },
  })
  expect(answer.status).toEqual({ kind: 'ENUM', values: [{ name: 'ASC' }, { name: 'DESC' }] })
  expect(answer.nothing).toBeNull()
  expect(answer.__schema).toMatchObject({ queryType: { name: 'Query' }, types: expect.any(Array) })
  const deep = await client.request<typeof answer>(document, { name: 'Ticket', deep: true })
  expect(deep).toEqual({
    ticket: { called: 'Ticket', kind: 'OBJECT' },
    status: { ...answer.status, fields: null },
    nothing: null,
    __schema: { queryType: { name: 'Query' } },
  })
})

test('lists by aliases, fragments, inline fragments, @include, @skip and variables', async () => {
  const document = gql`
    query Board($open: RuleConditionInput, $order: SortOrder = DESC, $size: Int!, $people: Boolean!) {
      open: getTicketList(input: { pageSize: $size, condition: $open, sort: [{ attribute: "createdTime", order: $order }] }) {
        tickets { ...Card }
        listInfo { totalCount }
      }
      all: getTicketList(input: { pageSize: $size }) { ... on TicketList { listInfo { totalCount } } }
      getTechnicianList(input: { pageSize: $size }) @include(if: $people) { userList { id: userId } }
      getSLAList @skip(if: $people) { name }
    }
    fragment Card on Ticket { id: ticketId status ... on Ticket @include(if: $people) { technician } }
  `
  const open = { attribute: 'status', operator: 'notIncludes', value: ['Closed', 'Resolved'] }
  const answer = await client.request<Record<string, unknown>>(document, { open, size: 5, people: true })
  const { world } = tenant.tenant
  const rows = world.tickets
    .filter((row) => row.status !== 'Closed' && row.status !== 'Resolved')
    .toSorted((a, b) => ((a.createdTime ?? '') < (b.createdTime ?? '') ? 1 : -1))
  expect(answer).toEqual({
    open: {
      tickets: rows
        .slice(0, 5)
        .map(({ ticketId, status, technician }) => ({ id: ticketId, status, technician })),
      listInfo: { totalCount: rows.length },
    },
    all: { listInfo: { totalCount: 60 } },
    getTechnicianList: { userList: world.technicians.slice(0, 5).map(({ userId }) => ({ id: userId })) },
  })
  const plain = await client.request<Record<string, unknown>>(document, { open, size: 1, people: false })
  expect(Object.keys(plain)).toEqual(['open', 'all', 'getSLAList'])
})

test('a mutation, and a refusal with its errors and its data', async () => {
  const answer = await client.request(
    'mutation Add($n: String!) { createStatus(input: [{ name: $n }]) { name } }',
    {
      n: 'Parked',
    },
  )
  expect(answer).toEqual({ createStatus: [{ name: 'Parked' }] })
  const failure = await client
    .request('{ getTicket(input: { ticketId: "1" }) { subject } }')
    .catch((e: unknown) => e)
  expect(failure).toBeInstanceOf(ClientError)
  expect((failure as ClientError).response).toMatchObject({
    status: 200,
    errors: [{ message: null, extensions: { clientError: [{ code: 'entity_does_not_exist' }] } }],
    data: { getTicket: null },
  })
})
