import { canonicalInstant } from '../values/instant.js'
import type { Column, SqlType } from './column.js'
import { decimalText } from './decimal-text.js'

/** A value as every format writes it: instants, days, decimals and JSON as text. */
export type Cell = string | number | boolean | null

/** A row as values of columns, in their order. */
export interface Cells {
  readonly cells: readonly Cell[]
  /** Values that have no place in their columns, by the way to them; null without any. */
  readonly doubtful: Readonly<Record<string, unknown>> | null
}

/** Reads a record into columns. */
export function cellsOf(columns: readonly Column[], row: object): Cells {
  let doubtful: Record<string, unknown> | null = null
  const setApart = (path: readonly string[], value: unknown) => {
    doubtful ??= {}
    doubtful[path.join('.')] = value
    return null
  }
  const cells = columns.map(({ path, type, isJson }): Cell => {
    let value: unknown = row
    for (const [depth, key] of path.entries()) {
      if (!isObject(value)) return setApart(path.slice(0, depth), value)
      value = value[key] ?? null
      if (value === null) return null
    }
    const cell = isJson ? JSON.stringify(value) : read[type](value)
    return cell ?? setApart(path, value)
  })
  return { cells, doubtful }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

/** Null for what has no place in a column; in a text every value has one. */
const read: { readonly [Type in SqlType]: (value: unknown) => Cell } = {
  VARCHAR: (value) => (typeof value === 'string' ? value : JSON.stringify(value)),
  BOOLEAN: (value) => (typeof value === 'boolean' ? value : null),
  BIGINT: (value) => (Number.isSafeInteger(value) ? (value as number) : null),
  DOUBLE: numberOf,
  TIMESTAMP: (value) => (typeof value === 'string' && canonicalInstant(value)) || null,
  DATE: (value) => (typeof value === 'string' && isDay(value) ? value : null),
  'DECIMAL(18,6)': (value) => (typeof value === 'string' ? decimalText(value) : null),
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && canonicalInstant(`${text}T00:00`) !== ''
