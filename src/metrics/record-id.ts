/**
 * Ids compare as texts. A safe integer equals its digits; beyond 2^53 a number has lost digits and is no id.
 */
export function recordId(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value
  return Number.isSafeInteger(value) ? String(value) : null
}
