/** Kind and name of the operations in a document, read without a GraphQL parser. */
export interface DocumentFacts {
  readonly kind: 'query' | 'mutation'
  readonly name: string
}

// Block strings, strings and comments may hold braces and words that are no syntax.
const noise = /"""(?:\\"""|[\s\S])*?"""|"(?:\\.|[^"\\\n])*"|#[^\n\r]*/g
const token = /[{}()]|@?[_A-Za-z][_0-9A-Za-z]*/g
const kinds = ['query', 'mutation', 'subscription']

/**
 * A document with any mutation in it counts as a mutation: what is unsure is not sent twice.
 *
 * @throws TypeError when there is no operation, or one is a subscription.
 */
export function readDocument(source: string): DocumentFacts {
  const found = operationsOf(source.replace(noise, ' ').match(token) ?? [])
  const [first] = found
  if (first === undefined) throw new TypeError('document: expected a GraphQL query or mutation')
  if (found.some(({ kind }) => kind === 'subscription')) {
    throw new TypeError('document: SuperOps offers no subscriptions')
  }
  const mutation = found.find(({ kind }) => kind === 'mutation')
  return mutation === undefined
    ? { kind: 'query', name: first.name }
    : { kind: 'mutation', name: mutation.name }
}

/** A definition is a head up to the first brace outside of parentheses, and a body up to the matching one. */
function operationsOf(words: readonly string[]): { kind: string; name: string }[] {
  const found: { kind: string; name: string }[] = []
  let head: string[] = []
  let braces = 0
  let parentheses = 0
  for (const word of words) {
    if (word === '(') parentheses++
    else if (word === ')') parentheses--
    else if (parentheses > 0) continue
    else if (word === '{') {
      const [kind = 'query', name = 'anonymous'] = head
      if (braces === 0 && kinds.includes(kind)) found.push({ kind, name })
      head = []
      braces++
    } else if (word === '}') braces--
    else if (braces === 0 && !word.startsWith('@')) head.push(word)
  }
  return found
}

/** A TypedDocumentNode brings its text along; printing it would need graphql. */
export function sourceOf(document: {
  toString(): string
  readonly loc?: { readonly source: { readonly body: string } }
}): string {
  return typeof document === 'object' && document.loc !== undefined
    ? document.loc.source.body
    : String(document)
}
