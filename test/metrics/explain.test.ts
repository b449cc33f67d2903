import {
  clientMetricsCatalogue,
  type ExplainSubject,
  type Explanation,
  explain,
  indexMetricsData,
  type MetricsContext,
  type MetricsData,
  portfolioCatalogue,
  serviceDeliveryCatalogue,
  slaClockMetricsCatalogue,
  slaMetricsCatalogue,
  technicianMetricsCatalogue,
  ticketMetricsCatalogue,
} from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const ctx: MetricsContext = { now: '2024-03-01T00:00:00Z' }
const client = { accountId: '7' }
const technician = { userId: 't' }
const ticket = (ticketId: string, fields: object) => ({ ticketId, client, technician, ...fields })

const data = JSON.parse(
  JSON.stringify({
    tickets: [
      ticket('a', {
        status: 'Resolved',
        requestType: 'Incident',
        createdTime: '2024-02-10T10:00:00',
        firstResponseTime: '2024-02-10T10:10:00',
        resolutionTime: '2024-02-10T12:00:00',
        resolutionDueTime: '2024-02-10T14:00:00',
      }),
      ticket('b', {
        status: 'Resolved',
        createdTime: '2024-02-11T10:00:00',
        resolutionTime: '2024-02-11T12:00:00',
        resolutionDueTime: '2024-02-11T11:00:00',
      }),
      ticket('c', { status: 'Open', createdTime: '2024-01-15T10:00:00' }),
      ticket('d', { status: 'Spam', createdTime: '2024-02-12T10:00:00' }),
      ticket('e', { status: 'Resolved', resolutionTime: '2024-02-12T10:00:00' }),
      ticket('f', {
        status: 'Resolved',
        createdTime: '2024-02-13T10:00:00',
        resolutionTime: '2024-02-12T10:00:00',
      }),
      ticket('g', { status: 'Resolved', createdTime: '2024-02-13T10:00:00' }),
      { ticketId: 'h', status: 'Open', createdTime: '2024-02-13T10:00:00' },
    ],
    worklogs: [
      {
        itemId: 'w1',
        qty: '1.5',
        billable: true,
        status: 'PENDING',
        billDateTime: '2024-02-10T11:00:00',
        technician,
        workItem: { workId: 'a' },
      },
      { itemId: 'w2', qty: '-1', billDateTime: '2024-02-10T11:00:00', technician, workItem: { workId: 'a' } },
      { itemId: 'w3', qty: '1', billDateTime: '2023-02-10T11:00:00', technician, workItem: { workId: 'b' } },
      { itemId: 'w4', qty: '2', technician, workItem: { workId: 'b' } },
      { itemId: 'w5', qty: '2', billDateTime: '2024-02-10T11:00:00', technician, workItem: { workId: 'h' } },
    ],
    assets: [{ assetId: 'x', client }],
    contracts: [
      { contractId: 'k1', client, contractStatus: 'ACTIVE', startDate: '2024-01-01' },
      { contractId: 'k2', client, contractStatus: 'DRAFT', startDate: '2024-01-01' },
      { contractId: 'k3', client, contractStatus: 'ACTIVE', startDate: '2025-01-01' },
      { contractId: 'k4', client, contractStatus: 'ACTIVE', startDate: '2023-01-01', endDate: '2024-01-01' },
    ],
    clients: [client],
  }),
) as MetricsData

const counted = ({ populations }: Explanation) =>
  populations.map(({ name, n, total, excluded, ids }) => ({ name, n, total, excluded, ids }))

