import { RawNumber } from './raw-number.js'

/**
 * JSON text of a value, with the digits of a {@link RawNumber} as they are.
 *
 * JSON.stringify cannot print an integer beyond 2^53; a placeholder replaced afterwards could be forged by a subject.
 */
export function writeJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (value instanceof RawNumber) return value.digits
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`
  let text = ''
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${writeJson(entry)}`
  }
  return `{${text}}`
}
