import { DAY_MS } from '../values/day.js'
import { parseInstant } from '../values/instant.js'
import type { Zone } from '../values/zone.js'
import { expected } from './check.js'
import type { MetricsPeriod } from './context.js'

/** A span of time in epoch ms, half-open. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The period of a context. */
export interface Period extends Span {
  /** Calendar months of kind `month`, else days ÷ mean length of a month. */
  readonly months: number
  /** The equally long span before. */
  readonly preceding: Span
}

/** Days of the mean Gregorian month. */
export const MONTH_DAYS = 30.436875
const TRAILING_DAYS = 30
const KINDS = ['day', 'week', 'month', 'custom']

export const isWithin = (ms: number, span: Span): boolean => ms >= span.from && ms < span.to

/** Throws a TypeError that names what is wrong. */
export function resolvePeriod(period: MetricsPeriod | undefined, now: number, zone: Zone): Period {
  if (period === undefined) return complete({ from: now - TRAILING_DAYS * DAY_MS, to: now }, undefined)
  if (typeof period !== 'object' || period === null)
    throw expected('ctx.period', 'an object with `from` and `to`', period)
  const kind = period.kind ?? 'custom'
  if (!KINDS.includes(kind))
    throw expected('ctx.period.kind', KINDS.map((name) => `'${name}'`).join(' or '), kind)
  const span = {
    from: edge('ctx.period.from', period.from, zone),
    to: edge('ctx.period.to', period.to, zone),
  }
  if (span.to <= span.from) throw new TypeError('ctx.period.to: expected a time after ctx.period.from.')
  return complete(span, kind === 'month' ? calendarMonths(span, zone) : undefined)
}

/** The equally long span before, as a period of its own: it counts as many months. */
export const precedingPeriod = ({ preceding, months }: Period): Period => complete(preceding, months)

function complete(span: Span, months: number | undefined): Period {
  const length = span.to - span.from
  return {
    ...span,
    months: months ?? length / DAY_MS / MONTH_DAYS,
    preceding: { from: span.from - length, to: span.from },
  }
}

/** A day stands for its midnight. */
function edge(field: string, text: unknown, zone: Zone): number {
  const ms =
    typeof text === 'string' ? parseInstant(text.length === 10 ? `${text}T00:00` : text, zone) : Number.NaN
  if (Number.isNaN(ms)) throw expected(field, 'an ISO instant or day', text)
  return ms
}

function calendarMonths(span: Span, zone: Zone): number {
  const months = monthNumber(zone.wallAt(span.to)) - monthNumber(zone.wallAt(span.from))
  if (Number.isInteger(months)) return months
  throw new TypeError("ctx.period: kind 'month' expects the first midnights of months of ctx.reportTimeZone.")
}

/** Months since 1970 of the first midnight of a month, NaN for any other wall clock. */
function monthNumber(wallMs: number): number {
  const wall = new Date(wallMs)
  const month = wall.getUTCFullYear() * 12 + wall.getUTCMonth()
  return Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), 1) === wallMs ? month : Number.NaN
}
