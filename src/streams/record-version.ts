import { createHash } from 'node:crypto'

/** Keys in order at every depth, so that two servers that print a row differently mean the same version. */
function ordered(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
}

/** Hash of the content of a record: what makes a version of it this one. */
export const recordVersion = (record: object): string =>
  createHash('sha256').update(JSON.stringify(record, ordered)).digest('base64url').slice(0, 22)
