import { isStale } from '../../metrics/activity.js'
import { worklogMinutesReported } from '../../metrics/effort.js'
import { firstResponseFlagMismatch, resolutionFlagMismatch } from '../../metrics/sla-flag-mismatch.js'
import { MINUTES_PER_HOUR } from '../../metrics/worklogs.js'
import { decimalToNumber, multiplyDecimals } from '../../values/decimal.js'
import { areAmounts, isNotNegative } from '../amounts.js'
import { isBlank } from '../blank.js'
import { all, areNotFuture, isAtLeast, isReadable } from '../dates.js'
import type { TicketRecordFacts } from '../record-facts.js'
import { areSafeRecordIds, leadsSomewhere } from '../references.js'
import { ruleTable } from '../rule.js'
import type { QualityScope } from '../scope.js'
import { isOneOf, isText } from '../text-form.js'
import { idOccursOnce, occursOnce, textKey } from '../unique.js'

const SOURCES = ['FORM', 'AGENT', 'EMAIL', 'AI', 'PHONE', 'INTEGRATION']

const isTerminal = ({ metrics }: TicketRecordFacts): boolean =>
  metrics.statusClass === 'resolved' || metrics.statusClass === 'closed'

const isAssigned = ({ record }: TicketRecordFacts): boolean =>
  !isBlank(record.technician?.userId) || !isBlank(record.techGroup?.groupId)

/** By what was read of them: no time is parsed twice. */
function timesParse(facts: TicketRecordFacts): boolean | null {
  const { record, metrics } = facts
  return all(
    isReadable(record.createdTime, facts.createdAt),
    isReadable(record.updatedTime, facts.updatedAt),
    isReadable(record.firstResponseDueTime, metrics.firstResponse.due),
    isReadable(record.firstResponseTime, facts.firstResponseAt),
    isReadable(record.resolutionDueTime, metrics.resolution.due),
    isReadable(record.resolutionTime, facts.resolutionAt),
  )
}

const isNoSoonerThanCreation = (
  moment: number,
  { createdAt }: TicketRecordFacts,
  { settings }: QualityScope,
) => isAtLeast(moment, createdAt - settings.skew)

const areDuesAfterCreation = ({ createdAt, metrics }: TicketRecordFacts): boolean | null =>
  all(isAtLeast(metrics.firstResponse.due, createdAt), isAtLeast(metrics.resolution.due, createdAt))

/** A resolution time that cannot be read is not blank: TKT-11 tells of it. */
const openHasNoResolution = ({ record, metrics }: TicketRecordFacts): boolean | null =>
  metrics.isOpen && !isBlank(record.status) ? isBlank(record.resolutionTime) : null

const agrees = (mismatch: boolean | null): boolean | null => (mismatch === null ? null : !mismatch)

function reportedEqualsSummed({ metrics }: TicketRecordFacts): boolean | null {
  if (metrics.worklogHours === undefined) return null
  const reported = worklogMinutesReported(metrics)
  if (reported === null) return null
  const summed = decimalToNumber(multiplyDecimals(metrics.worklogHours.hours, MINUTES_PER_HOUR))
  return Math.abs(reported - summed) <= 1
}

