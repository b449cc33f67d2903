import { type MockWorld, wireSchema } from '@superhack/superops/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Asking, asking } from './asking.js'

let tenant: Asking
beforeAll(async () => {
  tenant = await asking({ tickets: 60 })
})
beforeEach(() => tenant.tenant.reset())
afterAll(() => tenant[Symbol.asyncDispose]())

const mutations = wireSchema().getMutationType()?.getFields() ?? {}
const argumentOf = (name: string) => mutations[name]?.args[0]
const isObject = (name: string) => /^\[?(ID|Boolean)!?\]?!?$/.exec(String(mutations[name]?.type)) === null
const documentOf = (name: string) =>
  `mutation($input: ${argumentOf(name)?.type}) { ${name}(${argumentOf(name)?.name}: $input) ${isObject(name) ? '{ __typename }' : ''} }`
const hashOf = (world: MockWorld) => JSON.stringify(world)

type Entry = readonly [code: string, param: object]
type Refusal = readonly [
  title: string,
  mutation: string,
  input: (world: MockWorld) => unknown,
  ...entries: readonly Entry[],
]

const attributes = (...names: readonly string[]) => ({ attributes: names })
const client = (world: MockWorld) => ({ accountId: world.clients[0]?.accountId })
const foreignSite = (world: MockWorld) => ({
  id: world.sites.find((site) => site.client.accountId !== world.clients[0]?.accountId)?.id,
})
const ticketId = (world: MockWorld) => world.tickets[0]?.ticketId
const ticket = (changes: object) => (world: MockWorld) => ({
  subject: 'Badge lost',
  client: client(world),
  source: 'PHONE',
  requestType: 'Incident',
  ...changes,
})
const update = (changes: object | ((world: MockWorld) => object)) => (world: MockWorld) => ({
  ticketId: ticketId(world),
  ...(typeof changes === 'function' ? changes(world) : changes),
})
const site = { name: 'HQ', working24x7: true, timezoneCode: 'UTC' }
const user = { firstName: 'Ana', email: 'ana@nova.example', role: { roleId: '4' } }
const worklog = (world: MockWorld) => ({
  qty: '1',
  billDateTime: '2026-01-05T08:00:00',
  workItem: { workId: ticketId(world), module: 'TICKET' },
})
const unknown = { ticketId: '1' }
const collection = (world: MockWorld) => world.kbItems.find((item) => item.itemType === 'KB_COLLECTION')
const article = (world: MockWorld) => world.kbItems.find((item) => item.itemType === 'KB_ARTICLE')