test('a ratio is told with its definition, its cases, and what was left out for which reason', () => {
  expect(explain('C12', { clientId: '7' }, data, ctx)).toEqual({
    id: 'C12',
    field: 'resolutionSlaComplianceRatio',
    formula: 'met ÷ decided in the period',
    unit: 'ratio',
    nullWhen: 'none decided',
    basis: 'standard',
    sources: [],
    value: 0.5,
    subject: { clientId: '7' },
    asOf: '2024-03-01T00:00:00.000Z',
    period: { from: '2024-01-31T00:00:00.000Z', to: '2024-03-01T00:00:00.000Z' },
    metricsVersion: '1',
    n: 2,
    populations: [
      {
        name: 'resolutionDecided',
        description: 'tickets whose resolution SLA was decided in the period',
        entity: 'tickets',
        n: 2,
        total: 7,
        excluded: { cancelled: 1, notApplicable: 4 },
        ids: ['a', 'b'],
        idCount: 2,
      },
    ],
  })
})

test('a percentile tells what has no duration', () => {
  expect(counted(explain('C10', { clientId: '7' }, data, ctx))).toEqual([
    {
      name: 'resolutionTimes',
      n: 2,
      total: 7,
      excluded: { cancelled: 1, notResolved: 1, noResolutionTime: 1, noCreationTime: 1, negativeDuration: 1 },
      ids: ['a', 'b'],
    },
  ])
})

test('hours of a client are told by worklog', () => {
  const explained = explain('C09', { clientId: '7' }, data, ctx)
  expect(explained.value).toBe(1.5)
  expect(counted(explained)).toEqual([
    {
      name: 'timeInPeriod',
      n: 1,
      total: 4,
      excluded: { noHours: 1, noBillingDate: 1, notInPeriod: 1 },
      ids: ['w1'],
    },
  ])
})

test('contracts are told by why they are not active', () => {
  expect(counted(explain('C17', { clientId: '7' }, data, ctx))).toEqual([
    {
      name: 'activeContracts',
      n: 1,
      total: 4,
      excluded: { notInForce: 1, notStarted: 1, ended: 1 },
      ids: ['k1'],
    },
  ])
})

test('a collection that is not known has neither members nor a count', () => {
  const explained = explain('C21', { clientId: '7' }, data, ctx)
  expect([explained.value, explained.n]).toEqual([null, null])
  expect(counted(explained)).toEqual([
    { name: 'invoicesInPeriod', n: null, total: null, excluded: {}, ids: [] },
  ])
})

test('a figure of a ticket tells why it is null', () => {
  const why = (ticketId: string) => {
    const { value, populations } = explain('T06', { ticketId }, data, ctx)
    return [value, populations[0]?.excluded]
  }
  expect(['a', 'c', 'd', 'e', 'f', 'g'].map(why)).toEqual([
    [120, {}],
    [null, { notResolved: 1 }],
    [null, { cancelled: 1 }],
    [null, { noCreationTime: 1 }],
    [null, { negativeDuration: 1 }],
    [null, { noResolutionTime: 1 }],
  ])
})

test('a figure of a technician tells own tickets, work and schedule', () => {
  const explained = explain('K07', { technicianId: 't' }, data, ctx)
  expect(explained.value).toBeNull()
  expect(counted(explained)).toEqual([
    {
      name: 'timeInPeriod',
      n: 2,
      total: 5,
      excluded: { noHours: 1, noBillingDate: 1, notInPeriod: 1 },
      ids: ['w1', 'w5'],
    },
    { name: 'availableTechnician', n: 0, total: 1, excluded: { noSchedule: 1 }, ids: [] },
  ])
})

test('tickets that do not count for technicians are told as such', () => {
  const own = {
    ...ctx,
    countsForTechnician: ({ requestType }: { requestType?: unknown }) => requestType === 'Incident',
  }
  const { value, populations } = explain('K02', { technicianId: 't' }, data, own)
  expect(value).toBe(1)
  expect(populations[0]).toMatchObject({
    n: 1,
    total: 7,
    excluded: { notCountedForTechnician: 6 },
    ids: ['a'],
  })
})

test('a portfolio leaves out what is of no client', () => {
  const explained = explain('P15', {}, data, ctx)
  expect(explained.value).toBe(1)
  expect(explained.subject).toEqual({})
  expect(counted(explained)).toEqual([
    {
      name: 'openTickets',
      n: 1,
      total: 8,
      excluded: { ofNoReportedClient: 1, cancelled: 1, notOpen: 5 },
      ids: ['c'],
    },
  ])
})

