import { groupBy } from '../../metrics/group-by.js'
import { dayOf } from '../../metrics/plain-json.js'
import { areAmounts, isNotNegative } from '../amounts.js'
import { isBlank, isFilled, listOf } from '../blank.js'
import { quantityChanges, replayedQuantities } from '../contract-quantity.js'
import type { QualityRecords } from '../data.js'
import { all, areDays, isAtLeast } from '../dates.js'
import type { RecordFacts } from '../record-facts.js'
import { areSafeRecordIds, billableOf, leadsSomewhere } from '../references.js'
import { ruleTable } from '../rule.js'
import { trustedId } from '../safe-ids.js'
import type { QualityScope } from '../scope.js'
import { isOneOf } from '../text-form.js'
import { idOccursOnce, keyOfParts } from '../unique.js'
import { isPercentage } from './invoice-item.js'

type ContractFacts = RecordFacts<'clientContract'>
type ContractRecord = QualityRecords['clientContract']

const STATUSES = ['DRAFT', 'ACTIVE', 'INACTIVE']
const TYPES = ['SERVICE', 'USAGE', 'ONE_TIME', 'TIME_AND_MATERIAL']
const FREQUENCIES = ['ONCE', 'PERPETUAL', 'RECURRING']
const MODES = ['ARREAR', 'UPFRONT', 'ADVANCE']
const ENDS_SOON_DAYS = 30
/** The longest that each unit can last. */
const UNIT_DAYS: ReadonlyMap<unknown, number> = new Map([
  ['DAY', 1],
  ['WEEK', 7],
  ['MONTH', 31],
  ['YEAR', 366],
])

const isActive = ({ record }: ContractFacts): boolean => record.contractStatus === 'ACTIVE'
const recurringOf = (record: ContractRecord) => billableOf(record)?.recurringContract
const isRecurring = (record: ContractRecord) => billableOf(record)?.frequencyType === 'RECURRING'

const pricesOf = (record: ContractRecord): unknown[] =>
  listOf(billableOf(record)?.sellingPrice?.details).map(({ value }) => value)

function hasPrice({ record }: ContractFacts): boolean | null {
  return isBlank(billableOf(record)) ? null : isFilled(pricesOf(record))
}

function hasInterval({ record }: ContractFacts): boolean | null {
  if (!isRecurring(record)) return null
  const recurring = recurringOf(record)
  return !isBlank(recurring?.frequencyDurationUnit) && !isBlank(recurring?.frequencyInterval)
}

function hasBaseline({ record }: ContractFacts): boolean | null {
  if (billableOf(record)?.quantityCalculationType !== 'FIXED') return null
  return (quantityChanges(record) ?? []).some(({ operation }) => operation === 'BASELINE')
}

function areCodes({ record }: ContractFacts): boolean | null {
  return all(
    isOneOf(record.contractStatus, STATUSES),
    isOneOf(record.contract?.contractType, TYPES),
    isOneOf(billableOf(record)?.frequencyType, FREQUENCIES),
    isOneOf(recurringOf(record)?.frequencyDurationUnit, [...UNIT_DAYS.keys()] as string[]),
    isOneOf(recurringOf(record)?.recurringMode, MODES),
  )
}

function isWholeInterval({ record }: ContractFacts): boolean | null {
  const interval: unknown = recurringOf(record)?.frequencyInterval
  return isBlank(interval) ? null : Number.isSafeInteger(interval) && Number(interval) >= 1
}

function areAmountsRight({ record }: ContractFacts): boolean | null {
  const quantities = listOf(billableOf(record)?.changes).map(({ quantity }) => quantity)
  return all(
    areAmounts([...pricesOf(record), ...quantities], isNotNegative),
    isPercentage(billableOf(record)?.discountRate),
  )
}

function staysAboveZero({ record }: ContractFacts): boolean | null {
  const quantities = replayedQuantities(quantityChanges(record) ?? [])
  return quantities === null || quantities.length === 0 ? null : quantities.every(isNotNegative)
}

function beginsWithBaseline({ record }: ContractFacts): boolean | null {
  const changes = quantityChanges(record) ?? []
  if (changes.length === 0 || changes.some(({ day }) => Number.isNaN(day))) return null
  const baselines = changes.filter(({ operation }) => operation === 'BASELINE').length
  return baselines === 0 || (baselines === 1 && changes[0]?.operation === 'BASELINE')
}

interface Span {
  readonly facts: ContractFacts
  readonly from: number
  readonly to: number
}

/** Active contracts about the same item at the same time; by their start, each is held against the one that lasts longest. */
function overlapping(scope: QualityScope): ReadonlySet<ContractFacts> {
  const found = new Set<ContractFacts>()
  const groups = groupBy((scope.facts('clientContract') ?? []).filter(isActive), chargeKey)
  for (const contracts of groups.values()) {
    const spans = contracts.map(spanOf).sort((a, b) => a.from - b.from || b.to - a.to)
    let longest: Span | undefined
    for (const span of spans) {
      if (longest !== undefined && span.from <= longest.to) found.add(span.facts).add(longest.facts)
      if (longest === undefined || span.to > longest.to) longest = span
    }
  }
  return found
}

function spanOf(facts: ContractFacts): Span {
  const end = dayOf(facts.record.endDate)
  return {
    facts,
    from: dayOf(facts.record.startDate),
    to: Number.isNaN(end) ? Number.POSITIVE_INFINITY : end,
  }
}

