import type { MockWorld } from '@superhack/superops/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Asking, asking } from './asking.js'

let tenant: Asking
let world: MockWorld
beforeEach(async () => {
  tenant = await asking({ tickets: 120 })
  world = tenant.tenant.world
})
afterEach(() => tenant[Symbol.asyncDispose]())

async function mutate(name: string, type: string, input: unknown, selection = ''): Promise<unknown> {
  const { body, text } = await tenant.ask(
    `mutation($input: ${type}) { ${name}(input: $input) ${selection} }`,
    { input },
  )
  if (body.errors !== undefined) throw new Error(text)
  return body.data?.[name]
}
const codes = async (name: string, type: string, input: unknown, selection = '') => {
  const { body } = await tenant.ask(`mutation($input: ${type}) { ${name}(input: $input) ${selection} }`, {
    input,
  })
  return body.errors?.[0]?.extensions
}

test('a created ticket is found by lists, has an opening text, due times and a number of its own', async () => {
  const site = world.sites[0]
  const user = world.clientUserAssociations.find((link) => link.site === site)?.user ?? world.clientUsers[0]
  const ticket = (await mutate(
    'createTicket',
    'CreateTicketInput!',
    {
      subject: 'Crème brûlée torch offline',
      description: '<p>It does not light.</p>',
      client: { accountId: site?.client.accountId },
      site: { id: site?.id },
      requester: { userId: user?.userId },
      source: 'PHONE',
      requestType: 'Incident',
      priority: 'High',
      addFollowers: [{ userId: world.technicians[1]?.userId }],
    },
    '{ ticketId displayId subject status client requester followers createdTime updatedTime resolutionDueTime resolutionViolated }',
  )) as Record<string, unknown>
  expect(ticket).toMatchObject({
    subject: 'Crème brûlée torch offline',
    status: 'New',
    requester: { name: user?.name },
    followers: [{ name: world.technicians[1]?.name }],
    resolutionDueTime: expect.stringMatching(/^2026-01-/),
    resolutionViolated: null,
  })
  expect(world.tickets.filter((row) => row.displayId === ticket.displayId)).toHaveLength(1)
  const query =
    'query($id: ID!, $list: ListInfoInput!) { getTicketConversationList(input: { ticketId: $id }) { type content user } getTicketList(input: $list) { tickets { ticketId } } }'
  const list = { condition: { attribute: 'displayId', operator: 'is', value: ticket.displayId } }
  const { body } = await tenant.ask(query, { id: ticket.ticketId, list })
  expect(body.data).toMatchObject({
    getTicketConversationList: [
      { type: 'DESCRIPTION', content: '<p>It does not light.</p>', user: { userId: user?.userId } },
    ],
    getTicketList: { tickets: [{ ticketId: ticket.ticketId }] },
  })
})

const openTicket = () => {
  const ticket = world.tickets.find(
    (row) =>
      row.status !== 'Closed' && row.status !== 'Resolved' && row.sla !== null && row.priority !== null,
  )
  if (ticket === undefined) throw new Error('the world has an open ticket')
  return ticket
}

test('an update changes updatedTime, closing stamps the resolution, reopening takes it away', async () => {
  const { ticketId, updatedTime } = openTicket()
  const update = (input: object) =>
    mutate(
      'updateTicket',
      'UpdateTicketInput!',
      { ticketId, ...input },
      '{ status subject resolutionTime resolutionViolated updatedTime }',
    ) as Promise<Record<string, unknown>>
  const closed = await update({ status: 'Resolved', subject: 'Done' })
  expect(closed).toMatchObject({
    status: 'Resolved',
    subject: 'Done',
    resolutionTime: '2026-01-05T09:00:00.001',
    resolutionViolated: expect.any(Boolean),
  })
  expect(String(closed.updatedTime) > String(updatedTime)).toBe(true)
  const reopened = await update({ status: 'Reopened' })
  expect(reopened).toMatchObject({
    status: 'Reopened',
    resolutionTime: null,
    updatedTime: '2026-01-05T09:00:00.002',
  })
})

test('an update changes what is given and updatedTime, and nothing else', async () => {
  const before = structuredClone(openTicket())
  const input = { ticketId: before.ticketId, impact: 'High' }
  await mutate('updateTicket', 'UpdateTicketInput!', input, '{ ticketId }')
  expect(openTicket()).toEqual({ ...before, impact: 'High', updatedTime: '2026-01-05T09:00:00.001' })
})

test('null clears what may be empty and is refused where something has to be', async () => {
  const { ticketId } = openTicket()
  const changed = await mutate(
    'updateTicket',
    'UpdateTicketInput!',
    { ticketId, category: null, technician: null },
    '{ category technician }',
  )
  expect(changed).toEqual({ category: null, technician: null })
  const nulls = { ticketId, status: null, client: null }
  expect(await codes('updateTicket', 'UpdateTicketInput!', nulls, '{ ticketId }')).toMatchObject({
    clientError: [{ code: 'mandatory_validation_failed', param: { attributes: ['status', 'client'] } }],
  })
})

