import type { Day, Decimal, Instant, RuleConditionInput, SortInput } from '../entities/generated/types.js'
import { parseInstant } from '../values/instant.js'
import type { CollectionName, ListRowOf } from './collections.js'
import type { Msp } from './msp-surface.js'
import type { SurfaceTypes } from './surface.js'

declare const rows: unique symbol
/** A condition on rows of one kind; plain objects of SuperOps' form do as well. */
export type Condition<Row> = RuleConditionInput & { readonly [rows]?: Row }
/** A sort of rows of one kind; plain objects do as well. */
export type Sort<Row> = SortInput & { readonly [rows]?: Row }

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

type KindOf<Value> = unknown extends Value
  ? never
  : Same<Value, Instant> extends true
    ? 'date'
    : Same<Value, Day> extends true
      ? 'date'
      : Same<Value, Decimal> extends true
        ? 'number'
        : [Value] extends [number]
          ? 'number'
          : [Value] extends [boolean]
            ? 'boolean'
            : [Value] extends [string]
              ? 'text'
              : [Value] extends [readonly (string | null)[]]
                ? 'text'
                : never

type Given<Row, Key extends keyof Row> = NonNullable<Row[Key]>
type Scalars<Row> = {
  [Key in keyof Row & string]-?: [KindOf<Given<Row, Key>>] extends [never] ? never : Key
}[keyof Row & string]
type Reference<Value> = unknown extends Value
  ? never
  : Value extends readonly unknown[]
    ? never
    : string extends keyof Value
      ? never
      : Value extends object
        ? Scalars<Value>
        : never
type Dotted<Row> = {
  [Key in keyof Row & string]-?: Given<Row, Key> extends string
    ? never
    : `${Key}.${Reference<Given<Row, Key>>}`
}[keyof Row & string]

/** Names a condition or sort can use: fields of the row, and those of its references, such as `client.name`. */
export type Attribute<Row> = Scalars<Row> | Dotted<Row>

type ValueAt<Row, Name> = Name extends keyof Row
  ? Given<Row, Name>
  : Name extends `${infer Key}.${infer Inner}`
    ? Key extends keyof Row
      ? ValueAt<Given<Row, Key>, Inner>
      : never
    : never

interface Presence<Row> {
  /** Evidence: docs. */
  isEmpty(): Condition<Row>
  /** Evidence: docs. */
  isNotEmpty(): Condition<Row>
}

export interface TextOperators<Row, Value> extends Presence<Row> {
  /** Evidence: live, on many attributes. */
  is(value: Value): Condition<Row>
  /** Evidence: docs. */
  isNot(value: Value): Condition<Row>
  /** Evidence: live, on status, severity and email domains. */
  includes(values: readonly Value[]): Condition<Row>
  /** Evidence: docs. */
  notIncludes(values: readonly Value[]): Condition<Row>
  /** Evidence: docs. */
  contains(part: string): Condition<Row>
  /** Evidence: docs. */
  notContains(part: string): Condition<Row>
  /** Evidence: docs. */
  startsWith(part: string): Condition<Row>
  /** Evidence: docs. */
  endsWith(part: string): Condition<Row>
}

export interface NumberOperators<Row> extends Presence<Row> {
  /** Evidence: docs. */
  is(value: number): Condition<Row>
  /** Evidence: docs. */
  isNot(value: number): Condition<Row>
  /** Evidence: docs. */
  greaterThan(value: number): Condition<Row>
  /** Evidence: docs. */
  greaterThanOrEqual(value: number): Condition<Row>
  /** Evidence: docs. */
  lessThan(value: number): Condition<Row>
  /** Evidence: docs. */
  lessThanOrEqual(value: number): Condition<Row>
}

export type DatePlaceholder =
  `placeholder.${'today' | 'yesterday' | 'tomorrow' | `${'this' | 'last' | 'next'}.${'week' | 'month' | 'quarter'}`}`

/** Evidence: live for days, guess for the others. */
export interface Span {
  readonly unit: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'HOUR' | 'MINUTE'
  readonly quantity: number
}

