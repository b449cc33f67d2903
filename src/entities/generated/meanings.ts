// Written by scripts/codegen.ts from src/schema. Do not edit.
import type { ObjectName } from './objects.js'

/** What a field holds, and what its number counts. */
export type Meaning = readonly [meaning: string, unit?: string]

/** Of the fields whose names do not tell it, by type. */
export const meanings: { readonly [Name in ObjectName]?: Readonly<Record<string, Meaning>> } = {
  Alert: {
    occurrenceCount: ['Times that it was raised.', 'count'],
  },
  Asset: {
    sysUptime: ['Time since start, English text.'],
    customFields: ['Values by generated column name, such as udf1text.'],
  },
  Client: {
    emailDomains: ['Domains whose senders belong to it.'],
    hqSite: ['Site that is the headquarters.'],
    customFields: ['Values by generated column name, such as udf1text.'],
  },
  ClientSite: {
    businessHour: ['Opening hours by day of the week, on the clock of timezoneCode.'],
    timezoneCode: ['IANA time zone.'],
    working24x7: ['Whether it works round the clock.'],
    hq: ['Whether it is the headquarters.'],
  },
  ClientUser: {
    customFields: ['Values by generated column name, such as udf1text.'],
  },
  ClientContract: {
    startDate: ['First day in force.'],
    endDate: ['Day on which it ends.'],
  },
  BillableContract: {
    sellingPriceOverridden: ['Whether the price differs from that of the catalogue.'],
    discountRate: ['Discount on the price.', '%'],
    includedItems: ['Items that it covers.'],
    changes: ['Quantities over time.'],
    blockItemsInfo: ['Blocks of prepaid work and what is left of them.'],
  },
  RecurringContract: {
    frequencyInterval: ['Units of frequencyDurationUnit from bill to bill.', 'count'],
    billingOffset: ['Shift of the bill with ADVANCE; its unit is not documented.'],
  },
  Invoice: {
    displayId: ['Number that people read.'],
    statusEnum: ['Status.'],
    discountAmount: ['Sum of the discounts.', 'money'],
    additionalDiscount: ['Discount on the whole invoice.', 'money'],
    additionalDiscountRate: ['Discount on the whole invoice.', '%'],
    totalAmount: ['Amount to pay, taxes included.', 'money'],
  },
  Tax: {
    totalRate: ['Sum of the rates.', '%'],
  },
  PaymentTermRef: {
    paymentTermValue: ['Time from invoice to due date.', 'days'],
  },
  ServiceItem: {
    useAsWorklogItem: ['Whether worklogs can name it.'],
    unitPrice: ['Price of an hour or unit.', 'money'],
    businessHoursUnitPrice: ['Price of a unit in business hours.', 'money'],
    afterHoursUnitPrice: ['Price of a unit after hours.', 'money'],
    roundUpValue: ['Step to which logged time is rounded up; minutes by plausibility.', 'min'],
    quantity: ['Units of a block.', 'units'],
    amount: ['Price of a block.', 'money'],
  },
  Task: {
    displayId: ['Number that people read.'],
    estimatedTime: ['Planned effort.', 'min'],
    overdue: ['Whether it is overdue, as SuperOps says.'],
  },
  TicketConversation: {
    content: ['Text of the message, HTML.'],
  },
  Ticket: {
    displayId: ['Number that people read.'],
    additionalRequester: ['Further requesters.'],
    followers: ['Technicians who follow it.'],
    firstResponseDueTime: ['When the first response is due by the SLA.'],
    firstResponseViolated: ['Whether the first response was late, as SuperOps says.'],
    resolutionDueTime: ['When the resolution is due by the SLA.'],
    resolutionViolated: ['Whether the resolution was late, as SuperOps says.'],
    customFields: ['Values by generated column name, such as udf1text.'],
    worklogTimespent: ['Time logged on it.', 'min'],
  },
  WorklogEntry: {
    afterHours: ['Whether the work was done outside business hours.'],
    qty: ['Hours where the service item is of the kind HOURS, else units.', 'h or units'],
    unitPrice: ['Price of an hour or unit.', 'money'],
    billDateTime: ['Time that it is billed for.'],
    workItem: ['Ticket that the work was done on.'],
  },
}
