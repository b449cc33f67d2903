import { writtenTime } from '../metrics/event-time.js'
import type { TicketFacts } from '../metrics/facts.js'
import type { Settings } from '../metrics/settings.js'
import { instantOf } from '../metrics/timestamp.js'
import { ticketIdOf } from '../metrics/worklogs.js'
import { type AssessedEntity, type QualityRecords, sources } from './data.js'
import { trustedId } from './safe-ids.js'
import { ticketPresence } from './ticket-presence.js'

/** A record with what many rules read of it. Instants are epoch ms as they are written, NaN for none. */
export interface RecordFacts<Entity extends AssessedEntity> {
  readonly entity: Entity
  readonly record: QualityRecords[Entity]
  /** Null when blank, or a number that has lost digits. */
  readonly id: string | null
  /** The client that the record belongs to. */
  readonly clientId: string | null
}

export interface TicketRecordFacts extends RecordFacts<'ticket'> {
  /** What metrics read; its event times are without those of the future. */
  readonly metrics: TicketFacts
  readonly createdAt: number
  readonly updatedAt: number
  readonly firstResponseAt: number
  readonly resolutionAt: number
  /** Of `ticketPresence`. */
  readonly presence: number
}

export interface WorklogRecordFacts extends RecordFacts<'worklogEntry'> {
  readonly ticketId: string | null
  readonly at: number
}

export interface ConversationRecordFacts extends RecordFacts<'ticketConversation'> {
  readonly ticketId: string
  readonly at: number
}

export interface InvoiceItemRecordFacts extends RecordFacts<'invoiceItem'> {
  readonly invoiceId: string | null
}

interface SpecialFacts {
  ticket: TicketRecordFacts
  worklogEntry: WorklogRecordFacts
  ticketConversation: ConversationRecordFacts
  invoiceItem: InvoiceItemRecordFacts
}

export type FactsByEntity = {
  [Entity in AssessedEntity]: Entity extends keyof SpecialFacts ? SpecialFacts[Entity] : RecordFacts<Entity>
}

export type AnyFacts = FactsByEntity[AssessedEntity]

/** The client that a record names as its own. */
export function clientIdOf(record: object): string | null {
  const { accountId, client } = record as { accountId?: unknown; client?: { accountId?: unknown } | null }
  return trustedId(client?.accountId ?? accountId)
}

export function recordFacts<Entity extends AssessedEntity>(
  entity: Entity,
  record: QualityRecords[Entity],
): RecordFacts<Entity> {
  const id = trustedId((record as Readonly<Record<string, unknown>>)[sources[entity].idKey])
  return { entity, record, id, clientId: clientIdOf(record) }
}

export function ticketRecordFacts(metrics: TicketFacts, settings: Settings): TicketRecordFacts {
  const { record } = metrics
  return {
    entity: 'ticket',
    record,
    id: trustedId(record.ticketId),
    clientId: clientIdOf(record),
    metrics,
    createdAt: writtenTime(metrics.createdAt, record.createdTime, settings),
    updatedAt: writtenTime(metrics.updatedAt, record.updatedTime, settings),
    firstResponseAt: writtenTime(metrics.firstResponseAt, record.firstResponseTime, settings),
    resolutionAt: writtenTime(metrics.resolutionAt, record.resolutionTime, settings),
    presence: ticketPresence(record),
  }
}

export function worklogRecordFacts(
  record: QualityRecords['worklogEntry'],
  { zone }: Settings,
): WorklogRecordFacts {
  return {
    ...recordFacts('worklogEntry', record),
    ticketId: trustedId(ticketIdOf(record)),
    at: instantOf(record.billDateTime, zone),
  }
}

export function conversationRecordFacts(
  ticketId: string,
  record: QualityRecords['ticketConversation'],
  { zone }: Settings,
): ConversationRecordFacts {
  return { ...recordFacts('ticketConversation', record), ticketId, at: instantOf(record.time, zone) }
}

/** An item names its invoice, or was found in it. */
export function invoiceItemRecordFacts(
  record: QualityRecords['invoiceItem'],
  invoiceId: string | null,
): InvoiceItemRecordFacts {
  return {
    ...recordFacts('invoiceItem', record),
    invoiceId: trustedId(record.invoice?.invoiceId) ?? invoiceId,
  }
}
