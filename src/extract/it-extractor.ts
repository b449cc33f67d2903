import type { CollectionName, Collections } from '../client/collections.js'
import type { It } from '../client/it-surface.js'
import type { Batch, BatchOptions, EntityReport, ExtractionIssue, Progress, RunOptions } from './batch.js'
import type { ConversationsByTicketId } from './conversations.js'
import type { Extraction } from './extraction.js'
import type { Extractor } from './extractor.js'
import type { EntityFilter } from './filters.js'
import type { Plan } from './plan.js'

/** An entity of the IT surface that can be extracted. */
export type ItExtractedEntity = CollectionName<It>

type ItRow<Name extends ItExtractedEntity> =
  ReturnType<Collections<It>[Name]['list']> extends AsyncIterable<infer Row> ? Row : never

/** Rows per entity; one that was not asked for, or failed before its first page, is absent. */
export type ItExtractedData = { readonly [Name in ItExtractedEntity]?: readonly ItRow<Name>[] } & Pick<
  Extraction['data'],
  'statusHistoryByTicketId'
> & { readonly conversationsByTicketId?: ConversationsByTicketId }

type OfIt<Facts> = Omit<Facts, 'entity' | 'collection'> & { readonly entity: ItExtractedEntity }

export type ItRunOptions = Omit<RunOptions, 'entities' | 'filters' | 'onProgress'> & {
  /** @defaultValue the seven that the metrics draw on */
  entities?: readonly ItExtractedEntity[]
  filters?: { readonly [Name in ItExtractedEntity]?: EntityFilter }
  onProgress?: (progress: OfIt<Progress>) => void
}

/** What was read of the IT surface, and the figures over it: where they say client, a department is meant. */
export type ItExtraction = Omit<Extraction, 'data' | 'report' | 'partial' | 'issues'> & {
  readonly data: ItExtractedData
  readonly issues: readonly (Omit<ExtractionIssue, 'collection'> & {
    readonly collection: ItExtractedEntity
  })[]
  readonly partial?: readonly ItExtractedEntity[]
  readonly report: Omit<Extraction['report'], 'entities' | 'errors'> & {
    readonly entities: readonly OfIt<EntityReport>[]
    readonly errors: Readonly<Partial<Record<ItExtractedEntity, Extraction['report']['errors']['tickets']>>>
  }
}

export type ItBatch = {
  readonly [Name in ItExtractedEntity]: Omit<Batch, 'entity' | 'rows' | 'report'> & {
    readonly entity: Name
    readonly rows: readonly ItRow<Name>[]
    readonly report?: OfIt<EntityReport>
  }
}[ItExtractedEntity]

/** The extractor of a client of the IT surface; see {@link Extractor}. */
export type ItExtractor = Pick<Extractor, 'portfolioUntil'> & {
  run(options?: ItRunOptions): Promise<ItExtraction>
  batches(options?: ItRunOptions & Pick<BatchOptions, 'resume'>): AsyncGenerator<ItBatch, void, undefined>
  plan(options?: ItRunOptions): Promise<Plan>
}
