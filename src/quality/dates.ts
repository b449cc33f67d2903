import { dayOf } from '../metrics/plain-json.js'
import { instantOf } from '../metrics/timestamp.js'
import { MINUTE_MS } from '../values/day.js'
import { isBlank } from './blank.js'
import type { QualityScope } from './scope.js'

/** Epoch ms of a time as it is written; NaN for none. */
export const momentOf = (value: unknown, { settings }: QualityScope): number =>
  instantOf(value, settings.zone)

/** Whether a value that is given could be read as the moment; null for a blank one. */
export const isReadable = (value: unknown, moment: number): boolean | null =>
  isBlank(value) ? null : !Number.isNaN(moment)

/** Whether every value that is given can be read; null when none is. */
export function areReadable(values: readonly unknown[], read: (value: unknown) => number): boolean | null {
  let isAnyGiven = false
  for (const value of values) {
    if (isBlank(value)) continue
    isAnyGiven = true
    if (Number.isNaN(read(value))) return false
  }
  return isAnyGiven ? true : null
}

export const areDays = (...values: readonly unknown[]): boolean | null => areReadable(values, dayOf)

/** Whether `value` is at least `least`; null when either is NaN, which is none. */
export const isAtLeast = (value: number, least: number): boolean | null =>
  Number.isNaN(value) || Number.isNaN(least) ? null : value >= least

/** Whether none of the moments lies further ahead than clocks may disagree; null when there are none. */
export function areNotFuture(moments: readonly number[], { settings }: QualityScope): boolean | null {
  const latest = settings.now + settings.skew
  let isAnyGiven = false
  for (const moment of moments) {
    if (moment > latest) return false
    isAnyGiven ||= !Number.isNaN(moment)
  }
  return isAnyGiven ? true : null
}

/** All of several questions: false when one is answered so, null when none is answered. */
export function all(...answers: readonly (boolean | null)[]): boolean | null {
  let isAnyGiven = false
  for (const answer of answers) {
    if (answer === false) return false
    isAnyGiven ||= answer === true
  }
  return isAnyGiven ? true : null
}

export const HOUR_MS = 60 * MINUTE_MS
