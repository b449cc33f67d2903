/** What a value is, for messages that must not show it. */
export const received = (value: unknown) =>
  value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value

/** @throws TypeError naming the option, the expectation and the type received. */
export function expect(
  condition: boolean,
  option: string,
  expectation: string,
  value: unknown,
): asserts condition {
  if (!condition) throw new TypeError(`${option}: expected ${expectation}, received ${received(value)}`)
}

export function oneOf<T extends string>(option: string, value: unknown, allowed: readonly T[]): T {
  const list = allowed.map((item) => `'${item}'`).join(' or ')
  // A text is not shown: it may be a secret in the wrong place.
  const given = typeof value === 'string' ? 'another text' : received(value)
  if (!allowed.includes(value as T)) throw new TypeError(`${option}: expected ${list}, received ${given}`)
  return value as T
}

export function atLeast(option: string, value: unknown, least: number): number {
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= least
  const given = typeof value === 'number' ? String(value) : received(value)
  if (!fits) throw new TypeError(`${option}: expected an integer of at least ${least}, received ${given}`)
  return value as number
}
