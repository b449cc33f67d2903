import { instantOf } from '../../metrics/timestamp.js'
import { amountOf } from '../../metrics/worklogs.js'
import { DAY_MS, MINUTE_MS } from '../../values/day.js'
import { areAmounts, isAtMost, isNotNegative, isPositive, wholeAmount } from '../amounts.js'
import { isBlank } from '../blank.js'
import { areNotFuture, isAtLeast } from '../dates.js'
import type { WorklogRecordFacts } from '../record-facts.js'
import { areSafeRecordIds, leadsSomewhere } from '../references.js'
import { ruleTable } from '../rule.js'
import { trustedId } from '../safe-ids.js'
import type { QualityScope } from '../scope.js'
import { isOneOf } from '../text-form.js'
import { idOccursOnce, keyOfParts, occursOnce, textKey } from '../unique.js'

const STATUSES = ['PENDING', 'APPROVED', 'IGNORED', 'INVOICED', 'UNDER_CONTRACT']
const MODULES = ['TICKET', 'PROJECT']

/** Whether an entry is one of time; null when its service item is not known. */
function isOfHours({ record }: WorklogRecordFacts, scope: QualityScope): boolean | null {
  const id = trustedId(record.serviceItem?.itemId)
  const item = id === null ? undefined : scope.byId('serviceItem')?.get(id)
  const type = item?.quantityType ?? record.serviceItem?.quantityType
  return typeof type === 'string' ? type === 'HOURS' : null
}

function hoursAreAtMost(limit: number) {
  const most = wholeAmount(limit)
  return (facts: WorklogRecordFacts, scope: QualityScope): boolean | null => {
    const quantity = amountOf(facts.record.qty)
    return quantity === null || isOfHours(facts, scope) !== true ? null : isAtMost(quantity, most)
  }
}

const ticketOf = ({ ticketId }: WorklogRecordFacts, scope: QualityScope) =>
  ticketId === null ? undefined : scope.byId('ticket')?.get(ticketId)

function isAfterTicket(facts: WorklogRecordFacts, scope: QualityScope): boolean | null {
  const ticket = ticketOf(facts, scope)
  return ticket === undefined
    ? null
    : isAtLeast(facts.at, instantOf(ticket.createdTime, scope.settings.zone) - DAY_MS)
}

/** Schedule of the ticket's site; the default one where the ticket has none. */
function agreesWithSchedule(facts: WorklogRecordFacts, scope: QualityScope): boolean | null {
  const ticket = ticketOf(facts, scope)
  const { afterHours } = facts.record
  if (ticket === undefined || typeof afterHours !== 'boolean' || Number.isNaN(facts.at)) return null
  const { calendar } = scope.calendars.ofSite(trustedId(ticket.site?.id))
  const open = calendar?.between(facts.at, facts.at + MINUTE_MS) ?? Number.NaN
  return Number.isNaN(open) ? null : afterHours === (open === 0)
}

const isInvoicedRightly = ({ record }: WorklogRecordFacts): boolean | null =>
  record.billable === false && !isBlank(record.status) ? record.status !== 'INVOICED' : null

function isBilledInTime({ record, at }: WorklogRecordFacts, { settings }: QualityScope): boolean | null {
  if (record.billable !== true || record.status !== 'PENDING') return null
  return isAtLeast(at, settings.now - settings.leakageGraceDays * DAY_MS)
}

export const worklogEntryRules = ruleTable('worklogEntry', [
  ['WKL-01', 'C', 'critical', 'itemId not blank', ({ record }) => !isBlank(record.itemId)],
  ['WKL-02', 'C', 'error', 'qty not blank', ({ record }) => !isBlank(record.qty)],
  ['WKL-03', 'C', 'error', 'billDateTime not blank', ({ record }) => !isBlank(record.billDateTime)],
  ['WKL-04', 'C', 'error', 'technician present', ({ record }) => !isBlank(record.technician?.userId)],
  ['WKL-05', 'C', 'error', 'workItem.workId not blank', ({ record }) => !isBlank(record.workItem?.workId)],
  [
    'WKL-06',
    'C',
    'error',
    'billable ⇒ unitPrice not blank',
    ({ record }) => (record.billable === true ? !isBlank(record.unitPrice) : null),
  ],
  ['WKL-07', 'C', 'info', 'notes not blank', ({ record }) => !isBlank(record.notes)],
  ['WKL-08', 'V', 'error', 'qty is a decimal > 0', ({ record }) => areAmounts([record.qty], isPositive)],
  [
    'WKL-09',
    'V',
    'error',
    'unitPrice is a decimal ≥ 0',
    ({ record }) => areAmounts([record.unitPrice], isNotNegative),
  ],
  [
    'WKL-10',
    'V',
    'error',
    'billDateTime parses',
    ({ record, at }) => (isBlank(record.billDateTime) ? null : !Number.isNaN(at)),
  ],
  [
    'WKL-11',
    'V',
    'error',
    'status is PENDING, APPROVED, IGNORED, INVOICED or UNDER_CONTRACT',
    ({ record }) => isOneOf(record.status, STATUSES),
  ],
  [
    'WKL-12',
    'V',
    'warning',
    'workItem.module is TICKET or PROJECT, if given',
    ({ record }) => isOneOf(record.workItem?.module, MODULES),
  ],
  [
    'WKL-13',
    'V',
    'critical',
    'ids safe',
    (facts) => areSafeRecordIds(facts, facts.record.itemId, facts.record.workItem?.workId),
  ],
  ['WKL-14', 'K', 'error', 'HOURS: qty ≤ 24', hoursAreAtMost(24)],
  ['WKL-15', 'K', 'info', 'HOURS: qty ≤ 12', hoursAreAtMost(12)],
  ['WKL-16', 'K', 'warning', 'not billable ⇒ status not INVOICED', isInvoicedRightly],
  ['WKL-17', 'K', 'warning', 'ticket known: billDateTime ≥ ticket created − 1 day', isAfterTicket],
  [
    'WKL-18',
    'K',
    'info',
    'afterHours agrees with the schedule at billDateTime, when one resolves',
    agreesWithSchedule,
  ],
  ['WKL-19', 'U', 'critical', 'itemId occurs once', idOccursOnce],
  [
    'WKL-20',
    'U',
    'warning',
    '(technician, workId, billDateTime, qty) occurs once',
    occursOnce('worklogEntry', ({ record, at }) =>
      keyOfParts(
        trustedId(record.technician?.userId),
        trustedId(record.workItem?.workId),
        Number.isNaN(at) ? null : String(at),
        textKey(record.qty),
      ),
    ),
  ],
  ['WKL-21', 'I', 'error', 'ticket exists (module TICKET)', leadsSomewhere('worklogEntry', 'ticket')],
  ['WKL-22', 'I', 'warning', 'technician exists', leadsSomewhere('worklogEntry', 'technician')],
  ['WKL-23', 'I', 'warning', 'service item exists', leadsSomewhere('worklogEntry', 'serviceItem')],
  ['WKL-24', 'T', 'error', 'billDateTime ≤ now + skew', ({ at }, scope) => areNotFuture([at], scope)],
  ['WKL-25', 'T', 'warning', 'billable and PENDING not older than `leakageGraceDays`', isBilledInTime],
])
