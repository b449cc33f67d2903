import { type MockWorld, wireSchema } from '@superhack/superops/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Asking, asking } from './asking.js'

let tenant: Asking
beforeAll(async () => {
  tenant = await asking({ tickets: 60 })
})
beforeEach(() => tenant.tenant.reset())
afterAll(() => tenant[Symbol.asyncDispose]())

type Row = Record<string, unknown>

/** One write, a read that shows it, and what the read answers after it and not before. */
interface Write {
  input(world: MockWorld, earlier: readonly unknown[]): unknown
  select?: string
  read(answer: Row, input: Row): string
  shows(answer: Row, input: Row, world: MockWorld): unknown
  /** Writes that have to come first. */
  after?(world: MockWorld): readonly (readonly [name: string, input: unknown])[]
}

const mutations = wireSchema().getMutationType()?.getFields() ?? {}

async function send(name: string, input: unknown, select = ''): Promise<Row> {
  const { body, text } = await tenant.ask(
    `mutation($input: ${mutations[name]?.args[0]?.type}) { ${name}(input: $input) ${select} }`,
    { input },
  )
  if (body.errors !== undefined) throw new Error(text)
  return body.data?.[name] as unknown as Row
}
const read = async (query: string) => (await tenant.ask(query)).body.data

const is = (attribute: string, value: unknown) =>
  `condition: { attribute: "${attribute}", operator: "is", value: ${JSON.stringify(value)} }`
const count = (list: string, attribute: string, value: unknown) =>
  `{ ${list}(input: { ${is(attribute, value)} }) { listInfo { totalCount } } }`
const total = (list: string, totalCount: number) => ({ [list]: { listInfo: { totalCount } } })

const client = (world: MockWorld) => ({ accountId: world.clients[0]?.accountId })
const site = (world: MockWorld) => ({
  id: world.sites.find((row) => row.client.accountId === world.clients[0]?.accountId)?.id,
})
const otherSite = (world: MockWorld) => world.sites.find((row) => row.hq !== true)
const user = (world: MockWorld) => world.clientUsers.find((row) => row.client !== null)
const linkOf = (world: MockWorld) =>
  world.clientUserAssociations.find((link) => link.user.userId === user(world)?.userId)
const ticketId = (world: MockWorld) => String(world.tickets[0]?.ticketId)
const asset = (world: MockWorld) => world.assets[0]
const article = (world: MockWorld) => world.kbItems.find((item) => item.itemType === 'KB_ARTICLE')
const collection = (world: MockWorld) => world.kbItems.find((item) => item.itemType === 'KB_COLLECTION')
const document = (world: MockWorld) => world.itDocuments[0]
const ids = (rows: unknown) => rows as readonly string[]
const first = (rows: unknown) => (rows as readonly Row[])[0] ?? {}
const price = { model: 'PER_UNIT', details: [{ value: '10.00' }] }
const openShare = { portalType: 'TECHNICIAN', userSharedType: 'AllUsers', groupSharedType: 'AllGroups' }

const getTicket = (id: unknown) => `{ getTicket(input: { ticketId: "${id}" }) { subject } }`
const getClient = (id: unknown) => `{ getClient(input: { accountId: "${id}" }) { name } }`
const kbItem = (id: unknown) =>
  `{ getKbItems(listInfo: { ${is('itemId', id)} }) { items { name itemType status parent { itemId } visibility { portalType roles groups } } } }`
const associations = (id: unknown) =>
  `{ getClientUserAssociationList(input: { ${is('id', id)} }) { associations { user { userId } site { id } } } }`

const customField = { label: 'Rack', fieldType: 'SELECT', options: ['A', 'B'], showToClient: false }
const fieldRead = (module: string) => (answer: Row) =>
  `{ getField(input: { module: "${module}", columnName: "${answer.columnName}" }) { label options { value } } }`
const fieldShown = () => ({ getField: { label: 'Rack', options: [{ value: 'A' }, { value: 'B' }] } })

