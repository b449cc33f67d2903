import type { MockWorld } from '@superhack/superops/testing'
import type { TestedProduct } from '../../products.js'

type Entry = readonly [code: string, param: object]
type Refusal = readonly [
  title: string,
  mutation: string,
  input: (world: MockWorld, tested: TestedProduct) => unknown,
  ...entries: readonly Entry[],
]

const attributes = (...names: readonly string[]) => ({ attributes: names })
export const client = (world: MockWorld) => ({ accountId: world.clients[0]?.accountId })
const foreignSite = (world: MockWorld) => ({
  id: world.sites.find((site) => site.client.accountId !== world.clients[0]?.accountId)?.id,
})
const ticketId = (world: MockWorld) => world.tickets[0]?.ticketId
const ticket =
  (changes: object) =>
  (world: MockWorld, { newTicket }: TestedProduct) => ({
    ...newTicket(world, 'Badge lost'),
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

export const refusals: readonly Refusal[] = [
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
    (world, tested) => {
      const [one, two] = world.categories
      return ticket({ category: one?.name, subcategory: two?.subCategories?.[0]?.name })(world, tested)
    },
    ['dependent_validation_failed', attributes('subcategory')],
  ],
  [
    'a subcause without its cause',
    'createTicket',
    (world, tested) => ticket({ subcause: world.causes[0]?.subCauses?.[0]?.name })(world, tested),
    ['dependent_validation_failed', attributes('subcause')],
  ],
  [
    'a site of another client',
    'createTicket',
    (world, tested) => ticket({ site: foreignSite(world) })(world, tested),
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

/** What they write is of another form on the IT surface. */
export const ofMspInputs: ReadonlySet<string> = new Set([
  'a site of another client',
  'a task status that is not there',
  'a bundle that would hold itself by another one',
])

const itSite = { name: 'Mill', working24x7: true, timezoneCode: 'UTC' }

export const itRefusals: readonly Refusal[] = [
  [
    'the name of another department, whatever its case',
    'createDepartment',
    ({ departments = [] }) => ({ name: departments[1]?.name.toUpperCase() }),
    ['unique_validation_failed', attributes('name')],
  ],
  [
    'a head that is nobody',
    'createDepartment',
    () => ({ name: 'Archive', head: { userId: '1' } }),
    ['referred_value_does_not_exist', attributes('head')],
  ],
  [
    'an unknown zone of a site',
    'createSite',
    () => ({ ...itSite, timezoneCode: 'Mars/Base' }),
    ['referred_value_does_not_exist', attributes('timezoneCode')],
  ],
  [
    'hours of a site that end before they start',
    'updateSite',
    ({ sites }) => ({
      ...itSite,
      id: sites[0]?.id,
      businessHour: [{ day: 'MONDAY', start: '17:00', end: '09:00' }],
    }),
    ['dependent_validation_failed', attributes('businessHour')],
  ],
  [
    'one unknown site among those to delete',
    'deleteSites',
    ({ sites }) => [{ id: sites[0]?.id }, { id: '1' }],
    ['entity_does_not_exist', { index: 2 }],
  ],
  [
    'the mail address of a technician for a user',
    'createUser',
    ({ technicians }) => ({ firstName: 'Ana', email: technicians[0]?.email }),
    ['unique_validation_failed', attributes('email')],
  ],
  [
    'a department that is not there',
    'updateUser',
    ({ users = [] }) => ({ userId: users[0]?.userId, department: { departmentId: '1' } }),
    ['referred_value_does_not_exist', attributes('department')],
  ],
  [
    'a department of a ticket that is not there',
    'updateTicket',
    update({ department: { departmentId: '1' } }),
    ['referred_value_does_not_exist', attributes('department')],
  ],
  ['an unknown user', 'deleteUser', () => ({ userId: '1' }), ['entity_does_not_exist', {}]],
  ['an unknown offering', 'deleteServiceOffering', () => ({ itemId: '1' }), ['entity_does_not_exist', {}]],
  ['an unknown worklog', 'deleteWorklog', () => ({ itemId: '1' }), ['entity_does_not_exist', {}]],
  [
    'a status of a task that is not there',
    'createTask',
    (world) => ({ title: 'Call', status: 'Soon', workItem: { workId: ticketId(world), module: 'TICKET' } }),
    ['referred_value_does_not_exist', attributes('status')],
  ],
]
