import type { Technician, Ticket, WorkItemRef } from '../../entities/generated/types.js'
import { DAY_MS } from '../../values/day.js'
import type { Arrival } from './arrivals.js'
import type { Build } from './build.js'
import { isOpenAt } from './calendar.js'
import { fromCents, lineCents } from './money.js'
import type { References } from './references.js'
import { workNotes } from './subjects.js'
import type { Course } from './ticket-course.js'
import { wireDay, wireTime } from './wire-time.js'

export interface Work {
  readonly ticket: Ticket
  readonly course: Course
  readonly arrival: Arrival
  readonly technician: Technician
  /** Others of the group who may lend a hand. */
  readonly colleagues: readonly Technician[]
}

/** The work item that a ticket is. */
export function ticketWorkItem(references: References, ticket: object): WorkItemRef {
  const reference = references.to('WorkItemRef', ticket)
  reference.module = 'TICKET'
  return reference
}

/** Logged work between the first response and the end; answers minutes and the last instant. */
export function addWorklogs(
  build: Build,
  { ticket, course, arrival, technician, colleagues }: Work,
): { minutes: number; last: number } {
  const { tables, random, references, now } = build
  let minutes = 0
  let last = 0
  if (course.response === null) return { minutes, last }
  const services = tables.ServiceItem.rows.filter((item) => item.quantityType === 'HOURS')
  const end = course.resolution ?? now
  const count = course.isOpen
    ? random.weighted([0, 1, 2, 3], [30, 35, 25, 10])
    : random.weighted([1, 2, 3, 4, 6], [22, 28, 26, 16, 8])
  for (let number = 0; number < count; number++) {
    const at = course.response + Math.floor((end - course.response) * random.share())
    const item = random.pick(services)
    const quarters = random.weighted([1, 2, 3, 4, 6, 10], [30, 28, 14, 14, 9, 5])
    const afterHours = !isOpenAt(arrival.hours, at)
    const billable = random.chance(0.76)
    const recent = now - at < 30 * DAY_MS
    const status = !billable
      ? 'IGNORED'
      : recent
        ? random.pick(['PENDING', 'PENDING', 'APPROVED'])
        : random.pick(['INVOICED', 'INVOICED', 'UNDER_CONTRACT'])
    const qty = (quarters / 4).toFixed(2)
    const unitPrice = (afterHours ? item.afterHoursUnitPrice : item.businessHoursUnitPrice) ?? '0.00'
    const worker = references.to('TechnicianRef', random.chance(0.9) ? technician : random.pick(colleagues))
    const serviceItem = references.to('ServiceItemRef', item)
    const workItem = ticketWorkItem(references, ticket)
    const notes = random.pick(workNotes)
    tables.WorklogEntry.add({
      itemId: random.id(),
      status,
      serviceItem,
      billable,
      afterHours,
      qty,
      unitPrice,
      billDateTime: wireTime(at),
      technician: worker,
      notes,
      workItem,
    })
    minutes += quarters * 15
    last = Math.max(last, at)
    if (!billable || !recent) continue
    const amount = fromCents(lineCents(unitPrice, qty, null))
    tables.OfferedItem.add({
      itemId: random.id(),
      // Live rows lack it now and then, although it is declared non-null.
      type: random.chance(0.9) ? 'WORK' : null,
      billDate: wireDay(at),
      status,
      serviceItem,
      client: ticket.client,
      site: ticket.site,
      workItem,
      technician: worker,
      afterHours,
      unitPrice,
      qty,
      discountRate: '0',
      amount,
      revisedUnitPrice: unitPrice,
      revisedQuantity: qty,
      revisedDiscountRate: '0',
      revisedAmount: amount,
      adjustedBlockMoney: null,
      adjustedBlockHour: null,
      notes,
      createdTime: wireTime(at),
      updatedTime: wireTime(at),
    })
  }
  return { minutes, last }
}
