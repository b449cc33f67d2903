/** A line of RFC 4180 with its CRLF; null is an empty field, an empty text `""`. */
export const csvLine = (fields: readonly (string | null)[]): string => `${fields.map(field).join(',')}\r\n`

function field(text: string | null): string {
  if (text === null) return ''
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A text that a spreadsheet would take for a formula, preceded by `'`; any other as it is. */
export const withoutFormula = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
