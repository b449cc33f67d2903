const strings = '"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"'
const longIntegers = new RegExp(`${strings}|-?\\d{16,}(?=\\s*[,}\\]])`, 'g')
const mark = '\u0000'

/** JSON.parse that keeps the digits of long bare integers, and that they were bare. Undefined for no JSON. */
export function parseMarked(text: string): unknown {
  try {
    return JSON.parse(
      text.replace(longIntegers, (found) => (found.startsWith('"') ? found : `"\\u0000${found}"`)),
    )
  } catch {
    return undefined
  }
}

export const isBareInteger = (value: unknown): boolean => typeof value === 'string' && value.startsWith(mark)

/** The value as a variable: bare integers as text. */
export const unmarked = (value: unknown): unknown =>
  typeof value === 'number' ? String(value) : isBareInteger(value) ? String(value).slice(1) : value
