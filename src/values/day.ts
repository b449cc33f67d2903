/** Milliseconds of 24 hours. A local day may be longer or shorter: never step from day to day with it. */
export const DAY_MS = 86_400_000
export const MINUTE_MS = 60_000

/** 0001-01-01T00:00:00Z and 10000-01-01T00:00:00Z: every instant of this package lies between them. */
export const FIRST_MS = -62_135_596_800_000
export const END_MS = 253_402_300_800_000

const MONTH_LENGTH = Uint8Array.of(0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
const DAYS_BEFORE_MONTH = Uint16Array.of(0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
/** Days from 0001-01-01 to 1970-01-01. */
const EPOCH_DAY = 719_162
/** No two digits give it, so one range check refuses digits and range alike. */
const NO_DIGITS = 1 << 20

/** Number at two decimal digits of a text; far above 99 when they are no digits. */
export function twoDigits(text: string, at: number): number {
  // c ^ 48 is 0..9 exactly for digits, and v | (v + 6) stays below 16 exactly when v <= 9.
  const tens = text.charCodeAt(at) ^ 48
  const ones = text.charCodeAt(at + 1) ^ 48
  return ((tens | ones | (tens + 6) | (ones + 6)) & ~15) === 0 ? tens * 10 + ones : NO_DIGITS
}

/** Days since 1970-01-01 of a date of the proleptic Gregorian calendar, NaN when there is no such date. */
export function dayNumber(year: number, month: number, day: number): number {
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1)) return Number.NaN
  const leap = (year & 3) === 0 && (year % 25 !== 0 || (year & 15) === 0)
  if (day > 28 && day > (MONTH_LENGTH[month] as number) + (leap && month === 2 ? 1 : 0)) return Number.NaN
  const past = year - 1
  const daysBefore = past * 365 + (past >> 2) - ((past / 100) | 0) + ((past / 400) | 0)
  const dayOfYear = (DAYS_BEFORE_MONTH[month] as number) + day + (leap && month > 2 ? 1 : 0)
  return daysBefore + dayOfYear - 1 - EPOCH_DAY
}

/** Days since 1970-01-01 of `YYYY-MM-DD`, NaN when the text is no calendar date. */
export function parseDay(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  return year > 9999 ? Number.NaN : dayNumber(year, twoDigits(text, 5), twoDigits(text, 8))
}
