/**
 * An exact decimal: `units` × 10^-`scale`. Units stay a number below 2^52 in size and spill into a bigint past it.
 */
export interface ExactDecimal {
  readonly units: number | bigint
  readonly scale: number
}

const DECIMAL = /^([+-]?\d+)(?:\.(\d+))?$/
/** Digits of which every number is exact. */
const SHORT = 15
const LIMIT = 2 ** 52
/** Powers of ten up to 10^22 are exact in a double, and so is a quotient of exact operands. */
const POWERS = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent)

/** Exact value of `[+-]?digits[.digits]`, null for any other text. */
export function parseDecimal(text: string): ExactDecimal | null {
  return text.length <= SHORT ? parseShort(text) : parseLong(text)
}

/** Digit by digit: a quarter of the time of the expression, and there is one for every worklog. */
function parseShort(text: string): ExactDecimal | null {
  const sign = text.charCodeAt(0)
  let units = 0
  let point = -1
  let at = sign === 43 || sign === 45 ? 1 : 0
  const first = at
  for (; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) ^ 48
    if (digit <= 9) units = units * 10 + digit
    else if (digit === 30 && point < 0 && at > first) point = at
    else return null
  }
  if (at === first || point === at - 1) return null
  return { units: sign === 45 ? 0 - units : units, scale: point < 0 ? 0 : at - point - 1 }
}

function parseLong(text: string): ExactDecimal | null {
  const match = DECIMAL.exec(text)
  if (match === null) return null
  const fraction = match[2] ?? ''
  const digits = `${match[1]}${fraction}`
  return {
    units: digits.length <= SHORT ? Number(digits) + 0 : narrow(BigInt(digits)),
    scale: fraction.length,
  }
}

export function addDecimals(a: ExactDecimal, b: ExactDecimal): ExactDecimal {
  // Most sums have one item.
  if (a.units === 0 && a.scale <= b.scale) return b
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
