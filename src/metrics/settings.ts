import { DAY_MS, MINUTE_MS } from '../values/day.js'
import { parseInstant } from '../values/instant.js'
import type { Zone } from '../values/zone.js'
import {
  expected,
  requireLists,
  requireNumber,
  requireNumbers,
  requireOneOf,
  requireType,
  requireValues,
  requireZone,
} from './check.js'
import type { MetricsContext, PriorityRank } from './context.js'
import { createNames, type Names } from './names.js'
import { type Period, resolvePeriod } from './period.js'
import { resolveThresholds, type Thresholds } from './thresholds.js'

/** A context, checked and with its defaults. */
export interface Settings {
  readonly now: number
  readonly skew: number
  /** Of source times without offset; undefined is UTC. */
  readonly zone: Zone | undefined
  /** Of days, weeks and months. */
  readonly reportZone: Zone
  /** Days since 1970 of the date that it is now in the report zone. */
  readonly today: number
  readonly period: Period
  readonly names: Names
  readonly slaSource: 'flag' | 'timestamps'
  readonly slaClock: 'auto' | 'business' | 'calendar'
  readonly resolutionCountsAsResponse: boolean
  readonly ageBuckets: { readonly edges: readonly number[]; readonly names: readonly string[] }
  readonly slaTarget: number
  readonly fcrRule: 'replies' | 'oneBusinessHour'
  readonly staleMinutes: Readonly<Record<PriorityRank | 'none' | 'paused', number>>
  /** Upper case. */
  readonly engagementExcludedSources: ReadonlySet<string>
  readonly leakageGraceDays: number
  readonly minResolvedForScore: number
  readonly minResolvedForSkill: number
  readonly shrinkageK: number
  readonly thresholds: Thresholds
  /** For what is looked up by id only. */
  readonly ctx: MetricsContext
}

const defaults = Object.freeze({
  sourceTimeZone: 'UTC',
  clockSkewMinutes: 5,
  slaSource: 'flag',
  slaClock: 'auto',
  resolutionCountsAsResponse: true,
  reportTimeZone: 'UTC',
  slaTarget: 0.95,
  fcrRule: 'replies',
  engagementExcludedSources: ['INTEGRATION'],
  leakageGraceDays: 30,
  minResolvedForScore: 10,
  minResolvedForSkill: 20,
  shrinkageK: 10,
} as const)

const defaultStaleMinutes = Object.freeze({
  1: 240,
  2: 1440,
  3: 4320,
  4: 10_080,
  none: 4320,
  paused: 10_080,
} as const)

type NumberName = 'leakageGraceDays' | 'minResolvedForScore' | 'minResolvedForSkill' | 'shrinkageK'

const NUMBER_MAPS = ['timeOffHoursByTechnicianId', 'hourlyCostByTechnicianId', 'hardCostByClientId'] as const

const RATES = ['defaultHourlyCost', 'standardHourlyRate'] as const

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
  const reportZone = requireZone('ctx.reportTimeZone', ctx.reportTimeZone ?? defaults.reportTimeZone)
  requireNumbers('ctx.staleMinutesByRank', ctx.staleMinutesByRank, 0)
  for (const name of NUMBER_MAPS) requireNumbers(`ctx.${name}`, ctx[name], 0)
  for (const name of RATES) if (ctx[name] !== undefined) requireNumber(`ctx.${name}`, ctx[name], 0)
  requireLists('ctx.csatByClientId', ctx.csatByClientId, 1, 5)
  requireLists('ctx.npsByClientId', ctx.npsByClientId, 0, 10)
  for (const [id, tier] of Object.entries(ctx.tierByClientId ?? {}))
    requireType(`ctx.tierByClientId[${JSON.stringify(id)}]`, tier, 'string')
  requireType('ctx.isEndpoint', ctx.isEndpoint, 'function')
  requireType('ctx.previousPortfolio', ctx.previousPortfolio, 'object')
  const least = (name: NumberName) => requireNumber(`ctx.${name}`, ctx[name] ?? defaults[name], 0)
  return {
    ctx,
    now,
    reportZone,
    today: Math.floor(reportZone.wallAt(now) / DAY_MS),
    period: resolvePeriod(ctx.period, now, reportZone),
    slaTarget: requireNumber('ctx.slaTarget', ctx.slaTarget ?? defaults.slaTarget, 0, 1),
    fcrRule: requireOneOf('ctx.fcrRule', ctx.fcrRule ?? defaults.fcrRule, ['replies', 'oneBusinessHour']),
    staleMinutes: { ...defaultStaleMinutes, ...ctx.staleMinutesByRank },
    engagementExcludedSources: new Set(
      (ctx.engagementExcludedSources ?? defaults.engagementExcludedSources).map((name) => name.toUpperCase()),
    ),
    leakageGraceDays: least('leakageGraceDays'),
    minResolvedForScore: least('minResolvedForScore'),
    minResolvedForSkill: least('minResolvedForSkill'),
    shrinkageK: least('shrinkageK'),
    thresholds,
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
  }
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

/** `lt1d`, `d1to3`, …, `gte30d`: made from the edges, so that a name is true for whatever limits are set. */
function bucketNames(edges: readonly number[]): string[] {
  const between = edges.slice(1).map((edge, at) => `d${edges[at]}to${edge}`)
  return [`lt${edges[0]}d`, ...between, `gte${edges[edges.length - 1]}d`]
}
