import type { RowChange } from './row-ledger.js'

/**
 * What a row went through in one run, told once: what was created and then changed was created, fields of several
 * changes are told together, a row that went is gone.
 */
export function mergeChanges(before: RowChange | undefined, next: RowChange): RowChange {
  if (before === undefined || next.kind !== 'changed') return next
  if (before.kind !== 'changed') return before
  return { ...next, fields: [...new Set([...before.fields, ...next.fields])].sort() }
}
