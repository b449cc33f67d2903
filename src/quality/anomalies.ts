import { quantileOfSorted } from '../metrics/quantile.js'
import { timeToResolutionMinutes } from '../metrics/resolution.js'
import type { TicketRecordFacts } from './record-facts.js'
import type { Anomaly, RuleResult } from './report.js'
import type { QualityScope } from './scope.js'

/** The rules whose failures a report counts together as one kind of anomaly, by that kind. */
export const anomalyKinds: Readonly<Record<string, readonly string[]>> = Object.freeze({
  negativeDuration: ['TKT-17', 'TKT-18', 'TSK-10', 'INV-14'],
  dueBeforeCreated: ['TKT-20', 'INV-13'],
  resolutionContradictsStatus: ['TKT-22', 'TKT-23', 'TSK-05'],
  flagContradictsTimes: ['TKT-24', 'TKT-25', 'TSK-12'],
  futureTimestamp: ['TKT-27', 'WKL-24', 'CNV-17', 'ALR-15', 'AST-21', 'TSK-18'],
  impossibleDate: ['TKT-11', 'WKL-10', 'CNV-06', 'INV-09', 'CTR-09', 'AST-10', 'ALR-07', 'TSK-06'],
  orphanReference: [
    ...['TKT-31', 'TKT-32', 'TKT-33', 'TKT-34', 'CLI-16', 'CLI-17', 'CLI-18', 'SIT-20', 'SIT-21'],
    ...['USR-14', 'USR-15', 'USR-16', 'TEC-14', 'TEC-15', 'TEC-16', 'WKL-21', 'WKL-22', 'WKL-23', 'CNV-16'],
    ...['INV-22', 'INV-23', 'ITM-14', 'ITM-15', 'CTR-22', 'CTR-23', 'AST-18', 'AST-19', 'ALR-14', 'TSK-16'],
    ...['TSK-17', 'SVC-15'],
  ],
  duplicateId: [
    ...['TKT-29', 'TKT-30', 'CLI-13', 'SIT-17', 'USR-12', 'TEC-12', 'WKL-19', 'CNV-14', 'INV-20', 'INV-21'],
    ...['ITM-13', 'CTR-20', 'AST-15', 'ALR-12', 'TSK-14', 'TSK-15', 'SVC-13'],
  ],
  unsafeId: [
    ...['TKT-36', 'CLI-11', 'SIT-11', 'USR-08', 'TEC-09', 'WKL-13', 'CNV-09', 'INV-12', 'ITM-09', 'CTR-13'],
    ...['AST-12', 'ALR-10', 'TSK-09', 'SVC-10'],
  ],
  invalidEmailDomainOrZone: ['USR-06', 'TEC-07', 'CNV-08', 'CLI-08', 'SIT-07'],
  stale: ['TKT-28', 'WKL-25', 'AST-20', 'INV-25'],
  amountsDoNotAddUp: ['INV-18', 'ITM-10', 'ITM-11'],
})

const LEAST_CASES = 20
const OUTLIER_IQR = 3

/** Failures by kind, and outliers; kinds without any are left out. */
export function anomaliesOf(rules: readonly RuleResult[], outliers: number): readonly Anomaly[] {
  const failures = new Map(rules.map(({ ruleId, failed }) => [ruleId, failed]))
  const anomalies = Object.entries(anomalyKinds).map(([kind, ids]) => {
    const ruleIds = ids.filter((id) => failures.has(id)).sort()
    return { kind, ruleIds, count: ruleIds.reduce((sum, id) => sum + (failures.get(id) ?? 0), 0) }
  })
  return [...anomalies, { kind: 'statisticalOutlier', ruleIds: [], count: outliers }].filter(
    ({ count }) => count > 0,
  )
}

/** Tickets that took longer than Q3 + 3 × IQR of their type and priority, of groups of 20 and more. */
export function countOutliers(scope: QualityScope): number {
  const groups = new Map<string | null, Map<number | null, number[]>>()
  for (const { metrics } of (scope.facts('ticket') ?? []) as readonly TicketRecordFacts[]) {
    const minutes = timeToResolutionMinutes(metrics)
    if (minutes === null) continue
    const byRank = groups.get(metrics.requestClass) ?? new Map<number | null, number[]>()
    groups.set(metrics.requestClass, byRank)
    const group = byRank.get(metrics.priorityRank)
    if (group === undefined) byRank.set(metrics.priorityRank, [minutes])
    else group.push(minutes)
  }
  let count = 0
  for (const group of [...groups.values()].flatMap((byRank) => [...byRank.values()])) {
    if (group.length < LEAST_CASES) continue
    const sorted = group.sort((a, b) => a - b)
    const [low = 0, high = 0] = [quantileOfSorted(sorted, 0.25) ?? 0, quantileOfSorted(sorted, 0.75) ?? 0]
    count += sorted.filter((minutes) => minutes > high + OUTLIER_IQR * (high - low)).length
  }
  return count
}
