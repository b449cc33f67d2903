import { again, type Change, testRules, unsafe, without, withRows } from './outcome.js'
import { world } from './world.js'

const later = '2024-03-05T11:05:01'
const latest = '2024-03-05T11:05:00'
const item = { serviceItems: [{ itemId: 's1', quantityType: 'UNITS' }] }
const days = ['MONDAY', 'TUESDAY'].map((day) => ({ day, start: '09:00', end: '17:00' }))
const ticketIs =
  (change: object): Change =>
  (json) => ({ ...json, tickets: [{ ...world.tickets[0], ...change }] })

testRules('worklogEntry', {
  'WKL-01': { fail: [{ itemId: null }] },
  'WKL-02': { fail: [{ qty: '' }] },
  'WKL-03': { fail: [{ billDateTime: null }] },
  'WKL-04': { fail: [{ technician: null }] },
  'WKL-05': { fail: [{ workItem: null }, { workItem: { workId: '' } }] },
  'WKL-06': {
    fail: [{ unitPrice: null }],
    na: [
      { billable: false, unitPrice: null },
      { billable: null, unitPrice: null },
    ],
  },
  'WKL-07': { fail: [{ notes: ' ' }] },
  'WKL-08': {
    fail: [{ qty: '0' }, { qty: '-1' }, { qty: 'x' }, { qty: 1 }],
    pass: [{ qty: '0.01' }],
    na: [{ qty: null }],
  },
  'WKL-09': {
    fail: [{ unitPrice: '-0.01' }, { unitPrice: 'x' }],
    pass: [{ unitPrice: '0' }],
    na: [{ unitPrice: null }],
  },
  'WKL-10': {
    fail: [{ billDateTime: '2024-02-30T10:00' }],
    pass: [{ billDateTime: '2024-03-04T10:00' }],
    na: [{ billDateTime: null }],
  },
  'WKL-11': {
    fail: [{ status: 'pending' }],
    pass: ['PENDING', 'APPROVED', 'IGNORED', 'INVOICED', 'UNDER_CONTRACT'].map((status) => ({ status })),
    na: [{ status: null }],
  },
  'WKL-12': {
    fail: [{ workItem: { workId: '1', module: 'TASK' } }],
    pass: [{ workItem: { workId: '1', module: 'PROJECT' } }],
    na: [{ workItem: { workId: '1' } }],
  },
  'WKL-13': {
    fail: [
      { itemId: unsafe },
      { workItem: { workId: unsafe } },
      { technician: { userId: unsafe } },
      { serviceItem: { itemId: unsafe } },
    ],
    na: [{ itemId: null, workItem: null, technician: null, serviceItem: null }],
  },
  'WKL-14': {
    fail: [
      { qty: '24.01' },
      (json) => ({
        ...json,
        serviceItems: undefined,
        worklogs: [{ ...world.worklogs[0], qty: '25', serviceItem: { itemId: 's9', quantityType: 'HOURS' } }],
      }),
    ],
    pass: [{ qty: '24' }],
    na: [
      { qty: 'x' },
      { serviceItem: null },
      { serviceItem: { itemId: '99' } },
      (json) => ({ ...json, ...item }),
      without('serviceItems'),
    ],
  },
  'WKL-15': { fail: [{ qty: '12.01' }], pass: [{ qty: '12' }], na: [{ qty: null }] },
  'WKL-16': {
    fail: [{ billable: false }],
    pass: [{ billable: false, status: 'IGNORED' }],
    na: [
      withRows('worklogs', { ...world.worklogs[0], billable: true }),
      withRows('worklogs', { billable: false, status: null }),
    ],
  },
  'WKL-17': {
    fail: [{ billDateTime: '2024-03-03T08:59:59' }],
    pass: [{ billDateTime: '2024-03-03T09:00:00' }],
    na: [
      { billDateTime: null },
      { workItem: { workId: '99' } },
      ticketIs({ createdTime: null }),
      without('tickets'),
    ],
  },
  'WKL-18': {
    fail: [
      { afterHours: true },
      { billDateTime: '2024-03-04T16:00:00' },
      { billDateTime: '2024-03-04T07:59:00' },
    ],
    pass: [
      {},
      { afterHours: true, billDateTime: '2024-03-04T16:00:00' },
      { billDateTime: '2024-03-04T08:00:00' },
      [ticketIs({ site: null }), { defaultSchedule: { timeZone: 'UTC', windows: days } }],
    ],
    na: [
      { afterHours: null },
      { billDateTime: null },
      { workItem: null },
      ticketIs({ site: null }),
      without('tickets'),
    ],
  },
  'WKL-19': { fail: [again('worklogs')], na: [{ itemId: null }] },
  'WKL-20': {
    fail: [
      again('worklogs', { itemId: 'w9' }),
      again('worklogs', { itemId: 'w9', billDateTime: '2024-03-04T10:30' }),
    ],
    pass: [
      again('worklogs', { itemId: 'w9', qty: '2' }),
      again('worklogs', { itemId: 'w9', billDateTime: '2024-03-04T10:31' }),
      again('worklogs', { itemId: 'w9', workItem: { workId: '5' } }),
      again('worklogs', { itemId: 'w9', technician: { userId: '12' } }),
    ],
    na: [{ qty: null }, { billDateTime: 'x' }, { technician: null }, { workItem: null }],
  },
  'WKL-21': {
    fail: [{ workItem: { workId: '99', module: 'TICKET' } }, { workItem: { workId: '99' } }],
    na: [{ workItem: { workId: '99', module: 'PROJECT' } }, without('tickets')],
  },
  'WKL-22': { fail: [{ technician: { userId: '99' } }], na: [{ technician: null }, without('technicians')] },
  'WKL-23': {
    fail: [{ serviceItem: { itemId: '99' } }],
    na: [{ serviceItem: null }, without('serviceItems')],
  },
  'WKL-24': {
    fail: [{ billDateTime: later }],
    pass: [{ billDateTime: latest }],
    na: [{ billDateTime: null }],
  },
  'WKL-25': {
    fail: [
      { status: 'PENDING', billDateTime: '2024-02-04T10:59:59' },
      [{ status: 'PENDING' }, { leakageGraceDays: 1 }],
    ],
    pass: [{ status: 'PENDING', billDateTime: '2024-02-04T11:00:00' }],
    na: [
      { billable: false, status: 'PENDING' },
      { status: 'APPROVED' },
      { status: 'PENDING', billDateTime: null },
    ],
  },
})

