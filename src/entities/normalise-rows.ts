import type { Zone } from '../values/zone.js'
import { keyOf } from './fields.js'
import { type Findings, normaliserOf, SHAPE } from './normalise.js'
import { isRow, type Row } from './row.js'
import type { Schema } from './schema.js'

/** A row with something wrong; decode.ts says what. */
export interface OddRow {
  readonly index: number
  readonly row: unknown
  /** It cannot be used. */
  readonly broken: boolean
}

export interface NormalisedRows {
  readonly rows: Row[]
  /** How many of the rows given were set aside. */
  readonly setAside: number
  /** Keys of all rows given, also of those set aside; undefined where a row has none. */
  readonly keys: readonly (string | undefined)[]
  readonly odd: readonly OddRow[]
}

export function rowId(key: string | undefined, row: unknown): string | undefined {
  const id = isRow(row) && key !== undefined ? row[key] : undefined
  return typeof id === 'string' ? id : undefined
}

/** Reads freshly parsed rows in place: good ones are delivered, rows of a wrong shape set aside. */
export function normaliseRows(
  schema: Schema,
  entity: string,
  rows: readonly unknown[],
  zone?: Zone,
): NormalisedRows {
  const normalise = normaliserOf(schema, entity)
  const findings: Findings = { found: 0, zone }
  const key = keyOf(schema, entity)
  const good: Row[] = []
  const keys: (string | undefined)[] = []
  const odd: OddRow[] = []
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]
    findings.found = 0
    if (isRow(row)) normalise(row, findings)
    else findings.found = SHAPE
    keys.push(rowId(key, row))
    const broken = (findings.found & SHAPE) !== 0
    if (!broken) good.push(row as Row)
    if (findings.found !== 0) odd.push({ index, row, broken })
  }
  return { rows: good, setAside: rows.length - good.length, keys, odd }
}
