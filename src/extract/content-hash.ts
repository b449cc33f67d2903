import type { Row } from '../entities/row.js'
import { canonicalText } from '../values/canonical-text.js'

/** What is kept of a row to tell later whether it changed, and where. */
export interface ContentHash {
  /** Of all fields, 64 bits. */
  readonly hash: string
  /** Four bytes per field, in the order of their names. */
  readonly fields: readonly string[]
}

const mix = (state: number, code: number, factor: number) => Math.imul(state ^ code, factor)

const finish = (a: number, b: number) =>
  Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909)

const text = (bits: number) => (bits >>> 0).toString(36)

/** Hashes a row; `names` are those of its fields, sorted. */
export function contentHash(row: Row, names: readonly string[]): ContentHash {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  const fields = names.map((name) => {
    const value = canonicalText(row[name])
    let [a, b] = [0x9e3779b1, 0x85ebca6b]
    for (let at = 0; at < value.length; at++) {
      const code = value.charCodeAt(at)
      a = mix(a, code, 2_654_435_761)
      b = mix(b, code, 1_597_334_677)
    }
    const [one, other] = [finish(a, b), finish(b, a)]
    high = mix(finish(high, one), one, 2_654_435_761)
    low = mix(finish(low, other), other, 1_597_334_677)
    return text(one)
  })
  return { hash: `${text(high)}.${text(low)}`, fields }
}

/** Names of the fields of a row that a hash is made of; one that was not selected is none. */
export const fieldNames = (row: Row): readonly string[] =>
  Object.keys(row)
    .filter((name) => row[name] !== undefined)
    .sort()

/**
 * Names of the fields that differ. A field that one of the two lacks was left out of a selection, which is no
 * change.
 */
export function changedFields(
  before: { readonly names: readonly string[]; readonly fields: readonly string[] },
  after: { readonly names: readonly string[]; readonly fields: readonly string[] },
): readonly string[] {
  const known = new Map(before.names.map((name, at) => [name, before.fields[at]]))
  return after.names.filter((name, at) => known.has(name) && known.get(name) !== after.fields[at])
}
