import { assessQuality, type DatasetQuality, drift, qualityToMarkdown } from '@superhack/superops/quality'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.js'
import { asData, ctx, type Json, world } from './world.js'

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}

const collections = Object.keys(world) as (keyof Json)[]
const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(2 ** 60, -1, '', ' ', '2024-02-30T00:00:00', '9'.repeat(400), '\ud800', 'NaN'),
  fc.constant(JSON.parse('{"__proto__": {"id": "1"}, "id": 1e308}')),
)

/** The consistent world with one field of one record, or of all, replaced by anything. */
const broken = fc
  .record({ collection: fc.constantFrom(...collections), field: fc.nat(), value: junk, copies: fc.nat(2) })
  .map(({ collection, field, value, copies }): Json => {
    if (collection === 'conversationsByTicketId') return { ...world, [collection]: { 1: [value], 2: value } }
    const [first = {}] = world[collection] as object[]
    const names = Object.keys(first)
    const patched = { ...first, [names[field % names.length] ?? '']: value }
    return {
      ...world,
      [collection]: [...(world[collection] as object[]), ...Array(copies + 1).fill(patched), value],
    }
  })

/** Ids are texts of the data: one may well be "NaN". */
const withoutSamples = (report: DatasetQuality): DatasetQuality =>
  JSON.parse(JSON.stringify(report), (key, value: unknown) => (key === 'sampleIds' ? [] : value))

const options = { ...ctx, quality: { ...ctx.quality, perRecord: true } }

test('whatever a record holds, nothing throws and every figure is finite', () => {
  fc.assert(
    fc.property(broken, (json) => {
      const data = deepFreeze(asData(json))
      const report = assessQuality(data, options)
      expect(JSON.parse(JSON.stringify(report))).toEqual(report)
      expect(qualityToMarkdown(withoutSamples(report))).not.toMatch(/NaN|Infinity|undefined/)
      expect(() => drift(data, data, options)).not.toThrow()
    }),
    { numRuns: runs(2000) },
  )
})

const reversed = (json: Json): Json =>
  Object.fromEntries(
    Object.entries(json).map(([name, rows]) => [name, Array.isArray(rows) ? [...rows].reverse() : rows]),
  )

test('a report does not depend on the order of records', () => {
  fc.assert(
    fc.property(broken, (json) => {
      const [one, other] = [json, reversed(json)].map((data) => assessQuality(asData(data), options))
      expect(JSON.stringify(other)).toBe(JSON.stringify(one))
    }),
    { numRuns: runs(2000) },
  )
})

test('mending a field never lowers the score of its record', () => {
  const names = Object.keys(world.tickets[0] ?? {})
  fc.assert(
    fc.property(fc.subarray(names, { minLength: 1 }), fc.constantFrom(null, 'x'), (fields, value) => {
      const without = Object.fromEntries(fields.map((name) => [name, value]))
      const scoreOf = (change: object) =>
        assessQuality(asData({ ...world, tickets: [{ ...world.tickets[0], ...change }] }), options).byEntity
          .ticket?.records?.[0]?.recordScore ?? 0
      expect(scoreOf(without)).toBeLessThanOrEqual(scoreOf({}))
    }),
    { numRuns: runs(500) },
  )
})

test('a report holds no text of the records', () => {
  const secret = 'zanzibar'
  const tickets = [
    { ...world.tickets[0], subject: secret, source: secret, client: { accountId: '99', name: secret } },
  ]
  const technicians = [{ ...world.technicians[0], email: secret, name: secret, contactNumber: secret }]
  const report = assessQuality(asData({ ...world, tickets, technicians }), options)
  expect(JSON.stringify(report) + qualityToMarkdown(report)).not.toContain(secret)
})
