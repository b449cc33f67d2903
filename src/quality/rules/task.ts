import { normaliseName } from '../../metrics/names.js'
import { isBlank } from '../blank.js'
import { all, areNotFuture, areReadable, isAtLeast, momentOf } from '../dates.js'
import type { WorkStateName } from '../options.js'
import type { RecordFacts } from '../record-facts.js'
import { areSafeRecordIds, leadsSomewhere } from '../references.js'
import { ruleTable } from '../rule.js'
import type { QualityScope } from '../scope.js'
import { isText } from '../text-form.js'
import { idOccursOnce, occursOnce, textKey } from '../unique.js'

type TaskFacts = RecordFacts<'task'>

const STATE_NAMES: Readonly<Record<WorkStateName, readonly string[]>> = {
  PLANNED: ['planned', 'to do', 'todo', 'new', 'open', 'not started', 'scheduled'],
  PROGRESS: ['progress', 'in progress', 'started', 'assigned'],
  BLOCKED: ['blocked', 'on hold', 'waiting', 'pending'],
  COMPLETED: ['completed', 'complete', 'done', 'closed', 'resolved'],
  CANCELLED: ['cancelled', 'canceled'],
}

function stateByName({ options }: QualityScope): ReadonlyMap<string, WorkStateName> {
  const states = new Map<string, WorkStateName>()
  for (const [state, names] of Object.entries(STATE_NAMES))
    for (const name of names) states.set(name, state as WorkStateName)
  for (const name of Object.keys(options.workStateMap ?? {}).sort()) {
    const state = options.workStateMap?.[name]
    if (state !== undefined) states.set(normaliseName(name), state)
  }
  return states
}

const stateOf = ({ record }: TaskFacts, scope: QualityScope): WorkStateName | undefined =>
  typeof record.status === 'string' ? scope.once(stateByName).get(normaliseName(record.status)) : undefined

const isCompleted = (facts: TaskFacts, scope: QualityScope): boolean => stateOf(facts, scope) === 'COMPLETED'

function areTimesRead({ record }: TaskFacts, scope: QualityScope): boolean | null {
  const times = [record.scheduledStartDate, record.dueDate, record.actualStartDate, record.actualEndDate]
  return areReadable(times, (value) => momentOf(value, scope))
}

function overdueIsTrue(facts: TaskFacts, scope: QualityScope): boolean | null {
  const { overdue, dueDate } = facts.record
  const due = momentOf(dueDate, scope)
  const state = stateOf(facts, scope)
  if (typeof overdue !== 'boolean' || Number.isNaN(due) || state === undefined) return null
  return overdue === (state !== 'COMPLETED' && scope.settings.now > due)
}

const technicianExists = leadsSomewhere('task', 'technician')
const groupExists = leadsSomewhere('task', 'techGroup')

export const taskRules = ruleTable('task', [
  ['TSK-01', 'C', 'critical', 'taskId not blank', ({ record }) => !isBlank(record.taskId)],
  ['TSK-02', 'C', 'error', 'title not blank', ({ record }) => !isBlank(record.title)],
  ['TSK-03', 'C', 'error', 'status not blank', ({ record }) => !isBlank(record.status)],
  [
    'TSK-04',
    'C',
    'warning',
    'technician or techGroup present',
    ({ record }) => !isBlank(record.technician?.userId) || !isBlank(record.techGroup?.groupId),
  ],
  [
    'TSK-05',
    'C',
    'error',
    'completed ⇒ actualEndDate not blank',
    (facts, scope) => (isCompleted(facts, scope) ? !isBlank(facts.record.actualEndDate) : null),
  ],
  ['TSK-06', 'V', 'error', 'times parse', areTimesRead],
  [
    'TSK-07',
    'V',
    'warning',
    'estimatedTime integer ≥ 0',
    ({ record: { estimatedTime } }) =>
      isBlank(estimatedTime) ? null : Number.isSafeInteger(estimatedTime) && Number(estimatedTime) >= 0,
  ],
  [
    'TSK-08',
    'V',
    'warning',
    'status maps to a work state (option `workStateMap`)',
    (facts, scope) => isText(facts.record.status, () => stateOf(facts, scope) !== undefined),
  ],
  [
    'TSK-09',
    'V',
    'critical',
    'ids safe',
    (facts) =>
      areSafeRecordIds(
        facts,
        facts.record.taskId,
        facts.record.workItem?.workId,
        facts.record.ticket?.ticketId,
      ),
  ],
  [
    'TSK-10',
    'K',
    'error',
    'actualEndDate ≥ actualStartDate',
    ({ record }, scope) =>
      isAtLeast(momentOf(record.actualEndDate, scope), momentOf(record.actualStartDate, scope)),
  ],
  [
    'TSK-11',
    'K',
    'warning',
    'dueDate ≥ scheduledStartDate',
    ({ record }, scope) =>
      isAtLeast(momentOf(record.dueDate, scope), momentOf(record.scheduledStartDate, scope)),
  ],
  ['TSK-12', 'K', 'warning', 'overdue = not completed and now > dueDate', overdueIsTrue],
  [
    'TSK-13',
    'K',
    'warning',
    'planned ⇒ no actualStartDate',
    (facts, scope) => (stateOf(facts, scope) === 'PLANNED' ? isBlank(facts.record.actualStartDate) : null),
  ],
  ['TSK-14', 'U', 'critical', 'taskId occurs once', idOccursOnce],
  [
    'TSK-15',
    'U',
    'error',
    'displayId occurs once',
    occursOnce('task', ({ record }) => textKey(record.displayId)),
  ],
  [
    'TSK-16',
    'I',
    'error',
    'ticket of the work item exists (module TICKET)',
    leadsSomewhere('task', 'ticket'),
  ],
  [
    'TSK-17',
    'I',
    'warning',
    'technician and group exist',
    (facts, scope) => all(technicianExists(facts, scope), groupExists(facts, scope)),
  ],
  [
    'TSK-18',
    'T',
    'error',
    'actual times ≤ now + skew',
    ({ record }, scope) =>
      areNotFuture([momentOf(record.actualStartDate, scope), momentOf(record.actualEndDate, scope)], scope),
  ],
])
