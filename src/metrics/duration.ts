import { MINUTE_MS } from '../values/day.js'
import type { Calendar } from './business-calendar.js'

/** Milliseconds from start to end; at most `skew` below zero is zero, more is NaN: a large negative is no duration. */
export function duration(start: number, end: number, skew: number): number {
  const span = end - start
  return span >= 0 ? span : span >= -skew ? 0 : Number.NaN
}

/** The same rule, counted by a calendar in minutes; NaN without a calendar. */
export function businessMinutes(calendar: Calendar | null, start: number, end: number, skew: number): number {
  if (calendar === null) return Number.NaN
  const span = duration(start, end, skew)
  return Number.isNaN(span) ? span : calendar.between(start, start + span)
}

/** Results say null where calculation says NaN. */
export const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value)

export const minutesOrNull = (ms: number): number | null => (Number.isNaN(ms) ? null : ms / MINUTE_MS)
