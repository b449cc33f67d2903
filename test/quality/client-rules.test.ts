import { again, testRules, unsafe, without, withRows } from './outcome.js'
import { world } from './world.js'

const [site] = world.sites
const [user, second] = world.clientUsers
const quiet = { createdTime: '2023-09-01T00:00:00' }
const silent = (json: object) => ({
  ...json,
  tickets: [{ ...world.tickets[0], ...quiet }],
  conversationsByTicketId: {},
  invoices: [{ ...world.invoices[0], invoiceDate: '2023-09-01' }],
})

testRules('client', {
  'CLI-01': { fail: [{ accountId: null }] },
  'CLI-02': { fail: [{ name: '' }] },
  'CLI-03': { fail: [{ stage: null }] },
  'CLI-04': {
    fail: [{ emailDomains: null }, { emailDomains: [] }, { emailDomains: ['', null] }],
    pass: [{}, { emailDomains: ['', 'a.b'] }],
  },
  'CLI-05': { fail: [{ primaryContact: null }] },
  'CLI-06': { fail: [{ hqSite: null }] },
  'CLI-07': { fail: [{ accountManager: null }] },
  'CLI-08': {
    fail: [
      'acme',
      'https://acme.example',
      'a@acme.example',
      'acme .example',
      '-acme.example',
      'acme-.example',
      'acme..example',
      '.acme.example',
      'acme.example.',
      'acme.123',
      'acme.example/path',
      `${'a'.repeat(64)}.example`,
      `${'a.'.repeat(126)}ab`,
      'ac_me.example',
      'büro.example/x',
      'bü ro.example',
      5,
    ].map((domain) => ({ emailDomains: ['good.example', domain] })),
    pass: [
      'acme.example',
      'ACME.Example',
      'a-b.c-d.example',
      '1.example',
      'büro.example',
      '例え.テスト',
      `${'a'.repeat(63)}.example`,
      `${'a.'.repeat(125)}abc`,
      'x.a1',
    ].map((domain) => ({ emailDomains: [domain] })),
    na: [{ emailDomains: null }, { emailDomains: ['', null] }, { emailDomains: 'acme' }],
  },
  'CLI-09': {
    fail: [
      { emailDomains: ['acme.example', ' GMAIL.com '] },
      [{}, { quality: { publicMailDomains: ['ACME.example'] } }],
    ],
    pass: [{}, [{ emailDomains: ['gmail.com'] }, { quality: { publicMailDomains: [] } }]],
    na: [{ emailDomains: [] }],
  },
  'CLI-10': {
    fail: [{ stage: 'Lost' }, { status: 'Lost' }],
    pass: [{}, { stage: 'active', status: null }, { stage: 'ACTIVE' }, { stage: null }],
    na: [without('clientStages'), { stage: null, status: null }],
  },
  'CLI-11': {
    fail: [
      { accountId: unsafe },
      { hqSite: { id: unsafe } },
      { secondaryContact: { userId: unsafe } },
      { accountManager: { userId: unsafe } },
      { technicianGroups: [{ groupId: unsafe }] },
    ],
    na: [
      {
        accountId: null,
        hqSite: null,
        primaryContact: null,
        secondaryContact: null,
        accountManager: null,
        technicianGroups: null,
      },
    ],
  },
  'CLI-12': {
    fail: [{ name: 'a\u0007' }, { name: 'a\ufffd' }, { name: 'x'.repeat(256) }, { name: 5 }],
    pass: [{ name: 'x'.repeat(255) }, { name: 'Ünï' }],
    na: [{ name: null }],
  },
  'CLI-13': { fail: [again('clients')], na: [{ accountId: null }] },
  'CLI-14': {
    fail: [
      again('clients', { accountId: '8', name: ' ACME' }),
      again('clients', { accountId: '8', name: 'acme, Inc.' }),
      again('clients', { accountId: '8', name: 'Acme Co Ltd' }),
    ],
    pass: [{}, again('clients', { accountId: '8', name: 'Acme West Ltd' })],
    na: [{ name: null }],
  },
  'CLI-15': {
    fail: [again('clients', { accountId: '8', emailDomains: ['x.y', 'ACME.example '] })],
    pass: [{}, { emailDomains: ['a.b', 'a.b'] }],
    na: [{ emailDomains: null }],
  },
  'CLI-16': {
    fail: [{ hqSite: { id: '99' } }, withRows('sites', { ...site, client: { accountId: '8' } })],
    pass: [{}, withRows('sites', { ...site, client: null })],
    na: [{ hqSite: null }, without('sites')],
  },
  'CLI-17': {
    fail: [{ accountManager: { userId: '99' } }],
    na: [{ accountManager: null }, without('technicians')],
  },
  'CLI-18': {
    fail: [
      { primaryContact: { userId: '99' } },
      { secondaryContact: { userId: '99' } },
      withRows('clientUsers', user, { ...second, client: { accountId: '8' } }),
    ],
    pass: [{ secondaryContact: null }],
    na: [{ primaryContact: null, secondaryContact: null }, without('clientUsers')],
  },
  'CLI-19': {
    fail: [{ secondaryContact: { userId: '9' } }],
    na: [{ secondaryContact: null }, { primaryContact: null }],
  },
  'CLI-20': {
    fail: [{ stage: 'Prospect' }],
    pass: [
      {},
      (json) => ({
        ...json,
        clients: [{ ...world.clients[0], stage: 'Live' }],
        clientStages: [{ stageId: '1', name: 'Live', constant: 'ACTIVE' }],
      }),
    ],
    na: [
      { stage: null },
      without('contracts'),
      withRows('contracts'),
      withRows('contracts', { ...world.contracts[0], contractStatus: 'DRAFT' }),
      { accountId: null },
    ],
  },
  'CLI-21': {
    fail: [silent],
    pass: [
      (json) => ({ ...silent(json), tickets: [{ ...world.tickets[0], createdTime: '2023-09-07T11:00:00' }] }),
      (json) => ({ ...silent(json), invoices: world.invoices, tickets: undefined }),
      (json) => ({ ...silent(json), conversationsByTicketId: world.conversationsByTicketId }),
    ],
    na: [
      { stage: 'Prospect' },
      { stage: null },
      { accountId: null },
      (json) => ({ ...silent(json), conversationsByTicketId: undefined }),
      (json) => ({ ...silent(json), tickets: undefined }),
      (json) => ({ ...silent(json), invoices: undefined }),
    ],
  },
})
