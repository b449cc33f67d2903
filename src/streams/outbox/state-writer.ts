import type { StateChange, StateStore } from '../../state/state-store.js'

const retryMs = 1000

/**
 * Writes changes that may come late, many at once: what repeats a delivery at worst when it is lost. A failing
 * store is told of and tried again.
 */
export class StateWriter {
  readonly #store: StateStore
  readonly #onError: (error: unknown) => void
  /** By key: only the last change of a key counts. */
  #pending = new Map<string, StateChange>()
  #writing: Promise<void> | undefined
  #closed = false
  #wake = () => {}

  constructor(store: StateStore, onError: (error: unknown) => void) {
    this.#store = store
    this.#onError = onError
  }

  write(changes: readonly StateChange[]): void {
    for (const change of changes) this.#pending.set('put' in change ? change.put : change.delete, change)
    this.#writing ??= this.#writeAll()
  }

  /** Resolves once everything given so far is written, or was tried a last time after `close`. */
  async flush(): Promise<void> {
    await this.#writing
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#wake()
    await this.flush()
  }

  async #writeAll(): Promise<void> {
    // What is given within one turn is written together.
    await Promise.resolve()
    while (this.#pending.size > 0) {
      const batch = this.#pending
      this.#pending = new Map()
      try {
        await this.#store.batch([...batch.values()])
      } catch (error) {
        this.#onError(error)
        if (this.#closed) break
        // What came since is newer.
        this.#pending = new Map([...batch, ...this.#pending])
        await this.#pause()
      }
    }
    this.#writing = undefined
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, retryMs)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
