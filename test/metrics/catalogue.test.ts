import { readFileSync } from 'node:fs'
import {
  boardMetrics,
  clientMetrics,
  metricSources,
  portfolio,
  serviceDelivery,
  slaMetrics,
  technicianMetrics,
  ticketMetrics,
} from '@superhack/superops/metrics'
import { expect, test } from 'vitest'
import { catalogues, PAGE, withTables } from '../../scripts/metrics-page.js'

const ctx = { now: '2024-01-01T00:00:00Z' }

/** A row of each catalogue, of records that are not known. */
const rows: Readonly<Record<string, object | undefined>> = {
  ticket: ticketMetrics({}, {}, ctx),
  technician: technicianMetrics({ technicians: JSON.parse('[{ "userId": "1" }]') }, ctx)[0],
  client: clientMetrics('1', {}, ctx),
  portfolio: portfolio({}, ctx),
  slaClock: slaMetrics({}, ctx).resolution,
  sla: slaMetrics({}, ctx),
  serviceDelivery: serviceDelivery({}, ctx, 'month')[0],
  board: boardMetrics({}, ctx),
}

const numbered = (letter: string, first: number, last: number, digits = 2): string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => `${letter}${String(first + at).padStart(digits, '0')}`)

const ids: Readonly<Record<string, readonly string[]>> = {
  ticket: numbered('T', 1, 30),
  technician: numbered('K', 1, 29),
  client: numbered('C', 1, 30),
  portfolio: numbered('P', 1, 17),
  slaClock: numbered('S', 1, 12),
  sla: numbered('S', 13, 25),
  serviceDelivery: numbered('D', 1, 26),
  board: numbered('B', 1, 4, 1),
}

test('every catalogue is tested here', () => {
  expect(Object.keys(rows).sort()).toEqual(Object.keys(catalogues).sort())
})

test.each(Object.entries(catalogues))(
  'the catalogue of %s has one row per field, in its order',
  (name, definitions) => {
    expect(definitions.map(({ field }) => field)).toEqual(Object.keys(rows[name] ?? {}))
  },
)

test.each(Object.entries(catalogues))(
  'the catalogue of %s defines every id of its area',
  (name, definitions) => {
    const defined = new Set(definitions.flatMap(({ id }) => id ?? []))
    expect([...defined]).toEqual(ids[name])
  },
)

test.each(Object.entries(catalogues))(
  'a figure of %s that is said never to be null is not, for records that are not known',
  (name, definitions) => {
    const row = new Map(Object.entries(rows[name] ?? {}))
    const nullButNever = definitions.filter(
      ({ nullWhen, field }) => nullWhen === 'never' && row.get(field) === null,
    )
    expect(nullButNever).toEqual([])
  },
)

test('every source that a definition cites is listed, and no other', () => {
  const cited = new Set(
    Object.values(catalogues).flatMap((definitions) => definitions.flatMap(({ sources }) => sources)),
  )
  expect([...cited].sort((a, b) => a - b)).toEqual(Object.keys(metricSources).map(Number))
})

test('the documentation shows the catalogues as they are', () => {
  const page = readFileSync(PAGE, 'utf8')
  expect(withTables(page)).toBe(page)
})

test('a catalogue without its place in the documentation is refused, with advice', () => {
  const page = '<!-- metrics:sources -->\n<!-- /metrics -->'
  expect(() => withTables(page, { ticket: [] })).toThrow(
    new Error(
      'docs/metrics.md: put <!-- metrics:ticket --> and <!-- /metrics --> where the table of ticket belongs.',
    ),
  )
})