const refusals: readonly Refusal[] = [
  ['an unknown record', 'updateTicket', () => unknown, ['entity_does_not_exist', {}]],
  [
    'unknown references, all named',
    'updateTicket',
    update({ technician: { userId: '1' }, site: { id: '1' }, addFollowers: [{ userId: '1' }] }),
    ['referred_value_does_not_exist', attributes('site', 'technician', 'addFollowers')],
  ],
  ...(
    ['status', 'priority', 'impact', 'urgency', 'category', 'cause', 'resolutionCode', 'requestType'] as const
  ).map(
    (name): Refusal => [
      `a ${name} that the tenant does not have`,
      'updateTicket',
      update({ [name]: 'Nonsense' }),
      ['referred_value_does_not_exist', attributes(name)],
    ],
  ),
  [
    'a subcategory of another category',
    'createTicket',
    (world) => {
      const [one, two] = world.categories
      return ticket({ category: one?.name, subcategory: two?.subCategories?.[0]?.name })(world)
    },
    ['dependent_validation_failed', attributes('subcategory')],
  ],
  [
    'a subcause without its cause',
    'createTicket',
    (world) => ticket({ subcause: world.causes[0]?.subCauses?.[0]?.name })(world),
    ['dependent_validation_failed', attributes('subcause')],
  ],
  [
    'a site of another client',
    'createTicket',
    (world) => ticket({ site: foreignSite(world) })(world),
    ['dependent_validation_failed', attributes('site')],
  ],
  [
    'a blank subject',
    'updateTicket',
    update({ subject: ' ' }),
    ['mandatory_validation_failed', attributes('subject')],
  ],
  [
    'a time that is none',
    'updateTicket',
    update({ resolutionTime: 'soon' }),
    ['type_validation_failed', attributes('resolutionTime')],
  ],
  [
    'a resolution before the creation',
    'updateTicket',
    update({ resolutionTime: '2001-01-01T00:00:00' }),
    ['dependent_validation_failed', attributes('resolutionTime')],
  ],
  [
    'a column that tickets lack',
    'updateTicket',
    update({ customFields: { udf99text: 'x' } }),
    ['referred_value_does_not_exist', attributes('udf99text')],
  ],
  [
    'custom values of a wrong kind and length',
    'updateTicket',
    update({ customFields: { udf1text: 'x'.repeat(256), udf2date: 'soon', udf5mselect: 'Mail' } }),
    ['value_length_exceeds_limit', attributes('udf1text')],
    ['type_validation_failed', attributes('udf2date', 'udf5mselect')],
  ],
  [
    'a choice that a custom field lacks',
    'updateTicket',
    update({ customFields: { udf5mselect: ['Mail', 'Fax'] } }),
    ['referred_value_does_not_exist', attributes('udf5mselect')],
  ],
  [
    'a client name that is taken, whatever its case',
    'createClientV2',
    (world) => ({ name: world.clients[1]?.name.toUpperCase(), hqSite: site }),
    ['unique_validation_failed', attributes('name')],
  ],
  [
    'a new name that another client has',
    'updateClient',
    (world) => ({ ...client(world), name: world.clients[1]?.name }),
    ['unique_validation_failed', attributes('name')],
  ],
  [
    'an unknown zone of the headquarters',
    'createClientV2',
    () => ({ name: 'Nova', hqSite: { ...site, timezoneCode: 'Mars/Base' } }),
    ['referred_value_does_not_exist', attributes('timezoneCode')],
  ],
  [
    'a stage that is not there',
    'createClient',
    () => ({ name: 'Nova', stage: 'Lost' }),
    ['referred_value_does_not_exist', attributes('stage')],
  ],
  [
    'a status of another stage',
    'createClient',
    () => ({ name: 'Nova', stage: 'Prospect', status: 'Paid' }),
    ['dependent_validation_failed', attributes('status')],
  ],
  [
    'something that is no mail domain',
    'updateClient',
    (world) => ({ ...client(world), emailDomains: ['acme.com', 'acme'] }),
    ['value_pattern_validation_failed', attributes('emailDomains')],
  ],
  [
    'a site without client',
    'createClientSite',
    () => site,
    ['mandatory_validation_failed', attributes('client')],
  ],
  [
    'hours that end before they start',
    'createClientSite',
    (world) => ({
      ...site,
      client: client(world),
      businessHour: [{ day: 'MONDAY', start: '17:00', end: '09:00' }],
    }),
    ['dependent_validation_failed', attributes('businessHour')],
  ],
  [
    'hours that no clock shows',
    'createClientSite',
    (world) => ({
      ...site,
      client: client(world),
      businessHour: [{ day: 'MONDAY', start: '9', end: '25:00' }],
    }),
    ['value_pattern_validation_failed', attributes('start', 'end')],
  ],
  [
    'a headquarters that stops being one',
    'updateClientSite',
    (world) => ({ id: world.sites.find((row) => row.hq)?.id, hq: false }),
    ['dependent_validation_failed', attributes('hq')],
  ],
  [
    'a headquarters among sites to delete',
    'deleteClientSites',
    (world) => [
      { id: world.sites.find((row) => row.hq !== true)?.id },
      { id: world.sites.find((row) => row.hq)?.id },
    ],
    ['dependent_validation_failed', { index: 2, attributes: ['hq'] }],
  ],
  [
    'no mail address',
    'createTechnician',
    () => ({ ...user, email: 'ana at nova' }),
    ['value_pattern_validation_failed', attributes('email')],
  ],
  [
    'the mail address of a technician',
    'createTechnician',
    (world) => ({ ...user, email: world.technicians[0]?.email }),
    ['unique_validation_failed', attributes('email')],
  ],
  [
    'the mail address of a technician for a client user',
    'createClientUser',
    (world) => ({ ...user, email: world.technicians[0]?.email }),
    ['unique_validation_failed', attributes('email')],
  ],
  [
    'no technician at all',
    'createTechnician',
    () => null,
    ['mandatory_validation_failed', attributes('input')],
  ],
  [
    'the second of two equal names in one list',
    'createStatus',
    () => [{ name: 'Parked' }, { name: 'parked' }],
    ['unique_validation_failed', { index: 2, attributes: ['name'] }],
  ],
  [
    'several entries of a list, each for its reason',
    'createWorklogEntries',
    (world) => [
      worklog(world),
      { ...worklog(world), qty: 'much' },
      { ...worklog(world), workItem: { workId: '1', module: 'TICKET' } },
    ],
    ['type_validation_failed', { index: 2, attributes: ['qty'] }],
    ['referred_value_does_not_exist', { index: 3, attributes: ['workItem'] }],
  ],
  [
    'one unknown ticket among those to delete',
    'softDeleteTickets',
    (world) => [{ ticketId: ticketId(world) }, unknown],
    ['entity_does_not_exist', { index: 2 }],
  ],
  [
    'one unknown alert among those to resolve, after an empty entry',
    'resolveAlerts',
    (world) => [{ id: world.alerts[0]?.id }, null, { id: '1' }],
    ['entity_does_not_exist', { index: 3 }],
  ],
  [
    'an association without user',
    'createClientUserAssociations',
    (world) => [{ client: client(world), site: foreignSite(world) }],
    ['mandatory_validation_failed', { index: 1, attributes: ['user'] }],
    ['dependent_validation_failed', { index: 1, attributes: ['site'] }],
  ],
  [
    'a contract that ends before it starts',
    'updateClientContract',
    (world) => ({ contract: { contractId: world.contracts[0]?.contract.contractId }, endDate: '2001-01-01' }),
    ['dependent_validation_failed', attributes('endDate')],
  ],
  [
    'an invoice due before its day',
    'updateInvoice',
    (world) => ({ invoiceId: world.invoices[0]?.invoiceId, dueDate: '2001-01-01' }),
    ['dependent_validation_failed', attributes('dueDate')],
  ],
  [
    'a payment reference longer than documented',
    'updateInvoice',
    (world) => ({ invoiceId: world.invoices[0]?.invoiceId, paymentReference: 'x'.repeat(256) }),
    ['value_length_exceeds_limit', attributes('paymentReference')],
  ],
  [
    'a task status that is not there',
    'createTask',
    () => ({ title: 'Call', status: 'Soon', module: 'TICKET' }),
    ['referred_value_does_not_exist', attributes('status')],
  ],
  [
    'a choice field without choices',
    'createTicketCustomField',
    () => ({ label: 'Rack', fieldType: 'SELECT', showToClient: false }),
    ['mandatory_validation_failed', attributes('options')],
  ],
  [
    'an article below an article',
    'updateKbArticle',
    (world) => ({ itemId: article(world)?.itemId, parent: { itemId: article(world)?.itemId } }),
    ['dependent_validation_failed', attributes('parent')],
  ],
  [
    'a collection where an article is asked for',
    'deleteKbArticle',
    (world) => ({ article: { itemId: collection(world)?.itemId } }),
    ['entity_does_not_exist', {}],
  ],
  [
    'a bundle that would hold itself by another one',
    'updateServiceCatalogItem',
    (world) => {
      const bundle = world.serviceCatalogItems.find((item) => item.serviceTypeItem?.bundledItems?.length)
      const inner = bundle?.serviceTypeItem?.bundledItems?.[0]?.itemId
      return { itemId: inner, serviceTypeItem: { addBundledItems: [{ itemId: bundle?.itemId }] } }
    },
    ['dependent_validation_failed', attributes('addBundledItems')],
  ],
  [
    'a document of another type',
    'updateItDocumentation',
    (world) => ({ itDocId: world.itDocuments[0]?.itDocId, typeId: world.itDocumentTypes[1]?.typeId }),
    ['dependent_validation_failed', attributes('typeId')],
  ],
]

