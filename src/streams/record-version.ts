import { createHash } from 'node:crypto'
import { canonicalText } from '../values/canonical-text.js'

/** Hash of the content of a record: what makes a version of it this one. */
export const recordVersion = (record: object): string =>
  createHash('sha256').update(canonicalText(record)).digest('base64url').slice(0, 22)
