import type { QuirkName } from '@superhack/superops/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asking, tenantHeaders } from './asking.js'
import { internal, type LiveAndPlain, liveAndPlain, refusal } from './live-and-plain.js'

let tenants: LiveAndPlain
beforeAll(async () => {
  tenants = await liveAndPlain()
})
afterAll(() => tenants[Symbol.asyncDispose]())

const both: LiveAndPlain['both'] = (query, variables) => tenants.both(query, variables)

test('headers are looked at one by one', async () => {
  const body = '{"query":"{ __typename }"}'
  const sent = async (quirks: Partial<Record<QuirkName, boolean>>, headers: Record<string, string>) => {
    await using tenant = await asking({ tickets: 1, quirks })
    const { status, text } = await tenant.post(body, headers)
    return [status, text]
  }
  const answered = [200, '{"data":{"__typename":"Query"}}']
  const { customersubdomain, authorization } = tenantHeaders
  expect(await sent({}, { authorization })).toEqual([400, ''])
  expect(await sent({}, { customersubdomain })).toEqual([401, ''])
  expect(await sent({ subdomainHeader: false }, { authorization })).toEqual(answered)
  expect(await sent({ subdomainHeader: false }, {})).toEqual([401, ''])
  expect(await sent({ bearerToken: false }, { customersubdomain })).toEqual(answered)
  expect(await sent({ bearerToken: false }, {})).toEqual([400, ''])
  expect(await sent({ bearerToken: false, subdomainHeader: false }, {})).toEqual(answered)
})

test('listInfo: hasMore is true, then null or false; totalCount is a number or text', async () => {
  const page = (at: number) =>
    both(`{ getTicketList(input: { page: ${at}, pageSize: 115 }) { listInfo { hasMore totalCount } } }`)
  const answer = (hasMore: string, totalCount: string) =>
    `{"data":{"getTicketList":{"listInfo":{"hasMore":${hasMore},"totalCount":${totalCount}}}}}`
  const inner = await page(1)
  expect([inner.live.text, inner.plain.text]).toEqual([answer('true', '230'), answer('true', '"230"')])
  const last = await page(3)
  expect([last.live.text, last.plain.text]).toEqual([answer('null', '230'), answer('false', '"230"')])
})

test('unsorted tickets come as they are stored, else newest first', async () => {
  const answers = await both('{ getTicketList(input: { pageSize: 30 }) { tickets { ticketId } } }')
  const { tickets } = tenants.live.tenant.world
  const page = (rows: typeof tickets) =>
    JSON.stringify({
      data: { getTicketList: { tickets: rows.slice(0, 30).map(({ ticketId }) => ({ ticketId })) } },
    })
  const newest = tickets.toSorted((a, b) => ((a.createdTime ?? '') < (b.createdTime ?? '') ? 1 : -1))
  expect(answers.live.text).toBe(page(tickets))
  expect(answers.plain.text).toBe(page(newest))
  expect(answers.live.text).not.toBe(answers.plain.text)
})

test('references: the id of the client of a site is bare, ids of the schema and other references are quoted', async () => {
  const query =
    'query($site: ID!, $ticket: ID!) { getClientSite(input: { id: $site }) { id client } getTicket(input: { ticketId: $ticket }) { ticketId client } }'
  const { world } = tenants.live.tenant
  const [site, ticket] = [world.sites[0], world.tickets[0]]
  const { text } = await tenants.live.ask(query, { site: site?.id, ticket: ticket?.ticketId })
  const name = JSON.stringify(site?.client.name)
  const own = ticket?.client
  expect(text).toBe(
    `{"data":{"getClientSite":{"id":"${site?.id}","client":{"accountId":${site?.client.accountId},"name":${name}}},"getTicket":{"ticketId":"${ticket?.ticketId}","client":{"accountId":"${own?.accountId}","name":${JSON.stringify(own?.name)}}}}}`,
  )
})

test('OfferedItem.type is null on some rows and costs them, else it has a value', async () => {
  const at = tenants.live.tenant.world.offeredItems.findIndex((row) => row.type === null)
  const answers = await both(
    `{ getOfferedItems(input: { page: ${at + 1}, pageSize: 1 }) { items { type } } }`,
  )
  expect(answers.live.text).toBe(
    `{"errors":[{"message":"Cannot return null for non-nullable type: 'OfferedItemType' within parent 'OfferedItem' (/getOfferedItems/items[0]/type)","path":["getOfferedItems","items",0,"type"],"extensions":{"classification":"NullValueInNonNullableField"}}],"data":{"getOfferedItems":{"items":[null]}}}`,
  )
  expect(answers.plain.text).toBe('{"data":{"getOfferedItems":{"items":[{"type":"WORK"}]}}}')
})

