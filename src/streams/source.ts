import type { Origin } from '../client/fallback.js'
import type { Row } from '../entities/row.js'
import type { SuperOpsError } from '../errors.js'

/** How reading an entity ended. */
export interface EntityRound {
  readonly complete: boolean
  readonly requests: number
  /** Records there are; null when the source cannot say. */
  readonly totalCount: number | null
  readonly error?: SuperOpsError
}

/** Records as they are now, and those that are no more. Records that did not change may be among them. */
export interface SourceBatch {
  readonly entity: string
  readonly origin: Origin
  readonly rows: readonly Row[]
  readonly removed: readonly string[]
  /** Ids among the rows that had been removed. */
  readonly restored: readonly string[]
  /** With the last batch of an entity. */
  readonly end?: EntityRound
}

/** Where a manager learns of changes: polling by default, or whatever knows sooner. */
export interface Source {
  /**
   * Reads what is new since the last time. Asking for the next batch says that everything of the one before is
   * kept: only then may the source go on from there after a restart.
   */
  read(entities: readonly string[], signal: AbortSignal): AsyncIterable<SourceBatch>
  /** One record as it is now, null when it is no more; ahead of everything else. Absent: nothing can be read singly. */
  readOne?(entity: string, id: string, signal: AbortSignal): Promise<Row | null>
  /**
   * Several records as they are now, by id, in fewer requests than one each; those that are not found are left out
   * and read singly. `known` holds what was last known of each.
   */
  readMany?(
    entity: string,
    known: ReadonlyMap<string, Row>,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Row>>
  /** Records whose clocks may run, ahead of the first reading of all; without `end`. */
  readOpen?(entity: string, signal: AbortSignal): AsyncIterable<SourceBatch>
}
