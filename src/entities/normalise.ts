import { canonicalInstant } from '../values/instant.js'
import type { Zone } from '../values/zone.js'
import { type Field, fieldsOf, isObjectName, type ScalarKind } from './fields.js'
import { isRow, type Row } from './row.js'
import { perOwner, type Schema } from './schema.js'

/*
 * Rewrites a freshly parsed row in place: id numbers become text, instants canonical. What is wrong is only
 * marked here; codec.ts says what.
 */

export interface Findings {
  /** Bits: VALUE when a form is wrong, SHAPE when the row cannot be used. */
  found: number
  /** Zone of times without offset; UTC when undefined. */
  readonly zone: Zone | undefined
}

/** Answers what becomes of a value, marks what is wrong with it. */
export type Convert = (value: unknown, findings: Findings) => unknown

export const VALUE = 1
export const SHAPE = 2

export function isEmptyRow(value: unknown): boolean {
  if (!isRow(value)) return false
  for (const _ in value) return false
  return true
}

/** Marks a value that is not what a scalar field holds: null and containers are wrong shapes. */
function odd(value: unknown, c: Findings): void {
  c.found |= value === null || typeof value === 'object' ? SHAPE : VALUE
}

export function key(value: unknown, c: Findings): unknown {
  if (typeof value === 'string' && value !== '') return value
  if (Number.isSafeInteger(value)) return String(value)
  c.found |= SHAPE
  return value
}

function id(value: unknown, c: Findings): unknown {
  if (typeof value === 'string') return value
  if (Number.isSafeInteger(value)) return String(value)
  odd(value, c)
  return value
}

const integerText = /^-?\d{1,15}$/

function int(value: unknown, c: Findings): unknown {
  if (Number.isSafeInteger(value)) return value
  if (typeof value === 'string' && integerText.test(value)) return Number(value)
  odd(value, c)
  return value
}

function instant(value: unknown, c: Findings): unknown {
  if (typeof value === 'string') {
    const text = canonicalInstant(value, c.zone)
    if (text !== '') return text
  }
  odd(value, c)
  return value
}

// Some day fields print a midnight time behind the date.
const dayText = /^(\d{4})-(\d\d)-(\d\d)(?:T00:00(?::00(?:\.0+)?)?Z?)?$/

function day(value: unknown, c: Findings): unknown {
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

function decimal(value: unknown, c: Findings): unknown {
  if (typeof value === 'string' && decimalText.test(value)) return value
  if (typeof value === 'number' && decimalText.test(String(value))) return String(value)
  odd(value, c)
  return value
}

function text(value: unknown, c: Findings): unknown {
  if (typeof value !== 'string' && value !== undefined) odd(value, c)
  return value
}

function bool(value: unknown, c: Findings): unknown {
  if (typeof value !== 'boolean') odd(value, c)
  return value
}

function json(value: unknown, c: Findings): unknown {
  if (value === null) odd(value, c)
  return value
}

/** JSON leaves promise no form, so whatever is found in them is at most a wrong value. */
function map(value: unknown, c: Findings): unknown {
  if (!isRow(value)) c.found |= value === null ? SHAPE : VALUE
  return value
}

export const scalars: Readonly<Record<ScalarKind, Convert>> = {
  text,
  int,
  bool,
  id,
  json,
  instant,
  day,
  decimal,
  map,
}

interface Step {
  readonly name: string
  readonly refusesNull: boolean
  /** Any text is fine as it is. */
  readonly takesText: boolean
  readonly convert: Convert
}

interface Plan {
  readonly key: string | undefined
  /** One per field, in the order of the SDL, which is the order of derived selections and so of rows. */
  steps: readonly Step[]
  positions: ReadonlyMap<string, number>
}

const plans = perOwner<Plan>()

/** How rows of a type are read; made at first use. */
function planOf(schema: Schema, name: string): Plan {
  const known = plans(schema).get(name)
  if (known !== undefined) return known
  const fields = fieldsOf(schema, name)
  // As property names the texts are the very strings that JSON.parse gives to rows: equal by identity.
  const names = Object.keys(Object.fromEntries(fields.map((field) => [field.name, true])))
  const plan: Plan = {
    key: fields.find((field) => field.key)?.name,
    steps: [],
    positions: new Map(names.map((text, index) => [text, index])),
  }
  // Before its steps are made: a type can lead to itself.
  plans(schema).set(name, plan)
  plan.steps = fields.map((field, index) => ({
    name: names[index] ?? field.name,
    refusesNull: field.nonNull || field.key,
    takesText: !field.key && field.items === undefined && (field.kind === 'text' || field.kind === 'id'),
    convert: converterOf(schema, field),
  }))
  return plan
}

function converterOf(schema: Schema, { kind, items, key: isKey, leaf, nonNull }: Field): Convert {
  if (isKey) return key
  if (!isObjectName(schema, kind)) {
    const convert = scalars[kind as ScalarKind]
    return items === undefined ? convert : listOf(convert, items.nonNull)
  }
  const plan = planOf(schema, kind)
  if (leaf) return items === undefined ? refOf(plan, !nonNull) : refsOf(plan)
  const object = objectOf(plan)
  return items === undefined ? object : listOf(object, items.nonNull)
}

function objectOf(plan: Plan): Convert {
  return (value, c) => {
    if (isRow(value)) normalise(value, plan, c)
    else c.found |= SHAPE
    return value
  }
}

function listOf(convert: Convert, refusesNull: boolean): Convert {
  return (value, c) => {
    if (!Array.isArray(value)) c.found |= SHAPE
    else
      for (let i = 0; i < value.length; i++)
        if (value[i] !== null || refusesNull) value[i] = convert(value[i], c)
    return value
  }
}

/** An empty object stands for none. */
function refOf(plan: Plan, nullable: boolean): Convert {
  return (value, c) => {
    if (value === null) {
      c.found |= SHAPE
      return value
    }
    const before = c.found
    c.found = 0
    if (isRow(value)) normalise(value, plan, c)
    else c.found = VALUE
    const wrong = c.found !== 0
    c.found = before
    if (wrong && nullable && isEmptyRow(value)) return null
    if (wrong) c.found |= VALUE
    return value
  }
}

function refsOf(plan: Plan): Convert {
  const ref = refOf(plan, false)
  return (value, c) => {
    if (Array.isArray(value)) {
      for (const item of value) if (item !== null) ref(item, c)
      return value
    }
    if (isEmptyRow(value)) return null
    c.found |= VALUE
    return value
  }
}

/*
 * for-in reads the fields of a plain object without a look-up per name, and the next step mostly is the next
 * field's: close to a function written out per type, at a fraction of its size.
 */
function normalise(row: Row, { key, steps, positions }: Plan, c: Findings): void {
  let next = 0
  for (const name in row) {
    let step = steps[next]
    if (step === undefined || step.name !== name) {
      const position = positions.get(name)
      if (position === undefined) continue
      next = position
      step = steps[position] as Step
    }
    next++
    const value = row[name]
    if (typeof value === 'string' ? step.takesText : value === undefined) continue
    if (value === null && !step.refusesNull) continue
    const converted = step.convert(value, c)
    if (converted !== value) row[name] = converted
  }
  if (key !== undefined && row[key] === undefined) c.found |= SHAPE
}

/** Reads a row of a type in place. */
export function normaliserOf(schema: Schema, name: string): (row: Row, findings: Findings) => void {
  const plan = planOf(schema, name)
  return (row, findings) => normalise(row, plan, findings)
}
