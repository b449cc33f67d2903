/** Undefined, null, or a text of white space only. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value !== 'string') return false
  // Most texts begin with a letter or digit: nothing to trim.
  const first = value.charCodeAt(0)
  return !(first > 32 && first < 127) && value.trim() === ''
}

/** Neither blank, nor a list of nothing but blanks. */
export function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.some((item) => !isBlank(item)) : !isBlank(value)
}

/** Items of what should be a list. */
export const listOf = <Item>(value: readonly Item[] | null | undefined): readonly NonNullable<Item>[] =>
  Array.isArray(value) ? value.filter((item) => item !== null && item !== undefined) : []
