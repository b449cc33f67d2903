import { wireSchema } from '@superhack/superops/testing'
import { isScalarType } from 'graphql'
import { expect, test } from 'vitest'
import { asking } from './asking.js'

const wireScalars = ['Boolean', 'Float', 'ID', 'Int', 'JSON', 'String']

test('the wire schema has the six scalars of the wire at most, and no reference types', () => {
  const types = Object.values(wireSchema().getTypeMap())
  const scalars = types.filter(isScalarType).map((type) => type.name)
  expect(scalars.filter((name) => !wireScalars.includes(name))).toEqual([])
  expect(types.filter((type) => /Ref$|^Measurement$|^OmittedField$/.test(type.name))).toEqual([])
  const directives = wireSchema()
    .getDirectives()
    .map((directive) => directive.name)
  expect(directives.filter((name) => ['wire', 'key', 'reference', 'omit'].includes(name))).toEqual([])
})

test('it has 76 queries and 58 mutations', () => {
  expect(Object.keys(wireSchema().getQueryType()?.getFields() ?? {})).toHaveLength(76)
  expect(Object.keys(wireSchema().getMutationType()?.getFields() ?? {})).toHaveLength(58)
})

test('a list of references is one JSON leaf, a required reference a required leaf', () => {
  const fieldType = (type: string, field: string) => {
    const found = wireSchema().getType(type)
    return found && 'getFields' in found ? String(found.getFields()[field]?.type) : undefined
  }
  expect(fieldType('Ticket', 'followers')).toBe('JSON')
  expect(fieldType('Asset', 'client')).toBe('JSON!')
  expect(fieldType('Ticket', 'ticketId')).toBe('ID!')
  expect(fieldType('Ticket', 'createdTime')).toBe('String')
  expect(fieldType('CreateTicketInput', 'createdTime')).toBe('String')
})

test('introspection over HTTP names the same scalars and roots', async () => {
  await using tenant = await asking()
  const { body } = await tenant.ask(
    '{ __schema { queryType { name } mutationType { name } types { name kind } } }',
  )
  const schema = body.data?.__schema as unknown as {
    queryType: { name: string }
    mutationType: { name: string }
    types: { name: string; kind: string }[]
  }
  expect([schema.queryType.name, schema.mutationType.name]).toEqual(['Query', 'Mutation'])
  const scalars = schema.types.filter((type) => type.kind === 'SCALAR').map((type) => type.name)
  expect(scalars.filter((name) => !wireScalars.includes(name))).toEqual([])
})
