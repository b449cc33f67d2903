import type { Batch, BatchOptions, EntityReport, ExtractedEntity } from '@superhack/superops/extract'
import type { StateStore } from '@superhack/superops/state'
import type { FolderOptions } from '@superhack/superops/tables'

/** How the reading of an entity ended. */
export interface EntityEnd
  extends Pick<EntityReport, 'complete' | 'reason'>,
    Partial<Pick<EntityReport, 'totalCount'>> {
  /** Whether an error ended it, so that it can be gone on with. */
  readonly failed?: true
}

/** How the files of a run are written; it may change from one try to the next. */
export interface FileForm extends Required<Pick<FolderOptions, 'format' | 'gzip' | 'rawCsv'>> {
  /** Whether figures are written beside the rows. */
  readonly metrics: boolean
}

/** The last run into a folder, kept beside the state of its extraction. */
export interface RunRecord extends FileForm {
  /** UTC; names the files of an incremental run. */
  readonly startedAt: string
  readonly tenant: string
  /** Absent of runs before there were two. */
  readonly product?: 'msp' | 'it'
  /** When the embedded mock tenant was made, so that a later run meets the same one. */
  readonly mockBegan?: string
  readonly mode: NonNullable<BatchOptions['mode']>
  readonly entities: readonly ExtractedEntity[]
  readonly conversations: NonNullable<BatchOptions['conversations']>
  /** Of the first answer; null before. */
  readonly origin: Batch['origin']
  /** Whether the extractor began: before, there is nothing that it could go on with. */
  readonly begun: boolean
  readonly ended: { readonly [Name in ExtractedEntity]?: EntityEnd }
  /** Whether the files are written. */
  readonly done: boolean
}

// Of the folder, not of a tenant: it tells whose the folder is.
const key = 'main-job/1/run'

export async function readRunRecord(store: StateStore): Promise<RunRecord | undefined> {
  const text = await store.get(key)
  return text === undefined ? undefined : JSON.parse(text)
}

export const putRunRecord = (store: StateStore, record: RunRecord): Promise<void> =>
  store.batch([{ put: key, value: JSON.stringify(record) }])

/** Whether two runs ask for the same, so that one can go on with the other. */
export const asksForSame = (one: RunRecord, other: RunRecord): boolean =>
  [one, other]
    .map(({ mode, entities, conversations }) => JSON.stringify([mode, entities, conversations]))
    .every((text, _, [first]) => text === first)

const isRead = (end: EntityEnd | undefined) => end !== undefined && end.failed !== true

/** Whether nothing is left to go on with. */
export const isAllRead = ({ entities, ended }: RunRecord): boolean =>
  entities.every((entity) => isRead(ended[entity]))

/** Ends of the entities that are read. */
export const readEnds = ({ ended }: RunRecord): RunRecord['ended'] =>
  Object.fromEntries(Object.entries(ended).filter(([, end]) => isRead(end)))

/** Whether an entity was read to its end. */
export const isComplete = ({ ended }: RunRecord, entity: ExtractedEntity): boolean =>
  ended[entity]?.complete === true

export const isAllEnded = ({ entities, ended }: RunRecord): boolean =>
  entities.every((entity) => ended[entity] !== undefined)
