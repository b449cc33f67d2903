import {
  allClientGenomes,
  allClientMetrics,
  type ClientGenome,
  clientGenome,
  clientGenomeOmissions,
  clientGenomeSchema,
  clientMetrics,
  clientMetricsCatalogue,
  genomesToCsv,
  genomesToNdjson,
  genomeVersion,
  indexMetricsData,
  type MetricsContext,
  type MetricsData,
  metricsVersion,
} from '@superhack/superops/metrics'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.js'
import { garbageData } from './garbage-data.js'

const ctx: MetricsContext = { now: '2024-03-01T00:00:00Z' }
const client = { accountId: '7' }
const resolved = (ticketId: string, created: string, done: string, due: string) => ({
  ticketId,
  client,
  status: 'Resolved',
  createdTime: created,
  resolutionTime: done,
  resolutionDueTime: due,
})

/** The period starts on 31 January, the span before on 1 January. */
const tickets = [
  resolved('1', '2024-01-05T10:00:00', '2024-01-05T11:00:00', '2024-01-05T10:30:00'),
  resolved('2', '2024-02-05T10:00:00', '2024-02-05T10:30:00', '2024-02-05T12:00:00'),
  resolved('3', '2024-02-06T10:00:00', '2024-02-06T10:30:00', '2024-02-06T12:00:00'),
  { ticketId: '4', client, status: 'Open', createdTime: '2024-02-07T10:00:00' },
]
const data = JSON.parse(
  JSON.stringify({
    tickets,
    assets: [{ assetId: 'a', client }],
    worklogs: [
      { itemId: 'w1', qty: '1.5', billDateTime: '2024-01-05T10:30:00', workItem: { workId: '1' } },
      { itemId: 'w2', qty: '1', billDateTime: '2024-02-05T10:30:00', workItem: { workId: '2' } },
    ],
  }),
) as MetricsData

test('the keys of a genome tell of whom, of when and by which definitions it is', () => {
  const { clientId, asOf, periodFrom, periodTo, ...rest } = clientGenome('7', data, ctx)
  expect({ clientId, asOf, periodFrom, periodTo }).toEqual({
    clientId: '7',
    asOf: '2024-03-01T00:00:00.000Z',
    periodFrom: '2024-01-31T00:00:00.000Z',
    periodTo: '2024-03-01T00:00:00.000Z',
  })
  expect(rest).toMatchObject({ genomeVersion: '1', metricsVersion: '1' })
  expect([genomeVersion, metricsVersion]).toEqual(['1', '1'])
})

test('a number stands beside whether it is missing', () => {
  const row = clientGenome('7', data, ctx)
  expect(row).toMatchObject({
    openTicketCount: 1,
    openTicketCountIsMissing: 0,
    invoicedAmount: null,
    invoicedAmountIsMissing: 1,
    hasUnpricedWorklog: 0,
    hasUnpricedWorklogIsMissing: 0,
    hasOverdrawnBlock: null,
    hasOverdrawnBlockIsMissing: 1,
  })
})

test('a category is one-hot over its vocabulary', () => {
  const row = clientGenome('7', data, ctx)
  const cells = Object.entries(row).filter(([name]) => name.startsWith('killRateCategory_'))
  expect(Object.fromEntries(cells)).toEqual({
    killRateCategory_backlogGrowing: 1,
    killRateCategory_balanced: 0,
    killRateCategory_backlogShrinking: 0,
    killRateCategory_other: 0,
    killRateCategory_missing: 0,
  })
})

test('a declared tier is other, no tier at all is missing', () => {
  const tiers = (row: ClientGenome) =>
    Object.keys(row).filter((name) => name.startsWith('contractTier_') && row[name] === 1)
  const known = { ...data, contracts: [] }
  expect(tiers(clientGenome('7', data, ctx))).toEqual(['contractTier_missing'])
  expect(tiers(clientGenome('7', known, ctx))).toEqual(['contractTier_none'])
  expect(tiers(clientGenome('7', known, { ...ctx, tierByClientId: { 7: 'gold' } }))).toEqual([
    'contractTier_gold',
  ])
  expect(tiers(clientGenome('7', known, { ...ctx, tierByClientId: { 7: 'VIP' } }))).toEqual([
    'contractTier_other',
  ])
})

