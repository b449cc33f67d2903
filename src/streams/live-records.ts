import type { Row } from '../entities/row.js'
import type { StateChange, StateStore } from '../state/state-store.js'

/** The records that a manager knows of, as of the last event about each; kept in the store beside the events. */
export class LiveRecords {
  readonly #store: StateStore
  readonly #prefix: string
  readonly #records = new Map<string, Map<string, Row>>()

  constructor(store: StateStore, prefix: string) {
    this.#store = store
    this.#prefix = `${prefix}/live/`
  }

  /** Reads what an earlier run kept; answers whether there was anything. */
  async load(): Promise<boolean> {
    for await (const [key, text] of this.#store.range(this.#prefix, `${this.#prefix}~`)) {
      const [entity = '', id = ''] = key.slice(this.#prefix.length).split('/')
      this.of(entity).set(decodeURIComponent(id), JSON.parse(text) as Row)
    }
    return this.#records.size > 0
  }

  entities = (): string[] => [...this.#records.keys()]

  of(entity: string): Map<string, Row> {
    let records = this.#records.get(entity)
    if (records === undefined) {
      records = new Map()
      this.#records.set(entity, records)
    }
    return records
  }

  change(entity: string, id: string, row: Row | undefined): StateChange {
    const key = `${this.#prefix}${entity}/${encodeURIComponent(id)}`
    return row === undefined ? { delete: key } : { put: key, value: JSON.stringify(row) }
  }

  set(entity: string, id: string, row: Row | undefined): void {
    if (row === undefined) this.of(entity).delete(id)
    else this.of(entity).set(id, row)
  }
}