test('Task.module of a project task is an error with a null value, else null', async () => {
  const at = tenants.live.tenant.world.tasks.findIndex((row) => row.ticket === null)
  const answers = await both(
    `{ getTaskList(input: { listInfo: { page: ${at + 1}, pageSize: 1 } }) { tasks { module } } }`,
  )
  expect(answers.live.text).toBe(
    `{"errors":[{"message":"Can't serialize value (/getTaskList/tasks[0]/module) : Invalid input for Enum 'TaskModule'. Unknown value 'PROJECT'","path":["getTaskList","tasks",0,"module"],"extensions":{"classification":"DataFetchingException"}}],"data":{"getTaskList":{"tasks":[{"module":null}]}}}`,
  )
  expect(answers.plain.text).toBe('{"data":{"getTaskList":{"tasks":[{"module":null}]}}}')
})

test.each([
  ['getServiceItemList', '(input: {})', 'items { salesTax { totalRate } }', 'items { salesTax { name } }'],
  [
    'getServiceItemList',
    '(input: {})',
    'items { ... on ServiceItem { t: salesTax { r: totalRate } } }',
    'items { name }',
  ],
  ['getUnMonitoredAssetList', '(input: {})', 'assets { name primaryMac }', 'assets { name }'],
  [
    'getUnMonitoredAssetList',
    '(input: {})',
    'assets { name patchStatus @include(if: true) }',
    'assets { name patchStatus @skip(if: true) }',
  ],
])('%s fails inside for some fields', async (operation, input, failing, fine) => {
  const answers = await both(`{ ${operation}${input} { ${failing} } }`)
  expect(answers.live.text).toBe(internal(operation))
  expect(answers.plain.body).toEqual({ data: { [operation]: expect.any(Object) } })
  expect((await tenants.live.ask(`{ ${operation}${input} { ${fine} } }`)).body.errors).toBeUndefined()
})

test('assets are not sorted by lastCommunicatedTime', async () => {
  const answers = await both(
    '{ getAssetList(input: { pageSize: 100, sort: [{ attribute: "lastCommunicatedTime", order: DESC }] }) { assets { lastCommunicatedTime } } }',
  )
  expect(answers.live.text).toBe(internal('getAssetList'))
  const times = tenants.live.tenant.world.assets.map((asset) => asset.lastCommunicatedTime ?? '')
  expect(answers.plain.body.data).toEqual({
    getAssetList: {
      assets: times
        .sort()
        .reverse()
        .slice(0, 100)
        .map((lastCommunicatedTime) => ({ lastCommunicatedTime })),
    },
  })
})

test('getAssetCustomFields needs its input', async () => {
  const answers = await both('{ getAssetCustomFields { id } }')
  expect(answers.live.text).toBe(internal('getAssetCustomFields'))
  const fields = tenants.live.tenant.world.assetCustomFields.map(({ id }) => ({ id }))
  expect(answers.plain.body.data).toEqual({ getAssetCustomFields: fields })
  expect((await tenants.live.ask('{ getAssetCustomFields(input: ["Windows"]) { id } }')).body.data).toEqual({
    getAssetCustomFields: fields,
  })
})

test.each(['is not', 'greater than', 'EQUALS', 'IN', 'IS_EMPTY'])('the operator %s', async (operator) => {
  const answers = await both(
    `{ getAlertList(input: { condition: { attribute: "status", operator: "${operator}", value: ["Open"] } }) { alerts { id } } }`,
  )
  expect(answers.live.text).toBe(internal('getAlertList'))
  expect(answers.plain.text).toBe(
    '{"errors":[{"message":null,"extensions":{"clientError":[{"code":"type_validation_failed","param":{"attributes":["operator"]}}],"classification":"DataFetchingException"}}],"data":{"getAlertList":null}}',
  )
})

test('date operators fail inside on a strict tenant only', async () => {
  await using strict = await asking({ tickets: 5, quirks: { dateOperatorsFail: true } })
  for (const [operator, value] of [
    ['on', '"placeholder.today"'],
    ['inLast', '{ unit: "DAY", quantity: 7 }'],
    ['after', '"2026-01-01T00:00:00"'],
  ]) {
    const query = `{ getTicketList(input: { condition: { attribute: "createdTime", operator: "${operator}", value: ${value} } }) { listInfo { page } } }`
    expect((await strict.ask(query)).text).toBe(internal('getTicketList'))
    expect((await tenants.live.ask(query)).text).toBe('{"data":{"getTicketList":{"listInfo":{"page":1}}}}')
  }
})

test('one object as sort', async () => {
  const literal =
    '{ getTicketList(input: { sort: { attribute: "displayID", order: DESC } }) { listInfo { page } } }'
  const variable = 'query($input: ListInfoInput!) { getTicketList(input: $input) { listInfo { page } } }'
  const fine = '{"data":{"getTicketList":{"listInfo":{"page":1}}}}'
  const literals = await both(literal)
  const variables = await both(variable, { input: { sort: { attribute: 'createdTime', order: 'DESC' } } })
  expect([literals.live.text, variables.live.text]).toEqual([fine, fine])
  expect(literals.plain.body).toMatchObject({
    errors: [{ extensions: { classification: 'ValidationError' } }],
    data: null,
  })
  expect(variables.plain.body).toMatchObject({
    errors: [{ extensions: { classification: 'ValidationError' } }],
    data: null,
  })
  const list = { input: { sort: [{ attribute: 'createdTime', order: 'DESC' }] } }
  expect((await tenants.plain.ask(variable, list)).text).toBe(fine)
})

