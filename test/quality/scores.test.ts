import {
  assessQuality,
  defaultDimensionWeights,
  defaultSeverityWeights,
  psi,
  publicMailDomains,
  type QualityContext,
  type Rule,
} from '@superhack/superops/quality'
import { expect, test } from 'vitest'
import { asData, ctx, world } from './world.js'

const [ticket] = world.tickets
const now = { now: ctx.now }
const wrong = { ...ticket, worklogTimespent: 'abc', resolutionTime: '2024-03-04T08:00:00' }
const reportOf = (tickets: readonly unknown[], quality: QualityContext['quality'] = {}) =>
  assessQuality(asData({ tickets }), { ...now, quality }).byEntity.ticket

test('one closed ticket with three failures scores as in the worked example', () => {
  const report = reportOf([wrong], { perRecord: true })
  expect(report?.records).toEqual([
    {
      id: '1',
      recordScore: 90.16,
      completenessScore: 100,
      failedRuleIds: ['TKT-15', 'TKT-17', 'TKT-19'],
    },
  ])
  expect(report?.dimensionScores).toEqual({
    completeness: 100,
    validity: 83.87,
    consistency: 76.67,
    uniqueness: 100,
    timeliness: 100,
  })
  expect([report?.datasetScore, report?.datasetGrade]).toEqual([90.33, 'B'])
  expect(report?.anomalies).toEqual([{ kind: 'negativeDuration', ruleIds: ['TKT-17', 'TKT-18'], count: 1 }])
  expect(report?.rules.find(({ ruleId }) => ruleId === 'TKT-15')).toEqual({
    ruleId: 'TKT-15',
    dimension: 'validity',
    severity: 'error',
    weight: 5,
    applicable: 1,
    passed: 0,
    failed: 1,
    notApplicable: 0,
    failRatio: 1,
    status: 'fail',
    sampleIds: ['1'],
  })
  expect(report?.rules.find(({ ruleId }) => ruleId === 'TKT-31')).toMatchObject({
    applicable: 0,
    notApplicable: 1,
    failRatio: null,
    status: 'notEvaluated',
  })
})

test('weights, and the providers of mail that are no clients, are those of the catalogue', () => {
  expect(defaultSeverityWeights).toEqual({ critical: 10, error: 5, warning: 2, info: 0 })
  expect(defaultDimensionWeights).toEqual({
    completeness: 0.25,
    validity: 0.25,
    consistency: 0.2,
    uniqueness: 0.1,
    integrity: 0.1,
    timeliness: 0.1,
  })
  expect(publicMailDomains.filter((domain) => !/^[a-z-]+(\.[a-z]{2,3}){1,2}$/.test(domain))).toEqual([])
  expect(publicMailDomains).toEqual([...new Set(publicMailDomains)].sort())
})

test('the population stability index of the example is 0.0693', () => {
  expect(psi([40, 40, 20], [30, 40, 30])).toBeCloseTo(0.0693, 4)
  expect(psi([100, 0], [100, 0])).toBe(0)
  expect(psi([100, 0], [0, 100])).toBeCloseTo(2 * 0.9999 * Math.log(10_000), 10)
})

test('no index comes of too few cases, unequal bins and counts that are none', () => {
  expect(psi([99], [100])).toBeNull()
  expect(psi([100], [99])).toBeNull()
  expect(psi([100], [50, 50])).toBeNull()
  expect(psi([], [])).toBeNull()
  expect(psi([200, -1], [100, 100])).toBeNull()
  expect(psi([100, Number.NaN], [100, 100])).toBeNull()
  expect(psi([100, 0], [Number.POSITIVE_INFINITY, 0])).toBeNull()
})

test('a failed critical rule caps the score of its record at 49', () => {
  const [record] = reportOf([{ ...ticket, ticketId: null }], { perRecord: true })?.records ?? []
  expect(record).toMatchObject({ id: null, recordScore: 49, failedRuleIds: ['TKT-01'] })
})

