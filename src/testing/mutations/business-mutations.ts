import type { Invoice } from '../../entities/generated/types.js'
import { ClientFailure } from '../errors/operation-failure.js'
import type { Input, Resolver, Scene } from '../scene.js'
import { displayIdOf } from '../world/display-id.js'
import { fillInvoice, type Line } from '../world/invoices.js'
import { readTime, wireDay } from '../world/wire-time.js'
import { recountWork } from './generic-mutations.js'
import { tokenUser } from './ticket-mutations.js'
import { createRecord, existing, isRow, type Row, updateRecord } from './write-record.js'

const createInvoice: Resolver = (argument, scene) => {
  const { addItems, paymentTerm, memo, title: _title, footer: _footer, ...input } = argument as Input
  const { world } = scene
  const day = readTime(String(input.invoiceDate))
  const taken = world.tables.Invoice.rows.filter((row) => row.invoiceDate === input.invoiceDate).length
  const given = (addItems as readonly (Input | null)[]).flatMap((entry): Input[] =>
    entry === null ? [] : [entry],
  )
  const lines: Line[] = given.map((entry) => ({
    item: existing('ServiceItem', (entry.serviceItem as Input).itemId, scene) as never,
    details: String(entry.details ?? ''),
    quantity: String(entry.quantity),
    unitPrice: String(entry.unitPrice),
    discountRate: typeof entry.discountRate === 'string' ? entry.discountRate : null,
  }))
  const taxId = given
    .map((entry) => (isRow(entry.tax) ? entry.tax.taxId : undefined))
    .find((id) => id !== undefined)
  const { displayIds } = world.options
  const invoice = createRecord('Invoice', { ...input, invoicePaymentTerm: paymentTerm }, scene, {
    displayId: displayIdOf(
      displayIds,
      Number.isNaN(day) ? world.now() : day,
      displayIds === 'integer' ? world.tables.Invoice.rows.length : taken + 1,
      4000,
    ),
    notes: memo ?? null,
    sentToClient: false,
  })
  const tax = taxId === undefined ? undefined : world.tables.Tax.get(String(taxId))
  fillInvoice(world, invoice as unknown as Invoice, lines, tax)
  return invoice
}

const createTax: Resolver = (argument, scene) => {
  const tax = createRecord('Tax', argument as Input, scene)
  const rates = Array.isArray(tax.rates) ? (tax.rates as readonly Row[]) : []
  tax.totalRate = rates.reduce((sum, rate) => sum + Number(rate.rateValue), 0).toFixed(2)
  return tax
}

const createClientContract: Resolver = (argument, scene) => {
  const record = createRecord('ClientContract', argument as Input, scene, { contractStatus: 'DRAFT' })
  const contract = record.contract as Row
  contract.contractType = 'SERVICE'
  const billable = contract.billableContract
  if (isRow(billable)) {
    billable.contractId = contract.contractId
    if (isRow(billable.recurringContract)) {
      billable.frequencyType = 'RECURRING'
      billable.recurringContract.contractId = contract.contractId
    }
    if (isRow(billable.chargeItem)) contract.name = billable.chargeItem.name
    recordChange(billable, (((argument as Input).contract as Input).billableContract as Input).change, scene)
  }
  return record.contractId
}

/** Changes of the quantity are a history: each is added. */
function recordChange(billable: Row, change: unknown, { world }: Scene): void {
  if (!isRow(change)) return
  const entry = {
    changeId: change.changeId ?? world.random.id(),
    effectiveDate: change.effectiveDate ?? wireDay(world.now()),
    endDate: null,
    quantity: change.quantity ?? null,
    quantityChangeOperation: change.quantityChangeOperation ?? 'BASELINE',
  }
  billable.changes = [...(Array.isArray(billable.changes) ? billable.changes : []), entry]
}

const updateClientContract: Resolver = (argument, scene) => {
  const input = argument as Input
  const { contractId, ...contract } = input.contract as Input
  const record = scene.world.tables.ClientContract.rows.find((row) => row.contract.contractId === contractId)
  if (record === undefined) throw new ClientFailure('entity_does_not_exist')
  updateRecord('ClientContract', record as unknown as Row, { ...input, contract }, scene)
  const { billableContract } = record.contract
  const change = isRow(contract.billableContract) ? contract.billableContract.change : undefined
  if (billableContract !== null) recordChange(billableContract as unknown as Row, change, scene)
  return record.contractId
}

const createWorklogEntries: Resolver = (argument, scene) => {
  const { tables, references } = scene.world
  const service = tables.ServiceItem.rows.find((item) => item.quantityType === 'HOURS')
  return (argument as readonly Input[]).map((input) => {
    const record = createRecord('WorklogEntry', input, scene, {
      billable: true,
      technician: references.to('TechnicianRef', tokenUser(scene)),
      serviceItem: references.toOptional('ServiceItemRef', service),
      unitPrice: service?.businessHoursUnitPrice ?? null,
      status: 'PENDING',
    })
    recountWork((input.workItem as Input).workId, scene)
    return record
  })
}

const workOf = (entry: Row): unknown => (isRow(entry.workItem) ? entry.workItem.workId : undefined)

const updateWorklogEntry: Resolver = (argument, scene) => {
  const input = argument as Input
  const record = updateRecord('WorklogEntry', existing('WorklogEntry', input.itemId, scene), input, scene)
  recountWork(workOf(record), scene)
  return record
}

const deleteWorklogEntry: Resolver = (argument, scene) => {
  const { itemId } = argument as Input
  const record = existing('WorklogEntry', itemId, scene)
  scene.world.tables.WorklogEntry.remove(String(itemId))
  recountWork(workOf(record), scene)
  return true
}

const createTask: Resolver = (argument, scene) => {
  const input = argument as Input
  const { world } = scene
  const { tables, options } = world
  const ticket = input.ticket as Input | null | undefined
  const workItem = ticket == null ? {} : { workItem: { workId: ticket.ticketId, module: 'TICKET' } }
  return createRecord('Task', { ...input, ...workItem }, scene, {
    displayId: displayIdOf(options.displayIds, world.now(), tables.Task.rows.length, 700),
    overdue: typeof input.dueDate === 'string' && readTime(input.dueDate) < world.now(),
  })
}

export const businessMutations: Readonly<Record<string, Resolver>> = {
  createClientContract,
  createInvoice,
  createTask,
  createTax,
  createWorklogEntries,
  deleteWorklogEntry,
  updateClientContract,
  updateWorklogEntry,
}
