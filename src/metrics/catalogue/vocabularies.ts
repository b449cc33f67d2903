import type {
  AgreementEfficiencyCategory,
  ComplianceCategory,
  GrossMarginCategory,
  KillRateCategory,
} from '../categories.js'
import type { ClientMetrics } from '../client-metrics.js'
import { contractTiers } from '../contract-tier.js'
import type { ActivityLevel } from '../engagement.js'
import type { HealthBand } from '../health-score.js'

/** Takes every value of a union: one that is left out does not compile. */
const valuesOf = <Value extends string>(values: Readonly<Record<Value, 1>>): readonly string[] =>
  Object.freeze(Object.keys(values))

/** Values that a field of `ClientMetrics` can have, from the worst or lowest up where they have an order. */
export const clientVocabularies: Readonly<Partial<Record<keyof ClientMetrics, readonly string[]>>> =
  Object.freeze({
    killRateCategory: valuesOf<KillRateCategory>({ backlogGrowing: 1, balanced: 1, backlogShrinking: 1 }),
    complianceCategory: valuesOf<ComplianceCategory>({ poor: 1, fair: 1, good: 1, excellent: 1 }),
    activityLevel: valuesOf<ActivityLevel>({ dormant: 1, low: 1, normal: 1, high: 1, veryHigh: 1 }),
    contractTier: contractTiers,
    grossMarginCategory: valuesOf<GrossMarginCategory>({ poor: 1, fair: 1, good: 1 }),
    agreementEfficiencyCategory: valuesOf<AgreementEfficiencyCategory>({
      underpriced: 1,
      sound: 1,
      overpriced: 1,
    }),
    healthBand: valuesOf<HealthBand>({ atRisk: 1, watch: 1, healthy: 1 }),
  })