test('time of a portfolio is told by technician and schedule', () => {
  const schedule = { timeZone: 'UTC', working24x7: true, windows: [] }
  const own: MetricsContext = { ...ctx, scheduleByTechnicianId: { t: schedule } }
  const records = {
    ...data,
    technicians: [{ userId: 't' }, { userId: 'u' }],
    worklogs: [
      ...(data.worklogs ?? []),
      { itemId: 'w6', qty: '1', billDateTime: '2024-02-10T11:00:00', technician: { userId: 'u' } },
      { itemId: 'w7', qty: '1', billDateTime: '2024-02-10T11:00:00', technician: { userId: 'v' } },
    ],
  }
  const explained = explain('P16', {}, JSON.parse(JSON.stringify(records)), own)
  expect(explained.value).toBe(3.5 / 720)
  expect(counted(explained)).toEqual([
    {
      name: 'scheduledWork',
      n: 2,
      total: 7,
      excluded: { noSchedule: 1, ofNoReportedTechnician: 1, noHours: 1, noBillingDate: 1, notInPeriod: 1 },
      ids: ['w1', 'w5'],
    },
    { name: 'scheduledTechnicians', n: 1, total: 2, excluded: { noSchedule: 1 }, ids: ['t'] },
  ])
  expect(explained.populations.map(({ entity }) => entity)).toEqual(['worklogs', 'technicians'])
})

test('churn is told by the clients of the earlier portfolio', () => {
  expect(explain('P17', {}, data, ctx)).toMatchObject({ value: null, n: null })
})

test('a figure of a bucket tells the records of that bucket, of one client too', () => {
  const explained = explain('D02', { bucket: '2024-02' }, data, ctx)
  expect(explained).toMatchObject({
    field: 'ticketsResolvedCount',
    value: 4,
    subject: { bucket: '2024-02' },
    period: { from: '2024-02-01T00:00:00.000Z', to: '2024-03-01T00:00:00.000Z' },
  })
  expect(counted(explained)).toEqual([
    {
      name: 'resolvedTickets',
      n: 4,
      total: 8,
      excluded: { cancelled: 1, notResolved: 2, noResolutionTime: 1 },
      ids: ['a', 'b', 'e', 'f'],
    },
  ])
  const backlog = (bucket: string) => explain('backlogAtEndCount', { bucket, clientId: '7' }, data, ctx)
  expect(backlog('2024-02-11')).toMatchObject({ value: 1, subject: { bucket: '2024-02-11', clientId: '7' } })
  expect(counted(backlog('2024-02-11'))).toEqual([
    {
      name: 'backlogTickets',
      n: 1,
      total: 7,
      excluded: { cancelled: 1, noCreationTime: 1, createdLater: 2, resolvedBefore: 2 },
      ids: ['c'],
    },
  ])
  expect(explain('D01', { bucket: '2024-W07' }, data, ctx)).toMatchObject({ n: 3 })
  expect(explain('D01', { bucket: '2024-02-10T10' }, data, ctx)).toMatchObject({ n: 1 })
  expect(explain('D24', { bucket: '2024-02' }, data, ctx)).toMatchObject({ value: null, n: null })
})

