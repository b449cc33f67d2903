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

/** Variables of a process, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Reads a variable that is set; throws a TypeError that names it and not its value. */
export type VariableReader<Settings> = (text: string, name: string) => Settings

/** What the variables that are set and not blank say, and every problem with them. */
export function readVariables<Settings extends object>(
  env: Environment,
  readers: Readonly<Record<string, VariableReader<Settings>>>,
): { readonly settings: Settings; readonly problems: string[] } {
  const settings = {} as Settings
  const problems: string[] = []
  for (const [name, read] of Object.entries(readers)) {
    const text = env[name]
    if (text === undefined || text.trim() === '') continue
    try {
      Object.assign(settings, read(text, name))
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error))
    }
  }
  return { settings, problems }
}

/** @throws TypeError naming the variable. */
export function numberIn(text: string, name: string, least: number, most = Number.MAX_VALUE): number {
  const value = Number(text)
  const upTo = most === Number.MAX_VALUE ? `at least ${least}` : `${least} to ${most}`
  if (!(value >= least && value <= most)) throw new TypeError(`${name}: expected a number of ${upTo}`)
  return value
}

/** Whether a host, without port, names this machine alone. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)
