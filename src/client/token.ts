/** Gives the present token, or says what is wrong with it without showing it. */
export type ReadToken = () => Promise<string>

const isUsable = /^[\x21-\x7e]+$/

/** What is wrong with a token; undefined when nothing is. */
export function tokenProblem(token: unknown): string | undefined {
  if (typeof token !== 'string') return 'expected a token or a function that gives one'
  if (token.trim() === '') return 'expected a token, received a blank text'
  return isUsable.test(token.trim()) ? undefined : 'expected printable ASCII without blanks'
}

/** @throws what the function throws, and a TypeError when it gives no token. */
export function tokenReader(apiKey: string | (() => string | Promise<string>)): ReadToken {
  return async () => {
    const token = typeof apiKey === 'function' ? await apiKey() : apiKey
    const problem = tokenProblem(token)
    if (problem !== undefined) throw new TypeError(`apiKey: ${problem}`)
    return token.trim()
  }
}