export const ticketRules = ruleTable('ticket', [
  ['TKT-01', 'C', 'critical', 'ticketId not blank', ({ record }) => !isBlank(record.ticketId)],
  ['TKT-02', 'C', 'error', 'displayId not blank', ({ record }) => !isBlank(record.displayId)],
  ['TKT-03', 'C', 'error', 'subject not blank', ({ record }) => !isBlank(record.subject)],
  ['TKT-04', 'C', 'error', 'client.accountId not blank', ({ record }) => !isBlank(record.client?.accountId)],
  ['TKT-05', 'C', 'error', 'createdTime not blank', ({ record }) => !isBlank(record.createdTime)],
  ['TKT-06', 'C', 'warning', 'priority not blank', ({ record }) => !isBlank(record.priority)],
  [
    'TKT-07',
    'C',
    'warning',
    'open ⇒ technician or techGroup present',
    (facts) => (facts.metrics.isOpen ? isAssigned(facts) : null),
  ],
  ['TKT-08', 'C', 'warning', 'requester present', ({ record }) => !isBlank(record.requester?.userId)],
  ['TKT-09', 'C', 'error', 'status not blank', ({ record }) => !isBlank(record.status)],
  [
    'TKT-10',
    'C',
    'warning',
    'resolved or closed ⇒ category not blank',
    (facts) => (isTerminal(facts) ? !isBlank(facts.record.category) : null),
  ],
  ['TKT-11', 'V', 'error', 'every time that is given parses', timesParse],
  [
    'TKT-12',
    'V',
    'warning',
    'status maps to a known class',
    ({ record, metrics }) => isText(record.status, () => metrics.statusClass !== 'unknown'),
  ],
  [
    'TKT-13',
    'V',
    'warning',
    'priority maps to a known rank',
    ({ record, metrics }) => isText(record.priority, () => metrics.priorityRank !== null),
  ],
  [
    'TKT-14',
    'V',
    'error',
    'source is FORM, AGENT, EMAIL, AI, PHONE or INTEGRATION',
    ({ record }) => isOneOf(record.source, SOURCES),
  ],
  [
    'TKT-15',
    'V',
    'error',
    'worklogTimespent is a decimal ≥ 0',
    ({ record }) => areAmounts([record.worklogTimespent], isNotNegative),
  ],
  [
    'TKT-16',
    'V',
    'warning',
    'displayId matches six digits, hyphen, at least four digits (option `displayIdPattern`)',
    ({ record }, { options }) => isText(record.displayId, (text) => options.displayIdPattern.test(text)),
  ],
  [
    'TKT-17',
    'K',
    'error',
    'resolutionTime ≥ createdTime − skew',
    (facts, scope) => isNoSoonerThanCreation(facts.resolutionAt, facts, scope),
  ],
  [
    'TKT-18',
    'K',
    'error',
    'firstResponseTime ≥ createdTime − skew',
    (facts, scope) => isNoSoonerThanCreation(facts.firstResponseAt, facts, scope),
  ],
  [
    'TKT-19',
    'K',
    'warning',
    'firstResponseTime ≤ resolutionTime + skew',
    ({ firstResponseAt, resolutionAt }, { settings }) =>
      isAtLeast(resolutionAt + settings.skew, firstResponseAt),
  ],
  ['TKT-20', 'K', 'error', 'every due time ≥ createdTime', areDuesAfterCreation],
  [
    'TKT-21',
    'K',
    'warning',
    'firstResponseDueTime ≤ resolutionDueTime',
    ({ metrics }) => isAtLeast(metrics.resolution.due, metrics.firstResponse.due),
  ],
  [
    'TKT-22',
    'K',
    'error',
    'resolved or closed ⇒ resolutionTime not blank',
    (facts) => (isTerminal(facts) ? !isBlank(facts.record.resolutionTime) : null),
  ],
  ['TKT-23', 'K', 'error', 'open with a status ⇒ resolutionTime blank', openHasNoResolution],
  [
    'TKT-24',
    'K',
    'warning',
    'firstResponseViolated = done > due; not done: now > due while open and not paused',
    ({ metrics }) => agrees(firstResponseFlagMismatch(metrics)),
  ],
  [
    'TKT-25',
    'K',
    'warning',
    'resolutionViolated = resolved > due; not resolved: now > due while open and not paused',
    ({ metrics }) => agrees(resolutionFlagMismatch(metrics)),
  ],
  [
    'TKT-26',
    'K',
    'warning',
    'updatedTime ≥ createdTime − skew',
    (facts, scope) => isNoSoonerThanCreation(facts.updatedAt, facts, scope),
  ],
  [
    'TKT-27',
    'T',
    'error',
    'created, updated, firstResponse and resolution times ≤ now + skew',
    ({ createdAt, updatedAt, firstResponseAt, resolutionAt }, scope) =>
      areNotFuture([createdAt, updatedAt, firstResponseAt, resolutionAt], scope),
  ],
  ['TKT-28', 'T', 'warning', 'open ticket not stale (T11)', ({ metrics }) => agrees(isStale(metrics))],
  ['TKT-29', 'U', 'critical', 'ticketId occurs once', idOccursOnce],
  [
    'TKT-30',
    'U',
    'error',
    'displayId occurs once',
    occursOnce('ticket', ({ record }) => textKey(record.displayId)),
  ],
  ['TKT-31', 'I', 'error', 'client exists', leadsSomewhere('ticket', 'client')],
  ['TKT-32', 'I', 'warning', 'technician exists', leadsSomewhere('ticket', 'technician')],
  [
    'TKT-33',
    'I',
    'warning',
    "site exists and belongs to the ticket's client",
    leadsSomewhere('ticket', 'site'),
  ],
  ['TKT-34', 'I', 'warning', 'sla exists', leadsSomewhere('ticket', 'sla')],
  [
    'TKT-35',
    'K',
    'warning',
    'worklogs loaded: reported minutes within 1 of the summed minutes',
    reportedEqualsSummed,
  ],
  [
    'TKT-36',
    'V',
    'critical',
    'no id of the ticket or its references is a number beyond the safe integers',
    (facts) => areSafeRecordIds(facts, facts.record.ticketId),
  ],
])
