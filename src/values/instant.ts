import { DAY_MS, dayNumber, END_MS, FIRST_MS, twoDigits } from './day.js'
import type { Zone } from './zone.js'

/**
 * Epoch milliseconds of `YYYY-MM-DDTHH:mm[:ss[.f{1,9}]][Z|±HH:MM]`, NaN when the text is no time.
 *
 * A text without offset is a wall clock of `zone`, of UTC when none is given; in a gap it moves forward, in an
 * overlap it takes the earlier instant. Fractions are cut to milliseconds. Built-in parsers are no substitute:
 * they accept 30 February and hour 24, and read a text without offset in the zone of the host.
 */
export function parseInstant(text: string, zone?: Zone): number {
  const date = readDate(text)
  const minutes = readMinutes(text)
  if (text.length === 16) return bounded(toInstant(date + minutes, zone))
  if (text.charCodeAt(16) !== 58) return bounded(date + minutes - readOffset(text, 16))
  const seconds = twoDigits(text, 17)
  if (seconds > 59) return Number.NaN
  const whole = date + minutes + seconds * 1000
  if (text.length === 19) return bounded(toInstant(whole, zone))
  return text.charCodeAt(19) === 46 ? withFraction(text, whole, zone) : bounded(whole - readOffset(text, 19))
}

/** Canonical UTC text `YYYY-MM-DDTHH:mm:ss.fffZ`, '' for what is no instant of the years 0001 to 9999. */
export function formatInstant(ms: number): string {
  if (!(ms >= FIRST_MS && ms < END_MS)) return ''
  const day = Math.floor(ms / DAY_MS)
  const time = Math.floor(ms - day * DAY_MS)
  // The calendar from days alone: years start in March, so that the leap day comes last.
  const marchDay = day + 719_468
  const era = (marchDay / 146_097) | 0
  const dayOfEra = marchDay - era * 146_097
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - ((yearOfEra / 100) | 0))
  const marchMonth = ((5 * dayOfYear + 2) / 153) | 0
  const dayOfMonth = dayOfYear - (((153 * marchMonth + 2) / 5) | 0) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return writeInstant(year, month, dayOfMonth, time)
}

/**
 * Canonical text of any accepted form, '' when it is no time; a canonical text comes back as the same string.
 */
export function canonicalInstant(text: string, zone?: Zone): string {
  if (zone === undefined && (text.length === 19 || text.length === 23)) {
    const copy = withSuffix(text)
    if (copy !== '') return copy
  }
  const ms = parseInstant(text, zone)
  if (Number.isNaN(ms)) return ''
  if (text.length === 24 && text.charCodeAt(23) === 90) return text
  return formatInstant(ms)
}

/**
 * What SuperOps prints, `YYYY-MM-DDTHH:mm:ss` with or without milliseconds, made canonical by a copy; '' for what
 * needs a closer look. Half the time of parsing and formatting, and a page of tickets holds hundreds.
 */
function withSuffix(text: string): string {
  // c ^ 48 is 0..9 exactly for digits, and v | (v + 6) stays below 16 exactly when v <= 9.
  const y1 = text.charCodeAt(0) ^ 48
  const y2 = text.charCodeAt(1) ^ 48
  const y3 = text.charCodeAt(2) ^ 48
  const y4 = text.charCodeAt(3) ^ 48
  const mo1 = text.charCodeAt(5) ^ 48
  const mo2 = text.charCodeAt(6) ^ 48
  const d1 = text.charCodeAt(8) ^ 48
  const d2 = text.charCodeAt(9) ^ 48
  const h1 = text.charCodeAt(11) ^ 48
  const h2 = text.charCodeAt(12) ^ 48
  const mi1 = text.charCodeAt(14) ^ 48
  const mi2 = text.charCodeAt(15) ^ 48
  const s1 = text.charCodeAt(17) ^ 48
  const s2 = text.charCodeAt(18) ^ 48
  let f1 = 0
  let f2 = 0
  let f3 = 0
  let marks =
    (text.charCodeAt(4) ^ 45) |
    (text.charCodeAt(7) ^ 45) |
    (text.charCodeAt(10) ^ 84) |
    (text.charCodeAt(13) ^ 58) |
    (text.charCodeAt(16) ^ 58)
  if (text.length === 23) {
    marks |= text.charCodeAt(19) ^ 46
    f1 = text.charCodeAt(20) ^ 48
    f2 = text.charCodeAt(21) ^ 48
    f3 = text.charCodeAt(22) ^ 48
  }
  const year = y1 | y2 | y3 | y4 | (y1 + 6) | (y2 + 6) | (y3 + 6) | (y4 + 6)
  const date = mo1 | mo2 | d1 | d2 | (mo1 + 6) | (mo2 + 6) | (d1 + 6) | (d2 + 6)
  const time =
    h1 | h2 | mi1 | mi2 | s1 | s2 | (h1 + 6) | (h2 + 6) | (mi1 + 6) | (mi2 + 6) | (s1 + 6) | (s2 + 6)
  const fraction = f1 | f2 | f3 | (f1 + 6) | (f2 + 6) | (f3 + 6)
  const month = mo1 * 10 + mo2
  const day = d1 * 10 + d2
  const isPlain =
    marks === 0 &&
    ((year | date | time | fraction) & ~15) === 0 &&
    (y1 | y2 | y3 | y4) !== 0 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    // The last days of a month are left to the calendar.
    day <= 28 &&
    h1 * 10 + h2 <= 23 &&
    mi1 <= 5 &&
    s1 <= 5
  if (!isPlain) return ''
  return String.fromCharCode(
    y1 | 48,
    y2 | 48,
    y3 | 48,
    y4 | 48,
    45,
    mo1 | 48,
    mo2 | 48,
    45,
    d1 | 48,
    d2 | 48,
    84,
    h1 | 48,
    h2 | 48,
    58,
    mi1 | 48,
    mi2 | 48,
    58,
    s1 | 48,
    s2 | 48,
    46,
    f1 | 48,
    f2 | 48,
    f3 | 48,
    90,
  )
}

