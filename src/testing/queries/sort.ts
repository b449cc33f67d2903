import { InternalFailure } from '../errors/operation-failure.js'
import type { ValueKind } from '../schema-model.js'
import { attributeOf } from './attribute.js'

export interface SortRule {
  readonly attribute?: string | null
  readonly order?: string | null
}

type Compare = (left: unknown, right: unknown) => number

const byText: Compare = (left, right) => {
  const a = typeof left === 'string' ? left : String(left)
  const b = typeof right === 'string' ? right : String(right)
  return a < b ? -1 : a > b ? 1 : 0
}
const byNumber: Compare = (left, right) => Number(left) - Number(right)

// ISO texts of different precision sort as text: the shorter one is the earlier instant or the same.
const compareOf = (kind: ValueKind): Compare => (kind === 'number' ? byNumber : byText)

/** Rows in the order of the rules, equal ones as they were; empty values come last upwards and first downwards. */
export function sortRows<Row extends object>(
  type: string,
  rows: readonly Row[],
  rules: readonly (SortRule | null)[],
): Row[] {
  const keys = rules.flatMap((rule) => {
    if (rule === null) return []
    if (typeof rule.attribute !== 'string') throw new InternalFailure('a sort needs an attribute')
    const { kind, read } = attributeOf(type, rule.attribute)
    const compare = compareOf(kind)
    return [
      { compare, direction: rule.order === 'DESC' ? -1 : 1, values: rows.map((row) => read(row) ?? null) },
    ]
  })
  const places = rows.map((_, at) => at)
  places.sort((left, right) => {
    for (const { compare, direction, values } of keys) {
      const a = values[left]
      const b = values[right]
      const difference = a === null || b === null ? Number(a === null) - Number(b === null) : compare(a, b)
      if (difference !== 0) return difference * direction
    }
    return left - right
  })
  return places.map((at) => rows[at] as Row)
}
