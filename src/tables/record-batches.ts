import type { Batch } from '../extract/batch.js'
import { type ExtractedEntity, keyOfRow } from '../extract/entities.js'
import type { RowChange } from '../extract/row-ledger.js'
import { type Column, changeColumn } from './column.js'
import {
  entityTables,
  type RecordTableName,
  type SchemaOptions,
  type TableName,
  tableSchema,
} from './table-schema.js'
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
  { entity, rows, changes, conversationsByTicketId }: Batch,
  { changes: asChanges = false }: SchemaOptions = {},
): readonly TableBatch<RecordTableName>[] {
  const own = asChanges ? withChanges(entity, rows, changes) : rows
  const records: TableBatch<RecordTableName> = { table: entityTables[entity], rows: own }
  if (conversationsByTicketId === undefined) return [records]
  return [records, { table: 'conversations', rows: conversationRows(conversationsByTicketId) }]
}

/** Rows with what became of them, then the keys of those that are gone. */
export function withChanges(
  entity: ExtractedEntity,
  rows: readonly object[],
  changes: readonly Pick<RowChange, 'id' | 'kind'>[],
): readonly object[] {
  const [change = ''] = changeColumn.path
  const kinds = new Map(changes.map(({ id, kind }) => [id, kind]))
  const key = keyFieldOf(entityTables[entity])
  return [
    ...rows.map((row) => ({ ...row, [change]: kinds.get(keyOfRow(entity, row) ?? '') ?? null })),
    ...changes.flatMap(({ id, kind }) => (kind === 'removed' ? [{ [key]: id, [change]: kind }] : [])),
  ]
}

export const conversationRows = (byTicketId: Readonly<Record<string, readonly object[]>>): object[] =>
  Object.entries(byTicketId).flatMap(([ticketId, list]) => list.map((item) => ({ ...item, ticketId })))
