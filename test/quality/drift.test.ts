import { assessQuality, drift, qualityToMarkdown } from '@superhack/superops/quality'
import { expect, test } from 'vitest'
import { asData, ctx, world } from './world.js'

const tickets = (count: number, change: (at: number) => object) =>
  asData({
    tickets: Array.from({ length: count }, (_, at) => ({
      ...world.tickets[0],
      ticketId: String(at),
      ...change(at),
    })),
  })
const third = (at: number, first: number, second: number) =>
  at < first ? 'High' : at < second ? 'Low' : 'Medium'
const before = tickets(100, (at) => ({ priority: third(at, 40, 80) }))
const after = tickets(100, (at) => ({ priority: third(at, 30, 70), category: at < 6 ? null : 'Network' }))
const rowOf = (rows: ReturnType<typeof drift>, field: string) => rows.find((row) => row.field === field)

test('drift is the stability index of each watched field, and shares of blanks that changed', () => {
  const rows = drift(before, after, ctx)
  expect(rows.map(({ field, kind }) => [field, kind])).toEqual([
    ['status', 'values'],
    ['priority', 'values'],
    ['category', 'values'],
    ['source', 'values'],
    ['requestType', 'values'],
    ['resolutionMinutes', 'values'],
    ['ticketsPerDay', 'values'],
    ['category', 'blankShare'],
  ])
  expect(rowOf(rows, 'priority')?.psi).toBeCloseTo(0.0693, 4)
  expect(rowOf(rows, 'priority')?.band).toBe('stable')
  expect(rowOf(rows, 'status')).toEqual({
    field: 'status',
    kind: 'values',
    psi: 0,
    band: 'stable',
    shareChange: null,
  })
  expect(rowOf(rows, 'ticketsPerDay')).toMatchObject({ psi: null, band: null })
  expect(rows.at(-1)?.shareChange).toBeCloseTo(0.06, 10)
})

test('a category that the reference has never seen is significant', () => {
  const rows = drift(
    before,
    tickets(100, () => ({ status: 'Else', source: 'FAX' })),
    ctx,
  )
  expect(rowOf(rows, 'source')?.band).toBe('significant')
})

test('slower resolutions drift', () => {
  const resolved = (hours: number) =>
    tickets(100, (at) => ({
      resolutionTime: `2024-03-04T${10 + hours}:${String(at % 60).padStart(2, '0')}:00`,
    }))
  expect(rowOf(drift(resolved(0), resolved(0), ctx), 'resolutionMinutes')?.psi).toBe(0)
  expect(rowOf(drift(resolved(0), resolved(5), ctx), 'resolutionMinutes')?.band).toBe('significant')
})

test('a report has drift when it is given a reference', () => {
  const quality = { reference: before }
  expect(assessQuality(after, { ...ctx, quality }).byEntity.ticket?.drift).toEqual(drift(before, after, ctx))
  expect(assessQuality(after, ctx).byEntity.ticket).not.toHaveProperty('drift')
})

test('a ticket that took far longer than its like is an outlier', () => {
  const like = (count: number) =>
    tickets(count, (at) => ({
      displayId: `240304-${1000 + at}`,
      resolutionTime: `2024-03-0${at === 0 ? 5 : 4}T10:0${at % 2}:00`,
      resolutionViolated: at === 0,
    }))
  const kinds = (count: number) => assessQuality(like(count), ctx).byEntity.ticket?.anomalies
  expect(kinds(20)).toEqual([{ kind: 'statisticalOutlier', ruleIds: [], count: 1 }])
  expect(kinds(19)).toEqual([])
})

test('limits say what was given and of when it is', () => {
  const { provenance } = {
    provenance: { ticket: { totalCount: 1, complete: false, fetchedAt: ctx.now, repeatedIds: [] } },
  }
  const report = assessQuality({ ...asData({ tickets: world.tickets, slas: [] }), provenance }, ctx)
  expect(report.byEntity.ticket?.limits).toEqual({
    collectionsLoaded: ['slas', 'tickets'],
    partial: ['tickets'],
    truncated: true,
    fetchedAt: '2024-03-05T11:00:00Z',
    timeRange: { from: '2024-03-04T09:00:00.000Z', to: '2024-03-05T10:00:00.000Z' },
  })
})

test('Markdown tells scores, failed rules and gaps', () => {
  const data = asData({ tickets: [{ ...world.tickets[0], ticketId: '1|*', source: 'FAX', impact: null }] })
  expect(qualityToMarkdown(assessQuality(data, ctx))).toBe(`# Data quality for 2024-03-05T11:00:00Z

Overall 95.52 (A); rules version 1.

| entity | records | score | grade | completeness | rules failed | warned | not evaluated |
| --- | --- | --- | --- | --- | --- | --- | --- |
| ticket | 1 | 95.52 | A | 97.87 | 1 | 0 | 8 |

## ticket

1 records from 2024-03-04T09:00:00.000Z to 2024-03-05T10:00:00.000Z.

| rule | status | severity | failed | of | share | samples |
| --- | --- | --- | --- | --- | --- | --- |
| TKT-14 | fail | error | 1 | 1 | 100.00 % | 1&#124;&#42; |

| field | filled | expected | share |
| --- | --- | --- | --- |
| impact | 0 | 1 | 0.00 % |
`)
})
