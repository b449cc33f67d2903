import { documentOf, operationNames, operationRow } from '@superhack/superops/entities'
import { createMockTenant, sampleVariables } from '@superhack/superops/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asking, asking } from './asking.js'

let tenant: Asking
beforeAll(async () => {
  tenant = await asking()
})
afterAll(() => tenant[Symbol.asyncDispose]())

test('{ __typename } answers Query', async () => {
  expect((await tenant.ask('{ __typename }')).text).toBe('{"data":{"__typename":"Query"}}')
})

test('hand-written documents of the odd lists are answered', async () => {
  const { body } = await tenant.ask(`{
    getTechnicianList(input: { page: 1, pageSize: 3 }) { userList { userId name groups role } listInfo { totalCount } }
    getKbItems(listInfo: { page: 1, pageSize: 2 }) { items { itemId name itemType parent { name } visibility { portalType } } }
    getTaskList(input: { listInfo: { page: 1, pageSize: 2 } }) { tasks { taskId title ticket workItem } }
    getClientContractList { clientContracts { contractId client contract { name } } }
  }`)
  expect(body.errors).toBeUndefined()
  expect(body.data).toMatchObject({
    getTechnicianList: {
      userList: [{ name: expect.any(String) }, {}, {}],
      listInfo: { totalCount: expect.any(Number) },
    },
    getKbItems: { items: [{ itemType: 'KB_COLLECTION', parent: null }, { parent: { name: 'How-to' } }] },
    getTaskList: { tasks: [{ title: expect.any(String) }, {}] },
  })
})

const bare = operationNames.filter(
  (name) => operationRow(name).kind === 'query' && operationRow(name).result.startsWith('['),
)

test.each(bare)('%s answers a bare array with something in it', async (name) => {
  const { body } = await tenant.ask(documentOf(name), sampleVariables(name, tenant.tenant.world))
  expect(body.errors).toBeUndefined()
  expect(body.data?.[name]).toEqual(expect.arrayContaining([expect.anything()]))
})

test('a ticket without notes has an empty note list', async () => {
  const { world } = tenant.tenant
  const ticketId = world.tickets.find((ticket) => world.notesOf(ticket.ticketId).length === 0)?.ticketId
  const { text } = await tenant.ask(
    'query($id: ID!) { getTicketNoteList(input: { ticketId: $id }) { noteId } }',
    { id: ticketId },
  )
  expect(text).toBe('{"data":{"getTicketNoteList":[]}}')
})

test('aliases, fragments, @include and @skip, and a chosen operation', async () => {
  const query = `
    query One($yes: Boolean!) {
      newest: getTicketList(input: { pageSize: 1, sort: { attribute: "createdTime", order: DESC } }) { tickets { ...T } }
      oldest: getTicketList(input: { pageSize: 1, sort: [{ attribute: "createdTime", order: ASC }] }) { tickets { ...T } }
    }
    query Two { __typename }
    fragment T on Ticket { when: createdTime subject @include(if: $yes) status @skip(if: $yes) }
  `
  const { text } = await tenant.post(
    JSON.stringify({ query, variables: { yes: true }, operationName: 'One' }),
  )
  const { newest, oldest } = JSON.parse(text).data
  expect(Object.keys(newest.tickets[0])).toEqual(['when', 'subject'])
  expect(newest.tickets[0].when > oldest.tickets[0].when).toBe(true)
})

test('custom fields come as asked for', async () => {
  const ticket = tenant.tenant.world.tickets.find(
    (row) => row.customFields !== null && 'udf1text' in row.customFields,
  )
  const { body } = await tenant.ask(
    'query($id: ID!) { getTicket(input: { ticketId: $id }) { customFields(fields: ["udf1text"]) } }',
    { id: ticket?.ticketId },
  )
  expect(body.data).toEqual({ getTicket: { customFields: { udf1text: ticket?.customFields?.udf1text } } })
})

test('the client of a site has an unquoted id; ids of the schema are text', async () => {
  const site = tenant.tenant.world.sites[0]
  const { text } = await tenant.ask('query($id: ID!) { getClientSite(input: { id: $id }) { id client } }', {
    id: site?.id,
  })
  expect(text).toBe(
    `{"data":{"getClientSite":{"id":"${site?.id}","client":{"accountId":${site?.client.accountId},"name":${JSON.stringify(site?.client.name)}}}}}`,
  )
})

const ticketDocument =
  'query($id: ID!) { getTicket(input: { ticketId: $id }) { ticketId client followers } getClientSiteList(input: {}) { sites { client } } }'

test.each([
  ['vendor', { ticket: true, site: false }],
  ['always', { ticket: true, site: true }],
  ['never', { ticket: false, site: false }],
] as const)('quoteReferenceIds %s', async (quoteReferenceIds, quoted) => {
  await using other = await asking({ quoteReferenceIds })
  const id = other.tenant.world.tickets[0]?.ticketId
  const { text } = await other.ask(ticketDocument, { id })
  expect(text).toContain(`"ticketId":"${id}"`)
  expect(/"client":\{"accountId":"\d{19}"/.test(text.split('"sites"')[0] ?? '')).toBe(quoted.ticket)
  expect(/"sites":\[\{"client":\{"accountId":"\d{19}"/.test(text)).toBe(quoted.site)
})

test('all 134 operations answer their whole selection without errors', async () => {
  const failed: unknown[] = []
  for (const name of operationNames) {
    const fresh = createMockTenant({ tickets: 60 })
    const body = JSON.stringify({ query: documentOf(name), variables: sampleVariables(name, fresh.world) })
    const answer = await fresh.handle({
      headers: { CustomerSubDomain: 'acme', Authorization: 'Bearer mock-token' },
      body,
    })
    if (answer.status !== 200 || !answer.body.startsWith('{"data":{'))
      failed.push([name, answer.body, fresh.calls().at(-1)?.failure])
  }
  expect(failed).toEqual([])
})
