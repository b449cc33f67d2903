/** Milliseconds that a server asks to wait: `retry-after-ms`, or `Retry-After` in seconds or as a date. */
export function readRetryAfter(headers: Readonly<Record<string, unknown>>): number | undefined {
  const exact = numberOf(headers['retry-after-ms'])
  if (exact !== undefined) return positive(exact)
  const header = headers['retry-after']
  const seconds = numberOf(header)
  if (seconds !== undefined) return positive(seconds * 1000)
  return typeof header === 'string' ? positive(Date.parse(header) - Date.now()) : undefined
}

const numberOf = (header: unknown): number | undefined =>
  typeof header === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(header) ? Number(header) : undefined

const positive = (ms: number): number | undefined => (ms > 0 ? ms : undefined)