const table = refusals.map(([title, mutation, input, ...entries]) => ({ title, mutation, input, entries }))

test.each(table)(
  '$title is refused by $mutation and changes nothing',
  async ({ mutation, input, entries }) => {
    const { world } = tenant.tenant
    const before = hashOf(world)
    const { text } = await tenant.ask(documentOf(mutation), { input: input(world) })
    const clientError = JSON.stringify(entries.map(([code, param]) => ({ code, param })))
    // Mutations that promise an id leave no data at all.
    const data = String(mutations[mutation]?.type).endsWith('!') ? 'null' : `{"${mutation}":null}`
    expect(text).toBe(
      `{"errors":[{"message":null,"extensions":{"clientError":${clientError},"classification":"DataFetchingException"}}],"data":${data}}`,
    )
    expect(hashOf(world)).toBe(before)
  },
)

test('the name of a trashed client stays taken, and who was deleted can only be forgotten', async () => {
  const { world } = tenant.tenant
  const name = world.clients[0]?.name
  await tenant.ask(documentOf('softDeleteClients'), { input: [client(world)] })
  const again = await tenant.ask(documentOf('createClient'), { input: { name } })
  expect(again.text).toContain('"unique_validation_failed"')

  const own = world.tickets.find((row) => row.requester !== null && row.requester.name !== null)
  const { userId = '', name: called } = own?.requester ?? {}
  const remove = (forget?: boolean) =>
    tenant.ask(documentOf('deleteClientUser'), { input: { userId, ...(forget !== undefined && { forget }) } })
  expect((await remove()).text).toBe(`{"data":{"deleteClientUser":"${userId}"}}`)
  expect(own?.requester).toMatchObject({ userId, name: called })
  expect((await remove()).text).toContain('"entity_does_not_exist"')
  expect((await remove(true)).text).toBe(`{"data":{"deleteClientUser":"${userId}"}}`)
  expect(own?.requester).toEqual({ userId, name: 'Anonymous', email: `${userId}@anonymous.invalid` })
})

test('a category that lacks the present subcategory takes it away', async () => {
  const { world } = tenant.tenant
  const own = world.tickets.find((row) => row.subcategory !== null)
  const other = world.categories.find((row) => row.name !== own?.category)
  const input = { ticketId: own?.ticketId, category: other?.name }
  expect((await tenant.ask(documentOf('updateTicket'), { input })).body.errors).toBeUndefined()
  expect(own).toMatchObject({ category: other?.name, subcategory: null })
})
