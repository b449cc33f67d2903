/** A part of a composite score: worth 0 at `worst` and 1 at `best`, linear between. */
export interface ScorePart {
  readonly weight: number
  readonly worst: number
  readonly best: number
}

/** A part that is best within a band: 0 at the outer values, 1 from `low` to `high`. */
export interface BandPart {
  readonly weight: number
  readonly below: number
  readonly low: number
  readonly high: number
  readonly above: number
}

type DeepPartial<Value> = Value extends number
  ? Value
  : Value extends readonly unknown[]
    ? Value
    : { readonly [Key in keyof Value]?: DeepPartial<Value[Key]> | undefined }

const part = (weight: number, worst: number, best: number): ScorePart => ({ weight, worst, best })

/** Limits between categories, and the parts of composite scores; every one can be changed by `ctx.thresholds`. */
export const defaultThresholds = deepFreeze({
  /** Ascending days; each edge belongs to the bucket that it opens. */
  ageBucketDays: [1, 3, 7, 14, 30],
  /** Consumed share of the SLA target from which each level holds. */
  slaRiskLevel: { watch: 0.5, atRisk: 0.75, critical: 0.9 },
  /** Consumed share of the target up to which a resolution has each name; beyond the last it is severely late. */
  resolutionCategory: { excellent: 0.5, good: 0.8, acceptable: 1, late: 1.5 },
  /** Minutes of overrun up to which a breach has each name; beyond the last it is severe. */
  overrunSeverityMinutes: { minor: 60, moderate: 480, major: 1440 },
  /** Ratios from which each name holds; below the last it is poor. */
  complianceCategory: { excellent: 0.95, good: 0.9, fair: 0.8 },
  /** Below `under` under, below `low` low, up to `healthy` healthy, up to `high` high, else overloaded. */
  utilizationCategory: { under: 0.5, low: 0.65, healthy: 0.85, high: 1 },
  /** Below `growing` the backlog grows, above `shrinking` it shrinks. */
  killRateCategory: { growing: 0.9, shrinking: 1.1 },
  /** Below `underpriced`, above `overpriced`. */
  agreementEfficiencyCategory: { underpriced: 0.8, overpriced: 1.5 },
  grossMarginCategory: { good: 0.5, fair: 0.4 },
  /** Days without a sign of life, and tickets per endpoint and month, from which each level holds. */
  activityLevel: { dormantDays: 90, normal: 0.2, high: 1, veryHigh: 2 },
  /** Days from which an open ticket is aged backlog. */
  agedBacklogDays: 30,
  /** Monthly recurring revenue from which each tier holds; placeholders, to be set per tenant and currency. */
  contractTier: { platinum: 10_000, gold: 5000, silver: 1500 },
  /** Accumulated share of revenue before a client up to which it is of class A, B. */
  revenueClass: { a: 0.8, b: 0.95 },
  productivityBand: { high: 80, solid: 60, developing: 40 },
  healthBand: { healthy: 70, watch: 40 },
  performanceCategory: { excellent: 85, good: 70, fair: 50 },
  skillLevel: { l2: 40, l3: 65, l4: 85 },
  /** Weight of a ticket by priority rank and by request type. */
  complexityWeight: {
    priority: { 1: 2, 2: 1.5, 3: 1, 4: 0.75, none: 1 },
    requestType: { INCIDENT: 1, SERVICE_REQUEST: 0.75, other: 1 },
  },
  productivityScore: {
    minimumWeight: 0.6,
    parts: {
      resolutionSlaCompliance: part(0.2, 0.7, 0.98),
      relativeThroughput: part(0.2, 0.5, 1.5),
      reopenRatio: part(0.15, 0.15, 0.02),
      utilization: { weight: 0.15, below: 0.3, low: 0.65, high: 0.85, above: 1.1 },
      firstResponseSlaCompliance: part(0.1, 0.7, 0.98),
      firstContactResolution: part(0.1, 0.3, 0.8),
      timeEntryCoverage: part(0.1, 0.5, 0.95),
    },
  },
  skillScore: {
    minimumWeight: 0.6,
    parts: {
      difficulty: part(0.3, 0.75, 1.5),
      outcome: part(0.3, 0.7, 0.98),
      firstContact: part(0.2, 0.3, 0.8),
      breadth: part(0.2, 1, 6),
    },
  },
  healthScore: {
    minimumWeight: 0.5,
    parts: {
      resolutionSlaCompliance: part(0.3, 0.7, 0.98),
      ticketsPerEndpoint: part(0.2, 2, 0.3),
      engagementDays: part(0.15, 90, 14),
      overdueAmount: part(0.15, 0.5, 0),
      agedBacklog: part(0.1, 0.3, 0),
      contractDays: part(0.1, 30, 180),
      csat: part(0.2, 0.7, 0.95),
    },
  },
  performanceScore: {
    minimumWeight: 0.5,
    parts: {
      resolutionSlaCompliance: part(0.35, 0.7, 0.98),
      firstResponseSlaCompliance: part(0.25, 0.7, 0.98),
      killRate: part(0.15, 0.8, 1.05),
      firstContactResolution: part(0.15, 0.3, 0.8),
      reopenRatio: part(0.1, 0.15, 0.02),
    },
  },
})

