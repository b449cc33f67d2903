import { normaliseName } from '../../metrics/names.js'
import { DAY_MS } from '../../values/day.js'
import { isBlank } from '../blank.js'
import { areNotFuture, areReadable, isAtLeast, momentOf } from '../dates.js'
import { clientIdOf, type RecordFacts } from '../record-facts.js'
import { areSafeRecordIds, leadsSomewhere } from '../references.js'
import { ruleTable } from '../rule.js'
import { trustedId } from '../safe-ids.js'
import type { QualityScope } from '../scope.js'
import { isText } from '../text-form.js'
import { idOccursOnce, keyOfParts, occursOnce, textKey } from '../unique.js'

type AlertFacts = RecordFacts<'alert'>

const SEVERITIES = new Set([
  'critical',
  'high',
  'major',
  'medium',
  'moderate',
  'minor',
  'low',
  'warning',
  'error',
  'info',
  'information',
  'informational',
])
const OPEN = new Set(['open', 'new', 'active', 'created', 'acknowledged', 'in progress', 'reopened'])
const RESOLVED = new Set(['resolved', 'closed', 'cleared', 'auto resolved', 'auto-resolved'])
const OPEN_DAYS = 7

const nameOf = (value: unknown): string => (typeof value === 'string' ? normaliseName(value) : '')

const createdAt = ({ record }: AlertFacts, scope: QualityScope): number => momentOf(record.createdTime, scope)

function hasClientOfAsset({ record }: AlertFacts, scope: QualityScope): boolean | null {
  const own = trustedId(record.asset?.client?.accountId)
  const assetId = trustedId(record.asset?.assetId)
  const asset = assetId === null ? undefined : scope.byId('asset')?.get(assetId)
  const owner = asset === undefined ? null : clientIdOf(asset)
  return own === null || owner === null ? null : own === owner
}

function isSeenTo(facts: AlertFacts, scope: QualityScope): boolean | null {
  const { status, severity } = facts.record
  if (nameOf(severity) !== 'critical' || !OPEN.has(nameOf(status))) return null
  return isAtLeast(createdAt(facts, scope), scope.settings.now - OPEN_DAYS * DAY_MS)
}

export const alertRules = ruleTable('alert', [
  ['ALR-01', 'C', 'critical', 'id not blank', ({ record }) => !isBlank(record.id)],
  ['ALR-02', 'C', 'error', 'createdTime not blank', ({ record }) => !isBlank(record.createdTime)],
  ['ALR-03', 'C', 'error', 'status not blank', ({ record }) => !isBlank(record.status)],
  ['ALR-04', 'C', 'error', 'severity not blank', ({ record }) => !isBlank(record.severity)],
  ['ALR-05', 'C', 'warning', 'message not blank', ({ record }) => !isBlank(record.message)],
  ['ALR-06', 'C', 'warning', 'asset.assetId not blank', ({ record }) => !isBlank(record.asset?.assetId)],
  [
    'ALR-07',
    'V',
    'error',
    'createdTime parses (minutes-only form allowed)',
    ({ record }, scope) => areReadable([record.createdTime], (value) => momentOf(value, scope)),
  ],
  [
    'ALR-08',
    'V',
    'warning',
    'severity maps to a known level',
    ({ record }) => isText(record.severity, (text) => SEVERITIES.has(nameOf(text))),
  ],
  [
    'ALR-09',
    'V',
    'warning',
    'status maps to open or resolved',
    ({ record }) => isText(record.status, (text) => OPEN.has(nameOf(text)) || RESOLVED.has(nameOf(text))),
  ],
  [
    'ALR-10',
    'V',
    'critical',
    'ids safe',
    (facts) => areSafeRecordIds(facts, facts.record.id, facts.record.asset?.client?.accountId),
  ],
  ['ALR-11', 'K', 'warning', "the alert's client equals the asset's client", hasClientOfAsset],
  ['ALR-12', 'U', 'critical', 'id occurs once', idOccursOnce],
  [
    'ALR-13',
    'U',
    'info',
    '(asset, message, createdTime) occurs once',
    occursOnce('alert', ({ record }) =>
      keyOfParts(trustedId(record.asset?.assetId), textKey(record.message), textKey(record.createdTime)),
    ),
  ],
  ['ALR-14', 'I', 'warning', 'asset exists', leadsSomewhere('alert', 'asset')],
  [
    'ALR-15',
    'T',
    'error',
    'createdTime ≤ now + skew',
    (facts, scope) => areNotFuture([createdAt(facts, scope)], scope),
  ],
  ['ALR-16', 'T', 'warning', 'open critical alert not older than 7 days', isSeenTo],
])
