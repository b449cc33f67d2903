import { dayOf } from '../../metrics/plain-json.js'
import { DAY_MS } from '../../values/day.js'
import { isBlank } from '../blank.js'
import { all, areDays, areNotFuture, areReadable, HOUR_MS, isAtLeast, momentOf } from '../dates.js'
import { isIpAddress, isMacAddress } from '../network-address.js'
import type { RecordFacts } from '../record-facts.js'
import { areSafeRecordIds, leadsSomewhere } from '../references.js'
import { ruleTable } from '../rule.js'
import type { QualityScope } from '../scope.js'
import { areTexts, isOneOf, isText } from '../text-form.js'
import { idOccursOnce, keyOfParts, nameKey, occursOnce, textKey } from '../unique.js'

type AssetFacts = RecordFacts<'asset'>

const SILENT_DAYS = 30
/** What vendors leave in the firmware when nobody writes a number there. */
const PLACEHOLDERS = new Set(['to be filled by o.e.m.', 'default string', 'none', '0'])

const contactAt = ({ record }: AssetFacts, scope: QualityScope): number =>
  momentOf(record.lastCommunicatedTime, scope)

function areDatesRead({ record }: AssetFacts, scope: QualityScope): boolean | null {
  return all(
    areReadable([record.lastCommunicatedTime, record.lastReportedTime], (value) => momentOf(value, scope)),
    areDays(record.purchasedDate, record.warrantyExpiryDate),
  )
}

const wasSeenWithin = (facts: AssetFacts, ms: number, scope: QualityScope): boolean | null =>
  isAtLeast(contactAt(facts, scope), scope.settings.now - ms)

export const assetRules = ruleTable('asset', [
  ['AST-01', 'C', 'critical', 'assetId not blank', ({ record }) => !isBlank(record.assetId)],
  ['AST-02', 'C', 'error', 'name not blank', ({ record }) => !isBlank(record.name)],
  ['AST-03', 'C', 'error', 'client present', ({ record }) => !isBlank(record.client?.accountId)],
  ['AST-04', 'C', 'warning', 'status not blank', ({ record }) => !isBlank(record.status)],
  [
    'AST-05',
    'C',
    'warning',
    'lastCommunicatedTime not blank',
    ({ record }) => !isBlank(record.lastCommunicatedTime),
  ],
  [
    'AST-06',
    'C',
    'warning',
    'serialNumber or primaryMac not blank',
    ({ record }) => !isBlank(record.serialNumber) || !isBlank(record.primaryMac),
  ],
  [
    'AST-07',
    'V',
    'warning',
    'status is ONLINE or OFFLINE',
    ({ record }) => isOneOf(record.status, ['ONLINE', 'OFFLINE']),
  ],
  [
    'AST-08',
    'V',
    'warning',
    'primaryMac is 6 octets, not all zero, not all ff',
    ({ record }) => isText(record.primaryMac, isMacAddress),
  ],
  [
    'AST-09',
    'V',
    'warning',
    'publicIp and gateway are valid IPv4 or IPv6',
    ({ record }) => areTexts([record.publicIp, record.gateway], isIpAddress),
  ],
  ['AST-10', 'V', 'error', 'times and dates parse', areDatesRead],
  [
    'AST-11',
    'V',
    'warning',
    'serialNumber not a placeholder ("to be filled by o.e.m.", "default string", "none", "0")',
    ({ record }) => isText(record.serialNumber, (text) => !PLACEHOLDERS.has(text.trim().toLowerCase())),
  ],
  [
    'AST-12',
    'V',
    'critical',
    'ids safe',
    (facts) => areSafeRecordIds(facts, facts.record.assetId, facts.record.requester?.userId),
  ],
  [
    'AST-13',
    'K',
    'warning',
    'purchasedDate ≤ warrantyExpiryDate',
    ({ record }) => isAtLeast(dayOf(record.warrantyExpiryDate), dayOf(record.purchasedDate)),
  ],
  [
    'AST-14',
    'K',
    'warning',
    'ONLINE ⇒ last contact within 60 minutes',
    (facts, scope) => (facts.record.status === 'ONLINE' ? wasSeenWithin(facts, HOUR_MS, scope) : null),
  ],
  ['AST-15', 'U', 'critical', 'assetId occurs once', idOccursOnce],
  [
    'AST-16',
    'U',
    'warning',
    '(client, serialNumber) occurs once',
    occursOnce('asset', ({ clientId, record }) => keyOfParts(clientId, textKey(record.serialNumber))),
  ],
  [
    'AST-17',
    'U',
    'info',
    '(client, normalised hostName) occurs once',
    occursOnce('asset', ({ clientId, record }) => keyOfParts(clientId, nameKey(record.hostName))),
  ],
  ['AST-18', 'I', 'error', 'client exists', leadsSomewhere('asset', 'client')],
  ['AST-19', 'I', 'warning', 'site exists and belongs to the client', leadsSomewhere('asset', 'site')],
  [
    'AST-20',
    'T',
    'warning',
    'last contact within 30 days',
    (facts, scope) => wasSeenWithin(facts, SILENT_DAYS * DAY_MS, scope),
  ],
  [
    'AST-21',
    'T',
    'error',
    'purchasedDate and last contact not in the future',
    (facts, scope) =>
      all(
        isAtLeast(scope.today, dayOf(facts.record.purchasedDate)),
        areNotFuture([contactAt(facts, scope)], scope),
      ),
  ],
])
