import { eventTime } from './event-time.js'
import { recordId } from './record-id.js'
import type { MetricsTask } from './records.js'
import type { Settings } from './settings.js'
import { instantOf } from './timestamp.js'
import { ticketIdOf } from './worklogs.js'

/** What figures read of a task. */
export interface TaskFacts {
  /** Of a task that belongs to a ticket. */
  readonly ticketId: string | null
  /** Epoch ms; NaN for none, as is the next. */
  readonly endedAt: number
  readonly due: number
}

export const taskFacts = (task: MetricsTask, settings: Settings): TaskFacts => ({
  ticketId: recordId(task.ticket?.ticketId) ?? ticketIdOf(task),
  endedAt: eventTime(task.actualEndDate, settings),
  due: instantOf(task.dueDate, settings.zone),
})
