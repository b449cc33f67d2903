import { assessQuality, type QualityContext, type RuleResult } from '@superhack/superops/quality'
import { expect, test } from 'vitest'
import { asData, ctx, type Json, world } from './world.js'

const [ticket] = world.tickets
const resultOf = (
  id: string,
  change: Json & { provenance?: unknown },
  context: Partial<QualityContext> = {},
) => {
  const report = assessQuality(asData({ ...world, ...change }), { ...ctx, ...context })
  return report.crossEntity.find(({ ruleId }) => ruleId === id) as RuleResult
}
const statusOf = (...args: Parameters<typeof resultOf>) => resultOf(...args).status
const partOf = (result: RuleResult, name: string) => result.parts?.find((part) => part.name === name)
const source = (change: object) => ({
  totalCount: null,
  complete: true,
  fetchedAt: '2024-03-05T10:00:00Z',
  repeatedIds: [],
  ...change,
})

test('orphans are counted per edge, and held less against a target fetched only in part', () => {
  const technicians = { technicians: [world.technicians[1]] }
  const result = resultOf('XEN-01', technicians)
  expect(result).toMatchObject({ status: 'fail', failed: 4, sampleIds: ['1', '7', 'j1', 'w1'] })
  expect(partOf(result, 'ticket.technician')).toEqual({
    name: 'ticket.technician',
    severity: 'error',
    applicable: 1,
    failed: 1,
    status: 'fail',
  })
  const partial = resultOf('XEN-01', {
    ...technicians,
    provenance: { technician: source({ complete: false }) },
  })
  expect(partial.status).toBe('warn')
  expect(partOf(partial, 'ticket.technician')).toMatchObject({ severity: 'info', status: 'warn' })
})

test('the same record twice is an overlap, another with its id a conflict', () => {
  const overlap = resultOf('XEN-02', { tickets: [ticket, { ...ticket }] })
  expect([overlap.status, overlap.failed, overlap.sampleIds]).toEqual(['warn', 1, ['1']])
  const conflict = resultOf('XEN-02', { tickets: [ticket, { ...ticket, subject: 'x' }] })
  expect(partOf(conflict, 'ticket.conflict')).toMatchObject({ failed: 1, status: 'fail', applicable: 2 })
  expect(partOf(conflict, 'ticket.overlap')).toMatchObject({ failed: 0, status: 'pass' })
  const removed = resultOf('XEN-02', { provenance: { ticket: source({ repeatedIds: ['1', '2'] }) } })
  expect(partOf(removed, 'ticket.overlap')).toMatchObject({ failed: 2, status: 'warn' })
})

test('a referenced name that is not the current one is told of', () => {
  const stale = { tickets: [{ ...ticket, client: { accountId: '7', name: 'Old name' } }] }
  expect(resultOf('XEN-03', stale)).toMatchObject({ status: 'warn', failed: 1, sampleIds: ['1'] })
  expect(statusOf('XEN-03', {})).toBe('pass')
})

test('a target that an earlier snapshot held was deleted', () => {
  const change = { slas: [] }
  const known = (ids: readonly string[]) => ({
    ...change,
    provenance: { sla: source({ knownEarlierIds: ids }) },
  })
  expect(statusOf('XEN-04', change)).toBe('notEvaluated')
  expect(resultOf('XEN-04', known(['2']))).toMatchObject({ status: 'fail', failed: 1, applicable: 1 })
  expect(statusOf('XEN-04', known(['3']))).toBe('pass')
})

test('invoiced work and invoice items of a client may differ by 5 % within the period', () => {
  const worklog = (unitPrice: string, more = {}) => ({
    worklogs: [{ ...world.worklogs[0], unitPrice, ...more }],
  })
  expect(statusOf('XEN-05', worklog('95'))).toBe('pass')
  expect(resultOf('XEN-05', worklog('94.99'))).toMatchObject({ status: 'fail', sampleIds: ['7'] })
  expect(statusOf('XEN-05', worklog('100', { status: 'APPROVED' }))).toBe('fail')
  expect(statusOf('XEN-05', worklog('100', { billDateTime: '2024-01-01T00:00:00' }))).toBe('fail')
  expect(
    statusOf('XEN-05', { worklogs: [], invoices: [{ ...world.invoices[0], invoiceDate: '2024-01-01' }] }),
  ).toBe('notEvaluated')
  expect(statusOf('XEN-05', { tickets: undefined })).toBe('notEvaluated')
})

test('assets may exceed the contracted endpoints by 5 %', () => {
  const assets = (count: number) => ({
    assets: Array.from({ length: count }, (_, at) => ({ assetId: String(at), client: { accountId: '7' } })),
  })
  expect(statusOf('XEN-06', assets(1))).toBe('pass')
  expect(resultOf('XEN-06', assets(2))).toMatchObject({ status: 'fail', sampleIds: ['7'], applicable: 1 })
  expect(statusOf('XEN-06', assets(2), { isEndpoint: ({ assetId }) => assetId === '0' })).toBe('pass')
  expect(statusOf('XEN-06', assets(2), { quality: {} })).toBe('notEvaluated')
})

test('records delivered are held against the count of the list', () => {
  const counted = (totalCount: number | null) => ({ provenance: { ticket: source({ totalCount }) } })
  expect(statusOf('XEN-07', counted(1))).toBe('pass')
  expect(resultOf('XEN-07', counted(3)).parts).toEqual([
    { name: 'ticket.missingRecords', severity: 'error', applicable: 1, failed: 1, status: 'fail', value: 2 },
  ])
  expect(statusOf('XEN-07', counted(null))).toBe('notEvaluated')
})

