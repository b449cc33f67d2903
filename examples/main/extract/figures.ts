import {
  type Batch,
  type ExtractedEntity,
  type ExtractionData,
  type ExtractionFigures,
  figuresOf,
} from '@superhack/superops/extract'
import { productOfRun, tableIn } from './product-of-run.js'
import type { RowJournal } from './row-journal.js'
import { isComplete, type RunRecord } from './run-record.js'

/** What figures take of a ticket beside its row. */
interface TicketFacts {
  readonly ticketId: string
  readonly statusHistory?: NonNullable<ExtractionData['statusHistoryByTicketId']>[string]
  /** Whether its conversation was read, be it empty. */
  readonly isConversationRead?: true
}

type Conversation = NonNullable<ExtractionData['conversationsByTicketId']>[string][number]

export const ticketFactsOf = (batch: Batch): TicketFacts[] => {
  const { statusHistoryByTicketId: histories = {}, conversationsByTicketId: conversations = {} } = batch
  return [...new Set([...Object.keys(histories), ...Object.keys(conversations)])].map((ticketId) => ({
    ticketId,
    ...(histories[ticketId] !== undefined && { statusHistory: histories[ticketId] }),
    ...(conversations[ticketId] !== undefined && { isConversationRead: true as const }),
  }))
}

/** Figures over all rows of a full run, which are read into memory; as of now. */
export async function figuresOfRun(record: RunRecord, journal: RowJournal): Promise<ExtractionFigures> {
  const { tables, recordsOf, absent } = productOfRun(record)
  const data: Partial<Record<ExtractedEntity, readonly object[]>> = {}
  for (const entity of record.entities) {
    const rows = await gather<object>(journal, tableIn(tables, entity))
    // Read, and empty: not the same as not read.
    if (rows.length > 0 || isComplete(record, entity)) data[entity] = rows
  }
  const facts = await gather<TicketFacts>(journal, 'ticket_facts')
  const conversations = new Map<string, Conversation[]>(
    facts.flatMap(({ ticketId, isConversationRead }) => (isConversationRead ? [[ticketId, []]] : [])),
  )
  for (const { ticketId, ...item } of await gather<Conversation & { ticketId: string }>(
    journal,
    'conversations',
  ))
    conversations.get(ticketId)?.push(item)
  const all = {
    ...data,
    ...(record.conversations !== 'none' && { conversationsByTicketId: Object.fromEntries(conversations) }),
    statusHistoryByTicketId: Object.fromEntries(
      facts.flatMap(({ ticketId, statusHistory }) => (statusHistory ? [[ticketId, statusHistory]] : [])),
    ),
  }
  return figuresOf(recordsOf(all), { now: new Date().toISOString(), quality: { absent } })
}

async function gather<Row extends object>(
  journal: RowJournal,
  name: Parameters<RowJournal['read']>[0],
): Promise<Row[]> {
  const rows: Row[] = []
  for await (const some of journal.read(name)) for (const row of some) rows.push(row as Row)
  return rows
}
