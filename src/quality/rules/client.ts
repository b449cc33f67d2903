import { latest } from '../../metrics/conversations.js'
import { normaliseName } from '../../metrics/names.js'
import { dayOf } from '../../metrics/plain-json.js'
import { DAY_MS } from '../../values/day.js'
import { isBlank, isFilled, listOf } from '../blank.js'
import { isHostName } from '../host-name.js'
import type { RecordFacts } from '../record-facts.js'
import { areSafeRecordIds, leadsSomewhere } from '../references.js'
import { ruleTable } from '../rule.js'
import { trustedId } from '../safe-ids.js'
import type { QualityScope } from '../scope.js'
import { areTexts, hasNoBrokenCharacters, isShortName, isText } from '../text-form.js'
import { companyKey, idOccursOnce, occursOnce, repeated } from '../unique.js'

type ClientFacts = RecordFacts<'client'>

const QUIET_DAYS = 180

const domainsOf = ({ record }: ClientFacts): readonly unknown[] => listOf(record.emailDomains)

const domainKeys = (facts: ClientFacts): string[] => [
  ...new Set(
    domainsOf(facts)
      .filter((domain): domain is string => typeof domain === 'string' && !isBlank(domain))
      .map((domain) => domain.trim().toLowerCase()),
  ),
]

const sharedDomains = (scope: QualityScope): ReadonlySet<string> =>
  repeated((scope.facts('client') ?? []).flatMap(domainKeys))

/** Names and constants of the stages and their statuses, as they are compared. */
function stageNames(scope: QualityScope) {
  const stages = scope.records('clientStage')
  if (stages === undefined) return undefined
  const stage = new Set<string>()
  const status = new Set<string>()
  const add = (set: Set<string>, name: unknown) => {
    if (typeof name === 'string') set.add(normaliseName(name))
  }
  for (const record of stages) {
    add(stage, record.name)
    add(stage, record.constant)
    for (const { name, constant } of listOf(record.statuses)) {
      add(status, name)
      add(status, constant)
    }
  }
  return { stage, status }
}

function hasKnownStage({ record }: ClientFacts, scope: QualityScope): boolean | null {
  const known = scope.once(stageNames)
  if (known === undefined || (isBlank(record.stage) && isBlank(record.status))) return null
  const isIn = (names: ReadonlySet<string>, name: unknown) =>
    isText(name, (text) => names.has(normaliseName(text))) !== false
  return isIn(known.stage, record.stage) && isIn(known.status, record.status)
}

function clientsWithActiveContract(scope: QualityScope): ReadonlySet<string> | undefined {
  const active = scope.facts('clientContract')?.filter(({ record }) => record.contractStatus === 'ACTIVE')
  return active && new Set(active.map(({ clientId }) => clientId).filter((id) => id !== null))
}

/** Names of the stages whose constant is ACTIVE, beside the name that SuperOps gives it. */
const activeStages = (scope: QualityScope): ReadonlySet<string> =>
  new Set([
    'active',
    ...(scope.records('clientStage') ?? [])
      .filter(({ constant }) => constant === 'ACTIVE')
      .map(({ name }) => (typeof name === 'string' ? normaliseName(name) : 'active')),
  ])

const isActive = ({ record }: ClientFacts, scope: QualityScope): boolean =>
  typeof record.stage === 'string' && scope.once(activeStages).has(normaliseName(record.stage))

function isActiveUnderContract(facts: ClientFacts, scope: QualityScope): boolean | null {
  const covered = scope.once(clientsWithActiveContract)
  if (facts.id === null || covered?.has(facts.id) !== true || isBlank(facts.record.stage)) return null
  return isActive(facts, scope)
}

/** Latest ticket, message or invoice per client, epoch ms. */
function lastSigns(scope: QualityScope): ReadonlyMap<string, number> {
  const signs = new Map<string, number>()
  const note = (clientId: string | null | undefined, at: number) => {
    if (clientId !== null && clientId !== undefined)
      signs.set(clientId, latest(signs.get(clientId) ?? Number.NaN, at))
  }
  const clientByTicket = new Map<string, string | null>()
  for (const { id, clientId, createdAt } of scope.facts('ticket') ?? []) {
    note(clientId, createdAt)
    if (id !== null) clientByTicket.set(id, clientId)
  }
  for (const { ticketId, at } of scope.facts('ticketConversation') ?? [])
    note(clientByTicket.get(ticketId), at)
  for (const { clientId, record } of scope.facts('invoice') ?? [])
    note(clientId, dayOf(record.invoiceDate) * DAY_MS)
  return signs
}

