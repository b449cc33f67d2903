import type { Client } from '../client/client.js'
import type { Origin } from '../client/fallback.js'
import type { Warning } from '../client/heal.js'
import type { DecodeIssue } from '../entities/decode.js'
import type { TicketConversation } from '../entities/generated/types.js'
import type { SuperOpsError } from '../errors.js'
import type { StatusChange } from '../metrics/records.js'
import type { ExtractedEntity, ExtractedRow } from './entities.js'
import type { Filters } from './filters.js'
import type { RowChange } from './row-ledger.js'

export type Mode = 'full' | 'incremental'

export interface RunOptions {
  /** @defaultValue the ten that the metrics draw on */
  entities?: readonly ExtractedEntity[]
  /** `incremental` delivers what is new since the last run, and needs `state`. @defaultValue 'full' */
  mode?: Mode
  filters?: Filters
  /**
   * Whether the conversations of tickets come along, one request per ticket: none, of tickets that are new or
   * changed, or of all that are delivered. @defaultValue 'none'
   */
  conversations?: 'none' | 'changed' | 'all'
  /** Called after each page, and once more when an entity is done. */
  onProgress?: (progress: Progress) => void
  signal?: AbortSignal
}

export interface BatchOptions extends RunOptions {
  /** Whether a run that was stopped is gone on with; needs `state`. @defaultValue true */
  resume?: boolean
}

export interface Progress {
  readonly entity: ExtractedEntity
  /** Rows delivered so far. */
  readonly rows: number
  /** Rows the server counts, null until known. */
  readonly totalCount: number | null
  readonly requests: number
  readonly done: boolean
  /** Requests of this minute ÷ those allowed; 0 without a limit. */
  readonly quotaShare: number
  /** When the run is expected to end, UTC; null while an entity has not begun. */
  readonly expectedEnd: string | null
}

/** What reading one entity took and whether it is all there. */
export interface EntityReport {
  readonly entity: ExtractedEntity
  readonly rows: number
  /** Rows the server counted in its last answer; null when it counts none. */
  readonly totalCount: number | null
  /** Rows whose shape was wrong; see `issues` of the extraction. */
  readonly setAside: number
  readonly pages: number
  /** Requests with an answer or failure, retries and refused ones included. */
  readonly requests: number
  /** Requests beyond one per page. */
  readonly retries: number
  readonly ms: number
  readonly rowsPerSecond: number
  /** Null when nothing of it was read. */
  readonly origin: Origin | null
  /** Fields that rows lack because they break the answers of this tenant. */
  readonly warnings: readonly Warning[]
  /** Rows that an earlier process of this run delivered. */
  readonly rowsBefore: number
  readonly complete: boolean
  /** Why it is not complete: a reason of the list, or the kind of the error that ended it. */
  readonly reason?: string
}

export interface ExtractionIssue extends DecodeIssue {
  readonly collection: ExtractedEntity
}

interface BatchOf<Name extends ExtractedEntity> {
  readonly entity: Name
  /** Rows to insert or replace by their key. */
  readonly rows: readonly ExtractedRow<Name>[]
  /** What differs from what the state knows; without state nothing is known. Removed rows are in here alone. */
  readonly changes: readonly RowChange[]
  readonly issues: readonly ExtractionIssue[]
  readonly origin: Origin | null
  readonly totalCount: number | null
  readonly conversationsByTicketId?: Readonly<Record<string, readonly TicketConversation[]>>
  readonly statusHistoryByTicketId?: Readonly<Record<string, readonly StatusChange[]>>
  /** On the last batch of an entity. */
  readonly report?: EntityReport
  /** What ended the entity early. */
  readonly error?: SuperOpsError
}

/** Rows of one answer; asking for the next batch says that this one was taken. */
export type Batch<Name extends ExtractedEntity = ExtractedEntity> = {
  readonly [Each in Name]: BatchOf<Each>
}[Name]

/** Settings of an extractor, complete. */
export interface Settings {
  readonly client: Client
  readonly concurrency: number
  readonly pageSize: number
  readonly lookAhead: number
  readonly overlapMs: number
  readonly sweepEveryMs: number
  readonly historyMs: number
  /** Entities that this process read a round of. */
  readonly seen: Set<ExtractedEntity>
}