test('trends tell the equally long span before, and the difference', () => {
  expect(clientGenome('7', data, ctx)).toMatchObject({
    ticketsCreatedCount: 3,
    ticketsCreatedCountPreceding: 1,
    ticketsCreatedCountPrecedingIsMissing: 0,
    ticketsCreatedCountChange: 2,
    ticketsCreatedCountChangeIsMissing: 0,
    ticketsResolvedCountPreceding: 1,
    ticketsResolvedCountChange: 1,
    supportHoursPreceding: 1.5,
    supportHoursChange: -0.5,
    medianTimeToResolutionMinutesPreceding: 60,
    medianTimeToResolutionMinutesChange: -30,
    resolutionSlaComplianceRatioPreceding: 0,
    resolutionSlaComplianceRatioChange: 1,
    invoicedAmountPreceding: null,
    invoicedAmountPrecedingIsMissing: 1,
    invoicedAmountChange: null,
    invoicedAmountChangeIsMissing: 1,
  })
})

test('a change is missing when only one of the two spans is known', () => {
  const ofNow = { tickets: tickets.slice(1) }
  expect(clientGenome('7', ofNow, ctx)).toMatchObject({
    resolutionSlaComplianceRatio: 1,
    resolutionSlaComplianceRatioPreceding: null,
    resolutionSlaComplianceRatioChange: null,
    resolutionSlaComplianceRatioChangeIsMissing: 1,
  })
})

test('the span before is what the same period moved back would tell', () => {
  const month = { period: { from: '2024-02-01', to: '2024-03-01', kind: 'month' } } as const
  const before = { period: { from: '2024-01-03', to: '2024-02-01' } }
  const row = clientGenome('7', data, { ...ctx, ...month })
  const moved = clientMetrics('7', data, { ...ctx, ...before })
  for (const field of ['ticketsCreatedCount', 'supportHours', 'medianTimeToResolutionMinutes'] as const)
    expect(row[`${field}Preceding`]).toBe(moved[field])
})

test('every client figure is in a column or left out for a reason', () => {
  const inColumns = new Set(clientGenomeSchema.map(({ field }) => field))
  const missing = clientMetricsCatalogue.filter(({ field }) => !inColumns.has(field))
  expect(missing.map(({ field }) => field)).toEqual(Object.keys(clientGenomeOmissions))
  expect(clientGenomeOmissions).toEqual({
    healthScoreParts: expect.stringMatching(/^the parts are columns of their own/),
  })
})

test('columns have unique names, and their definition comes from the catalogue', () => {
  const names = clientGenomeSchema.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(clientGenomeSchema.find(({ name }) => name === 'killRate')).toEqual({
    name: 'killRate',
    role: 'feature',
    type: 'number',
    unit: 'ratio',
    isNullable: true,
    metricId: 'C05',
    field: 'killRate',
    description: 'C03 ÷ C02; null: C02 0',
    vocabulary: null,
  })
  expect(clientGenomeSchema.find(({ name }) => name === 'healthBand_watch')).toEqual({
    name: 'healthBand_watch',
    role: 'feature',
    type: 'binary',
    unit: null,
    isNullable: false,
    metricId: 'C30',
    field: 'healthBand',
    description: 'whether healthBand is watch; C30: ≥ 70 healthy, ≥ 40 watch, else atRisk',
    vocabulary: ['atRisk', 'watch', 'healthy', 'other', 'missing'],
  })
  expect(clientGenomeSchema[0]).toEqual({
    name: 'clientId',
    role: 'key',
    type: 'text',
    unit: null,
    isNullable: false,
    metricId: null,
    field: 'clientId',
    description: 'id of the client',
    vocabulary: null,
  })
})

test('the columns of this version are these: another list is another version', () => {
  expect({ genomeVersion, columns: clientGenomeSchema.map(({ name }) => name) }).toMatchSnapshot()
})

/** What the schema says of a cell. */
function isAsSaid(row: ClientGenome): string[] {
  return clientGenomeSchema.flatMap(({ name, role, type, isNullable }) => {
    const value = row[name]
    if (role === 'key') return typeof value === 'string' ? [] : [name]
    if (value === null) return isNullable ? [] : [name]
    if (type === 'binary') return value === 0 || value === 1 ? [] : [name]
    return Number.isFinite(value) ? [] : [name]
  })
}

