import { again, testRules, unsafe, without, withRows } from './outcome.js'
import { world } from './world.js'

const goodAddresses = [
  'a@acme.example',
  "o'neil+x@acme.example",
  'a.b@acme.example',
  '"a b"@acme.example',
  'jürgen@acme.example',
  'a@büro.example',
  `${'a'.repeat(64)}@acme.example`,
  'A@ACME.EXAMPLE',
  'a`b@acme.example',
]
const badAddresses = [
  'acme.example',
  '@acme.example',
  'a@',
  'a@b',
  'a@@acme.example',
  'a b@acme.example',
  '.a@acme.example',
  'a.@acme.example',
  'a..b@acme.example',
  `${'a'.repeat(65)}@acme.example`,
  `a@${'b'.repeat(60)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.f0`,
  'a@acme.example ',
  5,
  '"a"b"@acme.example',
  '""@acme.example',
]
const phones = {
  fail: ['1234', '123456789012345678901', '555-CALL', 5].map((contactNumber) => ({ contactNumber })),
  pass: [
    '12345',
    '12345678901234567890',
    '+49 (30) 123.45-6',
    '5550100 ext. 12',
    '5550100x3',
    '5550100 #3',
    ' 5550100 ',
  ].map((contactNumber) => ({ contactNumber })),
  na: [{ contactNumber: null }],
}
const email = (address: unknown) => ({ email: address })
const [ada, eve] = world.technicians

testRules('clientUser', {
  'USR-01': { fail: [{ userId: null }] },
  'USR-02': { fail: [{ name: null, firstName: ' ' }], pass: [{ name: null }, { firstName: null }] },
  'USR-03': { fail: [email(null)] },
  'USR-04': { fail: [{ client: null }] },
  'USR-05': { fail: [{ role: null }] },
  'USR-06': { fail: badAddresses.map(email), pass: goodAddresses.map(email), na: [email('')] },
  'USR-07': phones,
  'USR-08': {
    fail: [
      { userId: unsafe },
      { role: { roleId: unsafe } },
      { client: { accountId: unsafe } },
      { site: { id: unsafe } },
      { reportingManager: { userId: unsafe } },
    ],
    na: [{ userId: null, role: null, client: null, site: null, reportingManager: null }],
  },
  'USR-09': { fail: [{ customFields: [] }, { customFields: 'x' }], na: [{ customFields: null }] },
  'USR-10': {
    fail: [{ firstName: 'Zoe' }],
    pass: [{ firstName: 'ann' }],
    na: [{ name: null }, { firstName: null }],
  },
  'USR-11': {
    fail: [email('ann@other.example')],
    pass: [email('ANN@ACME.EXAMPLE')],
    na: [
      email(null),
      email('ann'),
      { client: null },
      without('clients'),
      withRows('clients', { ...world.clients[0], emailDomains: ['', null] }),
    ],
  },
  'USR-12': { fail: [again('clientUsers')], na: [{ userId: null }] },
  'USR-13': {
    fail: [email('BOB@acme.example '), email('ada@msp.example')],
    pass: [{}, (json) => ({ ...json, technicians: undefined })],
    na: [email(null), email('bob')],
  },
  'USR-14': { fail: [{ client: { accountId: '99' } }], na: [{ client: null }, without('clients')] },
  'USR-15': {
    fail: [{ site: { id: '99' } }, { client: { accountId: '8' } }],
    na: [{ site: null }, without('sites')],
  },
  'USR-16': {
    fail: [{ reportingManager: { userId: '99' } }, { reportingManager: { userId: '9' } }],
    na: [{ reportingManager: null }, { reportingManager: {} }],
  },
})

const entry = (hours: string, at: string) => ({
  ...world.worklogs[0],
  itemId: at,
  qty: hours,
  billDateTime: at,
})
const rest = { ...entry('1', '2024-03-04T10:00:00'), technician: { userId: '12' } }
const idle = (json: object) => ({ ...json, tickets: [], conversationsByTicketId: {}, worklogs: [] })
const both = (json: object, worked: object) => ({ ...idle(json), technicians: [ada], ...worked })

