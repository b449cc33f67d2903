import type { Task, WorklogEntry } from '../../entities/generated/types.js'
import type { Input, Resolver, Scene } from '../scene.js'
import { displayIdOf } from '../world/display-id.js'
import { readTime, wireTime } from '../world/wire-time.js'
import { inputsOf } from './generic-mutations.js'
import { tokenUser } from './ticket-mutations.js'
import { createRecord, existing, updateRecord } from './write-record.js'

/** Sums the minutes of a ticket's worklogs into its `worklogTimespent`, which counts as a change of the ticket. */
function recountWork({ workItem }: WorklogEntry, { world }: Scene): void {
  const ticket = world.tables.Ticket.get(String(workItem.workId))
  if (ticket === undefined) return
  const entries = [...world.tables.WorklogEntry.ofGroup(ticket.ticketId)]
  const hours = entries.reduce((sum, entry) => sum + Number(entry.qty), 0)
  ticket.worklogTimespent = (hours * 60).toFixed(2)
  ticket.updatedTime = wireTime(world.now())
}

const createWorklogEntries: Resolver = (argument, scene) => {
  const { tables, references } = scene.world
  const hourly = tables.ServiceItem.rows.find((item) => item.quantityType === 'HOURS')
  return inputsOf(argument).map((input) => {
    const service = tables.ServiceItem.get(String((input.serviceItem as Input | null)?.itemId)) ?? hourly
    const price = input.afterHours === true ? service?.afterHoursUnitPrice : service?.businessHoursUnitPrice
    const record = createRecord('WorklogEntry', input, scene, {
      billable: true,
      technician: references.to('TechnicianRef', tokenUser(scene)),
      serviceItem: references.toOptional('ServiceItemRef', service),
      unitPrice: price ?? service?.unitPrice ?? null,
      status: input.billable === false ? 'IGNORED' : 'PENDING',
    })
    recountWork(record as unknown as WorklogEntry, scene)
    return record
  })
}

const updateWorklogEntry: Resolver = (argument, scene) => {
  const input = argument as Input
  const record = updateRecord('WorklogEntry', existing('WorklogEntry', input.itemId, scene), input, scene)
  recountWork(record as unknown as WorklogEntry, scene)
  return record
}

const deleteWorklogEntry: Resolver = (argument, scene) => {
  const gone = scene.world.tables.WorklogEntry.remove(String((argument as Input).itemId))
  if (gone !== undefined) recountWork(gone, scene)
  return true
}

const createTask: Resolver = (argument, scene) => {
  const input = argument as Input
  const { world } = scene
  const { tables, options } = world
  const ticket = input.ticket as Input | null | undefined
  const workItem = ticket == null ? {} : { workItem: { workId: ticket.ticketId, module: 'TICKET' } }
  const task = createRecord('Task', { ...input, ...workItem }, scene, {
    displayId: displayIdOf(options.displayIds, world.now(), tables.Task.rows.length, 700),
  }) as unknown as Task
  const state = tables.WorkStatus.rows.find((row) => row.name === task.status)?.state
  const now = wireTime(world.now())
  if (state === 'PROGRESS') task.actualStartDate = now
  if (state === 'COMPLETED') task.actualEndDate = now
  task.overdue = state !== 'COMPLETED' && task.dueDate !== null && readTime(task.dueDate) < world.now()
  return task
}

export const workMutations: Readonly<Record<string, Resolver>> = {
  createTask,
  createWorklogEntries,
  deleteWorklogEntry,
  updateWorklogEntry,
}
