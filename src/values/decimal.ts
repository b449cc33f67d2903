/**
 * An exact decimal: `units` × 10^-`scale`. Units stay a number below 2^52 in size and spill into a bigint past it.
 */
export interface ExactDecimal {
  readonly units: number | bigint
  readonly scale: number
}

const DECIMAL = /^([+-]?\d+)(?:\.(\d+))?$/
const LIMIT = 2 ** 52
/** Powers of ten up to 10^22 are exact in a double, and so is a quotient of exact operands. */
const POWERS = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent)

/** Exact value of `[+-]?digits[.digits]`, null for any other text. */
export function parseDecimal(text: string): ExactDecimal | null {
  const match = DECIMAL.exec(text)
  if (match === null) return null
  const fraction = match[2] ?? ''
  const digits = `${match[1]}${fraction}`
  return { units: digits.length <= 15 ? Number(digits) + 0 : narrow(BigInt(digits)), scale: fraction.length }
}

export function addDecimals(a: ExactDecimal, b: ExactDecimal): ExactDecimal {
  const scale = Math.max(a.scale, b.scale)
  const left = scaleUp(a.units, scale - a.scale)
  const right = scaleUp(b.units, scale - b.scale)
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right
    if (fits(sum)) return { units: sum, scale }
  }
  return { units: narrow(BigInt(left) + BigInt(right)), scale }
}

export function multiplyDecimals(a: ExactDecimal, b: ExactDecimal): ExactDecimal {
  return { units: multiply(a.units, b.units), scale: a.scale + b.scale }
}

/** Nearest double. Convert once, at the end: sums of doubles are not exact. */
export function decimalToNumber(value: ExactDecimal): number {
  const power = POWERS[value.scale]
  if (typeof value.units === 'number' && power !== undefined) return value.units / power
  return Number(`${value.units}e-${value.scale}`)
}

/** Rounded to 2 decimals, half away from zero, as money is. */
export function roundToCents(value: ExactDecimal): number {
  if (value.scale <= 2) return decimalToNumber(value)
  const units = BigInt(value.units)
  const divisor = 10n ** BigInt(value.scale - 2)
  const size = units < 0n ? -units : units
  const cents = (size + divisor / 2n) / divisor
  return decimalToNumber({ units: narrow(units < 0n ? -cents : cents), scale: 2 })
}

const fits = (value: number): boolean => value < LIMIT && value > -LIMIT

/** A product or sum of numbers below the limit that fits was computed exactly; one that was rounded does not fit. */
function multiply(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    if (fits(product)) return product + 0
  }
  return narrow(BigInt(a) * BigInt(b))
}

function scaleUp(units: number | bigint, places: number): number | bigint {
  if (places === 0) return units
  return multiply(units, POWERS[places] !== undefined && places < 16 ? 10 ** places : 10n ** BigInt(places))
}

function narrow(units: bigint): number | bigint {
  return units < BigInt(LIMIT) && units > -BigInt(LIMIT) ? Number(units) : units
}