const [description, reply] = world.conversationsByTicketId[1]
const thread =
  (...messages: readonly unknown[]): Change =>
  (json) => ({ ...json, conversationsByTicketId: { 1: messages } })
const author = (userId: string, type: string) => ({ type, user: { userId } })

testRules('ticketConversation', {
  'CNV-01': { fail: [{ conversationId: null }] },
  'CNV-02': { fail: [{ time: '' }] },
  'CNV-03': { fail: [{ type: null }] },
  'CNV-04': {
    fail: [{ user: null }, { user: {} }],
    pass: [{ user: { email: 'x' } }, { user: { userId: '1' } }],
  },
  'CNV-05': {
    fail: [{ content: '' }, { content: null, attachments: [] }],
    pass: [{ content: '', attachments: [{ fileName: 'a' }] }],
  },
  'CNV-06': { fail: [{ time: '2024-03-04' }], na: [{ time: null }] },
  'CNV-07': {
    fail: [{ type: 'NOTE' }],
    pass: ['DESCRIPTION', 'REQ_REPLY', 'REQ_NOTIFICATION', 'TECH_REPLY', 'TECH_NOTIFICATION'].map((type) => ({
      type,
    })),
    na: [{ type: '' }],
  },
  'CNV-08': {
    fail: [
      { user: { email: 'x' } },
      { toUsers: [{ user: { email: 'a@b.c' } }, { user: { email: 'x' } }] },
      { ccUsers: [{ user: { email: 'x' } }] },
      { bccUsers: [{ user: { email: 'x' } }] },
    ],
    pass: [{}, { toUsers: [null, {}, { user: null }] }],
    na: [{ user: { userId: '9' }, toUsers: null }],
  },
  'CNV-09': {
    fail: [{ conversationId: unsafe }, { user: { userId: unsafe } }],
    na: [{ conversationId: null, user: null }],
  },
  'CNV-10': {
    fail: [{ time: '2024-03-04T08:54:59' }],
    pass: [{ time: '2024-03-04T08:55:00' }],
    na: [{ time: null }, without('tickets'), ticketIs({ createdTime: null })],
  },
  'CNV-11': {
    fail: [
      { type: 'REQ_REPLY' },
      { time: '2024-03-04T09:30:01' },
      thread(description, { ...reply, type: 'DESCRIPTION' }),
      thread(reply),
    ],
    pass: [
      {},
      thread(reply, description),
      { time: '2024-03-04T09:30:00' },
      thread({ ...reply, time: description?.time, conversationId: '0' }, description),
      thread({ ...reply, time: null }, description),
    ],
    na: [thread({ ...description, time: 'x' })],
  },
  'CNV-12': {
    fail: [
      thread(description, { ...reply, time: '2024-03-04T09:24:59' }),
      thread(description, reply, { ...reply, conversationId: 'm3', time: '2024-03-04T09:24:59' }),
    ],
    pass: [
      thread(description, { ...reply, time: '2024-03-04T09:25:00' }),
      thread(description, { ...reply, time: '2024-03-04T23:00:00' }),
    ],
    na: [
      without('tickets'),
      thread(description),
      thread(description, { ...reply, time: null }),
      ticketIs({ firstResponseTime: null }),
    ],
  },
  'CNV-13': {
    fail: [author('3', 'REQ_REPLY'), author('9', 'TECH_REPLY'), author('9', 'TECH_NOTIFICATION')],
    pass: [author('3', 'TECH_REPLY'), author('9', 'REQ_NOTIFICATION')],
    na: [without('technicians'), thread(description), thread({ ...reply, user: null })],
  },
  'CNV-14': {
    fail: [thread(description, { ...reply, conversationId: 'm1' })],
    na: [{ conversationId: null }],
  },
  'CNV-15': {
    fail: [thread(description, { ...description, conversationId: 'm3' })],
    pass: [
      thread(description, { ...description, conversationId: 'm3', content: 'other' }),
      (json) => ({ ...json, conversationsByTicketId: { 1: [description], 2: [description] } }),
    ],
    na: [{ content: null }, { time: null }, { user: null }],
  },
  'CNV-16': {
    fail: [(json) => ({ ...json, conversationsByTicketId: { 99: [description] } })],
    na: [without('tickets')],
  },
  'CNV-17': { fail: [{ time: later }], pass: [{ time: latest }], na: [{ time: 'x' }] },
})