/** @see defaultThresholds */
export type Thresholds = typeof defaultThresholds

/** Limits to change; what is left out keeps its default. */
export type ThresholdOptions = DeepPartial<Thresholds>

/** Groups whose limits must come in ascending, or descending, order. */
const ASCENDING = [
  'slaRiskLevel',
  'resolutionCategory',
  'overrunSeverityMinutes',
  'utilizationCategory',
  'killRateCategory',
  'agreementEfficiencyCategory',
  'revenueClass',
  'skillLevel',
] as const
const DESCENDING = [
  'complianceCategory',
  'grossMarginCategory',
  'contractTier',
  'productivityBand',
  'healthBand',
  'performanceCategory',
] as const

/** Throws a TypeError that names the limit which is unknown, no number, or out of order. */
export function resolveThresholds(options: ThresholdOptions | undefined): Thresholds {
  if (options === undefined) return defaultThresholds
  const thresholds = merge('ctx.thresholds', defaultThresholds, options) as Thresholds
  requireAscending('ageBucketDays', thresholds.ageBucketDays)
  for (const name of ASCENDING) requireAscending(name, Object.values(thresholds[name]))
  for (const name of DESCENDING) requireAscending(name, Object.values(thresholds[name]).reverse())
  return thresholds
}

/** Defaults with what was given in their place, all of the default's own kind. */
function merge(path: string, base: unknown, given: unknown): unknown {
  if (given === undefined) return base
  if (typeof base === 'number') {
    if (typeof given === 'number' && Number.isFinite(given)) return given
    throw new TypeError(`${path}: expected a finite number, received ${typeof given}.`)
  }
  if (Array.isArray(base)) {
    if (Array.isArray(given)) return given.map((item, at) => merge(`${path}[${at}]`, 0, item))
    throw new TypeError(`${path}: expected a list of numbers, received ${typeof given}.`)
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new TypeError(`${path}: expected an object, received ${given === null ? 'null' : typeof given}.`)
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(base as object, key))
      throw new TypeError(
        `${path}.${key}: no such limit; there are ${Object.keys(base as object).join(', ')}.`,
      )
  }
  return Object.fromEntries(
    Object.entries(base as object).map(([key, value]) => [
      key,
      merge(`${path}.${key}`, value, (given as Record<string, unknown>)[key]),
    ]),
  )
}

function requireAscending(name: string, edges: readonly number[]): void {
  const ascending = edges.every((edge, at) => edge >= (edges[at - 1] ?? Number.NEGATIVE_INFINITY))
  if (edges.length > 0 && ascending) return
  throw new TypeError(`ctx.thresholds.${name}: expected numbers in ascending order.`)
}

type DeepReadonly<Value> = Value extends number
  ? number
  : Value extends readonly (infer Item)[]
    ? readonly DeepReadonly<Item>[]
    : { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }

function deepFreeze<Value extends object>(value: Value): DeepReadonly<Value> {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) deepFreeze(inner)
  return Object.freeze(value) as DeepReadonly<Value>
}