const graded = (share: number): readonly Rule[] => [
  {
    id: 'OWN-01',
    entity: 'ticket',
    dimension: 'validity',
    severity: 'info',
    text: 'own',
    check: ({ id }) => (Number(id) < share ? 'pass' : 'fail'),
  },
]

test.each([
  [9500, 95, 'A'],
  [9499, 94.99, 'B'],
  [8500, 85, 'B'],
  [8499, 84.99, 'C'],
  [7000, 70, 'C'],
  [6999, 69.99, 'D'],
  [5000, 50, 'D'],
  [4999, 49.99, 'F'],
  [0, 0, 'F'],
])('%i of 10000 passes score %d, grade %s', (share, score, grade) => {
  const severityWeights = { critical: 0, error: 0, warning: 0, info: 1 }
  const tickets = Array.from({ length: 10_000 }, (_, at) => ({ ticketId: String(at) }))
  const report = reportOf(tickets, { rules: graded(share), severityWeights })
  expect([report?.datasetScore, report?.datasetGrade]).toEqual([score, grade])
})

test('without records there is no score', () => {
  const report = assessQuality({ tickets: [] }, now)
  expect([report.overallScore, report.overallGrade]).toEqual([null, null])
  expect(report.byEntity.ticket).toMatchObject({
    recordCount: 0,
    datasetScore: null,
    datasetGrade: null,
    completenessScore: null,
    dimensionScores: {},
  })
  expect(Object.keys(report.byEntity)).toEqual(['ticket'])
  expect(assessQuality({}, now).byEntity).toEqual({})
})

test('the overall score weighs entities by their records', () => {
  const report = assessQuality(asData({ tickets: [wrong, null], alerts: world.alerts }), now)
  const twice = assessQuality(
    asData({
      tickets: [wrong],
      alerts: ['e1', 'e2', 'e3'].map((id) => ({ ...world.alerts[0], id, message: id })),
    }),
    now,
  )
  expect(report.overallScore).toBe(95.17)
  expect(twice.overallScore).toBe(97.58)
})

test('thresholds decide between pass, warn and fail, and info never fails', () => {
  const tickets = Array.from({ length: 20 }, (_, at) => ({
    ...ticket,
    ticketId: String(at),
    displayId: `240304-${1000 + at}`,
    source: at === 0 ? 'FAX' : 'EMAIL',
  }))
  const statusOf = (threshold?: object) =>
    reportOf(tickets, threshold && { thresholds: { 'TKT-14': threshold } })?.rules.find(
      ({ ruleId }) => ruleId === 'TKT-14',
    )?.status
  expect(statusOf()).toBe('warn')
  expect(statusOf({ failAbove: 0.049 })).toBe('fail')
  expect(statusOf({ warnAbove: 0.05 })).toBe('pass')
  const clients = [{ ...world.clients[0], accountManager: null }]
  const rules = assessQuality(asData({ clients }), now).byEntity.client?.rules
  expect(rules?.find(({ ruleId }) => ruleId === 'CLI-07')).toMatchObject({
    failed: 1,
    status: 'warn',
    weight: 0,
  })
})

test('samples are the first ten ids ascending by code unit', () => {
  const tickets = ['b', 'a', 'C', '9', '10', '2', '1', '3', '4', '5', '6', '7', '8'].map((ticketId) => ({
    ticketId,
  }))
  const rule = reportOf(tickets)?.rules.find(({ ruleId }) => ruleId === 'TKT-03')
  expect(rule?.sampleIds).toEqual(['1', '10', '2', '3', '4', '5', '6', '7', '8', '9'])
})

test('records come by ascending id, those without last', () => {
  const tickets = [{ ticketId: null }, { ticketId: '2' }, { ticketId: '10' }, { subject: 'x' }]
  expect(reportOf(tickets, { perRecord: true })?.records?.map(({ id }) => id)).toEqual([
    '10',
    '2',
    null,
    null,
  ])
})
