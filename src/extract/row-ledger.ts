import type { Row } from '../entities/row.js'
import type { StatusChange } from '../metrics/records.js'
import type { StateChange } from '../state/state-store.js'
import { changedFields, contentHash, fieldNames } from './content-hash.js'
import { type ExtractedEntity, keyOfRow } from './entities.js'
import type { EntityBook } from './entity-book.js'
import type { RowState } from './extraction-state.js'
import { appendStatus, servedHistory } from './status-history.js'
import { strategyOf } from './strategies.js'

/** What is new of a row against what was known of it. */
export type RowChange =
  | { readonly kind: 'created' | 'restored' | 'removed'; readonly id: string }
  /** `fields` are the names of those that differ. */
  | { readonly kind: 'changed'; readonly id: string; readonly fields: readonly string[] }

export interface Accepted {
  readonly rows: readonly Row[]
  readonly changes: readonly RowChange[]
  readonly writes: readonly StateChange[]
  /** To be written before new rows are delivered: what was taken and not said so can be told as removed. */
  readonly announcements: readonly StateChange[]
  readonly history: Readonly<Record<string, readonly StatusChange[]>>
}

/** Decides which of the rows that were read are news. */
export interface Ledger {
  /** @param wanted `all`: each row once per run; `changes`: those that differ from what is known. */
  accept(rows: readonly Row[], wanted: 'all' | 'changes'): Promise<Accepted>
}

/** An answer of a replica that lags shows an older version than the one held, by no more than this. */
const staleReadMs = 30_000

const textAt = (row: Row, name: string | undefined): string | undefined => {
  const value = name === undefined ? undefined : row[name]
  return typeof value === 'string' ? value : undefined
}

/** A ledger that remembers rows in the state of the extractor. */
export class StateLedger implements Ledger {
  readonly #book: EntityBook
  readonly #run: number
  readonly #retentionMs: number

  constructor(book: EntityBook, run: number, retentionMs: number) {
    this.#book = book
    this.#run = run
    this.#retentionMs = retentionMs
  }

  async accept(rows: readonly Row[], wanted: 'all' | 'changes'): Promise<Accepted> {
    const { entity, state } = this.#book
    const out = { rows: [] as Row[], changes: [] as RowChange[], writes: [] as StateChange[] }
    const announcements: StateChange[] = []
    const history: Record<string, readonly StatusChange[]> = {}
    const ids = rows.map((row) => keyOfRow(entity, row))
    const known = await Promise.all(ids.map((id) => (id === undefined ? undefined : state.row(entity, id))))
    for (const [at, row] of rows.entries()) {
      const [id, before] = [ids[at], known[at]]
      // Without an id nothing can be known of a row; it comes with every full reading.
      if (id === undefined) {
        if (wanted === 'all') out.rows.push(row)
        continue
      }
      const after = this.#recordOf(row, before)
      if (before?.at !== undefined && isStaleRead(before.at, after.at)) continue
      const change = this.#changeOf(id, before, after)
      const isDue = wanted === 'all' && before?.run !== this.#run
      if (change !== undefined) out.changes.push(change)
      if (change?.kind === 'created')
        announcements.push(state.putRow(entity, id, { ...after, run: 0, announced: true }))
      if (change !== undefined || isDue) {
        out.rows.push(row)
        const served = servedHistory(after.history, textAt(row, 'createdTime'), this.#book.since)
        if (served !== undefined) history[id] = served
      }
      if (change !== undefined || isDue || before?.missing === true)
        out.writes.push(state.putRow(entity, id, after))
    }
    return { ...out, announcements, history }
  }

  #recordOf(row: Row, before: RowState | undefined): RowState {
    const { by, confirmBy, history: keepsHistory } = strategyOf(this.#book.entity)
    const names = fieldNames(row)
    const { hash, fields } = contentHash(row, names)
    const [at, name] = [textAt(row, by), textAt(row, confirmBy)]
    const history =
      keepsHistory && appendStatus(before?.history, textAt(row, 'status'), at, Date.now() - this.#retentionMs)
    return {
      hash,
      fields: fields.join(),
      set: this.#book.fieldSet(names),
      run: this.#run,
      ...(at !== undefined && { at }),
      ...(name !== undefined && { name }),
      ...(history && { history }),
    }
  }

  #changeOf(id: string, before: RowState | undefined, after: RowState): RowChange | undefined {
    if (before === undefined) return { kind: 'created', id }
    if (before.goneAt !== undefined) return { kind: 'restored', id }
    if (before.set === after.set && before.hash === after.hash) return undefined
    const fields = changedFields(this.#versionOf(before), this.#versionOf(after))
    return fields.length > 0 ? { kind: 'changed', id, fields } : undefined
  }

  #versionOf({ set, fields }: RowState) {
    return { names: this.#book.fieldSets[set] ?? [], fields: fields.split(',') }
  }
}

/** The time of the version at hand lies a little before that of the one held. */
function isStaleRead(held: string, at: string | undefined): boolean {
  if (at === undefined || at >= held) return false
  return Date.parse(held) - Date.parse(at) <= staleReadMs
}

/** A ledger without state: every row is delivered, and again only when it changed while the entity was read. */
export class PassingLedger implements Ledger {
  readonly #entity: ExtractedEntity
  /** Hashes of rows that may come again. */
  readonly #recent = new Map<string, string>()
  readonly #since: () => string | undefined

  /** @param since Time from which rows are read a second time. */
  constructor(entity: ExtractedEntity, since: () => string | undefined) {
    this.#entity = entity
    this.#since = since
  }

  async accept(rows: readonly Row[]): Promise<Accepted> {
    return {
      rows: rows.filter((row) => this.#isNews(row)),
      changes: [],
      writes: [],
      announcements: [],
      history: {},
    }
  }

  #isNews(row: Row): boolean {
    const [id, at, since] = [
      keyOfRow(this.#entity, row),
      textAt(row, strategyOf(this.#entity).by),
      this.#since(),
    ]
    if (id === undefined || at === undefined || since === undefined || at < since) return true
    const { hash } = contentHash(row, fieldNames(row))
    if (this.#recent.get(id) === hash) return false
    this.#recent.set(id, hash)
    return true
  }
}
