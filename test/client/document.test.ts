import { expect, test } from 'vitest'
import { readDocument } from '../../src/client/document.js'

test.each([
  ['{ __typename }', { kind: 'query', name: 'anonymous' }],
  ['query { getSLAList { id } }', { kind: 'query', name: 'anonymous' }],
  ['query Slas($a: X = {b: 1}) @d { getSLAList { id } }', { kind: 'query', name: 'Slas' }],
  ['# mutation Evil { x }\nquery A { a }', { kind: 'query', name: 'A' }],
  ['query A { a(text: "} mutation B { b }") }', { kind: 'query', name: 'A' }],
  ['query A { a(text: """} mutation B { b } \\""" """) }', { kind: 'query', name: 'A' }],
  ['fragment mutation on T { a } query A { a }', { kind: 'query', name: 'A' }],
  ['query A { mutation { id } }', { kind: 'query', name: 'A' }],
  ['mutation Save { updateTicket(input: {}) { ticketId } }', { kind: 'mutation', name: 'Save' }],
  ['mutation{updateTicket{ticketId}}', { kind: 'mutation', name: 'anonymous' }],
  ['query A { a } mutation B { b }', { kind: 'mutation', name: 'B' }],
  ['fragment F on T { a } mutation B { b { ...F } }', { kind: 'mutation', name: 'B' }],
])('%s', (source, facts) => {
  expect(readDocument(source)).toEqual(facts)
})

test.each(['', 'hello', '# only a comment', 'subscription S { a }'])('%j is refused', (source) => {
  expect(() => readDocument(source)).toThrow(TypeError)
})
