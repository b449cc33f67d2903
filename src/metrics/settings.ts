import { MINUTE_MS } from '../values/day.js'
import { parseInstant } from '../values/instant.js'
import { createZone, type Zone } from '../values/zone.js'
import type { MetricsContext } from './context.js'
import { createNames, type Names } from './names.js'
import { resolveThresholds, type Thresholds } from './thresholds.js'

/** A context, checked and with its defaults. */
export interface Settings {
  readonly now: number
  readonly skew: number
  /** Of source times without offset; undefined is UTC. */
  readonly zone: Zone | undefined
  readonly names: Names
  readonly slaSource: 'flag' | 'timestamps'
  readonly slaClock: 'auto' | 'business' | 'calendar'
  readonly resolutionCountsAsResponse: boolean
  readonly ageBuckets: { readonly edges: readonly number[]; readonly names: readonly string[] }
  readonly slaRiskLevel: Thresholds['slaRiskLevel']
}

const defaults = Object.freeze({
  sourceTimeZone: 'UTC',
  clockSkewMinutes: 5,
  slaSource: 'flag',
  slaClock: 'auto',
  resolutionCountsAsResponse: true,
} as const)

const STATUS_CLASSES = ['open', 'paused', 'resolved', 'closed', 'cancelled']

/** Throws a TypeError that names what is wrong in a context. */
export function resolveSettings(ctx: MetricsContext): Settings {
  const now = requireNow(ctx)
  const skewMinutes = ctx.clockSkewMinutes ?? defaults.clockSkewMinutes
  if (!(typeof skewMinutes === 'number' && skewMinutes >= 0)) {
    throw expected('ctx.clockSkewMinutes', 'a number of minutes, 0 or more', skewMinutes)
  }
  requireValues('ctx.statusMap', ctx.statusMap, STATUS_CLASSES)
  requireValues('ctx.priorityMap', ctx.priorityMap, [1, 2, 3, 4])
  const sourceTimeZone = ctx.sourceTimeZone ?? defaults.sourceTimeZone
  const zone = requireZone('ctx.sourceTimeZone', sourceTimeZone)
  const thresholds = resolveThresholds(ctx.thresholds)
  return {
    now,
    skew: skewMinutes * MINUTE_MS,
    zone: sourceTimeZone === 'UTC' ? undefined : zone,
    names: createNames(ctx.statusMap, ctx.priorityMap),
    slaSource: requireOneOf('ctx.slaSource', ctx.slaSource ?? defaults.slaSource, ['flag', 'timestamps']),
    slaClock: requireOneOf('ctx.slaClock', ctx.slaClock ?? defaults.slaClock, [
      'auto',
      'business',
      'calendar',
    ]),
    resolutionCountsAsResponse: ctx.resolutionCountsAsResponse ?? defaults.resolutionCountsAsResponse,
    ageBuckets: { edges: thresholds.ageBucketDays, names: bucketNames(thresholds.ageBucketDays) },
    slaRiskLevel: thresholds.slaRiskLevel,
  }
}

/** The zone, or a TypeError that names the field which asked for it. */
export function requireZone(field: string, name: unknown): Zone {
  if (typeof name !== 'string') throw expected(field, 'the name of a time zone', name)
  try {
    return createZone(name)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : ''
    throw new TypeError(`${field}: ${reason}`, { cause })
  }
}

export function expected(field: string, expectation: string, received: unknown): TypeError {
  const type = received === null ? 'null' : typeof received
  return new TypeError(`${field}: expected ${expectation}, received ${type}.`)
}

function requireNow(ctx: MetricsContext): number {
  if (typeof ctx !== 'object' || ctx === null) throw expected('ctx', 'an object with `now`', ctx)
  const { now } = ctx as { now: unknown }
  const ms = typeof now === 'string' && /(?:Z|[+-]\d\d:\d\d)$/.test(now) ? parseInstant(now) : Number.NaN
  if (Number.isNaN(ms)) {
    throw expected('ctx.now', 'an ISO instant with offset such as 2026-01-05T09:00:00Z', now)
  }
  return ms
}

function requireOneOf<Value extends string>(field: string, value: Value, allowed: readonly Value[]): Value {
  if (!allowed.includes(value)) throw expected(field, allowed.map((name) => `'${name}'`).join(' or '), value)
  return value
}

function requireValues(field: string, map: object | undefined, allowed: readonly unknown[]): void {
  for (const value of Object.values(map ?? {})) {
    if (!allowed.includes(value)) throw expected(field, `values out of ${allowed.join(', ')}`, value)
  }
}

/** `lt1d`, `d1to3`, …, `gte30d`: made from the edges, so that a name is true for whatever limits are set. */
function bucketNames(edges: readonly number[]): string[] {
  const between = edges.slice(1).map((edge, at) => `d${edges[at]}to${edge}`)
  return [`lt${edges[0]}d`, ...between, `gte${edges[edges.length - 1]}d`]
}
