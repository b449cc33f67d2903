import { ClientFailure, InternalFailure } from '../errors/operation-failure.js'
import type { Quirks } from '../quirks.js'
import type { SchemaModel, ValueKind } from '../schema-model.js'
import { readTime } from '../world/wire-time.js'
import { attributeOf } from './attribute.js'
import { numberOf, placeholderRange, spanOf, timeOf } from './date-range.js'

/** `RuleConditionInput` as it arrives: a leaf or a group. */
export interface RuleCondition {
  readonly attribute?: string | null
  readonly operator?: string | null
  readonly value?: unknown
  readonly joinOperator?: string | null
  readonly operands?: readonly (RuleCondition | null)[] | null
}

export type Predicate = (row: object) => boolean
type Test = (value: unknown) => boolean

const isEmpty: Test = (value) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? '' : String(value ?? '')
/** A test of one value, passed by a list when one of its entries passes. */
const some =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) ? value.some(test) : !isEmpty(value) && test(value)
const not =
  (test: Test): Test =>
  (value) =>
    !test(value)

type Operators = Readonly<Record<string, (operand: unknown, now: number) => Test>>

const present: Operators = { isEmpty: () => isEmpty, isNotEmpty: () => not(isEmpty) }

/** The operand of a text operator: numbers and booleans are taken as text, for ids sent as numbers. */
function wordOf(operand: unknown): string {
  if (isEmpty(operand) || typeof operand === 'object') throw new InternalFailure('expected a text')
  return textOf(operand)
}

function is(operand: unknown): Test {
  const word = wordOf(operand)
  return some((value) => textOf(value) === word)
}
function includes(operand: unknown): Test {
  if (!Array.isArray(operand)) throw new InternalFailure('includes takes a list')
  const wanted = new Set(operand.map(textOf))
  return some((value) => wanted.has(textOf(value)))
}
/** Parts of texts compare whatever the case. */
const part =
  (test: (text: string, part: string) => boolean) =>
  (operand: unknown): Test => {
    const wanted = wordOf(operand).toLowerCase()
    return some((value) => test(textOf(value).toLowerCase(), wanted))
  }
const contains = part((text, wanted) => text.includes(wanted))

const textOperators: Operators = {
  ...present,
  is,
  isNot: (operand) => not(is(operand)),
  startsWith: part((text, wanted) => text.startsWith(wanted)),
  endsWith: part((text, wanted) => text.endsWith(wanted)),
  contains,
  notContains: (operand) => not(contains(operand)),
  includes,
  notIncludes: (operand) => not(includes(operand)),
  // Undocumented, said to work live on ticket status.
  in: includes,
}

function compare(test: (difference: number) => boolean): Operators[string] {
  return (operand) => {
    const limit = numberOf(operand)
    if (Number.isNaN(limit)) throw new InternalFailure('expected a number')
    return some((value) => test(Number(value) - limit))
  }
}

const numberOperators: Operators = {
  ...present,
  is: compare((difference) => difference === 0),
  isNot: (operand, now) => not(compare((difference) => difference === 0)(operand, now)),
  greaterThan: compare((difference) => difference > 0),
  greaterThanOrEqual: compare((difference) => difference >= 0),
  lessThan: compare((difference) => difference < 0),
  lessThanOrEqual: compare((difference) => difference <= 0),
}

const within = (from: number, to: number): Test =>
  some((value) => {
    const time = readTime(textOf(value))
    return time >= from && time < to
  })

const dateOperators: Operators = {
  on: (operand, now) => within(...placeholderRange(operand, now)),
  between: (operand) => {
    const [from, to] = Array.isArray(operand) ? operand : []
    return within(timeOf(from), timeOf(to) + 1)
  },
  inLast: (operand, now) => within(now - spanOf(operand), now + 1),
  inNext: (operand, now) => within(now, now + spanOf(operand) + 1),
  after: (operand) => within(timeOf(operand) + 1, Number.POSITIVE_INFINITY),
  before: (operand) => within(Number.NEGATIVE_INFINITY, timeOf(operand)),
}

const booleanOperators: Operators = {
  is: (operand) => {
    if (operand !== true && operand !== false) throw new InternalFailure('expected true or false')
    return (value) => value === operand
  },
}

const operatorsOf: Readonly<Record<ValueKind, Operators>> = {
  text: textOperators,
  number: numberOperators,
  date: dateOperators,
  boolean: booleanOperators,
  json: textOperators,
  map: present,
  object: present,
  leaf: present,
}

/** What a condition is read against. */
export interface ConditionContext {
  readonly model: SchemaModel
  /** Epoch milliseconds that placeholders and spans start from. */
  readonly now: number
  readonly quirks: Quirks
}

function leaf(
  type: string,
  { attribute, operator, value }: RuleCondition,
  { model, now, quirks }: ConditionContext,
): Predicate {
  if (typeof attribute !== 'string' || typeof operator !== 'string') {
    throw new InternalFailure('a condition needs an attribute and an operator')
  }
  const { kind, read } = attributeOf(model, type, attribute)
  const operators = operatorsOf[kind]
  const make = Object.hasOwn(operators, operator) ? operators[operator] : undefined
  if (make === undefined) {
    if (quirks.unknownOperatorFails) throw new InternalFailure(`unknown operator for ${kind}`)
    throw new ClientFailure('type_validation_failed', { attributes: ['operator'] })
  }
  if (kind === 'date' && quirks.dateOperatorsFail) throw new InternalFailure('date operators fail')
  const test = make(value, now)
  return (row) => test(read(row))
}

const isNothing = (value: unknown): boolean => value === null || value === undefined

/**
 * Predicate of a condition over rows of a type; one without any key lets every row pass.
 *
 * What the live API refuses, an unknown operator or attribute, throws an {@link InternalFailure}.
 */
export function predicateOf(type: string, condition: RuleCondition, context: ConditionContext): Predicate {
  const { operands, joinOperator } = condition
  if (operands === null || operands === undefined)
    return Object.values(condition).every(isNothing) ? () => true : leaf(type, condition, context)
  const tests = operands.flatMap((operand) => (operand === null ? [] : [predicateOf(type, operand, context)]))
  if (joinOperator === 'AND') return (row) => tests.every((test) => test(row))
  if (joinOperator === 'OR') return (row) => tests.some((test) => test(row))
  throw new InternalFailure('expected joinOperator AND or OR')
}
