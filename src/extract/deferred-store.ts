import type { StateChange, StateStore } from '../state/state-store.js'

/** A view of a store that keeps what is written to itself until `flush`, which writes all of it in one batch. */
export function deferredStore(store: StateStore): StateStore & { flush(): Promise<void> } {
  const pending = new Map<string, StateChange>()
  return {
    get: async (key) => {
      const change = pending.get(key)
      if (change === undefined) return store.get(key)
      return 'put' in change ? change.value : undefined
    },
    batch: async (changes) => {
      for (const change of changes) pending.set('put' in change ? change.put : change.delete, change)
    },
    async *range(from, to, options) {
      for await (const entry of store.range(from, to, options)) if (!pending.has(entry[0])) yield entry
      for (const [key, change] of pending)
        if (from <= key && key < to && 'put' in change) yield [key, change.value]
    },
    close: () => store.close(),
    flush: async () => {
      await store.batch([...pending.values()])
      pending.clear()
    },
  }
}