testRules('technician', {
  'TEC-01': { fail: [{ userId: '' }] },
  'TEC-02': { fail: [{ name: null, firstName: null }], pass: [{ name: null }, { firstName: null }] },
  'TEC-03': { fail: [email(null)] },
  'TEC-04': { fail: [{ role: null }] },
  'TEC-05': { fail: [{ groups: [] }, { groups: null }] },
  'TEC-06': {
    fail: [{ designation: null, businessFunction: null }],
    pass: [{ designation: null }, { businessFunction: null }],
  },
  'TEC-07': { fail: badAddresses.map(email), pass: goodAddresses.map(email), na: [email('')] },
  'TEC-08': phones,
  'TEC-09': {
    fail: [
      { userId: unsafe },
      { groups: [{ groupId: unsafe }] },
      { role: { roleId: unsafe } },
      { reportingManager: { userId: unsafe } },
    ],
    na: [{ userId: null, groups: null, role: null, reportingManager: null }],
  },
  'TEC-10': {
    fail: [{ name: 'Ada' }, { lastName: 'Lovelace' }, { lastName: null }],
    pass: [{ name: 'ADA  byron' }, { name: 'Ada', lastName: null }],
    na: [{ name: null }, { firstName: null }],
  },
  'TEC-11': {
    fail: [{ groups: [{ groupId: '4' }, { groupId: 4 }] }],
    pass: [{}, { groups: [{ groupId: '4' }, { groupId: '5' }, null] }],
    na: [{ groups: [] }, { groups: [{}] }],
  },
  'TEC-12': { fail: [again('technicians')], na: [{ userId: null }] },
  'TEC-13': { fail: [email('EVE@msp.example'), email('ann@acme.example')], na: [email(null)] },
  'TEC-14': {
    fail: [{ groups: [{ groupId: '4' }, { groupId: '99' }] }],
    na: [{ groups: [] }, without('techGroups')],
  },
  'TEC-15': {
    fail: [
      { reportingManager: { userId: '99' } },
      { reportingManager: { userId: '3' } },
      withRows('technicians', ada, { ...eve, reportingManager: { userId: '3' } }),
    ],
    pass: [{}, withRows('technicians', ada, { ...eve, reportingManager: { userId: unsafe } })],
    na: [{ reportingManager: null }],
  },
  'TEC-16': { fail: [{ role: { roleId: '99' } }], na: [{ role: null }, without('roles')] },
  'TEC-17': {
    fail: [
      idle,
      (json) => both(json, { worklogs: [entry('1', '2023-12-06T10:59:59')] }),
      (json) =>
        both(json, {
          conversationsByTicketId: {
            1: [{ type: 'REQ_REPLY', time: '2024-03-04T10:00:00', user: { userId: '3' } }],
          },
        }),
    ],
    pass: [
      {},
      (json) => both(json, { worklogs: [entry('1', '2023-12-06T11:00:00')] }),
      (json) => both(json, { tickets: world.tickets }),
      (json) => both(json, { conversationsByTicketId: world.conversationsByTicketId, worklogs: undefined }),
    ],
    na: [
      { userId: null },
      (json) => ({ ...idle(json), tickets: undefined }),
      (json) => ({ ...idle(json), worklogs: undefined }),
      (json) => ({ ...idle(json), conversationsByTicketId: undefined }),
    ],
  },
  'TEC-18': {
    fail: [
      withRows('worklogs', entry('12', '2024-03-04T01:00:00'), entry('12.01', '2024-03-04T23:00:00')),
      [
        withRows('worklogs', entry('12', '2024-03-03T23:30:00'), entry('13', '2024-03-04T22:00:00')),
        { scheduleByTechnicianId: { 3: { timeZone: 'Europe/Berlin', windows: [] } } },
      ],
      [
        withRows('worklogs', entry('12', '2024-03-03T23:30:00'), entry('13', '2024-03-04T22:00:00')),
        { reportTimeZone: 'Europe/Berlin' },
      ],
    ],
    pass: [
      {},
      withRows('worklogs', entry('12', '2024-03-04T01:00:00'), entry('12', '2024-03-04T23:00:00'), rest),
      withRows('worklogs', entry('12', '2024-03-03T23:30:00'), entry('13', '2024-03-04T22:00:00'), rest),
    ],
    na: [
      without('worklogs'),
      withRows('worklogs'),
      withRows('worklogs', entry('x', '2024-03-04T01:00:00')),
      withRows('worklogs', entry('30', 'x')),
      { userId: null },
    ],
  },
})