test('tickets go to the trash, come back, or are gone', async () => {
  const ids = world.tickets.slice(0, 2).map(({ ticketId }) => ({ ticketId }))
  const type = '[TicketIdentifierInput]'
  const has = () =>
    world.tickets.filter((ticket) => ids.some(({ ticketId }) => ticketId === ticket.ticketId)).length
  expect(await mutate('softDeleteTickets', type, ids)).toBe(true)
  expect(has()).toBe(0)
  expect(
    (await tenant.ask(`{ getTicket(input: { ticketId: "${ids[0]?.ticketId}" }) { subject } }`)).body.data,
  ).toEqual({ getTicket: null })
  expect(await mutate('restoreTickets', type, ids)).toBe(true)
  expect(has()).toBe(2)
  await mutate('hardDeleteTickets', type, ids)
  expect(await codes('restoreTickets', type, ids)).toMatchObject({
    clientError: [
      { code: 'entity_does_not_exist', param: { index: 1 } },
      { code: 'entity_does_not_exist', param: { index: 2 } },
    ],
  })
})

test('notes and replies are added; the first reply of a technician is the first response', async () => {
  const ticket = world.tickets.find((row) => row.firstResponseTime === null)
  const input = { ticket: { ticketId: ticket?.ticketId }, content: '<p>On it.</p>' }
  const note = await mutate(
    'createTicketNote',
    'CreateTicketNoteInput!',
    input,
    '{ noteId content privacyType addedBy }',
  )
  expect(note).toMatchObject({
    content: '<p>On it.</p>',
    privacyType: 'PRIVATE',
    addedBy: { userId: world.technicians[0]?.userId },
  })
  expect(world.notesOf(ticket?.ticketId ?? '').at(-1)).toMatchObject({ content: '<p>On it.</p>' })
  await mutate(
    'createTicketConversation',
    'CreateTicketConversationInput!',
    { ...input, toUsers: [{ email: 'a@b.example' }] },
    '{ conversationId type }',
  )
  expect(world.conversationsOf(ticket?.ticketId ?? '').at(-1)).toMatchObject({
    type: 'TECH_REPLY',
    toUsers: [{ user: { email: 'a@b.example' } }],
  })
  expect(ticket?.firstResponseTime).toBe('2026-01-05T09:00:00.002')
})

test('worklogs are added, changed and taken away, and the ticket sums them', async () => {
  const ticket = world.tickets[0]
  const before = Number(ticket?.worklogTimespent)
  const [entry] = (await mutate(
    'createWorklogEntries',
    '[CreateWorklogEntryInput!]!',
    [
      {
        qty: '1.50',
        billDateTime: '2026-01-05T08:00:00',
        workItem: { workId: ticket?.ticketId, module: 'TICKET' },
      },
    ],
    '{ itemId qty workItem technician serviceItem }',
  )) as { itemId: string }[]
  expect(entry).toMatchObject({
    qty: '1.50',
    workItem: { workId: ticket?.ticketId, displayId: ticket?.displayId, module: 'TICKET' },
  })
  expect(Number(ticket?.worklogTimespent)).toBe(before + 90)
  await mutate(
    'updateWorklogEntry',
    'UpdateWorklogEntryInput!',
    { itemId: entry?.itemId, qty: '2' },
    '{ qty }',
  )
  expect(Number(ticket?.worklogTimespent)).toBe(before + 120)
  expect(await mutate('deleteWorklogEntry', 'WorklogEntryIdentifier!', { itemId: entry?.itemId })).toBe(true)
  expect(Number(ticket?.worklogTimespent)).toBe(before)
})

test('alerts are raised on assets and resolved', async () => {
  const asset = world.assets[0]
  const alert = (await mutate(
    'createAlert',
    'CreateAlertInput!',
    { assetId: asset?.assetId, message: 'Hot' },
    '{ id status asset }',
  )) as { id: string }
  expect(alert).toMatchObject({ status: 'Open', asset: { assetId: asset?.assetId, client: asset?.client } })
  expect(await mutate('resolveAlerts', '[ResolveAlertInput]', [{ id: alert.id }])).toBe(true)
  expect(world.alerts.find((row) => row.id === alert.id)).toMatchObject({
    status: 'Resolved',
    resolvedTime: '2026-01-05T09:00:00.002',
  })
})