/** One live tenant answered every date operator on tickets with an internal error. */
export interface DateOperators<Row> {
  /** Evidence: live. */
  on(placeholder: DatePlaceholder): Condition<Row>
  /** Evidence: live. */
  inLast(span: Span): Condition<Row>
  /** Evidence: docs. */
  inNext(span: Span): Condition<Row>
  /** Evidence: live. @throws TypeError when it is no time. */
  after(time: Date | Instant | Day): Condition<Row>
  /** Evidence: docs. @throws TypeError when it is no time. */
  before(time: Date | Instant | Day): Condition<Row>
  /** Evidence: docs; the form of its value is a guess. @throws TypeError when one is no time. */
  between(from: Date | Instant | Day, to: Date | Instant | Day): Condition<Row>
}

export interface BooleanOperators<Row> {
  /** Evidence: docs. */
  is(value: boolean): Condition<Row>
}

type ElementOf<Value> = Value extends readonly (infer Item)[] ? NonNullable<Item> : Value
type OperatorsOf<Row, Value> = {
  text: TextOperators<Row, ElementOf<Value>>
  number: NumberOperators<Row>
  date: DateOperators<Row>
  boolean: BooleanOperators<Row>
}[KindOf<Value>]

const operators =
  'is isNot isEmpty isNotEmpty includes notIncludes contains notContains startsWith endsWith greaterThan greaterThanOrEqual lessThan lessThanOrEqual on inLast inNext after before between'.split(
    ' ',
  )
const ofTimes = ['after', 'before', 'between']

/** Instants become Dates, which the client writes in the tenant's zone; days stay as they are. */
function timeOf(value: unknown): unknown {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return value
  const ms =
    value instanceof Date ? value.getTime() : typeof value === 'string' ? parseInstant(value) : Number.NaN
  if (Number.isNaN(ms)) throw new TypeError(`where: expected a time, received ${typeof value}`)
  return new Date(ms)
}

/** @see where */
export type Where<S extends SurfaceTypes> = <
  Name extends CollectionName<S>,
  Field extends Attribute<ListRowOf<S, Name>>,
>(
  collection: Name,
  attribute: Field,
) => OperatorsOf<ListRowOf<S, Name>, ValueAt<ListRowOf<S, Name>, Field>>

const startCondition = (_collection: string, attribute: string): object =>
  Object.fromEntries(
    operators.map((operator) => [
      operator,
      (...given: unknown[]) => {
        const values = ofTimes.includes(operator) ? given.map(timeOf) : given
        const value = operator === 'between' ? values : values[0]
        return { attribute, operator, ...(value !== undefined && { value }) }
      },
    ]),
  )

/** Starts conditions on the lists of a surface; which one matters to the types alone. */
export const whereOf = <S extends SurfaceTypes>() => startCondition as unknown as Where<S>

/**
 * Starts a condition on an attribute of a list; offers the operators that its type has.
 *
 * @example
 * where('tickets', 'status').includes(['Open', 'On Hold'])
 * // => { attribute: 'status', operator: 'includes', value: ['Open', 'On Hold'] }
 */
export const where = /* @__PURE__ */ whereOf<Msp>()

const group =
  (joinOperator: 'AND' | 'OR') =>
  <Row>(...operands: Condition<Row>[]): Condition<Row> => ({ joinOperator, operands })

/** All of the conditions. Evidence: live. */
export const and = group('AND')
/** Any of the conditions. Evidence: docs. */
export const or = group('OR')

type ProvenAttribute<
  S extends SurfaceTypes,
  Name extends CollectionName<S>,
> = S['collections'][Name] extends { sorts: infer Sorts } ? keyof Sorts & string : never

/** @see sortBy */
export interface SortBy<S extends SurfaceTypes> {
  /** Evidence: live, descending. The list is read by the sorted walk, which proves that no row is lost. */
  <Name extends CollectionName<S>, Field extends ProvenAttribute<S, Name>>(
    collection: Name,
    attribute: Field,
    order: 'ASC' | 'DESC',
  ): Sort<ListRowOf<S, Name>>
  /** Evidence: none for this attribute; some are refused with an internal error. */
  <Name extends CollectionName<S>, Field extends Attribute<ListRowOf<S, Name>>>(
    collection: Name,
    attribute: Field,
    order: 'ASC' | 'DESC',
  ): Sort<ListRowOf<S, Name>>
}

const makeSort = (_collection: string, attribute: string, order: 'ASC' | 'DESC') => ({ attribute, order })

/** As {@link whereOf}. */
export const sortByOf = <S extends SurfaceTypes>() => makeSort as SortBy<S>

/** Makes a sort of a list. */
export const sortBy = /* @__PURE__ */ sortByOf<Msp>()
