import { HttpProblem } from './problem.js'

const longestValue = 500

/**
 * The parameters of a request: each at most once, and none that is not known, so that a slip of the pen is no
 * other answer.
 */
export function queryOf<Name extends string>(
  url: URL,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const query: Partial<Record<Name, string>> = {}
  for (const [given, value] of url.searchParams) {
    const name = names.find((known) => known === given)
    if (name === undefined)
      throw new HttpProblem(
        'bad_request',
        `a parameter is not known here; there are ${names.join(', ') || 'none'}`,
      )
    if (query[name] !== undefined) throw new HttpProblem('bad_request', `${name}: expected once`)
    if (value === '' || value.length > longestValue)
      throw new HttpProblem('bad_request', `${name}: expected 1 to ${longestValue} characters`)
    query[name] = value
  }
  return query
}

/** A whole number of a parameter. */
export function numberOf(name: string, text: string | undefined, usual: number, most: number): number {
  if (text === undefined) return usual
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (value >= 1 && value <= most) return value
  throw new HttpProblem('bad_request', `${name}: expected a whole number from 1 to ${most}`)
}

export function choiceOf<Choice extends string>(
  name: string,
  text: string | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (text === undefined) return undefined
  const choice = choices.find((one) => one === text)
  if (choice === undefined)
    throw new HttpProblem('bad_request', `${name}: expected one of ${choices.join(', ')}`)
  return choice
}
