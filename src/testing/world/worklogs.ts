import type { Technician, WorkItemRef, WorklogEntry } from '../../entities/generated/types.js'
import { DAY_MS } from '../../values/day.js'
import type { Build } from './build.js'
import { isOpenAt } from './calendar.js'
import { fromCents, lineCents } from './money.js'
import type { References } from './references.js'
import { workNotes } from './subjects.js'
import type { OfferedRow } from './tables.js'
import type { Job } from './ticket-steps.js'
import { wireDay, wireTime } from './wire-time.js'

/** Billable work is approved after some days and billed after a month. */
const billedAfter = 30 * DAY_MS

/** The work item that a ticket is. */
export function ticketWorkItem(references: References, ticket: object): WorkItemRef {
  const reference = references.to('WorkItemRef', ticket)
  reference.module = 'TICKET'
  return reference
}

/** Logged work on a ticket, offered for billing until it is billed. */
export function addWorklog(build: Build, job: Job, technician: Technician, at: number): void {
  const { tables, random, references, now } = build
  const { ticket } = job
  const item = random.pick(tables.ServiceItem.rows.filter((row) => row.quantityType === 'HOURS'))
  const quarters = random.weighted([1, 2, 3, 4, 6, 10], [30, 28, 14, 14, 9, 5])
  const afterHours = !isOpenAt(job.hours, at)
  const billable = random.chance(0.76)
  const qty = (quarters / 4).toFixed(2)
  const unitPrice = (afterHours ? item.afterHoursUnitPrice : item.businessHoursUnitPrice) ?? '0.00'
  const entry: WorklogEntry = {
    itemId: random.id(),
    status: billable ? 'PENDING' : 'IGNORED',
    serviceItem: references.to('ServiceItemRef', item),
    billable,
    afterHours,
    qty,
    unitPrice,
    billDateTime: wireTime(at),
    technician: references.to('TechnicianRef', random.chance(0.9) ? technician : random.pick(job.members)),
    notes: random.pick(workNotes),
    workItem: ticketWorkItem(references, ticket),
  }
  tables.WorklogEntry.add(entry)
  ticket.worklogTimespent = (Number(ticket.worklogTimespent) + quarters * 15).toFixed(2)
  if (!billable) return
  if (at + billedAfter > now) offer(build, job, entry, at)
  else entry.status = billedStatus(build)
}

const billedStatus = ({ random }: Build): string => random.weighted(['INVOICED', 'UNDER_CONTRACT'], [67, 33])

function offer(build: Build, { ticket }: Job, entry: WorklogEntry, at: number): void {
  const { tables, random, agenda, ledger, now } = build
  const { unitPrice, qty } = entry
  const approvedAt = at + random.int(1, 40) * DAY_MS
  if (approvedAt <= now) entry.status = 'APPROVED'
  const amount = fromCents(lineCents(unitPrice ?? '0.00', qty ?? '0.00', null))
  const offered: OfferedRow = {
    itemId: random.id(),
    // Live rows lack it now and then, although it is declared non-null.
    type: random.chance(0.9) ? 'WORK' : null,
    billDate: wireDay(at),
    status: entry.status,
    serviceItem: entry.serviceItem,
    client: ticket.client,
    site: ticket.site,
    workItem: entry.workItem,
    technician: entry.technician,
    afterHours: entry.afterHours,
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
    notes: entry.notes,
    createdTime: wireTime(at),
    updatedTime: wireTime(approvedAt <= now ? approvedAt : at),
  }
  tables.OfferedItem.add(offered)
  const isUntouched = () =>
    tables.WorklogEntry.get(entry.itemId) === entry && entry.status === offered.status && entry.qty === qty
  if (approvedAt > now && approvedAt < at + billedAfter)
    agenda.add(approvedAt, () => {
      if (!isUntouched()) return
      entry.status = 'APPROVED'
      offered.status = 'APPROVED'
      offered.updatedTime = wireTime(build.now)
      ledger.updated('WorklogEntry', entry)
      ledger.updated('OfferedItem', offered)
    })
  agenda.add(at + billedAfter, () => {
    if (!isUntouched()) return
    entry.status = billedStatus(build)
    ledger.updated('WorklogEntry', entry)
    tables.OfferedItem.remove(offered.itemId)
  })
}
