/** Limits between categories. */
export interface Thresholds {
  /** Ascending days; each edge belongs to the bucket that it opens. */
  readonly ageBucketDays: readonly number[]
  /** Consumed share of the SLA target from which each level holds. */
  readonly slaRiskLevel: Readonly<{ watch: number; atRisk: number; critical: number }>
}

/** Limits to change; what is left out keeps its default. */
export interface ThresholdOptions {
  readonly ageBucketDays?: readonly number[] | undefined
  readonly slaRiskLevel?: Readonly<{ watch?: number; atRisk?: number; critical?: number }> | undefined
}

export const defaultThresholds: Thresholds = Object.freeze({
  ageBucketDays: Object.freeze([1, 3, 7, 14, 30]),
  slaRiskLevel: Object.freeze({ watch: 0.5, atRisk: 0.75, critical: 0.9 }),
})

export function resolveThresholds(options: ThresholdOptions | undefined): Thresholds {
  const ageBucketDays = options?.ageBucketDays ?? defaultThresholds.ageBucketDays
  const slaRiskLevel = { ...defaultThresholds.slaRiskLevel, ...options?.slaRiskLevel }
  const { watch, atRisk, critical } = slaRiskLevel
  requireAscending('ctx.thresholds.ageBucketDays', ageBucketDays)
  requireAscending('ctx.thresholds.slaRiskLevel', [watch, atRisk, critical])
  return { ageBucketDays, slaRiskLevel }
}

function requireAscending(name: string, edges: readonly number[]): void {
  const ascending = edges.every(
    (edge, at) => typeof edge === 'number' && edge >= (edges[at - 1] ?? Number.NEGATIVE_INFINITY),
  )
  if (edges.length === 0 || !ascending) throw new TypeError(`${name}: expected numbers in ascending order.`)
}
