import { canonicalInstant } from '../values/instant.js'
import type { Zone } from '../values/zone.js'

/*
 * The parts that generated/normalisers.ts is made of. They rewrite a freshly parsed row in place:
 * id numbers become text, instants canonical. What is wrong is only marked here; codec.ts says what.
 */

export type Row = Record<string, unknown>

export interface Findings {
  /** Bits: VALUE when a form is wrong, SHAPE when the row cannot be used. */
  found: number
  /** Zone of times without offset; UTC when undefined. */
  readonly zone: Zone | undefined
}

export type Normaliser = (row: Row, findings: Findings) => void

export const VALUE = 1
export const SHAPE = 2

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function isEmptyRow(value: unknown): boolean {
  if (!isRow(value)) return false
  for (const _ in value) return false
  return true
}

/** Marks a value that is not what a scalar field holds: null and containers are wrong shapes. */
export function odd(value: unknown, c: Findings): void {
  c.found |= value === null || typeof value === 'object' ? SHAPE : VALUE
}

export function key(value: unknown, c: Findings): unknown {
  if (typeof value === 'string' && value !== '') return value
  if (Number.isSafeInteger(value)) return String(value)
  c.found |= SHAPE
  return value
}

export function id(value: unknown, c: Findings): unknown {
  if (typeof value === 'string') return value
  if (Number.isSafeInteger(value)) return String(value)
  odd(value, c)
  return value
}

const integerText = /^-?\d{1,15}$/

export function int(value: unknown, c: Findings): unknown {
  if (Number.isSafeInteger(value)) return value
  if (typeof value === 'string' && integerText.test(value)) return Number(value)
  odd(value, c)
  return value
}

export function instant(value: unknown, c: Findings): unknown {
  if (typeof value === 'string') {
    const text = canonicalInstant(value, c.zone)
    if (text !== '') return text
  }
  odd(value, c)
  return value
}

// Some day fields print a midnight time behind the date.
const dayText = /^(\d{4})-(\d\d)-(\d\d)(?:T00:00(?::00(?:\.0+)?)?Z?)?$/

export function day(value: unknown, c: Findings): unknown {
  if (
    typeof value === 'string' &&
    dayText.test(value) &&
    canonicalInstant(`${value.slice(0, 10)}T00:00`) !== ''
  ) {
    return value.slice(0, 10)
  }
  odd(value, c)
  return value
}

const decimalText = /^[+-]?\d+(\.\d+)?$/

export function decimal(value: unknown, c: Findings): unknown {
  if (typeof value === 'string' && decimalText.test(value)) return value
  if (typeof value === 'number' && decimalText.test(String(value))) return String(value)
  odd(value, c)
  return value
}

/** JSON leaves promise no form, so whatever is found in them is at most a wrong value. */
export function map(value: unknown, c: Findings): void {
  if (!isRow(value)) c.found |= value === null ? SHAPE : VALUE
}

export function object(value: unknown, normalise: Normaliser, c: Findings): void {
  if (isRow(value)) normalise(value, c)
  else c.found |= SHAPE
}

/** An empty object stands for none. */
export function ref(value: unknown, normalise: Normaliser, nullable: boolean, c: Findings): unknown {
  if (value === null) {
    c.found |= SHAPE
    return value
  }
  const before = c.found
  c.found = 0
  if (isRow(value)) normalise(value, c)
  else c.found = VALUE
  const wrong = c.found !== 0
  c.found = before
  if (wrong && nullable && isEmptyRow(value)) return null
  if (wrong) c.found |= VALUE
  return value
}

export function refs(value: unknown, normalise: Normaliser, c: Findings): unknown {
  if (Array.isArray(value)) {
    for (const item of value) if (item !== null) ref(item, normalise, false, c)
    return value
  }
  if (isEmptyRow(value)) return null
  c.found |= VALUE
  return value
}

export function list(value: unknown, normalise: Normaliser, nullable: boolean, c: Findings): void {
  if (!Array.isArray(value)) {
    c.found |= SHAPE
    return
  }
  for (const item of value) {
    if (item !== null) object(item, normalise, c)
    else if (!nullable) c.found |= SHAPE
  }
}

export function texts(value: unknown, nullable: boolean, c: Findings): void {
  if (!Array.isArray(value)) {
    c.found |= SHAPE
    return
  }
  for (const item of value) if (typeof item !== 'string' && !(item === null && nullable)) odd(item, c)
}

export function jsons(value: unknown, nullable: boolean, c: Findings): void {
  if (!Array.isArray(value) || (!nullable && value.includes(null))) c.found |= SHAPE
}
