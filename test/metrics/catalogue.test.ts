import { readFileSync } from 'node:fs'
import {
  type MetricDefinition,
  metricSources,
  ticketMetrics,
  ticketMetricsCatalogue,
} from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const documentation = readFileSync(new URL('../../docs/metrics.md', import.meta.url), 'utf8')

const cells = (row: readonly string[]): string => `| ${row.join(' | ')} |`

function table(definitions: readonly MetricDefinition[]): string {
  const rows = definitions.map(({ id, field, formula, unit, nullWhen, basis, sources }) => [
    id ?? '–',
    `\`${field}\``,
    formula,
    unit,
    nullWhen,
    basis,
    sources.map((number) => `[${number}]`).join(' ') || '–',
  ])
  const head = ['id', 'field', 'formula', 'unit', 'null when', 'basis', 'source']
  return [cells(head), cells(head.map(() => '---')), ...rows.map(cells)].join('\n')
}

test('the catalogue has one row per field of a ticket row, in its order', () => {
  const row = ticketMetrics({}, {}, { now: '2024-01-01T00:00:00Z' })
  expect(ticketMetricsCatalogue.map(({ field }) => field)).toEqual(Object.keys(row))
})

test('a figure said never to be null is not null for an empty record', () => {
  const row: Record<string, unknown> = { ...ticketMetrics({}, {}, { now: '2024-01-01T00:00:00Z' }) }
  const never = ticketMetricsCatalogue
    .filter(({ nullWhen }) => nullWhen === 'never')
    .map(({ field }) => field)
  expect(never).toEqual([
    'statusClass',
    'isOpen',
    'firstResponseSlaStatus',
    'resolutionSlaStatus',
    'isReopenSuspected',
    'complexityWeight',
  ])
  expect(never.filter((field) => row[field] === null)).toEqual([])
})

test('every source that a definition cites is listed, and no other', () => {
  const cited = new Set(ticketMetricsCatalogue.flatMap(({ sources }) => sources))
  expect([...cited].sort((a, b) => a - b)).toEqual(Object.keys(metricSources).map(Number))
})

test('the documentation shows the catalogue as it is', () => {
  expect(documentation).toContain(table(ticketMetricsCatalogue))
  for (const [number, source] of Object.entries(metricSources))
    expect(documentation).toContain(`[${number}] ${source}`)
})
