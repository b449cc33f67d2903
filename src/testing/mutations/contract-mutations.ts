import type { BillableContract, ClientContract } from '../../entities/generated/types.js'
import type { Input, Resolver, Scene } from '../scene.js'
import { wireDay } from '../world/wire-time.js'
import { createRecord, isRow, type Row, updateRecord } from './write-record.js'

/** Changes of the quantity are a history: each is added, unless it names one that is there. */
function recordChange(billable: BillableContract, change: unknown, { world }: Scene): void {
  if (!isRow(change)) return
  const history = billable.changes ?? []
  const known = history.find((entry) => entry.changeId === change.changeId)
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value != null))
  if (known !== undefined) {
    Object.assign(known, given)
    return
  }
  billable.changes = [
    ...history,
    {
      changeId: world.random.id(),
      effectiveDate: wireDay(world.now()),
      endDate: null,
      quantity: null,
      quantityChangeOperation: 'BASELINE',
      ...given,
    },
  ]
}

/** A new contract is a draft: the API has no word for approving one. */
const createClientContract: Resolver = (argument, scene) => {
  const input = argument as Input
  const record = createRecord('ClientContract', input, scene, { contractStatus: 'DRAFT' })
  const { contract } = record as unknown as ClientContract
  contract.contractType = 'SERVICE'
  const billable = contract.billableContract
  if (billable !== null) {
    billable.contractId = contract.contractId
    if (billable.recurringContract !== null) {
      billable.frequencyType = 'RECURRING'
      billable.recurringContract.contractId = contract.contractId
    }
    contract.name = billable.chargeItem.name ?? null
    recordChange(billable, ((input.contract as Input).billableContract as Input).change, scene)
  }
  return record.contractId
}

/** Contracts in force end with their last day, and live again when it moves on. */
function followEnd(record: ClientContract, { world }: Scene): void {
  if (record.contractStatus === 'DRAFT') return
  const isOver = record.endDate !== null && record.endDate < wireDay(world.now())
  record.contractStatus = isOver ? 'INACTIVE' : 'ACTIVE'
}

const updateClientContract: Resolver = (argument, scene) => {
  const input = argument as Input
  const { contractId, ...contract } = input.contract as Input
  const { rows } = scene.world.tables.ClientContract
  const record = rows.find((row) => row.contract.contractId === contractId) as ClientContract
  updateRecord('ClientContract', record as unknown as Row, { ...input, contract }, scene)
  if (input.endDate !== undefined) followEnd(record, scene)
  const { billableContract } = record.contract
  const change = isRow(contract.billableContract) ? contract.billableContract.change : undefined
  if (billableContract !== null) recordChange(billableContract, change, scene)
  return record.contractId
}

export const contractMutations: Readonly<Record<string, Resolver>> = {
  createClientContract,
  updateClientContract,
}
