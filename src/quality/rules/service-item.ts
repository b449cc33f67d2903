import { amountOf } from '../../metrics/worklogs.js'
import { areAmounts, isAtMost, isNotNegative, isPositive } from '../amounts.js'
import { isBlank } from '../blank.js'
import type { RecordFacts } from '../record-facts.js'
import { ruleTable } from '../rule.js'
import { areSafeIds } from '../safe-ids.js'
import { isOneOf } from '../text-form.js'
import { idOccursOnce, nameKey, occursOnce } from '../unique.js'

type ItemFacts = RecordFacts<'serviceItem'>

const TYPES = ['UNITS', 'HOURS', 'BLOCK_HOURS', 'BLOCK_MONEY']

function afterHoursCostMore({ record }: ItemFacts): boolean | null {
  const [business, after] = [amountOf(record.businessHoursUnitPrice), amountOf(record.afterHoursUnitPrice)]
  return business === null || after === null ? null : isAtMost(business, after)
}

/** A block without its size is as wrong as one of none. */
function blockHasSize({ record }: ItemFacts): boolean | null {
  const isBlock = record.quantityType === 'BLOCK_HOURS' || record.quantityType === 'BLOCK_MONEY'
  if (!isBlock) return null
  const size = record.quantityType === 'BLOCK_HOURS' ? record.quantity : record.amount
  return areAmounts([size], isPositive) === true
}

/** The API lists no taxes beside these items, so only a reference that is missing can be seen. */
const hasTax = ({ record }: ItemFacts): boolean | null =>
  record.salesTaxEnabled === true ? !isBlank(record.salesTax?.taxId) : null

export const serviceItemRules = ruleTable('serviceItem', [
  ['SVC-01', 'C', 'critical', 'itemId not blank', ({ record }) => !isBlank(record.itemId)],
  ['SVC-02', 'C', 'error', 'name not blank', ({ record }) => !isBlank(record.name)],
  ['SVC-03', 'C', 'error', 'quantityType not blank', ({ record }) => !isBlank(record.quantityType)],
  ['SVC-04', 'C', 'info', 'category present', ({ record }) => !isBlank(record.category?.categoryId)],
  [
    'SVC-05',
    'C',
    'warning',
    'HOURS ⇒ business-hours price not blank',
    ({ record }) => (record.quantityType === 'HOURS' ? !isBlank(record.businessHoursUnitPrice) : null),
  ],
  [
    'SVC-06',
    'C',
    'warning',
    'UNITS ⇒ unitPrice not blank',
    ({ record }) => (record.quantityType === 'UNITS' ? !isBlank(record.unitPrice) : null),
  ],
  [
    'SVC-07',
    'V',
    'error',
    'quantityType among UNITS, HOURS, BLOCK_HOURS, BLOCK_MONEY',
    ({ record }) => isOneOf(record.quantityType, TYPES),
  ],
  [
    'SVC-08',
    'V',
    'error',
    'prices decimals ≥ 0',
    ({ record }) =>
      areAmounts(
        [record.unitPrice, record.businessHoursUnitPrice, record.afterHoursUnitPrice],
        isNotNegative,
      ),
  ],
  [
    'SVC-09',
    'V',
    'warning',
    'roundUpValue integer ≥ 0',
    ({ record: { roundUpValue } }) =>
      isBlank(roundUpValue) ? null : Number.isSafeInteger(roundUpValue) && Number(roundUpValue) >= 0,
  ],
  [
    'SVC-10',
    'V',
    'critical',
    'ids safe',
    ({ record }) => areSafeIds([record.itemId, record.category?.categoryId, record.salesTax?.taxId]),
  ],
  ['SVC-11', 'K', 'info', 'after-hours price ≥ business-hours price', afterHoursCostMore],
  ['SVC-12', 'K', 'warning', 'BLOCK_HOURS ⇒ quantity > 0; BLOCK_MONEY ⇒ amount > 0', blockHasSize],
  ['SVC-13', 'U', 'critical', 'itemId occurs once', idOccursOnce],
  [
    'SVC-14',
    'U',
    'warning',
    'normalised name occurs once',
    occursOnce('serviceItem', ({ record }) => nameKey(record.name)),
  ],
  ['SVC-15', 'I', 'warning', 'salesTax exists, if enabled', hasTax],
])