/** Null when the client, the item or the start is not known. */
function chargeKey({ record, clientId }: ContractFacts): string | null {
  const item = trustedId(billableOf(record)?.chargeItem?.itemId)
  return Number.isNaN(dayOf(record.startDate)) ? null : keyOfParts(clientId, item)
}

const isAlone = (facts: ContractFacts, scope: QualityScope): boolean | null =>
  isActive(facts) && chargeKey(facts) !== null ? !scope.once(overlapping).has(facts) : null

function isBilledOnTime(facts: ContractFacts, { today }: QualityScope): boolean | null {
  const recurring = recurringOf(facts.record)
  const days = UNIT_DAYS.get(recurring?.frequencyDurationUnit)
  const interval: unknown = recurring?.frequencyInterval
  if (!isActive(facts) || !isRecurring(facts.record) || days === undefined) return null
  if (!Number.isSafeInteger(interval)) return null
  return isAtLeast(dayOf(recurring?.nextBillDate) + days * Number(interval), today)
}

function lastsLonger(facts: ContractFacts, { today }: QualityScope): boolean | null {
  const end = dayOf(facts.record.endDate)
  if (!isActive(facts) || !(end >= today)) return null
  return end > today + ENDS_SOON_DAYS
}

function includesSites({ record }: ContractFacts): boolean | null {
  const billable = billableOf(record)
  return billable?.billableSiteType === 'INCLUDED' ? isFilled(billable.sites ?? []) : null
}

const referencesExist = (facts: ContractFacts, scope: QualityScope): boolean | null =>
  all(itemExists(facts, scope), sitesExist(facts, scope))
const itemExists = leadsSomewhere('clientContract', 'chargeItem')
const sitesExist = leadsSomewhere('clientContract', 'sites')

export const clientContractRules = ruleTable('clientContract', [
  ['CTR-01', 'C', 'critical', 'contractId not blank', ({ record }) => !isBlank(record.contractId)],
  ['CTR-02', 'C', 'error', 'client present', ({ record }) => !isBlank(record.client?.accountId)],
  ['CTR-03', 'C', 'error', 'startDate not blank', ({ record }) => !isBlank(record.startDate)],
  ['CTR-04', 'C', 'error', 'contractStatus not blank', ({ record }) => !isBlank(record.contractStatus)],
  ['CTR-05', 'C', 'warning', 'contract.name not blank', ({ record }) => !isBlank(record.contract?.name)],
  ['CTR-06', 'C', 'error', 'RECURRING ⇒ recurringContract with unit and interval', hasInterval],
  ['CTR-07', 'C', 'error', 'billable ⇒ a price exists', hasPrice],
  ['CTR-08', 'C', 'error', 'FIXED quantity ⇒ a BASELINE change exists', hasBaseline],
  [
    'CTR-09',
    'V',
    'error',
    'dates are real dates',
    ({ record }) => areDays(record.startDate, record.endDate, recurringOf(record)?.nextBillDate),
  ],
  [
    'CTR-10',
    'V',
    'error',
    'contractStatus, contractType, frequencyType, unit, mode among their codes',
    areCodes,
  ],
  ['CTR-11', 'V', 'error', 'interval is an integer ≥ 1', isWholeInterval],
  ['CTR-12', 'V', 'error', 'price and quantities decimals ≥ 0; discountRate within 0–100', areAmountsRight],
  [
    'CTR-13',
    'V',
    'critical',
    'ids safe',
    (facts) => areSafeRecordIds(facts, facts.record.contractId, facts.record.contract?.contractId),
  ],
  [
    'CTR-14',
    'K',
    'error',
    'endDate ≥ startDate',
    ({ record }) => isAtLeast(dayOf(record.endDate), dayOf(record.startDate)),
  ],
  [
    'CTR-15',
    'K',
    'warning',
    'ACTIVE ⇒ startDate ≤ today',
    (facts, { today }) => (isActive(facts) ? isAtLeast(today, dayOf(facts.record.startDate)) : null),
  ],
  [
    'CTR-16',
    'K',
    'error',
    'ACTIVE ⇒ endDate blank or ≥ today',
    (facts, { today }) => {
      if (!isActive(facts)) return null
      return isBlank(facts.record.endDate) ? true : isAtLeast(dayOf(facts.record.endDate), today)
    },
  ],
  ['CTR-17', 'K', 'error', 'replayed quantity never below 0', staysAboveZero],
  ['CTR-18', 'K', 'warning', 'at most one BASELINE, and no change before it', beginsWithBaseline],
  ['CTR-19', 'K', 'warning', 'INCLUDED sites ⇒ list not empty', includesSites],
  ['CTR-20', 'U', 'critical', 'contractId occurs once', idOccursOnce],
  [
    'CTR-21',
    'U',
    'warning',
    'no two active contracts of one client with the same charge item and overlapping dates',
    isAlone,
  ],
  ['CTR-22', 'I', 'error', 'client exists', leadsSomewhere('clientContract', 'client')],
  ['CTR-23', 'I', 'warning', 'charge item and included sites exist', referencesExist],
  [
    'CTR-24',
    'T',
    'error',
    'active recurring: nextBillDate not more than one interval in the past',
    isBilledOnTime,
  ],
  ['CTR-25', 'T', 'info', 'active: does not end within 30 days', lastsLonger],
])