testRules('task', {
  'TSK-01': { fail: [{ taskId: null }] },
  'TSK-02': { fail: [{ title: '' }] },
  'TSK-03': { fail: [{ status: null }] },
  'TSK-04': {
    fail: [{ technician: null, techGroup: null }],
    pass: [{ technician: null }, { techGroup: null }],
  },
  'TSK-05': {
    fail: [
      { actualEndDate: null },
      [{ status: 'Finito', actualEndDate: null }, { quality: { workStateMap: { FINITO: 'COMPLETED' } } }],
    ],
    na: [
      { status: 'Open', actualEndDate: null },
      { status: 'Finito', actualEndDate: null },
      [{ actualEndDate: null }, { quality: { workStateMap: { completed: 'PLANNED' } } }],
    ],
  },
  'TSK-06': {
    fail: ['scheduledStartDate', 'dueDate', 'actualStartDate', 'actualEndDate'].map((name) => ({
      [name]: 'x',
    })),
    na: [{ scheduledStartDate: null, dueDate: null, actualStartDate: null, actualEndDate: null }],
  },
  'TSK-07': {
    fail: [{ estimatedTime: -1 }, { estimatedTime: 1.5 }, { estimatedTime: '30' }],
    pass: [{ estimatedTime: 0 }],
    na: [{ estimatedTime: null }],
  },
  'TSK-08': {
    fail: [{ status: 'Finito' }, { status: 5 }],
    pass: ['planned', 'In Progress', 'Blocked', 'done', 'Canceled'].map((status) => ({ status })),
    na: [{ status: null }],
  },
  'TSK-09': {
    fail: [
      { taskId: unsafe },
      { workItem: { workId: unsafe } },
      { ticket: { ticketId: unsafe } },
      { technician: { userId: unsafe } },
    ],
    na: [{ taskId: null, workItem: null, technician: null, techGroup: null }],
  },
  'TSK-10': {
    fail: [{ actualEndDate: '2024-03-04T08:59:59' }],
    pass: [{ actualEndDate: '2024-03-04T09:00:00' }],
    na: [{ actualEndDate: null }, { actualStartDate: null }],
  },
  'TSK-11': {
    fail: [{ dueDate: '2024-03-04T08:59:59' }],
    pass: [{ dueDate: '2024-03-04T09:00:00' }],
    na: [{ dueDate: null }, { scheduledStartDate: null }],
  },
  'TSK-12': {
    fail: [
      { overdue: true },
      { status: 'Open' },
      { status: 'Open', overdue: true, dueDate: '2024-03-05T11:00:00' },
    ],
    pass: [{}, { status: 'Open', overdue: true }, { status: 'Open', dueDate: '2024-03-05T11:00:00' }],
    na: [{ overdue: null }, { dueDate: null }, { status: 'Finito' }],
  },
  'TSK-13': { fail: [{ status: 'Planned' }], pass: [{ status: 'Planned', actualStartDate: null }], na: [{}] },
  'TSK-14': { fail: [again('tasks')], na: [{ taskId: null }] },
  'TSK-15': { fail: [again('tasks', { taskId: 'j2' })], na: [{ displayId: null }] },
  'TSK-16': {
    fail: [{ workItem: { workId: '99', module: 'TICKET' } }, { workItem: null, ticket: { ticketId: '99' } }],
    pass: [{}, { workItem: null, ticket: { ticketId: '1' } }],
    na: [{ workItem: { workId: '99', module: 'PROJECT' } }, { workItem: null }, without('tickets')],
  },
  'TSK-17': {
    fail: [{ technician: { userId: '99' } }, { techGroup: { groupId: '99' } }],
    pass: [{ technician: null }, { techGroup: null }],
    na: [{ technician: null, techGroup: null }, without('technicians', 'techGroups')],
  },
  'TSK-18': {
    fail: [{ actualStartDate: later }, { actualEndDate: later }],
    pass: [{ actualEndDate: latest }],
    na: [{ actualStartDate: null, actualEndDate: null }],
  },
})

