import { InternalFailure } from '../errors/operation-failure.js'
import type { SchemaModel, ValueKind } from '../schema-model.js'
import { readTime } from '../world/wire-time.js'
import { attributeOf } from './attribute.js'

export interface SortRule {
  readonly attribute?: string | null
  readonly order?: string | null
}

/** One rule of a sort over rows of a type. */
export interface SortColumn {
  readonly direction: 1 | -1
  /** What the row holds; the key changes only with it. */
  read(row: object): unknown
  /** What compares: equal instants are equal however they are printed. Null is empty. */
  keyOf(value: unknown): SortKey
}

export type SortKey = string | number | null

const textKey = (value: unknown): SortKey => (value === null ? null : String(value))

function numberKey(value: unknown): SortKey {
  const number = value === null ? Number.NaN : Number(value)
  return Number.isNaN(number) ? null : number
}

function timeKey(value: unknown): SortKey {
  const time = typeof value === 'string' ? readTime(value) : Number.NaN
  return Number.isNaN(time) ? null : time
}

const keys: Readonly<Partial<Record<ValueKind, SortColumn['keyOf']>>> = {
  text: textKey,
  json: textKey,
  boolean: textKey,
  number: numberKey,
  date: timeKey,
}

/** The rules of a sort; unknown attributes, and those that are no single value, throw an {@link InternalFailure}. */
export function sortColumns(
  model: SchemaModel,
  type: string,
  rules: readonly (SortRule | null)[],
): SortColumn[] {
  return rules.flatMap((rule) => {
    if (rule === null) return []
    if (typeof rule.attribute !== 'string') throw new InternalFailure('a sort needs an attribute')
    const { kind, many, read } = attributeOf(model, type, rule.attribute)
    const keyOf = keys[kind]
    if (keyOf === undefined || many) throw new InternalFailure(`${rule.attribute} is no single value`)
    return [{ direction: rule.order === 'DESC' ? -1 : 1, read, keyOf }]
  })
}