/** What is not loaded could hold the sign that is missed. */
function showsLife(facts: ClientFacts, scope: QualityScope): boolean | null {
  if (facts.id === null || !isActive(facts, scope)) return null
  const last = scope.once(lastSigns).get(facts.id) ?? Number.NaN
  if (last >= scope.settings.now - QUIET_DAYS * DAY_MS) return true
  const isAllLoaded = (['ticket', 'ticketConversation', 'invoice'] as const).every(
    (entity) => scope.facts(entity) !== undefined,
  )
  return isAllLoaded ? false : null
}

function contactsDiffer({ record }: ClientFacts): boolean | null {
  const [first, second] = [
    trustedId(record.primaryContact?.userId),
    trustedId(record.secondaryContact?.userId),
  ]
  return first === null || second === null ? null : first !== second
}

export const clientRules = ruleTable('client', [
  ['CLI-01', 'C', 'critical', 'accountId not blank', ({ record }) => !isBlank(record.accountId)],
  ['CLI-02', 'C', 'error', 'name not blank', ({ record }) => !isBlank(record.name)],
  ['CLI-03', 'C', 'error', 'stage not blank', ({ record }) => !isBlank(record.stage)],
  ['CLI-04', 'C', 'warning', 'at least one e-mail domain', ({ record }) => isFilled(record.emailDomains)],
  [
    'CLI-05',
    'C',
    'warning',
    'primaryContact present',
    ({ record }) => !isBlank(record.primaryContact?.userId),
  ],
  ['CLI-06', 'C', 'warning', 'hqSite present', ({ record }) => !isBlank(record.hqSite?.id)],
  ['CLI-07', 'C', 'info', 'accountManager present', ({ record }) => !isBlank(record.accountManager?.userId)],
  [
    'CLI-08',
    'V',
    'error',
    'every domain is a valid host name',
    (facts) => areTexts(domainsOf(facts), isHostName),
  ],
  [
    'CLI-09',
    'V',
    'warning',
    'no public mail domain (option `publicMailDomains`)',
    (facts, { options }) => {
      const keys = domainKeys(facts)
      return keys.length === 0 ? null : !keys.some((domain) => options.publicMail.has(domain))
    },
  ],
  ['CLI-10', 'V', 'warning', 'stage and status among the configured lists, when loaded', hasKnownStage],
  ['CLI-11', 'V', 'critical', 'ids safe', (facts) => areSafeRecordIds(facts, facts.record.accountId)],
  [
    'CLI-12',
    'V',
    'warning',
    'name without control characters and U+FFFD, at most 255 characters',
    ({ record }) => isText(record.name, (name) => hasNoBrokenCharacters(name) && isShortName(name)),
  ],
  ['CLI-13', 'U', 'critical', 'accountId occurs once', idOccursOnce],
  [
    'CLI-14',
    'U',
    'warning',
    'name without legal form occurs once',
    occursOnce('client', ({ record }) => companyKey(record.name)),
  ],
  [
    'CLI-15',
    'U',
    'error',
    'no domain is shared with another client',
    (facts, scope) => {
      const keys = domainKeys(facts)
      return keys.length === 0 ? null : !keys.some((domain) => scope.once(sharedDomains).has(domain))
    },
  ],
  ['CLI-16', 'I', 'error', 'hqSite exists and belongs to this client', leadsSomewhere('client', 'hqSite')],
  [
    'CLI-17',
    'I',
    'warning',
    'accountManager exists in technicians',
    leadsSomewhere('client', 'accountManager'),
  ],
  [
    'CLI-18',
    'I',
    'warning',
    'primary and secondary contact exist in client users',
    leadsSomewhere('client', 'contacts'),
  ],
  ['CLI-19', 'K', 'info', 'primary ≠ secondary contact', contactsDiffer],
  ['CLI-20', 'K', 'warning', 'an active contract ⇒ stage is Active', isActiveUnderContract],
  ['CLI-21', 'T', 'warning', 'active client: a ticket, conversation or invoice in 180 days', showsLife],
])
