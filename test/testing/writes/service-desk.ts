import { expect } from 'vitest'
import {
  client,
  count,
  customField,
  fieldRead,
  fieldShown,
  first,
  getTicket,
  is,
  type Row,
  ticketId,
  total,
  user,
  type Write,
} from './write.js'

export const serviceDeskWrites: Readonly<Record<string, Write>> = {
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
  deleteWorklogEntry: {
    input: (world) => ({ itemId: world.worklogs[0]?.itemId }),
    read: (_, { itemId }) =>
      `{ getWorklogEntries(input: { listInfo: { ${is('itemId', itemId)} } }) { entries { itemId } } }`,
    shows: () => ({ getWorklogEntries: { entries: [] } }),
  },
  hardDeleteTickets: {
    input: (world) => [{ ticketId: ticketId(world) }],
    read: (_, input) => getTicket(first(input).ticketId),
    shows: () => ({ getTicket: null }),
  },
  restoreTickets: {
    after: (world) => [['softDeleteTickets', [{ ticketId: ticketId(world) }]]],
    input: (_, [trashed]) => trashed,
    read: (_, input) => getTicket(first(input).ticketId),
    shows: () => ({ getTicket: { subject: expect.any(String) } }),
  },
  softDeleteTickets: {
    input: (world) => [{ ticketId: ticketId(world) }],
    read: (_, input) => count('getTicketList', 'ticketId', first(input).ticketId),
    shows: () => total('getTicketList', 0),
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