test('a ticket without notes has an empty list of them, else null', async () => {
  const { world } = tenants.live.tenant
  const id = world.tickets.findLast((ticket) => world.notesOf(ticket.ticketId).length === 0)?.ticketId
  const answers = await both('query($id: ID!) { getTicketNoteList(input: { ticketId: $id }) { noteId } }', {
    id,
  })
  expect(answers.live.text).toBe('{"data":{"getTicketNoteList":[]}}')
  expect(answers.plain.text).toBe('{"data":{"getTicketNoteList":null}}')
})

test('the opening text of a ticket is a conversation of type DESCRIPTION; a ticket has no description', async () => {
  const id = tenants.live.tenant.world.tickets[0]?.ticketId
  const answers = await both(
    'query($id: ID!) { getTicketConversationList(input: { ticketId: $id }) { type content } }',
    { id },
  )
  const [first] = tenants.live.tenant.world.conversationsOf(id ?? '')
  const opening = { content: first?.content }
  expect(answers.live.body.data?.getTicketConversationList).toContainEqual({
    type: 'DESCRIPTION',
    ...opening,
  })
  expect(answers.plain.body.data?.getTicketConversationList).toContainEqual({ type: 'REQ_REPLY', ...opening })
  expect(answers.plain.text).not.toContain('DESCRIPTION')
  expect((await tenants.live.ask(`{ getTicket(input: { ticketId: "${id}" }) { description } }`)).text).toBe(
    refusal(
      'FieldUndefined',
      "Field 'description' in type 'Ticket' is undefined @ 'getTicket/description'",
      59,
    ),
  )
})

test('people of several clients show no client and no site, their associations do', async () => {
  const { clientUsers, clientUserAssociations } = tenants.live.tenant.world
  const user = clientUsers.find((row) => row.client === null)
  const link = clientUserAssociations.find((row) => row.user.userId === user?.userId)
  const answers = await both('query($id: ID!) { getClientUser(input: { userId: $id }) { client site } }', {
    id: user?.userId,
  })
  expect(answers.live.text).toBe('{"data":{"getClientUser":{"client":null,"site":null}}}')
  expect(answers.plain.body.data).toMatchObject({
    getClientUser: {
      client: { accountId: link?.client.accountId, name: link?.client.name },
      site: { id: link?.site?.id },
    },
  })
})

test.each([
  ['DDMMYY-NNNN', /^\d{6}-\d{4}$/],
  ['MMDDYY-NNNN', /^\d{6}-\d{4}$/],
  ['integer', /^\d+$/],
] as const)('displayIds %s', async (displayIds, pattern) => {
  await using tenant = await asking({ tickets: 40, displayIds })
  const { body } = await tenant.ask('{ getTicketList(input: {}) { tickets { displayId createdTime } } }')
  const page = body.data?.getTicketList as unknown as
    | { tickets: { displayId: string; createdTime: string }[] }
    | undefined
  expect(page?.tickets).toHaveLength(40)
  for (const { displayId, createdTime } of page?.tickets ?? []) {
    expect(displayId).toMatch(pattern)
    const [, year, month, day] = /^..(..)-(..)-(..)/.exec(createdTime) ?? []
    const prefix = {
      'DDMMYY-NNNN': `${day}${month}${year}-`,
      'MMDDYY-NNNN': `${month}${day}${year}-`,
      integer: '',
    }
    expect(displayId.startsWith(prefix[displayIds])).toBe(true)
  }
})

test('__typename and introspection are answered, else unknown', async () => {
  await using closed = await asking({ tickets: 1, quirks: { rootTypename: false, introspection: false } })
  const typename = '{ __typename }'
  expect((await tenants.live.ask(typename)).text).toBe('{"data":{"__typename":"Query"}}')
  expect((await closed.ask(typename)).text).toBe(
    refusal('FieldUndefined', "Field '__typename' in type 'Query' is undefined @ '__typename'", 3),
  )
  const type = '{ __type(name: "Ticket") { name kind } }'
  expect((await tenants.live.ask(type)).text).toBe('{"data":{"__type":{"name":"Ticket","kind":"OBJECT"}}}')
  expect((await closed.ask(type)).text).toBe(
    refusal('FieldUndefined', "Field '__type' in type 'Query' is undefined @ '__type'", 3),
  )
  expect((await closed.ask('{ getSLAList { __typename } }')).body.errors).toBeUndefined()
  expect((await tenants.live.post(JSON.stringify({ query: type }), {})).status).toBe(400)
})