test('rows are as the schema says, whatever the records', () => {
  fc.assert(
    fc.property(garbageData, (records) => {
      for (const row of allClientGenomes(records, ctx)) {
        expect(Object.keys(row)).toEqual(clientGenomeSchema.map(({ name }) => name))
        expect(isAsSaid(row)).toEqual([])
        const oneHot = clientGenomeSchema.filter(({ vocabulary }) => vocabulary !== null)
        const set = oneHot.flatMap(({ name, field }) => (row[name] === 1 ? [field] : []))
        expect(set).toEqual([...new Set(oneHot.map(({ field }) => field))])
      }
    }),
    { numRuns: runs(1000) },
  )
})

test('rows do not depend on the order of records, and come one per client', () => {
  fc.assert(
    fc.property(garbageData, (records) => {
      const turned = Object.fromEntries(
        Object.entries(records).map(([name, list]) => [name, Array.isArray(list) ? list.toReversed() : list]),
      )
      const rows = allClientGenomes(records, ctx)
      expect(allClientGenomes(turned, ctx)).toEqual(rows)
      expect(rows.map(({ clientId }) => clientId)).toEqual(
        allClientMetrics(records, ctx).map(({ clientId }) => clientId),
      )
    }),
    { numRuns: runs(500) },
  )
})

test('one client gives the same row on plain data, over an index and among all', () => {
  const row = clientGenome('7', data, ctx)
  const index = indexMetricsData(data, ctx)
  expect(clientGenome('7', index, ctx)).toEqual(row)
  expect(allClientGenomes(index, ctx)).toEqual([row])
})

test('what is no id, or no context, is told by name', () => {
  expect(() => clientGenome('', data, ctx)).toThrow(
    new TypeError('accountId: expected the id of a client, received string.'),
  )
  expect(() => allClientGenomes(data, { now: 'today' })).toThrow(/^ctx\.now: /)
})

test('NDJSON has one object a line, in the order of the schema', () => {
  const row = clientGenome('7', data, ctx)
  const turned = Object.fromEntries(Object.entries(row).toReversed()) as unknown as ClientGenome
  const lines = [...genomesToNdjson([turned])]
  expect(lines).toEqual([`${JSON.stringify(row)}\n`])
  expect([...genomesToNdjson([])]).toEqual([])
})

test('CSV has a header, empty cells for null and CRLF', () => {
  const [header, line, ...rest] = genomesToCsv([clientGenome('7', data, ctx)])
  const names = clientGenomeSchema.map(({ name }) => name)
  expect(header).toBe(`${names.join(',')}\r\n`)
  const cells = (line ?? '').replace(/\r\n$/, '').split(',')
  expect(cells).toHaveLength(names.length)
  const cellOf = (name: string) => cells[names.indexOf(name)]
  expect(['clientId', 'openTicketCount', 'invoicedAmount', 'supportHoursChange'].map(cellOf)).toEqual([
    '7',
    '1',
    '',
    '-0.5',
  ])
  expect(rest).toEqual([])
})

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@a', "'@a"],
  ['\tx', "'\tx"],
  ['\rx', '"\'\rx"'],
  ['a,b', '"a,b"'],
  ['a"b', '"a""b"'],
  ['a\nb', '"a\nb"'],
  ['=a,"b', '"\'=a,""b"'],
  ['a=-', 'a=-'],
])('the id %j is the CSV cell %j', (clientId, cell) => {
  const [, line] = genomesToCsv([clientGenome(clientId, {}, ctx)])
  expect(line?.startsWith(`${cell},2024-03-01T00:00:00.000Z,`)).toBe(true)
})

test('rows are written one at a time', () => {
  let asked = 0
  function* rows() {
    for (;;) {
      asked += 1
      yield clientGenome('7', {}, ctx)
    }
  }
  const lines = genomesToCsv(rows())
  lines.next()
  expect(asked).toBe(0)
  lines.next()
  lines.next()
  expect(asked).toBe(2)
})