test('freshness warns above 12 hours and fails above 24, within business hours', () => {
  const updated = (updatedTime: string) => ({ tickets: [{ ...ticket, updatedTime }] })
  expect(statusOf('XEN-08', updated('2024-03-04T23:00:00'))).toBe('pass')
  expect(statusOf('XEN-08', updated('2024-03-04T22:59:59'))).toBe('warn')
  expect(statusOf('XEN-08', updated('2024-03-04T11:00:00'))).toBe('warn')
  expect(statusOf('XEN-08', updated('2024-03-04T10:59:59'))).toBe('fail')
  expect(statusOf('XEN-08', { provenance: { client: source({ fetchedAt: '2024-03-01T00:00:00Z' }) } })).toBe(
    'fail',
  )
  const windows = [{ day: 'MONDAY', start: '09:00', end: '17:00' }]
  const closed = { defaultSchedule: { timeZone: 'UTC', windows } }
  expect(statusOf('XEN-08', updated('2024-03-01T00:00:00'), closed)).toBe('notEvaluated')
})

test('a median slip of whole quarters is a probable zone error', () => {
  const slip = (createdTime: string) => resultOf('XEN-09', { tickets: [{ ...ticket, createdTime }] })
  expect(slip('2024-03-04T08:58:30').status).toBe('pass')
  expect(slip('2024-03-04T08:58:29').status).toBe('warn')
  expect(slip('2024-03-04T09:15:30').parts?.[0]).toMatchObject({
    name: 'medianSlipMinutes',
    status: 'warn',
    value: -15,
  })
  expect(slip('2024-03-04T08:30:30').parts?.[0]).toMatchObject({
    name: 'probableZoneErrorMinutes',
    status: 'fail',
    value: 30,
  })
  expect(slip('2024-03-04T08:32:31').status).toBe('warn')
  expect(statusOf('XEN-09', { conversationsByTicketId: undefined })).toBe('notEvaluated')
})

test('more than 0.1 % of event times in the future is an error of the feed', () => {
  const alerts = (future: number) => ({
    alerts: Array.from({ length: 985 }, (_, at) => ({
      id: String(at),
      createdTime: at < future ? '2024-03-05T11:05:01' : '2024-03-05T11:05:00',
    })),
  })
  expect(resultOf('XEN-10', alerts(0))).toMatchObject({ status: 'pass', failed: 0 })
  expect(statusOf('XEN-10', alerts(2))).toBe('fail')
})

test('one address of a technician and a client user is told of', () => {
  const technicians = [{ ...world.technicians[0], email: 'ANN@acme.example' }]
  expect(resultOf('XEN-11', { technicians })).toMatchObject({
    status: 'warn',
    failed: 1,
    applicable: 2,
    sampleIds: ['9'],
  })
  expect(statusOf('XEN-11', { technicians: undefined })).toBe('notEvaluated')
})

test('a ticket is covered by a contract that is active on its day', () => {
  const contract = (change: object) => ({ contracts: [{ ...world.contracts[0], ...change }] })
  expect(statusOf('XEN-12', contract({ startDate: '2024-03-04', endDate: '2024-03-04' }))).toBe('pass')
  expect(statusOf('XEN-12', contract({ endDate: null }))).toBe('pass')
  for (const change of [{ startDate: '2024-03-05' }, { endDate: '2024-03-03' }, { contractStatus: 'DRAFT' }])
    expect(resultOf('XEN-12', contract(change))).toMatchObject({ status: 'warn', sampleIds: ['1'] })
})

test.each([
  ['REF-01', { slas: [{ id: '', name: 'a' }] }, 'fail'],
  ['REF-02', { slas: [{ id: '2', name: ' ' }] }, 'fail'],
  ['REF-03', { slas: [{ id: 2 ** 60, name: 'a' }] }, 'fail'],
  ['REF-04', { slas: [{ id: '2', name: 'x'.repeat(256) }] }, 'warn'],
  ['REF-04', { slas: [{ id: '2', name: 'x'.repeat(255) }] }, 'pass'],
  ['REF-05', { slas: [{ id: '2', name: 'a\ufffd' }] }, 'fail'],
  ['REF-06', { slas: [...world.slas, { id: '2', name: 'b' }] }, 'fail'],
  ['REF-07', { slas: [...world.slas, { id: '3', name: ' GOLD' }] }, 'fail'],
  ['REF-08', { slas: [] }, 'fail'],
  ['REF-09', { slas: [...world.slas, { id: '3', name: 'b' }] }, 'warn'],
  ['REF-09', { priorities: [...world.priorities, { id: '3', name: 'Low' }] }, 'warn'],
  ['REF-10', { categories: [{ id: '3', name: 'Other' }] }, 'fail'],
  ['REF-10', { categories: [{ id: '3', name: ' network ' }] }, 'pass'],
  ['REF-11', { statuses: [...world.statuses, { id: '3', name: 'Weird' }] }, 'fail'],
  ['REF-11', { priorities: [...world.priorities, { id: '3', name: 'Weird' }] }, 'fail'],
  ['REF-12', { priorities: [{ id: 'pr1', name: 'High', colorCode: 'red' }] }, 'warn'],
])('%s over %j: %s', (id, change, status) => {
  expect(statusOf(id, change)).toBe(status)
})

test('a rule over lists has a part per list that was given', () => {
  expect(resultOf('REF-01', {}).parts?.map(({ name }) => name)).toEqual([
    'sla',
    'technicianGroup',
    'role',
    'holidayList',
    'status',
    'priority',
    'category',
    'clientStage',
  ])
  const { crossEntity } = assessQuality({}, ctx)
  expect(crossEntity.map(({ ruleId }) => ruleId.slice(0, 3))).toEqual(Array(12).fill('XEN'))
  expect(new Set(crossEntity.map(({ status }) => status))).toEqual(new Set(['notEvaluated']))
})