function bounded(ms: number): number {
  return ms >= FIRST_MS && ms < END_MS ? ms : Number.NaN
}

function toInstant(wallMs: number, zone: Zone | undefined): number {
  return zone === undefined ? wallMs : zone.toUtc(wallMs)
}

function readDate(text: string): number {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const marks = (text.charCodeAt(4) ^ 45) | (text.charCodeAt(7) ^ 45) | (text.charCodeAt(10) ^ 84)
  if (year > 9999 || marks !== 0) return Number.NaN
  return dayNumber(year, twoDigits(text, 5), twoDigits(text, 8)) * DAY_MS
}

function readMinutes(text: string): number {
  const hours = twoDigits(text, 11)
  const minutes = twoDigits(text, 14)
  return hours > 23 || minutes > 59 || text.charCodeAt(13) !== 58
    ? Number.NaN
    : hours * 3_600_000 + minutes * 60_000
}

/** Milliseconds east of UTC of a suffix `Z` or `±HH:MM` that ends the text. */
function readOffset(text: string, at: number): number {
  const sign = text.charCodeAt(at)
  if (sign === 90) return text.length === at + 1 ? 0 : Number.NaN
  if ((sign !== 43 && sign !== 45) || text.length !== at + 6 || text.charCodeAt(at + 3) !== 58)
    return Number.NaN
  const hours = twoDigits(text, at + 1)
  const minutes = twoDigits(text, at + 4)
  if (hours > 23 || minutes > 59) return Number.NaN
  return (sign === 45 ? -1 : 1) * (hours * 3_600_000 + minutes * 60_000)
}

function withFraction(text: string, whole: number, zone: Zone | undefined): number {
  let at = 20
  let ms = 0
  for (let weight = 100; at < 29; at += 1, weight = (weight / 10) | 0) {
    const digit = text.charCodeAt(at) ^ 48
    // Past the end charCodeAt is NaN, which the comparison refuses as well.
    if (!(digit <= 9)) break
    ms += digit * weight
  }
  if (at === 20) return Number.NaN
  return bounded(at === text.length ? toInstant(whole + ms, zone) : whole + ms - readOffset(text, at))
}

/** One call with all codes makes a flat string; joining pieces makes a rope that is paid for at its first read. */
function writeInstant(year: number, month: number, day: number, time: number): string {
  const century = (year / 100) | 0
  const hour = (time / 3_600_000) | 0
  const minute = ((time / 60_000) | 0) % 60
  const second = ((time / 1000) | 0) % 60
  const ms = time % 1000
  return String.fromCharCode(
    tens(century),
    ones(century),
    tens(year % 100),
    ones(year),
    45,
    tens(month),
    ones(month),
    45,
    tens(day),
    ones(day),
    84,
    tens(hour),
    ones(hour),
    58,
    tens(minute),
    ones(minute),
    58,
    tens(second),
    ones(second),
    46,
    48 + ((ms / 100) | 0),
    tens(ms % 100),
    ones(ms),
    90,
  )
}

const tens = (value: number): number => 48 + ((value / 10) | 0)
const ones = (value: number): number => 48 + (value % 10)
