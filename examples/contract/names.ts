import { objects } from '@superhack/superops/entities'

const wordsOf = (text: string) =>
  (text.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase())
const vocabulary: ReadonlySet<string> = new Set(wordsOf(JSON.stringify(objects)))

/**
 * A key found in a JSON leaf, when it is made of words of the schema; else `*`.
 *
 * Maps have keys that customers choose, which must not be printed.
 */
export const keyName = (key: string): string =>
  /^[A-Za-z]{1,40}$/.test(key) && wordsOf(key).every((word) => vocabulary.has(word)) ? key : '*'

/** A name that the vendor gives, such as an enum member or an error code. */
export const vendorName = (text: unknown): string =>
  typeof text === 'string' && /^[A-Za-z_]\w{0,39}$/.test(text) ? text : 'of another form'
