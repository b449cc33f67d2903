import { fixtureOf, resultFixtureOf, wireSchema } from '@superhack/superops/testing'
import fc from 'fast-check'
import { parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { severityOf, shapeCodec } from '../../src/entities/codec.js'
import { parseShape } from '../../src/entities/fields.js'
import { runs } from '../runs.js'
import { surfaces } from '../surfaces.js'
import { wireRow } from './wire-row.js'

const copy = <T>(value: T): T => structuredClone(value)

test('a fixture takes changes and keeps its type', () => {
  expect(fixtureOf('SLA', { name: 'VIP SLA' })).toEqual({ id: '7928838372746166987', name: 'VIP SLA' })
})

describe.each(surfaces)('$product', ({ product, schema, entities, queries, mutations }) => {
  const { codecOf, decodeRows, documentOf, operationNames, operationRow } = entities
  const names = Object.keys(schema.objects)

  test('all its queries and mutations are in the table', () => {
    const kinds = operationNames.map((name) => operationRow(name).kind)
    expect(kinds.filter((kind) => kind === 'query')).toHaveLength(queries)
    expect(kinds.filter((kind) => kind === 'mutation')).toHaveLength(mutations)
  })

  test('every derived document validates against the wire schema', () => {
    const wire = wireSchema(product)
    for (const name of operationNames) {
      expect([name, validate(wire, parse(documentOf(name))).map(String)]).toEqual([name, []])
    }
  })

  test('the fixture of every operation decodes to itself', () => {
    for (const name of operationNames) {
      const fixture = resultFixtureOf(name as 'getSLAList', product)
      expect([name, shapeCodec(schema, parseShape(operationRow(name).result)).decode(fixture)]).toEqual([
        name,
        { _tag: 'Right', right: fixture },
      ])
    }
  })

  test.each(names)('%s: good wire rows are fine for the normaliser and the codec alike', (name) => {
    fc.assert(
      fc.property(wireRow(schema, name, 0), (row) => {
        const decoded = codecOf(name).decode(copy(row))
        const [normalised] = decodeRows(name, [copy(row)]).rows
        expect(decoded).toEqual({ _tag: 'Right', right: normalised })
      }),
      { numRuns: runs(1000) },
    )
  })

  test.each(names)('%s: the normaliser and the codec agree on what is wrong with a row', (name) => {
    fc.assert(
      fc.property(wireRow(schema, name, 12), (row) => {
        const decoded = codecOf(name).decode(copy(row))
        const normalised = decodeRows(name, [copy(row)])
        if (decoded._tag === 'Right') {
          expect(normalised).toMatchObject({ rows: [decoded.right], issues: [] })
          return
        }
        const isBroken = decoded.left.some((error) => severityOf(error) === 'shape')
        expect(normalised.setAside).toBe(isBroken ? 1 : 0)
        expect(normalised.issues.map(({ path, severity }) => `${severity} ${path}`).sort()).toEqual(
          decoded.left
            .map(
              (error) =>
                `${severityOf(error)} ${error.context
                  .slice(1)
                  .map((entry) => entry.key)
                  .join('.')}`,
            )
            .sort(),
        )
      }),
      { numRuns: runs(2000) },
    )
  })

  test.each(names)('%s: decode after encode is the identity on decoded values', (name) => {
    fc.assert(
      fc.property(wireRow(schema, name, 0), (row) => {
        const decoded = codecOf(name).decode(copy(row))
        if (decoded._tag === 'Left') throw new Error('a good row did not decode')
        const again = codecOf(name).decode(codecOf(name).encode(decoded.right))
        expect(again).toEqual(decoded)
        expect(codecOf(name).is(decoded.right)).toBe(true)
      }),
      { numRuns: runs(500) },
    )
  })
})
