import type { MockTenantOptions, MockWorld } from '@superhack/superops/testing'
import { expect, test } from 'vitest'
import { asking } from './asking.js'

type Quirks = NonNullable<MockTenantOptions['quirks']>
interface Quirk {
  readonly quirk: keyof Quirks
  readonly title: string
  /** Document with `$input`. */
  readonly document: string
  input(world: MockWorld): unknown
  readonly answer: string
}

const refused = (operation: string, code: string, attribute: string) =>
  `{"errors":[{"message":null,"extensions":{"clientError":[{"code":"${code}","param":{"attributes":["${attribute}"]}}],"classification":"DataFetchingException"}}],"data":{"${operation}":null}}`
const failed = (operation: string) =>
  `{"errors":[{"message":"Internal Server Error(s) while executing query"}],"data":{"${operation}":null}}`

const openTicket = (world: MockWorld) =>
  world.tickets.find((ticket) => ticket.status !== 'Closed' && ticket.status !== 'Resolved')
const update = 'mutation($input: UpdateTicketInput!) { updateTicket(input: $input) { ticketId } }'
const article = 'mutation($input: CreateKbArticleInput!) { createKbArticle(input: $input) { itemId } }'
const share = { portalType: 'TECHNICIAN', userSharedType: 'AllUsers', groupSharedType: 'AllGroups' }
const page = '<html><body>Text</body></html>'
const newArticle = (changes: object) => (world: MockWorld) => ({
  name: 'Reset a badge',
  parent: { itemId: world.kbItems.find((item) => item.itemType === 'KB_COLLECTION')?.itemId },
  status: 'PUBLISHED',
  content: page,
  loginRequired: true,
  visibility: { added: [share] },
  ...changes,
})
const reply = (world: MockWorld) => ({
  ticket: { ticketId: world.tickets[0]?.ticketId },
  content: 'Done',
  attachments: [{ fileName: 'a.png', originalFileName: 'a.png', fileSize: '5' }],
})

const quirks: readonly Quirk[] = [
  {
    quirk: 'requestTypeRequired',
    title: 'a ticket without request type',
    document: 'mutation($input: CreateTicketInput!) { createTicket(input: $input) { ticketId } }',
    input: (world) => ({
      subject: 'Badge lost',
      client: { accountId: world.clients[0]?.accountId },
      source: 'PHONE',
    }),
    answer: refused('createTicket', 'mandatory_validation_failed', 'requestType'),
  },
  {
    quirk: 'closureFieldsRequired',
    title: 'a closed ticket without a field that closing needs',
    document: update,
    input: (world) => ({ ticketId: openTicket(world)?.ticketId, status: 'Closed', priority: null }),
    answer: refused('updateTicket', 'mandatory_validation_failed', 'priority'),
  },
  {
    quirk: 'technicianInGroup',
    title: 'a technician outside of the group',
    document: update,
    input: (world) => {
      const { userId, groups } = world.technicians[0] ?? {}
      const own = new Set(groups?.map((group) => group?.groupId))
      const techGroup = { groupId: world.technicianGroups.find(({ groupId }) => !own.has(groupId))?.groupId }
      return { ticketId: world.tickets[0]?.ticketId, technician: { userId }, techGroup }
    },
    answer: refused('updateTicket', 'dependent_validation_failed', 'technician'),
  },
  ...['toUsers { user }', 'ccUsers { user }', 'bccUsers { user }', 'attachments { fileName }'].map(
    (selection): Quirk => ({
      quirk: 'newConversationFieldsFail',
      title: `the answer of a new conversation with ${selection}`,
      document: `mutation($input: CreateTicketConversationInput!) { createTicketConversation(input: $input) { conversationId ${selection} } }`,
      input: reply,
      answer: failed('createTicketConversation'),
    }),
  ),
  {
    quirk: 'newConversationFieldsFail',
    title: 'the answer of a new note with attachments, by a fragment',
    document:
      'mutation($input: CreateTicketNoteInput!) { createTicketNote(input: $input) { ...Files } } fragment Files on Note { noteId files: attachments { fileName } }',
    input: reply,
    answer: failed('createTicketNote'),
  },
  ...['site', 'role', 'client', 'reportingManager'].map(
    (field): Quirk => ({
      quirk: 'updatedClientUserFieldsFail',
      title: `the answer of a changed client user with ${field}`,
      document: `mutation($input: UpdateClientUserInput!) { updateClientUser(input: $input) { userId ${field} } }`,
      input: (world) => ({ userId: world.clientUsers[0]?.userId, lastName: 'Married' }),
      answer: failed('updateClientUser'),
    }),
  ),
  {
    quirk: 'kbArticleFails',
    title: 'an article without login that is no whole document',
    document: article,
    input: newArticle({ content: '<p>Text</p>', loginRequired: false }),
    answer: failed('createKbArticle'),
  },
  {
    quirk: 'kbArticleFails',
    title: 'an article shared with nobody',
    document: article,
    input: newArticle({ visibility: { added: [] } }),
    answer: failed('createKbArticle'),
  },
  {
    quirk: 'kbArticleFails',
    title: 'an article shared with technicians of no group',
    document: article,
    input: newArticle({ visibility: { added: [{ ...share, groupSharedType: null }] } }),
    answer: failed('createKbArticle'),
  },
]

test.each(quirks)('$quirk: $title', async ({ quirk, document, input, answer }) => {
  await using live = await asking({ tickets: 20 })
  expect((await live.ask(document, { input: input(live.tenant.world) })).text).toBe(answer)
  await using promised = await asking({ tickets: 20, quirks: { [quirk]: false } })
  expect((await promised.ask(document, { input: input(promised.tenant.world) })).body.errors).toBeUndefined()
})

test('a write whose answer fails is written, an article that fails is not', async () => {
  await using tenant = await asking({ tickets: 20 })
  const { world } = tenant.tenant
  const ticketId = world.tickets[0]?.ticketId ?? ''
  const before = world.conversationsOf(ticketId).length
  await tenant.ask(
    'mutation($input: CreateTicketConversationInput!) { createTicketConversation(input: $input) { attachments { fileName } } }',
    { input: reply(world) },
  )
  expect(world.conversationsOf(ticketId)).toHaveLength(before + 1)
  const items = world.kbItems.length
  await tenant.ask(article, { input: newArticle({ visibility: { added: [] } })(world) })
  expect(world.kbItems).toHaveLength(items)
})

test('a technician of the group is accepted, and a ticket with its fields closes', async () => {
  await using tenant = await asking({ tickets: 20 })
  const { world } = tenant.tenant
  const technician = world.technicians[0]
  const input = {
    ticketId: openTicket(world)?.ticketId,
    technician: { userId: technician?.userId },
    techGroup: { groupId: technician?.groups?.[0]?.groupId },
    status: 'Closed',
    priority: 'Low',
  }
  expect((await tenant.ask(update, { input })).body.errors).toBeUndefined()
})