test('a client comes with its headquarters; a new name shows wherever the client is referred to', async () => {
  const hqSite = { name: 'Austin', working24x7: true, timezoneCode: 'America/Chicago' }
  const client = (await mutate(
    'createClientV2',
    'CreateClientInputV2!',
    { name: 'Nova', hqSite },
    '{ accountId name stage hqSite }',
  )) as { accountId: string }
  expect(client).toMatchObject({ name: 'Nova', stage: 'Active', hqSite: { name: 'Austin' } })
  expect(world.sites.at(-1)).toMatchObject({ hq: true, client: { accountId: client.accountId } })
  const ticket = world.tickets[0]
  await mutate(
    'updateClient',
    'UpdateClientInput!',
    { accountId: ticket?.client?.accountId, name: 'Renamed' },
    '{ name }',
  )
  expect(ticket?.client?.name).toBe('Renamed')
  expect(
    await codes('deleteClientSites', '[ClientSiteIdentifierInput!]!', [{ id: world.sites.at(-1)?.id }]),
  ).toMatchObject({
    clientError: [{ code: 'dependent_validation_failed' }],
  })
})

test('people of one client show it, people of two show none', async () => {
  const [first, second] = world.clients.map(({ accountId }) => ({
    client: { accountId },
    site: { id: world.sites.find((site) => site.client.accountId === accountId)?.id },
  }))
  const create = (email: string, addAssociations: unknown[]) =>
    mutate(
      'createClientUser',
      'CreateClientUserInput!',
      { firstName: 'Ana', lastName: 'Ruiz', email, role: { roleId: '4' }, addAssociations },
      '{ name client site role }',
    )
  expect(await create('a@x.example', [first])).toMatchObject({
    name: 'Ana Ruiz',
    client: first?.client,
    role: { roleId: '4' },
  })
  expect(await create('b@x.example', [first, second])).toMatchObject({ client: null, site: null })
})

test('invoices total their lines; contracts answer an id', async () => {
  const site = world.sites[0]
  const line = {
    billedDate: '2026-01-05',
    serviceItem: { itemId: world.serviceItems[0]?.itemId },
    quantity: '3',
    unitPrice: '10.50',
    tax: { taxId: world.taxes[1]?.taxId },
  }
  const input = {
    client: { accountId: site?.client.accountId },
    site: { id: site?.id },
    statusEnum: 'DRAFT',
    invoiceDate: '2026-01-05',
    addItems: [line],
  }
  const invoice = await mutate(
    'createInvoice',
    'CreateInvoiceInput!',
    input,
    '{ displayId totalAmount items { amount taxAmount invoice { totalAmount } } taxes { taxAmount } }',
  )
  expect(invoice).toMatchObject({
    totalAmount: '37.80',
    items: [{ amount: '31.50', taxAmount: '6.30', invoice: { totalAmount: '37.80' } }],
    taxes: [{ taxAmount: '6.30' }],
  })
  const billableContract = {
    chargeItem: { itemId: world.serviceCatalogItems[0]?.itemId },
    sellingPriceOverridden: false,
    billableSiteType: 'ALL',
    recurringContract: { recurringMode: 'ARREAR', frequencyDurationUnit: 'MONTH', frequencyInterval: 1 },
    change: { quantity: '5', quantityChangeOperation: 'BASELINE' },
  }
  const id = await mutate('createClientContract', 'CreateClientContractInput!', {
    client: input.client,
    startDate: '2026-02-01',
    contract: { billableContract },
  })
  expect(world.contracts.at(-1)).toMatchObject({
    contractId: id,
    contractStatus: 'DRAFT',
    contract: { billableContract: { changes: [{ quantity: '5' }] } },
  })
})

test('a reference to nothing is named', async () => {
  const { ticketId } = openTicket()
  expect(
    await codes(
      'updateTicket',
      'UpdateTicketInput!',
      { ticketId, technician: { userId: '1' } },
      '{ ticketId }',
    ),
  ).toEqual({
    clientError: [{ code: 'referred_value_does_not_exist', param: { attributes: ['technician'] } }],
    classification: 'DataFetchingException',
  })
  expect(await codes('updateTicket', 'UpdateTicketInput!', { ticketId: '1' }, '{ ticketId }')).toMatchObject({
    clientError: [{ code: 'entity_does_not_exist' }],
  })
})

test('lists that were sorted before a write are sorted again after it', async () => {
  const newest = async () => {
    const { body } = await tenant.ask(
      '{ getTicketList(input: { pageSize: 1, sort: { attribute: "updatedTime", order: DESC } }) { tickets { ticketId } } }',
    )
    const page = body.data?.getTicketList as unknown as { tickets: { ticketId: string }[] } | undefined
    return page?.tickets[0]?.ticketId
  }
  await newest()
  const { ticketId } = openTicket()
  await mutate('updateTicket', 'UpdateTicketInput!', { ticketId, impact: 'High' }, '{ ticketId }')
  expect(await newest()).toBe(ticketId)
})
