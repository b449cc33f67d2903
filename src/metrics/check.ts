import { createZone, type Zone } from '../values/zone.js'

/** What a wrong setting throws: it names the field, what was expected and the type received. */
export function expected(field: string, expectation: string, received: unknown): TypeError {
  const type = received === null ? 'null' : typeof received
  return new TypeError(`${field}: expected ${expectation}, received ${type}.`)
}

/** The zone, or a TypeError that names the field which asked for it. */
export function requireZone(field: string, name: unknown): Zone {
  if (typeof name !== 'string') throw expected(field, 'the name of a time zone', name)
  try {
    return createZone(name)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : ''
    throw new TypeError(`${field}: ${reason}`, { cause })
  }
}

export function requireOneOf<Value extends string>(
  field: string,
  value: Value,
  allowed: readonly Value[],
): Value {
  if (!allowed.includes(value)) throw expected(field, allowed.map((name) => `'${name}'`).join(' or '), value)
  return value
}

export function requireNumber(field: string, value: unknown, least: number, most = Number.MAX_VALUE): number {
  if (typeof value === 'number' && value >= least && value <= most) return value
  throw expected(field, `a number from ${least} to ${most === Number.MAX_VALUE ? 'any' : most}`, value)
}

/** Every value of a map is one of `allowed`. */
export function requireValues(field: string, map: object | undefined, allowed: readonly unknown[]): void {
  for (const value of Object.values(map ?? {})) {
    if (!allowed.includes(value)) throw expected(field, `values out of ${allowed.join(', ')}`, value)
  }
}

/** Every value of a map is a finite number of at least `least`. */
export function requireNumbers(field: string, map: object | undefined, least: number): void {
  for (const [key, value] of Object.entries(map ?? {}))
    requireNumber(`${field}[${JSON.stringify(key)}]`, value, least)
}

/** Every value of a map is a list of numbers of a range. */
export function requireLists(field: string, map: object | undefined, least: number, most: number): void {
  for (const [key, list] of Object.entries(map ?? {})) {
    const name = `${field}[${JSON.stringify(key)}]`
    if (!Array.isArray(list)) throw expected(name, 'a list of numbers', list)
    for (const [at, value] of list.entries()) requireNumber(`${name}[${at}]`, value, least, most)
  }
}

/** Undefined, or of a type. */
export function requireType(field: string, value: unknown, type: 'function' | 'object' | 'string'): void {
  const isRight = value === undefined || (typeof value === type && value !== null)
  if (!isRight) throw expected(field, type === 'object' ? 'an object' : `a ${type}`, value)
}
