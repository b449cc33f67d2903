import { InternalFailure } from '../errors/operation-failure.js'
import type { ValueKind } from '../schema-model.js'
import { readTime } from '../world/wire-time.js'
import { attributeOf } from './attribute.js'
import { placeholderRange, spanOf, timeOf } from './date-range.js'

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
const fold = (value: unknown): string => textOf(value).toLowerCase()

type Operators = Readonly<Record<string, (operand: unknown, now: number) => Test>>

const present: Operators = { isEmpty: () => isEmpty, isNotEmpty: () => not(isEmpty) }

const is = (operand: unknown): Test => some((value) => textOf(value) === textOf(operand))
function includes(operand: unknown): Test {
  if (!Array.isArray(operand)) throw new InternalFailure('includes takes a list')
  const wanted = new Set(operand.map(textOf))
  return some((value) => wanted.has(textOf(value)))
}
const contains = (operand: unknown): Test => some((value) => fold(value).includes(fold(operand)))

const textOperators: Operators = {
  ...present,
  is,
  isNot: (operand) => not(is(operand)),
  startsWith: (operand) => some((value) => fold(value).startsWith(fold(operand))),
  endsWith: (operand) => some((value) => fold(value).endsWith(fold(operand))),
  contains,
  notContains: (operand) => not(contains(operand)),
  includes,
  notIncludes: (operand) => not(includes(operand)),
  // Undocumented, said to work live on ticket status.
  in: includes,
}

function compare(test: (difference: number) => boolean): Operators[string] {
  return (operand) => {
    const limit = Number(operand)
    if (isEmpty(operand) || Number.isNaN(limit)) throw new InternalFailure('expected a number')
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
  is: (operand) => (value) => value === operand || String(value) === operand,
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

function leaf(type: string, { attribute, operator, value }: RuleCondition, now: number): Predicate {
  if (typeof attribute !== 'string' || typeof operator !== 'string') {
    throw new InternalFailure('a condition needs an attribute and an operator')
  }
  const { kind, read } = attributeOf(type, attribute)
  const operators = operatorsOf[kind]
  const make = Object.hasOwn(operators, operator) ? operators[operator] : undefined
  if (make === undefined) throw new InternalFailure(`unknown operator for ${kind}`)
  const test = make(value, now)
  return (row) => test(read(row))
}

/**
 * Predicate of a condition over rows of a type.
 *
 * What the live API refuses, an unknown operator or attribute, throws an {@link InternalFailure}.
 */
export function predicateOf(type: string, condition: RuleCondition, now: number): Predicate {
  const { operands, joinOperator } = condition
  if (operands === null || operands === undefined) {
    return Object.keys(condition).length === 0 ? () => true : leaf(type, condition, now)
  }
  const tests = operands.flatMap((operand) => (operand === null ? [] : [predicateOf(type, operand, now)]))
  if (joinOperator === 'AND') return (row) => tests.every((test) => test(row))
  if (joinOperator === 'OR') return (row) => tests.some((test) => test(row))
  throw new InternalFailure('expected joinOperator AND or OR')
}