test('alerts and tasks are told whose they are', () => {
  const records = {
    ...data,
    alerts: [
      { id: 'l1', asset: { assetId: 'x' }, createdTime: '2024-02-10T10:00:00', severity: 'Critical' },
      { id: 'l2', asset: { assetId: 'y' }, createdTime: '2024-02-10T10:00:00' },
      { id: 'l3', createdTime: '2023-02-10T10:00:00' },
    ],
    tasks: [
      {
        taskId: 'j1',
        ticket: { ticketId: 'a' },
        dueDate: '2024-02-11T10:00:00',
        actualEndDate: '2024-02-10T10:00:00',
      },
      { taskId: 'j2', dueDate: '2024-02-09T10:00:00', actualEndDate: '2024-02-10T10:00:00' },
      { taskId: 'j3', actualEndDate: '2024-02-10T10:00:00' },
    ],
  }
  const why = (metric: string, subject: ExplainSubject, collections: object = records) =>
    counted(explain(metric, subject, JSON.parse(JSON.stringify(collections)), ctx)).map(
      ({ n, excluded, ids }) => [n, excluded, ids],
    )
  const all = { bucket: '2024-02' }
  const one = { ...all, clientId: '7' }
  expect(why('alertCount', all)).toEqual([[2, { notInPeriod: 1 }, ['l1', 'l2']]])
  expect(why('criticalAlertRatio', all)[1]).toEqual([1, { notInPeriod: 1, notCritical: 1 }, ['l1']])
  expect(why('alertCount', one)).toEqual([[1, {}, ['l1']]])
  expect(why('onTimeTaskRatio', all)).toEqual([[2, { noDueTime: 1 }, ['j1', 'j2']]])
  expect(why('onTimeTaskRatio', one)).toEqual([[1, {}, ['j1']]])
  const { assets: _, tickets: __, ...rest } = records
  expect(why('alertCount', all, rest)).toEqual([[2, { notInPeriod: 1 }, ['l1', 'l2']]])
  expect([why('alertCount', one, rest), why('onTimeTaskRatio', one, rest)]).toEqual([
    [[null, {}, []]],
    [[null, {}, []]],
  ])
})

test('SLA figures are told for either clock, of all tickets or of one group', () => {
  const explained = explain('S03', {}, data, ctx)
  expect(explained).toMatchObject({ field: 'breachedCount', value: 1, subject: { clock: 'resolution' } })
  expect(counted(explained)).toEqual([
    {
      name: 'resolutionBreached',
      n: 1,
      total: 8,
      excluded: { cancelled: 1, notApplicable: 5, met: 1 },
      ids: ['b'],
    },
  ])
  const answers = explain('complianceRatio', { clock: 'firstResponse' }, data, ctx)
  expect(answers).toMatchObject({ id: 'S05', value: null, n: 0, subject: { clock: 'firstResponse' } })
  const group = { groupBy: 'client', group: '(none)' } as const
  expect(explain('S04', group, data, ctx)).toMatchObject({
    value: 0,
    subject: { ...group, clock: 'resolution' },
    populations: [{ total: 1, excluded: { otherStatus: 1 } }],
  })
  expect(explain('S14', group, data, ctx)).toMatchObject({ value: 0, subject: group, n: 1 })
})

test('ids beyond the limit are counted, not told', () => {
  const one = explain('C02', { clientId: '7' }, data, ctx, { maxIds: 1 }).populations[0]
  expect(one).toMatchObject({ n: 4, ids: ['a'], idCount: 4 })
  expect(explain('C02', { clientId: '7' }, data, ctx, { maxIds: 0 }).populations[0]?.ids).toEqual([])
  const many = { tickets: Array.from({ length: 101 }, (_, at) => ({ client, ticketId: `${at}` })) }
  expect(explain('C01', { clientId: '7' }, many, ctx).populations[0]).toMatchObject({ n: 101, idCount: 101 })
  expect(explain('C01', { clientId: '7' }, many, ctx).populations[0]?.ids).toHaveLength(100)
})

test('records without id count and have none to tell', () => {
  const tickets = [{ client, status: 'Open' }]
  expect(explain('C01', { clientId: '7' }, { tickets }, ctx).populations[0]).toMatchObject({
    n: 1,
    ids: [],
    idCount: 0,
  })
})