const writes: Readonly<Record<string, Write>> = {
  assignDeviceCategory: {
    input: (world) => ({
      assetIds: [asset(world)?.assetId],
      deviceCategoryId: world.deviceCategories.find((row) => row.name !== asset(world)?.deviceCategory?.name)
        ?.deviceCategoryId,
    }),
    read: (_, { assetIds }) => `{ getAsset(input: { assetId: "${ids(assetIds)[0]}" }) { deviceCategory } }`,
    shows: (_, { deviceCategoryId }) => ({ getAsset: { deviceCategory: { id: deviceCategoryId } } }),
  },
  createAlert: {
    input: (world) => ({ assetId: asset(world)?.assetId, message: 'Too hot' }),
    select: '{ id }',
    read: ({ id }, { assetId }) =>
      `{ getAlertsForAsset(input: { assetId: "${assetId}", listInfo: { ${is('id', id)} } }) { alerts { message status resolvedTime } } }`,
    shows: () => ({
      getAlertsForAsset: { alerts: [{ message: 'Too hot', status: 'Open', resolvedTime: null }] },
    }),
  },
  createCategories: {
    input: () => [{ name: 'Robots', addSubCategories: [{ name: 'Arm' }] }],
    select: '{ id }',
    read: () =>
      '{ getCategoryList { name subCategories { name } } getField(input: { module: "TICKET", columnName: "subcategory" }) { options { value parentOption { value } } } }',
    shows: () => ({
      getCategoryList: expect.arrayContaining([{ name: 'Robots', subCategories: [{ name: 'Arm' }] }]),
      getField: {
        options: expect.arrayContaining([{ value: 'Arm', parentOption: { value: 'Robots' } }]),
      },
    }),
  },
  createCauses: {
    input: () => [{ name: 'Weather', addSubCauses: [{ name: 'Hail' }] }],
    select: '{ id }',
    read: () =>
      '{ getCauseList { name subCauses { name } } getField(input: { module: "TICKET", columnName: "subcause" }) { options { value parentOption { value } } } }',
    shows: () => ({
      getCauseList: expect.arrayContaining([{ name: 'Weather', subCauses: [{ name: 'Hail' }] }]),
      getField: {
        options: expect.arrayContaining([{ value: 'Hail', parentOption: { value: 'Weather' } }]),
      },
    }),
  },
  createClient: {
    input: () => ({ name: 'Nova', stage: 'Prospect' }),
    select: '{ accountId }',
    read: () => `{ getClientList(input: { ${is('name', 'Nova')} }) { clients { accountId stage status } } }`,
    shows: ({ accountId }) => ({
      getClientList: { clients: [{ accountId, stage: 'Prospect', status: 'New' }] },
    }),
  },
  createClientContract: {
    input: (world) => ({
      client: client(world),
      startDate: '2026-02-01',
      contract: {
        billableContract: {
          chargeItem: { itemId: world.serviceCatalogItems[0]?.itemId },
          sellingPriceOverridden: false,
          billableSiteType: 'ALL',
          recurringContract: {
            recurringMode: 'ARREAR',
            frequencyDurationUnit: 'MONTH',
            frequencyInterval: 1,
          },
          change: { quantity: '5' },
        },
      },
    }),
    read: (id) =>
      `{ getClientContract(input: { contractId: "${id}" }) { contractStatus startDate contract { name billableContract { changes { quantity } } } } }`,
    shows: (_id, _input, world) => ({
      getClientContract: {
        contractStatus: 'DRAFT',
        startDate: '2026-02-01',
        contract: {
          name: world.serviceCatalogItems[0]?.name,
          billableContract: { changes: [{ quantity: '5' }] },
        },
      },
    }),
  },
  createClientCustomField: {
    input: () => customField,
    select: '{ columnName }',
    read: fieldRead('COMPANY'),
    shows: fieldShown,
  },
  createClientSite: {
    input: (world) => ({
      name: 'Annex',
      working24x7: true,
      timezoneCode: 'Europe/Paris',
      client: client(world),
    }),
    select: '{ id }',
    read: ({ id }) => `{ getClientSite(input: { id: "${id}" }) { name hq timezoneCode } }`,
    shows: () => ({ getClientSite: { name: 'Annex', hq: false, timezoneCode: 'Europe/Paris' } }),
  },
  createClientUser: {
    input: (world) => ({
      firstName: 'Ana',
      lastName: 'Ruiz',
      email: 'ana@nova.example',
      role: { roleId: '4' },
      addAssociations: [{ client: client(world), site: site(world) }],
    }),
    select: '{ userId }',
    read: ({ userId }) =>
      `{ getClientUser(input: { userId: "${userId}" }) { name client } getRequesterRoleList { roleUserList } }`,
    shows: ({ userId }, _, world) => ({
      getClientUser: { name: 'Ana Ruiz', client: client(world) },
      getRequesterRoleList: expect.arrayContaining([
        { roleUserList: expect.arrayContaining([{ userId, name: 'Ana Ruiz', email: 'ana@nova.example' }]) },
      ]),
    }),
  },
  createClientUserAssociations: {
    input: (world) => [
      {
        user: { userId: user(world)?.userId },
        site: { id: world.sites.at(-1)?.id },
        client: { accountId: world.sites.at(-1)?.client.accountId },
      },
    ],
    select: '{ id }',
    read: (_, input) =>
      `{ getClientUser(input: { userId: "${(first(input).user as Row).userId}" }) { client } }`,
    // Of two clients now, hence of none.
    shows: () => ({ getClientUser: { client: null } }),
  },
  createClientV2: {
    input: () => ({
      name: 'Nova',
      hqSite: { name: 'Austin', working24x7: true, timezoneCode: 'America/Chicago' },
    }),
    select: '{ accountId }',
    read: ({ accountId }) =>
      `{ getClient(input: { accountId: "${accountId}" }) { stage status hqSite } getClientSiteList(input: { clientId: "${accountId}" }) { sites { name hq } } }`,
    shows: () => ({
      getClient: { stage: 'Active', status: 'Paid', hqSite: { name: 'Austin' } },
      getClientSiteList: { sites: [{ name: 'Austin', hq: true }] },
    }),
  },
  createInvoice: {
    input: (world) => ({
      client: client(world),
      site: site(world),
      statusEnum: 'DRAFT',
      invoiceDate: '2026-01-05',
      additionalDiscount: '1.00',
      addItems: [
        {
          billedDate: '2026-01-04',
          serviceItem: { itemId: world.serviceItems[0]?.itemId },
          quantity: '2',
          unitPrice: '10.00',
          discountAmount: '5.00',
          taxable: false,
        },
        {
          billedDate: '2026-01-04',
          serviceItem: { itemId: world.serviceItems[0]?.itemId },
          quantity: '1',
          unitPrice: '100.00',
          tax: { taxId: world.taxes.find((tax) => tax.totalRate === '20.00')?.taxId },
        },
      ],
      paymentTerm: {
        paymentTermId: world.paymentTerms.find((term) => term.paymentTermValue === 30)?.paymentTermId,
      },
    }),
    select: '{ invoiceId }',
    read: ({ invoiceId }) =>
      `{ getInvoice(input: { invoiceId: "${invoiceId}" }) { dueDate discountAmount totalAmount items { billedDate taxable totalAmount } } }`,
    shows: () => ({
      getInvoice: {
        dueDate: '2026-02-04',
        discountAmount: '5.00',
        totalAmount: '134.00',
        items: [
          { billedDate: '2026-01-04', taxable: false, totalAmount: '15.00' },
          { billedDate: '2026-01-04', taxable: true, totalAmount: '120.00' },
        ],
      },
    }),
  },
  createItDocumentation: {
    input: (world) => ({ typeId: world.itDocumentTypes[1]?.typeId, name: 'VPN key', client: client(world) }),
    select: '{ itDocId }',
    read: (_, { typeId }) =>
      `{ getItDocumentationList(input: { typeId: "${typeId}", listInfo: { ${is('name', 'VPN key')} } }) { documents { itDocId client } } }`,
    shows: ({ itDocId }, _, world) => ({
      getItDocumentationList: { documents: [{ itDocId, client: client(world) }] },
    }),
  },
  createKbArticle: {
    input: (world) => ({
      name: 'Reset a badge',
      parent: { itemId: collection(world)?.itemId },
      status: 'DRAFT',
      content: '<html><body>Hold it</body></html>',
      visibility: { added: [openShare] },
    }),
    select: '{ itemId }',
    read: ({ itemId }) => kbItem(itemId),
    shows: (_, { parent }) => ({
      getKbItems: {
        items: [
          {
            name: 'Reset a badge',
            itemType: 'KB_ARTICLE',
            status: 'DRAFT',
            parent,
            visibility: [{ portalType: 'TECHNICIAN' }],
          },
        ],
      },
    }),
  },
  createKbCollection: {
    input: () => ({ name: 'Badges' }),
    select: '{ itemId }',
    read: ({ itemId }) => kbItem(itemId),
    shows: () => ({ getKbItems: { items: [{ name: 'Badges', itemType: 'KB_COLLECTION' }] } }),
  },
  createServiceCatalogItem: {
    input: () => ({ name: 'Badge printing', itemType: 'PRODUCT', taxable: true, sellingPrice: price }),
    select: '{ itemId }',
    read: ({ itemId }) =>
      `{ getServiceCatalogItem(input: { itemId: "${itemId}" }) { name status sellingPrice { details { value } } } }`,
    shows: () => ({
      getServiceCatalogItem: {
        name: 'Badge printing',
        status: 'ACTIVE',
        sellingPrice: { details: [{ value: '10.00' }] },
      },
    }),
  },
  createServiceCategory: {
    input: () => ({ name: 'Badges' }),
    select: '{ categoryId }',
    read: () => '{ getServiceCategoryList { name } }',
    shows: () => ({ getServiceCategoryList: expect.arrayContaining([{ name: 'Badges' }]) }),
  },
  createServiceItem: {
    input: () => ({ name: 'Badge', quantityType: 'UNITS', unitPrice: '4.50' }),
    select: '{ itemId }',
    read: ({ itemId }) => `{ getServiceItem(input: { itemId: "${itemId}" }) { name unitPrice } }`,
    shows: () => ({ getServiceItem: { name: 'Badge', unitPrice: '4.50' } }),
  },
  createStatus: {
    input: () => [{ name: 'Parked' }, { name: 'Escalated', description: 'To the vendor' }],
    select: '{ id }',
    read: () =>
      '{ getStatusList { name description } getField(input: { module: "TICKET", columnName: "status" }) { options { value } } }',
    shows: () => ({
      getStatusList: expect.arrayContaining([
        { name: 'Parked', description: null },
        { name: 'Escalated', description: 'To the vendor' },
      ]),
      getField: { options: expect.arrayContaining([{ value: 'Parked' }, { value: 'Escalated' }]) },
    }),
  },
  createTask: {
    input: (world) => ({
      title: 'Call the vendor',
      status: 'In Progress',
      module: 'TICKET',
      ticket: { ticketId: ticketId(world) },
      dueDate: '2026-01-01T00:00:00',
    }),
    select: '{ taskId }',
    read: ({ taskId }) =>
      `{ getTask(input: { taskId: "${taskId}" }) { title overdue actualStartDate ticket workItem } }`,
    shows: (_, { ticket }) => ({
      getTask: {
        title: 'Call the vendor',
        overdue: true,
        actualStartDate: '2026-01-05T09:00:00.001',
        ticket,
        workItem: { workId: (ticket as Row).ticketId, module: 'TICKET' },
      },
    }),
  },
  createTax: {
    input: () => ({
      name: 'Toll',
      addRates: [
        { name: 'City', rateValue: '2' },
        { name: 'State', rateValue: '6.25' },
      ],
    }),
    select: '{ taxId }',
    read: ({ taxId }) => `{ getTax(input: { taxId: "${taxId}" }) { name totalRate rates { name } } }`,
    shows: () => ({
      getTax: { name: 'Toll', totalRate: '8.25', rates: [{ name: 'City' }, { name: 'State' }] },
    }),
  },
  createTechnician: {
    input: (world) => ({
      firstName: 'Kim',
      email: 'kim@example-msp.com',
      role: { roleId: '3' },
      addGroups: [{ groupId: world.technicianGroups[0]?.groupId }],
    }),
    select: '{ userId }',
    read: ({ userId }) =>
      `{ getTechnicianList(input: { ${is('userId', userId)} }) { userList { name groups } } }`,
    shows: (_, { addGroups }) => ({ getTechnicianList: { userList: [{ name: 'Kim', groups: addGroups }] } }),
  },
  createTicket: {
    input: (world) => ({
      subject: 'Badge lost',
      description: '<p>In the tram</p>',
      client: client(world),
      source: 'PHONE',
      requestType: 'Incident',
    }),
    select: '{ ticketId }',
    read: ({ ticketId: id }) =>
      `{ getTicket(input: { ticketId: "${id}" }) { subject status createdTime } getTicketConversationList(input: { ticketId: "${id}" }) { type content } }`,
    shows: () => ({
      getTicket: { subject: 'Badge lost', status: 'New', createdTime: '2026-01-05T09:00:00.001' },
      getTicketConversationList: [{ type: 'DESCRIPTION', content: '<p>In the tram</p>' }],
    }),
  },
  createTicketConversation: {
    input: (world) => ({
      ticket: { ticketId: ticketId(world) },
      content: '<p>Done</p>',
      toUsers: [{ email: user(world)?.email }, { email: 'stranger@example.com' }],
    }),
    select: '{ conversationId }',
    read: (_, { ticket }) =>
      `{ getTicketConversationList(input: { ticketId: "${(ticket as Row).ticketId}" }) { conversationId type content toUsers { user } } getTicket(input: { ticketId: "${(ticket as Row).ticketId}" }) { updatedTime } }`,
    shows: ({ conversationId }, _, world) => ({
      getTicketConversationList: expect.arrayContaining([
        {
          conversationId,
          type: 'TECH_REPLY',
          content: '<p>Done</p>',
          toUsers: [
            { user: { userId: user(world)?.userId, name: user(world)?.name, email: user(world)?.email } },
            { user: { userId: null, name: null, email: 'stranger@example.com' } },
          ],
        },
      ]),
      getTicket: { updatedTime: '2026-01-05T09:00:00.001' },
    }),
  },
  createTicketCustomField: {
    input: () => customField,
    select: '{ columnName }',
    read: fieldRead('TICKET'),
    shows: fieldShown,
  },
  createTicketNote: {
    input: (world) => ({ ticket: { ticketId: ticketId(world) }, content: 'Knows the way' }),
    select: '{ noteId }',
    read: (_, { ticket }) =>
      `{ getTicketNoteList(input: { ticketId: "${(ticket as Row).ticketId}" }) { noteId content privacyType } getTicket(input: { ticketId: "${(ticket as Row).ticketId}" }) { updatedTime } }`,
    shows: ({ noteId }) => ({
      getTicketNoteList: expect.arrayContaining([
        { noteId, content: 'Knows the way', privacyType: 'PRIVATE' },
      ]),
      getTicket: { updatedTime: '2026-01-05T09:00:00.001' },
    }),
  },
  createWorklogEntries: {
    input: (world) => [
      {
        qty: '1.50',
        billDateTime: '2026-01-05T08:00:00Z',
        workItem: { workId: ticketId(world), module: 'TICKET' },
        billable: false,
      },
    ],
    select: '{ itemId }',
    read: (answer, input) =>
      `{ getWorklogEntries(input: { module: TICKET, listInfo: { ${is('itemId', first(answer).itemId)} } }) { entries { qty billDateTime status } } getTicket(input: { ticketId: "${(first(input).workItem as Row).workId}" }) { updatedTime } }`,
    shows: () => ({
      getWorklogEntries: {
        entries: [{ qty: '1.50', billDateTime: '2026-01-05T08:00:00', status: 'IGNORED' }],
      },
      getTicket: { updatedTime: '2026-01-05T09:00:00.001' },
    }),
  },
  deleteClientSites: {
    input: (world) => [{ id: otherSite(world)?.id }],
    read: (_, input) => `{ getClientSite(input: { id: "${first(input).id}" }) { name } }`,
    shows: () => ({ getClientSite: null }),
  },
  deleteClientUser: {
    input: (world) => ({ userId: user(world)?.userId }),
    read: (_, { userId }) => count('getClientUserAssociationList', 'user.userId', userId),
    shows: () => total('getClientUserAssociationList', 0),
  },
  deleteClientUserAssociations: {
    input: (world) => [{ id: linkOf(world)?.id }],
    read: (_, input) => associations(first(input).id),
    shows: () => ({ getClientUserAssociationList: { associations: [] } }),
  },
  deleteItDocumentation: {
    input: (world) => ({ itDocId: document(world)?.itDocId }),
    read: (_, { itDocId }) => `{ getItDocumentation(input: { itDocId: "${itDocId}" }) { name } }`,
    shows: () => ({ getItDocumentation: null }),
  },
  deleteKbArticle: {
    input: (world) => ({ article: { itemId: article(world)?.itemId } }),
    read: (_, { article: item }) => kbItem((item as Row).itemId),
    shows: () => ({ getKbItems: { items: [] } }),
  },
  deleteKbCollection: {
    input: (world) => ({ kbCollection: { itemId: collection(world)?.itemId } }),
    read: (_, { kbCollection }) => {
      const id = (kbCollection as Row).itemId
      return `{ getKbItems(listInfo: { condition: { joinOperator: "OR", operands: [{ attribute: "itemId", operator: "is", value: "${id}" }, { attribute: "parent.itemId", operator: "is", value: "${id}" }] } }) { items { name } } }`
    },
    shows: () => ({ getKbItems: { items: [] } }),
  },
  deleteTechnician: {
    input: (world) => ({ userId: world.technicians[1]?.userId }),
    read: (_, { userId }) => count('getTechnicianList', 'userId', userId),
    shows: () => total('getTechnicianList', 0),
  },
  deleteWorklogEntry: {
    input: (world) => ({ itemId: world.worklogs[0]?.itemId }),
    read: (_, { itemId }) =>
      `{ getWorklogEntries(input: { listInfo: { ${is('itemId', itemId)} } }) { entries { itemId } } }`,
    shows: () => ({ getWorklogEntries: { entries: [] } }),
  },
  hardDeleteClients: {
    input: (world) => [{ accountId: world.clients.at(-1)?.accountId }],
    read: (_, input) => getClient(first(input).accountId),
    shows: () => ({ getClient: null }),
  },
  hardDeleteTickets: {
    input: (world) => [{ ticketId: ticketId(world) }],
    read: (_, input) => getTicket(first(input).ticketId),
    shows: () => ({ getTicket: null }),
  },
  resolveAlerts: {
    input: (world) => world.alerts.filter((row) => row.status === 'Open').map(({ id }) => ({ id })),
    read: () => `{ getAlertList(input: { ${is('status', 'Open')} }) { listInfo { totalCount } } }`,
    shows: () => total('getAlertList', 0),
  },
  restoreClients: {
    after: (world) => [['softDeleteClients', [client(world)]]],
    input: (_, [trashed]) => trashed,
    read: (_, input) => getClient(first(input).accountId),
    shows: () => ({ getClient: { name: expect.any(String) } }),
  },
  restoreTickets: {
    after: (world) => [['softDeleteTickets', [{ ticketId: ticketId(world) }]]],
    input: (_, [trashed]) => trashed,
    read: (_, input) => getTicket(first(input).ticketId),
    shows: () => ({ getTicket: { subject: expect.any(String) } }),
  },
  runScriptOnAsset: {
    input: (world) => ({ assetId: asset(world)?.assetId, scriptId: world.scripts[0]?.scriptId }),
    select: '{ actionConfigId }',
    read: (_, { assetId }) =>
      `{ getAssetActivity(input: { assetId: "${assetId}", listInfo: { pageSize: 1 } }) { activities { module activityData createdTime } } }`,
    shows: (_answer, _input, world) => ({
      getAssetActivity: {
        activities: [
          {
            module: 'SCRIPT',
            activityData: { name: world.scripts[0]?.name },
            createdTime: '2026-01-05T09:00:00.001',
          },
        ],
      },
    }),
  },
  softDeleteAsset: {
    input: (world) => ({ assetId: asset(world)?.assetId }),
    read: (_, { assetId }) => `{ getAsset(input: { assetId: "${assetId}" }) { name } }`,
    shows: () => ({ getAsset: null }),
  },
  softDeleteClients: {
    input: (world) => [client(world)],
    read: (_, input) => count('getClientList', 'accountId', first(input).accountId),
    shows: () => total('getClientList', 0),
  },
  softDeleteTickets: {
    input: (world) => [{ ticketId: ticketId(world) }],
    read: (_, input) => count('getTicketList', 'ticketId', first(input).ticketId),
    shows: () => total('getTicketList', 0),
  },
  updateAsset: {
    input: (world) => ({ assetId: asset(world)?.assetId, name: 'RENAMED', purchasedDate: '2025-01-02' }),
    select: '{ name }',
    read: (_, { assetId }) =>
      `{ getAsset(input: { assetId: "${assetId}" }) { name purchasedDate hostName } }`,
    shows: (_answer, _input, world) => ({
      getAsset: { name: 'RENAMED', purchasedDate: '2025-01-02', hostName: asset(world)?.hostName },
    }),
  },
  updateClient: {
    input: (world) => ({ ...client(world), name: 'Renamed', stage: 'Inactive' }),
    select: '{ name }',
    read: (_, { accountId }) =>
      `{ getClient(input: { accountId: "${accountId}" }) { name stage status } getClientSiteList(input: { clientId: "${accountId}" }) { sites { client } } }`,
    shows: () => ({
      getClient: { name: 'Renamed', stage: 'Inactive', status: 'Left' },
      getClientSiteList: {
        sites: expect.arrayContaining([{ client: expect.objectContaining({ name: 'Renamed' }) }]),
      },
    }),
  },
  updateClientContract: {
    input: (world) => {
      const contract = world.contracts.find(({ contractStatus }) => contractStatus === 'ACTIVE')?.contract
      const billableContract = { change: { quantity: '77', quantityChangeOperation: 'INCREASE' } }
      return { contract: { contractId: contract?.contractId, billableContract }, endDate: '2026-01-04' }
    },
    read: (id) =>
      `{ getClientContract(input: { contractId: "${id}" }) { contractStatus endDate contract { billableContract { changes { quantity quantityChangeOperation } } } } }`,
    shows: () => ({
      getClientContract: {
        contractStatus: 'INACTIVE',
        endDate: '2026-01-04',
        contract: {
          billableContract: {
            changes: expect.arrayContaining([{ quantity: '77', quantityChangeOperation: 'INCREASE' }]),
          },
        },
      },
    }),
  },
  updateClientSite: {
    input: (world) => ({ id: otherSite(world)?.id, hq: true, city: 'Lyon' }),
    select: '{ id }',
    read: (_, { id }) =>
      `{ getClientSiteList(input: { listInfo: { ${is('hq', true)} } }) { sites { id city } } getClientSite(input: { id: "${id}" }) { name } getClientList(input: {}) { clients { hqSite } } }`,
    shows: (_, { id }, world) => ({
      // Still one per client, and the client names it.
      getClientSiteList: {
        sites: expect.toSatisfy(
          (sites: Row[]) =>
            sites.length === world.clients.length &&
            sites.some((row) => row.id === id && row.city === 'Lyon'),
        ),
      },
      getClientSite: { name: otherSite(world)?.name },
      getClientList: {
        clients: expect.arrayContaining([{ hqSite: { id, name: otherSite(world)?.name } }]),
      },
    }),
  },
  updateClientUser: {
    input: (world) => ({ userId: user(world)?.userId, lastName: 'Married', role: { roleId: '2' } }),
    select: '{ name }',
    read: (_, { userId }) =>
      `{ getClientUser(input: { userId: "${userId}" }) { firstName name email role } getRequesterRoleList { roleId roleUserList } }`,
    shows: (_, { userId }, world) => ({
      getClientUser: {
        firstName: user(world)?.firstName,
        name: `${user(world)?.firstName} Married`,
        email: user(world)?.email,
        role: { roleId: '2' },
      },
      getRequesterRoleList: expect.arrayContaining([
        { roleId: '2', roleUserList: expect.arrayContaining([expect.objectContaining({ userId })]) },
      ]),
    }),
  },
  updateClientUserAssociations: {
    after: (world) => [
      [
        'createClientSite',
        {
          name: 'Annex',
          working24x7: true,
          timezoneCode: 'UTC',
          client: { accountId: user(world)?.client?.accountId },
        },
      ],
    ],
    input: (world) => [{ id: linkOf(world)?.id, site: { id: world.sites.at(-1)?.id } }],
    select: '{ id }',
    read: (_, input) =>
      `{ ${associations(first(input).id).slice(2, -2)} getClientUserList(input: {}) { userList { userId site } } }`,
    shows: (_answer, input, world) => ({
      getClientUserAssociationList: { associations: [{ site: first(input).site }] },
      getClientUserList: {
        userList: expect.arrayContaining([
          { userId: user(world)?.userId, site: { ...(first(input).site as Row), name: 'Annex' } },
        ]),
      },
    }),
  },
  updateInvoice: {
    input: (world) => ({
      invoiceId: world.invoices.find((row) => row.statusEnum !== 'PAID')?.invoiceId,
      statusEnum: 'PAID',
      paymentReference: 'REF 1',
    }),
    select: '{ invoiceId }',
    read: (_, { invoiceId }) =>
      `{ getInvoice(input: { invoiceId: "${invoiceId}" }) { statusEnum paymentDate paymentReference totalAmount } }`,
    shows: (_, { invoiceId }, world) => ({
      getInvoice: {
        statusEnum: 'PAID',
        paymentDate: '2026-01-05',
        paymentReference: 'REF 1',
        totalAmount: world.invoices.find((row) => row.invoiceId === invoiceId)?.totalAmount,
      },
    }),
  },
  updateItDocumentation: {
    input: (world) => ({
      itDocId: document(world)?.itDocId,
      typeId: world.itDocumentTypes[0]?.typeId,
      name: 'Renamed',
      customFields: { udf2text: 'two' },
    }),
    select: '{ name }',
    read: (_, { itDocId }) =>
      `{ getItDocumentation(input: { itDocId: "${itDocId}" }) { name client customFields } }`,
    shows: (_answer, _input, world) => ({
      getItDocumentation: {
        name: 'Renamed',
        client: { accountId: document(world)?.client?.accountId },
        customFields: { ...document(world)?.customFields, udf2text: 'two' },
      },
    }),
  },
  updateKbArticle: {
    input: (world) => ({
      itemId: article(world)?.itemId,
      name: 'Renamed',
      visibility: {
        updated: [
          {
            mappingId: article(world)?.visibility?.[0]?.mappingId,
            addedGroupIds: [world.technicianGroups[1]?.groupId],
          },
        ],
        added: [{ portalType: 'REQUESTER', addedRoleIds: ['4'] }],
      },
    }),
    select: '{ name }',
    read: (_, { itemId }) =>
      `{ getKbItems(listInfo: { ${is('itemId', itemId)} }) { items { name lastModifiedOn visibility { portalType roles groups } } } }`,
    shows: (_answer, _input, world) => ({
      getKbItems: {
        items: [
          {
            name: 'Renamed',
            lastModifiedOn: '2026-01-05T09:00:00.001',
            visibility: [
              { portalType: 'TECHNICIAN', groups: [{ groupId: world.technicianGroups[1]?.groupId }] },
              { portalType: 'REQUESTER', roles: [{ roleId: '4' }] },
            ],
          },
        ],
      },
    }),
  },
  updateKbCollection: {
    input: (world) => ({ itemId: collection(world)?.itemId, name: 'Renamed' }),
    select: '{ name }',
    read: (_, { itemId }) => kbItem(itemId),
    shows: () => ({ getKbItems: { items: [{ name: 'Renamed', itemType: 'KB_COLLECTION' }] } }),
  },
  updateServiceCatalogItem: {
    input: (world) => ({
      itemId: world.serviceCatalogItems[0]?.itemId,
      description: 'By the hour',
      sellingPrice: price,
    }),
    select: '{ itemId }',
    read: (_, { itemId }) =>
      `{ getServiceCatalogItem(input: { itemId: "${itemId}" }) { name description sellingPrice { details { value } } } }`,
    shows: (_answer, _input, world) => ({
      getServiceCatalogItem: {
        name: world.serviceCatalogItems[0]?.name,
        description: 'By the hour',
        sellingPrice: { details: [{ value: '10.00' }] },
      },
    }),
  },
  updateTechnician: {
    input: (world) => ({
      userId: world.technicians[0]?.userId,
      firstName: 'Robin',
      deleteGroups: world.technicians[0]?.groups?.map((group) => ({ groupId: group?.groupId })),
    }),
    select: '{ name }',
    read: (_, { userId }) =>
      `{ getTechnicianList(input: { ${is('userId', userId)} }) { userList { firstName lastName email groups } } }`,
    shows: (_answer, _input, { technicians: [own] }) => ({
      getTechnicianList: {
        userList: [{ firstName: 'Robin', lastName: own?.lastName, email: own?.email, groups: [] }],
      },
    }),
  },
  updateTicket: {
    input: (world) => ({ ticketId: ticketId(world), subject: 'Renamed', customFields: { udf1text: 'V-1' } }),
    select: '{ ticketId }',
    read: (_, { ticketId: id }) =>
      `{ getTicket(input: { ticketId: "${id}" }) { subject updatedTime status createdTime customFields } }`,
    shows: (_answer, _input, { tickets: [own] }) => ({
      getTicket: {
        subject: 'Renamed',
        updatedTime: '2026-01-05T09:00:00.001',
        status: own?.status,
        createdTime: own?.createdTime,
        customFields: { ...own?.customFields, udf1text: 'V-1' },
      },
    }),
  },
  updateWorklogEntry: {
    input: (world) => ({ itemId: world.worklogs[0]?.itemId, qty: '99.00' }),
    select: '{ itemId }',
    read: (_, { itemId }) =>
      `{ getWorklogEntries(input: { listInfo: { ${is('itemId', itemId)} } }) { entries { qty unitPrice } } }`,
    shows: (_answer, _input, { worklogs: [own] }) => ({
      getWorklogEntries: { entries: [{ qty: '99.00', unitPrice: own?.unitPrice }] },
    }),
  },
}

test('every mutation of the schema is among the writes', () => {
  expect(Object.keys(writes).sort()).toEqual(Object.keys(mutations).sort())
})

test.each(Object.entries(writes))('%s shows in later reads, and not without it', async (name, write) => {
  const { world } = tenant.tenant
  const prepare = async () => {
    const earlier = write.after?.(world) ?? []
    for (const [first, input] of earlier)
      await send(first, input, /^create/.test(first) ? '{ __typename }' : '')
    return earlier.map(([, input]) => input)
  }
  const input = write.input(world, await prepare())
  // What stays as it was is read off the world before the write, which changes records in place.
  const before = structuredClone(world.toJSON()) as unknown as MockWorld
  const answer = await send(name, input, write.select)
  const query = write.read(answer, input as Row)
  const expected = write.shows(answer, input as Row, before)
  expect(await read(query)).toMatchObject(expected as object)
  tenant.tenant.reset()
  await prepare()
  expect(await read(query)).not.toMatchObject(expected as object)
})
