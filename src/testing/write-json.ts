import { RawNumber } from './raw-number.js'

const isPlainName = /^\w+$/

/**
 * JSON text of a value, with the digits of a {@link RawNumber} as they are.
 *
 * JSON.stringify cannot print an integer beyond 2^53; a placeholder replaced afterwards could be forged by a subject.
 */
export function writeJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (value instanceof RawNumber) return value.digits
  return Array.isArray(value) ? writeList(value) : writeObject(value as Record<string, unknown>)
}

function writeList(list: readonly unknown[]): string {
  let text = ''
  for (const entry of list) text += text === '' ? writeJson(entry) : `,${writeJson(entry)}`
  return `[${text}]`
}

function writeObject(object: Record<string, unknown>): string {
  let text = ''
  // Answers hold plain data without prototypes of their own, so that the fastest loop over keys is safe.
  for (const key in object) {
    const entry = object[key]
    if (entry === undefined) continue
    const name = isPlainName.test(key) ? `"${key}"` : JSON.stringify(key)
    text += `${text === '' ? '' : ','}${name}:${writeJson(entry)}`
  }
  return `{${text}}`
}
