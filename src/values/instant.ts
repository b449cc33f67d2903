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
  const ms = parseInstant(text, zone)
  if (Number.isNaN(ms)) return ''
  if (text.length === 24 && text.charCodeAt(23) === 90) return text
  return formatInstant(ms)
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
