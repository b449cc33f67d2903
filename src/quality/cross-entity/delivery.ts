import { latest } from '../../metrics/conversations.js'
import { canonicalText } from '../../values/canonical-text.js'
import { MINUTE_MS } from '../../values/day.js'
import { parseInstant } from '../../values/instant.js'
import { type EntityName, entityNames, type Provenance, sources } from '../data.js'
import { HOUR_MS } from '../dates.js'
import { visitMoments } from '../event-moments.js'
import type { RulePart, RuleStatus } from '../report.js'
import { createSampleIds, worstStatus } from '../rule-counts.js'
import { trustedId } from '../safe-ids.js'
import type { QualityScope } from '../scope.js'
import { type CrossOutcome, total } from './cross-outcome.js'

const WARN_HOURS = 12
const FAIL_HOURS = 24
const FUTURE_SHARE = 0.001

/**
 * XEN-02: the same id and content twice is a row that moved between pages; the same id with another content is a
 * conflict.
 */
export function duplicates(scope: QualityScope): CrossOutcome | null {
  const samples = createSampleIds()
  const parts = entityNames.flatMap((entity) => duplicatesOf(entity, scope, samples.add))
  if (parts.length === 0) return null
  return {
    ...total(parts),
    sampleIds: samples.list(),
    status: worstStatus(parts.map(({ status }) => status)),
  }
}

function duplicatesOf(
  entity: EntityName,
  scope: QualityScope,
  sample: (id: string) => void,
): readonly RulePart[] {
  const records = scope.records(entity)
  if (records === undefined) return []
  const first = scope.byId(entity)
  const repeated = scope.repeatedIds(entity)
  const idOf = (record: object) =>
    trustedId((record as Readonly<Record<string, unknown>>)[sources[entity].idKey])
  let [overlaps, conflicts] = [0, 0]
  let applicable = scope.identified(entity) ?? 0
  const seen = new Set<string>()
  for (const record of repeated.size === 0 ? [] : records) {
    const id = idOf(record)
    if (id === null || !repeated.has(id)) continue
    const kept = first?.get(id)
    if (kept === record && !seen.has(id)) {
      seen.add(id)
      continue
    }
    if (kept !== undefined && canonicalText(kept) === canonicalText(record)) overlaps += 1
    else conflicts += 1
    sample(id)
  }
  const repeatedIds: unknown = scope.data.provenance?.[entity]?.repeatedIds
  const removed = Array.isArray(repeatedIds) ? repeatedIds.length : 0
  overlaps = Math.max(overlaps, removed)
  applicable = Math.max(applicable, overlaps + conflicts)
  const found = (failed: number, worst: RuleStatus): RuleStatus =>
    applicable === 0 ? 'notEvaluated' : failed > 0 ? worst : 'pass'
  const part = (
    kind: string,
    severity: 'warning' | 'error',
    failed: number,
    worst: RuleStatus,
  ): RulePart => ({
    name: `${entity}.${kind}`,
    severity,
    applicable,
    failed,
    status: found(failed, worst),
  })
  return [part('overlap', 'warning', overlaps, 'warn'), part('conflict', 'error', conflicts, 'fail')]
}

/** XEN-07, of every entity whose list counts its rows. */
export function countsAgree(scope: QualityScope): CrossOutcome | null {
  const parts = entityNames.flatMap((entity): RulePart[] => {
    const totalCount: unknown = provenanceOf(entity, scope)?.totalCount
    const delivered = scope.records(entity)?.length
    if (!Number.isSafeInteger(totalCount) || delivered === undefined) return []
    const isEqual = delivered === totalCount
    return [
      {
        name: `${entity}.missingRecords`,
        severity: 'error',
        applicable: 1,
        failed: isEqual ? 0 : 1,
        status: isEqual ? 'pass' : 'fail',
        value: Number(totalCount) - delivered,
      },
    ]
  })
  return parts.length === 0 ? null : total(parts)
}

const provenanceOf = (entity: EntityName, { data }: QualityScope): Partial<Provenance> | undefined =>
  data.provenance?.[entity]

/** Newest `updatedTime` of tickets, which alone have one; of other entities the time of the fetch. */
function newestAt(entity: EntityName, scope: QualityScope): number {
  if (entity === 'ticket')
    return (scope.facts('ticket') ?? []).reduce(
      (newest, { metrics }) => latest(newest, metrics.updatedAt),
      Number.NaN,
    )
  const fetchedAt: unknown = provenanceOf(entity, scope)?.fetchedAt
  return typeof fetchedAt === 'string' ? parseInstant(fetchedAt) : Number.NaN
}

/** XEN-08; while the default schedule is closed nothing is expected to change. */
export function freshness(scope: QualityScope): CrossOutcome | null {
  const { now } = scope.settings
  const open = scope.calendars.ofSite(null).calendar?.between(now, now + MINUTE_MS)
  if (open === 0) return null
  const parts = entityNames.flatMap((entity): RulePart[] => {
    const hours = scope.records(entity) === undefined ? Number.NaN : (now - newestAt(entity, scope)) / HOUR_MS
    if (Number.isNaN(hours)) return []
    const status = hours > FAIL_HOURS ? 'fail' : hours > WARN_HOURS ? 'warn' : 'pass'
    return [
      {
        name: `${entity}.ageHours`,
        severity: 'error',
        applicable: 1,
        failed: status === 'pass' ? 0 : 1,
        status,
        value: hours,
      },
    ]
  })
  if (parts.length === 0) return null
  return { ...total(parts), status: worstStatus(parts.map(({ status }) => status)) }
}

/** XEN-10: many event times of the future are an error of the feed, a few are errors of records. */
export function futureShare(scope: QualityScope): CrossOutcome | null {
  const { now, skew } = scope.settings
  let [applicable, failed] = [0, 0]
  visitMoments(scope, (at) => {
    applicable += 1
    if (at > now + skew) failed += 1
  })
  if (applicable === 0) return null
  return { applicable, failed, status: failed / applicable > FUTURE_SHARE ? 'fail' : 'pass' }
}
