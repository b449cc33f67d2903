import type { Client } from '../client/client.js'
import type { Origin } from '../client/fallback.js'
import type { ListEnd, ListPosition } from '../client/pages.js'
import type { Portfolio } from '../metrics/portfolio.js'
import { isRecord } from '../metrics/records.js'
import { StateError } from '../state/state-error.js'
import type { StateChange, StateStore } from '../state/state-store.js'
import type { ExtractedEntity } from './entities.js'

const format = 1

/** A run of batches, which the next one goes on with until it is finished. */
export interface RunState {
  readonly id: number
  readonly startedAt: string
  /** What was asked for; a run that asks for something else begins anew. */
  readonly asked: string
  readonly finished: boolean
}

/** Where a first or full reading of an entity stands. */
export interface ReadingState {
  readonly run: number
  readonly rows: number
  readonly signpost?: string
  readonly position?: ListPosition
  /** How the walk ended; what changed since the signpost follows. */
  readonly walked?: ListEnd
  /** How the reading ended. */
  readonly end?: ListEnd
}

export interface EntityState {
  /** Names of fields that hashes of rows were made of, by their number. */
  readonly fieldSets: readonly (readonly string[])[]
  /** Newest time at the start of the last complete round. */
  readonly watermark?: string
  /** Start of the first complete reading: the newest time then, or the clock of this host. */
  readonly since?: string
  /** What the question for the sort of `newest-first` found. */
  readonly sorted?: boolean
  readonly sweptAt?: string
  /** Rows that still change although their time does not. */
  readonly open?: readonly string[]
  readonly reading?: ReadingState
}

export type HistoryEntry = readonly [at: string, status: string]

/** What is kept of a row: a few hundred bytes, whatever its size. */
export interface RowState {
  readonly hash: string
  readonly fields: string
  /** Number of its field set. */
  readonly set: number
  /** Run that delivered it last. */
  readonly run: number
  readonly at?: string
  /** Value of the attribute that a removal is confirmed by. */
  readonly name?: string
  readonly goneAt?: string
  /** Absent from the last complete reading, which is not enough to believe that it is gone. */
  readonly missing?: true
  /** It was about to be delivered for the first time; whether it was taken is not known. */
  readonly announced?: true
  readonly history?: readonly HistoryEntry[]
}

interface Meta {
  readonly tenant: string
  readonly host: string
  readonly origin: Origin
  readonly since: string
}

const isMeta = (value: unknown): value is Meta =>
  isRecord(value) &&
  [value.tenant, value.host, value.origin, value.since].every((it) => typeof it === 'string')
const isRun = (value: unknown): value is RunState =>
  isRecord(value) && typeof value.id === 'number' && typeof value.asked === 'string'
const isEntityState = (value: unknown): value is EntityState =>
  isRecord(value) && Array.isArray(value.fieldSets)
const isPortfolio = (value: unknown): value is Portfolio => isRecord(value) && 'activeClientIds' in value
const isRowState = (value: unknown): value is RowState =>
  isRecord(value) &&
  typeof value.hash === 'string' &&
  typeof value.fields === 'string' &&
  typeof value.set === 'number'

/** The entries of one tenant in a store, read and checked; nothing is written but what `batch` is given. */
export class ExtractionState {
  readonly #store: StateStore
  readonly #prefix: string
  readonly #client: Client

  constructor(client: Client, store: StateStore) {
    this.#client = client
    this.#store = store
    this.#prefix = `${client.toJSON().tenantId}/${format}/extract/`
  }

  /**
   * Checks that the state is of this format and tenant; writes down whose it is when there is none.
   *
   * @throws StateError
   */
  async open(): Promise<void> {
    const { url, tenantId: tenant } = this.#client.toJSON()
    for await (const [key] of this.#store.range(`${tenant}/`, `${tenant}0`, { reverse: true, limit: 1 })) {
      const found = Number(key.slice(tenant.length + 1).split('/')[0])
      if (found > format)
        throw new StateError('newer-format', key, 'it was written by a newer version of this package')
    }
    const own: Meta = {
      tenant,
      host: URL.canParse(url) ? new URL(url).hostname : url,
      origin: this.#client.ownOrigin,
      since: new Date().toISOString(),
    }
    const meta = await this.#read('meta', isMeta)
    if (meta === undefined) return this.#store.batch([this.#put('meta', own)])
    if (meta.tenant !== own.tenant || meta.host !== own.host || meta.origin !== own.origin)
      throw new StateError('other-tenant', `${this.#prefix}meta`, 'it belongs to another tenant or host')
  }

  run = (): Promise<RunState | undefined> => this.#read('run', isRun)
  putRun = (run: RunState): StateChange => this.#put('run', run)

  entity = async (name: ExtractedEntity): Promise<EntityState> =>
    (await this.#read(`entity/${name}`, isEntityState)) ?? { fieldSets: [] }
  putEntity = (name: ExtractedEntity, state: EntityState): StateChange => this.#put(`entity/${name}`, state)

  putPortfolio = (day: string, portfolio: Portfolio): StateChange => this.#put(`portfolio/${day}`, portfolio)

  /** The last one of a day or before it. */
  async portfolioUntil(day: string): Promise<Portfolio | null> {
    const prefix = `${this.#prefix}portfolio/`
    const range = this.#store.range(prefix, `${prefix}${day}~`, { reverse: true, limit: 1 })
    for await (const [key, value] of range) return this.#parse(key, value, isPortfolio)
    return null
  }

  /** What was known of a row; one that was only announced is delivered as new. */
  async row(entity: ExtractedEntity, id: string): Promise<RowState | undefined> {
    const row = await this.#read(`row/${entity}/${id}`, isRowState)
    return row?.announced ? undefined : row
  }
  putRow = (entity: ExtractedEntity, id: string, row: RowState): StateChange =>
    this.#put(`row/${entity}/${id}`, row)
  deleteRow = (entity: ExtractedEntity, id: string): StateChange => ({
    delete: `${this.#prefix}row/${entity}/${id}`,
  })

  /** Announced rows too: they may have been taken. */
  async *rows(
    entity: ExtractedEntity,
  ): AsyncGenerator<readonly [id: string, row: RowState], void, undefined> {
    const prefix = `${this.#prefix}row/${entity}/`
    for await (const [key, value] of this.#store.range(prefix, `${prefix.slice(0, -1)}0`))
      yield [key.slice(prefix.length), this.#parse(key, value, isRowState)]
  }

  batch = (changes: readonly StateChange[]): Promise<void> => this.#store.batch(changes)

  async #read<Value>(name: string, is: (value: unknown) => value is Value): Promise<Value | undefined> {
    const key = this.#prefix + name
    const text = await this.#store.get(key)
    return text === undefined ? undefined : this.#parse(key, text, is)
  }

  #parse<Value>(key: string, text: string, is: (value: unknown) => value is Value): Value {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      throw new StateError('corrupt', key, 'it is no JSON')
    }
    if (!is(value)) throw new StateError('corrupt', key, 'it is not what this package writes there')
    return value
  }

  #put(name: string, value: unknown): StateChange {
    return { put: this.#prefix + name, value: JSON.stringify(value) }
  }
}
