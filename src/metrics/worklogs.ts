import { addDecimals, decimalToNumber, type ExactDecimal, parseDecimal } from '../values/decimal.js'
import { eventTime } from './event-time.js'
import { recordId } from './record-id.js'
import { isRecord, type MetricsServiceItem, type MetricsTask, type MetricsWorklog } from './records.js'
import type { Settings } from './settings.js'

/** What figures read of a worklog entry. */
export interface WorklogFacts {
  /** Of work on a ticket. */
  readonly ticketId: string | null
  readonly technicianId: string | null
  /** Epoch ms of the billing date; NaN when there is none. */
  readonly at: number
  /** Exact hours of an entry of time; null for pieces, and for a quantity that is negative or no decimal. */
  readonly hours: ExactDecimal | null
  readonly quantity: ExactDecimal | null
  readonly unitPrice: ExactDecimal | null
  readonly isBillable: boolean
  readonly isAfterHours: boolean
  readonly status: string | null
}

/** Exact hours of some entries of time. */
export interface HourSums {
  readonly hours: ExactDecimal
  readonly billable: ExactDecimal
}

export const zero: ExactDecimal = Object.freeze({ units: 0, scale: 0 })
export const MINUTES_PER_HOUR: ExactDecimal = Object.freeze({ units: 60, scale: 0 })
export const noHours: HourSums = Object.freeze({ hours: zero, billable: zero })

/** Whether an entry of a service item is one of time. */
export type IsHours = (serviceItemId: string | null) => boolean

/** Without service items every entry is taken as hours; with them only an item of hours that is found. */
export function hoursTest(serviceItems: readonly MetricsServiceItem[] | undefined): IsHours {
  if (serviceItems === undefined) return () => true
  const ofHours = new Set<string>()
  for (const item of serviceItems) {
    const id = isRecord(item) ? recordId(item.itemId) : null
    if (id !== null && item.quantityType === 'HOURS') ofHours.add(id)
  }
  return (id) => id !== null && ofHours.has(id)
}

export function worklogFacts(worklog: MetricsWorklog, settings: Settings, isHours: IsHours): WorklogFacts {
  return {
    ticketId: ticketIdOf(worklog),
    technicianId: recordId(worklog.technician?.userId),
    at: eventTime(worklog.billDateTime, settings),
    hours: hoursOf(worklog, isHours),
    quantity: quantityOf(worklog),
    unitPrice: amountOf(worklog.unitPrice),
    isBillable: worklog.billable === true,
    isAfterHours: worklog.afterHours === true,
    status: typeof worklog.status === 'string' ? worklog.status : null,
  }
}

function quantityOf(worklog: MetricsWorklog): ExactDecimal | null {
  const quantity = amountOf(worklog.qty)
  return quantity !== null && quantity.units >= 0 ? quantity : null
}

/** Exact hours of an entry of time, null for any other. */
export function hoursOf(worklog: MetricsWorklog, isHours: IsHours): ExactDecimal | null {
  return isHours(recordId(worklog.serviceItem?.itemId)) ? quantityOf(worklog) : null
}

/** The ticket that an entry of time, or a task, is about; null for work on something else. */
export function ticketIdOf({ workItem }: Pick<MetricsWorklog | MetricsTask, 'workItem'>): string | null {
  const module: unknown = workItem?.module
  return module === undefined || module === null || module === '' || module === 'TICKET'
    ? recordId(workItem?.workId)
    : null
}

/** Longer texts are no amount of any currency, and would not stay finite. */
const LONGEST_AMOUNT = 32

/** Exact value of a decimal text, null for anything else. */
export const amountOf = (value: unknown): ExactDecimal | null =>
  typeof value === 'string' && value.length <= LONGEST_AMOUNT ? parseDecimal(value) : null

export function addHours(sums: HourSums, hours: ExactDecimal | null, isBillable: boolean): HourSums {
  if (hours === null) return sums
  return {
    hours: addDecimals(sums.hours, hours),
    billable: isBillable ? addDecimals(sums.billable, hours) : sums.billable,
  }
}

/** `part ÷ whole` of exact values; null when the whole is 0. */
export function decimalRatio(part: ExactDecimal, whole: ExactDecimal): number | null {
  return Number(whole.units) === 0 ? null : decimalToNumber(part) / decimalToNumber(whole)
}
