import type { Task, Ticket } from '../../entities/generated/types.js'
import { DAY_MS } from '../../values/day.js'
import { type Build, HOUR_MS } from './build.js'
import { displayIdOf } from './display-id.js'
import { readTime, wireTime } from './wire-time.js'
import { ticketWorkItem } from './worklogs.js'

const titles = [
  'Install Antivirus',
  'Order replacement part',
  'Call the vendor',
  'Test the fix with the user',
  'Update documentation',
  'Set up workstation',
] as const

/** Tasks of one ticket in six, and a few of projects, whose module the schema cannot express. */
export function addTasks(build: Build): void {
  const { tables, random, options } = build
  const count = Math.ceil(options.tickets / 6)
  for (let number = 0; number < count; number++) addTask(build, random.pick(tables.Ticket.rows))
  if (count > 0)
    for (let number = 0; number < Math.max(2, build.scaled(8, 0.4)); number++) addTask(build, undefined)
}

/** A task as it stands at the present, its future planned. */
export function addTask(build: Build, ticket: Ticket | undefined): void {
  const { tables, random, references, now, options } = build
  const number = tables.Task.rows.length
  const created = ticket === undefined ? now - random.int(1, 40) * DAY_MS : readTime(ticket.createdTime ?? '')
  const start = created + random.int(1, 30) * HOUR_MS
  const due = start + random.int(1, 12) * DAY_MS
  const task = tables.Task.add({
    taskId: random.id(),
    displayId: displayIdOf(options.displayIds, created, number, 700),
    title: random.pick(titles),
    description: random.maybe(0.5, '<p>As discussed with the requester.</p>'),
    status: 'Planned',
    estimatedTime: random.maybe(0.8, random.int(1, 16) * 30),
    scheduledStartDate: wireTime(start),
    dueDate: wireTime(due),
    overdue: false,
    actualStartDate: null,
    actualEndDate: null,
    technician: references.to('TechnicianRef', random.pick(tables.Technician.rows)),
    techGroup: references.to('TechnicianGroupRef', random.pick(tables.TechnicianGroup.rows)),
    module: ticket === undefined ? 'PROJECT' : 'TICKET',
    ticket: references.toOptional('TicketRef', ticket),
    workItem:
      ticket === undefined
        ? { workId: random.id(), displayId: `P-${100 + number}`, module: 'PROJECT' }
        : ticketWorkItem(references, ticket),
  })
  // One in ten is never begun, one in ten never ended, and one in five ends late.
  const ended = random.chance(0.8) ? due - random.int(0, 20) * HOUR_MS : due + random.int(1, 10) * DAY_MS
  const status = random.chance(0.9) ? 'In Progress' : 'Blocked'
  const begun = { at: start, status, actualStartDate: wireTime(start) }
  const late = { at: due + 1, overdue: true }
  const end = { at: ended, status: 'Completed', overdue: false, actualEndDate: wireTime(ended) }
  const whole = ended > due ? [begun, late, end] : [begun, end]
  playTask(build, task, random.weighted([[late], [begun, late], whole], [10, 9, 81]))
}

type TaskStep = Partial<Pick<Task, 'status' | 'overdue' | 'actualStartDate' | 'actualEndDate'>> & {
  readonly at: number
}

/** Takes the steps until the present and plans the next one; whoever changes the status takes the task over. */
function playTask(build: Build, task: Task, steps: readonly TaskStep[]): void {
  const [step, ...rest] = steps
  if (step === undefined) return
  const { at, ...change } = step
  if (at <= build.now) {
    Object.assign(task, change)
    playTask(build, task, rest)
    return
  }
  const expected = task.status
  build.agenda.add(at, () => {
    if (build.tables.Task.get(task.taskId) !== task || task.status !== expected) return
    Object.assign(task, change)
    build.ledger.updated('Task', task)
    playTask(build, task, rest)
  })
}
