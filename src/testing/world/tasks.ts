import type { Ticket } from '../../entities/generated/types.js'
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

/** Tasks of tickets, and a few of projects, whose module the schema cannot express. */
export function addTasks(build: Build): void {
  const { tables, random, options } = build
  const count = Math.ceil(options.tickets / 6)
  for (let number = 0; number < count; number++) addTask(build, random.pick(tables.Ticket.rows), number)
  if (count > 0)
    for (let number = 0; number < Math.max(2, build.scaled(8, 0.4)); number++)
      addTask(build, undefined, count + number)
}

function addTask(
  { tables, random, references, now, options }: Build,
  ticket: Ticket | undefined,
  number: number,
): void {
  const created = ticket === undefined ? now - random.int(1, 40) * DAY_MS : readTime(ticket.createdTime ?? '')
  const start = created + random.int(1, 30) * HOUR_MS
  const due = start + random.int(1, 12) * DAY_MS
  const ended = due - random.int(0, 30) * HOUR_MS
  const done = ended < now && random.chance(0.8)
  const status = done
    ? 'Completed'
    : start > now
      ? 'Planned'
      : random.pick(['Planned', 'In Progress', 'Blocked'])
  tables.Task.add({
    taskId: random.id(),
    displayId: displayIdOf(options.displayIds, created, number, 700),
    title: random.pick(titles),
    description: random.maybe(0.5, '<p>As discussed with the requester.</p>'),
    status,
    estimatedTime: random.maybe(0.8, random.int(1, 16) * 30),
    scheduledStartDate: wireTime(start),
    dueDate: wireTime(due),
    overdue: !done && due < now,
    actualStartDate: status === 'Planned' ? null : wireTime(Math.min(start, now)),
    actualEndDate: done ? wireTime(Math.max(ended, start)) : null,
    technician: references.to('TechnicianRef', random.pick(tables.Technician.rows)),
    techGroup: references.to('TechnicianGroupRef', random.pick(tables.TechnicianGroup.rows)),
    module: ticket === undefined ? 'PROJECT' : 'TICKET',
    ticket: references.toOptional('TicketRef', ticket),
    workItem:
      ticket === undefined
        ? { workId: random.id(), displayId: `P-${100 + number}`, module: 'PROJECT' }
        : ticketWorkItem(references, ticket),
  })
}
