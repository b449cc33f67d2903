const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i
const NOT_ASCII = /[^\0-\x7f]/
/** Characters that would make the text more than a host name. */
const STRUCTURE = /[\s@:/?#\\[\]%]/

/**
 * Whether a text is a host name: at least two labels of 1 to 63 letters, digits and inner hyphens, the last one not all
 * digits, 253 characters at most. Internationalised names are judged by their IDNA form.
 */
export function isHostName(text: string): boolean {
  const name = NOT_ASCII.test(text) ? asciiName(text) : text
  const labels = name.split('.')
  return (
    name.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  )
}

/** Empty when there is no IDNA form. */
function asciiName(text: string): string {
  if (STRUCTURE.test(text)) return ''
  try {
    return new URL(`http://${text}`).hostname
  } catch {
    return ''
  }
}