testRules('alert', {
  'ALR-01': { fail: [{ id: null }] },
  'ALR-02': { fail: [{ createdTime: null }] },
  'ALR-03': { fail: [{ status: '' }] },
  'ALR-04': { fail: [{ severity: null }] },
  'ALR-05': { fail: [{ message: null }] },
  'ALR-06': { fail: [{ asset: null }, { asset: { assetId: '' } }] },
  'ALR-07': {
    fail: [{ createdTime: '2021-12-18' }],
    pass: [{ createdTime: '2021-12-18T15:35' }, { createdTime: '2022-11-29T15:54:16.270' }],
    na: [{ createdTime: null }],
  },
  'ALR-08': {
    fail: [{ severity: 'Purple' }, { severity: 1 }],
    pass: [{ severity: ' low ' }],
    na: [{ severity: null }],
  },
  'ALR-09': {
    fail: [{ status: 'Purple' }],
    pass: [{ status: 'RESOLVED' }, { status: 'open' }],
    na: [{ status: null }],
  },
  'ALR-10': {
    fail: [{ id: unsafe }, { asset: { assetId: unsafe } }, { asset: { client: { accountId: unsafe } } }],
    na: [{ id: null, asset: null }],
  },
  'ALR-11': {
    fail: [{ asset: { assetId: 'a1', client: { accountId: '8' } } }],
    na: [
      { asset: { assetId: 'a1' } },
      { asset: { client: { accountId: '7' } } },
      without('assets'),
      withRows('assets', { ...world.assets[0], client: null }),
    ],
  },
  'ALR-12': { fail: [again('alerts')], na: [{ id: null }] },
  'ALR-13': {
    fail: [again('alerts', { id: 'e2' })],
    pass: [
      again('alerts', { id: 'e2', message: 'x' }),
      again('alerts', { id: 'e2', createdTime: '2024-03-04T10:06' }),
      again('alerts', { id: 'e2', asset: { assetId: 'a2' } }),
    ],
    na: [{ message: null }, { asset: null }, { createdTime: null }],
  },
  'ALR-14': { fail: [{ asset: { assetId: '99' } }], na: [{ asset: null }, without('assets')] },
  'ALR-15': { fail: [{ createdTime: later }], pass: [{ createdTime: latest }], na: [{ createdTime: null }] },
  'ALR-16': {
    fail: [{ createdTime: '2024-02-27T10:59:59' }],
    pass: [{ createdTime: '2024-02-27T11:00:00' }],
    na: [{ status: 'Resolved' }, { severity: 'High' }, { createdTime: null }],
  },
})
