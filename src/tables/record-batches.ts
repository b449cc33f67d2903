import type { Batch } from '../extract/batch.js'
import { keyOfRow } from '../extract/entities.js'
import type { ItBatch } from '../extract/it-extractor.js'
import type { RowChange } from '../extract/row-ledger.js'
import { type Column, changeColumn } from './column.js'
import { type SchemaOptions, type TableName, tableSchema } from './table-schema.js'
import { type RecordTableName, tableOf } from './tabled-surfaces.js'
import type { TableBatch } from './write-tables.js'

/** Field of a record that tells it apart: that of the first column. */
export const keyFieldOf = (table: TableName): string => {
  const [key] = tableSchema(table).columns
  return (key as Column).path[0] ?? ''
}

/**
 * A batch of an extraction as rows of its table, and the conversations that came along as rows of theirs.
 *
 * With `changes` rows carry what became of them in `_change`, and removed ones come as their key alone.
 */
export function recordBatches(
  { entity, rows, changes, conversationsByTicketId }: Batch | ItBatch,
  { changes: asChanges = false }: SchemaOptions = {},
): readonly TableBatch<RecordTableName>[] {
  const own = asChanges ? withChanges(entity, rows, changes) : rows
  const records: TableBatch<RecordTableName> = { table: tableOf(entity), rows: own }
  if (conversationsByTicketId === undefined) return [records]
  return [records, { table: 'conversations', rows: conversationRows(conversationsByTicketId) }]
}

/** Rows with what became of them, then the keys of those that are gone. */
export function withChanges(
  entity: string,
  rows: readonly object[],
  changes: readonly Pick<RowChange, 'id' | 'kind'>[],
): readonly object[] {
  const [change = ''] = changeColumn.path
  const kinds = new Map(changes.map(({ id, kind }) => [id, kind]))
  const key = keyFieldOf(tableOf(entity))
  return [
    ...rows.map((row) => ({ ...row, [change]: kinds.get(keyOfRow(entity, row) ?? '') ?? null })),
    ...changes.flatMap(({ id, kind }) => (kind === 'removed' ? [{ [key]: id, [change]: kind }] : [])),
  ]
}

export const conversationRows = (byTicketId: Readonly<Record<string, readonly object[]>>): object[] =>
  Object.entries(byTicketId).flatMap(([ticketId, list]) => list.map((item) => ({ ...item, ticketId })))
