import type * as t from 'io-ts'
import type { Zone } from '../values/zone.js'
import { codecOf, type Severity, severityOf } from './codec.js'
import { keyOf } from './fields.js'
import { type NormalisedRows, normaliseRows, type OddRow, rowId } from './normalise-rows.js'
import type { Schema } from './schema.js'

/** What was found wrong in one place of one row; never the value itself. */
export interface DecodeIssue {
  /** `shape`: the row was set aside. `value`: the row was delivered, this value as it came. */
  readonly severity: Severity
  /** Name of its type. */
  readonly entity: string
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

export interface DecodedRows extends Omit<NormalisedRows, 'odd'> {
  readonly issues: DecodeIssue[]
}

/** Bad rows per page whose issues are written in full; of the others only row and severity are told. */
const reportLimit = 20

/** Writes down what io-ts finds in a row; canonical values of a half rewritten row are accepted. */
export function reportRow(schema: Schema, entity: string, row: unknown, index: number): DecodeIssue[] {
  const result = codecOf(schema, entity).decode(row)
  if (result._tag === 'Right') return []
  const id = rowId(keyOf(schema, entity), row)
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

/** Writes down what is wrong with rows of a page. */
export function reportRows(schema: Schema, entity: string, odd: readonly OddRow[]): DecodeIssue[] {
  const key = keyOf(schema, entity)
  return odd.flatMap(({ row, index, broken }, position): DecodeIssue[] => {
    if (position < reportLimit) return reportRow(schema, entity, row, index)
    const id = rowId(key, row)
    return [{ severity: broken ? 'shape' : 'value', entity, ...(id !== undefined && { id }), index }]
  })
}

/**
 * Decodes freshly parsed rows in place: good ones are delivered, rows of a wrong shape set aside.
 *
 * @param zone Zone of times without offset; UTC when undefined.
 */
export function decodeRows(
  schema: Schema,
  entity: string,
  rows: readonly unknown[],
  zone?: Zone,
): DecodedRows {
  const { odd, ...decoded } = normaliseRows(schema, entity, rows, zone)
  return { ...decoded, issues: reportRows(schema, entity, odd) }
}