test('a field names a figure that shares its id with others, or has none', () => {
  const subject = { clientId: '7' }
  expect(explain('C10', subject, data, ctx).field).toBe('medianTimeToResolutionMinutes')
  expect(explain('p90TimeToResolutionMinutes', subject, data, ctx)).toMatchObject({
    id: 'C10',
    value: 120,
    n: 2,
  })
  expect(explain('resolutionComplianceCategory', subject, data, ctx)).toMatchObject({
    id: null,
    value: 'poor',
    n: 2,
  })
  expect(explain('openTicketCount', { technicianId: 't' }, data, ctx)).toMatchObject({ id: 'K01', value: 1 })
  expect(explain('openTicketCount', {}, data, ctx)).toMatchObject({ id: 'P15', value: 1 })
})

test.each<[string, unknown, unknown, string]>([
  [
    'C99',
    { clientId: '7' },
    {},
    'metric: there is no figure C99; expected an id such as C12, or a field of the subject.',
  ],
  [
    'no such\nthing',
    {},
    {},
    'metric: there is no figure; expected an id such as C12, or a field of the subject.',
  ],
  [
    'isStale',
    { clientId: '7' },
    {},
    'metric: there is no figure isStale; expected an id such as C12, or a field of the subject.',
  ],
  ['C12', {}, {}, 'subject.clientId: expected an id, received undefined.'],
  ['C12', { clientId: '' }, {}, 'subject.clientId: expected an id, received string.'],
  ['T06', { clientId: '7' }, {}, 'subject.ticketId: expected an id, received undefined.'],
  ['T06', { ticketId: 'z' }, {}, 'subject.ticketId: no such record in the data.'],
  ['K07', { technicianId: 'z' }, {}, 'subject.technicianId: no such record in the data.'],
  ['D01', {}, {}, 'subject.bucket: expected an id, received undefined.'],
  ['D01', { bucket: '2024-09' }, {}, 'subject.bucket: the period touches no bucket of that label.'],
  ['D01', { bucket: '2024-02', clientId: '' }, {}, 'subject.clientId: expected an id, received string.'],
  ['S05', { groupBy: 'client', group: '9' }, {}, 'subject.group: no ticket is in that group.'],
  [
    'S05',
    { groupBy: 'team', group: '9' },
    {},
    'subject.groupBy: expected priority, client, technician, techGroup, sla, received string.',
  ],
  [
    'S05',
    { group: '9' },
    {},
    'subject.groupBy: expected priority, client, technician, techGroup, sla, received undefined.',
  ],
  ['S05', { clock: 'both' }, {}, "subject.clock: expected 'firstResponse' or 'resolution', received string."],
  ['P15', null, {}, 'subject: expected an object such as { clientId }, received null.'],
  ['P15', {}, { maxIds: -1 }, 'options.maxIds: expected a number from 0 to any, received number.'],
])('%j of %j is told to be wrong', (metric, subject, options, message) => {
  expect(() => explain(metric, subject as ExplainSubject, data, ctx, options as object)).toThrow(
    new TypeError(message),
  )
})

test('a wrong context is told by field', () => {
  expect(() => explain('P15', {}, data, { now: 'x' })).toThrow(/^ctx\.now: /)
})

test.each([
  ['ticket', ticketMetricsCatalogue, { ticketId: 'a' }],
  ['client', clientMetricsCatalogue, { clientId: '7' }],
  ['technician', technicianMetricsCatalogue, { technicianId: 't' }],
  ['portfolio', portfolioCatalogue, {}],
  ['bucket', serviceDeliveryCatalogue.slice(4), { bucket: '2024-02' }],
  ['SLA population', slaMetricsCatalogue.slice(2), {}],
  ['SLA clock', slaClockMetricsCatalogue, { clock: 'firstResponse' as const }],
])('every id and field of a %s has a population', (_, catalogue, subject) => {
  const index = indexMetricsData(data, ctx)
  for (const { id, field } of catalogue) {
    const explained = explain(field, subject, index, ctx)
    expect(explained.populations.length).toBeGreaterThan(0)
    expect(explained.field).toBe(field)
    if (id !== null) expect(explain(id, subject, index, ctx).id).toBe(id)
  }
})
