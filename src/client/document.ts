/** Kind and name of the operations in a document, read without a GraphQL parser. */
export interface DocumentFacts {
  readonly kind: 'query' | 'mutation'
  readonly name: string
}

// Block strings, strings and comments may hold braces and words that are no syntax.
const noise = /"""(?:\\"""|[\s\S])*?"""|"(?:\\.|[^"\\\n])*"|#[^\n\r]*/g
const token = /[{}]|[_A-Za-z][_0-9A-Za-z]*/g

/**
 * A document with any mutation in it counts as a mutation: what is unsure is not sent twice.
 *
 * @throws TypeError when there is no operation, or it is a subscription.
 */
export function readDocument(source: string): DocumentFacts {
  const words = source.replace(noise, ' ').match(token) ?? []
  const found: { kind: string; name: string }[] = []
  let depth = 0
  for (const [at, word] of words.entries()) {
    if (word === '}') depth--
    else if (word === '{') {
      if (depth === 0 && !opensNamedDefinition(words, at)) found.push({ kind: 'query', name: 'anonymous' })
      depth++
    } else if (depth === 0 && (word === 'query' || word === 'mutation' || word === 'subscription')) {
      if (isDefinitionStart(words, at)) found.push({ kind: word, name: nameAfter(words, at) })
    }
  }
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

/** A definition starts the document or follows the closing brace of the one before. */
const isDefinitionStart = (words: readonly string[], at: number) => at === 0 || words[at - 1] === '}'

function opensNamedDefinition(words: readonly string[], at: number): boolean {
  return at > 0 && words[at - 1] !== '}'
}

function nameAfter(words: readonly string[], at: number): string {
  const next = words[at + 1]
  return next === undefined || next === '{' ? 'anonymous' : next
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
