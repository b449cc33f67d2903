import { again, testRules, unsafe, without, withRows } from './outcome.js'

const open = { status: 'Open', resolutionTime: null }
const cancelled = { status: 'Cancelled' }

testRules('ticket', {
  'TKT-01': {
    fail: [
      { ticketId: '' },
      { ticketId: null },
      { ticketId: ' \t' },
      { ticketId: '\u00a0' },
      { ticketId: undefined },
    ],
    pass: [{}, { ticketId: 7 }],
  },
  'TKT-02': { fail: [{ displayId: null }] },
  'TKT-03': { fail: [{ subject: '  ' }] },
  'TKT-04': { fail: [{ client: null }, { client: { accountId: '' } }, { client: 5 }] },
  'TKT-05': { fail: [{ createdTime: '' }], pass: [{ createdTime: 'no time' }] },
  'TKT-06': { fail: [{ priority: null }] },
  'TKT-07': {
    fail: [{ ...open, technician: null, techGroup: null }],
    pass: [open, { ...open, technician: null }, { ...open, techGroup: null }],
    na: [{ technician: null, techGroup: null }, cancelled],
  },
  'TKT-08': { fail: [{ requester: null }, { requester: {} }] },
  'TKT-09': { fail: [{ status: '' }] },
  'TKT-10': {
    fail: [{ category: null }, { category: null, status: 'Resolved' }],
    na: [{ ...open, category: null }, cancelled],
  },
  'TKT-11': {
    fail: [
      'createdTime',
      'updatedTime',
      'firstResponseDueTime',
      'firstResponseTime',
      'resolutionDueTime',
      'resolutionTime',
    ]
      .map((name) => ({ [name]: '2024-02-30T10:00:00' }))
      .concat([{ updatedTime: '2024-03-05T24:00:00' }]),
    na: [
      {
        createdTime: null,
        updatedTime: '',
        firstResponseDueTime: null,
        firstResponseTime: null,
        resolutionDueTime: null,
        resolutionTime: null,
      },
    ],
  },
  'TKT-12': {
    fail: [{ status: 'Weird' }, { status: 5 }],
    pass: [{ status: ' closed ' }, { ...open, status: 'On Hold' }],
    na: [{ status: null }],
  },
  'TKT-13': { fail: [{ priority: 'Weird' }], pass: [{ priority: 'p4' }], na: [{ priority: null }] },
  'TKT-14': {
    fail: [{ source: 'email' }, { source: 1 }],
    pass: ['FORM', 'AGENT', 'EMAIL', 'AI', 'PHONE', 'INTEGRATION'].map((source) => ({ source })),
    na: [{ source: '' }],
  },
  'TKT-15': {
    fail: [
      { worklogTimespent: 'abc' },
      { worklogTimespent: '-1' },
      { worklogTimespent: 60 },
      { worklogTimespent: '1,5' },
    ],
    pass: [{ worklogTimespent: '0' }, { worklogTimespent: '1.5' }],
    na: [{ worklogTimespent: null }],
  },
  'TKT-16': {
    fail: [
      { displayId: '24030-0001' },
      { displayId: '240304-001' },
      { displayId: 'x240304-0001' },
      { displayId: '240304-0001x' },
      [{ displayId: '240304-0001' }, { quality: { displayIdPattern: /^T/g } }],
    ],
    pass: [
      {},
      { displayId: '240304-00012' },
      [{ displayId: 'T1' }, { quality: { displayIdPattern: /^T/g } }],
    ],
    na: [{ displayId: null }],
  },
  'TKT-17': {
    fail: [{ resolutionTime: '2024-03-04T08:54:59' }],
    pass: [{}, { resolutionTime: '2024-03-04T08:55:00' }],
    na: [{ resolutionTime: null }, { createdTime: null }, { resolutionTime: 'x' }],
  },
  'TKT-18': {
    fail: [{ firstResponseTime: '2024-03-04T08:54:59' }],
    pass: [{ firstResponseTime: '2024-03-04T08:55:00' }],
    na: [{ firstResponseTime: null }],
  },
  'TKT-19': {
    fail: [{ firstResponseTime: '2024-03-04T11:05:01' }],
    pass: [{ firstResponseTime: '2024-03-04T11:05:00' }],
    na: [{ firstResponseTime: null }, { resolutionTime: null }],
  },
  'TKT-20': {
    fail: [
      { firstResponseDueTime: '2024-03-04T08:59:59' },
      { resolutionDueTime: '2024-03-04T08:59:59', firstResponseDueTime: null },
    ],
    pass: [{ firstResponseDueTime: '2024-03-04T09:00:00' }, { firstResponseDueTime: null }],
    na: [{ firstResponseDueTime: null, resolutionDueTime: null }, { createdTime: null }],
  },
  'TKT-21': {
    fail: [{ firstResponseDueTime: '2024-03-04T12:00:01' }],
    pass: [{ firstResponseDueTime: '2024-03-04T12:00:00' }],
    na: [{ firstResponseDueTime: null }],
  },
  'TKT-22': {
    fail: [{ resolutionTime: null }, { resolutionTime: '', status: 'Resolved' }],
    pass: [{ resolutionTime: 'x' }],
    na: [open, cancelled],
  },
  'TKT-23': {
    fail: [{ status: 'Open' }, { status: 'Weird' }, { status: 'On Hold', resolutionTime: 'x' }],
    pass: [open],
    na: [{}, { status: null }, cancelled],
  },
  'TKT-24': {
    fail: [
      { firstResponseViolated: true },
      { firstResponseTime: '2024-03-04T10:00:01' },
      { ...open, firstResponseTime: null },
    ],
    pass: [
      {},
      { firstResponseTime: '2024-03-04T10:00:00' },
      { ...open, firstResponseTime: null, firstResponseViolated: true },
    ],
    na: [
      { firstResponseViolated: null },
      { firstResponseDueTime: null },
      cancelled,
      { status: 'On Hold', firstResponseTime: null, resolutionTime: null },
    ],
  },
  'TKT-25': {
    fail: [{ resolutionViolated: true }, { resolutionTime: '2024-03-04T12:00:01' }, open],
    pass: [{}, { ...open, resolutionViolated: true }],
    na: [
      { resolutionViolated: null },
      { resolutionDueTime: null },
      cancelled,
      { ...open, status: 'Pending' },
    ],
  },
  'TKT-26': {
    fail: [{ updatedTime: '2024-03-04T08:54:59' }],
    pass: [{ updatedTime: '2024-03-04T08:55:00' }],
    na: [{ updatedTime: null }],
  },
  'TKT-27': {
    fail: ['createdTime', 'updatedTime', 'firstResponseTime', 'resolutionTime'].map((name) => ({
      [name]: '2024-03-05T11:05:01',
    })),
    pass: [{ updatedTime: '2024-03-05T11:05:00' }, { resolutionDueTime: '2030-01-01T00:00:00' }],
    na: [{ createdTime: null, updatedTime: null, firstResponseTime: null, resolutionTime: null }],
  },
  'TKT-28': {
    fail: [{ ...open, updatedTime: '2024-03-04T10:59:59', priority: 'High', firstResponseTime: null }],
    pass: [{ ...open, updatedTime: '2024-03-04T11:00:00' }],
    na: [{}, { ...open, createdTime: null, updatedTime: null, firstResponseTime: null, ticketId: '99' }],
  },
  'TKT-29': {
    fail: [again('tickets')],
    pass: [again('tickets', { ticketId: '2' })],
    na: [{ ticketId: null }, { ticketId: unsafe }, { ticketId: ' ' }],
  },
  'TKT-30': {
    fail: [again('tickets', { ticketId: '2' })],
    pass: [again('tickets', { ticketId: '2', displayId: '240304-0002' })],
    na: [{ displayId: null }],
  },
  'TKT-31': {
    fail: [{ client: { accountId: '99' } }],
    pass: [{}, [{}, {}]],
    na: [{ client: null }, { client: { accountId: unsafe } }, without('clients')],
  },
  'TKT-32': { fail: [{ technician: { userId: '99' } }], na: [{ technician: null }, without('technicians')] },
  'TKT-33': {
    fail: [{ site: { id: '99' } }, { client: { accountId: '8' } }],
    pass: [{}, { client: null }, withRows('sites', { id: '5' })],
    na: [{ site: null }, without('sites')],
  },
  'TKT-34': { fail: [{ sla: { id: '99' } }], na: [{ sla: null }, without('slas')] },
  'TKT-35': {
    fail: [{ worklogTimespent: '61.1' }, { worklogTimespent: '58.9' }, withRows('worklogs')],
    pass: [{ worklogTimespent: '61' }, { worklogTimespent: '59' }],
    na: [{ worklogTimespent: null }, { worklogTimespent: 'x' }, without('worklogs')],
  },
  'TKT-36': {
    fail: [
      { ticketId: unsafe },
      { client: { accountId: unsafe } },
      { site: { id: 1.5 } },
      { requester: { userId: unsafe } },
      { technician: { userId: unsafe } },
      { techGroup: { groupId: unsafe } },
      { sla: { id: unsafe } },
    ],
    pass: [{ ticketId: Number.MAX_SAFE_INTEGER }],
    na: [
      {
        ticketId: null,
        client: null,
        site: null,
        requester: null,
        technician: null,
        techGroup: null,
        sla: null,
      },
    ],
  },
})
