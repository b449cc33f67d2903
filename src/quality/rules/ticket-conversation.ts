import { instantOf } from '../../metrics/timestamp.js'
import { isBlank, isFilled, listOf } from '../blank.js'
import { areNotFuture, isAtLeast } from '../dates.js'
import { isEmailAddress } from '../email-syntax.js'
import type { ConversationRecordFacts } from '../record-facts.js'
import { leadsSomewhere } from '../references.js'
import { ruleTable } from '../rule.js'
import { areSafeIds, trustedId } from '../safe-ids.js'
import type { QualityScope } from '../scope.js'
import { areTexts, isOneOf } from '../text-form.js'
import { idOccursOnce, keyOfParts, occursOnce, textKey } from '../unique.js'

const TYPES = ['DESCRIPTION', 'REQ_REPLY', 'REQ_NOTIFICATION', 'TECH_REPLY', 'TECH_NOTIFICATION']

interface Thread {
  descriptions: number
  earliest: ConversationRecordFacts
  earliestTechReply: ConversationRecordFacts | undefined
}

/** What rules about a whole conversation are asked of: one message, whatever the order that they came in. */
function threads(scope: QualityScope): ReadonlyMap<string, Thread> {
  const byTicket = new Map<string, Thread>()
  for (const message of scope.facts('ticketConversation') ?? []) {
    const thread = byTicket.get(message.ticketId) ?? {
      descriptions: 0,
      earliest: message,
      earliestTechReply: undefined,
    }
    byTicket.set(message.ticketId, thread)
    if (isBefore(message, thread.earliest)) thread.earliest = message
    if (message.record.type === 'DESCRIPTION') thread.descriptions += 1
    if (message.record.type !== 'TECH_REPLY') continue
    const known = thread.earliestTechReply
    if (known === undefined || isBefore(message, known)) thread.earliestTechReply = message
  }
  return byTicket
}

/** A description comes before what was written at the same time; messages without time come last. */
function isBefore(a: ConversationRecordFacts, b: ConversationRecordFacts): boolean {
  if (Number.isNaN(a.at) || Number.isNaN(b.at)) return Number.isNaN(b.at) && !Number.isNaN(a.at)
  if (a.at !== b.at) return a.at < b.at
  const [isDescription, wasDescription] = [a.record.type === 'DESCRIPTION', b.record.type === 'DESCRIPTION']
  return isDescription === wasDescription ? (a.id ?? '') < (b.id ?? '') : isDescription
}

/** Asked of the earliest message. */
function beginsWithDescription(facts: ConversationRecordFacts, scope: QualityScope): boolean | null {
  const thread = scope.once(threads).get(facts.ticketId)
  if (thread?.earliest !== facts || Number.isNaN(facts.at)) return null
  return thread.descriptions === 1 && facts.record.type === 'DESCRIPTION'
}

const ticketOf = ({ ticketId }: ConversationRecordFacts, scope: QualityScope) =>
  scope.byId('ticket')?.get(ticketId)

/** Asked of the earliest reply of a technician. */
function repliesAfterFirstResponse(facts: ConversationRecordFacts, scope: QualityScope): boolean | null {
  const { zone, skew } = scope.settings
  if (scope.once(threads).get(facts.ticketId)?.earliestTechReply !== facts) return null
  return isAtLeast(facts.at, instantOf(ticketOf(facts, scope)?.firstResponseTime, zone) - skew)
}

function isNoSoonerThanTicket(facts: ConversationRecordFacts, scope: QualityScope): boolean | null {
  const { zone, skew } = scope.settings
  return isAtLeast(facts.at, instantOf(ticketOf(facts, scope)?.createdTime, zone) - skew)
}

function hasAuthorOfType({ record }: ConversationRecordFacts, scope: QualityScope): boolean | null {
  const type = typeof record.type === 'string' ? record.type : ''
  const id = trustedId(record.user?.userId)
  const technicians = scope.byId('technician')
  if (technicians === undefined || id === null || !/^(TECH|REQ)_/.test(type)) return null
  return technicians.has(id) === type.startsWith('TECH_')
}

function addressesOf({ record }: ConversationRecordFacts): unknown[] {
  const recipients = [record.toUsers, record.ccUsers, record.bccUsers].flatMap(listOf)
  return [record.user?.email, ...recipients.map(({ user }) => user?.email)]
}

const authorKey = ({ record }: ConversationRecordFacts): string | null =>
  trustedId(record.user?.userId) ?? textKey(record.user?.email)

export const ticketConversationRules = ruleTable('ticketConversation', [
  ['CNV-01', 'C', 'critical', 'conversationId not blank', ({ record }) => !isBlank(record.conversationId)],
  ['CNV-02', 'C', 'error', 'time not blank', ({ record }) => !isBlank(record.time)],
  ['CNV-03', 'C', 'error', 'type not blank', ({ record }) => !isBlank(record.type)],
  [
    'CNV-04',
    'C',
    'warning',
    'user present (id or e-mail)',
    ({ record }) => !isBlank(record.user?.userId) || !isBlank(record.user?.email),
  ],
  [
    'CNV-05',
    'C',
    'warning',
    'content not blank, or an attachment exists',
    ({ record }) => !isBlank(record.content) || isFilled(record.attachments ?? []),
  ],
  [
    'CNV-06',
    'V',
    'error',
    'time parses',
    ({ record, at }) => (isBlank(record.time) ? null : !Number.isNaN(at)),
  ],
  ['CNV-07', 'V', 'error', 'type among the five codes', ({ record }) => isOneOf(record.type, TYPES)],
  [
    'CNV-08',
    'V',
    'warning',
    'e-mails of user and recipients have valid syntax',
    (facts) => areTexts(addressesOf(facts), isEmailAddress),
  ],
  [
    'CNV-09',
    'V',
    'critical',
    'ids safe',
    ({ record }) => areSafeIds([record.conversationId, record.user?.userId]),
  ],
  ['CNV-10', 'K', 'warning', 'time ≥ ticket created − skew', isNoSoonerThanTicket],
  [
    'CNV-11',
    'K',
    'warning',
    'exactly one DESCRIPTION per ticket, and it is the earliest',
    beginsWithDescription,
  ],
  [
    'CNV-12',
    'K',
    'warning',
    "earliest TECH_REPLY not before the ticket's firstResponseTime by more than skew",
    repliesAfterFirstResponse,
  ],
  ['CNV-13', 'K', 'info', 'TECH_* written by a known technician, REQ_* not', hasAuthorOfType],
  ['CNV-14', 'U', 'critical', 'conversationId occurs once', idOccursOnce],
  [
    'CNV-15',
    'U',
    'warning',
    '(ticket, user, time, content) occurs once',
    occursOnce('ticketConversation', (facts) =>
      keyOfParts(
        facts.ticketId,
        authorKey(facts),
        Number.isNaN(facts.at) ? null : String(facts.at),
        textKey(facts.record.content),
      ),
    ),
  ],
  ['CNV-16', 'I', 'error', 'ticket exists', leadsSomewhere('ticketConversation', 'ticket')],
  ['CNV-17', 'T', 'error', 'time ≤ now + skew', ({ at }, scope) => areNotFuture([at], scope)],
])
