import type * as t from 'io-ts'
import type { Zone } from '../values/zone.js'
import { codecOf, type Severity, severityOf } from './codec.js'
import { keyOf } from './fields.js'
import { normalisers } from './generated/normalisers.js'
import type { ObjectName } from './generated/objects.js'
import { type Findings, isRow, type Row, SHAPE } from './normalise.js'

/** What was found wrong in one place of one row; never the value itself. */
export interface DecodeIssue {
  /** `shape`: the row was set aside. `value`: the row was delivered, this value as it came. */
  readonly severity: Severity
  readonly entity: ObjectName
  /** Key of the row, when it has one. */
  readonly id?: string
  /** Position of the row in its page or answer, from 0. */
  readonly index: number
  /** Page the row came with, from 1; absent outside of lists. */
  readonly page?: number
  /** Dotted path inside the row, such as `client.accountId`; empty for the row itself, absent past the report limit. */
  readonly path?: string
  readonly expected?: string
}

export interface DecodedRows {
  readonly rows: Row[]
  readonly issues: DecodeIssue[]
  /** How many of the rows given were set aside. */
  readonly setAside: number
  /** Keys of all rows given, also of those set aside; undefined where a row has none. */
  readonly keys: readonly (string | undefined)[]
}

/** Bad rows per page whose issues are written in full; of the others only row and severity are told. */
const reportLimit = 20

function rowId(entity: ObjectName, row: unknown): string | undefined {
  const key = keyOf(entity)
  const id = isRow(row) && key !== undefined ? row[key] : undefined
  return typeof id === 'string' ? id : undefined
}

/** Writes down what io-ts finds in a row; canonical values of a half rewritten row are accepted. */
export function reportRow(entity: ObjectName, row: unknown, index: number): DecodeIssue[] {
  const result = codecOf(entity).decode(row)
  if (result._tag === 'Right') return []
  const id = rowId(entity, row)
  return result.left.map((error) => ({
    severity: severityOf(error),
    entity,
    ...(id !== undefined && { id }),
    index,
    path: pathOf(error.context),
    expected: error.context.at(-1)?.type.name ?? entity,
  }))
}

const pathOf = (context: t.Context) =>
  context
    .slice(1)
    .map((entry) => entry.key)
    .join('.')

/**
 * Decodes freshly parsed rows in place: good ones are delivered, rows of a wrong shape set aside.
 *
 * @param zone Zone of times without offset; UTC when undefined.
 */
export function decodeRows(entity: ObjectName, rows: readonly unknown[], zone?: Zone): DecodedRows {
  const normalise = normalisers[entity]
  const findings: Findings = { found: 0, zone }
  const good: Row[] = []
  const issues: DecodeIssue[] = []
  const keys: (string | undefined)[] = []
  let reported = 0
  for (const [index, row] of rows.entries()) {
    findings.found = 0
    if (isRow(row)) normalise(row, findings)
    else findings.found = SHAPE
    keys.push(rowId(entity, row))
    const broken = (findings.found & SHAPE) !== 0
    if (!broken) good.push(row as Row)
    if (findings.found === 0) continue
    reported++
    if (reported <= reportLimit) {
      issues.push(...reportRow(entity, row, index))
    } else {
      const id = rowId(entity, row)
      issues.push({ severity: broken ? 'shape' : 'value', entity, ...(id !== undefined && { id }), index })
    }
  }
  return { rows: good, issues, setAside: rows.length - good.length, keys }
}
