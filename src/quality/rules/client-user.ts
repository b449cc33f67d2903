import { isRecord } from '../../metrics/records.js'
import { isBlank, listOf } from '../blank.js'
import { emailDomain, emailKey, isEmailAddress } from '../email-syntax.js'
import { occursOnceAmongPeople } from '../people.js'
import type { RecordFacts } from '../record-facts.js'
import { areSafeRecordIds, leadsSomewhere } from '../references.js'
import { ruleTable } from '../rule.js'
import { trustedId } from '../safe-ids.js'
import type { QualityScope } from '../scope.js'
import { isPhoneNumber, isText } from '../text-form.js'
import { idOccursOnce, nameKey } from '../unique.js'

type UserFacts = RecordFacts<'clientUser'>

function nameContainsFirst({ record }: UserFacts): boolean | null {
  const [name, first] = [nameKey(record.name), nameKey(record.firstName)]
  return name === null || first === null ? null : name.includes(first)
}

function hasDomainOfClient({ record, clientId }: UserFacts, scope: QualityScope): boolean | null {
  const domain = emailDomain(record.email)
  const client = clientId === null ? undefined : scope.byId('client')?.get(clientId)
  const domains = listOf(client?.emailDomains).filter((item) => typeof item === 'string' && !isBlank(item))
  if (domain === null || domains.length === 0) return null
  return domains.some((item) => item.trim().toLowerCase() === domain)
}

const managerExists = leadsSomewhere('clientUser', 'reportingManager')

function hasOtherManager(facts: UserFacts, scope: QualityScope): boolean | null {
  const exists = managerExists(facts, scope)
  return exists && trustedId(facts.record.reportingManager?.userId) !== facts.id
}

export const clientUserRules = ruleTable('clientUser', [
  ['USR-01', 'C', 'critical', 'userId not blank', ({ record }) => !isBlank(record.userId)],
  [
    'USR-02',
    'C',
    'error',
    'name or firstName not blank',
    ({ record }) => !isBlank(record.name) || !isBlank(record.firstName),
  ],
  ['USR-03', 'C', 'error', 'email not blank', ({ record }) => !isBlank(record.email)],
  ['USR-04', 'C', 'error', 'client present', ({ record }) => !isBlank(record.client?.accountId)],
  ['USR-05', 'C', 'warning', 'role present', ({ record }) => !isBlank(record.role?.roleId)],
  ['USR-06', 'V', 'error', 'e-mail syntax', ({ record }) => isText(record.email, isEmailAddress)],
  [
    'USR-07',
    'V',
    'info',
    'contactNumber has 5–20 digits beside `+ - ( ) . space` and an extension',
    ({ record }) => isText(record.contactNumber, isPhoneNumber),
  ],
  [
    'USR-08',
    'V',
    'critical',
    'ids safe',
    (facts) => areSafeRecordIds(facts, facts.record.userId, facts.record.role?.roleId),
  ],
  [
    'USR-09',
    'V',
    'warning',
    'customFields is an object',
    ({ record }) => (isBlank(record.customFields) ? null : isRecord(record.customFields)),
  ],
  ['USR-10', 'K', 'info', 'name contains firstName', nameContainsFirst],
  ['USR-11', 'K', 'warning', "e-mail domain is among the client's domains", hasDomainOfClient],
  ['USR-12', 'U', 'critical', 'userId occurs once', idOccursOnce],
  [
    'USR-13',
    'U',
    'error',
    'e-mail occurs once (lower case), across technicians too',
    ({ record }, scope) => occursOnceAmongPeople(emailKey(record.email), scope),
  ],
  ['USR-14', 'I', 'error', 'client exists', leadsSomewhere('clientUser', 'client')],
  ['USR-15', 'I', 'warning', 'site exists and belongs to the client', leadsSomewhere('clientUser', 'site')],
  ['USR-16', 'I', 'warning', 'reportingManager exists and is not the user', hasOtherManager],
])
