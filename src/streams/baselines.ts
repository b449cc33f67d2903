import type { StateStore } from '../state/state-store.js'

/** Entities that were read whole once: until then what is met is no news. */
export class Baselines {
  readonly #store: StateStore
  readonly #key: string
  #done: ReadonlySet<string> = new Set()

  constructor(store: StateStore, prefix: string) {
    this.#store = store
    this.#key = `${prefix}/baselines`
  }

  async load(): Promise<void> {
    const text = await this.#store.get(this.#key)
    if (text !== undefined) this.#done = new Set(JSON.parse(text) as string[])
  }

  has(entity: string): boolean {
    return this.#done.has(entity)
  }

  async end(entity: string): Promise<void> {
    if (this.has(entity)) return
    const done = [...this.#done, entity]
    await this.#store.batch([{ put: this.#key, value: JSON.stringify(done) }])
    this.#done = new Set(done)
  }
}
