import { createClient, isSuperOpsError } from '@superhack/superops'
import fc from 'fast-check'
import { type OperationDefinitionNode, parse } from 'graphql'
import { expect, test } from 'vitest'
import { runs } from '../runs.js'

let sent = 0
const superops = createClient({
  readOnly: true,
  fallback: {
    when: 'unconfigured',
    to: {
      handle: async () => {
        sent++
        return { status: 200, body: '{"data":{}}' }
      },
    },
  },
})

/** What a read-only client does with a document: it says so without sending it, or sends it. */
async function fate(document: string): Promise<'mutation' | 'query' | 'refused'> {
  const before = sent
  try {
    await superops.request(document)
    return 'query'
  } catch (error) {
    expect(sent).toBe(before)
    return isSuperOpsError(error, 'read-only') ? 'mutation' : 'refused'
  }
}

/** graphql-js as the second reading. */
function oracle(document: string): 'mutation' | 'query' | 'refused' {
  const kinds = parse(document)
    .definitions.filter(
      (definition): definition is OperationDefinitionNode => definition.kind === 'OperationDefinition',
    )
    .map(({ operation }): string => operation)
  if (kinds.length === 0 || kinds.includes('subscription')) return 'refused'
  return kinds.includes('mutation') ? 'mutation' : 'query'
}

const word = fc.constantFrom(
  'query',
  'mutation',
  'subscription',
  'fragment',
  'on_',
  'a',
  'createTicket',
  'type',
)
const text = fc.constantFrom(
  '"mutation { x }"',
  '"}"',
  '"{ mutation"',
  '"\\" mutation {"',
  '"\\\\"',
  '""',
  '"""mutation { " } """',
  '""" \\""" mutation { """',
  '"# mutation"',
  '"\\u007b"',
)
const value = fc.oneof(
  text,
  fc.constantFrom(
    '1',
    'true',
    'null',
    'mutation',
    '$v',
    '[1, "}"]',
    '{a: 1}',
    '{mutation: {query: "{"}}',
    '[]',
  ),
)
const comment = fc.constantFrom('', '', '# mutation { x }\n', '#}\r\n', ' , ', '\n\n', '\ufeff', '\t')
const args = fc.option(
  fc.tuple(word, value).map(([name, given]) => `(${name}: ${given})`),
  { nil: '' },
)
const directive = fc.option(
  fc.tuple(word, args).map(([name, given]) => ` @${name}${given}`),
  { nil: '' },
)

const selection: fc.Memo<string> = fc.memo((depth) => {
  const field = fc
    .tuple(fc.option(word, { nil: undefined }), word, args, directive)
    .map(([alias, name, given, marks]) => `${alias === undefined ? '' : `${alias}: `}${name}${given}${marks}`)
  const spread = fc.tuple(word, directive).map(([name, marks]) => `...${name}${marks}`)
  const below = () =>
    fc.oneof(
      fc.tuple(field, selection()).map(([name, inner]) => `${name} ${inner}`),
      fc.tuple(word, selection()).map(([name, inner]) => `... on ${name} ${inner}`),
    )
  const item = depth <= 1 ? fc.oneof(field, spread) : fc.oneof(field, spread, below())
  return fc
    .tuple(fc.array(fc.tuple(comment, item), { minLength: 1, maxLength: 3 }), comment)
    .map(([items, end]) => `{${items.map(([gap, part]) => `${gap} ${part}`).join(' ')} ${end}}`)
})
const variables = fc.option(
  fc
    .tuple(word, fc.constantFrom('1', '"{"', '{mutation: 1}', '[{a: "}"}]', 'mutation'))
    .map(([name, given]) => `($${name}: I = ${given})`),
  { nil: '' },
)
const operation = fc
  .tuple(
    fc.constantFrom('query', 'query', 'mutation', 'subscription'),
    fc.option(word, { nil: '' }),
    variables,
    directive,
    selection(3),
  )
  .map(([kind, name, given, marks, body]) => `${kind} ${name}${given}${marks} ${body}`)
const fragment = fc
  .tuple(word, word, directive, selection(2))
  .map(([name, type, marks, body]) => `fragment ${name} on ${type}${marks} ${body}`)
const document = fc
  .tuple(
    comment,
    fc.array(fc.tuple(fc.oneof(operation, operation, fragment, selection(2)), comment), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([start, parts]) => start + parts.map(([part, gap]) => `${part} ${gap}`).join(' '))
  .filter((source) => {
    try {
      parse(source)
      return true
    } catch {
      return false
    }
  })

test('a read-only client refuses a document exactly when an operation in it is a mutation', async () => {
  await fc.assert(
    fc.asyncProperty(document, async (source) => {
      expect(await fate(source)).toBe(oracle(source))
    }),
    { numRuns: runs(20_000) },
  )
}, 120_000)

test.each([
  ['query Q($x: I = {mutation: 1}) @d(a: "mutation {") { a } mutation M { b }', 'mutation'],
  ['{ a } # mutation { b }', 'query'],
  ['query { a(s: """mutation { " } \\""" mutation M { b }""") }', 'query'],
  ['fragment mutation on Query { a } query { ...mutation }', 'query'],
  ['query mutation { mutation }', 'query'],
  ['fragment query on Mutation { a }\nmutation query { ...query }', 'mutation'],
  ['{ mutation { a } }', 'query'],
  ['\ufeffmutation{a}', 'mutation'],
  ['query { a }\r\n\tmutation,M { b }', 'mutation'],
  ['fragment F on Q { a }', 'refused'],
  ['', 'refused'],
])('%j is a %s', async (source, kind) => {
  expect(await fate(source)).toBe(kind)
})

test('a document without its text is refused with a way out', async () => {
  const { loc: _, ...bare } = parse('mutation { a }')
  await expect(superops.request(bare as never)).rejects.toThrow(TypeError)
  expect(await fate(parse('mutation { a }') as never)).toBe('mutation')
})
