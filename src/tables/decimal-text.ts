const form = /^([+-]?)0*(\d+?)(?:\.(\d+?)0*)?$/
const wholeDigits = 12
const fractionDigits = 6

/** A decimal as it fits DECIMAL(18,6), without zeros that say nothing; null when digits would be lost. */
export function decimalText(text: string): string | null {
  const [found, sign, whole = '', fraction = '0'] = form.exec(text) ?? []
  if (found === undefined || whole.length > wholeDigits || fraction.length > fractionDigits) return null
  const size = fraction === '0' ? whole : `${whole}.${fraction}`
  return sign === '-' && size !== '0' ? `-${size}` : size
}

/** Millionths of what `decimalText` gives. */
export function millionthsOf(text: string): bigint {
  const [whole = '', fraction = ''] = text.split('.')
  return BigInt(`${whole}${fraction.padEnd(fractionDigits, '0')}`)
}
