import { latest } from '../../metrics/conversations.js'
import { zero } from '../../metrics/worklogs.js'
import { DAY_MS } from '../../values/day.js'
import { addDecimals, type ExactDecimal } from '../../values/decimal.js'
import { isAtMost, wholeAmount } from '../amounts.js'
import { isBlank, isFilled, listOf } from '../blank.js'
import { emailKey, isEmailAddress } from '../email-syntax.js'
import { occursOnceAmongPeople } from '../people.js'
import type { RecordFacts } from '../record-facts.js'
import { areSafeRecordIds, leadsSomewhere } from '../references.js'
import { afterPass, ruleTable } from '../rule.js'
import { trustedId } from '../safe-ids.js'
import type { QualityScope } from '../scope.js'
import { type Steps, visitInSteps } from '../steps.js'
import { isPhoneNumber, isText } from '../text-form.js'
import { idOccursOnce, nameKey, repeated } from '../unique.js'

type TechnicianFacts = RecordFacts<'technician'>

const QUIET_DAYS = 90
const HOURS_OF_A_DAY = wholeAmount(24)

function nameIsOfParts({ record }: TechnicianFacts): boolean | null {
  const [name, first] = [nameKey(record.name), nameKey(record.firstName)]
  const last = nameKey(record.lastName)
  if (name === null || first === null) return null
  return name === (last === null ? first : `${first} ${last}`)
}

function groupsDiffer({ record }: TechnicianFacts): boolean | null {
  const ids = listOf(record.groups).map(({ groupId }) => trustedId(groupId))
  return ids.every((id) => id === null) ? null : repeated(ids).size === 0
}

const managerExists = leadsSomewhere('technician', 'reportingManager')

/** Managers of managers end somewhere; a chain that comes back to where it was is a cycle. */
function managersEnd(facts: TechnicianFacts, scope: QualityScope): boolean | null {
  const exists = managerExists(facts, scope)
  if (exists !== true) return exists
  const technicians = scope.byId('technician')
  const seen = new Set([facts.id])
  let id = trustedId(facts.record.reportingManager?.userId)
  while (id !== null) {
    if (seen.has(id)) return false
    seen.add(id)
    id = trustedId(technicians?.get(id)?.reportingManager?.userId)
  }
  return true
}

/** Latest entry of time, reply, or ticket assigned, per technician. */
function* lastSigns(scope: QualityScope): Steps<ReadonlyMap<string, number>> {
  const signs = new Map<string, number>()
  const note = (id: string | null, at: number) => {
    if (id !== null) signs.set(id, latest(signs.get(id) ?? Number.NaN, at))
  }
  yield* visitInSteps(scope.facts('worklogEntry') ?? [], ({ record, at }) =>
    note(trustedId(record.technician?.userId), at),
  )
  yield* visitInSteps(scope.facts('ticketConversation') ?? [], ({ record, at }) => {
    if (record.type === 'TECH_REPLY') note(trustedId(record.user?.userId), at)
  })
  yield* visitInSteps(scope.facts('ticket') ?? [], ({ record, createdAt, updatedAt }) =>
    note(trustedId(record.technician?.userId), latest(createdAt, updatedAt)),
  )
  return signs
}

/** What is not loaded could hold the sign that is missed. */
const isAtWork = afterPass<'technician', ReadonlyMap<string, number>>(lastSigns, ({ id }, signs, scope) => {
  if (id === null) return null
  const last = signs.get(id) ?? Number.NaN
  if (last >= scope.settings.now - QUIET_DAYS * DAY_MS) return true
  const isAllLoaded = (['worklogEntry', 'ticketConversation', 'ticket'] as const).every(
    (entity) => scope.facts(entity) !== undefined,
  )
  return isAllLoaded ? false : null
})

function dayIsLongEnough(
  { id }: TechnicianFacts,
  { metrics, calendars, settings }: QualityScope,
): boolean | null {
  const entries = id === null ? undefined : metrics.worklogsByTechnician()?.get(id)
  if (entries === undefined) return null
  const zone = calendars.ofTechnician(id).zone ?? settings.reportZone
  const hoursByDay = new Map<number, ExactDecimal>()
  for (const { at, hours } of entries) {
    if (hours === null || Number.isNaN(at)) continue
    const day = Math.floor(zone.wallAt(at) / DAY_MS)
    hoursByDay.set(day, addDecimals(hoursByDay.get(day) ?? zero, hours))
  }
  const sums = [...hoursByDay.values()]
  return sums.length === 0 ? null : sums.every((hours) => isAtMost(hours, HOURS_OF_A_DAY))
}

export const technicianRules = ruleTable('technician', [
  ['TEC-01', 'C', 'critical', 'userId not blank', ({ record }) => !isBlank(record.userId)],
  [
    'TEC-02',
    'C',
    'error',
    'name or firstName not blank',
    ({ record }) => !isBlank(record.name) || !isBlank(record.firstName),
  ],
  ['TEC-03', 'C', 'error', 'email not blank', ({ record }) => !isBlank(record.email)],
  ['TEC-04', 'C', 'warning', 'role present', ({ record }) => !isBlank(record.role?.roleId)],
  ['TEC-05', 'C', 'warning', 'at least one group', ({ record }) => isFilled(record.groups)],
  [
    'TEC-06',
    'C',
    'info',
    'designation or businessFunction present',
    ({ record }) =>
      !isBlank(record.designation?.designationId) || !isBlank(record.businessFunction?.businessFunctionId),
  ],
  ['TEC-07', 'V', 'error', 'e-mail syntax', ({ record }) => isText(record.email, isEmailAddress)],
  [
    'TEC-08',
    'V',
    'info',
    'contactNumber as USR-07',
    ({ record }) => isText(record.contactNumber, isPhoneNumber),
  ],
  ['TEC-09', 'V', 'critical', 'ids safe', (facts) => areSafeRecordIds(facts, facts.record.userId)],
  ['TEC-10', 'K', 'info', 'name equals firstName + lastName after normalisation', nameIsOfParts],
  ['TEC-11', 'K', 'info', 'groups has no duplicate', groupsDiffer],
  ['TEC-12', 'U', 'critical', 'userId occurs once', idOccursOnce],
  [
    'TEC-13',
    'U',
    'error',
    'e-mail occurs once (lower case), across client users too',
    ({ record }, scope) => occursOnceAmongPeople(emailKey(record.email), scope),
  ],
  ['TEC-14', 'I', 'warning', 'every group exists', leadsSomewhere('technician', 'groups')],
  [
    'TEC-15',
    'I',
    'warning',
    'reportingManager exists, is not the technician, and the chain has no cycle',
    managersEnd,
  ],
  ['TEC-16', 'I', 'warning', 'role exists in the roles, when loaded', leadsSomewhere('technician', 'role')],
  ['TEC-17', 'T', 'info', 'has a worklog, reply or assigned ticket in 90 days', isAtWork],
  ['TEC-18', 'K', 'error', 'worked hours of every local day ≤ 24', dayIsLongEnough],
])
